"""Whatever anybody tries on a plan, what it stands for holds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from domain.law.book import IN_FORCE
from domain.plans.goals import Advice
from domain.plans.roles import Capacity
from domain.plans.rules.correct_fact import FactCorrection, correct_fact
from domain.plans.rules.correct_goal import Correction, Returning, correct_goal, return_goal
from domain.plans.rules.decide_goal import Outcome, approve_goal, find_goal_not_achieved
from domain.plans.rules.submit_goal import Recommendation, Submission, recommend_goal, submit_goal
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from tests.domain.plans.machine import (
    SETTING,
    advisers,
    capacities,
    days,
    deciders,
    goals,
    reasons,
)
from tests.domain.plans.machine_documents import Documented
from tests.domain.plans.machine_records import Records
from tests.domain.plans.rules.deciding import Decide
from tests.support.plans import DOCTOR, GOAL, LEADER, MIDWIFE, OTHER_GOAL, STARTS, SUPERVISOR, text

IN_FORCE_GOALS = frozenset({GOAL, OTHER_GOAL})
decisions = st.sampled_from([approve_goal, approve_goal, find_goal_not_achieved])


class Anybody(Records, Documented):
    """What happens to the doctor's goals."""

    @rule(goal=goals, consulted_on=st.none() | days, on=days)
    def submit(self, goal: str, consulted_on: date | None, on: date) -> None:
        asked = Submission(
            plan=self.plan, goal=goal, consulted_on=consulted_on, on=on, in_force=IN_FORCE_GOALS
        )
        self.attempt(lambda: submit_goal(asked))

    @rule(goal=goals, on=days)
    def recall(self, goal: str, on: date) -> None:
        self.attempt(lambda: self.plan.goals.recall(goal, on=on))

    @rule(goal=goals, advice=st.sampled_from(Advice), by=advisers, acting=capacities, on=days)
    def recommend(
        self, goal: str, advice: Advice, by: Id, acting: Capacity | None, on: date
    ) -> None:
        asked = Recommendation(
            plan=self.plan,
            goal=goal,
            advice=advice,
            rationale=text(),
            by=by,
            capacity=self.capacity(by, acting, on),
            on=on,
        )
        self.attempt(lambda: recommend_goal(asked))

    @rule(goal=goals, decide=decisions, by=deciders, on=days, words=reasons, why=reasons)
    def decide(
        self,
        goal: str,
        decide: Decide,
        *,
        by: Id,
        on: date,
        words: Confidential | None,
        why: Confidential | None,
    ) -> None:
        asked = Outcome(
            plan=self.plan,
            goal=goal,
            by=by,
            on=on,
            today=on,
            in_force=IN_FORCE_GOALS,
            setting=SETTING,
            law=IN_FORCE,
            stored=self.stored,
            statement=words,
            justification=why,
        )
        self.attempt(lambda: decide(asked))

    @rule(goal=goals, by=deciders, on=days)
    def send_goal_back(self, goal: str, by: Id, on: date) -> None:
        asked = Returning(plan=self.plan, goal=goal, comment=text(), by=by, on=on, setting=SETTING)
        self.attempt(lambda: return_goal(asked))

    @rule(goal=goals, by=deciders, on=days)
    def correct(self, goal: str, by: Id, on: date) -> None:
        asked = Correction(
            plan=self.plan,
            stored=self.stored,
            goal=goal,
            reason=text(),
            by=by,
            on=on,
            setting=SETTING,
        )
        self.attempt(lambda: correct_goal(asked))

    @rule(version=st.integers(0, 12), by=st.sampled_from([LEADER, DOCTOR, SUPERVISOR, MIDWIFE]))
    def correct_what_was_recorded(self, version: int, by: Id) -> None:
        """Correct a version counted from the last, so that there is often one."""
        at = len(self.facts) - version
        if at <= 1:
            return
        asked = FactCorrection(
            plan=self.plan, stored=self.stored, version=at, reason=text(), by=by, on=STARTS
        )
        self.attempt(lambda: correct_fact(asked))

    @rule(goal=goals, decide=decisions, by=deciders, on=days, why=reasons)
    def go_all_the_way(
        self, goal: str, decide: Decide, by: Id, on: date, why: Confidential | None
    ) -> None:
        """Do everything it takes to have a goal decided."""
        self.supervise(MIDWIFE, on)
        self.recommend(goal, Advice.ACHIEVED, SUPERVISOR, None, on)
        self.recommend(goal, Advice.NOT_YET, MIDWIFE, None, on)
        self.submit(goal, on, on)
        self.decide(goal, decide, by=by, on=on, words=text(), why=why)


def test_whatever_anybody_tries_the_plan_holds() -> None:
    quick = settings(max_examples=150, stateful_step_count=40, deadline=None)
    run_state_machine_as_test(Anybody, settings=quick)


@pytest.mark.slow
def test_whatever_anybody_tries_for_long_the_plan_holds() -> None:
    long = settings(max_examples=1000, stateful_step_count=60, deadline=None)
    run_state_machine_as_test(Anybody, settings=long)
