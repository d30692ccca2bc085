"""What a doctor takes part in elsewhere, entered by anybody on any day: courses."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.plans.courses import CourseCertified, CourseEntered
from domain.shared.ids import Id
from tests.domain.plans.machine import days, goals
from tests.domain.plans.machine_acts import Around
from tests.support.records import COURSE, OTHER_COURSE, PROVIDER, TITLE

courses = st.sampled_from([COURSE, OTHER_COURSE])


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
