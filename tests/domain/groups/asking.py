"""Acts on a group with every answer in order, of which a test changes one thing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from domain.catalogue.group_years import GroupYear
from domain.groups.facts import GatheringHeld, GroupYearPlanned, MemberAdmitted
from domain.groups.group import Group
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support.groups import (
    BEGINS,
    ENDS,
    FIRST,
    GROUP,
    MET,
    NEXT_GATHERING,
    PLAN,
    PLANNED,
    SIX_HOURS,
    admitted,
)
from tests.support.history import Given, folded
from tests.support.plans import DOCTOR

DAY = timedelta(days=1)
WITH_MEMBER = (*PLANNED, admitted())


def group(*facts: Fact) -> Given[Group]:
    return folded(Group, GROUP, *facts)


def planning(year: GroupYear, **changed: Any) -> Callable[[Group], GroupYearPlanned]:
    said: dict[str, Any] = {
        "first_day": BEGINS[year],
        "last_day": ENDS[year],
        "gatherings": 10,
    }
    return lambda case: case.plan_year(year, **(said | changed))


def admitting(
    year: GroupYear = FIRST, doctor: Id = DOCTOR, *, on: date | None = None
) -> Callable[[Group], MemberAdmitted]:
    return lambda case: case.admit(year, doctor, plan=PLAN, first_day=on or BEGINS[year])


def holding(year: GroupYear = FIRST, **changed: Any) -> Callable[[Group], GatheringHeld]:
    said: dict[str, Any] = {
        "held_on": MET[year],
        "duration_minutes": SIX_HOURS,
        "present": (DOCTOR,),
    }
    return lambda case: case.hold(NEXT_GATHERING, year, **(said | changed))
