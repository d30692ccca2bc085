"""The doctor's goals, submitted, advised on and decided by anybody on any day."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import rule

from domain.law.book import IN_FORCE
from domain.plans.goals import Advice
from domain.plans.roles import Capacity
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
    in_force,
    reasons,
    replaced,
)
from tests.domain.plans.machine_acts import Around
from tests.domain.plans.rules.deciding import Decide
from tests.support.plans import MIDWIFE, SUPERVISOR, text

decisions = st.sampled_from([approve_goal, approve_goal, find_goal_not_achieved])


class Deciding(Around):
    """What happens to the doctor's goals."""

    @rule(goal=goals, consulted_on=st.none() | days, on=days)
    def submit(self, goal: str, consulted_on: date | None, on: date) -> None:
        asked = Submission(
            plan=self.plan, goal=goal, consulted_on=consulted_on, on=on, in_force=in_force(on)
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
            in_force=in_force(on),
            setting=SETTING,
            law=IN_FORCE,
            stored=self.stored,
            replaced=replaced(goal),
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

    @rule(goal=goals, decide=decisions, by=deciders, on=days, why=reasons)
    def go_all_the_way(
        self, goal: str, decide: Decide, by: Id, on: date, why: Confidential | None
    ) -> None:
        """Do everything it takes to have a goal decided."""
        midwife, supervisor = self.now(MIDWIFE), self.now(SUPERVISOR)
        self.supervise(midwife, on)
        self.recommend(goal, Advice.ACHIEVED, supervisor, None, on)
        self.recommend(goal, Advice.NOT_YET, midwife, None, on)
        self.submit(goal, on, on)
        self.decide(goal, decide, by=by, on=on, words=text(), why=why)
