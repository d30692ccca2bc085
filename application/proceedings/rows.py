"""Rows of the docket: what of a proceeding waits for which instance, since when, until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from application.proceedings.preparation_rows import WaitsBefore, waiting_before
from domain.calendar.periods import period
from domain.law.book import IN_FORCE
from domain.proceedings.appeal import Appeal, Stage
from domain.proceedings.proceeding import Proceeding
from domain.shared.ids import Id

VIEW = "docket"


class Waits(StrEnum):
    """What an official is to do next."""

    DECIDE = "decide"
    NOTIFY = "notify"
    ENTER_ARRIVAL = "enter-arrival"
    HAVE_MENDED = "have-mended"
    JUDGE_TIMELINESS = "judge-timeliness"
    REVIEW = "review"
    ANSWER_OF_APPELLANT = "answer-of-appellant"
    FORWARD = "forward"
    HEAR = "hear"


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
    opened, decided = proceeding.opened, proceeding.decided
    if opened is None:
        return

    def row(
        waits_for: Waits | WaitsBefore,
        since: date,
        *,
        instance: str = opened.decided_by,
        appeal: Id | None = None,
        legal_by: date | None = None,
        target_on: date | None = None,
    ) -> DocketRow:
        return DocketRow(
            case_id=case_id,
            instance=instance,
            organisation=opened.organisation,
            kind=opened.kind,
            party=opened.party,
            appeal=appeal,
            waits_for=waits_for,
            since=since,
            legal_by=legal_by,
            target_on=target_on,
        )

    for one in waiting_before(proceeding):
        yield row(one.waits_for, one.since, instance=one.instance, legal_by=one.legal_by)
    if proceeding.closed or proceeding.preparation.withdrawn:
        return
    if decided is None:
        since, replies = opened.received_on or opened.opened_on, proceeding.preparation.replies
        # What the reply said is waited for instead of the reply.
        asks = opened.received_on is not None and not replies
        target = _by("specialist_processing", since) if opened.received_on else None
        yield row(
            Waits.DECIDE,
            since,
            legal_by=_by("provisional_reply", since) if asks else None,
            target_on=replies[-1].expected_on if replies else target,
        )
        return
    if not proceeding.notice.sent:
        yield row(Waits.NOTIFY, decided.decided_on)
    elif not proceeding.notice.arrivals:
        yield row(Waits.ENTER_ARRIVAL, proceeding.notice.sent[-1].dispatched_on)
    for appeal in proceeding.appeals.running:
        waits_for, since = _waits(appeal)
        received, hears = appeal.filed.received_on, appeal.stage is Stage.FORWARDED
        yield row(
            waits_for,
            since,
            instance=appeal.forwarded.to if appeal.forwarded else opened.decided_by,
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
