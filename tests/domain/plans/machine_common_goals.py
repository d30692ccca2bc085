"""Goals that came along from elsewhere, and the change of common goals, on any day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from domain.law.book import IN_FORCE
from domain.plans.common_goals import CommonGoalsChanged
from domain.plans.goals import GoalApproved, GoalCarriedOver, GoalNotAchieved, Goals, Stage
from domain.plans.outcomes import GoalReassessed
from domain.plans.rules.change_common_goals import Changing, change_common_goals
from domain.plans.rules.decide_goal import approve_goal
from domain.plans.rules.move import carried_over
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.domain.plans.machine import FORMER, NEW, NEW_FROM, SETTING, days, deciders
from tests.domain.plans.machine_goals import Deciding
from tests.support.history import given
from tests.support.plans import (
    APPOINTED,
    LEADER,
    OPENED,
    OTHER_GOAL,
    PLANNED,
    STARTS,
    approved,
    text,
)
from tests.support.way import moved_here

ELSEWHERE = given(OPENED, approved(OTHER_GOAL, on=NEW_FROM), approved(FORMER[0], on=NEW_FROM))
CAME_ALONG = (moved_here(), *carried_over(ELSEWHERE.case, ELSEWHERE.stored, "plan", known=Goals()))

before = st.integers(0, 8).map(lambda days: STARTS + timedelta(days=days))
since = st.integers(0, 5).map(lambda days: NEW_FROM + timedelta(days=days))


class GoingOver(Deciding):
    """What of the goals counts when they came from elsewhere, or others took their place."""

    @initialize(came_along=st.sampled_from([(), (), CAME_ALONG]))
    def begin(self, came_along: tuple[Fact, ...]) -> None:
        opened, *appointed = APPOINTED
        for fact in (opened, *came_along, *appointed, *PLANNED):
            self.record(fact)

    @rule(by=deciders, on=days)
    def change_common_goals(self, by: Id, on: date) -> None:
        asked = Changing(
            plan=self.plan,
            former=FORMER,
            new=NEW,
            new_from=NEW_FROM,
            by=by,
            on=on,
            setting=SETTING,
            law=IN_FORCE,
            stored=self.stored,
        )
        self.attempt(lambda: change_common_goals(asked))

    @rule(goal=st.sampled_from(FORMER), before=before, by=deciders, on=since, stands=st.booleans())
    def reach_both(self, goal: str, before: date, by: Id, on: date, *, stands: bool) -> None:
        """Do everything it takes to have a former goal and then the new one decided."""
        self.go_all_the_way(goal, approve_goal, LEADER, before, None)
        self.change_common_goals(by, on)
        if not stands:
            self.correct(goal, LEADER, on)
        self.go_all_the_way(NEW[0], approve_goal, LEADER, on, text())

    @invariant()
    def what_came_along_is_approved_by_the_fact_that_decided_it_there(self) -> None:
        for version, fact in enumerate(self.facts, start=1):
            if isinstance(fact, GoalCarriedOver) and version not in self.plan.struck:
                goal = self.plan.goals.goal(fact.goal)
                assert (goal.stage, goal.outcome_at) == (Stage.APPROVED, version)
                (seen,) = fact.seen
                assert seen == ELSEWHERE.stored.seen(seen.version)

    @invariant()
    def what_is_approved_would_come_along_by_the_fact_that_decided_it_here(self) -> None:
        coming = carried_over(self.plan, self.stored, "plan", known=Goals())
        reached = dict(self.reached(self.standing_versions()))
        assert {fact.goal: fact.seen for fact in coming} == {
            goal: (self.stored.seen(at),) for goal, at in reached.items()
        }

    @invariant()
    def going_over_kept_what_was_approved_of_the_former_goals(self) -> None:
        told = [fact for fact in self.standing() if isinstance(fact, CommonGoalsChanged)]
        assert len(told) <= 1
        assert self.plan.common_goals.changed == (told[0] if told else None)
        for at, fact in enumerate(self.facts, start=1):
            if isinstance(fact, CommonGoalsChanged):
                reached = dict(self.reached(self.standing_versions(at)))
                assert {kept.goal: kept.seen for kept in fact.kept} == {
                    goal: self.stored.seen(reached[goal]) for goal in FORMER if goal in reached
                }

    @invariant()
    def a_new_goal_leans_on_every_former_one_approved_by_the_day(self) -> None:
        for at, fact in enumerate(self.facts, start=1):
            if isinstance(fact, GoalApproved | GoalNotAchieved) and fact.goal in NEW:
                on = fact.approved_on if isinstance(fact, GoalApproved) else fact.decided_on
                former = {
                    version
                    for goal, version in self.reached(self.standing_versions(at))
                    if goal in FORMER and self.approved_on(version) <= on
                }
                leant_on = {seen.version for seen in fact.evidence}
                assert former <= leant_on
                assert not {
                    version
                    for version in leant_on - former
                    if isinstance(
                        self.facts[version - 1], GoalApproved | GoalCarriedOver | GoalReassessed
                    )
                }

    def standing_versions(self, at: int | None = None) -> list[int]:
        """Return the versions that stood before another, or stand now."""
        before = at or self.plan.version + 1
        return [v for v in range(1, before) if self.plan.struck.get(v, before) >= before]

    def reached(self, versions: list[int]) -> Iterator[tuple[str, int]]:
        """Yield the goals approved by facts of these versions; the last of each counts."""
        for version in versions:
            fact = self.facts[version - 1]
            if isinstance(fact, GoalReassessed) and not fact.achieved:
                continue
            if isinstance(fact, GoalApproved | GoalCarriedOver | GoalReassessed):
                yield fact.goal, version

    def approved_on(self, version: int) -> date:
        fact = self.facts[version - 1]
        if isinstance(fact, GoalReassessed):
            return fact.assessed_on
        assert isinstance(fact, GoalApproved | GoalCarriedOver)
        return fact.approved_on
