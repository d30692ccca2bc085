"""Service as § 31 counts it: confirmed, by its share of full time, absence deducted.

Time is counted in calendar months, a part month by its days over the month's days (AMB-22), so
that five years from 1 March are sixty months whichever leap years they hold. Absence is
counted in calendar days (AMB-35) and then taken off as the share it is of the days served.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil

from domain.calendar.span_sets import common, days_in, months_in, months_of
from domain.calendar.spans import Span
from domain.law.book import LawBook
from domain.law.service_time import ServiceCapsRule
from domain.plans.accounts.stays import Record, Stay
from domain.plans.service import FULL_TIME, Period, ServiceKind
from domain.shared.days import day_after, day_before
from domain.shared.ids import Id

MONTHS = 12
OPEN, OTHER, INSTITUTION = ServiceKind
# Where posts overlap, full time is given first to what is hardest to come by.
FIRST_CREDITED = (OPEN, INSTITUTION, OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days on which the same posts were held: per cent as entered, and as credited by kind.

    ``length`` is that of the days in calendar months; ``below_floor``: open practice in too small
    a post for its day, credited as other practice.
    """

    span: Span
    length: Fraction
    periods: tuple[Id, ...]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """How absence is taken off: days served, days away, the share allowed, what is above it."""

    days_served: int
    days_away: Fraction
    allowed: Fraction
    months: Fraction

    @property
    def days(self) -> Fraction:
        return max(Fraction(0), self.days_away - self.allowed)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindAccount:
    """Months of full time of one kind: served, and what of it is within the cap."""

    kind: ServiceKind
    served: Fraction
    cap: Fraction | None

    @property
    def credited(self) -> Fraction:
        return self.served if self.cap is None else min(self.served, self.cap)

    @property
    def excess(self) -> Fraction:
        return self.served - self.credited


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAccount:
    """The service confirmed by a day, in months of full time, and what is entered besides."""

    stretches: tuple[Stretch, ...]
    kinds: tuple[KindAccount, ...]
    deduction: Deduction
    open_deduction: Deduction
    needed: Fraction
    open_needed: Fraction
    possible_open: Fraction
    unconfirmed: Fraction

    @property
    def by_kind(self) -> dict[ServiceKind, KindAccount]:
        return {one.kind: one for one in self.kinds}

    @property
    def credited(self) -> Fraction:
        """Return the months that count toward the whole, absence deducted."""
        whole = sum((one.credited for one in self.kinds), Fraction(0))
        return max(Fraction(0), whole - self.deduction.months)

    @property
    def open_credited(self) -> Fraction:
        """Return the months that count as open unselected practice, absence deducted."""
        return max(Fraction(0), self.by_kind[OPEN].credited - self.open_deduction.months)

    @property
    def missing(self) -> Fraction:
        return max(Fraction(0), self.needed - self.credited)

    @property
    def open_missing(self) -> Fraction:
        return max(Fraction(0), self.open_needed - self.open_credited)


def service_account(
    record: Record, law: LawBook, day: date, *, as_if_confirmed: bool = False
) -> ServiceAccount:
    """Return the account of all stays up to a day, or as it would be with all confirmed."""
    only = law.confirmed_service.on(day).value.only_confirmed and not as_if_confirmed
    served = [(stay, one) for stay in record for one in _served(stay, day, only_confirmed=only)]
    entered = [(stay, one) for stay in record for one in _served(stay, day, only_confirmed=False)]
    stretches = tuple(_stretches(served, law, day))
    every = tuple(_stretches(entered, law, day)) if only else stretches
    share = Fraction(law.absence.on(day).value.share)
    return ServiceAccount(
        stretches=stretches,
        kinds=tuple(_kinds(stretches, law.service_caps.on(day).value)),
        deduction=_deduction(record, stretches, None, share),
        open_deduction=_deduction(record, stretches, OPEN, share),
        needed=_years(law.service.on(day).value.years),
        open_needed=_years(law.open_practice.on(day).value.years),
        possible_open=sum(
            (one.length * Fraction(one.below_floor, FULL_TIME) for one in stretches), Fraction(0)
        ),
        unconfirmed=_months(every) - _months(stretches),
    )


