"""The individual training plan (individuell utdanningsplan): its versions, agreed by three."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import msgspec

from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound


class Party(StrEnum):
    """Those who draw up the plan together (R-PLN-01)."""

    DOCTOR = "doctor"
    LEADER = "leader"
    SUPERVISOR = "supervisor"


class Rotation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Time planned at one arena; ``percentage`` of full time, ``goals`` to be reached there."""

    arena: str
    first_day: date
    last_day: date
    percentage: int
    goals: tuple[str, ...] = ()


class PlanVersionProposed(Fact, frozen=True, kw_only=True, tag="plan.version-proposed"):
    """A version of the individual training plan was drawn up."""

    number: int
    first_day: date
    last_day: date
    rotations: tuple[Rotation, ...]
    guidance_hours_a_year: int
    note: Confidential | None
    proposed_by: Id
    party: str
    proposed_on: date
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]


class PlanVersionAgreed(Fact, frozen=True, kw_only=True, tag="plan.version-agreed"):
    """The doctor, the leader or the supervisor agreed to a version of the plan."""

    number: int
    agreed_by: Id
    party: str
    agreed_on: date


ProgrammeFact = PlanVersionProposed | PlanVersionAgreed


@dataclass(slots=True)
class PlanVersion:
    """One version: who has agreed on which day, and since when it is in force if all have."""

    proposed: PlanVersionProposed
    agreed: dict[str, date] = field(default_factory=dict)

    @property
    def in_force_from(self) -> date | None:
        return max(self.agreed.values()) if len(self.agreed) == len(Party) else None

    @property
    def missing(self) -> tuple[Party, ...]:
        return tuple(party for party in Party if party not in self.agreed)


@dataclass(slots=True)
class Programme:
    """The plan's versions, as the facts so far leave them; none is ever edited."""

    versions: dict[int, PlanVersion] = field(default_factory=dict)

    # acts

    def agree(self, number: int, *, by: Id, party: Party, on: date) -> PlanVersionAgreed:
        """Agree to the latest version; an earlier one that was never agreed has fallen away."""
        version = self.version(number)
        if number != self.latest_number:
            raise NotAllowed(
                "version-superseded",
                nb=f"Versjon {number} er avløst av versjon {self.latest_number}.",
                en=f"Version {number} was superseded by version {self.latest_number}.",
                rule="R-PLN-02",
                field="number",
            )
        if party in version.agreed:
            raise NotAllowed(
                "already-agreed",
                nb=f"Versjon {number} er allerede godtatt av {party}.",
                en=f"Version {number} is already agreed by the {party}.",
                rule="R-PLN-01",
                field="number",
            )
        return PlanVersionAgreed(number=number, agreed_by=by, party=party, agreed_on=on)

    # questions

    @property
    def latest_number(self) -> int:
        return max(self.versions, default=0)

    def version(self, number: int) -> PlanVersion:
        """Return the version; raises NotFound."""
        try:
            return self.versions[number]
        except KeyError:
            raise NotFound(
                "unknown-plan-version",
                nb=f"Planen har ingen versjon {number}; den siste er {self.latest_number}.",
                en=f"The plan has no version {number}; the latest is {self.latest_number}.",
                field="number",
            ) from None

    def in_force(self, day: date) -> PlanVersion | None:
        """Return the version in force on the day: the last all three had agreed to by then."""
        agreed = (v for v in self.versions.values() if v.in_force_from and v.in_force_from <= day)
        return max(agreed, key=lambda version: version.proposed.number, default=None)

    # effects

    def effects(self) -> Effects:
        return {PlanVersionProposed: self._proposed, PlanVersionAgreed: self._agreed}

    def _proposed(self, fact: PlanVersionProposed, _: int) -> None:
        self.versions[fact.number] = PlanVersion(fact, {fact.party: fact.proposed_on})

    def _agreed(self, fact: PlanVersionAgreed, _: int) -> None:
        self.versions[fact.number].agreed[fact.party] = fact.agreed_on
