"""The kept rows as the use cases ask for them."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from psycopg import Connection, Cursor
from psycopg.errors import InsufficientPrivilege, UndefinedTable
from psycopg.sql import SQL, Composable, Composed, Identifier, Literal, Placeholder
from psycopg_pool import ConnectionPool, PoolTimeout

from application.on_behalf import reading
from application.ports import Unavailable
from infrastructure.heartbeat import last_beat
from infrastructure.projector.connecting import adapt
from infrastructure.projector.tables import KEPT_TABLES, SCHEMA, Table
from infrastructure.reaching import reaching
from infrastructure.store.datastore import PATIENCE

if TYPE_CHECKING:
    from types import TracebackType

ROWS = SQL("SELECT {} FROM {} WHERE {}")
DUE = SQL("SELECT {} FROM {} WHERE {} ORDER BY due_on, case_id, kind, subject LIMIT {}")
COUNT = SQL("SELECT count(*) FROM {} WHERE {}")
BETWEEN = SQL("due_on BETWEEN %(first_day)s AND %(last_day)s")
# For this transaction alone: the connection goes back to the pool as it was.
BECOME_READER = """
    SELECT set_config('role', 'alis_reader', true), set_config('alis.person', %s::text, true),
        set_config('alis.day', %s::date::text, true)
"""
POSITION = "SELECT position FROM views.generations WHERE in_use"
LISTEN = "LISTEN alis_views"
UNLISTEN = "UNLISTEN alis_views"
SPAN = SQL("first_day <= %(on)s AND last_day >= %(on)s")
ALWAYS = SQL("true")
ALL = SQL("ALL")
WAITERS = 4


class PostgresViews:
    """Reads the rows; opens its connections when first asked, so after a server has forked."""

    def __init__(self, address: str, *, pool_size: int = 8) -> None:
        self._reading = _pool(address, pool_size)
        # Those who wait hold a connection each, and must not keep readers from theirs.
        self._waiting = _pool(address, WAITERS)

    @reaching
    def position(self) -> int:
        self._reading.open()
        with self._reading.connection() as connection:
            return _position(connection)

    @reaching
    def worker_seen_at(self) -> datetime | None:
        self._reading.open()
        with self._reading.connection() as connection:
            found = last_beat(connection)
        return found.beat_at if found else None

    @reaching
    def wait_for(self, position: int, *, seconds: float) -> bool:
        ends = time.monotonic() + seconds
        if self.position() >= position:
            return True
        self._waiting.open()
        try:
            with self._waiting.connection(timeout=max(seconds, 0)) as connection:
                return _reached(connection, position, ends)
        except PoolTimeout:
            return False

    @reaching
    def rows(self, view: str, *, on: date | None = None, **having: object) -> Sequence[Any]:
        table = KEPT_TABLES[view]
        conditions = [_equal(table, name, value) for name, value in having.items()]
        if on and _has_span(table):
            conditions.append(SPAN)
        wanted = SQL(" AND ").join(conditions or [ALWAYS])
        statement = ROWS.format(table.names, Identifier(SCHEMA, table.name), wanted)
        found = self._found(statement, {**having, "on": on})
        return [table.restored(values) for values in found]

    @reaching
    def due(
        self,
        view: str,
        *,
        first_day: date,
        last_day: date,
        limit: int | None = None,
        **having: object,
    ) -> Sequence[Any]:
        table = KEPT_TABLES[view]
        wanted = SQL(" AND ").join([BETWEEN, *(_equal(table, n, v) for n, v in having.items())])
        most = Literal(limit) if limit is not None else ALL
        statement = DUE.format(table.names, Identifier(SCHEMA, table.name), wanted, most)
        days = {"first_day": first_day, "last_day": last_day}
        return [table.restored(values) for values in self._found(statement, {**having, **days})]

    @reaching
    def count_due(self, view: str, *, first_day: date, last_day: date, **having: object) -> int:
        table = KEPT_TABLES[view]
        wanted = SQL(" AND ").join([BETWEEN, *(_equal(table, n, v) for n, v in having.items())])
        statement = COUNT.format(Identifier(SCHEMA, table.name), wanted)
        days = {"first_day": first_day, "last_day": last_day}
        found = self._found(statement, {**having, **days})
        return int(found[0][0]) if found else 0

    def _found(self, statement: Composed, values: Mapping[str, object]) -> list[Any]:
        self._reading.open()
        with self._reading.connection() as connection, connection.cursor(binary=True) as cursor:
            try:
                return _rows(connection, cursor, statement, values)
            except UndefinedTable:
                # No projector has run here yet: the rows know of position 0.
                return []
            except InsufficientPrivilege as refused:
                # An earlier program made the rows; they are being made anew.
                raise Unavailable(
                    "rows-in-the-making",
                    nb="Oversiktene lages på nytt etter en oppgradering. Prøv igjen om litt.",
                    en="The kept views are being made anew after an upgrade. Try again soon.",
                ) from refused

    def close(self) -> None:
        self._reading.close()
        self._waiting.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _pool(address: str, size: int) -> ConnectionPool[Connection[Any]]:
    return ConnectionPool(
        address,
        kwargs={**PATIENCE, "autocommit": True, "application_name": "alis views"},
        configure=adapt,
        check=ConnectionPool.check_connection,
        min_size=1,
        max_size=size,
        open=False,
    )


def _rows(
    connection: Connection[Any],
    cursor: Cursor[Any],
    statement: Composed,
    values: Mapping[str, object],
) -> list[Any]:
    """Return what the reader of the moment may see: all of it where the machine reads."""
    reader = reading()
    if reader is None:
        return cursor.execute(statement, values).fetchall()
    with connection.transaction():
        cursor.execute(BECOME_READER, [reader.person or "", reader.day])
        return cursor.execute(statement, values).fetchall()


def _position(connection: Connection[Any]) -> int:
    found = connection.execute(POSITION).fetchone()
    return found[0] if found else 0


def _reached(connection: Connection[Any], position: int, ends: float) -> bool:
    connection.execute(LISTEN)
    try:
        while _position(connection) < position:
            left = ends - time.monotonic()
            if left <= 0:
                return False
            list(connection.notifies(timeout=left, stop_after=1))
        return True
    finally:
        connection.execute(UNLISTEN)


def _equal(table: Table, name: str, value: object) -> Composable:
    column = next((one for one in table.columns if one.name == name), None)
    if column is None:
        raise LookupError(f"{table.name} has no {name}")
    if isinstance(value, list):
        among = SQL("{} = ANY ({}::{}[])")
        return among.format(Identifier(name), Placeholder(name), SQL(column.type))
    comparison = SQL("{} IS NULL") if value is None else SQL("{} = {}")
    return comparison.format(Identifier(name), Placeholder(name))


def _has_span(table: Table) -> bool:
    return {"first_day", "last_day"} <= {column.name for column in table.columns}
