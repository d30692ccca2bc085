"""What goes on beside the appeals: claims for costs, deferrals, and a superior body's review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.proceedings import refusals
from domain.proceedings.appeal import Outcome
from domain.proceedings.aside_facts import (
    CostsClaimed,
    CostsDecided,
    CostsSumStated,
    DeferralDecided,
    DeferralRequested,
    LawsuitConditionSet,
    ReviewAnnounced,
)
from domain.proceedings.ruled import Ruled
from domain.proceedings.rulings import SET_ASIDE, Ruling, Source
from domain.shared.case import Effects
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound


class Until(StrEnum):
    """What the carrying out of a decision waits for (section 42)."""

    APPEAL_PERIOD_OVER = "appeal-period-over"
    APPEAL_DECIDED = "appeal-decided"
    FINAL_JUDGMENT = "final-judgment"
    OMBUDSMAN = "ombudsman"


@dataclass(slots=True, kw_only=True)
class Claim:
    """A claim for costs, and each time it was decided."""

    made: CostsClaimed
    at: int
    decided: list[CostsDecided] = field(default_factory=list)
    decided_at: list[int] = field(default_factory=list)
    sums: list[CostsSumStated] = field(default_factory=list)

    @property
    def amount(self) -> int | None:
        """Return the sum as last stated, in whole kroner; None where the claim still lacks it."""
        return (self.sums[-1].amount if self.sums else self.made.amount) or None


@dataclass(slots=True, kw_only=True)
class Deferral:
    """A deferral asked for, decided of the body's own accord where nobody asked."""

    requested: DeferralRequested | None = None
    decided: DeferralDecided | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Something a body is to decide beside the appeals, and since when."""

    what: str
    since: date
    body: str


@dataclass(slots=True)
class Aside:
    """Everything beside the appeals, as the facts so far leave it."""

    ruled: Ruled
    claims: dict[Id, Claim] = field(default_factory=dict)
    deferrals: dict[Id, Deferral] = field(default_factory=dict)
    announced: list[ReviewAnnounced] = field(default_factory=list)

    # questions

    def claim(self, claim: Id) -> Claim:
        """Return the claim; raises NotFound."""
        if claim not in self.claims:
            raise NotFound(
                "unknown-claim",
                nb="Saken har ikke noe slikt krav om sakskostnader.",
                en="The case has no such claim for costs.",
                field="claim",
            )
        return self.claims[claim]

    def deferral(self, deferral: Id) -> Deferral:
        """Return the deferral asked for; raises NotFound."""
        if deferral not in self.deferrals:
            raise NotFound(
                "unknown-deferral",
                nb="Saken har ingen slik anmodning om utsetting.",
                en="The case has no such request to defer.",
                field="deferral",
            )
        return self.deferrals[deferral]

    def ruling_behind(self, claim: Claim) -> Ruling | None:
        """Return the ruling that changed the decision in favour; one that came later counts."""
        named = self.ruled.rulings.by_version.get(claim.made.ruling)
        later = (one for one in self.ruled.rulings if one.at > claim.at and is_in_favour(one))
        return named or next(later, None)

    def decides(self, claim: Claim) -> str | None:
        """Return the body that is to decide a claim, None when it is decided (section 36)."""
        if not claim.decided:
            ruling = self.ruling_behind(claim)
            return ruling.body if ruling else self.ruled.body
        return next((body for body in map(self._anew, self._after(claim)) if body), None)

    @property
    def has_it(self) -> str | None:
        """Return the body that an appeal over the decision was sent to, None while none was."""
        sent = [
            one.forwarded
            for one in self.ruled.appeals.running
            if one.forwarded and not self.ruled.is_of_costs(one.filed.appeal)
        ]
        return sent[-1].to if sent else None

    @property
    def waiting(self) -> Iterator[Waiting]:
        """Yield what is to be decided; requests to defer as soon as possible (section 42)."""
        for claim in self.claims.values():
            if body := self.decides(claim):
                since = self._since(claim)
                yield Waiting(what="decide-costs", since=since, body=body)
                if claim.amount is None:
                    yield Waiting(what="ask-for-sum", since=since, body=body)
        for one in self.deferrals.values():
            if one.requested and not one.decided:
                body, since = self.has_it or self.ruled.body, one.requested.received_on
                yield Waiting(what="decide-deferral", since=since, body=body)

    def refuse_waiting(self) -> None:
        """Raise NotAllowed while something beside the appeals is to be decided."""
        if any(True for _ in self.waiting):
            raise refusals.aside_waits()

    def _after(self, claim: Claim) -> Iterator[Ruling]:
        """Yield what was ruled in appeals over the costs since they were last decided."""
        for one in self.ruled.rulings:
            appeal = self.ruled.appeals.by_id.get(one.appeal) if one.appeal else None
            over = appeal is not None and appeal.filed.against in claim.decided_at
            if over and one.at > claim.decided_at[-1]:
                yield one

    def _anew(self, ruling: Ruling) -> str | None:
        """Return the body that decides costs anew after a ruling in an appeal over them."""
        if ruling.source is Source.REVIEWED:
            return ruling.body
        if ruling.source is not Source.HEARD or ruling.appeal is None:
            return None
        decided = self.ruled.appeals.appeal(ruling.appeal).decided
        outcome = Outcome(decided.outcome) if decided else None
        return {Outcome.CHANGED: ruling.body, Outcome.QUASHED: self.ruled.body}.get(
            outcome or Outcome.UPHELD
        )

    def _since(self, claim: Claim) -> date:
        after = [one.decided_on for one in self._after(claim)] if claim.decided else []
        return max(after, default=claim.made.received_on)

    # effects

    def effects(self) -> Effects:
        return {
            CostsSumStated: lambda fact, _: self.claims[fact.claim].sums.append(fact),
            CostsDecided: self._costs_decided,
            DeferralDecided: self._deferral_decided,
            LawsuitConditionSet: self._conditioned,
            ReviewAnnounced: lambda fact, _: self.announced.append(fact),
        }

    def reopening(self) -> Effects:
        """Return the effects of what parties send, which opens a closed case again."""
        return {CostsClaimed: self._claimed, DeferralRequested: self._requested}

    def _claimed(self, fact: CostsClaimed, at: int) -> None:
        self.claims[fact.claim] = Claim(made=fact, at=at)

    def _costs_decided(self, fact: CostsDecided, at: int) -> None:
        self.ruled.add_costs(fact, at)
        claim = self.claims[fact.claim]
        claim.decided.append(fact)
        claim.decided_at.append(at)

    def _requested(self, fact: DeferralRequested, _: int) -> None:
        self.deferrals[fact.deferral] = Deferral(requested=fact)

    def _deferral_decided(self, fact: DeferralDecided, _: int) -> None:
        self.deferrals.setdefault(fact.deferral, Deferral()).decided = fact

    def _conditioned(self, fact: LawsuitConditionSet, _: int) -> None:
        if ruling := self.ruled.rulings.by_version.get(fact.ruling):
            ruling.lawsuit_waits = True


def is_in_favour(ruling: Ruling) -> bool:
    """Return whether a ruling may have costs: it favours the party, or sets a decision aside."""
    quashed = ruling.outcome == SET_ASIDE and ruling.source in (Source.HEARD, Source.REVERSED)
    return ruling.favours or quashed


def refuse_decided(deferral: Deferral) -> None:
    """Raise NotAllowed for a request that was decided before."""
    if deferral.decided:
        raise NotAllowed(
            "deferral-decided",
            nb=f"Anmodningen ble avgjort {deferral.decided.decided_on}; en ny utsetting besluttes "
            "for seg.",
            en=f"The request was decided on {deferral.decided.decided_on}; a new deferral is "
            "decided on its own.",
            rule="L-FVL-15",
            field="deferral",
        )
