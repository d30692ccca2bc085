"""May this person confirm that the doctor completed this service?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.specialist_training import SERVICE_CONFIRMED
from domain.plans.plan import TrainingPlan
from domain.plans.rules.common import is_oneself, leader_in_office
from domain.plans.service import ServiceConfirmed
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.findings import Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """May this person confirm this period on this day?"""

    plan: TrainingPlan
    period: Id
    by: Id
    on: date
    setting: Setting


def confirmer_is_not_the_doctor(asked: Confirmation) -> Finding | None:
    if asked.by != asked.plan.doctor:
        return None
    return is_oneself(
        Text(nb="Ingen bekrefter egen tjeneste.", en="Nobody confirms their own service.")
    )


def service_is_over(asked: Confirmation) -> Finding | None:
    """What is confirmed is completed service; on its last day it is."""
    last_day = asked.plan.service.period(asked.period).entered.last_day
    if asked.on >= last_day:
        return None
    return Finding(
        rule="R-CNF-01",
        force=Force.HARD,
        says=Text(
            nb=f"Tjenesten varer til {last_day} og kan ikke bekreftes før den er gjennomført.",
            en=f"The service lasts until {last_day} and cannot be confirmed before it is done.",
        ),
        basis=(SERVICE_CONFIRMED,),
    )


CONDITIONS = (leader_in_office, confirmer_is_not_the_doctor, service_is_over)


def confirm_service(asked: Confirmation) -> ServiceConfirmed:
    """Confirm the service; raises NotFound, NotAllowed or RuleBroken."""
    asked.plan.service.unconfirmed(asked.period)
    decide(CONDITIONS, asked)
    return asked.plan.service.confirm(
        asked.period, by=asked.by, on=asked.on, basis=(SERVICE_CONFIRMED,)
    )
