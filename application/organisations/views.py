"""What can be seen of an establishment: itself, its register of plans, its coverage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from application.access import TABLE, Act
from application.actors import Actor
from application.enforcement.lines import DeadlineLine, deadline_line, refuse_out_of_range
from application.organisations.decision_lines import (
    OrganisationDecisionLine,
    RegisterDays,
    decision_lines,
    register_days,
)
from application.permitting import permit, unknown_case
from application.plans.invitations import InvitationRow
from application.plans.register import RegisterRow
from application.ports import Clock, Histories, Loaded, Views
from application.standing import roles_held
from domain.calendar.appointments import Appointments
from domain.catalogue.arenas import Arena, uncovered
from domain.catalogue.catalogue import Catalogue
from domain.organisations.facts import (
    DirectorateNotified,
    OrganisationRegistered,
    ProgrammePublished,
)
from domain.organisations.organisation import Organisation
from domain.organisations.programme import Change, checklist
from domain.shared.facts import tag_of
from domain.shared.findings import Finding
from domain.shared.ids import Id

SHOWN_FIRST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerLine:
    person: Id
    office: str
    first_day: date
    last_day: date | None


def _officers(appointments: Appointments) -> list[OfficerLine]:
    return [
        OfficerLine(
            person=held.person,
            office=held.office,
            first_day=held.span.first_day,
            last_day=held.span.ends_on,
        )
        for held in appointments.all
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard:
    """An establishment as of a day.

    ``untold`` and ``notified``: changes the Directorate is to be told of, and when it was.
    ``decisions``: what was decided of it; the proceedings say more. ``registered`` and
    ``approved``: the days those decisions leave it, of the register ``registered_from`` began.
    """

    organisation: Id
    name: str
    organisation_number: str | None
    registered_from: date
    registered: tuple[RegisterDays, ...]
    approved: tuple[RegisterDays, ...]
    arenas: tuple[Arena, ...]
    programme: ProgrammePublished | None
    findings: tuple[Finding, ...]
    untold: tuple[Change, ...]
    notified: tuple[DirectorateNotified, ...]
    officers: tuple[OfficerLine, ...]
    decisions: tuple[OrganisationDecisionLine, ...]
    uncovered: tuple[str, ...]
    version: int


def organisation_card(
    found: Loaded[Organisation], organisation: Id, catalogue: Catalogue, day: date
) -> OrganisationCard:
    """Return everything there is to see; raises NotFound."""
    case = found.case
    if (registered := case.registered) is None:
        raise unknown_case()
    arenas = tuple(case.offered(day).values())
    published = [programme for programme in case.programmes if programme.first_day <= day]
    return OrganisationCard(
        organisation=organisation,
        name=registered.name,
        organisation_number=registered.organisation_number,
        registered_from=registered.registered_from,
        registered=register_days(case.registered_spans),
        approved=register_days(case.decisions.approved()),
        arenas=arenas,
        programme=published[-1] if published else None,
        findings=checklist(published[-1]) if published else (),
        untold=tuple(case.untold.values()),
        notified=tuple(case.notified),
        officers=tuple(_officers(case.officers)),
        decisions=tuple(decision_lines(case.decisions)),
        uncovered=uncovered(arenas, catalogue.codes_in_force(day)),
        version=found.version,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """How much is due in an establishment in the days to come, and the first of it."""

    count: int
    first: tuple[DeadlineLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLacks:
    """The goals in force that no open arena of a plan offers."""

    plan: Id
    doctor: Id
    uncovered: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCoverage:
    """The goals in force that no open arena offers on a day, of the establishment and by plan.

    ``plans`` holds the plans that lack something, for those who may see the register.
    """

    organisation: Id
    on: date
    uncovered: tuple[str, ...]
    plans: tuple[PlanLacks, ...]


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
        self,
        organisation: Id,
        actor: Actor,
        *,
        known_at: datetime | None = None,
        on: date | None = None,
    ) -> OrganisationCard:
        """Return the establishment; its programme is public, so any signed-in person may see it.

        ``officers``, ``untold``, ``notified`` and ``decisions`` are empty for those who may not
        see them.
        """
        upto = self._upto(known_at)
        found = self._histories.load({organisation: Organisation}, upto=upto)[organisation]
        day = on or (self._clock.day_of(known_at) if known_at else self._clock.today())
        card = organisation_card(found, organisation, self._catalogue, day)
        if self._may(actor, organisation, Act.SEE_OFFICERS):
            return card
        return replace(card, untold=(), notified=(), officers=(), decisions=())

    def names(self, ids: Iterable[Id] | None = None) -> Mapping[Id, str]:
        """Return what establishments are called, all in the register if none are named."""
        wanted = self._histories.having(tag_of(OrganisationRegistered)) if ids is None else ids
        found = self._histories.load(dict.fromkeys(wanted, Organisation))
        return {
            one: loaded.case.registered.name
            for one, loaded in found.items()
            if loaded.case.registered
        }

    def coverage(
        self, organisation: Id, actor: Actor, *, on: date | None = None
    ) -> OrganisationCoverage:
        """Return what no arena offers; by plan only to those who may see the register."""
        found = self._histories.load({organisation: Organisation})[organisation]
        case: Organisation = found.case
        if case.registered is None:
            raise unknown_case()
        day = on or self._clock.today()
        kept = self._views.rows("coverage", organisation=organisation, on=day)
        lacking = {row.case_id: row.uncovered for row in kept}
        everything = tuple(sorted(self._catalogue.codes_in_force(day)))
        return OrganisationCoverage(
            organisation=organisation,
            on=day,
            uncovered=lacking.get(organisation, everything),
            plans=tuple(
                PlanLacks(plan=row.case_id, doctor=row.doctor, uncovered=uncovered)
                for row in self._plans_seen_by(organisation, actor)
                if (uncovered := lacking.get(row.case_id, everything))
            ),
        )

    def _plans_seen_by(self, organisation: Id, actor: Actor) -> Sequence[RegisterRow]:
        """Return the register, empty for those who may not see it."""
        if not self._may(actor, organisation, Act.SEE_REGISTER):
            return ()
        return self._views.rows("plan_register", organisation=organisation)

    def _may(self, actor: Actor, organisation: Id, act: Act) -> bool:
        held = roles_held(self._histories, replace(actor, acting_for=organisation), self._clock)
        return actor.acting_as in held & TABLE[act]

    def _upto(self, known_at: datetime | None) -> int | None:
        return self._histories.position_at(known_at) if known_at else None

    def register(self, organisation: Id, actor: Actor) -> Sequence[RegisterRow]:
        """Return every plan of the establishment."""
        held = roles_held(self._histories, replace(actor, acting_for=organisation), self._clock)
        permit(Act.SEE_REGISTER, actor, held)
        return self._views.rows("plan_register", organisation=organisation)

    def invitations(self, organisation: Id, actor: Actor) -> Sequence[InvitationRow]:
        """Return the invitations of the establishment's plans, the latest first."""
        held = roles_held(self._histories, replace(actor, acting_for=organisation), self._clock)
        permit(Act.SEE_REGISTER, actor, held)
        found = self._views.rows("invitations", organisation=organisation)
        return sorted(found, key=lambda row: (row.sent_on, row.case_id), reverse=True)

    def upcoming(self, organisation: Id, actor: Actor, *, days: int) -> Upcoming:
        """Return what is due in the establishment in so many days, today included."""
        held = roles_held(self._histories, replace(actor, acting_for=organisation), self._clock)
        permit(Act.SEE_REGISTER, actor, held)
        refuse_out_of_range(days)
        today = self._clock.today()
        last_day = today + timedelta(days=days)
        count = self._views.count_due(
            "deadlines", first_day=today, last_day=last_day, organisation=organisation
        )
        first = self._views.due(
            "deadlines",
            first_day=today,
            last_day=last_day,
            limit=SHOWN_FIRST,
            organisation=organisation,
        )
        return Upcoming(count=count, first=tuple(deadline_line(row, today) for row in first))
