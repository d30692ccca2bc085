"""The organiser's list of groups, and the diplomas that wait for the organiser."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from application.groups.rows import ORGANISER, GroupRow, group_rows, group_tasks
from application.kept import leans_on
from application.plans.tasks.room import TaskKind
from domain.bodies.body import Body, BodyKind
from domain.bodies.facts import BodyEstablished, BodyOfficerAppointed
from domain.groups.group import Group
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support.groups import (
    BEGINS,
    ENDS,
    FIRST,
    GROUP,
    NAME,
    OTHER_DOCTOR,
    OTHER_PLAN,
    PLANNED,
    SECOND,
    admitted,
    diploma_issued,
    formed,
    held,
    member_left,
)
from tests.support.history import folded
from tests.support.plans import DOCTOR

OFFICER, NEXT_OFFICER, FORMER = (Id(f"{UUID(int=number)}") for number in (0x0F1, 0x0F2, 0x0F3))
DAY = timedelta(days=1)
OVER = ENDS[SECOND] + DAY
BODY = (
    BodyEstablished(kind=BodyKind.MEDICAL_ASSOCIATION, name="Legeforeningen"),
    BodyOfficerAppointed(person=OFFICER, first_day=BEGINS[FIRST], last_day=None),
    BodyOfficerAppointed(person=NEXT_OFFICER, first_day=OVER + DAY, last_day=None),
    BodyOfficerAppointed(person=FORMER, first_day=BEGINS[FIRST], last_day=ENDS[SECOND]),
)
BOTH = (*PLANNED, admitted(FIRST), admitted(SECOND))


def waiting(*facts: Fact) -> set[tuple[Id, str, date]]:
    """Return which officer is waited for, for whose diploma, from which day."""
    group, body = folded(Group, GROUP, *facts).case, folded(Body, ORGANISER, *BODY).case
    rows = list(group_tasks(GROUP, group, {ORGANISER: body}))
    assert {row.kind for row in rows} <= {TaskKind.ISSUE_DIPLOMA}
    assert {row.since for row in rows} <= {OVER}
    return {(row.person, row.subject, row.first_day) for row in rows}


def test_a_diploma_waits_for_those_in_office_once_the_second_year_is_over() -> None:
    assert waiting(*BOTH) == {(OFFICER, DOCTOR, OVER), (NEXT_OFFICER, DOCTOR, OVER + DAY)}


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param((*PLANNED, admitted(FIRST)), id="only-the-first-year"),
        pytest.param((*BOTH, member_left(SECOND, last_day=BEGINS[SECOND])), id="left-before"),
        pytest.param((*BOTH, diploma_issued()), id="issued"),
        pytest.param((formed(),), id="no-year-planned"),
    ],
)
def test_nobody_waits_for_a_diploma_that_is_not_due(facts: tuple[Fact, ...]) -> None:
    assert waiting(*facts) == set()


def test_where_no_body_is_established_nobody_is_waited_for() -> None:
    assert not list(group_tasks(GROUP, folded(Group, GROUP, *BOTH).case, {}))


def test_a_group_is_a_row_of_its_members_and_gatherings() -> None:
    other = admitted(FIRST, OTHER_DOCTOR, plan=OTHER_PLAN)
    group = folded(Group, GROUP, *BOTH, other, held(FIRST, DOCTOR, OTHER_DOCTOR)).case
    (row,) = group_rows(GROUP, group, {})
    assert row == GroupRow(
        case_id=GROUP,
        name=NAME,
        formed_on=date(2023, 5, 2),
        first_day=BEGINS[FIRST],
        last_day=ENDS[SECOND],
        members=2,
        gatherings=1,
        version=7,
    )


def test_the_rows_of_a_group_lean_on_its_organiser() -> None:
    assert leans_on(folded(Group, GROUP, *BOTH).case) == {ORGANISER}
