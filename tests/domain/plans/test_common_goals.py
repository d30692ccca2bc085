"""The change of common goals on 1 March 2026: former approvals are evidence, each new anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace as changed_fact

from application.plans.common_goals import common_goals_preview
from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.plans.common_goals import CommonGoalsChanged, Kept
from domain.plans.plan import TrainingPlan
from domain.plans.rules.change_common_goals import Changing, change_common_goals
from domain.plans.rules.decide_goal import approve_goal
from domain.shared.facts import Fact
from domain.shared.refusals import NotAllowed, Refused, RuleBroken
from tests.domain.plans.asking import SETTING, outcome
from tests.support import way
from tests.support.history import Given, Then, given
from tests.support.plans import (
    APPOINTED,
    DOCTOR,
    LEADER,
    OPENED,
    OUTSIDER,
    READY,
    approved,
    clinically_recommended,
    corrected,
    recommended,
    submitted,
)
from tests.support.plans import (
    carried_over as goal_carried_over,
)

FORMER, NEW = CATALOGUE.common_goals()
FROM = date(2026, 3, 1)
BEFORE = (*APPOINTED, submitted("LM-04"), approved("LM-04"), submitted("LM-13"))


def changing(at: Given[TrainingPlan], **changed: Any) -> Then:
    asked = Changing(
        plan=at.case,
        former=tuple(goal.code for goal in FORMER),
        new=tuple(goal.code for goal in NEW),
        new_from=FROM,
        by=LEADER,
        on=FROM,
        setting=SETTING,
        law=IN_FORCE,
        stored=at.stored,
    )
    return at.when(lambda _: change_common_goals(replace(asked, **changed)))


def test_the_sets_are_those_of_the_law() -> None:
    assert (len(FORMER), len(NEW)) == (25, 14)
    assert {goal.first_day for goal in NEW} == {FROM}
    assert {goal.last_day for goal in FORMER} == {FROM - timedelta(days=1)}


def test_former_approvals_are_kept_as_evidence_and_what_waited_falls() -> None:
    at = given(*BEFORE)
    fact = changing(at).then_recorded(CommonGoalsChanged)
    assert isinstance(fact, CommonGoalsChanged)
    kept = Kept(goal="LM-04", approved_on=approved().approved_on, seen=at.stored.seen(5))
    assert (fact.kept, fact.fallen) == ((kept,), ("LM-13",))
    assert fact.basis[0].amended_by == "FOR-2025-01-24-114"


@pytest.mark.parametrize(
    ("before", "changed", "kind", "rule"),
    [
        pytest.param(
            BEFORE, {"on": FROM - timedelta(days=1)}, RuleBroken, "L-LG-02", id="L-LG-02-too-early"
        ),
        pytest.param(BEFORE, {"by": OUTSIDER}, RuleBroken, "R-ROL-03", id="R-ROL-03-no-leader"),
        pytest.param(BEFORE, {"by": DOCTOR}, RuleBroken, "R-ROL-02", id="R-ROL-02-oneself"),
        pytest.param(
            (*BEFORE, way.common_goals_changed()), {}, NotAllowed, "AMB-37", id="AMB-37-twice"
        ),
        pytest.param(
            (changed_fact(OPENED, starts_on=FROM),),
            {},
            NotAllowed,
            "L-LG-02",
            id="L-LG-02-started-with-the-new",
        ),
    ],
)
def test_going_over_is_refused(
    before: Any, changed: dict[str, Any], kind: type[Refused], rule: str
) -> None:
    changing(given(*before), **changed).then_refused(kind, rule=rule)


ON = date(2026, 3, 9)
ADVISED = (recommended("FKM-001"), clinically_recommended("FKM-001"), submitted("FKM-001"))
FORMERLY = (*READY, approved("LM-04"))
AT = len(FORMERLY)
"""The version by which the former goal was approved."""

EVIDENCE = {
    "AMB-37 the former approval": ((*FORMERLY, way.common_goals_changed(), *ADVISED), {AT}),
    "AMB-37 one that came along from elsewhere": (
        (*READY, goal_carried_over("LM-04"), *ADVISED),
        {AT},
    ),
    "AMB-37 one brought in after the change": (
        (*READY, way.common_goals_changed(), goal_carried_over("LM-04"), *ADVISED),
        {AT + 1},
    ),
    "AMB-37 not one that was corrected since": (
        (*FORMERLY, way.common_goals_changed(), corrected(AT), *ADVISED),
        set(),
    ),
    "AMB-37 not one that only waited": ((*READY, submitted("LM-04"), *ADVISED), set()),
}


@pytest.mark.parametrize(("facts", "versions"), EVIDENCE.values(), ids=EVIDENCE)
def test_a_new_goal_is_approved_anew_with_the_former_as_evidence(
    facts: tuple[Fact, ...], versions: set[int]
) -> None:
    at, in_force = given(*facts), CATALOGUE.codes_in_force(ON)
    asked = outcome(at, goal="FKM-001", on=ON, today=ON, in_force=in_force)
    former = {at.stored.seen(version) for version in versions}
    assert {seen for seen in approve_goal(asked).evidence if seen.version >= AT} == former


def test_a_clinical_goal_has_no_former() -> None:
    at, in_force = given(*FORMERLY), CATALOGUE.codes_in_force(ON)
    asked = outcome(at, on=ON, today=ON, in_force=in_force)
    assert at.stored.seen(AT) not in approve_goal(asked).evidence


def test_one_who_moved_here_later_can_go_over_with_what_came_along() -> None:
    opened = changed_fact(OPENED, starts_on=FROM)
    moved = given(opened, way.moved_here(), goal_carried_over("LM-04"))
    fact = changing(moved, setting=SETTING).then_recorded(CommonGoalsChanged)
    assert isinstance(fact, CommonGoalsChanged)
    assert [kept.goal for kept in fact.kept] == ["LM-04"]


def test_the_preview_tells_what_is_kept_lost_and_asked_anew() -> None:
    preview = common_goals_preview(given(*BEFORE).case, CATALOGUE)
    assert [goal.code for goal in preview.kept] == ["LM-04"]
    assert preview.fallen == ("LM-13",)
    assert [goal.code for goal in preview.unfinished] == ["LM-13"]
    assert len(preview.new) == 14
    assert preview.changed_on is None
    after = given(*BEFORE, way.common_goals_changed()).case
    assert common_goals_preview(after, CATALOGUE).changed_on == way.ON
