"""Rows of who holds which office, in any case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.actors import ROLE_OF_BODY, Role
from application.plans.tasks.room import TaskKind, TaskRow
from domain.bodies.body import Body
from domain.calendar.appointments import Appointments
from domain.organisations.organisation import Office, Organisation
from domain.shared.ids import Id

_ROLE_OF_OFFICE = {
    Office.LEADER: Role.LEADER,
    Office.DEPUTY: Role.LEADER,
    Office.ADMINISTRATOR: Role.ADMINISTRATOR,
    Office.APPEALS_MEMBER: Role.APPEALS_MEMBER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow:
    """A person may act in this role in this case from a first day to a last day."""

    case_id: Id
    person: Id
    role: str
    first_day: date
    last_day: date


def organisation_offices(
    case_id: Id, organisation: Organisation, _: Mapping[Id, Any]
) -> Iterator[OfficeRow]:
    roles = {str(office): role for office, role in _ROLE_OF_OFFICE.items()}
    return office_rows(case_id, organisation.officers, roles)


def organisation_tasks(
    case_id: Id, organisation: Organisation, _: Mapping[Id, Any]
) -> Iterator[TaskRow]:
    """Yield each change that waits to be told to the Directorate (L-SPF-28)."""
    for change in organisation.untold.values():
        for held in organisation.officers.all:
            yield TaskRow(
                case_id=case_id,
                person=held.person,
                kind=TaskKind.NOTIFY_DIRECTORATE,
                subject=str(change.version),
                since=change.from_day,
                first_day=held.span.first_day,
                last_day=held.span.last_day,
            )


def body_offices(case_id: Id, body: Body, _: Mapping[Id, Any]) -> Iterator[OfficeRow]:
    if body.kind is None:
        return iter(())
    role = ROLE_OF_BODY[body.kind]
    return office_rows(case_id, body.officers, {held.office: role for held in body.officers.all})


def office_rows(
    case_id: Id, appointments: Appointments, roles: Mapping[str, Role]
) -> Iterator[OfficeRow]:
    """Yield a row for each appointment."""
    return (
        OfficeRow(
            case_id=case_id,
            person=held.person,
            role=roles[held.office],
            first_day=held.span.first_day,
            last_day=held.span.last_day,
        )
        for held in appointments.all
    )
