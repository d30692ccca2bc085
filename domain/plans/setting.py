"""What other cases say that a plan's rules need to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.calendar.spans import Span, covers
from domain.shared.facts import Seen
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Leaders in office, specialists, authorisations and registration, as inclusive day spans.

    ``otherwise_specialists`` are specialists in anything but what a supervisor's specialty is;
    ``external_arenas`` the arenas that lie outside the establishment. ``leant_on`` holds the last
    fact of each case these words were taken from.
    """

    leaders: Mapping[Id, tuple[Span, ...]] = field(default_factory=dict)
    specialists: Mapping[Id, tuple[Span, ...]] = field(default_factory=dict)
    otherwise_specialists: Mapping[Id, tuple[Span, ...]] = field(default_factory=dict)
    authorised: Mapping[Id, tuple[Span, ...]] = field(default_factory=dict)
    course_days: Mapping[Id, tuple[date, ...]] = field(default_factory=dict)
    registered: tuple[Span, ...] = ()
    external_arenas: frozenset[str] = frozenset()
    leant_on: tuple[Seen, ...] = ()

    def leader_on(self, person: Id, day: date) -> bool:
        return covers(self.leaders.get(person, ()), day)

    def specialist_on(self, person: Id, day: date) -> bool:
        return covers(self.specialists.get(person, ()), day)

    def authorised_on(self, person: Id, day: date) -> bool:
        return covers(self.authorised.get(person, ()), day)

    def registered_on(self, day: date) -> bool:
        return covers(self.registered, day)

    def took_course_by(self, person: Id, day: date) -> bool:
        return any(taken <= day for taken in self.course_days.get(person, ()))