def _kinds(stretches: tuple[Stretch, ...], caps: ServiceCapsRule) -> Iterator[KindAccount]:
    """Yield each kind; the two of general practice have a cap together, open practice first."""
    general, other = _years(caps.general_practice), _years(caps.other_general_practice)
    in_open = KindAccount(kind=OPEN, served=_served_of(stretches, OPEN), cap=general)
    yield in_open
    yield KindAccount(
        kind=OTHER,
        served=_served_of(stretches, OTHER),
        cap=min(other, general - in_open.credited),
    )
    yield KindAccount(kind=INSTITUTION, served=_served_of(stretches, INSTITUTION), cap=None)


def _served(stay: Stay, day: date, *, only_confirmed: bool) -> Iterator[Period]:
    periods = stay.confirmed(day) if only_confirmed else stay.plan.service.by_id.values()
    return (one for one in periods if one.entered.first_day <= day)


def _stretches(served: list[tuple[Stay, Period]], law: LawBook, day: date) -> Iterator[Stretch]:
    """Yield the days by the posts held, a new stretch wherever a post or the floor changes."""
    spans = [(stay, one, _upto(one.entered.span, day)) for stay, one in served]
    starts = {span.first_day for _, _, span in spans} | {day_after(s.last_day) for _, _, s in spans}
    starts |= {version.in_force_from for version in law.open_practice_floor.versions}
    for first, following in pairwise(sorted(starts)):
        held = [(stay, one) for stay, one, span in spans if first in span]
        if held:
            yield _stretch(Span(first, day_before(following)), held, law)


def _upto(span: Span, day: date) -> Span:
    return Span(span.first_day, min(span.last_day, day))


def _stretch(span: Span, held: list[tuple[Stay, Period]], law: LawBook) -> Stretch:
    entered: dict[ServiceKind, int] = {}
    for _, period in held:
        kind = ServiceKind(period.entered.kind)
        entered[kind] = entered.get(kind, 0) + period.entered.percentage
    floor = law.open_practice_floor.find(span.first_day)
    small = entered.get(OPEN, 0)
    below = floor is not None and 0 < small < floor.value.percentage
    counted = dict(entered)
    if below and not any(stay.exempt_from_floor(span.first_day) for stay, _ in held):
        counted[OTHER] = counted.get(OTHER, 0) + counted.pop(OPEN)
    else:
        below = False
    return Stretch(
        span=span,
        length=months_in((span,)),
        periods=tuple(period.entered.period for _, period in held),
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


def _deduction(
    record: Record, stretches: Iterable[Stretch], kind: ServiceKind | None, share: Fraction
) -> Deduction:
    of_kind = [one for one in stretches if kind is None or kind in one.credited]
    spans = [one.span for one in of_kind]
    served = days_in(spans)
    away = sum(
        (
            Fraction(days_in(common(spans, (absent.span,))) * absent.percentage, FULL_TIME)
            for stay in record
            for absent in stay.absent()
        ),
        Fraction(0),
    )
    months = sum((one.months(kind) for one in of_kind), Fraction(0))
    above = max(Fraction(0), away - share * served)
    return Deduction(
        days_served=served,
        days_away=away,
        allowed=share * served,
        months=above * months / served if served else Fraction(0),
    )


def _served_of(stretches: Iterable[Stretch], kind: ServiceKind) -> Fraction:
    return sum((one.months(kind) for one in stretches if kind in one.credited), Fraction(0))


def _months(stretches: Iterable[Stretch]) -> Fraction:
    return sum((one.months() for one in stretches), Fraction(0))


def _years(years: Decimal | int) -> Fraction:
    return Fraction(years) * MONTHS


def last_day_of(first_day: date, months: Fraction) -> date:
    """Return the day on which so many months of full time from a first day are served."""
    day = first_day
    while True:
        part = next(months_of(Span(day, date.max)))
        needed = ceil(months * part.of)
        if needed <= part.days:
            return day + timedelta(days=needed - 1)
        months -= part.share
        day += timedelta(days=part.days)
