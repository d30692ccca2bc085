"""Sets of days as spans: what they have in common, what is left, how many days and months."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from domain.calendar.spans import Span
from domain.shared.days import day_after, day_before

Spans = tuple[Span, ...]
MONTHS = 12


def union(spans: Iterable[Span]) -> Spans:
    """Return the days in any of the spans, as few spans as possible, in order of time."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.first_day <= day_after(joined[-1].last_day):
            last_day = max(joined[-1].last_day, span.last_day)
            joined[-1] = Span(joined[-1].first_day, last_day)
        else:
            joined.append(span)
    return tuple(joined)


def common(one: Iterable[Span], other: Iterable[Span]) -> Spans:
    """Return the days in both."""
    others = union(other)
    return union(
        Span(max(a.first_day, b.first_day), min(a.last_day, b.last_day))
        for a in union(one)
        for b in others
        if a.overlaps(b)
    )


def without(spans: Iterable[Span], taken: Iterable[Span]) -> Spans:
    """Return the days in the spans that are in none of those taken."""
    left = list(union(spans))
    for gone in union(taken):
        left = [part for span in left for part in _cut(span, gone)]
    return tuple(left)


def _cut(span: Span, gone: Span) -> Iterator[Span]:
    if not span.overlaps(gone):
        yield span
        return
    if span.first_day < gone.first_day:
        yield Span(span.first_day, day_before(gone.first_day))
    if gone.last_day < span.last_day:
        yield Span(day_after(gone.last_day), span.last_day)


def until(spans: Iterable[Span], day: date) -> Spans:
    """Return the days up to and including the day."""
    return tuple(
        Span(span.first_day, min(span.last_day, day)) for span in spans if span.first_day <= day
    )


def cut_at(spans: Iterable[Span], days: Iterable[date]) -> Iterator[Span]:
    """Yield the spans in pieces, a new one beginning on each of the days."""
    starts = sorted(days)
    for span in spans:
        first = span.first_day
        for start in starts:
            if first < start <= span.last_day:
                yield Span(first, day_before(start))
                first = start
        yield Span(first, span.last_day)


def days_in(spans: Iterable[Span]) -> int:
    """Return how many days the set has; its spans must have an end."""
    return sum((span.last_day - span.first_day).days + 1 for span in union(spans))


@dataclass(frozen=True, slots=True)
class MonthPart:
    """So many days of a calendar month of so many; ``first_day`` is the first of those days."""

    first_day: date
    days: int
    of: int

    @property
    def share(self) -> Fraction:
        return Fraction(self.days, self.of)


def months_of(span: Span) -> Iterator[MonthPart]:
    """Yield the calendar months a span touches, each with its days in it."""
    first = span.first_day
    while first <= span.last_day:
        of = monthrange(first.year, first.month)[1]
        last = min(span.last_day, first.replace(day=of))
        yield MonthPart(first, last.day - first.day + 1, of)
        first = day_after(last)


def months_in(spans: Iterable[Span]) -> Fraction:
    """Return the length in calendar months, a part month by its days over the month's (AMB-22)."""
    return sum(map(_months, union(spans)), Fraction(0))


def _months(span: Span) -> Fraction:
    """Return what the shares of ``months_of`` come to, without going through them."""
    first, last = span.first_day, span.last_day
    between = (last.year - first.year) * MONTHS + last.month - first.month
    # The last month up to its day, less what of the first month was before.
    return between + _share(last, last.day) - _share(first, first.day - 1)


def _share(day: date, days: int) -> Fraction:
    return Fraction(days, monthrange(day.year, day.month)[1])
