"""Practice visits (praksisbesøk) with a colleague: entered, and then shown to have taken place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound

MOST_DAYS = 10
"""More days than ever give points (R-VIS-01) are a typing error in one visit."""
_COUNTRY = re.compile("[A-Z]{2}")


class Direction(StrEnum):
    """Who came to whom; a mutual visit is one of each (R-VIS-03)."""

    MADE = "made"
    RECEIVED = "received"


class VisitSetting(StrEnum):
    """The work the visit was to (R-VIS-05)."""

    GP_PRACTICE = "gp-practice"
    NURSING_HOME = "nursing-home"
    HEALTH_CENTRE = "health-centre"
    OTHER_GP_AREA = "other-gp-area"


class VisitEntered(Fact, frozen=True, kw_only=True, tag="plan.visit-entered"):
    """The doctor entered a practice visit that was made to, or received from, a colleague."""

    visit: Id
    direction: str
    setting: str
    country: str
    days: tuple[date, ...]
    # One of the two: a person in the directory, or the name of one who is not there.
    colleague: Id | None
    colleague_name: Confidential | None
    goals: tuple[str, ...]


class VisitConfirmed(Fact, frozen=True, kw_only=True, tag="plan.visit-confirmed"):
    """The colleague confirmed that a practice visit took place as entered."""

    visit: Id
    confirmed_by: Id
    confirmed_on: date


class VisitDocumented(Fact, frozen=True, kw_only=True, tag="plan.visit-documented"):
    """The doctor stated the document that shows a practice visit took place."""

    visit: Id
    document: Confidential
    issued_on: date
    file: Id | None = None


VisitFact = VisitEntered | VisitConfirmed | VisitDocumented


@dataclass(slots=True)
class Visit:
    """One practice visit; ``shown`` is what shows that it took place, the version its fact's."""

    entered: VisitEntered
    shown: VisitConfirmed | VisitDocumented | None = None
    shown_at: int | None = None

    @property
    def shown_on(self) -> date | None:
        match self.shown:
            case VisitConfirmed(confirmed_on=day) | VisitDocumented(issued_on=day):
                return day
        return None


@dataclass(slots=True)
class Visits:
    """The doctor's practice visits, as the facts so far leave them."""

    by_id: dict[Id, Visit] = field(default_factory=dict)

    # acts

    def enter(
        self,
        visit: Id,
        *,
        direction: Direction,
        setting: VisitSetting,
        country: str,
        days: tuple[date, ...],
        colleague: Id | None,
        colleague_name: Confidential | None,
        goals: tuple[str, ...],
    ) -> VisitEntered:
        """Enter a visit; that the colleague is another than the doctor is the caller's to ask."""
        if visit in self.by_id:
            raise NotAllowed("visit-exists", nb="Besøket finnes allerede.", en="The visit exists.")
        if not _COUNTRY.fullmatch(country):
            raise Invalid(
                "country-malformed",
                nb=f"Land skrives med to store bokstaver, som NO eller SE, ikke «{country}».",
                en=f'A country is two capital letters, such as NO or SE, not "{country}".',
                rule="R-VIS-03",
                field="country",
            )
        if (colleague is None) == (colleague_name is None):
            raise Invalid(
                "colleague-missing",
                nb="Oppgi kollegaen: en person i personregisteret, eller et navn, men ikke begge.",
                en="State the colleague: a person in the directory, or a name, but not both.",
                rule="R-VIS-08",
                field="colleague",
            )
        return VisitEntered(
            visit=visit,
            direction=direction,
            setting=setting,
            country=country,
            days=self._new_days(days, direction),
            colleague=colleague,
            colleague_name=colleague_name,
            goals=goals,
        )

    def confirm(self, visit: Id, *, by: Id, on: date) -> VisitConfirmed:
        self._not_shown(visit, on, field="visit")
        return VisitConfirmed(visit=visit, confirmed_by=by, confirmed_on=on)

    def document(
        self, visit: Id, document: Confidential, *, issued_on: date, file: Id | None = None
    ) -> VisitDocumented:
        """State the document of a visit, such as the Directorate's form with a signature."""
        self._not_shown(visit, issued_on, field="issuedOn")
        return VisitDocumented(visit=visit, document=document, issued_on=issued_on, file=file)

    def _new_days(self, days: tuple[date, ...], direction: Direction) -> tuple[date, ...]:
        """Return the days in their order; raises Invalid or NotAllowed."""
        wanted = tuple(sorted(set(days)))
        if not 0 < len(wanted) <= MOST_DAYS:
            raise Invalid(
                "days-out-of-range",
                nb=f"Et praksisbesøk varer fra 1 til {MOST_DAYS} dager; oppgi hver dag.",
                en=f"A practice visit lasts from 1 to {MOST_DAYS} days; state each of them.",
                rule="R-VIS-01",
                field="days",
            )
        if taken := sorted(set(wanted) & set(self._days(direction))):
            raise NotAllowed(
                "visit-on-that-day",
                nb=f"Et slikt besøk er allerede ført den {taken[0]}; en dag teller én gang.",
                en=f"Such a visit is already entered on {taken[0]}; a day counts once.",
                rule="R-VIS-01",
                field="days",
            )
        return wanted

    def _days(self, direction: Direction) -> Iterator[date]:
        for visit in self.by_id.values():
            if visit.entered.direction == direction:
                yield from visit.entered.days

    def _not_shown(self, visit: Id, on: date, *, field: str) -> None:
        found = self.visit(visit)
        if found.shown:
            raise NotAllowed(
                "visit-shown",
                nb=f"Besøket er allerede bekreftet eller dokumentert den {found.shown_on}.",
                en=f"The visit was already confirmed or documented on {found.shown_on}.",
                rule="R-VIS-08",
            )
        if on < (last_day := found.entered.days[-1]):
            raise Invalid(
                "before-the-visit",
                nb=f"Besøket varte til {last_day} og kan ikke være bekreftet før, {on}.",
                en=f"The visit lasted until {last_day} and cannot have been shown before, on {on}.",
                rule="R-VIS-08",
                field=field,
            )

    # questions

    def visit(self, visit: Id) -> Visit:
        """Return the visit; raises NotFound."""
        try:
            return self.by_id[visit]
        except KeyError:
            raise NotFound(
                "unknown-visit",
                nb="Planen har ikke noe slikt praksisbesøk.",
                en="The plan has no such practice visit.",
                field="visit",
            ) from None

    def colleagues(self) -> dict[Id, date]:
        """Return those in the directory the doctor had visits with, each with the first day."""
        first_days: dict[Id, date] = {}
        for visit in self.by_id.values():
            colleague, day = visit.entered.colleague, visit.entered.days[0]
            if colleague:
                first_days[colleague] = min(day, first_days.get(colleague, day))
        return first_days

    def shown_for(self, goal: str, on: date = date.max) -> Iterator[int]:
        """Yield the versions of what by the day shows a visit for a goal."""
        for visit in self.by_id.values():
            day, at = visit.shown_on, visit.shown_at
            if day and at and day <= on and goal in visit.entered.goals:
                yield at

    # effects

    def effects(self) -> Effects:
        return {
            VisitEntered: self._entered,
            VisitConfirmed: self._shown,
            VisitDocumented: self._shown,
        }

    def _entered(self, fact: VisitEntered, _: int) -> None:
        self.by_id[fact.visit] = Visit(fact)

    def _shown(self, fact: VisitConfirmed | VisitDocumented, at: int) -> None:
        visit = self.by_id[fact.visit]
        visit.shown, visit.shown_at = fact, at
