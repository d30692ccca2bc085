"""Deadlines that ran out, recorded with the day they did and the day it was noticed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from application.acting import Acting
from application.enforcement.noticing import NothingToDo, Noticing, changed, notice
from application.enforcement.outcome import Outcome
from application.enforcement.rows import DeadlineRow
from application.enforcement.sources import SOURCES
from application.ports import Change, Loaded, Views
from domain.law.book import LawBook
from domain.shared.days import day_after, day_before
from domain.shared.ids import Id


def lapse(acting: Acting, views: Views, law: LawBook, day: date) -> Outcome:
    """Record every deadline whose last day is before the day and that nobody noticed yet."""
    due = views.due("deadlines", first_day=date.min, last_day=day_before(day), lapses=True)
    return notice(acting, (_noticing(row, law, day) for row in due))


def _noticing(row: DeadlineRow, law: LawBook, day: date) -> Noticing[Any]:
    source = SOURCES[row.kind]

    def decide(found: Mapping[Id, Any]) -> tuple[Change, ...]:
        loaded: Loaded[Any] = found[row.case_id]
        # The row may know less than the facts do: it is asked again.
        for due in source.due(loaded.case, law, row.kind, row.subject):
            if due.due_on == row.due_on and due.lapses:
                fact = source.lapsed(
                    kind=due.kind,
                    subject=due.subject,
                    last_day=due.due_on,
                    lapsed_on=day_after(due.due_on),
                    noticed_on=day,
                )
                return (changed(loaded, fact),)
        raise NothingToDo

    return Noticing(
        case_id=row.case_id,
        what=f"lapse/{row.kind}/{row.subject}/{row.due_on}",
        wanted={row.case_id: source.case},
        decide=decide,
    )
