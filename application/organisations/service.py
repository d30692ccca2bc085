"""The acts on a training establishment: registering, arenas, programme, officers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from application.access import Act
from application.acting import Acting, Decided, refuse_if_changed, refuse_oneself
from application.actors import Actor, Order
from application.organisations import commands as c
from application.organisations.municipality_file.file import OrganisationFile
from application.permitting import permit_in_office
from application.ports import Change, Loaded, Receipt
from application.standing import offices_of, roles_in
from domain.catalogue.catalogue import Catalogue
from domain.organisations.facts import OrganisationFact
from domain.organisations.organisation import Organisation
from domain.organisations.organisation_number import is_organisation_number
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id
from domain.shared.refusals import Invalid

Decide = Callable[[Organisation], Fact | tuple[Fact, ...]]


_ORGANISATIONS = Id("6b6f4c67-0f2d-5b86-9a8a-3f1f5a3d2b05")


def organisation_id(name: str, number: str | None) -> Id:
    """Return the id of an establishment by its number, or its name, so that there is only one."""
    return derived_id(_ORGANISATIONS, number or name)


class OrganisationService:
    """Every act on an establishment; each returns the receipt of what was recorded."""

    def __init__(self, acting: Acting, catalogue: Catalogue) -> None:
        self._acting = acting
        self._known = frozenset(goal.code for goal in catalogue.goals)

    def register(self, command: c.RegisterOrganisation, actor: Actor, order: Order) -> Receipt:
        _check_number(command.organisation_number)

        def decide(organisation: Organisation) -> Fact:
            return organisation.register(
                name=command.name,
                organisation_number=command.organisation_number,
                registered_from=command.registered_from,
                decided_on=command.decided_on,
                stated_in=command.stated_in,
            )

        organisation = organisation_id(command.name, command.organisation_number)
        return self._act(organisation, Act.REGISTER_ORGANISATION, actor, order, decide)

    def import_file(self, file: OrganisationFile, actor: Actor, order: Order) -> Receipt:
        """Register an establishment with everything its file says, all or nothing."""
        organisation, registered = (
            organisation_id(file.name, file.organisation_number),
            file.registered,
        )

        def decide(case: Organisation) -> tuple[Fact, ...]:
            facts: list[OrganisationFact] = []

            def record(fact: OrganisationFact) -> None:
                case.apply(fact)
                facts.append(fact)

            record(
                case.register(
                    name=file.name,
                    organisation_number=file.organisation_number,
                    registered_from=registered.first_day,
                    decided_on=registered.decided_on,
                    stated_in=registered.source,
                )
            )
            for arena in file.arenas:
                record(case.open_arena(arena, first_day=registered.first_day, known=self._known))
            record(
                case.publish_programme(
                    first_day=file.programme.first_day,
                    arenas=tuple(arena.code for arena in file.arenas),
                    guidance=file.programme.guidance,
                    assessment=file.programme.assessment,
                    supervision=file.programme.supervision,
                    paths=file.programme.paths,
                    activities=file.programme.activities,
                    responsibility=file.programme.responsibility,
                )
            )
            return tuple(facts)

        return self._act(organisation, Act.REGISTER_ORGANISATION, actor, order, decide)

    def open_arena(self, command: c.OpenArena, actor: Actor, order: Order) -> Receipt:
        return self._act(
            command.organisation,
            Act.SHAPE_ORGANISATION,
            actor,
            order,
            lambda organisation: organisation.open_arena(
                command.arena, first_day=command.first_day, known=self._known
            ),
        )

    def close_arena(self, command: c.CloseArena, actor: Actor, order: Order) -> Receipt:
        return self._act(
            command.organisation,
            Act.SHAPE_ORGANISATION,
            actor,
            order,
            lambda organisation: organisation.close_arena(command.arena, last_day=command.last_day),
        )

    def publish_programme(self, command: c.PublishProgramme, actor: Actor, order: Order) -> Receipt:
        return self._act(
            command.organisation,
            Act.SHAPE_ORGANISATION,
            actor,
            order,
            lambda organisation: organisation.publish_programme(
                first_day=command.first_day,
                arenas=command.arenas,
                guidance=command.guidance,
                assessment=command.assessment,
                supervision=command.supervision,
                paths=command.paths,
                activities=command.activities,
                responsibility=command.responsibility,
            ),
        )

    def notify_directorate(
        self, command: c.NotifyDirectorate, actor: Actor, order: Order
    ) -> Receipt:
        def decide(organisation: Organisation) -> Fact:
            return organisation.notify_directorate(
                by=actor.person,
                on=self._acting.legal_day(command.notified_on, field="notifiedOn"),
                reference=command.reference,
            )

        return self._act(command.organisation, Act.NOTIFY_DIRECTORATE, actor, order, decide)

    def appoint(self, command: c.AppointOfficer, actor: Actor, order: Order) -> Receipt:
        self._acting.refuse_unknown(command.person, field="person")
        refuse_oneself(actor, command.person)
        return self._act(
            command.organisation,
            Act.APPOINT_OFFICER,
            actor,
            order,
            lambda organisation: organisation.appoint(
                command.person,
                command.office,
                first_day=command.first_day,
                last_day=command.last_day,
            ),
        )

    def release(self, command: c.ReleaseOfficer, actor: Actor, order: Order) -> Receipt:
        return self._act(
            command.organisation,
            Act.APPOINT_OFFICER,
            actor,
            order,
            lambda organisation: organisation.release(
                command.person, command.office, last_day=command.last_day
            ),
        )

    def _act(
        self, organisation: Id, act: Act, actor: Actor, order: Order, decide: Decide
    ) -> Receipt:
        def decided() -> Decided:
            wanted = offices_of(replace(actor, acting_for=None)) | {organisation: Organisation}
            found = self._acting.histories.load(wanted)
            loaded: Loaded[Organisation] = found[organisation]
            here = replace(actor, acting_for=organisation)
            permit_in_office(act, here, roles_in(found, actor, self._acting.clock))
            refuse_if_changed(loaded.stored, order)
            facts = decide(loaded.case)
            change = Change(
                case_id=organisation,
                version=loaded.version,
                facts=facts if isinstance(facts, tuple) else (facts,),
            )
            return Decided(changes=(change,))

        return self._acting.perform(actor, order, decided)


def _check_number(digits: str | None) -> None:
    if digits is not None and not is_organisation_number(digits):
        raise Invalid(
            "organisation-number-wrong",
            nb=f"{digits} er ikke et organisasjonsnummer: ni siffer der det siste kontrollerer.",
            en=f"{digits} is not an organisation number: nine digits, the last a check digit.",
            field="organisationNumber",
        )
