"""Times in which no worker was at work: one fact each, of the body that runs the system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from application.acting import Acting
from application.enforcement.noticing import NothingToDo, Noticing, changed, notice
from application.enforcement.outcome import Outcome
from application.ports import Change, Loaded
from domain.bodies.body import Body, BodyKind, body_id
from domain.bodies.facts import OutageNoticed
from domain.shared.ids import Id

OPERATIONS = body_id(BodyKind.OPERATIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """From the last sign of life of anybody until a worker started and saw it."""

    last_beat_at: datetime
    noticed_at: datetime
    noticed_by: str


def note_outages(acting: Acting, outages: Sequence[Outage]) -> Outcome:
    """Record the outages that are not recorded yet, once there is somebody to tell of them."""
    return notice(acting, (_noticing(one) for one in outages))


def _noticing(one: Outage) -> Noticing[Body]:
    def decide(found: Mapping[Id, Any]) -> tuple[Change, ...]:
        loaded: Loaded[Body] = found[OPERATIONS]
        if loaded.case.kind is None or one.last_beat_at in loaded.case.outages:
            raise NothingToDo
        fact = OutageNoticed(
            last_beat_at=one.last_beat_at, noticed_at=one.noticed_at, worker=one.noticed_by
        )
        return (changed(loaded, fact),)

    return Noticing(
        case_id=OPERATIONS,
        what=f"outage/{one.last_beat_at.isoformat()}",
        wanted={OPERATIONS: Body},
        decide=decide,
    )
