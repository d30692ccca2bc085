"""When half-yearly reviews are due, which review fulfilled which, and what is overdue (R-MTG-01).

A long leave moves what is due by its days. Nothing here is law: the rule is the municipality's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.calendar.months import months_after
from domain.calendar.span_sets import union
from domain.calendar.spans import Span
from domain.law.book import LawBook
from domain.plans.absences import WHOLE_POST
from domain.plans.plan import TrainingPlan
from domain.plans.reviews import FULFILS
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.texts import Text

LONG_LEAVE_MONTHS = 1
"""Whole absence of more than a month pauses what is due; the rule says only that leave is long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One half year: a review is due by its last day, and was held then, later or not at all."""

    first_day: date
    last_day: date
    held_on: date | None
    paused_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAccount:
    """Every half year up to a day and the one under way, with what is found overdue."""

    dues: tuple[Due, ...]
    findings: tuple[Finding, ...]


def review_account(plan: TrainingPlan, law: LawBook, day: date) -> ReviewAccount:
    """Return the half years of the training as they look on a day."""
    end = min(plan.path.ended_on or day, day)
    # A review to come, seen from an earlier day, has not been held yet.
    held = [one for one in plan.reviews.fulfilled() if one <= day]
    leaves, dues, start = long_leaves(plan), list[Due](), plan.opened.starts_on
    while not dues or start < end:
        due = _due(start, leaves, law)
        found = next((one for one in held if start < one or (not dues and start == one)), None)
        # A late one still fulfils what it is late for, until the next is due.
        if found and found >= _due(due.last_day, leaves, law).last_day:
            found = None
        dues.append(replace(due, held_on=found))
        start = found or due.last_day
    return ReviewAccount(dues=tuple(dues), findings=tuple(_findings(dues, end)))


def next_due(plan: TrainingPlan, law: LawBook) -> date:
    """Return the day by which the next review is due, also when it is long past."""
    return _due(_last_or_start(plan), long_leaves(plan), law).last_day


def long_leaves(plan: TrainingPlan) -> tuple[Span, ...]:
    """Return the days of whole absence that go on for more than a month, together."""
    leaves: list[Span] = []
    for absence in plan.absences.standing():
        if absence.percentage < WHOLE_POST:
            continue
        last = leaves[-1] if leaves else None
        if last and absence.first_day <= last.last_day + timedelta(days=1):
            leaves[-1] = Span(last.first_day, max(last.last_day, absence.last_day))
        else:
            leaves.append(absence.span)
    long = (
        leave
        for leave in leaves
        if leave.last_day >= months_after(leave.first_day, LONG_LEAVE_MONTHS)
    )
    # While the training itself had stopped nothing was due.
    return union((*long, *plan.path.pauses))


def _due(start: date, leaves: tuple[Span, ...], law: LawBook) -> Due:
    """Return the half year from a day, longer by the days of leave within it."""
    plain, paused = months_after(start, law.half_yearly_meeting.on(start).value.length), -1
    last_day = plain
    while (days := sum(_shared(leave, start, last_day) for leave in leaves)) > paused:
        paused, last_day = days, plain + timedelta(days=days)
    return Due(first_day=start, last_day=last_day, held_on=None, paused_days=max(paused, 0))


def _shared(leave: Span, start: date, last_day: date) -> int:
    """Return how many days of the leave lie after the start and not after the last day."""
    first, last = max(leave.first_day, start + timedelta(days=1)), min(leave.last_day, last_day)
    return max((last - first).days + 1, 0)


def _last_or_start(plan: TrainingPlan) -> date:
    return max(plan.reviews.fulfilled(), default=plan.opened.starts_on)


def _findings(dues: list[Due], day: date) -> list[Finding]:
    late = [due for due in dues if due.last_day < (due.held_on or day)]
    return [_finding(due) for due in late]


def _finding(due: Due) -> Finding:
    if due.held_on:
        nb = f"Halvårsmøtet skulle vært holdt innen {due.last_day}; det ble holdt {due.held_on}."
        en = f"The half-yearly review was due by {due.last_day}; it was held on {due.held_on}."
    else:
        nb = (
            f"Halvårsmøtet skulle vært holdt innen {due.last_day}; det er ikke ført noe møte der "
            "legen, leder og veileder alle var til stede."
        )
        en = f"The half-yearly review was due by {due.last_day}; none that fulfils it is entered."
    return Finding(rule=FULFILS, force=Force.SOFT, confidence=Confidence.C, says=Text(nb=nb, en=en))
