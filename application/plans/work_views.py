"""What a plan shows of the everyday: sessions, activities, service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.plan import TrainingPlan
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One guidance session; its minutes are read apart, by those who took part.

    ``findings`` are those recorded with it, such as a supervisor who was not qualified.
    """

    session: Id
    supervisor: Id
    held_on: date
    duration_minutes: int
    goals: tuple[str, ...]
    stage: str
    has_minutes: bool
    shared_with: tuple[Id, ...]
    findings: tuple[Finding, ...]


def sessions(plan: TrainingPlan) -> tuple[SessionLine, ...]:
    """Return the plan's guidance sessions in the order they were held."""
    lines = (
        SessionLine(
            session=found.drafted.session,
            supervisor=found.drafted.supervisor,
            held_on=found.drafted.held_on,
            duration_minutes=found.drafted.duration_minutes,
            goals=found.drafted.goals,
            stage=found.stage,
            has_minutes=found.minutes is not None,
            shared_with=tuple(sorted(plan.sharing.with_whom(found.drafted.session))),
            findings=found.drafted.findings,
        )
        for found in plan.guidance.sessions.values()
    )
    return tuple(sorted(lines, key=lambda line: (line.held_on, line.session)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """One learning activity; its words are read apart."""

    activity: Id
    kind: str
    presence: str
    done_on: date
    arena: str | None
    goals: tuple[str, ...]
    stage: str
    sent_to: Id | None
    signed_by: Id | None
    signed_on: date | None
    channel: str | None


def activities(plan: TrainingPlan, *, sent_to: Id | None = None) -> tuple[ActivityLine, ...]:
    """Return the plan's activities as they were done, or only those sent to somebody."""
    lines = (
        ActivityLine(
            activity=found.logged.activity,
            kind=found.logged.kind,
            presence=found.logged.presence,
            done_on=found.logged.done_on,
            arena=found.logged.arena,
            goals=found.logged.goals,
            stage=found.stage,
            sent_to=found.submitted.to if found.submitted else None,
            signed_by=found.signed.signed_by if found.signed else None,
            signed_on=found.signed.signed_on if found.signed else None,
            channel=found.signed.channel if found.signed else None,
        )
        for found in plan.activities.by_id.values()
    )
    shown = (line for line in lines if sent_to is None or line.sent_to == sent_to)
    return tuple(sorted(shown, key=lambda line: (line.done_on, line.activity)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """One period of service, when and by whom it was confirmed, and the letters of that."""

    period: Id
    kind: str
    arena: str | None
    employer: str
    first_day: date
    last_day: date
    percentage: int
    confirmed_on: date | None
    confirmed_by: Id | None
    letters: tuple[Id, ...]


def service(plan: TrainingPlan) -> tuple[ServiceLine, ...]:
    """Return the plan's periods of service by their days; only confirmed ones count (R-CNF-01)."""
    lines = (
        ServiceLine(
            period=entered.period,
            kind=entered.kind,
            arena=entered.arena,
            employer=entered.employer,
            first_day=entered.first_day,
            last_day=entered.last_day,
            percentage=entered.percentage,
            confirmed_on=found.confirmed.confirmed_on if found.confirmed else None,
            confirmed_by=found.confirmed.confirmed_by if found.confirmed else None,
            letters=tuple(issued.letter for issued in found.certified.values()),
        )
        for found in plan.service.by_id.values()
        for entered in (found.entered,)
    )
    return tuple(sorted(lines, key=lambda line: (line.first_day, line.period)))
