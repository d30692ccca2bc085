"""Rows of the docket: what of a proceeding waits for which instance, since when, until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from application.proceedings.before.rows import Waiting, waiting_before
from application.proceedings.documents.rows import waiting_documents, waiting_sendings
from domain.calendar.periods import period
from domain.law.book import IN_FORCE
from domain.proceedings.appeal import Appeal, Stage
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import Ruling
from domain.shared.ids import Id

VIEW = "docket"


class Waits(StrEnum):
    """What an official is to do next."""

    DECIDE = "decide"
    NOTIFY = "notify"
    ENTER_ARRIVAL = "enter-arrival"
    GIVE_REASONS = "give-reasons"
    HAVE_MENDED = "have-mended"
    JUDGE_TIMELINESS = "judge-timeliness"
    REVIEW = "review"
    ANSWER_OF_APPELLANT = "answer-of-appellant"
    FORWARD = "forward"
    HEAR = "hear"
    ALERT_AGAIN = "alert-again"
    DECIDE_COSTS = "decide-costs"
    ASK_FOR_SUM = "ask-for-sum"
    DECIDE_DEFERRAL = "decide-deferral"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocketRow:
    """One thing that waits; ``legal_by`` is law, ``target_on`` a promise of service, never law."""

    case_id: Id
    instance: str
    organisation: Id
    kind: str
    party: Id
    appeal: Id | None
    waits_for: str
    since: date
    legal_by: date | None
    target_on: date | None


def docket_rows(case_id: Id, proceeding: Proceeding, _: Mapping[Id, Any]) -> Iterator[DocketRow]:
    opened = proceeding.opened
    if opened is None:
        return
    for one in _waiting(proceeding):
        yield DocketRow(
            case_id=case_id,
            instance=one.instance,
            organisation=opened.organisation,
            kind=opened.kind,
            party=opened.party,
            appeal=one.appeal,
            waits_for=one.waits_for,
            since=one.since,
            legal_by=one.legal_by,
            target_on=one.target_on,
        )


def _waiting(proceeding: Proceeding) -> Iterator[Waiting]:
    yield from waiting_before(proceeding)
    yield from waiting_documents(proceeding)
    yield from waiting_sendings(proceeding)
    if proceeding.closed or proceeding.preparation.withdrawn:
        return
    if proceeding.is_to_be_decided:
        yield _to_decide(proceeding)
    for ruling in proceeding.rulings.to_be_told:
        yield from _of_notice(ruling)
    for ruling in proceeding.rulings.in_force:
        yield from _alert_again(proceeding, ruling)
    for one in proceeding.aside.waiting:
        yield Waiting(waits_for=Waits(one.what), since=one.since, instance=one.body)
    for appeal in proceeding.appeals.running:
        yield _of_appeal(appeal, proceeding.be_open().decided_by)


def _to_decide(proceeding: Proceeding) -> Waiting:
    """Return what waits to be decided: an application, or what was quashed and returned."""
    opened, replies = proceeding.be_open(), proceeding.preparation.replies
    if quashed := proceeding.rulings.standing:
        return Waiting(waits_for=Waits.DECIDE, since=quashed.decided_on, instance=opened.decided_by)
    since = opened.received_on or opened.opened_on
    # What the reply said is waited for instead of the reply.
    asks = opened.received_on is not None and not replies
    target = _by("specialist_processing", since) if opened.received_on else None
    return Waiting(
        waits_for=Waits.DECIDE,
        since=since,
        instance=opened.decided_by,
        legal_by=_by("provisional_reply", since) if asks else None,
        target_on=replies[-1].expected_on if replies else target,
    )


def _of_notice(ruling: Ruling) -> Iterator[Waiting]:
    notice = ruling.notice
    if not notice.sent:
        yield Waiting(waits_for=Waits.NOTIFY, since=ruling.decided_on, instance=ruling.body)
    elif not notice.arrivals:
        since = notice.sent[-1].dispatched_on
        yield Waiting(waits_for=Waits.ENTER_ARRIVAL, since=since, instance=ruling.body)
    if len(notice.demands) > len(notice.reasons):
        since = notice.demands[len(notice.reasons)].demanded_on
        yield Waiting(waits_for=Waits.GIVE_REASONS, since=since, instance=ruling.body)


def _alert_again(proceeding: Proceeding, ruling: Ruling) -> Iterator[Waiting]:
    """Yield the second alert of a digital decision, until it is sent or the party has answered.

    Whether it was opened stands in no fact: who has the case knows, and alerts if it was not.
    """
    notice, party = ruling.notice, proceeding.be_open().party
    alerted = notice.arrivals[-1].alerted_on if notice.arrivals else None
    answered = any(proceeding.ruling_against(one) is ruling for one in proceeding.appeals.of(party))
    if alerted and not notice.repeated and not notice.demands and not answered:
        yield Waiting(
            waits_for=Waits.ALERT_AGAIN,
            since=alerted,
            instance=ruling.body,
            legal_by=_by("second_alert", alerted),
        )


def _of_appeal(appeal: Appeal, decides: str) -> Waiting:
    waits_for, since = _waits(appeal)
    received, hears = appeal.filed.received_on, appeal.stage is Stage.FORWARDED
    return Waiting(
        waits_for=waits_for,
        since=since,
        instance=appeal.forwarded.to if appeal.forwarded else decides,
        appeal=appeal.filed.appeal,
        legal_by=appeal.answer_by or (_by("detriment_notice", received) if hears else None),
        target_on=None if hears else _by("appeal_processing", received),
    )


def _waits(appeal: Appeal) -> tuple[Waits, date]:
    received, reviewed = appeal.filed.received_on, appeal.reviewed
    match appeal.stage:
        case Stage.AWAITING_AUTHORITY | Stage.AWAITING_CORRECTION:
            return Waits.HAVE_MENDED, received
        case Stage.ADMISSIBILITY:
            return Waits.JUDGE_TIMELINESS, received
        case Stage.PARTLY_CHANGED if reviewed:
            return Waits.ANSWER_OF_APPELLANT, reviewed.reviewed_on
        case Stage.MAINTAINED if reviewed:
            return Waits.FORWARD, reviewed.reviewed_on
        case Stage.FORWARDED if appeal.forwarded:
            return Waits.HEAR, appeal.forwarded.forwarded_on
    return Waits.REVIEW, received


def _by(name: str, since: date) -> date | None:
    return period(name, since, IN_FORCE).last_day
