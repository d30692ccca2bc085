"""Puts histories into the table of facts directly: appending them is not what is measured."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import psycopg

from domain.shared.facts import Recorded
from domain.stored_facts import StoredFact
from infrastructure.store.envelope import EnvelopeTranscoder
from infrastructure.store.mapper import FactMapper

STAGE = """
    CREATE UNLOGGED TABLE stage (case_id uuid, version bigint, tag text, state bytea,
        recorded_at timestamptz)
"""
COPY = "COPY stage FROM STDIN (FORMAT binary)"
TYPES = ("uuid", "int8", "text", "bytea", "timestamptz")
# Through each other, as they were recorded over the years.
ORDERED = """
    INSERT INTO facts.alis_events
    SELECT case_id, version, tag, state,
        row_number() OVER (ORDER BY recorded_at, case_id, version), recorded_at
    FROM stage
"""


def fill(owner: str, histories: Iterable[list[Recorded]]) -> int:
    """Store the histories in the order of their time; return how many facts there are."""
    mapper, facts = FactMapper(EnvelopeTranscoder(StoredFact)), 0
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(STAGE)
        with connection.cursor() as cursor, cursor.copy(COPY) as copying:
            copying.set_types(TYPES)
            for history in histories:
                facts += len(history)
                for recorded in history:
                    stored = mapper.to_stored_event(recorded)
                    place = (UUID(recorded.case_id), recorded.version)
                    copying.write_row((*place, stored.topic, stored.state, recorded.recorded_at))
        connection.execute(ORDERED)
        connection.execute("DROP TABLE stage")
        connection.execute("VACUUM ANALYZE facts.alis_events")
    return facts
