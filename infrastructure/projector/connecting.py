"""Connections to the kept rows, on which the first and last days of all come back as they went."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.types.datetime import DateBinaryDumper, DateBinaryLoader, DateDumper, DateLoader

from infrastructure.ids import plain_ids
from infrastructure.store.datastore import PATIENCE

if TYPE_CHECKING:
    from psycopg.abc import Buffer
    from psycopg.rows import TupleRow

FOR_EVER, SINCE_EVER = b"infinity", b"-infinity"
FOR_EVER_BINARY, SINCE_EVER_BINARY = b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00"

# A server lets go of the lock of a machine that vanished within half a minute.
KEEPALIVES = (
    "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
    " -c TimeZone=UTC"
)


class _Dump(DateDumper):
    def dump(self, obj: date) -> Buffer | None:
        return {date.max: FOR_EVER, date.min: SINCE_EVER}.get(obj) or super().dump(obj)


class _DumpBinary(DateBinaryDumper):
    def dump(self, obj: date) -> Buffer | None:
        known = {date.max: FOR_EVER_BINARY, date.min: SINCE_EVER_BINARY}
        return known.get(obj) or super().dump(obj)


class _Load(DateLoader):
    def load(self, data: Buffer) -> date:
        known = {FOR_EVER: date.max, SINCE_EVER: date.min}
        return known.get(bytes(data)) or super().load(data)


class _LoadBinary(DateBinaryLoader):
    def load(self, data: Buffer) -> date:
        known = {FOR_EVER_BINARY: date.max, SINCE_EVER_BINARY: date.min}
        return known.get(bytes(data)) or super().load(data)


def adapt(connection: psycopg.Connection[Any]) -> None:
    """Let date.max be 'infinity' on this connection, date.min '-infinity', and ids text."""
    plain_ids(connection)
    for dumper in (_Dump, _DumpBinary):
        connection.adapters.register_dumper(date, dumper)
    for loader in (_Load, _LoadBinary):
        connection.adapters.register_loader("date", loader)


def with_options(address: str, options: str) -> str:
    """Return the address with more options for the server than it has already."""
    given = conninfo_to_dict(address).get("options") or ""
    return make_conninfo(address, options=f"{given} {options}".strip())


def connect(address: str, *, name: str) -> psycopg.Connection[TupleRow]:
    """Return a connection whose statements stand alone unless in a transaction block."""
    told = {**PATIENCE, "application_name": f"alis {name}"}
    chosen = with_options(address, KEEPALIVES)
    connection = psycopg.connect(chosen, autocommit=True, **told)  # type: ignore[arg-type]
    adapt(connection)
    return connection
