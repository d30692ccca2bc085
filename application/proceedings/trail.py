"""The trail of a decision: what was seen then, what came after, who did what, and by which law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from application.plans.sentences import told as in_a_sentence
from application.proceedings.docket import DocketLine, line_of, urgency
from application.proceedings.found import Found
from application.proceedings.rows import docket_rows
from application.proceedings.trail_of_appeals import AppealTrail, appeal_trail
from domain.calendar.deadlines import Step
from domain.proceedings.facts import AppealDeadlineComputed, DecisionMade, NoticeArrived
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import Ruling
from domain.shared.citation import Citation
from domain.shared.facts import Recorded, Seen, tag_of
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.texts import Text


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """A fact of the plan that came after the decision: what the first instance had not seen."""

    version: int
    tag: str
    says: Text
    recorded_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailStep:
    """One step of the proceeding: who recorded it, in which role, and when."""

    version: int
    tag: str
    recorded_by: str
    acting_as: str
    recorded_at: datetime | None
    # The version that marked it as an error.
    corrected_in: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """Everything about one decision that is not confidential words."""

    proceeding: Id
    kind: str
    about: str
    party: Id
    organisation: Id
    plan: Id | None
    decided_by: str
    received_on: date | None
    outcome: str | None
    # As it was last made; one that was quashed is among the earlier ones.
    decision: MadeLine | None
    earlier: tuple[MadeLine, ...]
    rulings: tuple[RulingLine, ...]
    last_day: date | None
    appeals: tuple[AppealTrail, ...]
    new: tuple[NewLine, ...]
    # What would be found today, by the law book asked for.
    findings_now: tuple[Finding, ...]
    # What was found then, what would be of the same facts, and what would be today.
    found: tuple[Found, ...]
    steps: tuple[TrailStep, ...]
    # What the case waits for, with the days left.
    waits: tuple[DocketLine, ...]
    asked_on: date
    closed_on: date | None
    version: int


def trail(
    proceeding: Id,
    case: Proceeding,
    *,
    told: Sequence[Recorded],
    plan: tuple[Id, Sequence[Recorded]],
    findings_now: tuple[Finding, ...],
    found: tuple[Found, ...],
    today: date,
) -> Trail:
    """Return the trail from the facts of the proceeding and of the plan it is about."""
    opened, made = case.be_open(), tuple(map(_made, case.ruled.made_at, case.ruled.made))
    return Trail(
        proceeding=proceeding,
        kind=opened.kind,
        about=opened.about,
        party=opened.party,
        organisation=opened.organisation,
        plan=opened.plan,
        decided_by=opened.decided_by,
        received_on=opened.received_on,
        outcome=case.outcome,
        decision=made[-1] if made else None,
        earlier=made[:-1],
        rulings=tuple(_ruling(case, one) for one in case.rulings),
        last_day=case.rulings.last.notice.last_day if case.rulings.last else None,
        appeals=tuple(appeal_trail(case, one) for one in case.appeals.by_id.values()),
        new=tuple(_new(case, *plan)),
        findings_now=findings_now,
        found=found,
        steps=tuple(_step(one, case) for one in told),
        waits=tuple(
            line_of(row, today) for row in sorted(docket_rows(proceeding, case, {}), key=urgency)
        ),
        asked_on=today,
        closed_on=case.closed.closed_on if case.closed else None,
        version=case.version,
    )


def _made(version: int, made: DecisionMade) -> MadeLine:
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


def _ruling(case: Proceeding, one: Ruling) -> RulingLine:
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


def _new(case: Proceeding, plan: Id, told: Sequence[Recorded]) -> Iterator[NewLine]:
    """Yield what came to the plan after what the decision saw of it, but for what it told."""
    if case.decided is None:
        return
    seen = [one.version for one in case.decided.seen if one.case == plan]
    for one in told:
        if seen and one.version > max(seen) and not _is_of_a_proceeding(one):
            yield NewLine(
                version=one.version,
                tag=tag_of(one.fact),
                says=in_a_sentence(one.fact),
                recorded_at=one.recorded_at,
            )


def _is_of_a_proceeding(one: Recorded) -> bool:
    return hasattr(one.fact, "proceeding")


def _step(one: Recorded, case: Proceeding) -> TrailStep:
    return TrailStep(
        version=one.version,
        tag=tag_of(one.fact),
        recorded_by=one.recorded_by,
        acting_as=one.acting_as,
        recorded_at=one.recorded_at,
        corrected_in=case.struck.get(one.version),
    )
