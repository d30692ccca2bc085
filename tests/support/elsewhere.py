"""Invented courses, practice visits and group guidance, and the groups themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from domain.catalogue.group_years import GroupYear
from domain.groups import facts as group
from domain.plans import courses, groups, visits
from domain.shared.facts import Fact
from domain.shared.ids import Id

YEAR = timedelta(days=300)


def some_id(rng: Random) -> Id:
    return Id(str(UUID(int=rng.getrandbits(128), version=4)))


@dataclass(kw_only=True)
class Elsewhere:
    """What one doctor takes part in outside the plan's everyday; ``next`` is the next fact."""

    rng: Random
    codes: tuple[str, ...]
    course: Id | None = None
    visit: Id | None = None
    group: groups.GroupJoined | None = None

    def next(self, day: date) -> Fact:
        return self.rng.choice((self._course, self._visit, self._group))(day)

    def _course(self, day: date) -> Fact:
        if course := self.course:
            self.course = None
            return courses.CourseCertified(
                course=course, certificate="O-1", issued_on=day, issued_by="Legeforeningen"
            )
        self.course = some_id(self.rng)
        return courses.CourseEntered(
            course=self.course,
            title="Emnekurs",
            provider="Legeforeningen",
            first_day=day,
            last_day=day,
            hours=Decimal("7.5"),
            goals=tuple(self.rng.sample(self.codes, 2)),
        )

    def _visit(self, day: date) -> Fact:
        if visit := self.visit:
            self.visit = None
            return visits.VisitConfirmed(
                visit=visit, confirmed_by=some_id(self.rng), confirmed_on=day
            )
        self.visit = some_id(self.rng)
        return visits.VisitEntered(
            visit=self.visit,
            direction=self.rng.choice(tuple(visits.Direction)),
            setting=visits.VisitSetting.GP_PRACTICE,
            country="NO",
            days=(day,),
            colleague=some_id(self.rng),
            colleague_name=None,
            goals=tuple(self.rng.sample(self.codes, 1)),
        )

    def _group(self, day: date) -> Fact:
        if self.group is None or self.group.last_day < day:
            self.group = groups.GroupJoined(
                group=some_id(self.rng),
                name="Gruppe",
                year=GroupYear.FIRST,
                joined_on=day,
                last_day=day + YEAR,
                gatherings=10,
            )
            return self.group
        return groups.GatheringAttended(
            group=self.group.group,
            year=self.group.year,
            gathering=some_id(self.rng),
            held_on=day,
            duration_minutes=360,
        )


@dataclass(kw_only=True)
class GroupLife:
    """One group on its way; ``next`` is the next fact."""

    rng: Random
    day: date
    told: int = 0
    doctors: list[Id] = field(default_factory=list)

    def next(self) -> Fact:
        beginning = (self._formed, self._first, self._second, self._admitted)
        tell = beginning[self.told] if self.told < len(beginning) else self._choose()
        self.told += 1
        return tell()

    def _choose(self) -> Callable[[], Fact]:
        return self._admitted if self.rng.random() < 0.4 else self._held

    def _formed(self) -> Fact:
        return group.GroupFormed(name="Gruppe", formed_on=self.day)

    def _first(self) -> Fact:
        return self._year(GroupYear.FIRST, self.day)

    def _second(self) -> Fact:
        return self._year(GroupYear.SECOND, self._second_day)

    @property
    def _second_day(self) -> date:
        return self.day + YEAR + timedelta(days=1)

    def _year(self, year: GroupYear, first_day: date) -> Fact:
        return group.GroupYearPlanned(
            year=year, first_day=first_day, last_day=first_day + YEAR, gatherings=10
        )

    def _admitted(self) -> Fact:
        self.doctors.append(some_id(self.rng))
        return group.MemberAdmitted(
            year=GroupYear.SECOND,
            doctor=self.doctors[-1],
            plan=some_id(self.rng),
            first_day=self._second_day,
        )

    def _held(self) -> Fact:
        return group.GatheringHeld(
            gathering=some_id(self.rng),
            year=GroupYear.SECOND,
            held_on=self._second_day + timedelta(days=self.told),
            duration_minutes=360,
            present=(self.rng.choice(self.doctors),),
        )
