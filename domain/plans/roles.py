"""Those appointed around one doctor: the supervisor (veileder) and clinical supervisors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import assert_never, get_args

from domain.calendar.appointments import Appointment, Appointments
from domain.calendar.spans import Span, asked_span
from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken
from domain.shared.texts import Text


class Capacity(StrEnum):
    """In which capacity somebody knows the doctor's work."""

    SUPERVISOR = "supervisor"
    CLINICAL_SUPERVISOR = "clinical-supervisor"

    @property
    def nb(self) -> str:
        return {"supervisor": "veileder", "clinical-supervisor": "supervisør"}[self.value]

    @property
    def en(self) -> str:
        return self.value.replace("-", " ")


class SupervisorAppointed(Fact, frozen=True, kw_only=True, tag="plan.supervisor-appointed"):
    """The establishment appointed the doctor's individual supervisor (veileder)."""

    person: Id
    first_day: date
    last_day: date | None
    appointed_by: Id
    appointed_on: date
    seen: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    justification: Confidential | None = None


class SupervisorReleased(Fact, frozen=True, kw_only=True, tag="plan.supervisor-released"):
    """The doctor's individual supervisor stepped down after a last day."""

    person: Id
    last_day: date


class ClinicalSupervisorAppointed(
    Fact, frozen=True, kw_only=True, tag="plan.clinical-supervisor-appointed"
):
    """A clinical supervisor (supervisør) was appointed within a field of competence."""

    person: Id
    competence_area: str
    first_day: date
    last_day: date | None
    appointed_by: Id
    appointed_on: date


class ClinicalSupervisorReleased(
    Fact, frozen=True, kw_only=True, tag="plan.clinical-supervisor-released"
):
    """A clinical supervisor stepped down after a last day."""

    person: Id
    last_day: date


RoleFact = (
    SupervisorAppointed
    | SupervisorReleased
    | ClinicalSupervisorAppointed
    | ClinicalSupervisorReleased
)


@dataclass(slots=True)
class Roles:
    """Who is appointed around the doctor, as the facts so far leave it."""

    appointments: Appointments = field(default_factory=Appointments)
    excused_at: set[int] = field(default_factory=set)
    """The appointments of a supervisor for which somebody said why R-SUP-02 could be set aside."""

    # acts

    def refuse_second_supervisor(self, span: Span) -> None:
        """A plan has exactly one supervisor at a time (L-KP-01)."""
        supervisors = self.appointments.spans(Capacity.SUPERVISOR).values()
        if any(held.overlaps(span) for spans in supervisors for held in spans):
            raise NotAllowed(
                "supervisor-already-appointed",
                nb="Legen har allerede en veileder i noen av disse dagene; løs denne først.",
                en="The doctor already has a supervisor on some of those days; release them first.",
                rule="L-KP-01",
                field="firstDay",
            )

    def refuse_two_supervisors(self) -> None:
        """Raise NotAllowed if two appointments of a supervisor share a day (L-KP-01)."""
        by_day = sorted(
            (held.span for held in self.appointments.all if held.office == Capacity.SUPERVISOR),
            key=lambda span: span.first_day,
        )
        if any(one.overlaps(another) for one, another in pairwise(by_day)):
            raise NotAllowed(
                "two-supervisors",
                nb="Da ville legen hatt to veiledere på samme dag; løs den ene først.",
                en="The doctor would then have two supervisors on the same day; release one first.",
                rule="L-KP-01",
            )

    def release_supervisor(self, person: Id, *, last_day: date) -> SupervisorReleased:
        self.appointments.refuse_release(person, Capacity.SUPERVISOR, last_day)
        return SupervisorReleased(person=person, last_day=last_day)

    def appoint_clinical_supervisor(
        self,
        person: Id,
        *,
        doctor: Id,
        competence_area: str,
        first_day: date,
        last_day: date | None,
        by: Id,
        on: date,
    ) -> ClinicalSupervisorAppointed:
        """Appoint a doctor or other professional with competence in the field (R-SPV-02)."""
        if person == doctor:
            raise RuleBroken(
                Finding(
                    rule="R-ROL-02",
                    force=Force.HARD,
                    confidence=Confidence.C,
                    says=Text(
                        nb="Legen kan ikke være sin egen supervisør.",
                        en="Nobody is their own clinical supervisor.",
                    ),
                )
            )
        if not competence_area.strip():
            raise Invalid(
                "competence-area-missing",
                nb="Oppgi fagområdet supervisøren har kompetanse på.",
                en="State the field in which the clinical supervisor is competent.",
                rule="R-SPV-02",
                field="competenceArea",
            )
        span = asked_span(first_day, last_day)
        self.appointments.refuse_overlap(person, Capacity.CLINICAL_SUPERVISOR, span)
        return ClinicalSupervisorAppointed(
            person=person,
            competence_area=competence_area.strip(),
            first_day=first_day,
            last_day=last_day,
            appointed_by=by,
            appointed_on=on,
        )

    def release_clinical_supervisor(
        self, person: Id, *, last_day: date
    ) -> ClinicalSupervisorReleased:
        self.appointments.refuse_release(person, Capacity.CLINICAL_SUPERVISOR, last_day)
        return ClinicalSupervisorReleased(person=person, last_day=last_day)

    # effects

    def effects(self) -> Effects:
        return dict.fromkeys(get_args(RoleFact), self.apply)

    def apply(self, fact: RoleFact, at: int) -> None:
        match fact:
            case SupervisorAppointed():
                self._add(fact, Capacity.SUPERVISOR, at, None)
                if fact.justification and any(one.rule == "R-SUP-02" for one in fact.findings):
                    self.excused_at.add(at)
            case ClinicalSupervisorAppointed():
                self._add(fact, Capacity.CLINICAL_SUPERVISOR, at, fact.competence_area)
            case SupervisorReleased():
                self.appointments.end(fact.person, Capacity.SUPERVISOR, fact.last_day)
            case ClinicalSupervisorReleased():
                self.appointments.end(fact.person, Capacity.CLINICAL_SUPERVISOR, fact.last_day)
            case _:
                assert_never(fact)

    def _add(
        self,
        fact: SupervisorAppointed | ClinicalSupervisorAppointed,
        office: Capacity,
        at: int,
        competence_area: str | None,
    ) -> None:
        self.appointments.add(
            Appointment(
                person=fact.person,
                office=office,
                span=Span.of(fact.first_day, fact.last_day),
                version=at,
                competence_area=competence_area,
            )
        )

    # questions

    def supervisor_on(self, day: date) -> Id | None:
        """Return who is the doctor's supervisor on the day, if anybody."""
        return next((held.person for held in self.supervisors(day)), None)

    def excused(self, person: Id) -> tuple[Span, ...]:
        """Return the days of a supervisor's appointments made with a reason (R-SUP-02)."""
        return tuple(
            held.span
            for held in self.appointments.all
            if held.person == person and held.version in self.excused_at
        )

    def supervisors(self, day: date) -> Iterator[Appointment]:
        return self.appointments.holding(Capacity.SUPERVISOR, day)

    def capacity(self, person: Id, day: date) -> Capacity | None:
        """Return the capacity of a person on a day; the supervisor's comes first."""
        held = (c for c in Capacity if self.appointments.held(person, c, day))
        return next(held, None)

    def holds(self, person: Id, capacity: Capacity, day: date) -> bool:
        return self.appointments.held(person, capacity, day)
