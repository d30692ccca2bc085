"""Running deadlines computed anew when the law or its holidays are others than they were."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from application.acting import Acting
from application.enforcement.noticing import NothingToDo, Noticing, changed, notice
from application.enforcement.outcome import Outcome
from application.enforcement.rows import DeadlineRow
from application.ports import Change, Loaded, Views
from domain.exemptions.exemption import Exemption
from domain.exemptions.notice import ExemptionDeadline
from domain.law.book import LawBook
from domain.shared.ids import Id


def recompute(acting: Acting, views: Views, law: LawBook, day: date) -> Outcome:
    """Compute every appeal deadline still running; one that comes out the same is left alone."""
    due = views.due(
        "deadlines", first_day=day, last_day=date.max, kind=str(ExemptionDeadline.APPEAL)
    )
    return notice(acting, (_noticing(row, law, day) for row in due))


def _noticing(row: DeadlineRow, law: LawBook, day: date) -> Noticing[Exemption]:
    def decide(found: Mapping[Id, Any]) -> tuple[Change, ...]:
        loaded: Loaded[Exemption] = found[row.case_id]
        refused = loaded.case.refused
        anew = refused and loaded.case.notice.compute_anew(refused.decided_on, on=day, law=law)
        if not anew:
            raise NothingToDo
        return (changed(loaded, anew),)

    return Noticing(
        case_id=row.case_id,
        what=f"recompute/{row.due_on}/{law.version}",
        wanted={row.case_id: Exemption},
        decide=decide,
    )
