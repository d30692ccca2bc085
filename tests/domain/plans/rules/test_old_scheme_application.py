"""Applying under the scheme before 1 March 2019: who may, until when, and what is not tried."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.law.book import IN_FORCE
from domain.law.transition import Scheme
from domain.plans.accounts.stays import Stay
from domain.plans.path import ApplicationSubmitted
from domain.plans.plan import TrainingPlan
from domain.plans.rules.application import Application
from domain.plans.rules.apply_for_approval import apply_for_approval, readiness
from domain.plans.rules.deadlines import plan_deadlines
from domain.plans.setting import Setting
from domain.shared.facts import Fact
from domain.shared.findings import Confidence, Force
from domain.shared.refusals import NotJustified, RuleBroken
from tests.domain.plans.asking import ALWAYS
from tests.support import way
from tests.support.accounts import PLAN
from tests.support.applying import application
from tests.support.clockwork import CLOSES, old_scheme_left, old_scheme_stated
from tests.support.history import given
from tests.support.plans import APPOINTED, DOCTOR

SETTING = Setting(authorised={DOCTOR: ALWAYS})


def stay(*facts: Fact) -> Stay:
    return Stay(plan_id=PLAN, plan=given(*APPOINTED, *facts).case, setting=SETTING)


def asked(*stays: Stay, on: date = CLOSES, **changed: Any) -> Application:
    question = application(TrainingPlan(), on, record=stays, scheme=Scheme.OLD)
    return replace(question, **changed)


BEGUN = stay(old_scheme_stated())


@pytest.mark.parametrize(
    ("stays", "on", "refused"),
    [
        pytest.param((BEGUN,), CLOSES, None, id="L-SPF-37-the-last-day"),
        pytest.param((BEGUN,), date(2027, 1, 1), "was 2026-12-31", id="L-SPF-37-closed"),
        pytest.param((BEGUN,), date(2027, 1, 2), "was 2026-12-31", id="L-SPF-37-2-jan-2027"),
        pytest.param((stay(),), CLOSES, "not entered as in training", id="L-SPF-37-never-in-it"),
        pytest.param((BEGUN, stay()), CLOSES, None, id="L-SPF-37-entered-before-a-move"),
        pytest.param(
            (stay(old_scheme_stated(), old_scheme_left(CLOSES)),),
            date(2026, 12, 30),
            None,
            id="L-SPF-37-the-day-before-it-was-left",
        ),
        pytest.param(
            (stay(old_scheme_stated(), old_scheme_left(CLOSES)),),
            CLOSES,
            "went over to the new scheme on 2026-12-31",
            id="L-SPF-37-left-that-day",
        ),
    ],
)
def test_who_may_apply_under_it_and_until_when(
    stays: tuple[Stay, ...], on: date, refused: str | None
) -> None:
    question = asked(*stays, on=on)
    hard = [gap for gap in readiness(question).missing if gap.finding.force is Force.HARD]
    if refused:
        with pytest.raises(RuleBroken, match=refused) as told:
            apply_for_approval(question)
        assert list(told.value.findings) == [gap.finding for gap in hard]
        assert {(gap.finding.rule, gap.earliest) for gap in hard} == {("L-SPF-37", None)}
    else:
        assert hard == []
        assert apply_for_approval(question).scheme == Scheme.OLD


def test_what_it_asks_for_is_not_tried_and_the_applicant_says_where_it_is() -> None:
    question = asked(BEGUN, justification=None)
    with pytest.raises(NotJustified) as told:
        apply_for_approval(question)
    (found,) = told.value.findings
    assert (found.rule, found.confidence) == ("L-SPF-37", Confidence.C)
    (gap,) = readiness(question).missing
    assert (gap.finding, gap.earliest) == (found, None)
    assert apply_for_approval(asked(BEGUN)).findings == (found,)


def test_the_new_scheme_is_meant_unless_the_earlier_is_named() -> None:
    assert way.applied().scheme == Scheme.NEW


@pytest.mark.parametrize("scheme", list(Scheme))
def test_one_who_applied_in_time_is_not_too_late_when_refused(scheme: Scheme) -> None:
    """The refusal may come after the last day."""
    applied = ApplicationSubmitted(submitted_on=CLOSES, entered_on=CLOSES, scheme=scheme)
    plan = given(*APPOINTED, old_scheme_stated(), applied, way.cleared(date(2027, 2, 1))).case
    kinds = [due.kind for due in plan_deadlines(plan, IN_FORCE)]
    assert ("old-scheme" in kinds) is (scheme is Scheme.NEW)
