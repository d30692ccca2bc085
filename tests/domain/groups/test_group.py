"""A guidance group: formed, its years planned, its members admitted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from domain.catalogue.group_years import GroupYear
from domain.groups.facts import GroupYearPlanned, MemberAdmitted
from domain.groups.group import Group
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid, NotAllowed, NotFound, Refused
from tests.domain.groups.asking import DAY, WITH_MEMBER, admitting, group, holding, planning
from tests.support.groups import (
    BEGINS,
    ENDS,
    FIRST,
    ISSUED_ON,
    NAME,
    PLANNED,
    SECOND,
    admitted,
    formed,
    member_left,
    year_planned,
)
from tests.support.plans import DOCTOR


def test_a_group_is_formed_once_under_a_name() -> None:
    on = date(2023, 5, 2)
    group().when(lambda case: case.form(name=f" {NAME} ", on=on)).then(formed())
    again = group(formed()).when(lambda case: case.form(name="Ny", on=on))
    assert again.then_refused(NotAllowed).code == "group-exists"
    blank = group().when(lambda case: case.form(name=" ", on=on))
    assert blank.then_refused(Invalid).field == "name"


@pytest.mark.parametrize(
    "act",
    [
        planning(FIRST),
        admitting(),
        holding(),
        lambda case: case.leave(FIRST, DOCTOR, last_day=ENDS[FIRST]),
        lambda case: case.issue_diploma(DOCTOR, diploma="1", on=ISSUED_ON),
    ],
    ids=["plan", "admit", "hold", "leave", "diploma"],
)
def test_a_group_nobody_formed_is_not_found(act: Callable[[Group], Fact]) -> None:
    assert group().when(act).then_refused(NotFound).code == "unknown-group"


def test_the_two_years_are_planned_one_after_the_other() -> None:
    group(formed()).when(planning(FIRST)).then(year_planned(FIRST))
    group(formed(), year_planned(FIRST)).when(planning(SECOND)).then(year_planned(SECOND))


@pytest.mark.parametrize(
    ("facts", "year", "changed", "kind", "code"),
    [
        pytest.param(
            (formed(), year_planned()), FIRST, {}, NotAllowed, "year-planned", id="R-GRP-01-twice"
        ),
        pytest.param(
            (formed(),), SECOND, {}, NotAllowed, "second-before-first", id="R-GRP-01-second-alone"
        ),
        pytest.param(
            (formed(), year_planned()),
            SECOND,
            {"first_day": ENDS[FIRST]},
            NotAllowed,
            "group-years-overlap",
            id="R-GRP-01-overlap",
        ),
        pytest.param(
            (formed(),),
            FIRST,
            {"last_day": BEGINS[FIRST] + timedelta(days=551)},
            Invalid,
            "year-too-long",
            id="R-GRP-01-too-long",
        ),
        pytest.param(
            (formed(),),
            FIRST,
            {"gatherings": 0},
            Invalid,
            "gatherings-out-of-range",
            id="R-GRP-01-none",
        ),
        pytest.param(
            (formed(),),
            FIRST,
            {"gatherings": 61},
            Invalid,
            "gatherings-out-of-range",
            id="R-GRP-01-many",
        ),
    ],
)
def test_a_year_that_cannot_be_is_refused(
    facts: tuple[Fact, ...],
    year: GroupYear,
    changed: dict[str, Any],
    kind: type[Refused],
    code: str,
) -> None:
    refused = group(*facts).when(planning(year, **changed)).then_refused(kind, rule="R-GRP-01")
    assert refused.code == code


def test_a_year_does_not_end_before_it_begins() -> None:
    reversed_days = planning(FIRST, last_day=BEGINS[FIRST] - DAY)
    assert group(formed()).when(reversed_days).then_refused(Invalid).code == "days-reversed"


def test_the_second_year_may_begin_the_day_after_the_first() -> None:
    next_day = planning(SECOND, first_day=ENDS[FIRST] + DAY)
    group(formed(), year_planned()).when(next_day).then_recorded(GroupYearPlanned)


def test_a_doctor_is_admitted_from_a_day_in_the_year() -> None:
    group(*PLANNED).when(admitting()).then(admitted())
    group(*PLANNED).when(admitting(on=ENDS[FIRST])).then_recorded(MemberAdmitted)


@pytest.mark.parametrize(
    ("facts", "act", "kind", "code"),
    [
        pytest.param((formed(),), admitting(), NotFound, "unknown-group-year", id="no-year"),
        pytest.param(
            PLANNED,
            admitting(on=BEGINS[FIRST] - DAY),
            NotAllowed,
            "outside-the-group-year",
            id="before",
        ),
        pytest.param(
            PLANNED,
            admitting(on=ENDS[FIRST] + DAY),
            NotAllowed,
            "outside-the-group-year",
            id="after",
        ),
        pytest.param(WITH_MEMBER, admitting(), NotAllowed, "already-a-member", id="twice"),
    ],
)
def test_a_doctor_who_cannot_be_admitted_is_refused(
    facts: tuple[Fact, ...], act: Callable[[Group], Fact], kind: type[Refused], code: str
) -> None:
    assert group(*facts).when(act).then_refused(kind, rule="R-GRP-01").code == code


def test_a_doctor_who_left_is_admitted_again_from_a_later_day() -> None:
    at = group(*WITH_MEMBER, member_left(last_day=date(2024, 1, 31)))
    at.when(admitting(on=date(2024, 2, 1))).then_recorded(MemberAdmitted)
    again = at.when(admitting(on=date(2024, 1, 31)))
    assert again.then_refused(NotAllowed).code == "already-a-member"
