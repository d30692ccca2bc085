"""The plans a training was spent under, one an establishment, and the days of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from domain.calendar.span_sets import Spans, common, until, without
from domain.calendar.spans import Span
from domain.law.book import LawBook
from domain.plans.plan import TrainingPlan
from domain.plans.qualification import qualified_spans
from domain.plans.service import Period, ServiceKind
from domain.plans.setting import Setting
from domain.shared.days import day_after, day_before
from domain.shared.ids import Id

WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """The training under one plan, with what other cases say of its establishment and people."""

    plan_id: Id
    plan: TrainingPlan
    setting: Setting

    def days(self, day: date) -> Spans:
        """Return the days of training here up to a day."""
        path = self.plan.path
        first, last = self.plan.opened.starts_on, path.ended_on or date.max
        spans = () if last < first else (Span(first, last),)
        return until(without(spans, path.pauses), day)

    def runs(self, day: date) -> bool:
        """Return whether the training here goes on after the day."""
        ended_on = self.plan.path.ended_on
        return ended_on is None or day < ended_on

    def owing(self, day: date) -> Spans:
        """Return the days on which guidance is owed: in a registered establishment, at work.

        Not while the doctor serves in an institution or another specialty alone, nor on leave
        from the whole post.
        """
        kinds: dict[str, list[Span]] = {kind: [] for kind in ServiceKind}
        for period in self.plan.service.by_id.values():
            kinds[period.entered.kind].append(period.entered.span)
        hospital = without(
            (*kinds[ServiceKind.INSTITUTION], *kinds[ServiceKind.OTHER_SPECIALTY]),
            (
                *kinds[ServiceKind.OPEN_UNSELECTED_PRACTICE],
                *kinds[ServiceKind.OTHER_GENERAL_PRACTICE],
            ),
        )
        here = common(self.days(day), self.setting.registered)
        return without(here, (*hospital, *self.on_leave()))

    def on_leave(self) -> Spans:
        """Return the days of leave from the whole post."""
        return tuple(one.span for one in away_together(self.absent()) if one.percentage == WHOLE)

    def absent(self) -> tuple[Absent, ...]:
        return tuple(Absent(one.span, one.percentage) for one in self.plan.absences.standing())

    def qualified(self, law: LawBook, person: Id) -> Spans:
        """Return the days on which a person is qualified to supervise here (R-SUP-02)."""
        return qualified_spans(self.plan, self.setting, law, person)

    def confirmed(self, day: date) -> tuple[Period, ...]:
        """Return the service confirmed by the day."""
        return tuple(
            period
            for period in self.plan.service.by_id.values()
            if period.confirmed and period.confirmed.confirmed_on <= day
        )


@dataclass(frozen=True, slots=True)
class Absent:
    """Days away from so many per cent of the post."""

    span: Span
    percentage: int


def away_together(absences: Iterable[Absent]) -> tuple[Absent, ...]:
    """Return the absences laid over each other: on no day more than the whole post."""
    told = list(absences)
    edges = {edge for one in told for edge in (one.span.first_day, day_after(one.span.last_day))}
    laid = []
    for first, following in pairwise(sorted(edges)):
        away = sum(one.percentage for one in told if first in one.span)
        if away:
            laid.append(Absent(Span(first, day_before(following)), min(away, WHOLE)))
    return tuple(laid)


Record = tuple[Stay, ...]
"""Every stay of one training, the earliest first."""
