"""Those who began under the earlier scheme, and until when they can apply (L-SPF-37)."""

from __future__ import annotations

from datetime import date

import pytest

from application.plans.old_scheme import old_scheme
from domain.law.book import IN_FORCE
from domain.plans.old_scheme import OldSchemeLeft, OldSchemeStated
from domain.plans.plan import TrainingPlan
from domain.shared.facts import Fact
from domain.shared.refusals import NotAllowed
from tests.support.clockwork import BEGAN, old_scheme_left, old_scheme_stated
from tests.support.history import given
from tests.support.plans import APPOINTED, DAY, LEADER

STATED = (*APPOINTED, old_scheme_stated())


def state(plan: TrainingPlan, begun_on: date = BEGAN) -> Fact:
    return plan.old_scheme.state(begun_on, stated_in="bekreftelse 2019/17", by=LEADER, on=DAY)


def leave(plan: TrainingPlan) -> Fact:
    return plan.old_scheme.leave(DAY, by=LEADER, on=DAY)


def test_training_begun_before_the_new_scheme_is_entered_once() -> None:
    given(*APPOINTED).when(state).then_recorded(OldSchemeStated)
    told = given(*STATED).when(state).then_refused(NotAllowed, rule="L-SPF-37")
    assert told.code == "old-scheme-stated"


@pytest.mark.parametrize(
    ("begun_on", "taken"),
    [
        pytest.param(date(2019, 3, 1), True, id="L-SPF-37-on-the-day"),
        pytest.param(date(2019, 3, 2), False, id="L-SPF-37-the-day-after"),
    ],
)
def test_it_is_for_those_in_training_on_1_march_2019(begun_on: date, *, taken: bool) -> None:
    then = given(*APPOINTED).when(lambda plan: state(plan, begun_on))
    if taken:
        then.then_recorded(OldSchemeStated)
    else:
        told = then.then_refused(NotAllowed, rule="L-SPF-37")
        assert told.basis[0].nb == "spesialistforskriften § 37 tredje ledd"


def test_only_one_in_the_old_scheme_can_leave_it_and_only_once() -> None:
    given(*STATED).when(leave).then_recorded(OldSchemeLeft)
    given(*APPOINTED).when(leave).then_refused(NotAllowed, rule="L-SPF-37")
    given(*STATED, old_scheme_left()).when(leave).then_refused(NotAllowed, rule="L-SPF-37")


@pytest.mark.parametrize(
    ("on", "is_open", "days_left", "last_day"),
    [
        pytest.param("2026-12-31", True, 0, "2026-12-31", id="L-SPF-37-the-last-day"),
        pytest.param("2027-01-01", False, 0, "2026-12-31", id="L-SPF-37-closed"),
        pytest.param("2027-01-02", False, 0, "2026-12-31", id="L-SPF-37-2-jan-2027"),
        pytest.param("2026-11-26", True, 35, "2026-12-31", id="L-SPF-37-days-left"),
        pytest.param("2021-12-31", True, 1156, "2025-03-01", id="L-SPF-37-by-the-text-before"),
    ],
)
def test_until_when_one_can_apply(on: str, *, is_open: bool, days_left: int, last_day: str) -> None:
    found = old_scheme(given(*STATED).case, IN_FORCE, date.fromisoformat(on))
    assert (found.open, found.days_left) == (is_open, days_left)
    assert found.last_day == date.fromisoformat(last_day)


def test_one_who_left_or_never_began_cannot_apply_under_it() -> None:
    for facts in (APPOINTED, (*STATED, old_scheme_left())):
        assert not old_scheme(given(*facts).case, IN_FORCE, DAY).open


def test_by_when_goals_are_assessed_is_shown_as_in_force_and_as_known() -> None:
    """The mistake of 2022: both answers are shown."""
    plan = given(*STATED, old_scheme_left(date(2022, 6, 15))).case
    found = old_scheme(plan, IN_FORCE, date(2022, 9, 1))
    assert found.goals_assessed_by == date(2023, 12, 31)
    assert found.goals_assessed_by_as_known == date(2022, 3, 1)


def test_what_was_left_leans_on_what_was_stated() -> None:
    plan = given(*STATED, old_scheme_left()).case
    assert plan.leans(old_scheme_left(), old_scheme_stated())


@pytest.mark.parametrize(
    ("agreed_on", "taken"),
    [
        pytest.param(date(2019, 2, 28), False, id="L-SPF-37-before-the-new-scheme"),
        pytest.param(date(2019, 3, 1), True, id="L-SPF-37-from-its-first-day"),
    ],
)
def test_nobody_goes_over_before_there_is_something_to_go_over_to(
    agreed_on: date, *, taken: bool
) -> None:
    then = given(*STATED).when(lambda plan: plan.old_scheme.leave(agreed_on, by=LEADER, on=DAY))
    if taken:
        then.then_recorded(OldSchemeLeft)
    else:
        told = then.then_refused(NotAllowed, rule="L-SPF-37")
        assert told.code == "left-before-the-new-scheme"


def test_before_it_was_left_the_scheme_was_open() -> None:
    plan = given(*STATED, old_scheme_left(date(2022, 3, 15))).case
    before, after = (
        old_scheme(plan, IN_FORCE, day) for day in (date(2022, 3, 14), date(2022, 3, 15))
    )
    assert (before.open, before.left_on) == (True, None)
    assert (after.open, after.left_on) == (False, date(2022, 3, 15))
