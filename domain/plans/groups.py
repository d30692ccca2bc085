"""Group guidance (gruppeveiledning) as a doctor's plan tells it; the organiser records it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from domain.calendar.spans import Span
from domain.catalogue.group_years import NAMES, GroupYear
from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.facts import Fact
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed


class GroupJoined(Fact, frozen=True, kw_only=True, tag="plan.group-joined"):
    """The organiser admitted the doctor to a year of a guidance group."""

    group: Id
    name: str
    year: str
    joined_on: date
    # Of the group year; the organiser tells if the doctor leaves before.
    last_day: date
    gatherings: int


class GatheringAttended(Fact, frozen=True, kw_only=True, tag="plan.gathering-attended"):
    """The doctor took part in a gathering of a guidance group."""

    group: Id
    year: str
    gathering: Id
    held_on: date
    duration_minutes: int


class GroupLeft(Fact, frozen=True, kw_only=True, tag="plan.group-left"):
    """The doctor left a year of a guidance group after a last day."""

    group: Id
    year: str
    last_day: date


class DiplomaReceived(Fact, frozen=True, kw_only=True, tag="plan.group-diploma-received"):
    """The organiser gave the doctor the diploma for two years of group guidance."""

    group: Id
    diploma: str
    issued_on: date
    minutes_attended: int
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]


PlanGroupFact = GroupJoined | GatheringAttended | GroupLeft | DiplomaReceived


@dataclass(slots=True)
class YearInGroup:
    """One stay in a year of a group, with the gatherings attended."""

    joined: GroupJoined
    left: GroupLeft | None = None
    attended: list[GatheringAttended] = field(default_factory=list)

    @property
    def span(self) -> Span:
        last_day = self.left.last_day if self.left else self.joined.last_day
        return Span(self.joined.joined_on, last_day)

    @property
    def minutes(self) -> int:
        return sum(gathering.duration_minutes for gathering in self.attended)


@dataclass(slots=True)
class Groups:
    """The doctor's group guidance, as the facts so far leave it."""

    years: list[YearInGroup] = field(default_factory=list)
    diploma: DiplomaReceived | None = None
    diploma_at: int | None = None

    # acts

    def join(
        self,
        group: Id,
        *,
        name: str,
        year: GroupYear,
        joined_on: date,
        last_day: date,
        gatherings: int,
        earlier: tuple[Groups, ...] = (),
    ) -> GroupJoined:
        """Join a year of a group; one from before the training began is taken along too.

        ``earlier`` is the group guidance of the plans the doctor moved from.
        """
        asked = Span(joined_on, last_day)
        stays = [held for groups in (*earlier, self) for held in groups.years]
        for held in stays:
            if held.span.overlaps(asked):
                raise NotAllowed(
                    "group-years-overlap",
                    nb=f"Legen er i {held.joined.name} fra {held.span.first_day} til "
                    f"{held.span.last_day}; to gruppeår kan ikke overlappe.",
                    en=f"The doctor is in {held.joined.name} from {held.span.first_day} to "
                    f"{held.span.last_day}; two group years cannot overlap.",
                    rule="R-GRP-01",
                    field="firstDay",
                )
        firsts = (held for held in stays if held.joined.year == GroupYear.FIRST)
        if year is GroupYear.SECOND and not any(h.span.last_day < joined_on for h in firsts):
            raise NotAllowed(
                "second-before-first",
                nb=f"Legen har ikke noe første gruppeår før {joined_on}; før det først.",
                en=f"The doctor has no first group year before {joined_on}; record it first.",
                rule="R-GRP-01",
                field="year",
            )
        return GroupJoined(
            group=group,
            name=name,
            year=year,
            joined_on=joined_on,
            last_day=last_day,
            gatherings=gatherings,
        )

    def attend(
        self, gathering: Id, *, group: Id, year: GroupYear, held_on: date, duration_minutes: int
    ) -> GatheringAttended:
        stay = self._stay(group, year, held_on)
        if any(earlier.gathering == gathering for earlier in stay.attended):
            raise NotAllowed(
                "gathering-exists",
                nb=f"Samlingen den {held_on} er allerede ført i planen.",
                en=f"The gathering on {held_on} is already recorded in the plan.",
                rule="R-GRP-01",
                field="gathering",
            )
        return GatheringAttended(
            group=group,
            year=year,
            gathering=gathering,
            held_on=held_on,
            duration_minutes=duration_minutes,
        )

    def leave(self, group: Id, *, year: GroupYear, last_day: date) -> GroupLeft:
        stay = self._stay(group, year, last_day)
        latest = max((attended.held_on for attended in stay.attended), default=last_day)
        if latest > last_day:
            raise NotAllowed(
                "attended-later",
                nb=f"Legen var til stede {latest}; siste dag kan ikke være før det.",
                en=f"The doctor was present on {latest}; the last day cannot be before it.",
                rule="R-GRP-01",
                field="lastDay",
            )
        return GroupLeft(group=group, year=year, last_day=last_day)

    def _stay(self, group: Id, year: str, day: date) -> YearInGroup:
        """Return the stay in the group that contains the day; raises NotAllowed."""
        for held in self.years:
            if (held.joined.group, held.joined.year) == (group, year) and day in held.span:
                return held
        raise NotAllowed(
            "not-a-member",
            nb=f"Planen har ikke noe {NAMES[GroupYear(year)].nb} i gruppen den {day}.",
            en=f"The plan has no {NAMES[GroupYear(year)].en} in the group on {day}.",
            rule="R-GRP-01",
        )

    # questions

    def attended(self, year: GroupYear, by: date) -> bool:
        """Return whether the doctor had attended anything of a group year by a day."""
        return any(
            gathering.held_on <= by
            for held in self.years
            if held.joined.year == year
            for gathering in held.attended
        )

    @property
    def minutes(self) -> int:
        return sum(held.minutes for held in self.years)

    def leans(self, later: Fact, earlier: Fact) -> bool:
        """Return whether a later fact stands on an earlier one of the same stay.

        A diploma stands on the group years, not on each gathering: it is the organiser's word.
        """
        match later, earlier:
            case ((GatheringAttended() | GroupLeft()), GroupJoined()):
                return (later.group, later.year) == (earlier.group, earlier.year)
            case GroupJoined(year=GroupYear.SECOND), GroupJoined(year=GroupYear.FIRST):
                return True
            case GroupJoined(), GroupLeft():
                return True
            case DiplomaReceived(), GroupJoined():
                return True
        return False

    # effects

    def effects(self) -> Effects:
        return {
            GroupJoined: self._joined,
            GatheringAttended: self._attended,
            GroupLeft: self._left,
            DiplomaReceived: self._received,
        }

    def _joined(self, fact: GroupJoined, _: int) -> None:
        self.years.append(YearInGroup(fact))

    def _attended(self, fact: GatheringAttended, _: int) -> None:
        self._stay(fact.group, fact.year, fact.held_on).attended.append(fact)

    def _left(self, fact: GroupLeft, _: int) -> None:
        self._stay(fact.group, fact.year, fact.last_day).left = fact

    def _received(self, fact: DiplomaReceived, at: int) -> None:
        self.diploma, self.diploma_at = fact, at
