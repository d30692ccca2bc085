"""A health professional, as public acts describe the person."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import assert_never

from domain.calendar.spans import Span, asked_span
from domain.practitioners.facts import (
    PractitionerAuthorised,
    PractitionerFact,
    SpecialistApproved,
    SupervisorCourseCompleted,
)
from domain.shared.refusals import NotAllowed


class Authorisation(StrEnum):
    """The two ways to be allowed to practise."""

    AUTHORISATION = "authorisation"
    LICENCE = "licence"


class Practitioner:
    """One person's public standing, folded from its facts."""

    def __init__(self) -> None:
        self.version = 0
        self.authorised: list[Span] = []
        self.specialties: dict[str, list[Span]] = {}
        self.courses: list[date] = []

    # acts

    def authorise(
        self, kind: Authorisation, *, first_day: date, last_day: date | None, stated_in: str
    ) -> PractitionerAuthorised:
        _refuse_overlap(self.authorised, asked_span(first_day, last_day))
        return PractitionerAuthorised(
            kind=kind, first_day=first_day, last_day=last_day, stated_in=stated_in
        )

    def approve_as_specialist(
        self, specialty: str, *, first_day: date, last_day: date | None, stated_in: str
    ) -> SpecialistApproved:
        _refuse_overlap(self.specialties.get(specialty, []), asked_span(first_day, last_day))
        return SpecialistApproved(
            specialty=specialty, first_day=first_day, last_day=last_day, stated_in=stated_in
        )

    def complete_supervisor_course(
        self, course: str, *, completed_on: date, stated_in: str
    ) -> SupervisorCourseCompleted:
        return SupervisorCourseCompleted(
            course=course, completed_on=completed_on, stated_in=stated_in
        )

    # effects

    def apply(self, fact: PractitionerFact) -> None:
        self.version += 1
        match fact:
            case PractitionerAuthorised():
                self.authorised.append(Span.of(fact.first_day, fact.last_day))
            case SpecialistApproved():
                spans = self.specialties.setdefault(fact.specialty, [])
                spans.append(Span.of(fact.first_day, fact.last_day))
            case SupervisorCourseCompleted():
                self.courses.append(fact.completed_on)
            case _:
                assert_never(fact)


def _refuse_overlap(held: list[Span], asked: Span) -> None:
    if any(span.overlaps(asked) for span in held):
        raise NotAllowed(
            "already-recorded",
            nb="Dette er allerede registrert for noen av disse dagene.",
            en="This is already recorded for some of those days.",
            field="firstDay",
        )
