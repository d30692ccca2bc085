"""May this person raise a concern about progression, or answer one?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.plan import TrainingPlan
from domain.plans.progression import (
    ConcernClosed,
    ConcernOutcome,
    ConcernRaised,
    MeasuresAgreed,
)
from domain.plans.roles import Capacity
from domain.plans.rules.common import decider_is_not_the_doctor, leader_in_office
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerning:
    """May this person raise a concern on this day?"""

    plan: TrainingPlan
    concern: Id
    grounds: Confidential
    by: Id
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweringConcern:
    """May this leader answer a concern on this day?"""

    plan: TrainingPlan
    concern: Id
    by: Id
    on: date
    setting: Setting


def is_the_supervisor(asked: Concerning) -> Finding | None:
    supervises = asked.plan.roles.holds(asked.by, Capacity.SUPERVISOR, asked.on)
    if supervises and asked.by != asked.plan.doctor:
        return None
    return Finding(
        rule="R-SUP-05",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb=f"Bare den som er legens veileder den {asked.on}, melder bekymring.",
            en=f"Only the doctor's supervisor on {asked.on} raises a concern.",
        ),
    )


CONDITIONS = (leader_in_office, decider_is_not_the_doctor)


def raise_concern(asked: Concerning) -> ConcernRaised:
    """Raise the concern; raises NotAllowed or RuleBroken."""
    decide((is_the_supervisor,), asked)
    return asked.plan.progression.raise_concern(
        asked.concern, asked.grounds, by=asked.by, on=asked.on
    )


def agree_on_measures(
    asked: AnsweringConcern, measures: Confidential, *, heard_on: date, follow_up_on: date
) -> MeasuresAgreed:
    """Record what was agreed when the doctor had been heard; raises Refused."""
    asked.plan.progression.still_open(asked.concern)
    decide(CONDITIONS, asked)
    return asked.plan.progression.agree(
        asked.concern,
        measures,
        heard_on=heard_on,
        follow_up_on=follow_up_on,
        by=asked.by,
        on=asked.on,
    )


def close_concern(
    asked: AnsweringConcern, outcome: ConcernOutcome, words: Confidential | None
) -> ConcernClosed:
    """Close the concern; raises Refused."""
    asked.plan.progression.still_open(asked.concern)
    decide(CONDITIONS, asked)
    return asked.plan.progression.close(
        asked.concern, outcome, words=words, by=asked.by, on=asked.on
    )
