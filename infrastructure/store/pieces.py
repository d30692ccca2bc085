"""Histories as they come over the wire: the database goes on while what came is taken in."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, LiteralString, NamedTuple
from weakref import WeakSet

from psycopg.errors import OperationalError, error_from_result
from psycopg.generators import execute, fetch, send
from psycopg.pq import ExecStatus, Format

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from psycopg import Connection
    from psycopg.pq.abc import PGresult

    from domain.shared.ids import Id

# Joined by commas the states are a JSON list; an array of them takes longer to carry and parse.
# Some tens of kilobytes a row, and a number for the case instead of its long id: far larger
# values cost more to build, carry and take in than they hold. Piece by piece the primary key
# gives the order; otherwise the database would sort.
PIECES: LiteralString = """
    SELECT wanted.nth, piece.*
    FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (case_id, nth)
    CROSS JOIN LATERAL (
        SELECT max(originator_version) AS version FROM facts.alis_events
        WHERE originator_id = wanted.case_id
    ) AS last
    CROSS JOIN LATERAL generate_series(1, last.version, 64) AS from_version
    CROSS JOIN LATERAL (
        SELECT count(*) AS facts, max(originator_version) AS version, {columns}
        FROM facts.alis_events
        WHERE originator_id = wanted.case_id
            AND originator_version BETWEEN from_version AND from_version + 63
            AND ($2::bigint IS NULL OR notification_id <= $2)
    ) AS piece
    WHERE piece.facts > 0
"""
STATES: LiteralString = "string_agg(state, ',' ORDER BY originator_version) AS states"
# Instants are joined as they lie in the database: microseconds since 2000, eight bytes each.
INSTANTS: LiteralString = """
    string_agg(timestamptz_send(recorded_at), '' ORDER BY originator_version) AS instants
"""
NUMBERS = struct.Struct(">3q").unpack
DONE = (ExecStatus.COMMAND_OK, ExecStatus.SINGLE_TUPLE, ExecStatus.TUPLES_OK)


class Piece(NamedTuple):
    """Some facts of the nth case asked for, up to a version: a JSON list without its brackets."""

    nth: int
    facts: int
    version: int
    states: bytes
    instants: bytes | None


class Pieces:
    """One statement, prepared once a connection.

    It speaks to the connection below the cursor, which can either use a prepared statement or
    hand out rows as they arrive; together they spare a long history a fifth of its time.
    """

    def __init__(self, name: str, columns: LiteralString) -> None:
        self._name = name.encode()
        self._statement = PIECES.format(columns=columns).encode()
        self._prepared: WeakSet[Connection[Any]] = WeakSet()

    def of(
        self, connection: Connection[Any], cases: Sequence[Id], upto: int | None
    ) -> Generator[Piece]:
        """Yield the pieces of the cases as known at a position; of one case in any order."""
        wire = connection.pgconn
        if connection not in self._prepared:
            wire.send_prepare(self._name, self._statement)
            for result in connection.wait(execute(wire)):
                _checked(connection, result)
            self._prepared.add(connection)
        position = None if upto is None else str(upto).encode()
        asked = [f"{{{','.join(cases)}}}".encode(), position]
        wire.send_query_prepared(self._name, asked, result_format=Format.BINARY)
        wire.set_single_row_mode()
        connection.wait(send(wire))
        try:
            while result := connection.wait(fetch(wire)):
                yield from _rows(_checked(connection, result))
        finally:
            # Whoever stopped on the way leaves the connection as it was.
            while not connection.closed and connection.wait(fetch(wire)):
                pass


def _checked(connection: Connection[Any], result: PGresult) -> PGresult:
    if result.status not in DONE:
        # Waiting tells of most lost connections; this is one that broke amid an answer.
        if connection.closed:
            raise OperationalError(result.error_message.decode(errors="replace"))
        raise error_from_result(result, connection.info.encoding)
    return result


def _rows(result: PGresult) -> Iterator[Piece]:
    for row in range(result.ntuples):
        *numbers, states, instants = (result.get_value(row, column) for column in range(5))
        nth, facts, version = NUMBERS(b"".join(number or b"" for number in numbers))
        yield Piece(nth, facts, version, states or b"", instants)


STREAMS = Pieces("alis_streams", f"{STATES}, NULL::bytea AS instants")
HISTORIES = Pieces("alis_histories", f"{STATES}, {INSTANTS}")
