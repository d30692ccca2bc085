"""A simulated doctor's two years of group guidance, told in the plan and in the group."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from application.actors import Role
from application.demo.career import Career
from application.demo.groups import GATHERINGS, SIX_HOURS, GuidanceGroup
from domain.catalogue.group_years import GroupYear
from domain.plans.rules.receive_diploma import Diploma, receive_diploma
from domain.shared.facts import Fact

SETTLED_IN = timedelta(days=60)
AUGUST = 8
PRESENT = 0.93
LEAVES = 0.05
DIPLOMA = 0.9
"""How many are given theirs; the others' wait in the organiser's tasks."""


def membership(career: Career) -> None:
    """Put both group years on the calendar, from the first autumn after settling in."""
    ready = career.starts_on + SETTLED_IN
    autumn = ready.year if ready.month < AUGUST else ready.year + 1
    group = career.world.group(autumn)
    if career.draw.random() < LEAVES:
        _begin_and_leave(career, group)
        group = career.world.group(autumn + 1)
    for year in GroupYear:
        career.exactly(group.admission(year), partial(_admit, career, group, year))
        for at in group.gatherings(year):
            if career.draw.random() < PRESENT:
                career.exactly(at, partial(_attend, career, group, year))
    if career.draw.random() < DIPLOMA:
        career.exactly(group.diplomas(), partial(_receive_diploma, career, group))


def _begin_and_leave(career: Career, group: GuidanceGroup) -> None:
    """Have the doctor begin a first year and leave it before its third gathering."""
    year = GroupYear.FIRST
    career.exactly(group.admission(year), partial(_admit, career, group, year))
    first, second, *_ = group.gatherings(year)
    career.exactly(first, partial(_attend, career, group, year))
    career.exactly(second, partial(_leave, career, group))


def _record(career: Career, fact: Fact, at: datetime, group: GuidanceGroup) -> None:
    career.record(fact, at=at, by=group.organiser, acting_as=Role.GROUP_ORGANISER)


def _admit(career: Career, group: GuidanceGroup, year: GroupYear, at: datetime) -> None:
    plan, first_day = career.book.case_id, group.first_day(year)
    joined = career.plan.groups.join(
        group.book.case_id,
        name=group.name,
        year=year,
        joined_on=first_day,
        last_day=group.last_day(year),
        gatherings=GATHERINGS,
    )
    _record(career, joined, at, group)
    group.note(at, lambda case: case.admit(year, career.doctor, plan=plan, first_day=first_day))


def _attend(career: Career, group: GuidanceGroup, year: GroupYear, at: datetime) -> None:
    attended = career.plan.groups.attend(
        group.gathering_id(at),
        group=group.book.case_id,
        year=year,
        held_on=at.date(),
        duration_minutes=SIX_HOURS,
    )
    _record(career, attended, at, group)
    group.note_present(year, at, career.doctor)


def _leave(career: Career, group: GuidanceGroup, at: datetime) -> None:
    year, last_day = GroupYear.FIRST, at.date()
    left = career.plan.groups.leave(group.book.case_id, year=year, last_day=last_day)
    _record(career, left, at, group)
    group.note(at, lambda case: case.leave(year, career.doctor, last_day=last_day))


def _receive_diploma(career: Career, group: GuidanceGroup, at: datetime) -> None:
    number = f"GV-{at.year}-{career.number:03}"
    received = receive_diploma(
        Diploma(
            plan=career.plan,
            group=group.book.case_id,
            diploma=number,
            on=at.date(),
            law=career.law,
        )
    )
    _record(career, received, at, group)
    group.note(at, lambda case: case.issue_diploma(career.doctor, diploma=number, on=at.date()))
