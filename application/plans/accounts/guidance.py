"""The account of guidance, shown: hours owed, held, pending and short, by year and together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domain.calendar.spans import Span
from domain.law.book import LawBook
from domain.plans.accounts.guidance import GuidanceAccount, GuidanceYear, guidance_account
from domain.plans.accounts.stays import Record
from domain.plans.accounts.supervision import Silence, supervision
from domain.plans.rules.guidance_findings import guidance_findings
from domain.shared.citation import Citation
from domain.shared.figures import had, lacking, shown
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """What one calendar month is owed: its days in registered service of all its days.

    ``registered_only``: the wording of the month's rule says so itself, earlier ones imply it.
    """

    first_day: date
    days: int
    of: int
    hours: Decimal
    registered_only: bool
    citation: Citation
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLine:
    """One session; it counts when finalised, by a supervisor qualified that day."""

    session: Id
    held_on: date
    hours: Decimal
    finalised: bool
    by_qualified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceYearLine:
    """One calendar year in hours. ``averaged`` says what it is counted with.

    ``owed_by_share`` is what would be owed if the post were scaled, which the law does not say;
    ``preparation`` is paid to the supervisor beside; ``agreed_a_year`` is the plan's own target.
    """

    year: int
    averaged: str | None
    owed: Decimal
    held: Decimal
    pending: Decimal
    unqualified: Decimal
    short: Decimal
    met: bool
    over: bool
    owed_by_share: Decimal
    preparation: Decimal
    agreed_a_year: int | None
    months: tuple[MonthLine, ...]
    sessions: tuple[HeldLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherLine:
    """The years that are averaged over the whole path, counted together."""

    years: tuple[int, ...]
    owed: Decimal
    held: Decimal
    short: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanLine:
    """Days, both included."""

    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class UnqualifiedLine:
    """Days on which an appointed supervisor was not qualified."""

    person: Id
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceLine:
    """Days without a session, more than is thought regular; leave is not counted."""

    first_day: date
    last_day: date
    days: int
    citation: Citation
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceView:
    """The whole account as seen on a day, under a law book."""

    on: date
    law: str
    years: tuple[GuidanceYearLine, ...]
    together: TogetherLine
    without_supervisor: tuple[SpanLine, ...]
    unqualified_supervisor: tuple[UnqualifiedLine, ...]
    silences: tuple[SilenceLine, ...]
    findings: tuple[Finding, ...]


def guidance_view(record: Record, law: LawBook, day: date) -> GuidanceView:
    """Return the account of every stay of a training, up to a day."""
    account, found = guidance_account(record, law, day), supervision(record, law, day)
    return GuidanceView(
        on=day,
        law=law.version,
        years=tuple(_year(year) for year in account.years),
        together=_together(account),
        without_supervisor=tuple(map(_span, found.without_supervisor)),
        unqualified_supervisor=tuple(
            UnqualifiedLine(
                person=one.person, first_day=one.span.first_day, last_day=one.span.last_day
            )
            for one in found.unqualified
        ),
        silences=tuple(map(_silence, found.silences)),
        findings=guidance_findings(account, found, law),
    )


def years_of(record: Record, law: LawBook, day: date) -> tuple[GuidanceYearLine, ...]:
    """Return the years alone."""
    return tuple(_year(year) for year in guidance_account(record, law, day).years)


def _together(account: GuidanceAccount) -> TogetherLine:
    return TogetherLine(
        years=tuple(year.year for year in account.together),
        owed=lacking(account.owed_together),
        held=had(account.held_together),
        short=lacking(account.short_together),
    )


def _year(year: GuidanceYear) -> GuidanceYearLine:
    zero = Fraction(0)
    return GuidanceYearLine(
        year=year.year,
        averaged=year.averaged,
        owed=lacking(year.owed),
        held=had(year.held),
        pending=shown(year.pending),
        unqualified=shown(year.unqualified),
        short=lacking(year.short),
        met=year.met,
        over=year.over,
        owed_by_share=shown(sum((month.by_share for month in year.months), zero)),
        preparation=shown(sum((month.preparation for month in year.months), zero)),
        agreed_a_year=year.agreed_a_year,
        months=tuple(_months(year)),
        sessions=tuple(
            HeldLine(
                session=held.session,
                held_on=held.on,
                hours=shown(held.hours),
                finalised=held.finalised,
                by_qualified=held.by_qualified,
            )
            for held in year.sessions
        ),
    )


def _months(year: GuidanceYear) -> Iterator[MonthLine]:
    for month in year.months:
        yield MonthLine(
            first_day=month.part.first_day,
            days=month.part.days,
            of=month.part.of,
            hours=shown(month.hours),
            registered_only=month.rule.value.only_while_in_registered_service,
            citation=month.rule.citation,
            confidence=month.rule.confidence,
        )


def _span(span: Span) -> SpanLine:
    return SpanLine(first_day=span.first_day, last_day=span.last_day)


def _silence(one: Silence) -> SilenceLine:
    return SilenceLine(
        first_day=one.span.first_day,
        last_day=one.span.last_day,
        days=one.days,
        citation=one.rule.citation,
        confidence=one.rule.confidence,
    )
