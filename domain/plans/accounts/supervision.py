"""Whether there was a supervisor, a qualified one, and regular guidance (R-SUP-01, -02, -03)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from domain.calendar.span_sets import Spans, common, days_in, without
from domain.calendar.spans import Span
from domain.law.book import LawBook
from domain.law.guidance import RegularityRule
from domain.plans.accounts.stays import Record, Stay
from domain.plans.guidance import SessionStage
from domain.plans.roles import Capacity
from domain.shared.dated import Version
from domain.shared.days import day_after, day_before
from domain.shared.ids import Id

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Unqualified:
    """Days on which an appointed supervisor was not qualified."""

    person: Id
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Days without a session, more than the rule thinks regular; leave is not counted."""

    span: Span
    days: int
    rule: Version[RegularityRule]


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervision:
    """What is wanting on the days guidance is owed."""

    without_supervisor: Spans
    unqualified: tuple[Unqualified, ...]
    silences: tuple[Silence, ...]


def supervision(record: Record, law: LawBook, day: date) -> Supervision:
    """Return what was wanting up to a day."""
    return Supervision(
        without_supervisor=tuple(
            span for stay in record for span in without(stay.owing(day), _appointed(stay))
        ),
        unqualified=tuple(one for stay in record for one in _unqualified(stay, law, day)),
        silences=tuple(one for stay in record for one in _silences(stay, law, day)),
    )


def _appointed(stay: Stay) -> Spans:
    appointed = stay.plan.roles.appointments.spans(Capacity.SUPERVISOR)
    return tuple(span for spans in appointed.values() for span in spans)


def _unqualified(stay: Stay, law: LawBook, day: date) -> Iterator[Unqualified]:
    owing = stay.owing(day)
    for person, spans in stay.plan.roles.appointments.spans(Capacity.SUPERVISOR).items():
        for span in without(common(owing, spans), stay.qualified(law, person)):
            yield Unqualified(person=person, span=span)


def _silences(stay: Stay, law: LawBook, day: date) -> Iterator[Silence]:
    """Yield the times between two sessions in which too many days owed guidance."""
    owing = stay.owing(day)
    if not owing:
        return
    held = sorted(
        session.drafted.held_on
        for session in stay.plan.guidance.sessions.values()
        if session.stage is not SessionStage.DISCARDED and session.drafted.held_on <= day
    )
    ends = [day_before(owing[0].first_day), *held, day_after(owing[-1].last_day)]
    for before, after in pairwise(ends):
        rule = law.guidance_regularity.find(before)
        rule = rule or law.guidance_regularity.find(after)
        if rule is None:
            continue
        most = rule.value.most_weeks_between * WEEK
        # Most pauses are short: no set of days is made of them.
        if after - before <= timedelta(days=most + 1):
            continue
        first, last = max(day_after(before), rule.in_force_from), day_before(after)
        silent = common(owing, (Span(first, last),)) if first <= last else ()
        if days_in(silent) > most:
            whole = Span(silent[0].first_day, silent[-1].last_day)
            yield Silence(span=whole, days=days_in(silent), rule=rule)
