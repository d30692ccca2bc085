"""New assessments, asked for, arranged and made by anybody on any day."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.calendar.months import months_after
from domain.law.book import IN_FORCE
from domain.plans.goals import Stage
from domain.plans.outcomes import GoalReassessed, Reassessed
from domain.plans.reassessment import NewAssessmentRequested
from domain.plans.rules.arrange_reassessment import (
    Arranging,
    Confirmed,
    arrange_reassessment,
    confirm_activities,
)
from domain.plans.rules.decide_goal import find_goal_not_achieved
from domain.plans.rules.reassess_goal import NewOutcome, reassess_goal
from domain.plans.rules.request_reassessment import Demand, request_reassessment
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from tests.domain.plans.machine import SETTING, days, goals, in_force, people, reasons
from tests.domain.plans.machine_goals import Deciding
from tests.support.plans import GOAL, LEADER, MIDWIFE, STARTS, logged, sent, signed, text
from tests.support.reassessments import (
    ASSESSOR,
    OFFICER,
    OTHER_ASSESSOR,
    PLACE,
    REASSESSMENT,
    SECOND_REASSESSMENT,
    THIRD_REASSESSMENT,
)

keys = st.sampled_from([REASSESSMENT, SECOND_REASSESSMENT, THIRD_REASSESSMENT])
months_on = st.sampled_from([0, 1, 170, 181, 184, 365]).map(timedelta)
assessors = st.sampled_from([(ASSESSOR,), (OTHER_ASSESSOR,), (LEADER,), (MIDWIFE,), ()])
outcomes = st.sampled_from([Reassessed.NOT_ACHIEVED, Reassessed.NOT_ACHIEVED, Reassessed.ACHIEVED])
ON = STARTS + timedelta(days=5)
LATER_ACTIVITIES = (Id(f"{UUID(int=0xAC8)}"), Id(f"{UUID(int=0xAC9)}"), None)


class AssessedAnew(Deciding):
    """What comes of goals that were not achieved."""

    @rule(key=keys, goal=goals, on=days, later=months_on)
    def request_anew(self, key: Id, goal: str, on: date, later: timedelta) -> None:
        asked = Demand(
            plan=self.plan,
            reassessment=key,
            goal=goal,
            on=on + later,
            in_force=in_force(on),
            law=IN_FORCE,
            stored=self.stored,
        )
        self.attempt(lambda: request_reassessment(asked))

    @rule(key=keys, on=days)
    def withdraw_anew(self, key: Id, on: date) -> None:
        self.attempt(lambda: self.plan.reassessments.withdraw(key, on=on))

    @rule(key=keys, by=people, on=days)
    def confirm_since(self, key: Id, by: Id, on: date) -> None:
        asked = Confirmed(
            plan=self.plan, reassessment=key, by=by, on=on, law=IN_FORCE, stored=self.stored
        )
        self.attempt(lambda: confirm_activities(asked))

    @rule(key=keys, who=assessors, on=days, why=reasons)
    def arrange_anew(
        self, key: Id, who: tuple[Id, ...], on: date, why: Confidential | None
    ) -> None:
        self.attempt(
            lambda: arrange_reassessment(
                Arranging(
                    plan=self.plan,
                    reassessment=key,
                    assessors=who,
                    place=PLACE,
                    takes_place_on=on,
                    by=OFFICER,
                    on=on,
                    law=IN_FORCE,
                    justification=why,
                )
            )
        )

    @rule(key=keys, outcome=outcomes, on=days, later=months_on, why=reasons)
    def reassess(
        self, key: Id, outcome: Reassessed, on: date, later: timedelta, why: Confidential | None
    ) -> None:
        self.attempt(
            lambda: reassess_goal(
                NewOutcome(
                    plan=self.plan,
                    reassessment=key,
                    outcome=outcome,
                    rationale=text(),
                    by=OFFICER,
                    on=on + later,
                    today=on + later,
                    in_force=in_force(min(on, STARTS + timedelta(days=18))),
                    setting=SETTING,
                    law=IN_FORCE,
                    stored=self.stored,
                    justification=why,
                )
            )
        )

    @rule(key=keys, goal=goals, outcome=outcomes, on=days, later=months_on)
    def go_all_the_way_anew(
        self, key: Id, goal: str, outcome: Reassessed, on: date, later: timedelta
    ) -> None:
        """Do everything it takes to have a goal refused and assessed anew."""
        self.go_all_the_way(goal, find_goal_not_achieved, LEADER, on, text())
        self.request_anew(key, goal, on, later)
        self.confirm_since(key, LEADER, on)
        found = self.plan.reassessments.by_id.get(key)
        self.arrange_anew(key, (ASSESSOR,), found.requested.requested_on if found else on, text())
        self.reassess(key, outcome, on, later, text())

    @rule(
        key=st.sampled_from([SECOND_REASSESSMENT, THIRD_REASSESSMENT]),
        activity=st.sampled_from([*LATER_ACTIVITIES]),
        off=st.integers(-1, 2),
        outcome=outcomes,
    )
    def demand_again(self, key: Id, activity: Id | None, off: int, outcome: Reassessed) -> None:
        """Demand a further one about the day it may be, having learnt something or not."""
        if not any(map(self.plan.reassessments.last_failed_on, self.plan.goals.by_code)):
            not_achieved = Reassessed.NOT_ACHIEVED
            self.go_all_the_way_anew(REASSESSMENT, GOAL, not_achieved, ON, timedelta())
        failed = (
            (goal, self.plan.reassessments.last_failed_on(goal)) for goal in self.plan.goals.by_code
        )
        goal, failed_on = next(((g, on) for g, on in failed if on), (GOAL, STARTS))
        on = months_after(failed_on, 6) + timedelta(days=off)
        if activity and activity not in self.plan.activities.by_id:
            done_on = failed_on + timedelta(days=30)
            done = logged(activity, goal, done_on=done_on)
            what = (done, sent(activity), signed(activity, on=done_on))
            self.attempt(lambda: what)
        asked = Demand(
            plan=self.plan,
            reassessment=key,
            goal=goal,
            on=on,
            in_force=frozenset(self.plan.goals.by_code),
            law=IN_FORCE,
            stored=self.stored,
        )
        self.attempt(lambda: request_reassessment(asked))
        self.confirm_since(key, LEADER, on)
        self.arrange_anew(key, (OTHER_ASSESSOR,), on, text())
        self.reassess(key, outcome, on, timedelta(), text())

    @invariant()
    def no_goal_has_two_new_assessments_under_way(self) -> None:
        under_way = [
            found.requested.goal
            for found in self.plan.reassessments.by_id.values()
            if found.under_way
        ]
        assert len(under_way) == len(set(under_way))

    @invariant()
    def no_further_one_is_asked_for_before_its_day(self) -> None:
        failed: dict[str, date] = {}
        for fact in self.standing():
            if isinstance(fact, GoalReassessed) and not fact.achieved:
                failed[fact.goal] = fact.assessed_on
            if isinstance(fact, NewAssessmentRequested):
                last = failed.get(fact.goal)
                assert (fact.round == 1) == (last is None)
                if last:
                    assert fact.requested_on >= months_after(last, 6)
                    assert fact.shown

    @invariant()
    def what_was_achieved_anew_is_approved(self) -> None:
        for fact in self.standing():
            if isinstance(fact, GoalReassessed) and fact.achieved:
                goal = self.plan.goals.goal(fact.goal)
                assert goal.stage is Stage.APPROVED
                assert self.plan.doctor not in fact.assessed_by
