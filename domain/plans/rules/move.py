"""May the training be taken along to another establishment, and what comes along?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.calendar.spans import Span, covers
from domain.law.book import LawBook
from domain.plans.goals import GoalCarriedOver, Goals, Stage
from domain.plans.old_scheme import OldSchemeStated
from domain.plans.path import MoveRequested
from domain.plans.plan import TrainingPlan
from domain.plans.rules.end_training import refuse_end
from domain.shared.conditions import decide
from domain.shared.facts import Stored
from domain.shared.findings import Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """May the doctor ask to move? ``registered`` are the days of the establishment moved to."""

    plan: TrainingPlan
    to: Id
    last_day: date
    on: date
    registered: tuple[Span, ...]
    law: LawBook


def the_other_is_registered(asked: Moving) -> Finding | None:
    if covers(asked.registered, asked.last_day):
        return None
    return Finding(
        rule="R-ORG-01",
        force=Force.HARD,
        says=Text(
            nb="Kommunen det flyttes til, er ikke registrert som utdanningsvirksomhet.",
            en="The municipality moved to is not registered as a training establishment.",
        ),
        basis=(asked.law.registration.on(asked.last_day).citation,),
    )


def request_move(asked: Moving) -> MoveRequested:
    """Ask to move; raises NotAllowed or RuleBroken."""
    if asked.to == asked.plan.opened.organisation:
        raise NotAllowed(
            "move-to-oneself",
            nb="Planen er allerede i denne virksomheten.",
            en="The plan is already at this establishment.",
            rule="AMB-54",
            field="to",
        )
    refuse_end(asked.plan, asked.last_day, field="lastDay")
    decide((the_other_is_registered,), asked)
    return asked.plan.path.request_move(asked.to, last_day=asked.last_day, on=asked.on)


def refuse_overlap(origin: TrainingPlan, starts_on: date) -> None:
    """Raise NotAllowed if the training would start anew before it ended at the other place."""
    request = origin.path.request
    if request and starts_on <= request.last_day:
        raise NotAllowed(
            "starts-before-the-move",
            nb=f"Den gamle planen varer til og med {request.last_day}; start etter det.",
            en=f"The old plan lasts to and including {request.last_day}; start after that.",
            rule="AMB-54",
            field="startsOn",
        )


def old_scheme_along(
    origin: TrainingPlan, known: TrainingPlan, *, by: Id, on: date
) -> Iterator[OldSchemeStated]:
    """Yield that the training began under the earlier scheme, unless it was left (L-SPF-37)."""
    stated = origin.old_scheme.stated
    if stated and origin.old_scheme.may_apply and not known.old_scheme.stated:
        yield known.old_scheme.state(stated.begun_on, stated_in=stated.stated_in, by=by, on=on)


def carried_over(
    origin: TrainingPlan, stored: Stored, stated_in: str, *, known: Goals
) -> Iterator[GoalCarriedOver]:
    """Yield the goals that come along as achieved, each with the fact it was decided by.

    ``known`` are those of the plan that receives; one who comes back has some of them there.
    """
    for code, goal in origin.goals.by_code.items():
        if known.goal(code).stage is Stage.APPROVED:
            continue
        if goal.stage is Stage.APPROVED and goal.outcome_at and goal.approved_on:
            yield GoalCarriedOver(
                goal=code,
                approved_on=goal.approved_on,
                stated_in=stated_in,
                seen=(stored.seen(goal.outcome_at),),
            )
