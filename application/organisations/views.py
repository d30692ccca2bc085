"""What can be seen of an establishment: itself, its register of plans, its coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from application.access import Act, permit, unknown_case
from application.actors import Actor
from application.plans.register import RegisterRow
from application.ports import Clock, Histories, Views
from application.standing import roles_held
from domain.calendar.appointments import Appointment
from domain.catalogue.arenas import Arena, uncovered
from domain.catalogue.catalogue import Catalogue
from domain.organisations.facts import ProgrammePublished
from domain.organisations.organisation import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard:
    """An establishment as of a day."""

    organisation: UUID
    name: str
    organisation_number: str | None
    registered_from: date
    arenas: tuple[Arena, ...]
    programme: ProgrammePublished | None
    officers: tuple[Appointment, ...]
    uncovered: tuple[str, ...]
    version: int


class OrganisationReading:
    """Every view of one establishment."""

    def __init__(
        self, histories: Histories, views: Views, clock: Clock, catalogue: Catalogue
    ) -> None:
        self._histories = histories
        self._views = views
        self._clock = clock
        self._catalogue = catalogue

    def card(
        self, organisation: UUID, *, known_at: datetime | None = None, on: date | None = None
    ) -> OrganisationCard:
        """Return the establishment; its programme is public, so any signed-in person may see it."""
        upto = self._histories.position_at(known_at) if known_at else None
        found = self._histories.load({organisation: Organisation}, upto=upto)[organisation]
        case: Organisation = found.case
        if case.registered is None:
            raise unknown_case()
        day = on or (self._clock.day_of(known_at) if known_at else self._clock.today())
        arenas = tuple(case.offered(day).values())
        published = [p for p in case.programmes if p.first_day <= day]
        return OrganisationCard(
            organisation=organisation,
            name=case.registered.name,
            organisation_number=case.registered.organisation_number,
            registered_from=case.registered.registered_from,
            arenas=arenas,
            programme=published[-1] if published else None,
            officers=tuple(case.officers.all),
            uncovered=uncovered(arenas, self._catalogue.codes_in_force(day)),
            version=found.version,
        )

    def register(self, organisation: UUID, actor: Actor) -> Sequence[RegisterRow]:
        """Return every plan of the establishment."""
        held = roles_held(self._histories, replace(actor, acting_for=organisation), self._clock)
        permit(Act.SEE_REGISTER, actor, held)
        return self._views.rows("plan_register", organisation=organisation)
