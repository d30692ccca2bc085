"""Service cut into stretches: days on which the same posts were held, under the same rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from domain.calendar.span_sets import Spans, months_in
from domain.calendar.spans import Span, covers
from domain.law.book import LawBook
from domain.plans.service import FULL_TIME, Period, ServiceKind
from domain.shared.days import day_after, day_before
from domain.shared.ids import Id

OPEN, OTHER, INSTITUTION, OTHER_SPECIALTY = ServiceKind
# Where posts overlap, full time is given first to what is hardest to come by.
FIRST_CREDITED = (OPEN, INSTITUTION, OTHER, OTHER_SPECIALTY)

Post = tuple[Period, Spans]
"""A period of service, and the days its doctor was exempted from the smallest post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days on which the same posts were held: per cent as entered, and as credited by kind.

    ``length`` is that of the days in calendar months; ``below_floor``: open practice in too small
    a post for its day, credited as other practice.
    """

    span: Span
    length: Fraction
    periods: tuple[Id, ...]
    open_periods: tuple[Id, ...]
    entered: Mapping[ServiceKind, int]
    credited: Mapping[ServiceKind, int]
    below_floor: int

    @property
    def percentage(self) -> int:
        return sum(self.entered.values())

    @property
    def too_much(self) -> bool:
        return self.percentage > FULL_TIME

    def months(self, kind: ServiceKind | None = None) -> Fraction:
        """Return the months of full time credited, of one kind or of all."""
        share = sum(self.credited.values()) if kind is None else self.credited.get(kind, 0)
        return self.length * Fraction(share, FULL_TIME)


def stretches(posts: Iterable[Post], law: LawBook, day: date) -> Iterator[Stretch]:
    """Yield the days up to a day, a new stretch wherever a post, the floor or an exemption changes.

    Posts in open practice held at once are one working time.
    """
    held_by = [(post, _upto(post[0].entered.span, day)) for post in posts]
    starts = {version.in_force_from for version in law.open_practice_floor.versions}
    for (_, exempted), span in held_by:
        starts |= {edge for one in (span, *exempted) for edge in _edges(one)}
    for first, following in pairwise(sorted(starts)):
        held = [post for post, span in held_by if first in span]
        if held:
            yield _stretch(Span(first, day_before(following)), held, law)


def _edges(span: Span) -> tuple[date, date]:
    return span.first_day, day_after(span.last_day)


def _upto(span: Span, day: date) -> Span:
    return Span(span.first_day, min(span.last_day, day))


def _stretch(span: Span, held: list[Post], law: LawBook) -> Stretch:
    entered: dict[ServiceKind, int] = {}
    for period, _ in held:
        kind = ServiceKind(period.entered.kind)
        entered[kind] = entered.get(kind, 0) + period.entered.percentage
    in_open = [post for post in held if post[0].entered.kind == OPEN]
    small, counted = entered.get(OPEN, 0), dict(entered)
    floor = law.open_practice_floor.find(span.first_day)
    below = floor is not None and 0 < small < floor.value.percentage
    if below and not any(covers(exempted, span.first_day) for _, exempted in in_open):
        counted[OTHER] = counted.get(OTHER, 0) + counted.pop(OPEN)
    else:
        below = False
    return Stretch(
        span=span,
        length=months_in((span,)),
        periods=tuple(period.entered.period for period, _ in held),
        open_periods=tuple(period.entered.period for period, _ in in_open),
        entered=entered,
        credited=_credited(counted),
        below_floor=small if below else 0,
    )


def _credited(entered: Mapping[ServiceKind, int]) -> dict[ServiceKind, int]:
    """Return what of the posts is within full time."""
    left, credited = FULL_TIME, {}
    for kind in FIRST_CREDITED:
        given = min(left, entered.get(kind, 0))
        if given:
            credited[kind] = given
            left -= given
    return credited
