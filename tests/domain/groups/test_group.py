"""A guidance group: formed, its years planned, members admitted, gatherings held, diplomas."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from domain.catalogue.group_years import GroupYear
from domain.groups.facts import GatheringHeld, GroupFactCorrected, GroupYearPlanned, MemberAdmitted
from domain.groups.group import Group
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound, Refused
from tests.support.groups import (
    BEGINS,
    ENDS,
    FIRST,
    GATHERING,
    GROUP,
    ISSUED_ON,
    MET,
    NAME,
    NEXT_GATHERING,
    OTHER_DOCTOR,
    OTHER_PLAN,
    PLAN,
    PLANNED,
    SECOND,
    SIX_HOURS,
    admitted,
    diploma_issued,
    formed,
    held,
    member_left,
    year_planned,
)
from tests.support.history import Given, folded
from tests.support.plans import DOCTOR
from tests.support.stories import in_error

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


def test_a_gathering_is_held_with_the_members_present() -> None:
    group(*WITH_MEMBER).when(holding()).then(held(gathering=NEXT_GATHERING))
    twice = group(*WITH_MEMBER).when(holding(present=(DOCTOR, DOCTOR)))
    twice.then(held(gathering=NEXT_GATHERING))


@pytest.mark.parametrize(
    ("changed", "kind", "code", "field"),
    [
        pytest.param({"present": ()}, Invalid, "nobody-present", "present", id="nobody"),
        pytest.param(
            {"present": (DOCTOR, OTHER_DOCTOR)},
            NotAllowed,
            "not-a-member",
            "present",
            id="stranger",
        ),
        pytest.param(
            {"held_on": BEGINS[FIRST] - DAY},
            NotAllowed,
            "outside-the-group-year",
            "heldOn",
            id="before-the-year",
        ),
        pytest.param(
            {"held_on": ENDS[FIRST] + DAY},
            NotAllowed,
            "outside-the-group-year",
            "heldOn",
            id="after-the-year",
        ),
    ],
)
def test_a_gathering_that_cannot_be_is_refused(
    changed: dict[str, Any], kind: type[Refused], code: str, field: str
) -> None:
    refused = group(*WITH_MEMBER).when(holding(**changed)).then_refused(kind, rule="R-GRP-01")
    assert (refused.code, refused.field) == (code, field)


@pytest.mark.parametrize("minutes", [0, 601])
def test_a_gathering_lasts_some_minutes_and_not_more_than_a_day(minutes: int) -> None:
    refused = group(*WITH_MEMBER).when(holding(duration_minutes=minutes)).then_refused(Invalid)
    assert refused.code == "duration-out-of-range"


def test_a_gathering_is_recorded_once_and_a_group_meets_once_a_day() -> None:
    at = group(*WITH_MEMBER, held())
    assert at.when(holding()).then_refused(NotAllowed).code == "gathering-exists"
    same = at.when(
        lambda case: case.hold(
            GATHERING, FIRST, held_on=ENDS[FIRST], duration_minutes=60, present=(DOCTOR,)
        )
    )
    assert same.then_refused(NotAllowed, rule="R-GRP-01").code == "gathering-exists"


def test_one_who_left_attends_no_more() -> None:
    last_day = MET[FIRST]
    at = group(*WITH_MEMBER, member_left(last_day=last_day))
    at.when(holding()).then_recorded(GatheringHeld)
    later = at.when(holding(held_on=last_day + DAY))
    assert later.then_refused(NotAllowed, rule="R-GRP-01").code == "not-a-member"


def test_a_doctor_leaves_on_a_day_not_before_the_last_gathering_attended() -> None:
    at = group(*WITH_MEMBER, held())
    at.when(lambda case: case.leave(FIRST, DOCTOR, last_day=MET[FIRST])).then(
        member_left(last_day=MET[FIRST])
    )
    early = at.when(lambda case: case.leave(FIRST, DOCTOR, last_day=MET[FIRST] - DAY))
    assert early.then_refused(NotAllowed, rule="R-GRP-01").code == "attended-later"
    stranger = at.when(lambda case: case.leave(FIRST, OTHER_DOCTOR, last_day=MET[FIRST]))
    assert stranger.then_refused(NotAllowed, rule="R-GRP-01").code == "not-a-member"


def test_a_diploma_is_issued_once_to_one_of_the_second_year() -> None:
    at = group(*PLANNED, admitted(SECOND))
    issuing = at.when(lambda case: case.issue_diploma(DOCTOR, diploma="GV-2025-017", on=ISSUED_ON))
    issuing.then(diploma_issued())
    again = group(*PLANNED, admitted(SECOND), diploma_issued()).when(
        lambda case: case.issue_diploma(DOCTOR, diploma="2", on=ISSUED_ON)
    )
    assert again.then_refused(NotAllowed, rule="R-GRP-01").code == "diploma-issued"


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        pytest.param(WITH_MEMBER, ISSUED_ON, id="only-of-the-first"),
        pytest.param((*PLANNED, admitted(SECOND)), BEGINS[SECOND] - DAY, id="before-it-began"),
    ],
)
def test_a_diploma_is_for_members_of_the_second_year(facts: tuple[Fact, ...], on: date) -> None:
    then = group(*facts).when(lambda case: case.issue_diploma(DOCTOR, diploma="1", on=on))
    assert then.then_refused(NotAllowed, rule="R-GRP-01").code == "not-a-member"


@pytest.mark.parametrize(
    ("later", "version"),
    [
        pytest.param((year_planned(SECOND),), 1, id="a-year-on-the-group"),
        pytest.param((year_planned(SECOND),), 2, id="the-second-year-on-the-first"),
        pytest.param((admitted(),), 2, id="a-member-on-the-year"),
        pytest.param((admitted(), held()), 2, id="a-gathering-on-the-year"),
        pytest.param((admitted(), held()), 3, id="a-gathering-on-its-members"),
        pytest.param((admitted(), member_left()), 3, id="leaving-on-being-admitted"),
        pytest.param(
            (admitted(), member_left(), admitted(first_day=date(2024, 3, 1))),
            4,
            id="coming-back-on-having-left",
        ),
    ],
)
def test_what_others_lean_on_is_corrected_after_them(later: tuple[Fact, ...], version: int) -> None:
    at = group(formed(), year_planned(FIRST), *later)
    assert (
        at.when(lambda case: case.correctable(version)).then_refused(NotAllowed).code == "leant-on"
    )


def test_what_nobody_leans_on_is_struck() -> None:
    other = admitted(FIRST, OTHER_DOCTOR, plan=OTHER_PLAN)
    at = group(*WITH_MEMBER, other, held())
    assert at.case.correctable(5) == other
    at.case.apply(GroupFactCorrected(**in_error(6, "group.gathering-held")))
    assert not at.case.gatherings
    assert at.case.correctable(4) == admitted()
