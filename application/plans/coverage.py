"""Rows of coverage: which goals no arena offers, by spans of days between changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.catalogue.arenas import uncovered
from domain.catalogue.catalogue import CATALOGUE
from domain.organisations.offered import OfferedArena
from domain.organisations.organisation import Organisation
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """The goals in force that no arena of the case offers, from a first day to a last day.

    The case is an establishment or one of its plans. Where no row is, nothing is offered at all.
    """

    case_id: Id
    organisation: Id
    first_day: date
    last_day: date
    uncovered: tuple[str, ...]


def organisation_coverage(
    case_id: Id, organisation: Organisation, _: Mapping[Id, Any]
) -> Iterator[CoverageRow]:
    return _rows(case_id, case_id, tuple(organisation.openings))


def plan_coverage(
    case_id: Id, plan: TrainingPlan, others: Mapping[Id, Any]
) -> Iterator[CoverageRow]:
    offered: Organisation = others[plan.opened.organisation]
    # As planned last, also for days gone by: a row that holds the past stays what it is.
    latest = plan.arenas_on(date.max)
    planned = (held for held in offered.openings if held.arena.code in latest)
    return _rows(case_id, plan.opened.organisation, tuple(planned))


def _rows(case_id: Id, organisation: Id, arenas: tuple[OfferedArena, ...]) -> Iterator[CoverageRow]:
    if not arenas:
        return
    first = min(arena.span.first_day for arena in arenas)
    starts = sorted({first, *(day for day in _changes(arenas) if day > first)})
    ends = [day - timedelta(days=1) for day in starts[1:]]
    for start, end in zip(starts, [*ends, date.max], strict=True):
        yield CoverageRow(
            case_id=case_id,
            organisation=organisation,
            first_day=start,
            last_day=end,
            uncovered=uncovered(
                tuple(a.arena for a in arenas if start in a.span), CATALOGUE.codes_in_force(start)
            ),
        )


def _changes(arenas: Iterable[OfferedArena]) -> Iterator[date]:
    """Yield the days on which the arenas or the catalogue become others."""
    for arena in arenas:
        yield arena.span.first_day
        if arena.span.last_day < date.max:
            yield arena.span.last_day + timedelta(days=1)
    yield from CATALOGUE.change_days()
