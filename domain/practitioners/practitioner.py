"""A health professional, as public acts describe the person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Generic, TypeVar, assert_never, get_args

from domain.calendar.spans import Span, asked_span
from domain.law.specialist_training import GENERAL_PRACTICE
from domain.practitioners.facts import (
    AuthorisationEnded,
    PractitionerAuthorised,
    PractitionerFact,
    PractitionerFactCorrected,
    SpecialistApprovalEnded,
    SpecialistApproved,
    SupervisorCourseCompleted,
)
from domain.shared.case import Case, Effects
from domain.shared.facts import Fact
from domain.shared.refusals import Invalid, NotAllowed

ALIKE = 0.8


class Authorisation(StrEnum):
    """The two ways to be allowed to practise."""

    AUTHORISATION = "authorisation"
    LICENCE = "licence"


G = TypeVar("G", PractitionerAuthorised, SpecialistApproved)
E = TypeVar("E", AuthorisationEnded, SpecialistApprovalEnded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted(Generic[G, E]):
    """What was granted, its days as they now stand, and what last ended it."""

    fact: G
    span: Span
    ended: E | None = None


class Practitioner(Case):
    """One person's public standing, folded from its facts."""

    def begin(self) -> None:
        self.authorisations: list[Granted[PractitionerAuthorised, AuthorisationEnded]] = []
        self.approvals: list[Granted[SpecialistApproved, SpecialistApprovalEnded]] = []
        self.completed: list[SupervisorCourseCompleted] = []

    # acts

    def authorise(
        self, kind: Authorisation, *, first_day: date, last_day: date | None, stated_in: str
    ) -> PractitionerAuthorised:
        _refuse_overlap(self.authorised, asked_span(first_day, last_day))
        return PractitionerAuthorised(
            kind=kind, first_day=first_day, last_day=last_day, stated_in=stated_in
        )

    def end_authorisation(self, *, last_day: date, stated_in: str) -> AuthorisationEnded:
        _refuse_end(self.authorised, last_day)
        return AuthorisationEnded(last_day=last_day, stated_in=stated_in)

    def approve_as_specialist(
        self, specialty: str, *, first_day: date, last_day: date | None, stated_in: str
    ) -> SpecialistApproved:
        _refuse_misspelt(specialty)
        _refuse_overlap(self.specialties.get(specialty, []), asked_span(first_day, last_day))
        return SpecialistApproved(
            specialty=specialty, first_day=first_day, last_day=last_day, stated_in=stated_in
        )

    def end_specialist_approval(
        self, specialty: str, *, last_day: date, stated_in: str
    ) -> SpecialistApprovalEnded:
        _refuse_end(self.specialties.get(specialty, []), last_day)
        return SpecialistApprovalEnded(specialty=specialty, last_day=last_day, stated_in=stated_in)

    def complete_supervisor_course(
        self, course: str, *, completed_on: date, stated_in: str
    ) -> SupervisorCourseCompleted:
        return SupervisorCourseCompleted(
            course=course, completed_on=completed_on, stated_in=stated_in
        )

    # effects

    def effects(self) -> Effects:
        return dict.fromkeys(get_args(PractitionerFact), self._take_effect)

    def leans(self, later: Fact, earlier: Fact) -> bool:
        match later, earlier:
            case AuthorisationEnded(), PractitionerAuthorised():
                return True
            case SpecialistApprovalEnded(), SpecialistApproved():
                return later.specialty == earlier.specialty
        return False

    def _take_effect(self, fact: PractitionerFact, at: int) -> None:
        match fact:
            case PractitionerAuthorised():
                span = Span.of(fact.first_day, fact.last_day)
                self.authorisations.append(Granted(fact=fact, span=span))
            case AuthorisationEnded():
                self.authorisations = [_ended(held, fact) for held in self.authorisations]
            case SpecialistApproved():
                span = Span.of(fact.first_day, fact.last_day)
                self.approvals.append(Granted(fact=fact, span=span))
            case SpecialistApprovalEnded():
                self.approvals = [
                    _ended(held, fact) if held.fact.specialty == fact.specialty else held
                    for held in self.approvals
                ]
            case SupervisorCourseCompleted():
                self.completed.append(fact)
            case PractitionerFactCorrected():
                self.strike(fact, at)
            case _:
                assert_never(fact)

    # questions

    @property
    def authorised(self) -> list[Span]:
        """Return the days on which the person may practise."""
        return [held.span for held in self.authorisations]

    @property
    def specialties(self) -> dict[str, list[Span]]:
        """Return the days on which the person is a specialist, by specialty."""
        days: dict[str, list[Span]] = {}
        for held in self.approvals:
            days.setdefault(held.fact.specialty, []).append(held.span)
        return days

    @property
    def courses(self) -> list[date]:
        """Return the days on which courses for supervisors were completed."""
        return [course.completed_on for course in self.completed]


def _ended(held: Granted[G, E], by: E) -> Granted[G, E]:
    """Shorten what was granted if it contains the last day."""
    if by.last_day not in held.span:
        return held
    return replace(held, span=Span(held.span.first_day, by.last_day), ended=by)


def _refuse_end(held: Iterable[Span], day: date) -> None:
    """Raise NotAllowed unless something covers the day and does not end then already."""
    covering = [span for span in held if day in span]
    if not covering:
        raise NotAllowed(
            "nothing-to-end",
            nb=f"Det er ikke registrert noe slikt som gjelder den {day}.",
            en=f"Nothing of the kind is recorded that covers {day}.",
            rule="R-SUP-02",
            field="lastDay",
        )
    if any(span.last_day == day for span in covering):
        raise NotAllowed(
            "already-ended",
            nb=f"{day} er allerede siste dag.",
            en=f"{day} is already the last day.",
            rule="R-SUP-02",
            field="lastDay",
        )


def _refuse_misspelt(specialty: str) -> None:
    """Raise Invalid for what would never count because a letter is wrong."""
    near = SequenceMatcher(None, specialty.lower(), GENERAL_PRACTICE).ratio() > ALIKE
    if near and specialty != GENERAL_PRACTICE:
        raise Invalid(
            "specialty-misspelt",
            nb=f"Mente du «{GENERAL_PRACTICE}»? Det står «{specialty}».",
            en=f'Did you mean "{GENERAL_PRACTICE}"? It says "{specialty}".',
            field="specialty",
        )


def _refuse_overlap(held: list[Span], asked: Span) -> None:
    if any(span.overlaps(asked) for span in held):
        raise NotAllowed(
            "already-recorded",
            nb="Dette er allerede registrert for noen av disse dagene.",
            en="This is already recorded for some of those days.",
            rule="R-SUP-02",
            field="firstDay",
        )
