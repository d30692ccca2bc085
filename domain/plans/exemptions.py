"""The exemptions (fritak) a plan leans on, as the plan tells them; the Directorate decides them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.calendar.spans import Span
from domain.law.exemptions import ExemptionKind
from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.days import day_after
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed


class PlanExemptionGranted(Fact, frozen=True, kw_only=True, tag="plan.exemption-granted"):
    """An exemption that covers the plan was granted, also on appeal, until a last day."""

    exemption: Id
    kind: str
    supervisor: Id | None
    first_day: date
    last_day: date
    decided_on: date
    basis: tuple[Citation, ...]


class PlanExemptionExtended(Fact, frozen=True, kw_only=True, tag="plan.exemption-extended"):
    """The Directorate extended an exemption that covers the plan."""

    exemption: Id
    last_day: date
    decided_on: date
    basis: tuple[Citation, ...]


class PlanExemptionEnded(Fact, frozen=True, kw_only=True, tag="plan.exemption-ended"):
    """An exemption that covered the plan was revoked or expired after a last day."""

    exemption: Id
    ending: str
    last_day: date
    # The first day without it.
    ended_on: date
    noted_on: date


PlanExemptionFact = PlanExemptionGranted | PlanExemptionExtended | PlanExemptionEnded


class Ending(StrEnum):
    """How an exemption ends."""

    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(slots=True)
class PlanExemption:
    """One exemption on its way; that its last day has passed needs no telling."""

    granted: PlanExemptionGranted
    last_day: date
    ended: PlanExemptionEnded | None = None
    # The earlier grants of it, each set aside before it was decided anew, with the days it had.
    earlier: tuple[PlanExemption, ...] = ()

    def span(self, last_day: date | None = None) -> Span | None:
        """Return its days, were it to end on a day; None if it would end before it begins."""
        last_day = last_day or self.last_day
        first_day = self.granted.first_day
        return Span(first_day, last_day) if first_day <= last_day else None


Endings = Mapping[Id, date]
"""The last days of exemptions, for a look at what would be."""


@dataclass(slots=True)
class Exemptions:
    """The plan's exemptions, as the facts so far leave them."""

    by_id: dict[Id, PlanExemption] = field(default_factory=dict)

    # acts

    def grant(
        self,
        exemption: Id,
        *,
        kind: str,
        supervisor: Id | None,
        first_day: date,
        last_day: date,
        decided_on: date,
        basis: tuple[Citation, ...],
    ) -> PlanExemptionGranted:
        held = self.by_id.get(exemption)
        if held and not held.ended and held.last_day > decided_on:
            raise NotAllowed(
                "exemption-granted",
                nb="Planen er allerede omfattet av fritaket.",
                en="The plan is covered by the exemption already.",
                rule="R-EXM-01",
                field="exemption",
            )
        return PlanExemptionGranted(
            exemption=exemption,
            kind=kind,
            supervisor=supervisor,
            first_day=first_day,
            last_day=last_day,
            decided_on=decided_on,
            basis=basis,
        )

    def extend(
        self, exemption: Id, *, last_day: date, decided_on: date, basis: tuple[Citation, ...]
    ) -> PlanExemptionExtended:
        return PlanExemptionExtended(
            exemption=exemption, last_day=last_day, decided_on=decided_on, basis=basis
        )

    def end(
        self, exemption: Id, ending: Ending, *, last_day: date, noted_on: date
    ) -> PlanExemptionEnded:
        return PlanExemptionEnded(
            exemption=exemption,
            ending=ending,
            last_day=last_day,
            ended_on=day_after(last_day),
            noted_on=noted_on,
        )

    # questions

    def of_supervisor(self, person: Id, ending: Endings | None = None) -> tuple[Span, ...]:
        """Return on which days a supervisor needs no approval as a specialist here."""
        return self._spans(ExemptionKind.SUPERVISOR_SPECIALTY, person, ending or {})

    def from_half_time(self, ending: Endings | None = None) -> tuple[Span, ...]:
        """Return on which days less than half of full time counts in open practice."""
        return self._spans(ExemptionKind.HALF_TIME_PRACTICE, None, ending or {})

    def _spans(self, kind: ExemptionKind, person: Id | None, ending: Endings) -> tuple[Span, ...]:
        spans = (
            span
            for exemption, held in self.by_id.items()
            if (held.granted.kind, held.granted.supervisor) == (kind, person)
            for span in (*(one.span() for one in held.earlier), held.span(ending.get(exemption)))
        )
        return tuple(span for span in spans if span)

    # effects

    def effects(self) -> Effects:
        return {
            PlanExemptionGranted: self._granted,
            PlanExemptionExtended: self._extended,
            PlanExemptionEnded: self._ended,
        }

    def _granted(self, fact: PlanExemptionGranted, _: int) -> None:
        held = self.by_id.get(fact.exemption)
        earlier = (*held.earlier, held) if held else ()
        self.by_id[fact.exemption] = PlanExemption(fact, fact.last_day, earlier=earlier)

    def _extended(self, fact: PlanExemptionExtended, _: int) -> None:
        held = self.by_id[fact.exemption]
        held.last_day, held.ended = fact.last_day, None

    def _ended(self, fact: PlanExemptionEnded, _: int) -> None:
        held = self.by_id[fact.exemption]
        held.last_day, held.ended = fact.last_day, fact
