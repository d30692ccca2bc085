"""What an import comes to: doctor by doctor, kind by kind, before and after."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from domain.plans.goals import Stage
from domain.plans.guidance import SessionStage
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """The lines of one kind: how many, and how many of them are new or known already."""

    record: str
    lines: int
    new: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a plan holds."""

    sessions: int
    guidance_minutes: int
    activities: int
    goals_approved: int
    courses: int
    service_periods: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorReport:
    """One doctor's lines, and the plan before and after, or as it would be after a dry run."""

    doctor: Id
    plan: Id
    organisation: Id
    kinds: tuple[KindCount, ...]
    before: Totals
    after: Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What came, or would come, of a file; nothing is recorded if nothing in it is new.

    ``repeated`` tells that the same command had been recorded before.
    """

    sha256: str
    lines: int
    new: int
    known: int
    recorded: bool
    repeated: bool
    position: int | None
    doctors: tuple[DoctorReport, ...]


def totals(plan: TrainingPlan) -> Totals:
    held = [s for s in plan.guidance.sessions.values() if s.stage is SessionStage.FINALISED]
    return Totals(
        sessions=len(held),
        guidance_minutes=sum(session.drafted.duration_minutes for session in held),
        activities=len(plan.activities.by_id),
        goals_approved=sum(g.stage is Stage.APPROVED for g in plan.goals.by_code.values()),
        courses=len(plan.courses.by_id),
        service_periods=len(plan.service.by_id),
    )


def counts(lines: Counter[str], new: Counter[str]) -> tuple[KindCount, ...]:
    return tuple(
        KindCount(record=kind, lines=number, new=new[kind], known=number - new[kind])
        for kind, number in sorted(lines.items())
    )
