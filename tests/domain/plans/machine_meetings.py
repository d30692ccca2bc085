"""Absences, reviews, concerns and panels, by anybody on any day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.law.book import IN_FORCE
from domain.plans.absences import AbsenceKind
from domain.plans.panels import Member, PanelCapacity, PanelConvened
from domain.plans.progression import ConcernClosed, ConcernOutcome
from domain.plans.rules.convene_panel import Concluding, Convening, conclude_panel, convene_panel
from domain.plans.rules.hold_review import Review, hold_review
from domain.plans.rules.raise_concern import (
    AnsweringConcern,
    Concerning,
    agree_on_measures,
    close_concern,
    raise_concern,
)
from domain.plans.rules.review_account import next_due, review_account
from domain.shared.ids import Id
from tests.domain.plans.machine import SETTING, PlanMachine, days, deciders, people, writers
from tests.support.absences import ABSENCE, OTHER_ABSENCE
from tests.support.meetings import CONCERN, MEMBERS, OTHER_REVIEW, PANEL, REVIEW
from tests.support.plans import LEADER, OUTSIDER, STARTS, SUPERVISOR, text

some = st.lists(people, max_size=4).map(tuple)
members = st.lists(
    st.builds(Member, person=people, capacity=st.sampled_from(PanelCapacity)), max_size=4
).map(tuple)
absences = st.sampled_from([ABSENCE, OTHER_ABSENCE])


class Meeting(PlanMachine):
    """Who was away, who met, and what was said of progression."""

    @rule(key=absences, first=days, length=st.integers(-1, 200), percentage=st.integers(0, 101))
    def be_away(self, key: Id, first: date, length: int, percentage: int) -> None:
        self.attempt(
            lambda: self.plan.absences.enter(
                key,
                kind=AbsenceKind.CARE,
                first_day=first,
                last_day=first + timedelta(days=length),
                percentage=percentage,
                on=first,
            )
        )

    @rule(key=absences, on=days)
    def withdraw_absence(self, key: Id, on: date) -> None:
        self.attempt(lambda: self.plan.absences.withdraw(key, on=on))

    @rule(
        key=st.sampled_from([REVIEW, OTHER_REVIEW]),
        there=some,
        on=days,
        later=st.sampled_from([0, 180, 190, 370]),
    )
    def hold_review(self, key: Id, there: tuple[Id, ...], on: date, later: int) -> None:
        held_on = on + timedelta(days=later)
        asked = Review(
            plan=self.plan,
            review=key,
            held_on=held_on,
            people=there,
            minutes=text(),
            measures=None,
            by=there[0] if there else OUTSIDER,
            on=held_on,
            setting=SETTING,
        )
        self.attempt(lambda: hold_review(asked))

    @rule(by=writers, on=days)
    def worry(self, by: Id, on: date) -> None:
        asked = Concerning(plan=self.plan, concern=CONCERN, grounds=text(), by=by, on=on)
        self.attempt(lambda: raise_concern(asked))

    @rule(by=deciders, on=days, heard_on=days, follow_up_on=days)
    def agree_on_measures(self, by: Id, on: date, heard_on: date, follow_up_on: date) -> None:
        asked = AnsweringConcern(plan=self.plan, concern=CONCERN, by=by, on=on, setting=SETTING)
        self.attempt(
            lambda: agree_on_measures(asked, text(), heard_on=heard_on, follow_up_on=follow_up_on)
        )

    @rule(by=deciders, on=days, outcome=st.sampled_from(ConcernOutcome))
    def close(self, by: Id, on: date, outcome: ConcernOutcome) -> None:
        asked = AnsweringConcern(plan=self.plan, concern=CONCERN, by=by, on=on, setting=SETTING)
        self.attempt(lambda: close_concern(asked, outcome, None))

    @rule(by=deciders, first_day=days, meets_on=days, sitting=members)
    def convene(self, by: Id, first_day: date, meets_on: date, sitting: tuple[Member, ...]) -> None:
        asked = Convening(
            plan=self.plan,
            panel=PANEL,
            first_day=first_day,
            last_day=meets_on,
            meets_on=meets_on,
            members=sitting,
            goals=(),
            by=by,
            on=meets_on,
            setting=SETTING,
        )
        self.attempt(lambda: convene_panel(asked))

    @rule(on=days)
    def convene_as_it_should_be(self, on: date) -> None:
        self.convene(LEADER, STARTS, on, MEMBERS)
        self.conclude(LEADER, on)

    @rule(on=days, outcome=st.sampled_from(ConcernOutcome))
    def worry_and_answer(self, on: date, outcome: ConcernOutcome) -> None:
        """Have a concern raised, answered and closed."""
        self.worry(self.now(SUPERVISOR), on)
        self.agree_on_measures(LEADER, on, on, on)
        self.close(LEADER, on, outcome)

    @rule(by=deciders, on=days)
    def conclude(self, by: Id, on: date) -> None:
        asked = Concluding(
            plan=self.plan, panel=PANEL, conclusion=text(), by=by, on=on, setting=SETTING
        )
        self.attempt(lambda: conclude_panel(asked))

    @invariant()
    def half_years_follow_one_another_to_the_next_due(self) -> None:
        assert next_due(self.plan, IN_FORCE) > STARTS
        dues = review_account(self.plan, IN_FORCE, STARTS + timedelta(days=500)).dues
        assert all(due.first_day < due.last_day for due in dues)
        assert all(one.first_day <= two.first_day for one, two in pairwise(dues))

    @invariant()
    def a_panel_had_three_people_and_a_concern_its_measures(self) -> None:
        for fact in self.standing():
            if isinstance(fact, PanelConvened):
                assert len({member.person for member in fact.members}) >= 3
            if isinstance(fact, ConcernClosed) and fact.outcome != ConcernOutcome.UNFOUNDED:
                assert self.plan.progression.concern(fact.concern).agreed
