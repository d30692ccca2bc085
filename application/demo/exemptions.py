"""The demo's one supervisor without the specialty, and the exemption that lasts a year at a time.

It is extended before it expires for as long as the doctor trains, so that in the demo it always
ends some weeks to a year ahead: let the time pass, and it expires.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from application.actors import Role
from application.demo.book import Book
from application.demo.career import Career
from application.demo.world import REGISTRY
from domain.exemptions.exemption import Exemption, SupportingFact
from domain.law.exemptions import ExemptionKind
from domain.shared.ids import Id, derived_id

SUPERVISOR = "veileder-med-fritak"
A_YEAR, AHEAD = timedelta(days=365), timedelta(days=40)


def supervise_by_exemption(career: Career) -> None:
    """Have the doctor supervised by the one who needs an exemption."""
    career.supervisor, career.exempted = career.world.person(SUPERVISOR), True


def exempt(career: Career, at: datetime) -> None:
    """Have the exemption applied for and granted on the day the plan is opened."""
    make_supervisor(career, career.supervisor, at)
    world, plan = career.world, career.book.case_id
    exemption = derived_id(plan, "exemption")
    book = Book(exemption, Exemption(), world.scribe, subject=exemption)
    world.exemptions[exemption] = book
    leader = world.leader(at)
    applied = book.case.apply_for(
        ExemptionKind.SUPERVISOR_SPECIALTY,
        organisation=world.organisation.case_id,
        supervisor=career.supervisor,
        plans=(plan,),
        supporting=(SupportingFact.HARD_TO_RECRUIT, SupportingFact.EXPERIENCED_GP),
        by=leader,
        on=at.date(),
        law=career.law,
    )
    book.record(applied, at=at, by=leader, acting_as=Role.LEADER)
    _grant(career, book, at)


def make_supervisor(career: Career, person: Id, at: datetime) -> None:
    """Let somebody be authorised and have taken a course, but be no specialist."""
    book = career.world.authorise(person, date(2012, 7, 1), at=at)
    book.record(
        book.case.complete_supervisor_course(
            "Veilederkurs", completed_on=date(2019, 2, 15), stated_in=REGISTRY
        ),
        at=at,
        by=_directorate(career),
        acting_as=Role.DIRECTORATE_OFFICER,
    )


def _grant(career: Career, book: Book[Exemption], at: datetime) -> None:
    by, plan = _directorate(career), career.plan
    granted = book.case.grant(
        first_day=career.starts_on,
        last_day=career.starts_on + A_YEAR - timedelta(days=1),
        plans=None,
        by=by,
        on=at.date(),
        stated_in=f"vedtak {at.year}/{career.number:03}",
        law=career.law,
    )
    told = plan.exemptions.grant(
        book.case_id,
        kind=ExemptionKind.SUPERVISOR_SPECIALTY,
        supervisor=career.supervisor,
        first_day=granted.first_day,
        last_day=granted.last_day,
        decided_on=granted.decided_on,
        basis=granted.basis,
    )
    book.record(granted, at=at, by=by, acting_as=Role.DIRECTORATE_OFFICER)
    career.record(told, at=at, by=by, acting_as=Role.DIRECTORATE_OFFICER)
    career.later(granted.last_day - AHEAD, lambda at: _extend(career, book, at))


def _extend(career: Career, book: Book[Exemption], at: datetime) -> None:
    by = _directorate(career)
    extended = book.case.extend(
        book.case.last_day + A_YEAR,
        by=by,
        on=at.date(),
        stated_in=f"vedtak {at.year}/{career.number:03}",
        law=career.law,
    )
    told = career.plan.exemptions.extend(
        book.case_id, last_day=extended.last_day, decided_on=at.date(), basis=extended.basis
    )
    book.record(extended, at=at, by=by, acting_as=Role.DIRECTORATE_OFFICER)
    career.record(told, at=at, by=by, acting_as=Role.DIRECTORATE_OFFICER)
    career.later(extended.last_day - AHEAD, lambda at: _extend(career, book, at))


def _directorate(career: Career) -> Id:
    return career.world.person("helsedirektoratet")
