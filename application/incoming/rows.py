"""Rows of what came in: each has one, wherever it is and whatever became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.incoming.incoming import Incoming
from domain.shared.ids import Id

VIEW = "incoming"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingRow:
    """One thing that came in, and whose inbox it is in."""

    case_id: Id
    instance: str
    organisation: Id | None
    sender: Id | None
    stage: str
    because: str
    addressed_to: str
    channel: str
    sent_on: date | None
    received_on: date
    here_since: date


def incoming_rows(case_id: Id, incoming: Incoming, _: Mapping[Id, Any]) -> Iterator[IncomingRow]:
    received, filing = incoming.received, incoming.filing
    if received is None:
        return
    yield IncomingRow(
        case_id=case_id,
        instance=incoming.room.instance,
        organisation=incoming.room.organisation,
        sender=received.sender,
        stage=incoming.stage,
        because=received.because,
        addressed_to=received.to,
        channel=filing.channel,
        sent_on=filing.sent,
        received_on=incoming.received_on,
        here_since=incoming.here_since,
    )
