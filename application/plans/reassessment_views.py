"""What a plan shows of new assessments, without a word of what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.book import LawBook
from domain.plans.plan import TrainingPlan
from domain.plans.reassessment import Reassessment
from domain.plans.rules.request_reassessment import earliest_again
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class ReassessmentLine:
    """One new assessment; ``again_from`` is the first day of a further demand, if this failed.

    ``assessed_before`` are those who assessed the goal, or advised on it, and should not again.
    """

    reassessment: Id
    goal: str
    round: int
    stage: str
    requested_on: date
    assessed_before: tuple[Id, ...]
    waits_for_confirmation: bool
    activities_confirmed_by: Id | None
    assessors: tuple[Id, ...]
    place: str | None
    takes_place_on: date | None
    outcome: str | None
    assessed_by: tuple[Id, ...]
    assessed_on: date | None
    withdrawn_on: date | None
    again_from: date | None
    findings: tuple[Finding, ...]


def reassessments(plan: TrainingPlan, law: LawBook, day: date) -> tuple[ReassessmentLine, ...]:
    """Return the plan's new assessments in the order they were asked for."""
    found = plan.reassessments.by_id.values()
    return tuple(_line(plan, one, law, day) for one in found)


def _line(plan: TrainingPlan, found: Reassessment, law: LawBook, day: date) -> ReassessmentLine:
    requested, arranged, outcome = found.requested, found.arranged, found.outcome
    failed = outcome is not None and not outcome.achieved
    return ReassessmentLine(
        reassessment=requested.reassessment,
        goal=requested.goal,
        round=requested.round,
        stage=found.stage,
        requested_on=requested.requested_on,
        assessed_before=tuple(dict.fromkeys(plan.goals.goal(requested.goal).assessed_by)),
        waits_for_confirmation=found.under_way and found.waits_for_confirmation,
        activities_confirmed_by=found.confirmed.confirmed_by if found.confirmed else None,
        assessors=arranged.assessors if arranged else (),
        place=arranged.place if arranged else None,
        takes_place_on=arranged.takes_place_on if arranged else None,
        outcome=outcome.outcome if outcome else None,
        assessed_by=outcome.assessed_by if outcome else (),
        assessed_on=outcome.assessed_on if outcome else None,
        withdrawn_on=found.withdrawn.withdrawn_on if found.withdrawn else None,
        again_from=earliest_again(plan, requested.goal, day, law) if failed else None,
        findings=(
            *(arranged.findings if arranged else ()),
            *(outcome.findings if outcome else ()),
        ),
    )
