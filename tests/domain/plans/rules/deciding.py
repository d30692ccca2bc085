"""A leader decides on a goal of a plan with some history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from domain.plans.rules.decide_goal import Outcome, approve_goal, find_goal_not_achieved
from domain.shared.facts import Fact
from domain.shared.refusals import RuleBroken
from tests.domain.plans.asking import outcome
from tests.support.history import Then, given

DECISIONS: dict[str, Callable[[Outcome], Fact]] = {
    "approve": approve_goal,
    "find-not-achieved": find_goal_not_achieved,
}
both = pytest.mark.parametrize("decide", DECISIONS.values(), ids=DECISIONS)
Decide = Callable[[Outcome], Fact]


def decided(decide: Decide, *facts: Fact, **changed: Any) -> Then:
    at = given(*facts)
    return at.when(lambda _: decide(outcome(at, **changed)))


def rules(then: Then) -> list[str]:
    told = then.then_refused(RuleBroken)
    assert isinstance(told, RuleBroken)
    return [finding.rule for finding in told.findings]
