"""The exemption the demo's municipality applies for and is refused: a case of its own."""

from __future__ import annotations

from datetime import datetime

from application.demo.book import Book
from application.demo.career import Career
from application.demo.casework import Acting, Casework
from application.demo.exemptions import make_supervisor
from application.proceedings.exempting import reference
from application.proceedings.telling import IN_ORGANISATION
from domain.exemptions.exemption import Exemption, SupportingFact
from domain.exemptions.outcome import Came, come_to, take_up
from domain.law.exemptions import ExemptionKind
from domain.law.remedies import DecisionKind
from domain.organisations.decisions import OrganisationDecisionTold
from domain.shared.facts import Fact
from domain.shared.ids import derived_id

SUPERVISOR = "veileder-uten-spesialitet"


def applied_for(career: Career, at: datetime, leader: Acting) -> Casework:
    """Return the case about an exemption for one more supervisor of the doctor, just opened."""
    world, plan = career.world, career.book.case_id
    supervisor, own = world.person(SUPERVISOR), world.organisation
    make_supervisor(career, supervisor, at)
    exemption = derived_id(plan, "exemption-refused")
    book = Book(exemption, Exemption(), world.scribe, subject=exemption)
    world.exemptions[exemption] = book
    applied = book.case.apply_for(
        ExemptionKind.SUPERVISOR_SPECIALTY,
        organisation=own.case_id,
        supervisor=supervisor,
        plans=(plan,),
        supporting=(SupportingFact.HARD_TO_RECRUIT,),
        by=leader[0],
        on=at.date(),
        law=career.law,
    )
    book.record(applied, at=at, by=leader[0], acting_as=leader[1])

    def tell(fact: Fact, at: datetime, by: Acting) -> None:
        own.record(fact, at=at, by=by[0], acting_as=by[1])
        if isinstance(fact, OrganisationDecisionTold):
            for more in _come_to(career, case, book, fact, by):
                book.record(more, at=at, by=by[0], acting_as=by[1])

    case = Casework.begin(
        world,
        derived_id(exemption, "proceeding"),
        party=own.case_id,
        law=career.law,
        telling=IN_ORGANISATION,
        tell=tell,
        seen=lambda at: (*own.last_seen(at), *book.last_seen(at)),
    )
    kind = DecisionKind.SUPERVISOR_EXEMPTION
    case.open(kind, plan=None, about=exemption, at=at, by=leader)
    taken_up = take_up(
        book.case,
        case.book.case_id,
        organisation=own.case_id,
        kind=ExemptionKind.SUPERVISOR_SPECIALTY,
        on=at.date(),
    )
    book.record(taken_up, at=at, by=leader[0], acting_as=leader[1])
    return case


def _come_to(
    career: Career,
    case: Casework,
    book: Book[Exemption],
    told: OrganisationDecisionTold,
    by: Acting,
) -> tuple[Fact, ...]:
    # What is come to is applied as it is found: on a copy, since the book applies it as well.
    ahead = Exemption()
    ahead.fold(book.facts())
    came = Came(
        proceeding=case.book.case_id,
        outcome=told.outcome,
        by=by[0],
        on=told.decided_on,
        stated_in=reference(case.book.case_id, case.book.version),
        terms=None,
    )
    return come_to(ahead, came, career.law)
