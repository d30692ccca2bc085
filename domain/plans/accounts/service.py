"""Service as § 31 counts it: confirmed, by its share of full time, absence deducted.

Time is counted in calendar months, a part month by its days over the month's days (AMB-22), so
that five years from 1 March are sixty months whichever leap years they hold. Absence is
counted in calendar days (AMB-35) and then taken off as the share it is of the days served.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any

from domain.calendar.span_sets import common, days_in, months_of
from domain.calendar.spans import Span
from domain.law.book import LawBook
from domain.plans.accounts.stays import Record, away_together
from domain.plans.accounts.stretches import (
    INSTITUTION,
    OPEN,
    OTHER,
    OTHER_SPECIALTY,
    Post,
    Stretch,
    stretches,
)
from domain.plans.service import FULL_TIME, ServiceKind
from domain.shared.dated import Version

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """How absence is taken off: days served and away, the share allowed, the months that count.

    What is above the caps is among the days, and not among the months it is taken off.
    """

    days_served: int
    months_counted: Fraction
    days_away: Fraction
    share: Fraction

    @property
    def allowed(self) -> Fraction:
        return self.share * self.days_served

    @property
    def days(self) -> Fraction:
        return max(Fraction(0), self.days_away - self.allowed)

    @property
    def months(self) -> Fraction:
        """Return the months taken off, as the share the days above are of the days served."""
        return self.days * self.months_counted / self.days_served if self.days else Fraction(0)

    def after(self, span: Span) -> Deduction:
        """Return it as it would be after days more of full time, none of them away."""
        return replace(
            self,
            days_served=self.days_served + days_in((span,)),
            months_counted=self.months_counted + sum(part.share for part in months_of(span)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KindAccount:
    """Months of full time of one kind: served, and what of it is within the cap of its rule."""

    kind: ServiceKind
    served: Fraction
    cap: Fraction | None
    rule: Version[Any] | None

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
        return self.deduction.months_counted - self.deduction.months

    @property
    def open_credited(self) -> Fraction:
        """Return the months that count as open unselected practice, absence deducted."""
        return self.open_deduction.months_counted - self.open_deduction.months

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
    served = tuple(stretches(_posts(record, day, only_confirmed=only), law, day))
    every = served
    if only:
        every = tuple(stretches(_posts(record, day, only_confirmed=False), law, day))
    share = Fraction(law.absence.on(day).value.share)
    kinds = tuple(_kinds(served, law, day))
    in_open = (one for one in served if OPEN in one.credited)
    return ServiceAccount(
        stretches=served,
        kinds=kinds,
        deduction=_deduction(record, served, kinds, share),
        open_deduction=_deduction(record, in_open, kinds[:1], share),
        needed=_years(law.service.on(day).value.years),
        open_needed=_years(law.open_practice.on(day).value.years),
        possible_open=sum(
            (one.length * Fraction(one.below_floor, FULL_TIME) for one in served), Fraction(0)
        ),
        unconfirmed=_months(every) - _months(served),
    )


def _kinds(served: tuple[Stretch, ...], law: LawBook, day: date) -> Iterator[KindAccount]:
    """Yield each kind; the two of general practice have a cap together, open practice first."""
    caps, elsewhere = law.service_caps.on(day), law.other_specialty.on(day)

    def account(
        kind: ServiceKind, cap: Fraction | None, rule: Version[Any] | None = None
    ) -> KindAccount:
        return KindAccount(kind=kind, served=_served_of(served, kind), cap=cap, rule=rule)

    general, other = _years(caps.value.general_practice), _years(caps.value.other_general_practice)
    in_open = account(OPEN, general, caps)
    yield in_open
    yield account(OTHER, min(other, general - in_open.credited), caps)
    yield account(INSTITUTION, None)
    yield account(OTHER_SPECIALTY, Fraction(elsewhere.value.months), elsewhere)


def _posts(record: Record, day: date, *, only_confirmed: bool) -> Iterator[Post]:
    for stay in record:
        exempted = stay.plan.exemptions.from_half_time()
        periods = stay.confirmed(day) if only_confirmed else stay.plan.service.by_id.values()
        yield from ((one, exempted) for one in periods if one.entered.first_day <= day)


def _deduction(
    record: Record, served: Iterable[Stretch], kinds: Iterable[KindAccount], share: Fraction
) -> Deduction:
    absences = away_together(absent for stay in record for absent in stay.absent())
    spans = [one.span for one in served]
    away = sum(
        (
            Fraction(days_in(common(spans, (absent.span,))) * absent.percentage, FULL_TIME)
            for absent in absences
        ),
        Fraction(0),
    )
    return Deduction(
        days_served=days_in(spans),
        months_counted=sum((one.credited for one in kinds), Fraction(0)),
        days_away=away,
        share=share,
    )


def _served_of(served: Iterable[Stretch], kind: ServiceKind) -> Fraction:
    return sum((one.months(kind) for one in served if kind in one.credited), Fraction(0))


def _months(served: Iterable[Stretch]) -> Fraction:
    return sum((one.months() for one in served), Fraction(0))


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
