"""What a doctor takes part in elsewhere, entered by anybody on any day."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.plans.courses import CourseCertified, CourseEntered
from domain.plans.rules.visit_colleague import Confirming, Visiting, confirm_visit, enter_visit
from domain.plans.visits import Direction, VisitConfirmed, VisitEntered, VisitSetting
from domain.shared.ids import Id
from tests.domain.plans.machine import days, goals, people
from tests.domain.plans.machine_acts import Around
from tests.support.plans import STARTS, text
from tests.support.records import COURSE, OTHER_COURSE, OTHER_VISIT, PROVIDER, TITLE, VISIT

courses = st.sampled_from([COURSE, OTHER_COURSE])
visits = st.sampled_from([VISIT, OTHER_VISIT])


class Records(Around):
    """What happens around the plan."""

    @rule(course=courses, first_day=days, last_day=days, goal=goals)
    def enter_course(self, course: Id, first_day: date, last_day: date, goal: str) -> None:
        self.attempt(
            lambda: self.plan.courses.enter(
                course,
                title=TITLE,
                provider=PROVIDER,
                first_day=first_day,
                last_day=last_day,
                hours=None,
                goals=(goal,),
            )
        )

    @rule(course=courses, issued_on=days)
    def certify_course(self, course: Id, issued_on: date) -> None:
        self.attempt(
            lambda: self.plan.courses.certify(
                course, certificate="1", issued_on=issued_on, issued_by=PROVIDER
            )
        )

    @invariant()
    def a_certificate_came_once_and_after_its_course(self) -> None:
        ended = {
            fact.course: fact.last_day for fact in self.facts if isinstance(fact, CourseEntered)
        }
        certified = [fact for fact in self.facts if isinstance(fact, CourseCertified)]
        assert len({fact.course for fact in certified}) == len(certified)
        assert all(fact.issued_on >= ended[fact.course] for fact in certified)

    @rule(visit=visits, day=days, colleague=people, direction=st.sampled_from(Direction))
    def enter_visit(self, visit: Id, day: date, colleague: Id, direction: Direction) -> None:
        asked = Visiting(
            plan=self.plan,
            visit=visit,
            direction=direction,
            setting=VisitSetting.GP_PRACTICE,
            country="NO",
            days=(day,),
            colleague=colleague,
            colleague_name=None,
            goals=(),
        )
        self.attempt(lambda: enter_visit(asked))

    @rule(visit=visits, by=people, on=days)
    def confirm_visit(self, visit: Id, by: Id, on: date) -> None:
        self.attempt(lambda: confirm_visit(Confirming(plan=self.plan, visit=visit, by=by, on=on)))

    @rule(visit=visits, issued_on=days)
    def document_visit(self, visit: Id, issued_on: date) -> None:
        self.attempt(lambda: self.plan.visits.document(visit, text(), issued_on=issued_on))

    @invariant()
    def a_visit_was_to_another_in_the_training_and_confirmed_by_them(self) -> None:
        entered = {fact.visit: fact for fact in self.facts if isinstance(fact, VisitEntered)}
        for fact in entered.values():
            assert fact.colleague != self.plan.doctor
            assert fact.days[0] >= STARTS
        for confirmed in self.facts:
            if isinstance(confirmed, VisitConfirmed):
                assert confirmed.confirmed_by == entered[confirmed.visit].colleague
                assert confirmed.confirmed_on >= entered[confirmed.visit].days[-1]
