"""May this practice visit be entered, and may this person confirm it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.plan import TrainingPlan
from domain.plans.rules.common import is_oneself
from domain.plans.visits import Direction, VisitConfirmed, VisitEntered, VisitSetting
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Visiting:
    """May this visit with this colleague be entered?"""

    plan: TrainingPlan
    visit: Id
    direction: Direction
    setting: VisitSetting
    country: str
    days: tuple[date, ...]
    colleague: Id | None
    colleague_name: Confidential | None
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirming:
    """May this person confirm this visit?"""

    plan: TrainingPlan
    visit: Id
    by: Id
    on: date


def colleague_is_another(asked: Visiting) -> Finding | None:
    if asked.colleague != asked.plan.doctor:
        return None
    return is_oneself(
        Text(nb="Ingen besøker seg selv.", en="Nobody makes a practice visit to themselves.")
    )


def is_the_colleague(asked: Confirming) -> Finding | None:
    if asked.by == asked.plan.visits.visit(asked.visit).entered.colleague:
        return None
    return Finding(
        rule="R-VIS-08",
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(
            nb="Bare kollegaen som er oppgitt, bekrefter besøket; er kollegaen ikke i "
            "personregisteret, oppgir legen et dokument.",
            en="Only the colleague stated confirms the visit; if the colleague is not in the "
            "directory, the doctor states a document.",
        ),
    )


def enter_visit(asked: Visiting) -> VisitEntered:
    """Enter the visit; raises Invalid, NotAllowed or RuleBroken."""
    asked.plan.opening.refuse_before_start(min(asked.days, default=date.max), field="days")
    decide((colleague_is_another,), asked)
    return asked.plan.visits.enter(
        asked.visit,
        direction=asked.direction,
        setting=asked.setting,
        country=asked.country,
        days=asked.days,
        colleague=asked.colleague,
        colleague_name=asked.colleague_name,
        goals=asked.goals,
    )


def confirm_visit(asked: Confirming) -> VisitConfirmed:
    """Confirm that the visit took place; raises NotFound, NotAllowed or RuleBroken."""
    asked.plan.visits.visit(asked.visit)
    decide((is_the_colleague,), asked)
    return asked.plan.visits.confirm(asked.visit, by=asked.by, on=asked.on)
