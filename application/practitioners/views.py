"""What can be seen of a health professional: what public acts say, and where they say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from application.access import Act
from application.actors import Actor
from application.permitting import permit_in_office, unknown_case
from application.ports import Clock, Histories, Loaded
from application.standing import roles_held
from domain.calendar.spans import Span
from domain.practitioners.practitioner import Practitioner
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorisationLine:
    """An authorisation or licence; ``end_stated_in`` is where its end is stated, if it was ended.

    No last day means still open.
    """

    kind: str
    first_day: date
    last_day: date | None
    stated_in: str
    end_stated_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalLine:
    """A specialist approval, told as an authorisation is."""

    specialty: str
    first_day: date
    last_day: date | None
    stated_in: str
    end_stated_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLine:
    """A completed course for supervisors."""

    course: str
    completed_on: date
    stated_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PractitionerCard:
    """A person's public standing."""

    person: Id
    authorisations: tuple[AuthorisationLine, ...]
    specialist_approvals: tuple[ApprovalLine, ...]
    supervisor_courses: tuple[CourseLine, ...]
    version: int


class PractitionerReading:
    """The view of a practitioner."""

    def __init__(self, histories: Histories, clock: Clock) -> None:
        self._histories = histories
        self._clock = clock

    def card(
        self, person: Id, actor: Actor, *, known_at: datetime | None = None
    ) -> PractitionerCard:
        """Return what public acts say of a person, to themselves and to those who need it."""
        if person != actor.person:
            permit_in_office(
                Act.SEE_PRACTITIONER, actor, roles_held(self._histories, actor, self._clock)
            )
        upto = self._histories.position_at(known_at) if known_at else None
        found = self._histories.load({person: Practitioner}, upto=upto)
        loaded: Loaded[Practitioner] = found[person]
        if not loaded.version:
            raise unknown_case()
        return practitioner_card(person, loaded.case)


def practitioner_card(person: Id, case: Practitioner) -> PractitionerCard:
    """Return the card of a practitioner as its facts leave it."""
    return PractitionerCard(
        person=person,
        authorisations=_authorisations(case),
        specialist_approvals=_approvals(case),
        supervisor_courses=tuple(
            CourseLine(course=c.course, completed_on=c.completed_on, stated_in=c.stated_in)
            for c in case.completed
        ),
        version=case.version,
    )


def _authorisations(case: Practitioner) -> tuple[AuthorisationLine, ...]:
    return tuple(
        AuthorisationLine(
            kind=held.fact.kind,
            first_day=held.fact.first_day,
            last_day=_last_day(held.span),
            stated_in=held.fact.stated_in,
            end_stated_in=held.ended.stated_in if held.ended else None,
        )
        for held in case.authorisations
    )


def _approvals(case: Practitioner) -> tuple[ApprovalLine, ...]:
    return tuple(
        ApprovalLine(
            specialty=held.fact.specialty,
            first_day=held.fact.first_day,
            last_day=_last_day(held.span),
            stated_in=held.fact.stated_in,
            end_stated_in=held.ended.stated_in if held.ended else None,
        )
        for held in case.approvals
    )


def _last_day(span: Span) -> date | None:
    return span.last_day if span.last_day < date.max else None
