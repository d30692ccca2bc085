"""Recording public acts about a health professional."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import Acting, Decided, refuse_if_changed, refuse_oneself
from application.actors import Actor, Order
from application.permitting import permit_in_office
from application.ports import Change, Loaded, Receipt
from application.standing import offices_of, roles_in
from domain.practitioners.practitioner import Authorisation, Practitioner
from domain.shared.facts import Fact
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAuthorisation:
    person: Id
    kind: Authorisation
    first_day: date
    stated_in: str
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAuthorisation:
    person: Id
    last_day: date
    stated_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSpecialistApproval:
    person: Id
    specialty: str
    first_day: date
    stated_in: str
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSpecialistApproval:
    person: Id
    specialty: str
    last_day: date
    stated_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSupervisorCourse:
    person: Id
    course: str
    completed_on: date
    stated_in: str


class PractitionerService:
    """A practitioner's case id is the person's own id."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    def authorise(self, command: RecordAuthorisation, actor: Actor, order: Order) -> Receipt:
        return self._act(
            command.person,
            actor,
            order,
            lambda practitioner: practitioner.authorise(
                command.kind,
                first_day=command.first_day,
                last_day=command.last_day,
                stated_in=command.stated_in,
            ),
        )

    def end_authorisation(self, command: EndAuthorisation, actor: Actor, order: Order) -> Receipt:
        return self._act(
            command.person,
            actor,
            order,
            lambda practitioner: practitioner.end_authorisation(
                last_day=command.last_day, stated_in=command.stated_in
            ),
        )

    def approve_as_specialist(
        self, command: RecordSpecialistApproval, actor: Actor, order: Order
    ) -> Receipt:
        return self._act(
            command.person,
            actor,
            order,
            lambda practitioner: practitioner.approve_as_specialist(
                command.specialty,
                first_day=command.first_day,
                last_day=command.last_day,
                stated_in=command.stated_in,
            ),
        )

    def end_specialist_approval(
        self, command: EndSpecialistApproval, actor: Actor, order: Order
    ) -> Receipt:
        return self._act(
            command.person,
            actor,
            order,
            lambda practitioner: practitioner.end_specialist_approval(
                command.specialty, last_day=command.last_day, stated_in=command.stated_in
            ),
        )

    def complete_course(
        self, command: RecordSupervisorCourse, actor: Actor, order: Order
    ) -> Receipt:
        completed_on = self._acting.legal_day(command.completed_on, field="completedOn")
        return self._act(
            command.person,
            actor,
            order,
            lambda practitioner: practitioner.complete_supervisor_course(
                command.course, completed_on=completed_on, stated_in=command.stated_in
            ),
        )

    def _act(
        self,
        person: Id,
        actor: Actor,
        order: Order,
        decide: Callable[[Practitioner], Fact],
    ) -> Receipt:
        self._acting.refuse_unknown(person, field="person")
        refuse_oneself(actor, person)

        def decided() -> Decided:
            found = self._acting.histories.load({**offices_of(actor), person: Practitioner})
            permit_in_office(
                Act.RECORD_PUBLIC_ACT, actor, roles_in(found, actor, self._acting.clock)
            )
            loaded: Loaded[Practitioner] = found[person]
            refuse_if_changed(loaded.stored, order)
            facts = (decide(loaded.case),)
            change = Change(case_id=person, version=loaded.version, facts=facts)
            return Decided(changes=(change,))

        return self._acting.perform(actor, order, decided)
