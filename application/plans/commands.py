"""What a person can ask to have done with a training plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.activities import ActivityKind, Channel
from domain.plans.goals import Advice
from domain.plans.opening import EmploymentModel, PartOneException
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlan:
    doctor: Id
    organisation: Id
    employment_model: EmploymentModel
    starts_on: date
    part_one_completed_on: date | None = None
    part_one_exception: PartOneException | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanArenas:
    plan: Id
    arenas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointSupervisor:
    plan: Id
    person: Id
    first_day: date
    last_day: date | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointClinicalSupervisor:
    plan: Id
    person: Id
    competence_area: str
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Release a supervisor or a clinical supervisor."""

    plan: Id
    person: Id
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSession:
    plan: Id
    session: Id
    supervisor: Id
    held_on: date
    duration_minutes: int
    goals: tuple[str, ...] = ()
    minutes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMinutes:
    plan: Id
    session: Id
    minutes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinaliseSession:
    plan: Id
    session: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardSession:
    plan: Id
    session: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class LogActivity:
    plan: Id
    activity: Id
    kind: ActivityKind
    done_on: date
    arena: str | None = None
    goals: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitActivity:
    plan: Id
    activity: Id
    to: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class SignActivity:
    plan: Id
    activity: Id
    channel: Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnActivity:
    plan: Id
    activity: Id
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitGoal:
    plan: Id
    goal: str
    consulted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallGoal:
    plan: Id
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendGoal:
    plan: Id
    goal: str
    advice: Advice
    rationale: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideGoal:
    """Approve a goal, or find it not achieved; ``on`` is the legal day, today if not given."""

    plan: Id
    goal: str
    statement: str
    on: date | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnGoal:
    plan: Id
    goal: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectGoal:
    plan: Id
    goal: str
    reason: str
