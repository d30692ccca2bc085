"""A guidance group: its two years, its members, its gatherings and the diplomas it led to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never, get_args

from domain.calendar.spans import Span
from domain.catalogue.group_years import NAMES, GroupYear
from domain.groups import refusals
from domain.groups.facts import (
    DiplomaIssued,
    GatheringHeld,
    GroupFact,
    GroupFactCorrected,
    GroupFormed,
    GroupPersonMerged,
    GroupYearPlanned,
    MemberAdmitted,
    MemberLeft,
)
from domain.shared.case import Case, Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from domain.shared.stated import stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A doctor in a year of the group through a span of days."""

    year: str
    doctor: Id
    plan: Id
    span: Span


class Group(Case):
    """One group, folded from its facts."""

    def begin(self) -> None:
        self.formed: GroupFormed | None = None
        self.years: dict[str, GroupYearPlanned] = {}
        self.memberships: list[Membership] = []
        self.gatherings: dict[Id, GatheringHeld] = {}
        self.diplomas: dict[Id, DiplomaIssued] = {}

    # acts

    def form(self, *, name: str, on: date) -> GroupFormed:
        if self.formed:
            raise NotAllowed(
                "group-exists",
                nb=f"{self.formed.name} finnes allerede.",
                en=f"{self.formed.name} already exists.",
            )
        return GroupFormed(name=stated(name, field="name"), formed_on=on)

    def plan_year(
        self, year: GroupYear, *, first_day: date, last_day: date, gatherings: int
    ) -> GroupYearPlanned:
        self.be_formed()
        if year in self.years:
            raise NotAllowed(
                "year-planned",
                nb=f"Gruppens {NAMES[year].nb} er allerede planlagt.",
                en=f"The group's {NAMES[year].en} is already planned.",
                rule="R-GRP-01",
                field="year",
            )
        refusals.refuse_impossible_year(first_day, last_day, gatherings)
        if year is GroupYear.SECOND:
            refusals.refuse_second_before_first(self.years.get(GroupYear.FIRST), first_day)
        return GroupYearPlanned(
            year=year, first_day=first_day, last_day=last_day, gatherings=gatherings
        )

    def admit(self, year: GroupYear, doctor: Id, *, plan: Id, first_day: date) -> MemberAdmitted:
        """Admit a doctor from a day in the year; until its end, unless they leave before."""
        planned = self.year(year)
        refusals.refuse_outside(planned, first_day, field="firstDay")
        if any(held.span.last_day >= first_day for held in self.of_year(year, doctor)):
            raise NotAllowed(
                "already-a-member",
                nb=f"Legen er allerede med i gruppens {NAMES[year].nb}.",
                en=f"The doctor is already a member in the group's {NAMES[year].en}.",
                rule="R-GRP-01",
                field="plan",
            )
        return MemberAdmitted(year=year, doctor=doctor, plan=plan, first_day=first_day)

    def leave(self, year: GroupYear, doctor: Id, *, last_day: date) -> MemberLeft:
        self.year(year)
        member = self.member(year, doctor, last_day, field="lastDay")
        attended = (
            held.held_on
            for held in self.gatherings.values()
            if held.year == year and doctor in held.present and held.held_on in member.span
        )
        if (latest := max(attended, default=last_day)) > last_day:
            raise NotAllowed(
                "attended-later",
                nb=f"Legen var til stede {latest}; siste dag kan ikke være før det.",
                en=f"The doctor was present on {latest}; the last day cannot be before it.",
                rule="R-GRP-01",
                field="lastDay",
            )
        return MemberLeft(year=year, doctor=doctor, last_day=last_day)

    def hold(
        self,
        gathering: Id,
        year: GroupYear,
        *,
        held_on: date,
        duration_minutes: int,
        present: tuple[Id, ...],
    ) -> GatheringHeld:
        """Record a gathering with the members present, each for as long as it lasted."""
        refusals.refuse_impossible_gathering(duration_minutes, present)
        refusals.refuse_outside(self.year(year), held_on, field="heldOn")
        refusals.refuse_repeated(gathering, held_on, self.gatherings.values())
        for doctor in present:
            self.member(year, doctor, held_on, field="present")
        return GatheringHeld(
            gathering=gathering,
            year=year,
            held_on=held_on,
            duration_minutes=duration_minutes,
            present=tuple(dict.fromkeys(present)),
        )

    def issue_diploma(self, doctor: Id, *, diploma: str, on: date) -> DiplomaIssued:
        """Issue the diploma to one of the second year; what the two years held, the plan tells."""
        self.year(GroupYear.SECOND)
        stays = self.of_year(GroupYear.SECOND, doctor)
        if not stays:
            raise refusals.not_in_second_year()
        if on < (first_day := min(held.span.first_day for held in stays)):
            raise refusals.before_second_year(first_day)
        if doctor in self.diplomas:
            raise NotAllowed(
                "diploma-issued",
                nb=f"Legen fikk diplom den {self.diplomas[doctor].issued_on}.",
                en=f"The doctor was given a diploma on {self.diplomas[doctor].issued_on}.",
                rule="R-GRP-01",
                field="doctor",
            )
        return DiplomaIssued(doctor=doctor, diploma=stated(diploma, field="diploma"), issued_on=on)

    # questions

    def be_formed(self) -> GroupFormed:
        """Return how the group was formed; raises NotFound."""
        if self.formed is None:
            raise refusals.unknown_group()
        return self.formed

    def year(self, year: GroupYear) -> GroupYearPlanned:
        """Return the year as it was planned; raises NotFound."""
        self.be_formed()
        if year not in self.years:
            raise refusals.unknown_year(year)
        return self.years[year]

    def of_year(self, year: str, doctor: Id) -> list[Membership]:
        """Return the doctor's memberships in a year of the group, oldest first."""
        return [m for m in self.memberships if (m.year, m.doctor) == (year, doctor)]

    def member(self, year: str, doctor: Id, on: date, *, field: str) -> Membership:
        """Return the doctor's membership on the day; raises NotAllowed."""
        for held in self.of_year(year, doctor):
            if on in held.span:
                return held
        raise refusals.not_a_member(on, field=field)

    # effects

    def effects(self) -> Effects:
        return dict.fromkeys(get_args(GroupFact), self._take_effect)

    def leans(self, later: Fact, earlier: Fact) -> bool:
        match later, earlier:
            case (_, GroupFormed()) | (
                GroupYearPlanned(year=GroupYear.SECOND),
                GroupYearPlanned(),
            ):
                return True
            case ((MemberAdmitted() | GatheringHeld()), GroupYearPlanned()):
                return later.year == earlier.year
            case ((MemberAdmitted() | MemberLeft()), (MemberAdmitted() | MemberLeft())):
                return (later.year, later.doctor) == (earlier.year, earlier.doctor)
            case GatheringHeld(), MemberAdmitted():
                return later.year == earlier.year and earlier.doctor in later.present
            case DiplomaIssued(), MemberAdmitted():
                return later.doctor == earlier.doctor
        return False

    def _take_effect(self, fact: GroupFact, at: int) -> None:
        match fact:
            case GroupFormed():
                self.formed = fact
            case GroupYearPlanned():
                self.years[fact.year] = fact
            case MemberAdmitted():
                span = Span(fact.first_day, self.years[fact.year].last_day)
                self.memberships.append(
                    Membership(year=fact.year, doctor=fact.doctor, plan=fact.plan, span=span)
                )
            case MemberLeft():
                self._shorten(fact)
            case GatheringHeld():
                self.gatherings[fact.gathering] = fact
            case DiplomaIssued():
                self.diplomas[fact.doctor] = fact
            case GroupFactCorrected():
                self.strike(fact, at)
            case GroupPersonMerged():
                self.merge(fact, at)
            case _:
                assert_never(fact)

    def _shorten(self, fact: MemberLeft) -> None:
        for place, held in enumerate(self.memberships):
            if (held.year, held.doctor) == (fact.year, fact.doctor) and fact.last_day in held.span:
                span = Span(held.span.first_day, fact.last_day)
                self.memberships[place] = replace(held, span=span)
