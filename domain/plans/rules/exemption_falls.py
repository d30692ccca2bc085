"""What falls in a plan if an exemption ends on a day, told before it ends.

One function tells what lacks its basis; this asks it twice, were the exemption to end then and
were it never to end. So a preview cannot say anything else than what then happens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from domain.calendar.span_sets import without
from domain.calendar.spans import Span
from domain.law.book import LawBook
from domain.plans.plan import TrainingPlan
from domain.plans.rules.without_basis import (
    AppointmentWithoutBasis,
    ServiceWithoutBasis,
    WithoutBasis,
    without_basis,
)
from domain.plans.setting import Setting
from domain.shared.ids import Id

T = TypeVar("T")
Lasting = TypeVar("Lasting", AppointmentWithoutBasis, ServiceWithoutBasis)


def falls(
    plan: TrainingPlan, setting: Setting, law: LawBook, exemption: Id, last_day: date
) -> WithoutBasis:
    """Return what lacks its basis because the exemption ends on the day, and not otherwise."""
    ended = without_basis(plan, setting, law, {exemption: last_day})
    lasting = without_basis(plan, setting, law, {exemption: date.max})
    return WithoutBasis(
        appointments=tuple(_days_more(ended.appointments, lasting.appointments)),
        sessions=_more(ended.sessions, lasting.sessions),
        advice=_more(ended.advice, lasting.advice),
        outcomes=_more(ended.outcomes, lasting.outcomes),
        service=tuple(_days_more(ended.service, lasting.service)),
    )


def _more(ended: Sequence[T], lasting: Sequence[T]) -> tuple[T, ...]:
    return tuple(one for one in ended if one not in lasting)


def _days_more(ended: Sequence[Lasting], lasting: Sequence[Lasting]) -> Iterator[Lasting]:
    """Yield the days of each that the same one of the others does not hold."""
    for one in ended:
        same = [
            Span.of(other.first_day, other.last_day)
            for other in lasting
            if replace(other, first_day=one.first_day, last_day=one.last_day) == one
        ]
        for span in without((Span.of(one.first_day, one.last_day),), same):
            yield replace(one, first_day=span.first_day, last_day=span.ends_on)
