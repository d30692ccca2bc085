"""A public body around the training, and the officers who act for it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import assert_never, get_args

from domain.bodies.facts import (
    BodyEstablished,
    BodyFact,
    BodyFactCorrected,
    BodyOfficerAppointed,
    BodyOfficerReleased,
    BodyPersonMerged,
    OutageNoticed,
)
from domain.calendar.appointments import Appointment, Appointments
from domain.calendar.spans import Span, asked_span
from domain.shared.case import Case, Effects
from domain.shared.days import day_after
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id
from domain.shared.refusals import NotAllowed


class BodyKind(StrEnum):
    """The bodies of the regulation, and two the system itself needs."""

    DIRECTORATE = "directorate"
    COUNTY_GOVERNOR = "county-governor"
    MEDICAL_ASSOCIATION = "medical-association"
    HELSEKLAGE = "helseklage"
    PERSONNEL_BOARD = "personnel-board"
    AUDIT = "audit"
    OPERATIONS = "operations"


OFFICER = "officer"


_BODIES = Id("8f3c2c57-6f0c-5d2e-8d7e-5f7a0f2f6a10")


def body_id(kind: BodyKind) -> Id:
    """Return the id of the one case that speaks for a kind of body."""
    return derived_id(_BODIES, kind)


class Body(Case):
    """One body, folded from its facts."""

    def begin(self) -> None:
        self.kind: BodyKind | None = None
        self.name = ""
        self.officers = Appointments()
        self.outages: set[datetime] = set()

    # acts

    def establish(self, kind: BodyKind, *, name: str) -> BodyEstablished:
        if self.kind:
            raise NotAllowed(
                "already-established",
                nb=f"{self.name} finnes allerede.",
                en=f"{self.name} already exists.",
            )
        return BodyEstablished(kind=kind, name=name)

    def appoint(
        self, person: Id, *, first_day: date, last_day: date | None
    ) -> BodyOfficerAppointed:
        if self.kind is None:
            raise NotAllowed(
                "not-established",
                nb="Organet er ikke opprettet.",
                en="The body is not established.",
            )
        self.officers.refuse_overlap(person, OFFICER, asked_span(first_day, last_day))
        return BodyOfficerAppointed(person=person, first_day=first_day, last_day=last_day)

    def release(self, person: Id, *, last_day: date) -> BodyOfficerReleased:
        self.officers.refuse_release(person, OFFICER, last_day)
        if self.kind is BodyKind.OPERATIONS:
            self._keep_somebody(person, day_after(last_day))
        return BodyOfficerReleased(person=person, last_day=last_day)

    def correctable(self, version: int) -> Fact:
        fact = super().correctable(version)
        match fact:
            case BodyEstablished():
                raise NotAllowed(
                    "established-for-good",
                    nb="At organet finnes, kan ikke rettes; rett heller dem som handler for det.",
                    en="That the body exists cannot be corrected; correct who acts for it instead.",
                    field="version",
                )
            case OutageNoticed():
                raise NotAllowed(
                    "noticed-by-the-clock",
                    nb="Dette la systemet selv merke til; det rettes ikke.",
                    en="The system noticed this itself; it is not corrected.",
                    field="version",
                )
            case BodyOfficerAppointed() if self.kind is BodyKind.OPERATIONS:
                self._keep_somebody(fact.person, date.max)
        return fact

    # questions

    def refuse_if_manned(self, day: date) -> None:
        """Raise NotAllowed while somebody acts for the body."""
        if any(self.officers.holding(OFFICER, day)):
            raise NotAllowed(
                "already-established",
                nb=f"{self.name} har allerede noen som handler for seg.",
                en=f"{self.name} already has somebody who acts for it.",
            )

    def _keep_somebody(self, leaving: Id, day: date) -> None:
        others = (held for held in self.officers.holding(OFFICER, day) if held.person != leaving)
        if not any(others):
            raise NotAllowed(
                "last-operator",
                nb="Den siste systemforvalteren kan ikke fratre; oppnevn en annen først.",
                en="The last system administrator cannot leave; appoint another first.",
                field="lastDay",
            )

    # effects

    def effects(self) -> Effects:
        return dict.fromkeys(get_args(BodyFact), self._take_effect)

    def leans(self, later: Fact, earlier: Fact) -> bool:
        match later, earlier:
            case BodyOfficerReleased(), BodyOfficerAppointed():
                return later.person == earlier.person
        return False

    def _take_effect(self, fact: BodyFact, at: int) -> None:
        match fact:
            case BodyEstablished():
                self.kind, self.name = BodyKind(fact.kind), fact.name
            case BodyOfficerAppointed():
                self.officers.add(
                    Appointment(
                        person=fact.person,
                        office=OFFICER,
                        span=Span.of(fact.first_day, fact.last_day),
                        version=at,
                    )
                )
            case BodyOfficerReleased():
                self.officers.end(fact.person, OFFICER, fact.last_day)
            case OutageNoticed():
                self.outages.add(fact.last_beat_at)
            case BodyFactCorrected():
                self.strike(fact, at)
            case BodyPersonMerged():
                self.merge(fact, at)
            case _:
                assert_never(fact)
