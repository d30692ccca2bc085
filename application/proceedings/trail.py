"""The trail of a decision: what was seen then, what came after, who did what, and by which law."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from application.proceedings.document_trail import DocumentLine, document_lines
from application.proceedings.preparation_trail import PreparationTrail, preparation_trail
from domain.calendar.deadlines import Step
from domain.proceedings.appeal import Appeal
from domain.proceedings.facts import AppealDeadlineComputed, DecisionMade, NoticeArrived
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import Ruling
from domain.shared.citation import Citation
from domain.shared.facts import Fact, Recorded, Seen, tag_of
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLine:
    """The decision as it was made: by whom, on what, with which findings, under which law."""

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

    ``version`` names it; ``outcome`` is None where it changed nothing of what the party had.
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
    in_force: bool
    says: tuple[str, ...]
    dispatched_on: date | None
    arrived_on: date | None
    reasons_demanded_on: tuple[date, ...]
    periods: tuple[PeriodTrail, ...]
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """A fact of the plan that came after the decision: what the first instance had not seen."""

    version: int
    tag: str
    recorded_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealTrail:
    """One appeal: whether it was in time and why, where it is, and what each instance did."""

    appeal: Id
    appellant: Id
    # Who sent it, where that is a representative.
    sent_by: Id
    stage: str
    against: int | None
    received_on: date
    verdict: str
    late: str | None
    steps: tuple[Step, ...]
    lacking: tuple[str, ...]
    answer_by: date | None
    reviewed: str | None
    reviewed_by: Id | None
    forwarded_to: str | None
    outcome: str | None
    decided_by: Id | None
    # What the first instance saw last, and what has come since.
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailStep:
    """One step of the proceeding: who recorded it, in which role, and when."""

    version: int
    tag: str
    recorded_by: str
    acting_as: str
    recorded_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """Everything about one decision that is not confidential words."""

    proceeding: Id
    kind: str
    about: str
    party: Id
    plan: Id | None
    decided_by: str
    received_on: date | None
    preparation: PreparationTrail
    outcome: str | None
    # As it was last made; one that was quashed is among the earlier ones.
    decision: MadeLine | None
    earlier: tuple[MadeLine, ...]
    rulings: tuple[RulingLine, ...]
    last_day: date | None
    appeals: tuple[AppealTrail, ...]
    documents: tuple[DocumentLine, ...]
    new: tuple[NewLine, ...]
    # What would be found today, beside what was found then.
    findings_now: tuple[Finding, ...]
    steps: tuple[TrailStep, ...]
    closed_on: date | None
    version: int


def trail(
    proceeding: Id,
    case: Proceeding,
    *,
    told: Sequence[Recorded],
    plan: tuple[Id, Sequence[Recorded]],
    findings_now: tuple[Finding, ...],
    hidden: Callable[[Fact], bool] = lambda _: False,
) -> Trail:
    """Return the trail from the facts of the proceeding and of the plan it is about.

    ``hidden``: what is in another's room.
    """
    opened = case.be_open()
    return Trail(
        proceeding=proceeding,
        kind=opened.kind,
        about=opened.about,
        party=opened.party,
        plan=opened.plan,
        decided_by=opened.decided_by,
        received_on=opened.received_on,
        preparation=preparation_trail(case.preparation),
        outcome=case.outcome,
        decision=_made(case.decided) if case.decided else None,
        earlier=tuple(map(_made, case.ruled.made[:-1])),
        rulings=tuple(_ruling(case, one) for one in case.rulings),
        last_day=case.rulings.last.notice.last_day if case.rulings.last else None,
        appeals=tuple(_appeal(case, one) for one in case.appeals.by_id.values()),
        documents=tuple(document_lines(case, hidden)),
        new=tuple(_new(case, *plan)),
        findings_now=findings_now,
        steps=tuple(_step(one) for one in told if not hidden(one.fact)),
        closed_on=case.closed.closed_on if case.closed else None,
        version=case.version,
    )


def _made(made: DecisionMade) -> MadeLine:
    return MadeLine(
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
    sent, arrived = one.notice.sent, one.notice.arrivals
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
        in_force=one in case.rulings.in_force,
        says=sent[-1].says if sent else (),
        dispatched_on=sent[-1].dispatched_on if sent else None,
        arrived_on=_arrival(arrived[-1]) if arrived else None,
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


def _appeal(case: Proceeding, one: Appeal) -> AppealTrail:
    reviewed, decided, judged = one.reviewed, one.decided, one.judgement
    against = case.ruling_against(one)
    return AppealTrail(
        appeal=one.filed.appeal,
        appellant=one.filed.appellant,
        sent_by=one.filed.sent_by,
        stage=one.stage,
        against=against.at if against else None,
        received_on=one.filed.received_on,
        verdict=one.verdict,
        late=judged.late,
        steps=judged.steps,
        lacking=tuple(sorted(one.lacking)),
        answer_by=one.answer_by,
        reviewed=reviewed.outcome if reviewed else None,
        reviewed_by=reviewed.reviewed_by if reviewed else None,
        forwarded_to=one.forwarded.to if one.forwarded else None,
        outcome=decided.outcome if decided else None,
        decided_by=decided.decided_by if decided else None,
        seen=reviewed.seen if reviewed else (),
    )


def _new(case: Proceeding, plan: Id, told: Sequence[Recorded]) -> Iterator[NewLine]:
    """Yield what came to the plan after what the decision saw of it, but for what it told."""
    if case.decided is None:
        return
    seen = [one.version for one in case.decided.seen if one.case == plan]
    for one in told:
        if seen and one.version > max(seen) and not _is_of_a_proceeding(one):
            yield NewLine(version=one.version, tag=tag_of(one.fact), recorded_at=one.recorded_at)


def _is_of_a_proceeding(one: Recorded) -> bool:
    return hasattr(one.fact, "proceeding")


def _step(one: Recorded) -> TrailStep:
    return TrailStep(
        version=one.version,
        tag=tag_of(one.fact),
        recorded_by=one.recorded_by,
        acting_as=one.acting_as,
        recorded_at=one.recorded_at,
    )
