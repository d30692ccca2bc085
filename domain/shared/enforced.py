"""What time alone brings about, recorded with the day it happened and the day it was noticed.

Nobody's position depends on these facts: a deadline is over when its day is, whoever noticed. They
tell that it was noticed, and that people were told in time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from domain.shared.facts import Fact
from domain.shared.ids import Id


class Lapsed(Fact, frozen=True, kw_only=True):
    """Base of the facts that a deadline ran out: ``lapsed_on`` is the day after its last."""

    kind: str
    subject: str
    last_day: date
    lapsed_on: date
    noticed_on: date


class Reminded(Fact, frozen=True, kw_only=True):
    """Base of the facts that people were reminded of a day to come."""

    kind: str
    subject: str
    due_on: date
    days_before: int
    to: tuple[Id, ...]
    reminded_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A day by which something is due or over: of which kind, about what, and whom it concerns.

    ``lapses`` tells that it is over when nothing was done by the end of the day.
    """

    kind: str
    subject: str
    due_on: date
    concerns: tuple[Id, ...]
    lapses: bool


@dataclass(slots=True)
class Noticed:
    """What was noticed in one case so far, and said of days to come."""

    lapsed: set[str] = field(default_factory=set)
    reminded: dict[str, int] = field(default_factory=dict)

    def has_lapsed(self, due: Due) -> bool:
        return _key(due.kind, due.subject, due.due_on) in self.lapsed

    def closest_reminder(self, due: Due) -> int | None:
        """Return how few days before people were reminded last, None if never."""
        return self.reminded.get(_key(due.kind, due.subject, due.due_on))

    def note_lapsed(self, fact: Lapsed, _: int) -> None:
        self.lapsed.add(_key(fact.kind, fact.subject, fact.last_day))

    def note_reminded(self, fact: Reminded, _: int) -> None:
        self.reminded[_key(fact.kind, fact.subject, fact.due_on)] = fact.days_before


def _key(kind: str, subject: str, day: date) -> str:
    return f"{kind}/{subject}/{day}"
