"""Establishing the public bodies and appointing those who act for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import Acting, Decided, refuse_if_changed
from application.actors import Actor, Order
from application.permitting import permit_in_office
from application.ports import Change, Loaded, Receipt
from application.standing import offices_of, roles_in
from domain.bodies.body import Body, BodyKind, body_id
from domain.bodies.facts import BodyEstablished
from domain.shared.case import Case
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from domain.shared.texts import Text

NAMES = {
    BodyKind.DIRECTORATE: Text(nb="Helsedirektoratet", en="Norwegian Directorate of Health"),
    BodyKind.COUNTY_GOVERNOR: Text(nb="Statsforvalteren", en="County Governor"),
    BodyKind.MEDICAL_ASSOCIATION: Text(nb="Legeforeningen", en="Norwegian Medical Association"),
    BodyKind.HELSEKLAGE: Text(
        nb="Nasjonalt klageorgan for helsetjenesten",
        en="National Office for Health Service Appeals",
    ),
    BodyKind.PERSONNEL_BOARD: Text(
        nb="Statens helsepersonellnemnd", en="Norwegian Appeal Board for Health Personnel"
    ),
    BodyKind.AUDIT: Text(nb="Revisjonen", en="Audit"),
    BodyKind.OPERATIONS: Text(nb="Systemforvaltningen", en="Operations"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointBodyOfficer:
    kind: BodyKind
    person: Id
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseBodyOfficer:
    kind: BodyKind
    person: Id
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyOfficer:
    """One appointment of a body that lasts, or is to come."""

    kind: BodyKind
    person: Id
    first_day: date
    last_day: date | None


class BodyService:
    """A body is established with its first officer; the first of all are operations."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    def appoint(self, command: AppointBodyOfficer, actor: Actor, order: Order) -> Receipt:
        self._acting.refuse_unknown(command.person, field="person")

        def decided() -> Decided:
            loaded = self._loaded(command.kind, actor)
            refuse_if_changed(loaded.stored, order)
            established = () if loaded.case.kind else (_establish(loaded.case, command.kind),)
            appointed = loaded.case.appoint(
                command.person, first_day=command.first_day, last_day=command.last_day
            )
            return _changed(loaded, *established, appointed)

        return self._acting.perform(actor, order, decided)

    def release(self, command: ReleaseBodyOfficer, actor: Actor, order: Order) -> Receipt:
        def decided() -> Decided:
            loaded = self._loaded(command.kind, actor)
            refuse_if_changed(loaded.stored, order)
            return _changed(loaded, loaded.case.release(command.person, last_day=command.last_day))

        return self._acting.perform(actor, order, decided)

    def officers(self, actor: Actor) -> tuple[BodyOfficer, ...]:
        """Return who acts for the bodies today or later, to those who appoint them."""
        bodies: dict[Id, type[Case]] = {body_id(kind): Body for kind in BodyKind}
        found = self._acting.histories.load({**offices_of(actor), **bodies})
        permit_in_office(
            Act.APPOINT_BODY_OFFICER, actor, roles_in(found, actor, self._acting.clock)
        )
        today = self._acting.clock.today()
        return tuple(
            BodyOfficer(
                kind=kind,
                person=one.person,
                first_day=one.span.first_day,
                last_day=None if one.span.last_day == date.max else one.span.last_day,
            )
            for kind in BodyKind
            for one in found[body_id(kind)].case.officers.all
            if one.span.last_day >= today
        )

    def appoint_first(self, person: Id, actor: Actor, order: Order) -> Receipt:
        """Appoint a system administrator where there is none; refused while there is one."""
        self._acting.refuse_unknown(person, field="person")
        today = self._acting.clock.today()

        def decided() -> Decided:
            operations = body_id(BodyKind.OPERATIONS)
            found = self._acting.histories.load({operations: Body})
            loaded: Loaded[Body] = found[operations]
            loaded.case.refuse_if_manned(today)
            new = not loaded.case.kind
            established = (_establish(loaded.case, BodyKind.OPERATIONS),) if new else ()
            appointed = loaded.case.appoint(person, first_day=today, last_day=None)
            return _changed(loaded, *established, appointed)

        return self._acting.perform(actor, order, decided)

    def kind(self, written: str) -> BodyKind:
        """Return the kind of body a person wrote; raises Invalid."""
        if written in set(BodyKind):
            return BodyKind(written)
        raise Invalid(
            "unknown-body",
            nb=f"Det finnes ikke noe organ «{written}»; velg {', '.join(BodyKind)}.",
            en=f'There is no body "{written}"; choose {", ".join(BodyKind)}.',
            field="kind",
        )

    def _loaded(self, kind: BodyKind, actor: Actor) -> Loaded[Body]:
        found = self._acting.histories.load({**offices_of(actor), body_id(kind): Body})
        permit_in_office(
            Act.APPOINT_BODY_OFFICER, actor, roles_in(found, actor, self._acting.clock)
        )
        loaded: Loaded[Body] = found[body_id(kind)]
        return loaded


def _establish(body: Body, kind: BodyKind) -> BodyEstablished:
    """Establish the body and apply the fact, so that officers can be appointed at once."""
    established = body.establish(kind, name=NAMES[kind].nb)
    body.apply(established)
    return established


def _changed(loaded: Loaded[Body], *facts: Fact) -> Decided:
    return Decided(changes=(Change(case_id=loaded.case_id, version=loaded.version, facts=facts),))
