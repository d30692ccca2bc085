"""Rows of the docket: what of a proceeding waits for which instance, since when, until when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from domain.calendar.periods import period
from domain.law.book import IN_FORCE
from domain.proceedings.appeal import Appeal, Stage
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import SET_ASIDE
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
    DECIDE_COSTS = "decide-costs"
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
    opened, outcome = proceeding.opened, proceeding.outcome
    if opened is None or proceeding.closed:
        return

    def row(
        waits_for: Waits,
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

    if outcome is None:
        since = opened.received_on or opened.opened_on
        reply = _by("provisional_reply", since) if opened.received_on else None
        target = _by("specialist_processing", since) if opened.received_on else None
        yield row(Waits.DECIDE, since, legal_by=reply, target_on=target)
    elif outcome == SET_ASIDE:
        quashed = proceeding.rulings.standing
        assert quashed
        yield row(Waits.DECIDE, quashed.decided_on)
    for ruling in proceeding.rulings.in_force:
        notice = ruling.notice
        if not notice.sent:
            yield row(Waits.NOTIFY, ruling.decided_on, instance=ruling.body)
        elif not notice.arrivals:
            since = notice.sent[-1].dispatched_on
            yield row(Waits.ENTER_ARRIVAL, since, instance=ruling.body)
        if len(notice.demands) > len(notice.reasons):
            demanded = notice.demands[len(notice.reasons)].demanded_on
            yield row(Waits.GIVE_REASONS, demanded, instance=ruling.body)
    yield from _beside(proceeding, row)
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


def _beside(proceeding: Proceeding, row: Callable[..., DocketRow]) -> Iterator[DocketRow]:
    for one in proceeding.aside.waiting:
        yield row(Waits(one.what), one.since, instance=one.body)


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
