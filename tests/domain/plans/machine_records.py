"""What a doctor takes part in elsewhere, entered by anybody on any day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.catalogue.group_years import GroupYear
from domain.law.book import IN_FORCE
from domain.plans.courses import CourseCertified, CourseEntered
from domain.plans.groups import DiplomaReceived, GatheringAttended, GroupJoined, GroupLeft
from domain.plans.rules.receive_diploma import Diploma, receive_diploma
from domain.plans.rules.visit_colleague import Confirming, Visiting, confirm_visit, enter_visit
from domain.plans.visits import Direction, VisitConfirmed, VisitEntered, VisitSetting
from domain.shared.ids import Id
from tests.domain.plans.machine import days, goals, people
from tests.domain.plans.machine_acts import Around
from tests.support.groups import GATHERING, GROUP, NAME, NEXT_GATHERING, OTHER_GROUP
from tests.support.plans import text
from tests.support.records import COURSE, OTHER_COURSE, OTHER_VISIT, PROVIDER, TITLE, VISIT

courses = st.sampled_from([COURSE, OTHER_COURSE])
visits = st.sampled_from([VISIT, OTHER_VISIT])
groups = st.sampled_from([GROUP, OTHER_GROUP])
years = st.sampled_from(GroupYear)
gatherings = st.sampled_from([GATHERING, NEXT_GATHERING])


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
            fact.course: fact.last_day
            for fact in self.standing()
            if isinstance(fact, CourseEntered)
        }
        certified = [fact for fact in self.standing() if isinstance(fact, CourseCertified)]
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
        entered = {fact.visit: fact for fact in self.standing() if isinstance(fact, VisitEntered)}
        for fact in entered.values():
            assert fact.colleague != self.plan.doctor
            assert fact.days[0] >= self.plan.opened.starts_on
        for confirmed in self.standing():
            if isinstance(confirmed, VisitConfirmed):
                assert confirmed.confirmed_by == entered[confirmed.visit].colleague
                assert confirmed.confirmed_on >= entered[confirmed.visit].days[-1]

    @rule(group=groups, year=years, on=days, length=st.integers(0, 4))
    def join_group(self, group: Id, year: GroupYear, on: date, length: int) -> None:
        self.attempt(
            lambda: self.plan.groups.join(
                group,
                name=NAME,
                year=year,
                joined_on=on,
                last_day=on + timedelta(days=length),
                gatherings=10,
            )
        )

    @rule(group=groups, year=years, gathering=gatherings, on=days)
    def attend(self, group: Id, year: GroupYear, gathering: Id, on: date) -> None:
        self.attempt(
            lambda: self.plan.groups.attend(
                gathering, group=group, year=year, held_on=on, duration_minutes=360
            )
        )

    @rule(group=groups, year=years, last_day=days)
    def leave_group(self, group: Id, year: GroupYear, last_day: date) -> None:
        self.attempt(lambda: self.plan.groups.leave(group, year=year, last_day=last_day))

    @rule(group=groups, on=days)
    def receive_diploma(self, group: Id, on: date) -> None:
        asked = Diploma(plan=self.plan, group=group, diploma="1", on=on, law=IN_FORCE)
        self.attempt(lambda: receive_diploma(asked))

    @rule(first=days, second=days)
    def go_through_both_years(self, first: date, second: date) -> None:
        """Do everything it takes to be given a diploma."""
        for year, on in ((GroupYear.FIRST, first), (GroupYear.SECOND, second)):
            self.join_group(GROUP, year, on, 1)
            self.attend(GROUP, year, GATHERING, on)
        self.receive_diploma(GROUP, second)

    @invariant()
    def no_two_group_years_overlap_and_the_first_comes_first(self) -> None:
        held = self.plan.groups.years
        for one in held:
            others = (other for other in held if other is not one)
            assert not any(one.span.overlaps(other.span) for other in others)
        for second in (h for h in held if h.joined.year == GroupYear.SECOND):
            firsts = (h for h in held if h.joined.year == GroupYear.FIRST)
            assert any(first.span.last_day < second.span.first_day for first in firsts)

    @invariant()
    def one_diploma_after_something_attended_of_both_years(self) -> None:
        told = [fact for fact in self.standing() if isinstance(fact, DiplomaReceived)]
        assert len(told) <= 1
        for diploma in told:
            attended = self.attended_as_known(self.plan.groups.diploma_at or 0)
            assert {fact.year for fact in attended if fact.held_on <= diploma.issued_on} == set(
                GroupYear
            )
            assert diploma.minutes_attended == sum(fact.duration_minutes for fact in attended)

    def attended_as_known(self, at: int) -> list[GatheringAttended]:
        """Return what stood of the gatherings attended before a version."""
        return [
            fact
            for version, fact in enumerate(self.facts[: at - 1], start=1)
            if isinstance(fact, GatheringAttended) and self.plan.struck.get(version, at) >= at
        ]

    @invariant()
    def only_a_member_attends_or_leaves(self) -> None:
        joined = [fact for fact in self.standing() if isinstance(fact, GroupJoined)]
        for fact in self.standing():
            if isinstance(fact, GatheringAttended | GroupLeft):
                day = fact.held_on if isinstance(fact, GatheringAttended) else fact.last_day
                assert any(
                    (one.group, one.year) == (fact.group, fact.year)
                    and one.joined_on <= day <= one.last_day
                    for one in joined
                )
