"""Rows of exemptions: each status with its days, and the applications that wait to be decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.plans.tasks.room import TaskKind, TaskRow
from application.ports import Views
from domain.bodies.body import OFFICER, Body, BodyKind, body_id
from domain.exemptions.exemption import Exemption
from domain.exemptions.status import Status, statuses
from domain.shared.ids import Id

DIRECTORATE = body_id(BodyKind.DIRECTORATE)
VIEW = "exemptions"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionRow:
    """An exemption through the days of one status; in force, the last day is its own.

    ``noticed_on`` is when somebody noted that it had expired, which changes nothing.
    """

    case_id: Id
    organisation: Id
    kind: str
    supervisor: Id | None
    plans: tuple[str, ...]
    status: str
    first_day: date
    last_day: date
    noticed_on: date | None
    version: int


def exemption_rows(
    case_id: Id, exemption: Exemption, _: Mapping[Id, Any]
) -> Iterator[ExemptionRow]:
    applied = exemption.applied
    if applied is None:
        return
    plans = exemption.granted.plans if exemption.granted else applied.plans
    for status, span in statuses(exemption):
        yield ExemptionRow(
            case_id=case_id,
            organisation=applied.organisation,
            kind=applied.kind,
            supervisor=applied.supervisor,
            plans=plans,
            status=status,
            first_day=span.first_day,
            last_day=span.last_day,
            noticed_on=exemption.expired.noticed_on if exemption.expired else None,
            version=exemption.version,
        )


def exemption_tasks(
    case_id: Id, exemption: Exemption, others: Mapping[Id, Any]
) -> Iterator[TaskRow]:
    """Yield an application that waits to each officer of the Directorate."""
    directorate: Body | None = others.get(DIRECTORATE)
    applied = exemption.applied
    # What a proceeding decides waits on its docket.
    decided = exemption.granted or exemption.refused or exemption.withdrawn or exemption.taken_up
    if directorate is None or applied is None or decided:
        return
    for held in directorate.officers.all:
        if held.office == OFFICER and held.span.last_day >= applied.applied_on:
            yield TaskRow(
                case_id=case_id,
                person=held.person,
                kind=TaskKind.DECIDE_EXEMPTION,
                subject=applied.organisation,
                since=applied.applied_on,
                first_day=max(applied.applied_on, held.span.first_day),
                last_day=held.span.last_day,
            )


def lapsing(views: Views, first_day: date, last_day: date) -> Sequence[ExemptionRow]:
    """Return the exemptions whose last day in force is among the days, the first to lapse first."""
    rows: Sequence[ExemptionRow] = views.rows(VIEW, status=Status.IN_FORCE)
    found = (row for row in rows if first_day <= row.last_day <= last_day)
    return sorted(found, key=lambda row: (row.last_day, row.case_id))


def unnoticed(views: Views, day: date) -> Sequence[ExemptionRow]:
    """Return the exemptions that have expired by the day without anybody noting it."""
    rows: Sequence[ExemptionRow] = views.rows(VIEW, status=Status.EXPIRED)
    found = (row for row in rows if row.first_day <= day and row.noticed_on is None)
    return sorted(found, key=lambda row: (row.first_day, row.case_id))
