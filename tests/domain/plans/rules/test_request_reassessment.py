"""A new assessment: the first a right, the next after months of activities, none an appeal."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.book import IN_FORCE
from domain.law.reassessment import MONTHS_COUNTED
from domain.law.specialist_training import NEW_ASSESSMENT
from domain.plans.reassessment import NewAssessmentRequested
from domain.plans.rules.correct_fact import evidence_in
from domain.plans.rules.request_reassessment import (
    earliest_again,
)
from domain.shared.citation import Citation
from domain.shared.facts import Fact
from domain.shared.refusals import NotAllowed, RuleBroken
from tests.domain.plans.rules.reassessing import (
    DONE_SINCE,
    EARLIEST,
    FAILED_ON,
    ONE_DAY,
    again,
    demanded,
)
from tests.support.history import given
from tests.support.plans import (
    GOAL,
    OTHER_ACTIVITY,
    OTHER_GOAL,
    READY,
    approved,
    logged,
    recalled,
    submitted,
)
from tests.support.reassessments import (
    ARRANGED_ON,
    ASKED,
    FAILED,
    REFUSED,
    TO_BE_MADE,
    reassessed,
    withdrawn,
)


def test_the_doctor_asks_for_a_new_assessment_of_a_goal_not_achieved() -> None:
    asked = demanded(*REFUSED).then_recorded(NewAssessmentRequested)
    assert isinstance(asked, NewAssessmentRequested)
    assert (asked.goal, asked.round, asked.shown) == (GOAL, 1, ())
    assert asked.basis == (NEW_ASSESSMENT,)


@pytest.mark.parametrize(
    "on",
    [
        pytest.param(date(2026, 2, 12), id="L-SPF-26-the-same-day"),
        pytest.param(date(2026, 3, 6), id="L-SPF-26-after-three-weeks"),
        pytest.param(date(2029, 2, 12), id="L-SPF-26-after-three-years"),
    ],
)
def test_no_days_limit_the_first_request(on: date) -> None:
    demanded(*REFUSED, on=on).then_recorded(NewAssessmentRequested)


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(READY, id="R-ASM-06-submitted"),
        pytest.param((*READY, recalled()), id="R-ASM-06-recalled"),
        pytest.param((*READY, approved()), id="R-ASM-06-achieved"),
        pytest.param((), id="R-ASM-06-never-submitted"),
        pytest.param((*REFUSED, submitted()), id="R-ASM-06-submitted-again"),
    ],
)
def test_a_goal_that_was_not_refused_is_not_assessed_anew(facts: tuple[Fact, ...]) -> None:
    refused = demanded(*(facts or READY[:3])).then_refused(RuleBroken, rule="R-ASM-06")
    assert refused.basis == (Citation(act="spesialistforskriften", section="26", paragraph=2),)


def test_a_goal_out_of_force_is_not_assessed_anew() -> None:
    demanded(*REFUSED, in_force=frozenset({OTHER_GOAL})).then_refused(RuleBroken, rule="L-LG-02")


def test_one_new_assessment_is_under_way_for_a_goal() -> None:
    again(*ASKED, on=ARRANGED_ON).then_refused(NotAllowed, rule="R-ASM-06", saying="2026-06-01")
    again(*ASKED, withdrawn(), on=ARRANGED_ON).then_recorded(NewAssessmentRequested)


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        pytest.param(FAILED_ON, True, id="R-ASM-06-the-same-day"),
        pytest.param(EARLIEST - ONE_DAY, True, id="R-ASM-06-19-july"),
        pytest.param(EARLIEST, False, id="R-ASM-06-20-july"),
        pytest.param(date(2030, 1, 1), False, id="R-ASM-06-years-later"),
    ],
)
def test_a_further_one_is_demanded_six_months_after_the_last(on: date, refused: bool) -> None:  # noqa: FBT001
    then = again(*FAILED, *DONE_SINCE, on=on)
    if refused:
        told = then.then_refused(RuleBroken, saying="2026-07-20 at the earliest", rule="R-ASM-06")
        assert told.basis[0].paragraph == 4
        assert MONTHS_COUNTED in told.basis
    else:
        asked = then.then_recorded(NewAssessmentRequested)
        assert isinstance(asked, NewAssessmentRequested)
        assert (asked.round, len(asked.shown)) == (2, 1)


@pytest.mark.parametrize(
    ("failed_on", "earliest"),
    [
        (date(2026, 1, 20), date(2026, 7, 20)),
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
    ],
)
def test_months_end_on_the_same_number_or_the_last_there_is(
    failed_on: date, earliest: date
) -> None:
    plan = given(*TO_BE_MADE, reassessed(on=failed_on)).case
    assert earliest_again(plan, GOAL, failed_on, IN_FORCE) == earliest


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param((), id="AMB-49-nothing"),
        pytest.param(DONE_SINCE[:2], id="AMB-49-not-signed"),
        pytest.param(
            (logged(OTHER_ACTIVITY, GOAL, done_on=FAILED_ON), *DONE_SINCE[1:]),
            id="AMB-49-done-on-the-day-itself",
        ),
        pytest.param(
            (logged(OTHER_ACTIVITY, OTHER_GOAL, done_on=date(2026, 3, 2)), *DONE_SINCE[1:]),
            id="AMB-49-for-another-goal",
        ),
    ],
)
def test_waiting_is_not_enough(facts: tuple[Fact, ...]) -> None:
    again(*FAILED, *facts, on=EARLIEST).then_refused(RuleBroken, rule="AMB-49")


def test_a_refusal_by_the_leader_in_between_does_not_shorten_the_months() -> None:
    facts = (*FAILED, *DONE_SINCE, submitted(on=date(2026, 4, 1)), *REFUSED[-1:])
    again(*facts, on=EARLIEST - ONE_DAY).then_refused(RuleBroken, rule="R-ASM-06")


def test_correcting_what_was_done_since_tells_the_demand_that_leant_on_it() -> None:
    facts = (*FAILED, *DONE_SINCE)
    demanded = again(*facts, on=EARLIEST).facts[0]
    at = given(*facts, demanded)
    assert list(evidence_in(at.case, at.stored, len(facts))) == [len(facts) + 1]
