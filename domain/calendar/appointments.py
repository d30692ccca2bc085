"""Who held which office on which days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from domain.calendar.spans import Span
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One person in one office through one span of days; ``version`` of the fact that said so."""

    person: Id
    office: str
    span: Span
    version: int
    competence_area: str | None = None


@dataclass(slots=True)
class Appointments:
    """All appointments of one case, oldest first."""

    all: list[Appointment] = field(default_factory=list)

    def add(self, appointment: Appointment) -> None:
        self.all.append(appointment)

    def end(self, person: Id, office: str, last_day: date) -> None:
        """Shorten the appointment that contains the last day."""
        for place, held in enumerate(self.all):
            if held.person == person and held.office == office and last_day in held.span:
                self.all[place] = replace(held, span=Span(held.span.first_day, last_day))
                return

    def holding(self, office: str, day: date) -> Iterator[Appointment]:
        """Yield the appointments to the office that contain the day."""
        return (held for held in self.all if held.office == office and day in held.span)

    def of(self, person: Id, *offices: str) -> Iterator[Appointment]:
        """Yield the person's appointments to any of the offices."""
        return (held for held in self.all if held.person == person and held.office in offices)

    def held(self, person: Id, office: str, day: date) -> bool:
        return any(day in appointment.span for appointment in self.of(person, office))

    def spans(self, *offices: str) -> dict[Id, tuple[Span, ...]]:
        """Return each person's spans in any of the offices."""
        spans: dict[Id, tuple[Span, ...]] = {}
        for held in self.all:
            if held.office in offices:
                spans[held.person] = (*spans.get(held.person, ()), held.span)
        return spans

    def refuse_overlap(self, person: Id, office: str, span: Span) -> None:
        """Raise NotAllowed if the person already holds the office some of those days."""
        if any(held.span.overlaps(span) for held in self.of(person, office)):
            raise NotAllowed(
                "already-appointed",
                nb="Personen er allerede oppnevnt i noen av disse dagene.",
                en="The person is already appointed on some of those days.",
                rule="R-ROL-03",
                field="firstDay",
            )

    def refuse_release(self, person: Id, office: str, day: date) -> None:
        """Raise NotAllowed if the person does not hold the office on the day, or ends then."""
        if not self.held(person, office, day):
            raise NotAllowed(
                "not-appointed",
                nb=f"Personen er ikke oppnevnt den {day}.",
                en=f"The person is not appointed on {day}.",
                rule="R-ROL-03",
                field="lastDay",
            )
        if any(held.span.last_day == day for held in self.of(person, office)):
            raise NotAllowed(
                "already-released",
                nb=f"{day} er allerede siste dag.",
                en=f"{day} is already the last day.",
                rule="R-ROL-03",
                field="lastDay",
            )
