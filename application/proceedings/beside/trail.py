"""What the trail shows beside the appeals: costs, deferrals, a review above, and their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.ambiguities import Ambiguity
from domain.calendar.deadlines import Step
from domain.calendar.periods import named
from domain.law.book import LawBook
from domain.law.timers import TimerRule
from domain.proceedings.aside import Claim, Deferral
from domain.proceedings.aside_facts import ReviewAnnounced
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.lawsuit import NamedDay, days_beside, waits_for_appeal
from domain.shared.citation import Citation
from domain.shared.dated import Version
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """A day beside the time to appeal: its period, its steps, and whether it is a last or a first.

    It is never a target of service; ``nature`` says whom it binds.
    """

    period: str
    rule: str
    ruling: int
    appeal: Id | None
    started_on: date
    day: date | None
    ends: str
    nature: str
    settled: bool
    steps: tuple[Step, ...]
    ambiguities: tuple[Ambiguity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsLine:
    """A claim for costs; ``waits_for`` is the body that is to decide it, if one is."""

    claim: Id
    ruling: int
    claimant: Id
    received_on: date
    # As last stated; an official asks for a sum that is lacking.
    claimed: int | None
    lacks_sum: bool
    verdict: str
    steps: tuple[Step, ...]
    outcome: str | None
    amount: int | None
    late_ground: str | None
    decided_by: Id | None
    decided_on: date | None
    # The versions of the rulings on it, by which an appeal names one.
    decided_at: tuple[int, ...]
    basis: tuple[Citation, ...]
    waits_for: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferralLine:
    """A deferral asked for, or decided of the body's own accord; the words are opened apart."""

    deferral: Id
    ruling: int
    received_on: date | None
    asked_until: str | None
    deferred: bool | None
    until: str | None
    with_conditions: bool
    irreversible: bool
    exception: str | None
    body: str | None
    decided_by: Id | None
    decided_on: date | None
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncedReviewLine:
    """The body above told the party of a review, and until when it could."""

    ruling: int
    body: str
    announced_by: Id
    announced_on: date
    in_time_until: date | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideTrail:
    """Everything beside the appeals; ``lawsuit_waits`` names the rulings a lawsuit waits for."""

    costs: tuple[CostsLine, ...]
    deferrals: tuple[DeferralLine, ...]
    reviews: tuple[AnnouncedReviewLine, ...]
    lawsuit_waits: tuple[int, ...]


def aside_trail(case: Proceeding) -> AsideTrail:
    """Return what was done beside the appeals."""
    aside = case.aside
    return AsideTrail(
        costs=tuple(_costs(case, one) for one in aside.claims.values()),
        deferrals=tuple(_deferral(name, one) for name, one in aside.deferrals.items()),
        reviews=tuple(map(_review, aside.announced)),
        lawsuit_waits=tuple(one.at for one in case.rulings if waits_for_appeal(one)),
    )


def days_of(case: Proceeding, law: LawBook) -> tuple[DayLine, ...]:
    """Return the days beside the time to appeal, as they are known now."""
    return tuple(_day(one, law) for one in days_beside(case, law))


def _day(one: NamedDay, law: LawBook) -> DayLine:
    timer: Version[TimerRule] = law.rules()[one.name].on(one.deadline.governed_on)
    return DayLine(
        period=one.name,
        rule=named(one.name).rule,
        ruling=one.ruling,
        appeal=one.appeal,
        started_on=one.deadline.started_on,
        day=one.deadline.last_day,
        ends=timer.value.ends,
        nature=timer.value.nature,
        settled=one.deadline.settled,
        steps=one.deadline.steps,
        ambiguities=one.deadline.ambiguities,
    )


def _costs(case: Proceeding, one: Claim) -> CostsLine:
    made, decided = one.made, one.decided[-1] if one.decided else None
    ruling = case.aside.ruling_behind(one)
    return CostsLine(
        claim=made.claim,
        ruling=ruling.at if ruling else 0,
        claimant=made.claimant,
        received_on=made.received_on,
        claimed=one.amount,
        lacks_sum=one.amount is None,
        verdict=made.verdict,
        steps=made.steps,
        outcome=decided.outcome if decided else None,
        amount=decided.amount if decided else None,
        late_ground=decided.late_ground if decided else None,
        decided_by=decided.decided_by if decided else None,
        decided_on=decided.decided_on if decided else None,
        decided_at=tuple(one.decided_at),
        basis=decided.basis if decided else (),
        waits_for=case.aside.decides(one),
    )


def _deferral(deferral: Id, one: Deferral) -> DeferralLine:
    asked, decided = one.requested, one.decided
    ruling = decided or asked
    return DeferralLine(
        deferral=deferral,
        ruling=ruling.ruling if ruling else 0,
        received_on=asked.received_on if asked else None,
        asked_until=asked.until if asked else None,
        deferred=decided.deferred if decided else None,
        until=decided.until if decided else None,
        with_conditions=bool(decided and decided.conditions),
        irreversible=bool(decided and decided.irreversible),
        exception=decided.exception if decided else None,
        body=decided.body if decided else None,
        decided_by=decided.decided_by if decided else None,
        decided_on=decided.decided_on if decided else None,
        basis=decided.basis if decided else (),
    )


def _review(one: ReviewAnnounced) -> AnnouncedReviewLine:
    return AnnouncedReviewLine(
        ruling=one.ruling,
        body=one.body,
        announced_by=one.announced_by,
        announced_on=one.announced_on,
        in_time_until=one.in_time_until,
        steps=one.steps,
    )
