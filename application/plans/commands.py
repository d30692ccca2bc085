"""What a person can ask to have done with a training plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.plans.activities import ActivityKind, Channel
from domain.plans.goals import Advice
from domain.plans.opening import EmploymentModel, PartOneException


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlan:
    doctor: UUID
    organisation: UUID
    employment_model: EmploymentModel
    starts_on: date
    part_one_completed_on: date | None = None
    part_one_exception: PartOneException | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanArenas:
    plan: UUID
    arenas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointSupervisor:
    plan: UUID
    person: UUID
    first_day: date
    last_day: date | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointClinicalSupervisor:
    plan: UUID
    person: UUID
    competence_area: str
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Release a supervisor or a clinical supervisor."""

    plan: UUID
    person: UUID
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSession:
    plan: UUID
    session: UUID
    supervisor: UUID
    held_on: date
    duration_minutes: int
    goals: tuple[str, ...] = ()
    minutes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMinutes:
    plan: UUID
    session: UUID
    minutes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinaliseSession:
    plan: UUID
    session: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardSession:
    plan: UUID
    session: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class LogActivity:
    plan: UUID
    activity: UUID
    kind: ActivityKind
    done_on: date
    arena: str | None = None
    goals: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitActivity:
    plan: UUID
    activity: UUID
    to: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SignActivity:
    plan: UUID
    activity: UUID
    channel: Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnActivity:
    plan: UUID
    activity: UUID
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitGoal:
    plan: UUID
    goal: str
    consulted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallGoal:
    plan: UUID
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendGoal:
    plan: UUID
    goal: str
    advice: Advice
    rationale: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideGoal:
    """Approve a goal, or find it not achieved; ``on`` is the legal day, today if not given."""

    plan: UUID
    goal: str
    statement: str
    on: date | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnGoal:
    plan: UUID
    goal: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectGoal:
    plan: UUID
    goal: str
    reason: str
