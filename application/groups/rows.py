"""Rows of guidance groups: the organiser's list, and whose diploma waits for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.plans.tasks.room import TaskKind, TaskRow
from domain.bodies.body import OFFICER, Body, BodyKind, body_id
from domain.catalogue.group_years import GroupYear
from domain.groups.group import Group, Membership
from domain.shared.days import day_after
from domain.shared.ids import Id

ORGANISER = body_id(BodyKind.MEDICAL_ASSOCIATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One group in the list of its organiser."""

    case_id: Id
    name: str
    formed_on: date
    first_day: date | None
    last_day: date | None
    members: int
    gatherings: int
    version: int


def group_rows(case_id: Id, group: Group, _: Mapping[Id, Any]) -> Iterator[GroupRow]:
    if group.formed:
        years = group.years.values()
        yield GroupRow(
            case_id=case_id,
            name=group.formed.name,
            formed_on=group.formed.formed_on,
            first_day=min((year.first_day for year in years), default=None),
            last_day=max((year.last_day for year in years), default=None),
            members=len({member.doctor for member in group.memberships}),
            gatherings=len(group.gatherings),
            version=group.version,
        )


def group_tasks(case_id: Id, group: Group, others: Mapping[Id, Any]) -> Iterator[TaskRow]:
    """Yield the diplomas that wait for the organiser once the second year is over."""
    organiser: Body | None = others.get(ORGANISER)
    waiting = list(_without_diploma(group))
    if organiser is None or not waiting:
        return
    since = day_after(group.years[GroupYear.SECOND].last_day)
    for held in organiser.officers.all:
        if held.office == OFFICER and held.span.last_day >= since:
            for member in waiting:
                yield TaskRow(
                    case_id=case_id,
                    person=held.person,
                    kind=TaskKind.ISSUE_DIPLOMA,
                    subject=member.doctor,
                    since=since,
                    first_day=max(since, held.span.first_day),
                    last_day=held.span.last_day,
                )


def _without_diploma(group: Group) -> Iterator[Membership]:
    """Yield who stayed to the end of the second year and has no diploma yet."""
    second = group.years.get(GroupYear.SECOND)
    for member in group.memberships:
        stayed = second and (member.year, member.span.last_day) == (second.year, second.last_day)
        if stayed and member.doctor not in group.diplomas:
            yield member
