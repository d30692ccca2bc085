"""Service (tjeneste): the posts the doctor has held, and the leader's confirmation of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from domain.calendar.spans import Span, asked_span
from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound
from domain.shared.stated import stated

FULL_TIME = 100
MOST_YEARS, MOST_YEARS_AHEAD = 50, 10
LONGEST_SERVICE = timedelta(days=MOST_YEARS * 366)
"""Longer than anybody works is a year typed wrongly."""
FARTHEST_AHEAD = timedelta(days=MOST_YEARS_AHEAD * 366)
"""So is a last day farther ahead than any post of the training is given for."""


class ServiceKind(StrEnum):
    """The sorts of service the five years are made of (R-SVC-02, R-SVC-04, R-SVC-05, L-SPF-31)."""

    OPEN_UNSELECTED_PRACTICE = "open-unselected-practice"
    OTHER_GENERAL_PRACTICE = "other-general-practice"
    INSTITUTION = "institution"
    # Or the same specialty abroad (section 31, sixth paragraph).
    OTHER_SPECIALTY = "other-specialty"


class ServiceEntered(Fact, frozen=True, kw_only=True, tag="plan.service-entered"):
    """The doctor entered a period of service in a post."""

    period: Id
    kind: str
    # None for service at a place that is no arena of the establishment.
    arena: str | None
    employer: str
    first_day: date
    last_day: date
    percentage: int

    @property
    def span(self) -> Span:
        return Span(self.first_day, self.last_day)


class ServiceConfirmed(Fact, frozen=True, kw_only=True, tag="plan.service-confirmed"):
    """The leader confirmed a period of service that had been completed."""

    period: Id
    # None if it was confirmed elsewhere, by somebody this system does not know.
    confirmed_by: Id | None
    confirmed_on: date
    basis: tuple[Citation, ...]


class ServiceCertified(Fact, frozen=True, kw_only=True, tag="plan.service-certified"):
    """A letter was written that confirms a period of service, and kept as it was."""

    period: Id
    letter: Id
    size_in_bytes: int
    # Of the content as it is stored, encrypted.
    sha256: str
    issued_by: Id
    issued_on: date


ServiceFact = ServiceEntered | ServiceConfirmed | ServiceCertified


@dataclass(slots=True)
class Period:
    """One period of service; only a confirmed one counts (R-CNF-01)."""

    entered: ServiceEntered
    entered_at: int
    confirmed: ServiceConfirmed | None = None
    certified: dict[int, ServiceCertified] = field(default_factory=dict)


@dataclass(slots=True)
class Service:
    """The doctor's service, as the facts so far leave it."""

    by_id: dict[Id, Period] = field(default_factory=dict)

    # acts

    def enter(
        self,
        period: Id,
        *,
        kind: ServiceKind,
        arena: str | None,
        employer: str,
        first_day: date,
        last_day: date,
        percentage: int,
        on: date,
    ) -> ServiceEntered:
        """Enter a period as it was; posts that overlap are both entered, nothing is counted yet."""
        if period in self.by_id:
            raise NotAllowed(
                "service-exists", nb="Perioden finnes allerede.", en="The period exists."
            )
        asked_span(first_day, last_day)
        _refuse_typing_errors(first_day, last_day, on)
        if not 0 < percentage <= FULL_TIME:
            raise Invalid(
                "percentage-out-of-range",
                nb=f"Stillingsprosenten er et helt tall fra 1 til {FULL_TIME}, ikke {percentage}.",
                en=f"The percentage is a whole number from 1 to {FULL_TIME}, not {percentage}.",
                rule="R-SVC-01",
                field="percentage",
            )
        return ServiceEntered(
            period=period,
            kind=kind,
            arena=arena,
            employer=stated(employer, field="employer"),
            first_day=first_day,
            last_day=last_day,
            percentage=percentage,
        )

    def confirm(
        self, period: Id, *, by: Id | None, on: date, basis: tuple[Citation, ...]
    ) -> ServiceConfirmed:
        self.unconfirmed(period)
        return ServiceConfirmed(period=period, confirmed_by=by, confirmed_on=on, basis=basis)

    def certify(
        self, period: Id, letter: Id, *, size_in_bytes: int, sha256: str, by: Id, on: date
    ) -> ServiceCertified:
        self.be_confirmed(period)
        return ServiceCertified(
            period=period,
            letter=letter,
            size_in_bytes=size_in_bytes,
            sha256=sha256,
            issued_by=by,
            issued_on=on,
        )

    # questions

    def be_confirmed(self, period: Id) -> tuple[ServiceEntered, ServiceConfirmed]:
        """Return the period and its confirmation; raises NotFound or NotAllowed."""
        found = self.period(period)
        if found.confirmed is None:
            raise NotAllowed(
                "service-unconfirmed",
                nb="Tjenesten er ikke bekreftet ennå; bekreft den først.",
                en="The service is not confirmed yet; confirm it first.",
                rule="R-CNF-01",
            )
        return found.entered, found.confirmed

    def certificate(self, letter: Id) -> tuple[int, ServiceCertified]:
        """Return a letter and the version it was told at; raises NotFound."""
        for period in self.by_id.values():
            for at, issued in period.certified.items():
                if issued.letter == letter:
                    return at, issued
        raise NotFound(
            "unknown-letter",
            nb="Planen har ikke noe slikt brev.",
            en="The plan has no such letter.",
            field="letter",
        )

    def period(self, period: Id) -> Period:
        """Return the period; raises NotFound."""
        try:
            return self.by_id[period]
        except KeyError:
            raise NotFound(
                "unknown-service",
                nb="Planen har ingen slik tjenesteperiode.",
                en="The plan has no such period of service.",
                field="period",
            ) from None

    def unconfirmed(self, period: Id) -> Period:
        """Return the period if it is not confirmed yet; raises NotFound or NotAllowed."""
        found = self.period(period)
        if found.confirmed:
            raise NotAllowed(
                "service-confirmed",
                nb=f"Tjenesten ble bekreftet {found.confirmed.confirmed_on}.",
                en=f"The service was confirmed on {found.confirmed.confirmed_on}.",
                rule="R-CNF-01",
            )
        return found

    # effects

    def effects(self) -> Effects:
        return {
            ServiceEntered: self._entered,
            ServiceConfirmed: self._confirmed,
            ServiceCertified: self._certified,
        }

    def _entered(self, fact: ServiceEntered, at: int) -> None:
        self.by_id[fact.period] = Period(fact, at)

    def _confirmed(self, fact: ServiceConfirmed, _: int) -> None:
        period = self.by_id[fact.period]
        period.confirmed = fact

    def _certified(self, fact: ServiceCertified, at: int) -> None:
        self.by_id[fact.period].certified[at] = fact


def _refuse_typing_errors(first_day: date, last_day: date, on: date) -> None:
    """Raise Invalid for days nobody serves, or knows of yet."""
    if last_day - first_day > LONGEST_SERVICE:
        raise Invalid(
            "service-too-long",
            nb=f"En tjenesteperiode varer høyst {MOST_YEARS} år; {first_day} til {last_day} er "
            "lenger.",
            en=f"A period of service lasts {MOST_YEARS} years at most; {first_day} to {last_day} "
            "is longer.",
            field="firstDay",
        )
    if last_day - on > FARTHEST_AHEAD:
        raise Invalid(
            "service-too-far-ahead",
            nb=f"Siste dag er høyst {MOST_YEARS_AHEAD} år fram i tid; {last_day} er lenger fram.",
            en=f"The last day is {MOST_YEARS_AHEAD} years ahead at most; {last_day} is farther.",
            field="lastDay",
        )
