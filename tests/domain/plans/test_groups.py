"""Group guidance as the plan tells it: group years, gatherings attended, the diploma."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.catalogue.group_years import GroupYear
from domain.law.book import IN_FORCE
from domain.plans.groups import DiplomaReceived, GroupJoined
from domain.plans.plan import TrainingPlan
from domain.plans.rules.correct_fact import evidence_in
from domain.plans.rules.receive_diploma import Diploma, receive_diploma
from domain.shared.facts import Fact
from domain.shared.findings import Confidence, Force
from domain.shared.refusals import NotAllowed, RuleBroken
from tests.support.groups import (
    BEGINS,
    BOTH_YEARS,
    ENDS,
    FIRST,
    GATHERING,
    GROUP,
    ISSUED_ON,
    MET,
    NAME,
    OTHER_GROUP,
    SECOND,
    SIX_HOURS,
    attended,
    diploma_received,
    group_left,
    joined,
)
from tests.support.history import given
from tests.support.plans import APPOINTED

DAY = timedelta(days=1)


def joining(
    plan: TrainingPlan, year: GroupYear = FIRST, *, on: date | None = None, group: Any = GROUP
) -> GroupJoined:
    return plan.groups.join(
        group,
        name=NAME,
        year=year,
        joined_on=on or BEGINS[year],
        last_day=ENDS[year],
        gatherings=10,
    )


def diploma(plan: TrainingPlan, **changed: Any) -> Diploma:
    asked = Diploma(plan=plan, group=GROUP, diploma="GV-2025-017", on=ISSUED_ON, law=IN_FORCE)
    return replace(asked, **changed)


def test_a_doctor_joins_the_years_in_their_order() -> None:
    given(*APPOINTED).when(joining).then(joined())
    given(*APPOINTED, joined()).when(lambda plan: joining(plan, SECOND)).then(joined(SECOND))


def test_the_years_may_be_in_different_groups() -> None:
    at = given(*APPOINTED, joined(FIRST, OTHER_GROUP))
    at.when(lambda plan: joining(plan, SECOND)).then(joined(SECOND))


@pytest.mark.parametrize(
    ("facts", "year", "on", "code"),
    [
        pytest.param((), SECOND, None, "second-before-first", id="R-GRP-01-no-first-year"),
        pytest.param(
            (joined(),), FIRST, ENDS[FIRST], "group-years-overlap", id="R-GRP-01-same-days"
        ),
        pytest.param(
            (joined(last_day=BEGINS[SECOND]),),
            SECOND,
            None,
            "group-years-overlap",
            id="R-GRP-01-one-day",
        ),
    ],
)
def test_group_years_that_cannot_be_are_refused(
    facts: tuple[Fact, ...], year: GroupYear, on: date | None, code: str
) -> None:
    at = given(*APPOINTED, *facts)
    then = at.when(lambda plan: joining(plan, year, on=on, group=OTHER_GROUP))
    assert then.then_refused(NotAllowed, rule="R-GRP-01").code == code


def test_one_who_left_joins_another_group_the_day_after() -> None:
    at = given(*APPOINTED, joined(), group_left(last_day=date(2024, 1, 31)))
    at.when(lambda plan: joining(plan, on=date(2024, 2, 1), group=OTHER_GROUP)).then_recorded(
        GroupJoined
    )
    early = at.when(lambda plan: joining(plan, on=date(2024, 1, 31), group=OTHER_GROUP))
    assert early.then_refused(NotAllowed).code == "group-years-overlap"


def attending(plan: TrainingPlan, on: date) -> Fact:
    return plan.groups.attend(
        GATHERING, group=GROUP, year=FIRST, held_on=on, duration_minutes=SIX_HOURS
    )


def test_a_gathering_is_attended_on_a_day_of_membership() -> None:
    at = given(*APPOINTED, joined())
    at.when(lambda plan: attending(plan, MET[FIRST])).then(attended())


@pytest.mark.parametrize("day", [BEGINS[FIRST] - DAY, ENDS[FIRST] + DAY])
def test_no_gathering_is_attended_outside_membership(day: date) -> None:
    outside = given(*APPOINTED, joined()).when(lambda plan: attending(plan, day))
    assert outside.then_refused(NotAllowed, rule="R-GRP-01").code == "not-a-member"


def test_a_gathering_is_attended_once_and_one_does_not_leave_before_it() -> None:
    at = given(*APPOINTED, joined(), attended())
    again = at.when(lambda plan: attending(plan, MET[FIRST]))
    assert again.then_refused(NotAllowed, rule="R-GRP-01").code == "gathering-exists"
    early = MET[FIRST] - DAY
    left = at.when(lambda plan: plan.groups.leave(GROUP, year=FIRST, last_day=early))
    assert left.then_refused(NotAllowed, rule="R-GRP-01").code == "attended-later"


def test_one_leaves_a_group_one_is_in() -> None:
    leaving = date(2024, 1, 31)
    at = given(*APPOINTED, joined())
    at.when(lambda plan: plan.groups.leave(GROUP, year=FIRST, last_day=leaving)).then(group_left())
    other = at.when(lambda plan: plan.groups.leave(OTHER_GROUP, year=FIRST, last_day=leaving))
    assert other.then_refused(NotAllowed).code == "not-a-member"


def test_a_diploma_with_120_hours_finds_nothing() -> None:
    twenty = [attended(year, on=MET[year] + DAY * n) for year in GroupYear for n in range(10)]
    at = given(*APPOINTED, joined(), *twenty[:10], joined(SECOND), *twenty[10:])
    fact = at.when(lambda plan: receive_diploma(diploma(plan))).then_recorded(DiplomaReceived)
    assert isinstance(fact, DiplomaReceived)
    assert (fact.minutes_attended, fact.findings) == (120 * 60, ())
    assert [place.nb for place in fact.basis] == ["spesialistforskriften § 2 fjerde ledd"]


def test_a_diploma_with_114_hours_is_met_and_the_finding_shown() -> None:
    nineteen = [attended(year, on=MET[year] + DAY * n) for year in GroupYear for n in range(10)][1:]
    at = given(*APPOINTED, joined(), *nineteen[:9], joined(SECOND), *nineteen[9:])
    fact = at.when(lambda plan: receive_diploma(diploma(plan))).then_recorded(DiplomaReceived)
    assert isinstance(fact, DiplomaReceived)
    (finding,) = fact.findings
    assert (finding.rule, finding.force, finding.confidence) == (
        "R-GRP-01",
        Force.INFO,
        Confidence.B,
    )
    assert finding.says.nb == "Det er ført 114 timer gruppeveiledning; anbefalt er 120."


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        pytest.param((), ISSUED_ON, id="R-GRP-01-no-year"),
        pytest.param((joined(), attended()), ISSUED_ON, id="R-GRP-01-one-year"),
        pytest.param((joined(), attended(), joined(SECOND)), ISSUED_ON, id="R-GRP-01-not-there"),
        pytest.param(BOTH_YEARS, MET[SECOND] - DAY, id="R-GRP-01-the-day-before"),
    ],
)
def test_a_diploma_without_two_group_years_is_refused(facts: tuple[Fact, ...], on: date) -> None:
    then = given(*APPOINTED, *facts).when(lambda plan: receive_diploma(diploma(plan, on=on)))
    refused = then.then_refused(RuleBroken, rule="R-GRP-01", saying="two group years")
    assert refused.basis[0].section == "2"


def test_a_diploma_can_be_issued_at_the_gathering_that_made_two_years() -> None:
    at = given(*APPOINTED, *BOTH_YEARS)
    then = at.when(lambda plan: receive_diploma(diploma(plan, on=MET[SECOND])))
    then.then_recorded(DiplomaReceived)


def test_a_diploma_from_before_the_scheme_is_judged_by_the_law_of_the_training() -> None:
    days = {FIRST: date(2015, 9, 1), SECOND: date(2016, 9, 1)}
    years = [
        fact
        for year, day in days.items()
        for fact in (
            joined(year, on=day, last_day=day + DAY * 300),
            attended(year, on=day + DAY, gathering=GATHERING),
        )
    ]
    at = given(*APPOINTED, *years)
    then = at.when(lambda plan: receive_diploma(diploma(plan, on=date(2017, 6, 1))))
    then.then_recorded(DiplomaReceived)


def test_a_diploma_is_received_once() -> None:
    at = given(*APPOINTED, *BOTH_YEARS, diploma_received())
    refused = at.when(lambda plan: receive_diploma(diploma(plan))).then_refused(NotAllowed)
    assert refused.code == "diploma-received"


@pytest.mark.parametrize(
    ("later", "leant_on"),
    [
        pytest.param((attended(),), True, id="a-gathering"),
        pytest.param((group_left(),), True, id="leaving"),
        pytest.param((joined(SECOND),), True, id="the-second-year"),
        pytest.param((diploma_received(),), True, id="the-diploma"),
        pytest.param((), False, id="nothing"),
    ],
)
def test_a_group_year_is_corrected_after_what_leans_on_it(
    later: tuple[Fact, ...], *, leant_on: bool
) -> None:
    at = given(*APPOINTED, joined(), *later)
    asked = at.when(lambda plan: plan.correctable(len(APPOINTED) + 1))
    if leant_on:
        assert asked.then_refused(NotAllowed).code == "leant-on"
    else:
        asked.then(joined())


def test_a_gathering_is_corrected_by_itself_and_the_diploma_shown_to_have_leant_on_it() -> None:
    at = given(*APPOINTED, *BOTH_YEARS, diploma_received())
    assert at.case.correctable(len(APPOINTED) + 2) == attended()
    assert list(evidence_in(at.case, at.stored, len(APPOINTED) + 2)) == [at.case.version]
    assert list(evidence_in(at.case, at.stored, len(APPOINTED) + 1)) == []


def test_what_was_attended_before_a_move_counts_in_the_plan_of_today() -> None:
    before = (given(*APPOINTED, joined(), attended()).case.groups,)
    at = given(*APPOINTED)
    second = at.when(
        lambda plan: plan.groups.join(
            GROUP,
            name=NAME,
            year=SECOND,
            joined_on=BEGINS[SECOND],
            last_day=ENDS[SECOND],
            gatherings=10,
            earlier=before,
        )
    )
    second.then(joined(SECOND))
    moved = given(*APPOINTED, joined(SECOND), attended(SECOND))
    fact = moved.when(lambda plan: receive_diploma(diploma(plan, earlier=before)))
    received = fact.then_recorded(DiplomaReceived)
    assert isinstance(received, DiplomaReceived)
    assert received.minutes_attended == 2 * SIX_HOURS


def test_group_years_do_not_overlap_those_of_the_plan_moved_from() -> None:
    before = (given(*APPOINTED, joined()).case.groups,)
    then = given(*APPOINTED).when(
        lambda plan: plan.groups.join(
            OTHER_GROUP,
            name=NAME,
            year=FIRST,
            joined_on=ENDS[FIRST],
            last_day=ENDS[FIRST],
            gatherings=10,
            earlier=before,
        )
    )
    assert then.then_refused(NotAllowed).code == "group-years-overlap"
