"""Courses (kurs) the doctor took, and the certificates (kursbevis) that show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from domain.calendar.spans import asked_span
from domain.shared.case import Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound
from domain.shared.stated import stated

LONGEST_COURSE = timedelta(days=366)
"""A course of more than a year is a year typed wrongly."""
LONGEST = 500
"""More hours than any course of the training has are a typing error."""
_SMALLEST = Decimal("0.01")


class CourseEntered(Fact, frozen=True, kw_only=True, tag="plan.course-entered"):
    """The doctor entered a course that was taken."""

    course: Id
    title: str
    provider: str
    first_day: date
    last_day: date
    # As the course's programme prints them: of 45 minutes or of 60, the programme decides (AMB-03).
    hours: Decimal | None
    goals: tuple[str, ...]


class CourseCertified(Fact, frozen=True, kw_only=True, tag="plan.course-certified"):
    """The doctor entered the certificate the organiser of a course had issued."""

    course: Id
    certificate: str
    issued_on: date
    issued_by: str
    file: Id | None = None


CourseFact = CourseEntered | CourseCertified


@dataclass(slots=True)
class Course:
    """One course; the versions are those of its facts."""

    entered: CourseEntered
    entered_at: int
    certified: CourseCertified | None = None
    certified_at: int | None = None


@dataclass(slots=True)
class Courses:
    """The doctor's courses, as the facts so far leave them."""

    by_id: dict[Id, Course] = field(default_factory=dict)

    # acts

    def enter(
        self,
        course: Id,
        *,
        title: str,
        provider: str,
        first_day: date,
        last_day: date,
        hours: Decimal | None,
        goals: tuple[str, ...],
    ) -> CourseEntered:
        """Enter a course; one from before the training began is taken along too."""
        if course in self.by_id:
            raise NotAllowed("course-exists", nb="Kurset finnes allerede.", en="The course exists.")
        asked_span(first_day, last_day)
        if last_day - first_day > LONGEST_COURSE:
            raise Invalid(
                "course-too-long",
                nb=f"Et kurs varer høyst et år; {first_day} til {last_day} er lenger.",
                en=f"A course lasts a year at most; {first_day} to {last_day} is longer.",
                field="firstDay",
            )
        return CourseEntered(
            course=course,
            title=stated(title, field="title"),
            provider=stated(provider, field="provider"),
            first_day=first_day,
            last_day=last_day,
            hours=None if hours is None else _hours(hours),
            goals=goals,
        )

    def certify(
        self,
        course: Id,
        *,
        certificate: str,
        issued_on: date,
        issued_by: str,
        file: Id | None = None,
    ) -> CourseCertified:
        found = self.course(course)
        if found.certified:
            raise NotAllowed(
                "course-certified",
                nb=f"Kurset har allerede et kursbevis, utstedt {found.certified.issued_on}.",
                en=f"The course already has a certificate, issued on {found.certified.issued_on}.",
                rule="R-ALI-05",
            )
        if issued_on < found.entered.last_day:
            raise Invalid(
                "certified-before-the-end",
                nb=f"Kurset sluttet {found.entered.last_day}; kursbeviset kan ikke være utstedt "
                f"før, {issued_on}.",
                en=f"The course ended on {found.entered.last_day}; its certificate cannot have "
                f"been issued before, on {issued_on}.",
                rule="R-ALI-05",
                field="issuedOn",
            )
        return CourseCertified(
            course=course,
            certificate=stated(certificate, field="certificate"),
            issued_on=issued_on,
            issued_by=stated(issued_by, field="issuedBy"),
            file=file,
        )

    # questions

    def course(self, course: Id) -> Course:
        """Return the course; raises NotFound."""
        try:
            return self.by_id[course]
        except KeyError:
            raise NotFound(
                "unknown-course",
                nb="Planen har ikke noe slikt kurs; registrer kurset før kursbeviset.",
                en="The plan has no such course; enter the course before its certificate.",
                rule="R-ALI-05",
                field="course",
            ) from None

    def certified_for(self, goal: str, on: date = date.max) -> Iterator[int]:
        """Yield the versions of the certificates that by the day show something for a goal."""
        for course in self.by_id.values():
            certified, at = course.certified, course.certified_at
            if certified and at and certified.issued_on <= on and goal in course.entered.goals:
                yield at

    # effects

    def effects(self) -> Effects:
        return {CourseEntered: self._entered, CourseCertified: self._certified}

    def _entered(self, fact: CourseEntered, at: int) -> None:
        self.by_id[fact.course] = Course(fact, at)

    def _certified(self, fact: CourseCertified, at: int) -> None:
        course = self.by_id[fact.course]
        course.certified, course.certified_at = fact, at


def _hours(asked: Decimal) -> Decimal:
    """Return the hours as they are always written; raises Invalid for what no programme prints."""
    if not 0 < asked <= LONGEST or asked.quantize(_SMALLEST) != asked:
        raise Invalid(
            "hours-out-of-range",
            nb=f"Kurstimer er et tall over 0 og høyst {LONGEST}, med høyst to desimaler.",
            en=f"Course hours are a number above 0 and at most {LONGEST}, of at most two decimals.",
            field="hours",
        )
    return Decimal(format(asked.normalize(), "f"))
