"""Guidance owed and held, by year and over the path (R-SUP-03, R-SUP-06, R-SUP-07)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from domain.calendar.span_sets import MonthPart, cut_at, months_of
from domain.calendar.spans import Span, covers
from domain.law.book import LawBook
from domain.law.guidance import Averaged, GuidanceRule
from domain.plans.accounts.stays import Record, Stay
from domain.plans.guidance import Session, SessionStage
from domain.plans.service import FULL_TIME
from domain.shared.dated import Version
from domain.shared.ids import Id

MINUTES = 60
MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOwed:
    """What is owed for the days of one calendar month, in hours, and by which wording.

    ``by_share`` is what it would be if scaled by the post, which the law does not say (AMB-27);
    ``preparation`` is the supervisor's own time, paid beside (R-SUP-06).
    """

    part: MonthPart
    hours: Fraction
    by_share: Fraction
    preparation: Fraction
    rule: Version[GuidanceRule]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One session: its days and minutes, whether it counts yet, and whether it can."""

    session: Id
    on: date
    minutes: int
    finalised: bool
    by_qualified: bool

    @property
    def hours(self) -> Fraction:
        return Fraction(self.minutes, MINUTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceYear:
    """One calendar year, in hours. ``over``: no more of it is to come by the day asked.

    ``averaged`` says which years it is counted with, by the wording on its last day; a session
    held in a year that was owed nothing counts with the others.
    """

    year: int
    months: tuple[MonthOwed, ...]
    sessions: tuple[Held, ...]
    agreed_a_year: int | None
    over: bool
    averaged: Averaged | None

    @property
    def owed(self) -> Fraction:
        return sum((month.hours for month in self.months), Fraction(0))

    @property
    def held(self) -> Fraction:
        return _hours(one for one in self.sessions if one.finalised and one.by_qualified)

    @property
    def pending(self) -> Fraction:
        return _hours(one for one in self.sessions if not one.finalised)

    @property
    def unqualified(self) -> Fraction:
        """Return the hours held by one who was not qualified that day: kept, not counted."""
        return _hours(one for one in self.sessions if one.finalised and not one.by_qualified)

    @property
    def short(self) -> Fraction:
        return max(Fraction(0), self.owed - self.held)

    @property
    def met(self) -> bool:
        return self.short == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceAccount:
    """The years, oldest first; those averaged over the path are also counted together."""

    years: tuple[GuidanceYear, ...]

    @property
    def together(self) -> tuple[GuidanceYear, ...]:
        return tuple(year for year in self.years if year.averaged is Averaged.WHOLE_PATH)

    @property
    def each(self) -> tuple[GuidanceYear, ...]:
        return tuple(year for year in self.years if year.averaged is Averaged.EACH_YEAR)

    @property
    def owed_together(self) -> Fraction:
        return sum((year.owed for year in self.together), Fraction(0))

    @property
    def held_together(self) -> Fraction:
        return sum((year.held for year in self.together), Fraction(0))

    @property
    def short_together(self) -> Fraction:
        return max(Fraction(0), self.owed_together - self.held_together)


def guidance_account(record: Record, law: LawBook, day: date) -> GuidanceAccount:
    """Return the account of all stays up to a day."""
    starts = [version.in_force_from for version in law.guidance.versions]
    months: dict[int, list[tuple[Stay, MonthPart]]] = {}
    for stay in record:
        for span in cut_at(stay.owing(day), starts):
            for part in months_of(span):
                months.setdefault(part.first_day.year, []).append((stay, part))
    sessions: dict[int, list[Held]] = {}
    for stay in record:
        for held in _sessions(stay, law, day):
            sessions.setdefault(held.on.year, []).append(held)
    years = range(min(stay.plan.opened.starts_on.year for stay in record), day.year + 1)
    ended = not any(stay.runs(day) for stay in record)
    return GuidanceAccount(
        years=tuple(
            GuidanceYear(
                year=year,
                months=tuple(_owed(stay, part, law) for stay, part in months.get(year, ())),
                sessions=tuple(
                    sorted(sessions.get(year, ()), key=lambda held: (held.on, held.session))
                ),
                agreed_a_year=_agreed(record, min(day, date(year, 12, 31))),
                over=ended or date(year, 12, 31) <= day,
                averaged=_averaged(law, year),
            )
            for year in sorted({*years, *sessions})
        )
    )


def _averaged(law: LawBook, year: int) -> Averaged | None:
    rule = law.guidance.find(date(year, 12, 31))
    return rule.value.averaged if rule else None


def _owed(stay: Stay, part: MonthPart, law: LawBook) -> MonthOwed:
    """Return what the days are owed, by the wording in force on the first, and so on all."""
    rule = law.guidance.on(part.first_day)
    preparation = law.guidance_preparation.on(part.first_day)
    hours = Fraction(rule.value.hours_a_year) / MONTHS * part.share
    return MonthOwed(
        part=part,
        hours=hours,
        by_share=hours * _post(stay, part.first_day),
        preparation=Fraction(preparation.value.hours_a_year) / MONTHS * part.share,
        rule=rule,
    )


def _post(stay: Stay, day: date) -> Fraction:
    """Return the share of full time entered for the day, a whole post if none is."""
    # Asked for every month of the path: no span is made of each post.
    entered = (period.entered for period in stay.plan.service.by_id.values())
    posts = sum(one.percentage for one in entered if one.first_day <= day <= one.last_day)
    return Fraction(min(posts, FULL_TIME) or FULL_TIME, FULL_TIME)


def _sessions(stay: Stay, law: LawBook, day: date) -> Iterator[Held]:
    spans: dict[Id, tuple[Span, ...]] = {}
    for session in stay.plan.guidance.sessions.values():
        drafted = session.drafted
        if session.stage is SessionStage.DISCARDED or drafted.held_on > day:
            continue
        person = drafted.supervisor
        if person not in spans:
            spans[person] = stay.qualified(law, person)
        yield _held(session, by_qualified=covers(spans[person], drafted.held_on))


def _held(session: Session, *, by_qualified: bool) -> Held:
    drafted = session.drafted
    return Held(
        session=drafted.session,
        on=drafted.held_on,
        minutes=drafted.duration_minutes,
        finalised=session.stage is SessionStage.FINALISED,
        by_qualified=by_qualified,
    )


def _agreed(record: Record, day: date) -> int | None:
    """Return the hours a year the plan in force on the day agrees on, which may be more."""
    found = [stay.plan.programme.in_force(day) for stay in record if stay.days(day)]
    versions = [version for version in found if version]
    return versions[-1].proposed.guidance_hours_a_year if versions else None


def _hours(sessions: Iterator[Held]) -> Fraction:
    return Fraction(sum(one.minutes for one in sessions), MINUTES)
