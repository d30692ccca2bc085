"""A learning goal on its way: submitted, recalled, advised on, sent back, corrected."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain.plans.goals import Advice, GoalRecommended, GoalSubmitted, Stage
from domain.plans.roles import Capacity
from domain.plans.rules.correct_goal import correct_goal, return_goal
from domain.plans.rules.submit_goal import recommend_goal, submit_goal
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, RuleBroken
from tests.domain.plans.asking import correction, recommendation, returning, submission
from tests.support.history import given
from tests.support.plans import (
    ADVISED_ON,
    APPOINTED,
    DOCTOR,
    GOAL,
    HELD_ON,
    LEADER,
    MIDWIFE,
    NEXT_SUPERVISOR,
    OPENED,
    OUTSIDER,
    STARTS,
    SUBMITTED_ON,
    SUPERVISOR,
    approved,
    clinical_supervisor_appointed,
    clinically_recommended,
    corrected,
    not_achieved,
    recalled,
    recommended,
    returned,
    submitted,
    supervisor_appointed,
    supervisor_released,
)

OPEN = APPOINTED
SUBMITTED = (*APPOINTED, submitted())
RECALLED = (*SUBMITTED, recalled())
RETURNED = (*SUBMITTED, returned())
APPROVED = (*SUBMITTED, approved())
NOT_ACHIEVED = (*SUBMITTED, not_achieved())
CORRECTED = (*APPROVED, corrected(5))

STAGES: dict[str, tuple[Fact, ...]] = {
    "open": OPEN,
    "submitted": SUBMITTED,
    "recalled": RECALLED,
    "returned": RETURNED,
    "approved": APPROVED,
    "not-achieved": NOT_ACHIEVED,
    "corrected": CORRECTED,
}
"""One history for each place a goal can be on its way."""

MAY = {
    "submit": {"open", "recalled", "returned", "not-achieved"},
    "recall": {"submitted", "corrected"},
    "advise": set(STAGES) - {"approved"},
    "return": {"submitted", "corrected"},
    "correct": {"approved", "not-achieved"},
}
"""From which places which act is possible (R-ASM-05)."""

ACTS = {
    "submit": lambda plan: submit_goal(submission(plan)),
    "recall": lambda plan: plan.goals.recall(GOAL, on=SUBMITTED_ON),
    "advise": lambda plan: recommend_goal(recommendation(plan)),
    "return": lambda plan: return_goal(returning(plan)),
    "correct": lambda plan: correct_goal(correction(plan)),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("stage", STAGES)
def test_each_act_is_possible_only_from_its_stages(act: str, stage: str) -> None:
    then = given(*STAGES[stage]).when(ACTS[act])
    if stage in MAY[act]:
        assert then.refused is None
        assert len(then.facts) == 1
    else:
        told = then.then_refused(NotAllowed, saying="this needs it to be", rule="R-ASM-05")
        assert told.code == "goal-in-wrong-state"


def test_a_goal_is_submitted_in_consultation_with_the_supervisor() -> None:
    then = given(*APPOINTED).when(lambda plan: submit_goal(submission(plan)))
    then.then(submitted())


@pytest.mark.parametrize(
    "consulted_on",
    [
        pytest.param(None, id="R-ALI-06-never"),
        pytest.param(SUBMITTED_ON + timedelta(days=1), id="R-ALI-06-after-the-submission"),
        pytest.param(STARTS - timedelta(days=1), id="R-ALI-06-before-there-was-a-supervisor"),
    ],
)
def test_a_goal_is_not_submitted_without_consultation(consulted_on: date | None) -> None:
    then = given(*APPOINTED).when(
        lambda plan: submit_goal(submission(plan, consulted_on=consulted_on))
    )
    then.then_refused(RuleBroken, saying="in consultation", rule="R-ALI-06")


@pytest.mark.parametrize(
    ("day", "consulted"),
    [
        pytest.param(HELD_ON, SUPERVISOR, id="R-ALI-06-the-last-day-of-one"),
        pytest.param(HELD_ON + timedelta(days=1), NEXT_SUPERVISOR, id="R-ALI-06-the-next-day"),
        pytest.param(SUBMITTED_ON, NEXT_SUPERVISOR, id="R-ALI-06-the-day-of-the-submission"),
    ],
)
def test_the_supervisor_consulted_is_the_one_of_that_day(day: date, consulted: Id) -> None:
    at = given(
        *APPOINTED,
        supervisor_released(last_day=HELD_ON),
        supervisor_appointed(NEXT_SUPERVISOR, first_day=HELD_ON + timedelta(days=1)),
    )
    then = at.when(lambda plan: submit_goal(submission(plan, consulted_on=day)))
    fact = then.then_recorded(GoalSubmitted)
    assert isinstance(fact, GoalSubmitted)
    assert fact.consulted == consulted


def test_a_goal_that_is_not_in_force_is_not_submitted() -> None:
    then = given(*APPOINTED).when(lambda plan: submit_goal(submission(plan, goal="LM-04")))
    then.then_refused(RuleBroken, saying="LM-04 is not a learning goal in force", rule="L-LG-02")


def test_everything_wrong_with_a_submission_is_told_at_once() -> None:
    then = given(OPENED).when(lambda plan: submit_goal(submission(plan, in_force=())))
    told = then.then_refused(RuleBroken)
    assert isinstance(told, RuleBroken)
    assert [finding.rule for finding in told.findings] == ["L-LG-02", "R-ALI-06"]


def test_a_submitted_goal_is_recalled_and_an_approved_one_is_not() -> None:
    given(*SUBMITTED).when(lambda plan: plan.goals.recall(GOAL, on=SUBMITTED_ON)).then(recalled())
    late = given(*APPROVED).when(lambda plan: plan.goals.recall(GOAL, on=SUBMITTED_ON))
    late.then_refused(NotAllowed, saying="is approved", rule="R-ASM-05")


@pytest.mark.parametrize(
    ("by", "capacity"),
    [
        pytest.param(SUPERVISOR, Capacity.SUPERVISOR, id="R-ASM-02-supervisor"),
        pytest.param(MIDWIFE, Capacity.CLINICAL_SUPERVISOR, id="R-ASM-02-clinical-supervisor"),
    ],
)
def test_advice_is_given_in_the_capacity_of_the_day(by: Id, capacity: Capacity) -> None:
    then = given(*APPOINTED).when(lambda plan: recommend_goal(recommendation(plan, by=by)))
    then.then(recommended(by=by, capacity=capacity))


def test_advice_may_say_not_yet() -> None:
    then = given(*SUBMITTED).when(
        lambda plan: recommend_goal(recommendation(plan, advice=Advice.NOT_YET))
    )
    then.then(recommended(advice=Advice.NOT_YET))


@pytest.mark.parametrize(
    ("by", "rules"),
    [
        pytest.param(DOCTOR, ["R-ROL-02", "R-ROL-01"], id="R-ROL-02-oneself"),
        pytest.param(LEADER, ["R-ROL-01"], id="R-ROL-01-leader"),
        pytest.param(OUTSIDER, ["R-ROL-01"], id="R-ROL-01-outsider"),
    ],
)
def test_nobody_else_advises(by: Id, rules: list[str]) -> None:
    then = given(*SUBMITTED).when(lambda plan: recommend_goal(recommendation(plan, by=by)))
    told = then.then_refused(RuleBroken)
    assert isinstance(told, RuleBroken)
    assert [finding.rule for finding in told.findings] == rules


def test_a_doctor_appointed_by_mistake_still_gives_no_advice_on_own_goals() -> None:
    at = given(*APPOINTED, clinical_supervisor_appointed(DOCTOR))
    then = at.when(lambda plan: recommend_goal(recommendation(plan, by=DOCTOR)))
    then.then_refused(RuleBroken, saying="Nobody advises on their own goals", rule="R-ROL-02")


@pytest.mark.parametrize(
    ("day", "accepted"),
    [
        pytest.param(STARTS - timedelta(days=1), False, id="the-day-before-the-first"),
        pytest.param(STARTS, True, id="the-first-day"),
        pytest.param(ADVISED_ON, True, id="the-last-day"),
        pytest.param(ADVISED_ON + timedelta(days=1), False, id="the-day-after-the-last"),
    ],
)
def test_the_adviser_is_in_office_that_day(day: date, *, accepted: bool) -> None:
    at = given(*APPOINTED, supervisor_released(last_day=ADVISED_ON))
    then = at.when(lambda plan: recommend_goal(recommendation(plan, on=day)))
    if accepted:
        then.then_recorded(GoalRecommended)
    else:
        then.then_refused(RuleBroken, rule="R-ROL-01")


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        pytest.param({"by": OUTSIDER}, "R-ROL-03", id="R-ROL-03-no-leader"),
        pytest.param({"by": SUPERVISOR}, "R-ROL-03", id="R-ROL-03-a-supervisor"),
        pytest.param({"on": date(2026, 7, 1)}, "R-ROL-03", id="R-ROL-03-after-the-last-day"),
        pytest.param({"by": DOCTOR}, "R-ROL-02", id="R-ROL-02-oneself"),
    ],
)
def test_only_a_leader_sends_a_goal_back_or_corrects_an_outcome(
    changed: dict[str, Any], rule: str
) -> None:
    back = given(*SUBMITTED).when(lambda plan: return_goal(returning(plan, **changed)))
    back.then_refused(RuleBroken, rule=rule)
    correcting = given(*APPROVED).when(lambda plan: correct_goal(correction(plan, **changed)))
    correcting.then_refused(RuleBroken, rule=rule)


def test_a_correction_names_the_version_it_corrects_and_leaves_it_in_history() -> None:
    then = given(*APPROVED).when(lambda plan: correct_goal(correction(plan)))
    then.then(corrected(5))
    plan = given(*CORRECTED).case
    assert plan.goals.goal(GOAL).stage is Stage.SUBMITTED
    assert plan.goals.goal(GOAL).outcome is None
    assert plan.version == 6


@pytest.mark.parametrize(
    "ended",
    [
        pytest.param((recalled(),), id="recalled"),
        pytest.param((returned(),), id="returned"),
        pytest.param((not_achieved(),), id="not-achieved"),
    ],
)
def test_after_a_recall_a_return_or_a_refusal_only_later_advice_counts(
    ended: tuple[Fact, ...],
) -> None:
    before = (*APPOINTED, recommended(), submitted(), clinically_recommended())
    goals = given(*before, *ended, clinically_recommended()).case.goals
    assert [(a.fact.given_by, a.at) for a in goals.goal(GOAL).counting()] == [(MIDWIFE, 8)]


def test_the_latest_advice_of_each_person_counts() -> None:
    facts = (*APPOINTED, recommended(advice=Advice.NOT_YET), clinically_recommended())
    goals = given(*facts, recommended(advice=Advice.ACHIEVED)).case.goals
    counting = {a.fact.given_by: a.fact.advice for a in goals.goal(GOAL).counting()}
    assert counting == {SUPERVISOR: Advice.ACHIEVED, MIDWIFE: Advice.ACHIEVED}


def test_advice_on_one_goal_counts_for_no_other() -> None:
    goals = given(*APPOINTED, recommended("ALM-012")).case.goals
    assert goals.goal(GOAL).counting() == []


@pytest.mark.parametrize("ended", [approved(), not_achieved()], ids=["approved", "not-achieved"])
def test_a_corrected_outcome_gives_back_what_counted(ended: Fact) -> None:
    before = (
        *APPOINTED,
        clinically_recommended(),
        submitted(),
        returned(),
        recommended(),
        submitted(),
    )
    goals = given(*before, ended, corrected(9)).case.goals
    assert [(a.fact.given_by, a.at) for a in goals.goal(GOAL).counting()] == [(SUPERVISOR, 7)]


def test_advice_given_after_a_refusal_also_counts_when_the_refusal_is_corrected() -> None:
    facts = (*APPOINTED, recommended(), submitted(), not_achieved(), clinically_recommended())
    goals = given(*facts, corrected(6)).case.goals
    assert {a.fact.given_by for a in goals.goal(GOAL).counting()} == {SUPERVISOR, MIDWIFE}


def test_a_goal_nothing_is_recorded_of_is_open() -> None:
    goals = given(*APPOINTED).case.goals
    assert goals.goal("ALM-001").stage is Stage.OPEN
    assert "ALM-001" not in goals.by_code
