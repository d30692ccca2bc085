"""Absences: entered as they are, before or after, with their kind and nothing more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain.plans.absences import (
    FARTHEST_AHEAD,
    LONGEST_ABSENCE,
    AbsenceEntered,
    AbsenceKind,
)
from domain.plans.plan import TrainingPlan
from domain.shared.refusals import Invalid, NotAllowed, NotFound
from tests.support.absences import (
    ABSENCE,
    AWAY_FROM,
    AWAY_TO,
    OTHER_ABSENCE,
    WITHDRAWN_ON,
    absence_entered,
    absence_withdrawn,
)
from tests.support.history import given
from tests.support.plans import APPOINTED, corrected

TODAY = date(2026, 5, 4)
ONE_DAY = timedelta(days=1)
ENTERED = (*APPOINTED, absence_entered())


def entering(plan: TrainingPlan, **changed: Any) -> AbsenceEntered:
    asked: dict[str, Any] = {
        "kind": AbsenceKind.PARENTAL_LEAVE,
        "first_day": AWAY_FROM,
        "last_day": AWAY_TO,
        "percentage": 100,
        "on": TODAY,
    }
    return plan.absences.enter(changed.pop("absence", ABSENCE), **(asked | changed))


@pytest.mark.parametrize("kind", list(AbsenceKind))
def test_an_absence_is_entered_by_kind(kind: AbsenceKind) -> None:
    given(*APPOINTED).when(lambda plan: entering(plan, kind=kind)).then(absence_entered(kind=kind))


def test_what_counts_as_service_is_no_kind_of_absence() -> None:
    assert not {"course", "holiday"} & {kind.value for kind in AbsenceKind}


def test_absences_that_overlap_are_entered_as_they_were() -> None:
    given(*ENTERED).when(lambda plan: entering(plan, absence=OTHER_ABSENCE, percentage=20)).then(
        absence_entered(OTHER_ABSENCE, percentage=20)
    )


def test_an_absence_is_entered_once() -> None:
    given(*ENTERED).when(entering).then_refused(NotAllowed, saying="exists")


def test_one_day_is_an_absence() -> None:
    then = given(*APPOINTED).when(lambda plan: entering(plan, last_day=AWAY_FROM))
    then.then(absence_entered(last_day=AWAY_FROM))


@pytest.mark.parametrize("percentage", [1, 100])
def test_a_percentage_is_from_one_to_a_hundred(percentage: int) -> None:
    then = given(*APPOINTED).when(lambda plan: entering(plan, percentage=percentage))
    then.then(absence_entered(percentage=percentage))


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        pytest.param({"percentage": 0}, "percentage-out-of-range", "percentage", id="L-SPF-31-0"),
        pytest.param(
            {"percentage": 101}, "percentage-out-of-range", "percentage", id="L-SPF-31-101"
        ),
        pytest.param(
            {"last_day": AWAY_FROM - ONE_DAY}, "days-reversed", "lastDay", id="ends-before"
        ),
        pytest.param(
            {"first_day": AWAY_TO - LONGEST_ABSENCE - ONE_DAY},
            *("absence-too-long", "firstDay"),
            id="a-year-typed-wrongly",
        ),
        pytest.param(
            {"first_day": TODAY, "last_day": TODAY + FARTHEST_AHEAD + ONE_DAY},
            *("absence-too-far-ahead", "lastDay"),
            id="farther-than-leave-is-agreed-for",
        ),
    ],
)
def test_what_cannot_be_is_a_typing_error(changed: dict[str, Any], code: str, field: str) -> None:
    refused = given(*APPOINTED).when(lambda plan: entering(plan, **changed)).then_refused(Invalid)
    assert (refused.code, refused.field) == (code, field)


@pytest.mark.parametrize(
    "days",
    [
        pytest.param((AWAY_TO - LONGEST_ABSENCE, AWAY_TO), id="as-long-as-can-be"),
        pytest.param((TODAY, TODAY + FARTHEST_AHEAD), id="as-far-ahead-as-can-be"),
    ],
)
def test_the_farthest_days_are_taken(days: tuple[date, date]) -> None:
    first_day, last_day = days
    then = given(*APPOINTED).when(lambda p: entering(p, first_day=first_day, last_day=last_day))
    then.then_recorded(AbsenceEntered)


def test_an_absence_is_withdrawn_once() -> None:
    given(*ENTERED).when(lambda plan: plan.absences.withdraw(ABSENCE, on=WITHDRAWN_ON)).then(
        absence_withdrawn()
    )
    at = given(*ENTERED, absence_withdrawn())
    assert at.case.absences.standing() == ()
    at.when(lambda plan: plan.absences.withdraw(ABSENCE, on=WITHDRAWN_ON)).then_refused(
        NotAllowed, saying="withdrawn on 2026-01-09"
    )


def test_an_unknown_absence_is_not_withdrawn() -> None:
    then = given(*APPOINTED).when(lambda plan: plan.absences.withdraw(ABSENCE, on=TODAY))
    then.then_refused(NotFound, saying="no such absence")


def test_a_withdrawal_is_corrected_before_what_it_withdrew() -> None:
    plan = given(*ENTERED, absence_withdrawn()).case
    with pytest.raises(NotAllowed, match="lean on version 4"):
        plan.correctable(4)
    plan.apply(corrected(5, "plan.absence-withdrawn"))
    assert plan.absences.standing() == (absence_entered(),)
