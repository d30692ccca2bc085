"""Half-yearly reviews (halvårlige møter) of doctor, leader and supervisor: held, with minutes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import msgspec

from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed

FULFILS = "R-MTG-01"
"""A finding by this rule says that somebody was missing."""


class Attending(StrEnum):
    """In which capacity somebody was present at a meeting."""

    DOCTOR = "doctor"
    LEADER = "leader"
    SUPERVISOR = "supervisor"
    CLINICAL_SUPERVISOR = "clinical-supervisor"
    OTHER = "other"


class Present(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Somebody who was present, and every capacity they had on the day."""

    person: Id
    capacities: tuple[str, ...]


class ReviewHeld(Fact, frozen=True, kw_only=True, tag="plan.review-held"):
    """A half-yearly review of the training was held and minuted."""

    review: Id
    held_on: date
    present: tuple[Present, ...]
    minutes: Confidential
    measures: Confidential | None
    entered_by: Id
    entered_on: date
    findings: tuple[Finding, ...]

    @property
    def fulfils(self) -> bool:
        """Return whether doctor, leader and supervisor were all present."""
        return all(finding.rule != FULFILS for finding in self.findings)


@dataclass(slots=True)
class Reviews:
    """The half-yearly reviews, as the facts so far leave them."""

    by_id: dict[Id, ReviewHeld] = field(default_factory=dict)

    # acts

    def hold(
        self,
        review: Id,
        *,
        held_on: date,
        present: tuple[Present, ...],
        minutes: Confidential,
        measures: Confidential | None,
        by: Id,
        on: date,
        findings: tuple[Finding, ...],
    ) -> ReviewHeld:
        same = next((held for held in self.by_id.values() if held.held_on == held_on), None)
        if review in self.by_id or same:
            raise NotAllowed(
                "review-exists",
                nb=f"Det er allerede ført et halvårsmøte den {held_on}.",
                en=f"A half-yearly review on {held_on} was already entered.",
                rule="R-MTG-01",
                field="heldOn",
            )
        return ReviewHeld(
            review=review,
            held_on=held_on,
            present=present,
            minutes=minutes,
            measures=measures,
            entered_by=by,
            entered_on=on,
            findings=findings,
        )

    # questions

    def fulfilled(self) -> list[date]:
        """Return the days of the reviews in which all three took part, oldest first."""
        return sorted(held.held_on for held in self.by_id.values() if held.fulfils)

    # effects

    def effects(self) -> Effects:
        return {ReviewHeld: self._held}

    def _held(self, fact: ReviewHeld, _: int) -> None:
        self.by_id[fact.review] = fact
