"""Who decides on a goal, on which day, and in what words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.calendar.spans import Span
from domain.catalogue.catalogue import CATALOGUE
from domain.plans.activities import ActivityKind
from domain.plans.goals import GoalApproved
from domain.plans.rules.decide_goal import approve_goal
from domain.shared.dated import NoRuleInForce
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, RuleBroken
from tests.domain.plans.asking import DEPUTY_DAYS, SETTING, outcome
from tests.domain.plans.rules.deciding import Decide, both, decided, rules
from tests.support.history import given
from tests.support.plans import (
    DAY,
    DEPUTY,
    DOCTOR,
    LEADER,
    MIDWIFE,
    OUTSIDER,
    READY,
    SUPERVISOR,
    TOOK_PART,
    approved,
    clinically_recommended,
    recalled,
    recommended,
    returned,
    submitted,
    text,
)


@both
def test_a_goal_is_not_decided_on_a_day_before_it_was_submitted(decide: Decide) -> None:
    facts = (*TOOK_PART, recommended(), clinically_recommended(), submitted(on=DAY))
    assert decided(decide, *facts).refused is None
    early = decided(decide, *facts, on=DAY - timedelta(days=1), today=DAY)
    assert rules(early) == ["R-ASM-05"]


@both
@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(TOOK_PART, id="R-ASM-05-open"),
        pytest.param((*READY, recalled()), id="R-ASM-05-recalled"),
        pytest.param((*READY, returned()), id="R-ASM-05-returned"),
        pytest.param((*READY, approved()), id="R-ASM-05-approved"),
    ],
)
def test_only_a_submitted_goal_is_decided(decide: Decide, facts: tuple[Fact, ...]) -> None:
    then = decided(decide, *facts)
    then.then_refused(NotAllowed, saying="needs it to be submitted", rule="R-ASM-05")


@both
@pytest.mark.parametrize(
    ("by", "on", "accepted"),
    [
        pytest.param(LEADER, date(2026, 6, 30), True, id="R-ROL-03-leader-on-the-last-day"),
        pytest.param(LEADER, date(2026, 7, 1), False, id="R-ROL-03-leader-the-day-after"),
        pytest.param(DEPUTY, date(2026, 6, 30), False, id="AMB-25-deputy-the-day-before"),
        pytest.param(DEPUTY, DEPUTY_DAYS.first_day, True, id="AMB-25-deputy-on-the-first-day"),
        pytest.param(DEPUTY, DEPUTY_DAYS.last_day, True, id="AMB-25-deputy-on-the-last-day"),
        pytest.param(DEPUTY, date(2026, 8, 1), False, id="AMB-25-deputy-the-day-after"),
        pytest.param(SUPERVISOR, DAY, False, id="R-ROL-03-a-delegated-supervisor"),
        pytest.param(MIDWIFE, DAY, False, id="R-ROL-01-a-clinical-supervisor"),
        pytest.param(OUTSIDER, DAY, False, id="R-ROL-01-an-outsider"),
    ],
)
def test_a_leader_or_deputy_in_office_on_the_legal_day_decides(
    decide: Decide, by: Id, on: date, *, accepted: bool
) -> None:
    then = decided(decide, *READY, by=by, on=on, today=on, justification=text())
    if accepted:
        assert then.refused is None
    else:
        then.then_refused(RuleBroken, saying=f"not leader or deputy on {on}", rule="R-ROL-03")


@both
def test_nobody_decides_on_own_goals_even_as_acting_leader(decide: Decide) -> None:
    setting = replace(SETTING, leaders={DOCTOR: (Span(date(2026, 1, 1)),)})
    assert rules(decided(decide, *READY, by=DOCTOR, setting=setting)) == ["R-ROL-02"]


@both
@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(None, id="R-LG-03-competence-box-empty"),
        pytest.param(text(""), id="R-LG-03-no-words"),
        pytest.param(text(" \n\t"), id="R-LG-03-only-blanks"),
    ],
)
def test_the_leader_says_in_words_why(decide: Decide, statement: Any) -> None:
    then = decided(decide, *READY, statement=statement)
    then.then_refused(RuleBroken, saying="must state in words", rule="R-LG-03")


def test_a_goal_is_approved_without_any_recommended_course() -> None:
    """R-LG-02: other activities than the recommended ones will do."""
    at = given(*READY)
    kinds = {activity.logged.kind for activity in at.case.activities.by_id.values()}
    assert kinds == {ActivityKind.CASE_DISCUSSION}
    approval = at.when(lambda _: approve_goal(outcome(at))).then_recorded(GoalApproved)
    assert isinstance(approval, GoalApproved)
    assert approval.findings == ()


@both
@pytest.mark.parametrize(
    ("goal", "on", "accepted"),
    [
        pytest.param("LM-04", date(2026, 2, 28), True, id="L-LG-02-the-last-day-of-the-old"),
        pytest.param("LM-04", date(2026, 3, 1), False, id="AMB-37-the-old-after-the-change"),
        pytest.param("FKM-001", date(2026, 2, 28), False, id="L-LG-02-the-new-before-its-day"),
        pytest.param("FKM-001", date(2026, 3, 1), True, id="L-LG-02-the-first-day-of-the-new"),
    ],
)
def test_a_goal_is_decided_while_it_is_in_force(
    decide: Decide, goal: str, on: date, *, accepted: bool
) -> None:
    facts = (*TOOK_PART, recommended(goal), clinically_recommended(goal), submitted(goal))
    then = decided(decide, *facts, goal=goal, on=on, in_force=CATALOGUE.codes_in_force(on))
    if accepted:
        assert then.refused is None
    else:
        assert rules(then) == ["L-LG-02"]


@both
def test_everything_that_is_wrong_is_told_at_once(decide: Decide) -> None:
    then = decided(decide, *TOOK_PART, submitted(), by=DOCTOR, statement=None, in_force=())
    assert rules(then) == ["R-ROL-03", "R-ROL-02", "L-LG-02", "R-ASM-02", "R-ASM-02", "R-LG-03"]


@both
def test_a_day_before_there_was_a_rule_is_refused_and_does_not_fail(decide: Decide) -> None:
    then = decided(decide, *TOOK_PART, submitted(), on=date(2019, 2, 28))
    then.then_refused(NoRuleInForce, saying="2019-02-28")
