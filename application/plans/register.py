"""Rows of the register of plans: what an establishment sees of all its doctors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.actors import Role
from application.organisations.rows import OfficeRow, office_rows
from domain.plans.goals import Stage
from domain.plans.guidance import SessionStage
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One doctor's plan in the register of an establishment.

    ``approved`` are the codes of all goals approved, also of those no longer in force.
    """

    case_id: Id
    organisation: Id
    doctor: Id
    employment_model: str
    starts_on: date
    ended_on: date | None
    approved: tuple[str, ...]
    submitted: int
    guidance_minutes: int
    last_session_on: date | None
    version: int


def register_rows(case_id: Id, plan: TrainingPlan, _: Mapping[Id, Any]) -> Iterator[RegisterRow]:
    approved = [c for c, g in plan.goals.by_code.items() if g.stage is Stage.APPROVED]
    held = [s for s in plan.guidance.sessions.values() if s.stage is SessionStage.FINALISED]
    yield RegisterRow(
        case_id=case_id,
        organisation=plan.opened.organisation,
        doctor=plan.doctor,
        employment_model=plan.opened.employment_model,
        starts_on=plan.opened.starts_on,
        ended_on=plan.path.ended_on,
        approved=tuple(sorted(approved)),
        submitted=sum(g.stage is Stage.SUBMITTED for g in plan.goals.by_code.values()),
        guidance_minutes=sum(session.drafted.duration_minutes for session in held),
        last_session_on=max((session.drafted.held_on for session in held), default=None),
        version=plan.version,
    )


def plan_offices(case_id: Id, plan: TrainingPlan, _: Mapping[Id, Any]) -> Iterator[OfficeRow]:
    yield OfficeRow(
        case_id=case_id,
        person=plan.doctor,
        role=Role.DOCTOR,
        first_day=plan.opened.opened_on,
        last_day=date.max,
    )
    for colleague, first_day in plan.visits.colleagues().items():
        yield OfficeRow(
            case_id=case_id,
            person=colleague,
            role=Role.COLLEAGUE,
            first_day=first_day,
            last_day=date.max,
        )
    roles = {str(capacity): Role(capacity) for capacity in Capacity}
    yield from office_rows(case_id, plan.roles.appointments, roles)
    authorised = (
        OfficeRow(
            case_id=case_id,
            person=held.person,
            role=Role.REPRESENTATIVE,
            first_day=held.span.first_day,
            last_day=held.span.last_day,
        )
        for held in plan.representatives.appointments.all
    )
    # One power of attorney covers more than one thing.
    yield from dict.fromkeys(authorised)
