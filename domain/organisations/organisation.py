"""A registered training establishment, often a municipality."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import assert_never, get_args

from domain.calendar.appointments import Appointment, Appointments
from domain.calendar.spans import Span, asked_span
from domain.catalogue.arenas import Arena
from domain.law.specialist_training import (
    CHANGES_TOLD,
    PROGRAMME_CONTENTS,
    REGISTERED_FROM_APPLICATION,
)
from domain.organisations.decisions import OrganisationDecisions
from domain.organisations.facts import (
    ArenaClosed,
    ArenaOpened,
    DirectorateNotified,
    OfficerAppointed,
    OfficerReleased,
    OrganisationFact,
    OrganisationFactCorrected,
    OrganisationPersonMerged,
    OrganisationRegistered,
    ProgrammePublished,
)
from domain.organisations.offered import OfferedArena
from domain.organisations.programme import Change, material_change, missing_section
from domain.shared.case import Case, Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken


class Office(StrEnum):
    """The offices of an establishment; a deputy (stedfortreder) acts as leader (R-ROL-03).

    The members of its appeal body (klagenemnd) hear what is appealed of its own decisions.
    """

    LEADER = "leader"
    DEPUTY = "deputy"
    ADMINISTRATOR = "administrator"
    APPEALS_MEMBER = "appeals-member"


class Organisation(Case):
    """One establishment, folded from its facts."""

    def begin(self) -> None:
        self.registered: OrganisationRegistered | None = None
        self.registered_at = 0
        self.openings: list[OfferedArena] = []
        self.programmes: list[ProgrammePublished] = []
        self.notified: list[DirectorateNotified] = []
        self.changes: dict[int, Change] = {}
        self.officers = Appointments()
        self.decisions = OrganisationDecisions()

    # acts

    def register(
        self,
        *,
        name: str,
        organisation_number: str | None,
        registered_from: date,
        decided_on: date | None,
        stated_in: str,
    ) -> OrganisationRegistered:
        """Register the establishment from the day of its application (R-ORG-01)."""
        if self.registered:
            raise NotAllowed(
                "already-registered",
                nb=f"{self.registered.name} er allerede registrert.",
                en=f"{self.registered.name} is already registered.",
                rule="R-ORG-01",
            )
        return OrganisationRegistered(
            name=name,
            organisation_number=organisation_number,
            registered_from=registered_from,
            decided_on=decided_on,
            stated_in=stated_in,
            basis=(REGISTERED_FROM_APPLICATION,),
        )

    def open_arena(self, arena: Arena, *, first_day: date, known: Collection[str]) -> ArenaOpened:
        """Open an arena; ``known`` holds every goal code of the catalogue."""
        self._be_registered()
        if (held := self.arenas.get(arena.code)) and held.span.last_day >= first_day:
            raise NotAllowed(
                "arena-open",
                nb=f"Læringsarenaen {arena.code} er allerede åpen.",
                en=f"Arena {arena.code} is already open.",
                rule="R-ORG-02",
                field="arena",
            )
        listed = {*arena.goals, *(() if arena.common_goals == "all" else arena.common_goals)}
        if unknown := sorted(listed - set(known)):
            raise Invalid(
                "unknown-goal",
                nb=f"Ukjente læringsmål: {', '.join(unknown)}.",
                en=f"Unknown learning goals: {', '.join(unknown)}.",
                field="goals",
            )
        return ArenaOpened(arena=arena, first_day=first_day)

    def close_arena(self, arena: str, *, last_day: date) -> ArenaClosed:
        self.refuse_unless_open(arena, last_day)
        return ArenaClosed(arena=arena, last_day=last_day)

    def publish_programme(
        self,
        *,
        first_day: date,
        arenas: tuple[str, ...],
        guidance: str,
        assessment: str,
        supervision: str,
        paths: str | None = None,
        activities: str | None = None,
        responsibility: str | None = None,
    ) -> ProgrammePublished:
        """Publish the programme's next version with everything § 23 d asks for (R-ORG-02)."""
        self._be_registered()
        for arena in arenas:
            self.refuse_unless_open(arena, first_day)
        sections = {"guidance": guidance, "assessment": assessment, "supervision": supervision}
        empty = [section for section, text in sections.items() if not text.strip()]
        if not arenas:
            empty.insert(0, "arenas")
        if empty:
            raise RuleBroken(*(missing_section(section) for section in empty))
        return ProgrammePublished(
            number=len(self.programmes) + 1,
            first_day=first_day,
            arenas=arenas,
            basis=(PROGRAMME_CONTENTS,),
            paths=paths,
            activities=activities,
            responsibility=responsibility,
            **sections,
        )

    def notify_directorate(self, *, by: Id, on: date, reference: str | None) -> DirectorateNotified:
        """Record that the Directorate was sent every change there is so far (L-SPF-28)."""
        self._be_registered()
        if not self.untold:
            raise NotAllowed(
                "nothing-to-notify",
                nb="Planen og læringsarenaene er ikke endret siden sist.",
                en="Neither the programme nor the arenas have changed since last time.",
                rule="L-SPF-28",
            )
        return DirectorateNotified(
            upto=max(self.untold),
            notified_by=by,
            notified_on=on,
            reference=reference,
            basis=(CHANGES_TOLD,),
        )

    def appoint(
        self, person: Id, office: Office, *, first_day: date, last_day: date | None
    ) -> OfficerAppointed:
        """Appoint a leader, deputy or administrator for given days (R-ROL-03)."""
        self._be_registered()
        self.officers.refuse_overlap(person, office, asked_span(first_day, last_day))
        return OfficerAppointed(
            person=person, office=office, first_day=first_day, last_day=last_day
        )

    def release(self, person: Id, office: Office, *, last_day: date) -> OfficerReleased:
        self.officers.refuse_release(person, office, last_day)
        return OfficerReleased(person=person, office=office, last_day=last_day)

    # effects

    def effects(self) -> Effects:
        own = dict.fromkeys(get_args(OrganisationFact), self._take_effect)
        return {**own, **self.decisions.effects()}

    def leans(self, later: Fact, earlier: Fact) -> bool:
        match later, earlier:
            case ArenaClosed(), ArenaOpened():
                return later.arena == earlier.arena.code
            case OfficerReleased(), OfficerAppointed():
                return (later.person, later.office) == (earlier.person, earlier.office)
        # What is told of a proceeding stands or falls with the fact there; it says the order.
        return False

    def _take_effect(self, fact: OrganisationFact, at: int) -> None:
        self._note_change(fact, at)
        match fact:
            case OrganisationRegistered():
                self.registered, self.registered_at = fact, at
            case ArenaOpened(arena=arena):
                self.openings.append(OfferedArena(arena=arena, span=Span(fact.first_day)))
            case ArenaClosed():
                self._close(fact)
            case ProgrammePublished():
                self.programmes.append(fact)
            case DirectorateNotified():
                self.notified.append(fact)
            case OfficerAppointed():
                self.officers.add(
                    Appointment(
                        person=fact.person,
                        office=fact.office,
                        span=Span.of(fact.first_day, fact.last_day),
                        version=at,
                    )
                )
            case OfficerReleased():
                self.officers.end(fact.person, fact.office, fact.last_day)
            case OrganisationFactCorrected():
                self.strike(fact, at)
            case OrganisationPersonMerged():
                self.merge(fact, at)
            case _:
                assert_never(fact)

    def _note_change(self, fact: OrganisationFact, at: int) -> None:
        """Note what changed after the first programme: with it, and its arenas, it was applied."""
        arenas = {held.arena.code: held.arena for held in self.openings}
        if self.programmes and (change := material_change(fact, at, arenas)):
            self.changes[at] = change

    def _close(self, fact: ArenaClosed) -> None:
        """Shorten the opening that contains the last day."""
        for place, held in enumerate(self.openings):
            if held.arena.code == fact.arena and fact.last_day in held.span:
                span = Span(held.span.first_day, fact.last_day)
                self.openings[place] = OfferedArena(arena=held.arena, span=span)

    # questions

    @property
    def untold(self) -> dict[int, Change]:
        """Return the changes the Directorate was not told of, by version."""
        told = max((fact.upto for fact in self.notified), default=0)
        return {at: change for at, change in self.changes.items() if at > told}

    @property
    def arenas(self) -> dict[str, OfferedArena]:
        """Return the latest opening of each arena, by code."""
        return {opening.arena.code: opening for opening in self.openings}

    def open_days(self) -> dict[str, tuple[Span, ...]]:
        """Return the days on which each arena is open, by code."""
        days: dict[str, tuple[Span, ...]] = {}
        for opening in self.openings:
            days[opening.arena.code] = (*days.get(opening.arena.code, ()), opening.span)
        return days

    @property
    def registered_spans(self) -> tuple[Span, ...]:
        """Return the days it is registered, as every decision about that leaves them."""
        own = (Span(self.registered.registered_from),) if self.registered else ()
        return self.decisions.registered(own)

    @property
    def external_arenas(self) -> frozenset[str]:
        """Return the codes of the arenas that lie outside the establishment."""
        return frozenset(code for code, held in self.arenas.items() if held.arena.external)

    def leaders(self) -> dict[Id, tuple[Span, ...]]:
        """Return everyone who may approve goals, leaders and deputies alike, with their days."""
        return self.officers.spans(Office.LEADER, Office.DEPUTY)

    def offered(self, day: date) -> dict[str, Arena]:
        """Return the arenas open on the day, by code."""
        return {held.arena.code: held.arena for held in self.openings if day in held.span}

    def _be_registered(self) -> None:
        if not self.registered:
            raise NotAllowed(
                "not-registered",
                nb="Virksomheten er ikke registrert som utdanningsvirksomhet.",
                en="The establishment is not registered.",
                rule="R-ORG-01",
            )

    def refuse_unless_open(self, arena: str, day: date) -> None:
        """Raise NotAllowed unless the arena is open on the day."""
        if arena not in self.offered(day):
            raise NotAllowed(
                "arena-not-open",
                nb=f"Læringsarenaen {arena} er ikke åpen den {day}.",
                en=f"Arena {arena} is not open on {day}.",
                rule="R-ORG-02",
                field="arena",
            )
