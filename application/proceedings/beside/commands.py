"""What can be asked to have done beside an appeal: costs, deferral, lawsuits, a review above."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.appeal_question import Channel
from domain.exemptions.outcome import ExemptionTerms
from domain.law.aside import SuperiorGround
from domain.proceedings.aside import Until
from domain.proceedings.rules.defer import DeferralException
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import Decided
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCosts:
    """Claim the costs of having a decision changed, in whole kroner; a doctor's own comes today.

    ``ruling``: the version of the ruling that changed it, the last in favour where none. An
    official says by which channel it came and when, and who claims if not the doctor.
    """

    proceeding: Id
    claim: Id
    ruling: int = 0
    amount: int | None = None
    grounds: str | None = None
    channel: Channel = Channel.DIGITAL
    sent_on: date | None = None
    received_on: date | None = None
    claimant: Id | None = None
    sent_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSum:
    """State the sum of a claim that lacked it, or another; a party's own comes today."""

    proceeding: Id
    claim: Id
    amount: int
    received_on: date | None = None
    sent_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideCosts:
    """Decide a claim; ``late_ground`` is why one that came late is treated all the same."""

    proceeding: Id
    claim: Id
    outcome: Decided
    reason: str
    amount: int = 0
    late_ground: LateGround | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDeferral:
    """Ask that a ruling is not carried out yet, the one that stands unless another is named."""

    proceeding: Id
    deferral: Id
    ruling: int = 0
    until: Until | None = None
    grounds: str | None = None
    received_on: date | None = None
    sent_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideDeferral:
    """Defer until something is over, with conditions, or refuse with reasons.

    ``irreversible``: it could not be undone, or may endanger life or health; ``exception``: why
    it is not deferred all the same.
    """

    proceeding: Id
    deferral: Id
    deferred: bool
    until: Until | None = None
    conditions: str | None = None
    reason: str | None = None
    irreversible: bool = False
    exception: DeferralException | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLawsuitCondition:
    """Have a lawsuit about a ruling wait for the appeal; the notice has to say so."""

    proceeding: Id
    ruling: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnounceReview:
    """Tell the party that the body above will review the ruling that stands."""

    proceeding: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseAsSuperior:
    """Reverse what the body below decided, without an appeal; the text is for the party."""

    proceeding: Id
    ground: SuperiorGround
    outcome: Decided
    text: str
    exemption: ExemptionTerms | None = None
