"""Days along a line, as one sees them: what was, what is to come, and today between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.shared.texts import Text

WIDE, EDGE, APART, TALL = 720, 24, 26, 26
"""In the units of the picture: its width, its margins, and how far marks stand from each other."""


class DayKind(StrEnum):
    """What a day is; each has a shape of its own, so that no colour need be seen."""

    EVENT = "event"
    LAW = "law"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day and what it is the day of."""

    on: date
    says: Text
    kind: DayKind = DayKind.EVENT
    # Nobody waits for it any more: how many days there are to it says nothing.
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A day as it is drawn, with the number by which the table names it."""

    number: int
    day: Day
    x: int
    y: int
    left: int
    """How many days there are to it; less than nought if it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What is drawn; ``line`` is how far down the line is."""

    marks: tuple[Mark, ...]
    today: date
    today_x: int
    line: int

    @property
    def width(self) -> int:
        return WIDE

    @property
    def height(self) -> int:
        return self.line + 34

    @property
    def first(self) -> date:
        return min(self.today, *(one.day.on for one in self.marks))

    @property
    def last(self) -> date:
        return max(self.today, *(one.day.on for one in self.marks))


def timeline(days: Sequence[Day], today: date) -> Timeline | None:
    """Return the days placed along a line; None where there are none. Marks that meet stand up."""
    if not days:
        return None
    first, last = min(today, days[0].on), max(today, days[-1].on)
    long = max((last - first).days, 1)

    def along(on: date) -> int:
        return EDGE + round((WIDE - 2 * EDGE) * (on - first).days / long)

    levels = _levels([along(one.on) for one in days])
    line = EDGE + TALL * (max(levels) + 1)
    return Timeline(
        marks=tuple(
            Mark(
                number=number,
                day=one,
                x=along(one.on),
                y=line - 14 - TALL * level,
                left=(one.on - today).days,
            )
            for number, (one, level) in enumerate(zip(days, levels, strict=True), start=1)
        ),
        today=today,
        today_x=along(today),
        line=line,
    )


def _levels(places: Sequence[int]) -> list[int]:
    """Return how high each mark stands, so that none stands on another."""
    taken: dict[int, int] = {}
    levels = []
    for place in places:
        level = 0
        while level in taken and place - taken[level] < APART:
            level += 1
        taken[level] = place
        levels.append(level)
    return levels
