"""A guidance group at work: gatherings held, members leaving, diplomas, and corrections."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.groups.facts import GatheringHeld, GroupFactCorrected
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid, NotAllowed, Refused
from tests.domain.groups.asking import DAY, WITH_MEMBER, group, holding
from tests.support.groups import (
    BEGINS,
    ENDS,
    FIRST,
    GATHERING,
    ISSUED_ON,
    MET,
    NEXT_GATHERING,
    OTHER_DOCTOR,
    OTHER_PLAN,
    PLANNED,
    SECOND,
    admitted,
    diploma_issued,
    formed,
    held,
    member_left,
    year_planned,
)
from tests.support.plans import DOCTOR
from tests.support.stories import in_error


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
    ("facts", "on", "code"),
    [
        pytest.param(WITH_MEMBER, ISSUED_ON, "not-in-second-year", id="only-of-the-first"),
        pytest.param(
            (*PLANNED, admitted(SECOND)),
            BEGINS[SECOND] - DAY,
            "before-second-year",
            id="before-it-began",
        ),
    ],
)
def test_a_diploma_is_for_members_of_the_second_year(
    facts: tuple[Fact, ...], on: date, code: str
) -> None:
    then = group(*facts).when(lambda case: case.issue_diploma(DOCTOR, diploma="1", on=on))
    refused = then.then_refused(NotAllowed, rule="R-GRP-01")
    assert refused.code == code
    assert DOCTOR not in f"{refused.text}"


def test_a_refusal_of_a_group_names_nobody_by_an_id() -> None:
    for refused in (
        group(*WITH_MEMBER).when(holding(present=(OTHER_DOCTOR,))),
        group(*WITH_MEMBER).when(lambda case: case.leave(FIRST, OTHER_DOCTOR, last_day=MET[FIRST])),
    ):
        assert OTHER_DOCTOR not in f"{refused.then_refused(NotAllowed).text}"


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
