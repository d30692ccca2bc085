"""What other cases say that a plan's rules need to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from domain.calendar.spans import Span, covers
from domain.shared.facts import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Leaders in office, specialists, authorisations and registration, as inclusive day spans.

    ``leant_on`` holds the last fact of each case these words were taken from.
    """

    leaders: Mapping[UUID, tuple[Span, ...]] = field(default_factory=dict)
    specialists: Mapping[UUID, tuple[Span, ...]] = field(default_factory=dict)
    authorised: Mapping[UUID, tuple[Span, ...]] = field(default_factory=dict)
    course_days: Mapping[UUID, tuple[date, ...]] = field(default_factory=dict)
    registered: tuple[Span, ...] = ()
    leant_on: tuple[Seen, ...] = ()

    def leader_on(self, person: UUID, day: date) -> bool:
        return covers(self.leaders.get(person, ()), day)

    def specialist_on(self, person: UUID, day: date) -> bool:
        return covers(self.specialists.get(person, ()), day)

    def authorised_on(self, person: UUID, day: date) -> bool:
        return covers(self.authorised.get(person, ()), day)

    def registered_on(self, day: date) -> bool:
        return covers(self.registered, day)

    def took_course_by(self, person: UUID, day: date) -> bool:
        return any(taken <= day for taken in self.course_days.get(person, ()))
