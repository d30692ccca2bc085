"""The cases of a party, and those a first instance has, whether or not anything waits in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from application.access import OF_ESTABLISHMENTS, Act
from application.actors import Actor
from application.permitting import permit_in_office, unknown_case
from application.ports import Views
from application.proceedings.about import about_plan
from application.proceedings.acting import INSTANCE_OF, ProceedingActing
from application.proceedings.reading import seen_by
from application.standing import roles_held
from domain.proceedings.proceeding import Proceeding
from domain.shared.ids import Id
from domain.shared.refusals import NotFound, NotPermitted

VIEW = "proceedings"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case that was opened: about whom, who decides it, and how it stands.

    ``last_day`` is that of the time to appeal as it runs now, ``appealed`` whether an appeal does.
    """

    case_id: Id
    kind: str
    about: str
    party: Id
    organisation: Id
    plan: Id | None
    instance: str
    opened_on: date
    outcome: str | None
    last_day: date | None
    appealed: bool
    closed_on: date | None
    # The bodies that have had it beside the one that decides.
    hears: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Some of the cases of an instance, after so many others, and whether there are further."""

    cases: tuple[CaseRow, ...]
    further: bool


def case_rows(case_id: Id, case: Proceeding, _: Mapping[Id, Any]) -> Iterator[CaseRow]:
    opened = case.opened
    if opened is None:
        return
    rulings = [one for one in case.rulings if not one.of_costs]
    yield CaseRow(
        case_id=case_id,
        kind=opened.kind,
        about=opened.about,
        party=opened.party,
        organisation=opened.organisation,
        plan=opened.plan,
        instance=opened.decided_by,
        opened_on=opened.opened_on,
        outcome=case.outcome,
        last_day=rulings[-1].notice.last_day if rulings else None,
        appealed=bool(list(case.appeals.running)),
        closed_on=case.closed.closed_on if case.closed else None,
        hears=tuple(sorted(_hears(case))),
    )


def _hears(case: Proceeding) -> set[str]:
    """Return the bodies an appeal was sent to, and those that reviewed or ruled from above."""
    forwarded = (one.forwarded.to for one in case.appeals.by_id.values() if one.forwarded)
    above = (one.body for one in (*case.rulings, *case.aside.announced))
    return {str(one) for one in (*forwarded, *above)} - {str(case.be_open().decided_by)}


class CaseListing:
    """Answers from kept rows; whether each case may be seen is asked of the facts."""

    def __init__(self, proceedings: ProceedingActing, views: Views) -> None:
        self._proceedings = proceedings
        self._views = views

    def of_party(self, party: Id, actor: Actor) -> tuple[CaseRow, ...]:
        """Return those cases of a doctor or an establishment that one may see, latest first."""
        rows: Sequence[CaseRow] = self._views.rows(VIEW, party=party)
        return tuple(row for row in _latest_first(rows) if self._sees(row.case_id, actor))

    def doctor_of(self, plan: Id, actor: Actor) -> Id:
        """Return whose plan it is, to one who holds the role claimed there; raises NotFound."""
        found = about_plan(self._proceedings.acting.histories, plan, actor)
        if actor.acting_as not in found.offices(actor.person, self._proceedings.today):
            raise unknown_case()
        return found.party

    def of_instance(self, actor: Actor, *, after: int, most: int) -> Listed:
        """Return cases that the actor's office decides, latest first; closed ones last."""
        acting, clock = self._proceedings.acting, self._proceedings.acting.clock
        held = roles_held(acting.histories, actor, clock)
        permit_in_office(Act.CONDUCT_PROCEEDING, actor, held)
        rows: Sequence[CaseRow] = self._views.rows(VIEW, instance=str(INSTANCE_OF[actor.acting_as]))
        if actor.acting_as in OF_ESTABLISHMENTS:
            rows = [row for row in rows if row.organisation == actor.acting_for]
        found = sorted(_latest_first(rows), key=lambda row: row.closed_on is not None)
        return _listed(found, after, most)

    def heard(self, actor: Actor, *, after: int, most: int) -> Listed:
        """Return cases that the actor's appeal body has had and may see, latest first."""
        acting, clock = self._proceedings.acting, self._proceedings.acting.clock
        held = roles_held(acting.histories, actor, clock)
        permit_in_office(Act.HEAR_APPEAL, actor, held)
        rows: Sequence[CaseRow] = (
            self._views.rows(VIEW, organisation=actor.acting_for)
            if actor.acting_as in OF_ESTABLISHMENTS
            else self._views.rows(VIEW)
        )
        body = str(INSTANCE_OF[actor.acting_as])
        found = _listed([row for row in _latest_first(rows) if body in row.hears], after, most)
        # Asked of those of the page alone: whether one may see a case is read from all around it.
        seen = tuple(row for row in found.cases if self._sees(row.case_id, actor))
        return replace(found, cases=seen)

    def _sees(self, proceeding: Id, actor: Actor) -> bool:
        try:
            seen_by(self._proceedings, proceeding, actor)
        except (NotFound, NotPermitted):
            return False
        return True


def _listed(found: Sequence[CaseRow], after: int, most: int) -> Listed:
    return Listed(cases=tuple(found[after : after + most]), further=len(found) > after + most)


def _latest_first(rows: Sequence[CaseRow]) -> list[CaseRow]:
    return sorted(rows, key=lambda row: (row.opened_on, row.case_id), reverse=True)
