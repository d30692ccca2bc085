"""Service: entered as it was, confirmed by the leader when it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.plans.plan import TrainingPlan
from domain.plans.rules.confirm_service import Confirmation, confirm_service
from domain.plans.service import (
    FARTHEST_AHEAD,
    LONGEST_SERVICE,
    ServiceEntered,
    ServiceKind,
)
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.domain.plans.asking import SETTING
from tests.support.history import given
from tests.support.plans import APPOINTED, DOCTOR, LEADER, STARTS, SUPERVISOR, corrected
from tests.support.services import (
    CONFIRMED_ON,
    EMPLOYER,
    OTHER_PERIOD,
    PERIOD,
    SERVED_TO,
    service_confirmed,
    service_entered,
)

ONE_DAY = timedelta(days=1)
ENTERED = (*APPOINTED, service_entered())


def entering(plan: TrainingPlan, **changed: Any) -> ServiceEntered:
    asked: dict[str, Any] = {
        "kind": ServiceKind.OPEN_UNSELECTED_PRACTICE,
        "arena": "ARE-04",
        "employer": EMPLOYER,
        "first_day": STARTS,
        "last_day": SERVED_TO,
        "percentage": 80,
        "on": CONFIRMED_ON,
    }
    return plan.service.enter(changed.pop("period", PERIOD), **(asked | changed))


def confirming(plan: TrainingPlan, **changed: Any) -> Confirmation:
    asked = Confirmation(plan=plan, period=PERIOD, by=LEADER, on=CONFIRMED_ON, setting=SETTING)
    return replace(asked, **changed)


def test_the_doctor_enters_service() -> None:
    given(*APPOINTED).when(entering).then(service_entered())


def test_posts_that_overlap_are_entered_as_they_were() -> None:
    given(*ENTERED).when(lambda plan: entering(plan, period=OTHER_PERIOD, percentage=20)).then(
        service_entered(OTHER_PERIOD, percentage=20)
    )


def test_a_period_is_entered_once() -> None:
    given(*ENTERED).when(entering).then_refused(NotAllowed, saying="exists")


@pytest.mark.parametrize("percentage", [1, 100])
def test_a_percentage_is_from_one_to_a_hundred(percentage: int) -> None:
    then = given(*APPOINTED).when(lambda plan: entering(plan, percentage=percentage))
    then.then(service_entered(percentage=percentage))


@pytest.mark.parametrize("percentage", [-20, 0, 101])
def test_other_percentages_are_refused(percentage: int) -> None:
    then = given(*APPOINTED).when(lambda plan: entering(plan, percentage=percentage))
    refused = then.then_refused(Invalid, saying=f"1 to 100, not {percentage}", rule="R-SVC-01")
    assert refused.field == "percentage"


def test_service_does_not_end_before_it_begins() -> None:
    then = given(*APPOINTED).when(lambda plan: entering(plan, last_day=date(2025, 8, 31)))
    then.then_refused(Invalid, saying="cannot be before the first day")


TODAY = date(2026, 5, 4)
LONG_AGO = date(1976, 5, 4)


@pytest.mark.parametrize(
    ("days", "code", "field"),
    [
        pytest.param((LONG_AGO, LONG_AGO + LONGEST_SERVICE), None, None, id="as-long-as-can-be"),
        pytest.param(
            (LONG_AGO, LONG_AGO + LONGEST_SERVICE + ONE_DAY),
            *("service-too-long", "firstDay"),
            id="a-day-longer",
        ),
        pytest.param((STARTS, TODAY + FARTHEST_AHEAD), None, None, id="as-far-ahead-as-can-be"),
        pytest.param(
            (STARTS, TODAY + FARTHEST_AHEAD + ONE_DAY),
            *("service-too-far-ahead", "lastDay"),
            id="a-day-farther",
        ),
    ],
)
def test_days_nobody_serves_are_a_typing_error(
    days: tuple[date, date], code: str | None, field: str | None
) -> None:
    first_day, last_day = days
    then = given(*APPOINTED).when(
        lambda plan: entering(plan, first_day=first_day, last_day=last_day, on=TODAY)
    )
    if code is None:
        then.then_recorded(ServiceEntered)
    else:
        refused = then.then_refused(Invalid)
        assert (refused.code, refused.field) == (code, field)


def test_an_employer_is_stated() -> None:
    then = given(*APPOINTED).when(lambda plan: entering(plan, employer="  "))
    then.then_refused(Invalid, saying="cannot be empty")


def test_the_leader_confirms_service() -> None:
    given(*ENTERED).when(lambda plan: confirm_service(confirming(plan))).then(service_confirmed())


@pytest.mark.parametrize(
    ("on", "over"),
    [
        pytest.param(SERVED_TO - ONE_DAY, False, id="R-CNF-01-the-day-before-the-last"),
        pytest.param(SERVED_TO, True, id="R-CNF-01-the-last-day"),
        pytest.param(CONFIRMED_ON, True, id="R-CNF-01-afterwards"),
    ],
)
def test_service_is_confirmed_from_its_last_day(on: date, over: bool) -> None:  # noqa: FBT001
    then = given(*ENTERED).when(lambda p: confirm_service(confirming(p, on=on)))
    if over:
        then.then(service_confirmed(on=on))
    else:
        told = then.then_refused(RuleBroken, saying="until 2026-02-28", rule="R-CNF-01")
        assert (told.basis[0].section, told.basis[0].letter) == ("25", "e")


def test_unknown_service_is_not_confirmed() -> None:
    then = given(*APPOINTED).when(lambda plan: confirm_service(confirming(plan)))
    then.then_refused(NotFound, saying="no such period")


def test_service_is_confirmed_once() -> None:
    at = given(*ENTERED, service_confirmed())
    at.when(lambda plan: confirm_service(confirming(plan))).then_refused(
        NotAllowed, saying="confirmed on 2026-03-02", rule="R-CNF-01"
    )


def test_nobody_confirms_their_own_service() -> None:
    leads = replace(SETTING, leaders={**SETTING.leaders, DOCTOR: SETTING.leaders[LEADER]})
    then = given(*ENTERED).when(
        lambda plan: confirm_service(confirming(plan, by=DOCTOR, setting=leads))
    )
    then.then_refused(RuleBroken, saying="own service", rule="R-ROL-02")


def test_only_a_leader_in_office_confirms() -> None:
    then = given(*ENTERED).when(lambda plan: confirm_service(confirming(plan, by=SUPERVISOR)))
    then.then_refused(RuleBroken, saying="was not leader", rule="R-ROL-03")


def test_a_confirmation_that_was_wrong_is_corrected_and_made_again() -> None:
    at = given(*ENTERED, service_confirmed(), corrected(5, "plan.service-confirmed"))
    at.when(lambda plan: confirm_service(confirming(plan))).then(service_confirmed())


def test_service_that_is_confirmed_is_not_corrected_before_its_confirmation() -> None:
    plan = given(*ENTERED, service_confirmed()).case
    with pytest.raises(NotAllowed, match="lean on version 4"):
        plan.correctable(4)
