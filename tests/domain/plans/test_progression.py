"""Concerns about progression: raised by the supervisor, answered when the doctor was heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.plans.progression import ConcernOutcome
from domain.plans.rules.raise_concern import (
    AnsweringConcern,
    Concerning,
    agree_on_measures,
    close_concern,
    raise_concern,
)
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.domain.plans.asking import SETTING
from tests.support.history import Then, given
from tests.support.meetings import (
    CONCERN,
    FOLLOWED_UP_ON,
    RAISED_ON,
    closed,
    measures_agreed,
    raised,
)
from tests.support.plans import APPOINTED, DOCTOR, LEADER, MIDWIFE, SUPERVISOR, corrected, text

WORRIED = (*APPOINTED, raised())
ONE_DAY = timedelta(days=1)


def raising(*facts: Fact, **changed: Any) -> Then:
    at = given(*facts)
    asked = Concerning(
        plan=at.case,
        concern=CONCERN,
        grounds=text("ingen mål på ni måneder"),
        by=SUPERVISOR,
        on=RAISED_ON,
    )
    return at.when(lambda _: raise_concern(replace(asked, **changed)))


def answering(*facts: Fact, **changed: Any) -> Then:
    at = given(*facts)
    days = {"heard_on": RAISED_ON, "follow_up_on": FOLLOWED_UP_ON}
    days |= {name: changed.pop(name) for name in tuple(changed) if name in days}
    asked = AnsweringConcern(
        plan=at.case, concern=CONCERN, by=LEADER, on=RAISED_ON, setting=SETTING
    )
    words = text("veiledning hver uke")
    return at.when(lambda _: agree_on_measures(replace(asked, **changed), words, **days))


def closing(*facts: Fact, outcome: ConcernOutcome, **changed: Any) -> Then:
    at = given(*facts)
    asked = AnsweringConcern(
        plan=at.case, concern=CONCERN, by=LEADER, on=date(2026, 6, 30), setting=SETTING
    )
    return at.when(lambda _: close_concern(replace(asked, **changed), outcome, None))


def test_the_supervisor_raises_a_concern_with_a_day_to_answer_by() -> None:
    raising(*APPOINTED).then(raised())
    assert raised().due_on == date(2026, 6, 15)


@pytest.mark.parametrize("by", [MIDWIFE, LEADER, DOCTOR], ids=["R-SUP-05"] * 3)
def test_nobody_else_does(by: Any) -> None:
    raising(*APPOINTED, by=by).then_refused(RuleBroken, rule="R-SUP-05")


def test_the_leader_agrees_on_measures_having_heard_the_doctor() -> None:
    answering(*WORRIED).then(measures_agreed())
    answering(*WORRIED, measures_agreed()).then(measures_agreed())


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"heard_on": RAISED_ON - ONE_DAY}, "doctor-not-heard", "heardOn"),
        ({"heard_on": RAISED_ON + ONE_DAY}, "doctor-not-heard", "heardOn"),
        ({"follow_up_on": RAISED_ON - ONE_DAY}, "follow-up-out-of-range", "followUpOn"),
        ({"follow_up_on": date(2027, 6, 3)}, "follow-up-out-of-range", "followUpOn"),
    ],
)
def test_days_that_cannot_be_are_refused(changed: dict[str, Any], code: str, field: str) -> None:
    refused = answering(*WORRIED, **changed).then_refused(Invalid, rule="R-SUP-05")
    assert (refused.code, refused.field) == (code, field)


def test_only_a_leader_in_office_answers() -> None:
    answering(*WORRIED, by=SUPERVISOR).then_refused(RuleBroken, rule="R-ROL-03")
    closing(*WORRIED, outcome=ConcernOutcome.UNFOUNDED, by=SUPERVISOR).then_refused(RuleBroken)


@pytest.mark.parametrize("outcome", list(ConcernOutcome))
def test_without_measures_a_concern_is_closed_only_as_unfounded(outcome: ConcernOutcome) -> None:
    then = closing(*WORRIED, outcome=outcome)
    if outcome is not ConcernOutcome.UNFOUNDED:
        then.then_refused(NotAllowed, rule="R-SUP-05", saying="only as unfounded")
    assert bool(then.facts) is (outcome is ConcernOutcome.UNFOUNDED)
    assert closing(*WORRIED, measures_agreed(), outcome=outcome).facts


def test_a_closed_concern_stays_closed() -> None:
    facts = (*WORRIED, measures_agreed(), closed())
    answering(*facts).then_refused(NotAllowed, saying="closed on 2026-09-01")
    closing(*facts, outcome=ConcernOutcome.UNFOUNDED).then_refused(NotAllowed)
    answering(*facts, corrected(len(facts), "plan.concern-closed")).then(measures_agreed())


def test_an_unknown_concern_is_not_answered() -> None:
    answering(*APPOINTED).then_refused(NotFound, saying="no such concern")


def test_what_was_answered_is_corrected_after_its_answer() -> None:
    with pytest.raises(NotAllowed, match="lean on version 4"):
        given(*WORRIED, measures_agreed()).case.correctable(4)
