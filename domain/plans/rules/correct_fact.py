"""Marking an earlier fact of a plan as recorded in error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.plans.activities import ActivityReturned, ActivitySigned
from domain.plans.comments import CommentAdded
from domain.plans.corrections import FactCorrected
from domain.plans.files import FileAttached, FileWithdrawn
from domain.plans.goals import GoalApproved, GoalNotAchieved, GoalRecommended
from domain.plans.groups import GatheringAttended
from domain.plans.outcomes import GoalReassessed
from domain.plans.plan import TrainingPlan
from domain.plans.progression import ConcernRaised
from domain.plans.reassessment import ActivitiesSinceConfirmed, NewAssessmentRequested
from domain.plans.rules.hold_session import TakingPart, is_one_who_took_part
from domain.plans.visits import VisitConfirmed
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen, Stored
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCorrection:
    """May this fact of the plan be corrected? ``stored`` is where it lies.

    ``imported`` is said of what came from a file, and of one who may bring files in: whoever
    vouched for it did so elsewhere.
    """

    plan: TrainingPlan
    stored: Stored
    version: int
    reason: Confidential
    by: Id
    on: date
    imported: bool = False


def given_by(fact: Fact) -> Id | None:
    """Return who vouched for a fact, or said it, where it is theirs alone."""
    match fact:
        case ActivitySigned(signed_by=by) | ActivityReturned(returned_by=by):
            return by
        case GoalRecommended(given_by=by) | VisitConfirmed(confirmed_by=by):
            return by
        case ActivitiesSinceConfirmed(confirmed_by=by) | ConcernRaised(raised_by=by):
            return by
        case CommentAdded(written_by=by):
            return by
        case FileAttached(attached_by=by) | FileWithdrawn(withdrawn_by=by):
            return by
    return None


def is_ones_own(asked: FactCorrection) -> Finding | None:
    """What somebody vouched for is taken back by nobody else (house rule)."""
    giver = given_by(asked.plan.facts[asked.version - 1])
    if giver is None or asked.imported or asked.by == asked.plan.same.get(giver, giver):
        return None
    return Finding(
        rule="R-ROL-01",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb="En signatur, anbefaling eller bekreftelse, en kommentar eller et vedlegg rettes av "
            "den som ga det.",
            en="A signature, recommendation or confirmation, a comment or a file is corrected by "
            "the one who gave it.",
        ),
    )


def took_part_in_the_session(asked: FactCorrection) -> Finding | None:
    session = getattr(asked.plan.facts[asked.version - 1], "session", None)
    if session is None or asked.imported:
        return None
    return is_one_who_took_part(TakingPart(plan=asked.plan, session=session, by=asked.by))


CONDITIONS = (is_ones_own, took_part_in_the_session)


def refuse_correction(asked: FactCorrection) -> None:
    """Raise Invalid, NotAllowed or RuleBroken if the fact is not to be corrected by this person."""
    asked.plan.correctable(asked.version)
    decide(CONDITIONS, asked)


def correct_fact(asked: FactCorrection) -> FactCorrected:
    """Mark the fact as recorded in error; raises Invalid, NotAllowed or RuleBroken."""
    refuse_correction(asked)
    marked = asked.plan.mark(
        FactCorrected,
        asked.version,
        by=asked.by,
        on=asked.on,
        reason=asked.reason,
        evidence_in=tuple(evidence_in(asked.plan, asked.stored, asked.version)),
    )
    after = TrainingPlan()
    after.fold([*asked.plan.facts, marked])
    after.roles.refuse_two_supervisors()
    return marked


def evidence_in(plan: TrainingPlan, stored: Stored, version: int) -> Iterator[int]:
    """Yield the versions of what, still standing, leant on a fact as evidence.

    Outcomes do, also those that others followed, and what was said before a further new
    assessment. A diploma leans on the gatherings attended before it: their minutes are in it.
    """
    seen = stored.seen(version)
    for at, fact in enumerate(plan.facts, start=1):
        if at > version and at not in plan.struck and seen in _leant_on(fact):
            yield at
    diploma_at = plan.groups.diploma_at
    attended = isinstance(plan.facts[version - 1], GatheringAttended)
    if attended and diploma_at and diploma_at > version:
        yield diploma_at


def _leant_on(fact: Fact) -> tuple[Seen, ...]:
    match fact:
        case GoalApproved() | GoalNotAchieved() | GoalReassessed():
            return (*fact.evidence, *(one.seen for one in fact.heard))
        case NewAssessmentRequested() | ActivitiesSinceConfirmed():
            return fact.shown
    return ()
