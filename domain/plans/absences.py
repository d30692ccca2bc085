"""Absences (fravær) from the post: entered by the doctor as they are, or withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from domain.calendar.spans import Span, asked_span
from domain.shared.case import Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound

WHOLE_POST = 100
MOST_YEARS, MOST_MONTHS_AHEAD = 3, 18
LONGEST_ABSENCE = timedelta(days=MOST_YEARS * 366)
"""Longer than any one leave is a year typed wrongly."""
FARTHEST_AHEAD = timedelta(days=MOST_MONTHS_AHEAD * 31)
"""So is a last day farther ahead than leave is agreed for."""


class AbsenceKind(StrEnum):
    """Why somebody is away, in the widest words; courses and ordinary holiday count (section 31).

    Nothing more is asked of the reason: what is said of illness is data about health.
    """

    PARENTAL_LEAVE = "parental-leave"
    SICK_LEAVE = "sick-leave"
    UNPAID_LEAVE = "unpaid-leave"
    MILITARY_SERVICE = "military-service"
    CARE = "care"
    OTHER = "other"


class AbsenceEntered(Fact, frozen=True, kw_only=True, tag="plan.absence-entered"):
    """The doctor entered an absence from a share of the post."""

    absence: Id
    kind: str
    first_day: date
    last_day: date
    # Of the position, absent on each of the days.
    percentage: int

    @property
    def span(self) -> Span:
        return Span(self.first_day, self.last_day)


class AbsenceWithdrawn(Fact, frozen=True, kw_only=True, tag="plan.absence-withdrawn"):
    """The doctor withdrew an absence that did not come about as it was entered."""

    absence: Id
    withdrawn_on: date


AbsenceFact = AbsenceEntered | AbsenceWithdrawn


@dataclass(slots=True)
class Absence:
    """One absence; a withdrawn one took no time."""

    entered: AbsenceEntered
    entered_at: int
    withdrawn: AbsenceWithdrawn | None = None


@dataclass(slots=True)
class Absences:
    """The doctor's absences, as the facts so far leave them."""

    by_id: dict[Id, Absence] = field(default_factory=dict)

    # acts

    def enter(
        self,
        absence: Id,
        *,
        kind: AbsenceKind,
        first_day: date,
        last_day: date,
        percentage: int,
        on: date,
    ) -> AbsenceEntered:
        """Enter an absence as it was or will be; those that overlap are both entered."""
        if absence in self.by_id:
            raise NotAllowed("absence-exists", nb="Fraværet finnes allerede.", en="It exists.")
        asked_span(first_day, last_day)
        _refuse_typing_errors(first_day, last_day, on)
        if not 0 < percentage <= WHOLE_POST:
            raise Invalid(
                "percentage-out-of-range",
                nb=f"Fraværsprosenten er et helt tall fra 1 til {WHOLE_POST}, ikke {percentage}.",
                en=f"The percentage is a whole number from 1 to {WHOLE_POST}, not {percentage}.",
                rule="L-SPF-31",
                field="percentage",
            )
        return AbsenceEntered(
            absence=absence,
            kind=kind,
            first_day=first_day,
            last_day=last_day,
            percentage=percentage,
        )

    def withdraw(self, absence: Id, *, on: date) -> AbsenceWithdrawn:
        found = self.absence(absence)
        if found.withdrawn:
            raise NotAllowed(
                "absence-withdrawn",
                nb=f"Fraværet ble trukket tilbake {found.withdrawn.withdrawn_on}.",
                en=f"The absence was withdrawn on {found.withdrawn.withdrawn_on}.",
                rule="L-SPF-31",
            )
        return AbsenceWithdrawn(absence=absence, withdrawn_on=on)

    # questions

    def absence(self, absence: Id) -> Absence:
        """Return the absence; raises NotFound."""
        try:
            return self.by_id[absence]
        except KeyError:
            raise NotFound(
                "unknown-absence",
                nb="Planen har ikke noe slikt fravær.",
                en="The plan has no such absence.",
                field="absence",
            ) from None

    def standing(self) -> tuple[AbsenceEntered, ...]:
        """Return the absences that were not withdrawn, by their days."""
        entered = (found.entered for found in self.by_id.values() if not found.withdrawn)
        return tuple(sorted(entered, key=lambda fact: (fact.first_day, fact.absence)))

    # effects

    def effects(self) -> Effects:
        return {AbsenceEntered: self._entered, AbsenceWithdrawn: self._withdrawn}

    def _entered(self, fact: AbsenceEntered, at: int) -> None:
        self.by_id[fact.absence] = Absence(fact, at)

    def _withdrawn(self, fact: AbsenceWithdrawn, _: int) -> None:
        self.by_id[fact.absence].withdrawn = fact


def _refuse_typing_errors(first_day: date, last_day: date, on: date) -> None:
    """Raise Invalid for days nobody is away, or knows of yet."""
    if last_day - first_day > LONGEST_ABSENCE:
        raise Invalid(
            "absence-too-long",
            nb=f"Et fravær varer høyst {MOST_YEARS} år; {first_day} til {last_day} er lenger.",
            en=f"An absence lasts {MOST_YEARS} years at most; {first_day} to {last_day} is longer.",
            rule="L-SPF-31",
            field="firstDay",
        )
    if last_day - on > FARTHEST_AHEAD:
        raise Invalid(
            "absence-too-far-ahead",
            nb=f"Siste dag er høyst {MOST_MONTHS_AHEAD} måneder fram i tid; {last_day} er lenger "
            "fram.",
            en=f"The last day is {MOST_MONTHS_AHEAD} months ahead at most; {last_day} is farther.",
            rule="L-SPF-31",
            field="lastDay",
        )
