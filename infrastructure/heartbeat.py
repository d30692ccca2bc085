"""The sign of life of the workers, and the outages it reveals."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

import psycopg
from psycopg.rows import class_row

from application.enforcement.outages import Outage
from infrastructure.store.datastore import PATIENCE

BEAT = """
    INSERT INTO views.heartbeat AS last (name, started_at, beat_at, position)
    VALUES (%(name)s, clock_timestamp(), clock_timestamp(),
        coalesce((SELECT position FROM views.generations WHERE in_use), 0))
    ON CONFLICT (name) DO UPDATE SET beat_at = excluded.beat_at, position = excluded.position,
        started_at = CASE WHEN %(starting)s THEN excluded.started_at ELSE last.started_at END
"""
LAST_BEAT = """
    SELECT name, started_at, beat_at, position FROM views.heartbeat
    ORDER BY beat_at DESC LIMIT 1
"""
# However many workers start at once, one of them notes the outage.
NOTE_OUTAGE = """
    INSERT INTO views.outages (last_beat_at, noticed_at, noticed_by)
    SELECT max(beat_at), clock_timestamp(), %(name)s FROM views.heartbeat
    HAVING max(beat_at) < clock_timestamp() - make_interval(secs => %(allowed)s)
    ON CONFLICT DO NOTHING
    RETURNING last_beat_at, noticed_at
"""
OUTAGES = "SELECT last_beat_at, noticed_at, noticed_by FROM views.outages ORDER BY last_beat_at"
SECONDS_ALLOWED = 60

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """When a worker started, was last heard of, and how far the rows had come."""

    name: str
    started_at: datetime
    beat_at: datetime
    position: int


def start(address: str, name: str) -> None:
    """Beat for the first time; if nobody did for long, note since when."""
    with psycopg.connect(address, **PATIENCE) as connection:  # type: ignore[arg-type]
        asked = {"name": name, "allowed": SECONDS_ALLOWED}
        if outage := connection.execute(NOTE_OUTAGE, asked).fetchone():
            LOG.warning("no worker was at work from %s to %s", *outage)
        connection.execute(BEAT, {"name": name, "starting": True})


def outages(address: str) -> list[Outage]:
    """Return every time in which nobody was at work."""
    with (
        psycopg.connect(address, **PATIENCE) as connection,  # type: ignore[arg-type]
        connection.cursor(row_factory=class_row(Outage)) as cursor,
    ):
        return cursor.execute(OUTAGES).fetchall()


def beat(address: str, name: str) -> None:
    with psycopg.connect(address, **PATIENCE) as connection:  # type: ignore[arg-type]
        connection.execute(BEAT, {"name": name, "starting": False})


def last_beat(connection: psycopg.Connection[tuple[object, ...]]) -> Beat | None:
    """Return the last sign of life of any worker."""
    with connection.cursor(row_factory=class_row(Beat)) as cursor:
        return cursor.execute(LAST_BEAT).fetchone()
