"""Those the doctor has let see the plan on the doctor's behalf (fullmektig), and how much of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.calendar.appointments import Appointment, Appointments
from domain.calendar.spans import Span, asked_span
from domain.shared.case import Effects
from domain.shared.facts import Fact
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, RuleBroken
from domain.shared.texts import Text


class Scope(StrEnum):
    """What a power of attorney covers."""

    PLAN = "plan"
    GROUNDS = "grounds"
    # To see decisions about the doctor, and to appeal.
    DECISIONS = "decisions"


class RepresentativeAuthorised(
    Fact, frozen=True, kw_only=True, tag="plan.representative-authorised"
):
    """The doctor gave a person power of attorney (fullmakt) within a stated scope."""

    representative: Id
    scopes: tuple[str, ...]
    first_day: date
    last_day: date | None
    authorised_on: date


class RepresentativeRevoked(Fact, frozen=True, kw_only=True, tag="plan.representative-revoked"):
    """The doctor ended a power of attorney after a last day."""

    representative: Id
    last_day: date


RepresentativeFact = RepresentativeAuthorised | RepresentativeRevoked


@dataclass(slots=True)
class Representatives:
    """Who may represent the doctor, as the facts so far leave it; an office is a scope."""

    appointments: Appointments = field(default_factory=Appointments)

    # acts

    def authorise(
        self,
        representative: Id,
        scopes: tuple[Scope, ...],
        *,
        doctor: Id,
        first_day: date,
        last_day: date | None,
        on: date,
    ) -> RepresentativeAuthorised:
        """Give power of attorney; never inferred from any other role (L-FVL-14)."""
        if representative == doctor:
            raise RuleBroken(
                Finding(
                    rule="R-ROL-02",
                    force=Force.HARD,
                    confidence=Confidence.C,
                    says=Text(
                        nb="Legen kan ikke være sin egen fullmektig.",
                        en="Nobody is their own representative.",
                    ),
                )
            )
        if not scopes:
            raise Invalid(
                "scope-missing",
                nb=f"Oppgi hva fullmakten gjelder: {', '.join(Scope)}.",
                en=f"State what the power of attorney covers: {', '.join(Scope)}.",
                rule="L-FVL-14",
                field="scopes",
            )
        span = asked_span(first_day, last_day)
        for scope in scopes:
            self.appointments.refuse_overlap(representative, scope, span)
        return RepresentativeAuthorised(
            representative=representative,
            scopes=tuple(dict.fromkeys(scopes)),
            first_day=first_day,
            last_day=last_day,
            authorised_on=on,
        )

    def revoke(self, representative: Id, *, last_day: date) -> RepresentativeRevoked:
        held = [s for s in Scope if self.appointments.held(representative, s, last_day)]
        for scope in held or tuple(Scope):
            self.appointments.refuse_release(representative, scope, last_day)
        return RepresentativeRevoked(representative=representative, last_day=last_day)

    # questions

    def scopes(self, person: Id, day: date) -> frozenset[Scope]:
        """Return what a person's power of attorney covers on the day."""
        return frozenset(s for s in Scope if self.appointments.held(person, s, day))

    def since(self, person: Id, scope: Scope, day: date) -> date | None:
        """Return since when a power of attorney that covers this on the day has been held."""
        held = (one.span for one in self.appointments.of(person, scope) if day in one.span)
        return next((span.first_day for span in held), None)

    # effects

    def effects(self) -> Effects:
        return {
            RepresentativeAuthorised: self._authorised,
            RepresentativeRevoked: self._revoked,
        }

    def _authorised(self, fact: RepresentativeAuthorised, at: int) -> None:
        for scope in fact.scopes:
            self.appointments.add(
                Appointment(
                    person=fact.representative,
                    office=scope,
                    span=Span.of(fact.first_day, fact.last_day),
                    version=at,
                )
            )

    def _revoked(self, fact: RepresentativeRevoked, _: int) -> None:
        for scope in Scope:
            self.appointments.end(fact.representative, scope, fact.last_day)
