"""Recorded facts of a guidance group, and of what a plan tells of it. Made here, never acted."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.catalogue.group_years import GroupYear
from domain.groups.facts import (
    DiplomaIssued,
    GatheringHeld,
    GroupFormed,
    GroupYearPlanned,
    MemberAdmitted,
    MemberLeft,
)
from domain.plans.groups import DiplomaReceived, GatheringAttended, GroupJoined, GroupLeft
from domain.shared.ids import Id
from tests.support.plans import DOCTOR, LAW

GROUP = Id(f"{UUID(int=0x6E1)}")
OTHER_GROUP = Id(f"{UUID(int=0x6E2)}")
OTHER_DOCTOR = Id(f"{UUID(int=0xD0D)}")
PLAN = Id(f"{UUID(int=0x9A1)}")
OTHER_PLAN = Id(f"{UUID(int=0x9A2)}")
GATHERING = Id(f"{UUID(int=0x6A1)}")
NEXT_GATHERING = Id(f"{UUID(int=0x6A2)}")

NAME = "Veiledningsgruppe Hamar"
FIRST, SECOND = GroupYear.FIRST, GroupYear.SECOND
BEGINS = {FIRST: date(2023, 9, 1), SECOND: date(2024, 9, 1)}
ENDS = {FIRST: date(2024, 6, 30), SECOND: date(2025, 6, 30)}
MET = {FIRST: date(2023, 10, 4), SECOND: date(2024, 10, 2)}
ISSUED_ON = date(2025, 6, 20)
SIX_HOURS = 360


def formed() -> GroupFormed:
    return GroupFormed(name=NAME, formed_on=date(2023, 5, 2))


def year_planned(year: GroupYear = FIRST) -> GroupYearPlanned:
    return GroupYearPlanned(year=year, first_day=BEGINS[year], last_day=ENDS[year], gatherings=10)


def admitted(
    year: GroupYear = FIRST,
    doctor: Id = DOCTOR,
    *,
    plan: Id = PLAN,
    first_day: date | None = None,
) -> MemberAdmitted:
    return MemberAdmitted(year=year, doctor=doctor, plan=plan, first_day=first_day or BEGINS[year])


def member_left(
    year: GroupYear = FIRST, doctor: Id = DOCTOR, *, last_day: date = date(2024, 1, 31)
) -> MemberLeft:
    return MemberLeft(year=year, doctor=doctor, last_day=last_day)


def held(
    year: GroupYear = FIRST,
    *present: Id,
    gathering: Id = GATHERING,
    on: date | None = None,
    minutes: int = SIX_HOURS,
) -> GatheringHeld:
    return GatheringHeld(
        gathering=gathering,
        year=year,
        held_on=on or MET[year],
        duration_minutes=minutes,
        present=present or (DOCTOR,),
    )


def diploma_issued(doctor: Id = DOCTOR) -> DiplomaIssued:
    return DiplomaIssued(doctor=doctor, diploma="GV-2025-017", issued_on=ISSUED_ON)


def joined(
    year: GroupYear = FIRST,
    group: Id = GROUP,
    *,
    on: date | None = None,
    last_day: date | None = None,
) -> GroupJoined:
    return GroupJoined(
        group=group,
        name=NAME,
        year=year,
        joined_on=on or BEGINS[year],
        last_day=last_day or ENDS[year],
        gatherings=10,
    )


def attended(
    year: GroupYear = FIRST,
    *,
    gathering: Id = GATHERING,
    on: date | None = None,
    minutes: int = SIX_HOURS,
) -> GatheringAttended:
    return GatheringAttended(
        group=GROUP,
        year=year,
        gathering=gathering,
        held_on=on or MET[year],
        duration_minutes=minutes,
    )


def group_left(year: GroupYear = FIRST, *, last_day: date = date(2024, 1, 31)) -> GroupLeft:
    return GroupLeft(group=GROUP, year=year, last_day=last_day)


def diploma_received(*, minutes: int = 2 * SIX_HOURS) -> DiplomaReceived:
    return DiplomaReceived(
        group=GROUP,
        diploma="GV-2025-017",
        issued_on=ISSUED_ON,
        minutes_attended=minutes,
        law=LAW,
        basis=(),
        findings=(),
    )


PLANNED = (formed(), year_planned(FIRST), year_planned(SECOND))
"""A group with both its years planned."""

BOTH_YEARS = (joined(FIRST), attended(FIRST), joined(SECOND), attended(SECOND))
"""What a plan tells of a doctor who took part in both years."""
