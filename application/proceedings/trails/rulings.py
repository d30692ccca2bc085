"""The rulings of a trail: each decision, its notice, and every time to appeal it had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.deadlines import Step
from domain.proceedings.facts import AppealDeadlineComputed, DecisionMade, NoticeArrived
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import Ruling
from domain.shared.citation import Citation
from domain.shared.facts import Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLine:
    """The decision as it was made: by whom, on what, with which findings, under which law."""

    version: int
    outcome: str
    decided_by: Id
    decided_on: date
    consulted: tuple[Id, ...]
    seen: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    remedy: str
    heard_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodTrail:
    """The time to appeal as it was computed once; the last line is what holds now."""

    because: str
    was: date | None
    last_day: date | None
    settled: bool
    computed_on: date
    steps: tuple[Step, ...]
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingLine:
    """A ruling: what it left the party with, its notice, and each time to appeal it had.

    ``version`` names it; ``outcome`` is None where it changed nothing of what the party had;
    ``ground`` is that of a reversal. Of a digital notice ``available_on`` and ``alerted_on`` are
    when it was there to be read and told of, ``alerted_again_on`` when that was repeated.
    """

    version: int
    source: str
    outcome: str | None
    decided_by: Id
    decided_on: date
    body: str
    remedy: str
    heard_by: str | None
    appeal: Id | None
    ground: str | None
    basis: tuple[Citation, ...]
    in_force: bool
    channel: str | None
    says: tuple[str, ...]
    dispatched_on: date | None
    arrived_on: date | None
    arrival_basis: str | None
    available_on: date | None
    alerted_on: date | None
    alerted_again_on: tuple[date, ...]
    reasons_demanded_on: tuple[date, ...]
    periods: tuple[PeriodTrail, ...]
    last_day: date | None


def made_line(version: int, made: DecisionMade) -> MadeLine:
    return MadeLine(
        version=version,
        outcome=made.outcome,
        decided_by=made.decided_by,
        decided_on=made.decided_on,
        consulted=made.consulted,
        seen=made.seen,
        law=made.law,
        basis=made.basis,
        findings=made.findings,
        remedy=made.remedy,
        heard_by=made.heard_by,
    )


def ruling_line(case: Proceeding, one: Ruling) -> RulingLine:
    sent = one.notice.sent[-1] if one.notice.sent else None
    arrived = one.notice.arrivals[-1] if one.notice.arrivals else None
    # What was ruled: every kind of it says by which law, and a reversal on which ground.
    fact = case.facts[one.at - 1]
    return RulingLine(
        version=one.at,
        source=one.source,
        outcome=one.outcome,
        decided_by=one.decided_by,
        decided_on=one.decided_on,
        body=one.body,
        remedy=one.remedy,
        heard_by=one.heard_by,
        appeal=one.appeal,
        ground=getattr(fact, "ground", None),
        basis=getattr(fact, "basis", ()),
        in_force=one in case.rulings.in_force,
        channel=sent.channel if sent else None,
        says=sent.says if sent else (),
        dispatched_on=sent.dispatched_on if sent else None,
        arrived_on=_arrival(arrived) if arrived else None,
        arrival_basis=arrived.arrival_basis if arrived else None,
        available_on=arrived.available_on if arrived else None,
        alerted_on=arrived.alerted_on if arrived else None,
        alerted_again_on=tuple(again.alerted_on for again in one.notice.repeated),
        reasons_demanded_on=tuple(demand.demanded_on for demand in one.notice.demands),
        periods=tuple(map(_period, one.notice.computed)),
        last_day=one.notice.last_day,
    )


def _arrival(fact: NoticeArrived) -> date | None:
    """Return the day it is entered to have arrived: of a digital notice when both were done."""
    days = (fact.available_on, fact.alerted_on)
    return fact.arrived_on or max((day for day in days if day), default=None)


def _period(fact: AppealDeadlineComputed) -> PeriodTrail:
    return PeriodTrail(
        because=fact.because,
        was=fact.was,
        last_day=fact.last_day,
        settled=fact.settled,
        computed_on=fact.computed_on,
        steps=fact.steps,
        law=fact.law,
    )
