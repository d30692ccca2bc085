"""Whom the leader must have heard, and what else must hold, before a goal is decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.calendar.spans import Span
from domain.plans.goals import GoalApproved, GoalNotAchieved
from domain.plans.rules.decide_goal import approve_goal, find_goal_not_achieved
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotJustified, RuleBroken
from tests.domain.plans.asking import SETTING
from tests.domain.plans.rules.deciding import Decide, both, decided, rules
from tests.support.plans import (
    ACTIVITY,
    ADVISED_ON,
    APPOINTED,
    DAY,
    GOAL,
    HELD_ON,
    MIDWIFE,
    OTHER_ACTIVITY,
    OUTSIDER,
    READY,
    SIGNED_ON,
    SUPERVISOR,
    SURGEON,
    TOOK_PART,
    approved,
    clinical_supervisor_appointed,
    clinical_supervisor_released,
    clinically_recommended,
    corrected,
    logged,
    recalled,
    recommended,
    returned,
    sent,
    signed,
    submitted,
    supervisor_appointed,
    supervisor_released,
    text,
)


def test_the_leader_approves_when_supervisor_and_clinical_supervisor_were_heard() -> None:
    decided(approve_goal, *READY).then_recorded(GoalApproved)


def test_the_leader_may_find_the_goal_not_achieved_on_the_same_grounds() -> None:
    decided(find_goal_not_achieved, *READY).then_recorded(GoalNotAchieved)


@both
@pytest.mark.parametrize(
    "advice",
    [
        pytest.param((recommended(),), id="R-ASM-02-supervisor-only"),
        pytest.param((clinically_recommended(),), id="R-ASM-03-clinical-supervisor-only"),
        pytest.param((recommended(), recommended()), id="R-SPV-03-the-supervisor-twice"),
        pytest.param(
            (recommended(), clinically_recommended(by=SURGEON)),
            id="R-SPV-03-one-who-signed-nothing",
        ),
    ],
)
def test_the_leader_hears_supervisor_and_clinical_supervisor_before_deciding(
    decide: Decide, advice: tuple[Fact, ...]
) -> None:
    facts = (*TOOK_PART, clinical_supervisor_appointed(SURGEON), *advice, submitted())
    assert rules(decided(decide, *facts)) == ["R-ASM-02"]


@both
def test_nobody_at_all_heard_is_two_findings(decide: Decide) -> None:
    assert rules(decided(decide, *TOOK_PART, submitted())) == ["R-ASM-02", "R-ASM-02"]


@both
@pytest.mark.parametrize(
    ("day", "accepted"),
    [
        pytest.param(ADVISED_ON - timedelta(days=1), False, id="R-ASM-02-advice-after-the-day"),
        pytest.param(ADVISED_ON, True, id="R-ASM-02-advice-on-the-day"),
    ],
)
def test_advice_is_dated_no_later_than_the_decision(
    decide: Decide, day: date, *, accepted: bool
) -> None:
    facts = (*TOOK_PART, recommended(), clinically_recommended(), submitted(on=HELD_ON))
    then = decided(decide, *facts, on=day)
    if accepted:
        assert then.refused is None
    else:
        assert rules(then) == ["R-ASM-02", "R-ASM-02"]


@both
@pytest.mark.parametrize(
    ("signed_on", "accepted"),
    [
        pytest.param(DAY, True, id="R-SPV-03-signed-on-the-day"),
        pytest.param(DAY + timedelta(days=1), False, id="R-SPV-03-signed-the-day-after"),
    ],
)
def test_the_clinical_supervisor_heard_has_signed_something_by_the_day(
    decide: Decide, signed_on: date, *, accepted: bool
) -> None:
    facts = (*APPOINTED, logged(), sent(), signed(on=signed_on), recommended())
    then = decided(decide, *facts, clinically_recommended(), submitted())
    if accepted:
        assert then.refused is None
    else:
        assert rules(then) == ["R-ASM-02"]


@both
def test_what_the_clinical_supervisor_signed_may_be_for_another_goal(decide: Decide) -> None:
    facts = (*APPOINTED, logged(OTHER_ACTIVITY, "ALM-012"), sent(OTHER_ACTIVITY))
    heard = (recommended(), clinically_recommended(), submitted())
    assert decided(decide, *facts, signed(OTHER_ACTIVITY), *heard).refused is None
    assert rules(decided(decide, *facts, *heard)) == ["R-ASM-02"]


@both
def test_a_clinical_supervisor_who_stepped_down_since_is_still_heard(decide: Decide) -> None:
    assert (
        decided(decide, *READY, clinical_supervisor_released(last_day=ADVISED_ON)).refused is None
    )


@both
def test_a_supervisor_who_stepped_down_since_is_still_heard(decide: Decide) -> None:
    assert decided(decide, *READY, supervisor_released(last_day=ADVISED_ON)).refused is None


@both
@pytest.mark.parametrize("ended", [recalled(), returned()], ids=["recalled", "returned"])
def test_after_a_recall_or_return_both_are_heard_again(decide: Decide, ended: Fact) -> None:
    again = (*READY, ended, submitted())
    assert rules(decided(decide, *again)) == ["R-ASM-02", "R-ASM-02"]
    heard = (*again, recommended(), clinically_recommended())
    assert decided(decide, *heard).refused is None


def test_a_corrected_outcome_is_decided_anew_on_what_counted() -> None:
    facts = (*READY, approved(), corrected(len(READY) + 1))
    decided(find_goal_not_achieved, *facts).then_recorded(GoalNotAchieved)


@both
def test_a_supervisor_without_the_specialty_is_heard_only_with_a_reason(decide: Decide) -> None:
    setting = replace(SETTING, specialists={SUPERVISOR: (Span(date(2019, 3, 1), HELD_ON),)})
    then = decided(decide, *READY, setting=setting)
    then.then_refused(NotJustified, saying="nor exempted", rule="R-SUP-02")
    assert decided(decide, *READY, setting=setting, justification=text()).refused is None


@both
@pytest.mark.parametrize(
    ("by", "doubtful"),
    [
        pytest.param(SUPERVISOR, True, id="AMB-24-the-leader-is-the-supervisor"),
        pytest.param(MIDWIFE, True, id="AMB-24-the-leader-is-the-clinical-supervisor"),
        pytest.param(OUTSIDER, False, id="AMB-24-the-leader-gave-no-advice"),
    ],
)
def test_a_leader_who_advised_decides_only_with_a_reason(
    decide: Decide, by: Id, *, doubtful: bool
) -> None:
    setting = replace(SETTING, leaders={by: (Span(date(2026, 1, 1)),)})
    then = decided(decide, *READY, by=by, setting=setting)
    if doubtful:
        then.then_refused(NotJustified, saying="independence", rule="AMB-24")
    else:
        assert then.refused is None
    reasoned = decided(decide, *READY, by=by, setting=setting, justification=text())
    assert reasoned.refused is None


@both
@pytest.mark.parametrize(
    "advice",
    [
        pytest.param((recommended(),), id="AMB-24-only-the-leaders-own-as-supervisor"),
        pytest.param(
            (clinically_recommended(by=SUPERVISOR), recommended()),
            id="AMB-24-the-leaders-own-in-both-capacities",
        ),
    ],
)
def test_a_leader_who_is_the_supervisor_needs_a_third_persons_advice(
    decide: Decide, advice: tuple[Fact, ...]
) -> None:
    setting = replace(SETTING, leaders={SUPERVISOR: (Span(date(2026, 1, 1)),)})
    facts = (*TOOK_PART, *advice, submitted())
    then = decided(decide, *facts, by=SUPERVISOR, setting=setting, justification=text())
    then.then_refused(RuleBroken, rule="R-ASM-02")


def test_a_reason_excuses_nothing_that_is_forbidden() -> None:
    then = decided(approve_goal, *TOOK_PART, submitted(), justification=text("haster"))
    assert rules(then) == ["R-ASM-02", "R-ASM-02"]


def test_a_new_supervisor_after_the_old_ones_advice_changes_nothing() -> None:
    facts = (
        *READY,
        supervisor_released(last_day=ADVISED_ON),
        supervisor_appointed(OUTSIDER, first_day=ADVISED_ON + timedelta(days=1)),
    )
    approval = decided(approve_goal, *facts).then_recorded(GoalApproved)
    assert isinstance(approval, GoalApproved)
    assert [heard.person for heard in approval.heard] == [SUPERVISOR, MIDWIFE]


def test_the_signature_heard_for_is_the_midwifes_own() -> None:
    facts = (*APPOINTED, logged(ACTIVITY, GOAL), sent(), signed(by=SUPERVISOR, on=SIGNED_ON))
    then = decided(approve_goal, *facts, recommended(), clinically_recommended(), submitted())
    assert rules(then) == ["R-ASM-02"]
