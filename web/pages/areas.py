"""The areas of the house somebody has to do with, as their appointments have it today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import flask

from application.access import OF_ESTABLISHMENTS
from application.actors import Actor, Role
from application.organisations.rows import OfficeRow
from application.permitting import not_held_today
from domain.shared.ids import Id, parsed_id
from domain.shared.texts import Text
from web.pages.visit import services, signed_in

NAMES = {
    Role.DOCTOR: Text(nb="Min utdanning", en="My training"),
    Role.SUPERVISOR: Text(nb="Veiledning", en="Guidance"),
    Role.CLINICAL_SUPERVISOR: Text(nb="Supervisjon", en="Clinical supervision"),
    Role.COLLEAGUE: Text(nb="Praksisbesøk", en="Practice visits"),
    Role.LEADER: Text(nb="Virksomheten", en="The establishment"),
    Role.ADMINISTRATOR: Text(nb="Administrasjon", en="Administration"),
    Role.DIRECTORATE_OFFICER: Text(nb="Helsedirektoratet", en="Directorate of Health"),
    Role.COUNTY_GOVERNOR_OFFICER: Text(nb="Statsforvalteren", en="County governor"),
    Role.GROUP_ORGANISER: Text(nb="Veiledningsgrupper", en="Guidance groups"),
    Role.HELSEKLAGE_OFFICER: Text(nb="Helseklage", en="Helseklage"),
    Role.PERSONNEL_BOARD_OFFICER: Text(nb="Helsepersonellnemnda", en="Health Personnel Board"),
    Role.APPEALS_MEMBER: Text(nb="Klagenemnda", en="The municipality's appeal body"),
    Role.REPRESENTATIVE: Text(nb="På vegne av", en="On behalf of"),
    Role.INVITED: Text(nb="Invitasjoner", en="Invitations"),
    Role.AUDITOR: Text(nb="Revisjon", en="Audit"),
    Role.SYSTEM_ADMINISTRATOR: Text(nb="Drift", en="Operations"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One capacity, and the cases in which it is held."""

    role: Role
    cases: tuple[Id, ...]

    @property
    def name(self) -> Text:
        return NAMES[self.role]

    @property
    def address(self) -> str:
        return f"/{self.role}"


def areas() -> tuple[Area, ...]:
    """Return the areas of the one who looks, in the order of the table above."""
    if "areas" not in flask.g:
        flask.g.areas = tuple(_grouped(services().waiting.offices(as_oneself())))
    return cast("tuple[Area, ...]", flask.g.areas)


def _grouped(rows: Sequence[OfficeRow]) -> Iterator[Area]:
    held: dict[str, dict[Id, None]] = {}
    for row in rows:
        held.setdefault(row.role, {})[row.case_id] = None
    for role in NAMES:
        if role in held:
            yield Area(role=role, cases=tuple(held[role]))


def held(role: Role) -> tuple[Id, ...]:
    """Return the cases a role is held in; raises NotPermitted where there are none."""
    if not (found := cases_of(role)):
        raise not_held_today(role)
    return found


def cases_of(role: Role) -> tuple[Id, ...]:
    return next((area.cases for area in areas() if area.role is role), ())


def acting_for(role: Role, written: str | None) -> Id | None:
    """Return the establishment a role is held in: as written, else the first there is.

    Whether it is held there is read from the facts, by the use case.
    """
    if role not in OF_ESTABLISHMENTS:
        return None
    if not written:
        return next(iter(cases_of(role)), None)
    try:
        return parsed_id(written)
    except ValueError:
        flask.abort(404)


def as_oneself() -> Actor:
    """Return the person as themselves: what waits for one is asked without a capacity."""
    return Actor(person=signed_in().session.person, acting_as=Role.DOCTOR)
