"""Correcting what was recorded of establishments, practitioners and public bodies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from application.access import Act
from application.acting import Acting, Decided, refuse_if_changed, required_text
from application.actors import Actor, Order
from application.permitting import permit, unknown_case
from application.ports import Change, Loaded, Receipt
from application.standing import offices_of, roles_in
from domain.bodies.body import Body, BodyKind, body_id
from domain.bodies.facts import BodyFactCorrected
from domain.organisations import facts as organisations
from domain.organisations.decisions import OrganisationDecisionFact
from domain.organisations.organisation import Organisation
from domain.practitioners.facts import PractitionerFactCorrected
from domain.practitioners.practitioner import Practitioner
from domain.shared.case import Case, Correction
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed

ORGANISATION_ACTS: dict[type[Fact], Act] = {
    organisations.OrganisationRegistered: Act.REGISTER_ORGANISATION,
    organisations.ArenaOpened: Act.SHAPE_ORGANISATION,
    organisations.ArenaClosed: Act.SHAPE_ORGANISATION,
    organisations.ProgrammePublished: Act.SHAPE_ORGANISATION,
    organisations.DirectorateNotified: Act.NOTIFY_DIRECTORATE,
    organisations.OfficerAppointed: Act.APPOINT_OFFICER,
    organisations.OfficerReleased: Act.APPOINT_OFFICER,
}
"""Who may correct a fact of an establishment: those who may do the act that led to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectOrganisationFact:
    organisation: Id
    version: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPractitionerFact:
    person: Id
    version: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectBodyFact:
    kind: BodyKind
    version: int
    reason: str


Command = CorrectOrganisationFact | CorrectPractitionerFact | CorrectBodyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectRegistration:
    """Mark the registration as an error, and say how it ought to have been."""

    organisation: Id
    reason: str
    name: str
    organisation_number: str | None
    registered_from: date
    decided_on: date | None
    stated_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """How facts of a kind of case are corrected, and by whose act if ``acts`` does not say."""

    case: type[Case]
    correction: type[Correction]
    act: Act
    acts: Mapping[type[Fact], Act] = field(default_factory=dict)


ORGANISATIONS = _Kind(
    case=Organisation,
    correction=organisations.OrganisationFactCorrected,
    act=Act.SHAPE_ORGANISATION,
    acts=ORGANISATION_ACTS,
)
PRACTITIONERS = _Kind(
    case=Practitioner, correction=PractitionerFactCorrected, act=Act.RECORD_PUBLIC_ACT
)
BODIES = _Kind(case=Body, correction=BodyFactCorrected, act=Act.APPOINT_BODY_OFFICER)


class CaseCorrectionService:
    """Nothing is edited: the corrected fact stays in the history, without effect."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    def organisation(self, command: CorrectOrganisationFact, actor: Actor, order: Order) -> Receipt:
        return self._correct(ORGANISATIONS, command.organisation, command, actor, order)

    def practitioner(self, command: CorrectPractitionerFact, actor: Actor, order: Order) -> Receipt:
        return self._correct(PRACTITIONERS, command.person, command, actor, order)

    def body(self, command: CorrectBodyFact, actor: Actor, order: Order) -> Receipt:
        return self._correct(BODIES, body_id(command.kind), command, actor, order)

    def registration(self, command: CorrectRegistration, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")

        def decided() -> Decided:
            case_id, act = command.organisation, Act.REGISTER_ORGANISATION
            loaded = self._loaded(ORGANISATIONS, case_id, act, actor)
            refuse_if_changed(loaded.stored, order)
            case = loaded.case
            assert isinstance(case, Organisation)
            if case.registered is None:
                raise unknown_case()
            marked = self._marked(ORGANISATIONS, case, case.registered_at, actor, reason)
            anew = Organisation().register(
                name=command.name,
                organisation_number=command.organisation_number,
                registered_from=command.registered_from,
                decided_on=command.decided_on,
                stated_in=command.stated_in,
            )
            return _changed(loaded, marked, anew)

        return self._acting.perform(actor, order, decided)

    def _correct(
        self, kind: _Kind, case_id: Id, command: Command, actor: Actor, order: Order
    ) -> Receipt:
        reason = required_text(command.reason, field="reason")
        version = command.version
        # A fact never changes, so what it is can be asked before the act is tried.
        facts = self._acting.histories.load({case_id: kind.case})[case_id].case.facts
        told = facts[version - 1] if 1 <= version <= len(facts) else None
        act = kind.acts.get(type(told), kind.act) if told else kind.act

        def decided() -> Decided:
            loaded = self._loaded(kind, case_id, act, actor)
            refuse_if_changed(loaded.stored, order)
            if isinstance(told, organisations.OrganisationRegistered):
                raise NotAllowed(
                    "registration-needs-another",
                    nb="Registreringen rettes ved å oppgi hvordan den skulle ha vært.",
                    en="The registration is corrected by saying how it ought to have been.",
                    field="version",
                )
            if isinstance(told, OrganisationDecisionFact):
                raise NotAllowed(
                    "corrected-in-the-proceeding",
                    nb="Dette ble registrert i saken om vedtaket; rett det der.",
                    en="This was recorded in the proceeding of the decision; correct it there.",
                    field="version",
                )
            return _changed(loaded, self._marked(kind, loaded.case, version, actor, reason))

        return self._acting.perform(actor, order, decided)

    def _loaded(self, kind: _Kind, case_id: Id, act: Act, actor: Actor) -> Loaded[Case]:
        """Return the case, for one who holds the role in it or in a body; raises NotPermitted."""
        elsewhere = replace(actor, acting_for=None) if kind is ORGANISATIONS else actor
        found = self._acting.histories.load({**offices_of(elsewhere), case_id: kind.case})
        permit(act, actor, roles_in(found, actor, self._acting.clock))
        loaded: Loaded[Case] = found[case_id]
        return loaded

    def _marked(
        self, kind: _Kind, case: Case, version: int, actor: Actor, reason: Confidential
    ) -> Correction:
        today = self._acting.clock.today()
        return case.mark(kind.correction, version, by=actor.person, on=today, reason=reason)


def _changed(loaded: Loaded[Case], *facts: Fact) -> Decided:
    """Return the change; its reason is sealed with a key of the case, being no doctor's."""
    change = Change(
        case_id=loaded.case_id, version=loaded.version, facts=facts, subject=loaded.case_id
    )
    return Decided(changes=(change,))
