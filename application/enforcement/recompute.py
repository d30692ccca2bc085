"""Running deadlines computed anew when the law or its holidays are others than they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from application.acting import Acting
from application.enforcement.noticing import NothingToDo, Noticing, changed, notice
from application.enforcement.outcome import Outcome
from application.enforcement.rows import DeadlineRow
from application.ports import Change, Loaded, Views
from application.proceedings.telling import IN_ORGANISATION, IN_PLAN, told
from domain.exemptions.exemption import Exemption
from domain.exemptions.notice import ExemptionDeadline
from domain.law.book import LawBook
from domain.organisations.organisation import Organisation
from domain.plans.plan import TrainingPlan, plan_id
from domain.proceedings.deadlines import ProceedingDeadline
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.notify import compute_anew
from domain.shared.ids import Id

Anew = Callable[[DeadlineRow, LawBook, date], Noticing[Any]]


def recompute(acting: Acting, views: Views, law: LawBook, day: date) -> Outcome:
    """Compute every appeal deadline still running; one that comes out the same is left alone."""
    due = (
        anew(row, law, day)
        for kind, anew in ANEW.items()
        for row in views.due("deadlines", first_day=day, last_day=date.max, kind=kind)
    )
    return notice(acting, due)


def _of_exemption(row: DeadlineRow, law: LawBook, day: date) -> Noticing[Any]:
    def decide(found: Mapping[Id, Any]) -> tuple[Change, ...]:
        loaded: Loaded[Exemption] = found[row.case_id]
        refused = loaded.case.refused
        anew = refused and loaded.case.notice.compute_anew(refused.decided_on, on=day, law=law)
        if not anew:
            raise NothingToDo
        return (changed(loaded, anew),)

    return _noticing(row, law, {row.case_id: Exemption}, decide)


def _of_proceeding(row: DeadlineRow, law: LawBook, day: date) -> Noticing[Any]:
    # An establishment is the party of its own cases, which no plan tells of.
    of_establishment = row.person == row.organisation
    own = row.organisation if of_establishment else plan_id(row.person, row.organisation)
    kind, where = (Organisation, IN_ORGANISATION) if of_establishment else (TrainingPlan, IN_PLAN)

    def decide(found: Mapping[Id, Any]) -> tuple[Change, ...]:
        loaded: Loaded[Proceeding] = found[row.case_id]
        anew = compute_anew(loaded.case, on=day, law=law)
        if not anew:
            raise NothingToDo
        about: Loaded[Any] = found[own]
        if about.case.decisions.by_id.get(row.case_id) is None:
            raise LookupError(f"the history {own} does not tell of proceeding {row.case_id}")
        more = told(where, row.case_id, loaded.case.facts, anew)
        return (changed(loaded, *anew), changed(about, *more))

    return _noticing(row, law, {row.case_id: Proceeding, own: kind}, decide)


def _noticing(
    row: DeadlineRow,
    law: LawBook,
    wanted: Mapping[Id, type],
    decide: Callable[[Mapping[Id, Any]], tuple[Change, ...]],
) -> Noticing[Any]:
    return Noticing(
        case_id=row.case_id,
        what=f"recompute/{row.due_on}/{law.version}",
        wanted=wanted,
        decide=decide,
    )


ANEW: Mapping[str, Anew] = {
    str(ExemptionDeadline.APPEAL): _of_exemption,
    str(ProceedingDeadline.APPEAL): _of_proceeding,
}
"""By the kind of deadline, how it is computed anew."""
