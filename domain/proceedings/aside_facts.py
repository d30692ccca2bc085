"""What is recorded beside an appeal: costs, deferral, lawsuits that wait, a superior's review."""

from __future__ import annotations

from datetime import date

from domain.calendar.deadlines import Step
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id


class CostsClaimed(Fact, frozen=True, kw_only=True, tag="proceeding.costs-claimed"):
    """Somebody claimed what it cost to have a decision changed; nothing keeps it out."""

    claim: Id
    # The version of the ruling that changed it in their favour; 0: none had yet.
    ruling: int
    claimant: Id
    # Who sent it, where that is a representative.
    sent_by: Id
    channel: str
    sent_on: date | None
    received_on: date
    # Whole kroner; None where no sum was claimed.
    amount: int | None
    grounds: Confidential | None
    verdict: str
    steps: tuple[Step, ...]
    law: str
    entered_by: Id


class CostsSumStated(Fact, frozen=True, kw_only=True, tag="proceeding.costs-sum-stated"):
    """The sum of a claim came in, which it had lacked, or another sum than it had."""

    claim: Id
    # Whole kroner; 0 is none yet.
    amount: int
    sent_by: Id
    received_on: date
    entered_by: Id


class CostsDecided(Fact, frozen=True, kw_only=True, tag="proceeding.costs-decided"):
    """The body that made the new ruling decided whether costs are covered, and how much."""

    claim: Id
    # The version of the ruling that changed the decision; 0: none did.
    ruling: int
    claimant: Id
    outcome: str
    # Whole kroner; 0 where it was refused.
    amount: int
    because: Confidential
    # Why a claim that came late was treated all the same.
    late_ground: str | None
    body: str
    decided_by: Id
    decided_on: date
    remedy: str
    heard_by: str | None
    law: str
    basis: tuple[Citation, ...]


class DeferralRequested(Fact, frozen=True, kw_only=True, tag="proceeding.deferral-requested"):
    """A party asked that a decision is not carried out yet; nothing keeps it out."""

    deferral: Id
    # The version of the ruling it is of; 0: there was none yet.
    ruling: int
    # Until what, if the party said so.
    until: str | None
    grounds: Confidential | None
    sent_by: Id
    received_on: date
    entered_by: Id


class DeferralDecided(Fact, frozen=True, kw_only=True, tag="proceeding.deferral-decided"):
    """A decision is not carried out yet, or a request for that was refused with reasons."""

    deferral: Id
    ruling: int
    deferred: bool
    until: str | None
    conditions: Confidential | None
    because: Confidential | None
    # Whether carrying it out could not be undone, or endanger life or health.
    irreversible: bool
    # Why it is not deferred all the same.
    exception: str | None
    body: str
    decided_by: Id
    decided_on: date
    law: str
    basis: tuple[Citation, ...]


class LawsuitConditionSet(Fact, frozen=True, kw_only=True, tag="proceeding.lawsuit-condition-set"):
    """A lawsuit about a ruling was made to wait for the appeal, if the notice says so."""

    ruling: int
    set_by: Id
    set_on: date
    basis: tuple[Citation, ...]


class ReviewAnnounced(Fact, frozen=True, kw_only=True, tag="proceeding.review-announced"):
    """The party was told that the body which hears appeals will review a ruling by itself."""

    ruling: int
    body: str
    announced_by: Id
    announced_on: date
    # Until when notice could be sent that it is reviewed; None where the ruling's was not sent.
    in_time_until: date | None
    steps: tuple[Step, ...]
    basis: tuple[Citation, ...]


AsideFact = (
    CostsClaimed
    | CostsSumStated
    | CostsDecided
    | DeferralRequested
    | DeferralDecided
    | LawsuitConditionSet
    | ReviewAnnounced
)
