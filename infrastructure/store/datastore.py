"""Connections to the facts: opened when first needed, replaced when lost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
from eventsourcing.persistence import InterfaceError, OperationalError, PersistenceError
from eventsourcing.postgres import PostgresDatastore
from psycopg import Connection
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import DictRow, dict_row

from infrastructure.ids import plain_ids

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

SCHEMA = "facts"
WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)

# A server that vanishes without a word is noticed within half a minute.
PATIENCE = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
    "application_name": "alis",
}


UNREACHABLE = (psycopg.OperationalError, OperationalError, InterfaceError)
"""What is raised when the database cannot be reached, by whichever layer."""


FAULTS = (psycopg.Error, PersistenceError)
"""Everything a database can answer with instead of rows, by whichever layer."""


class ConnectionLost(Exception):
    """The connection broke before the answer came; nobody knows what was done."""


class FactsDatastore(PostgresDatastore):
    """The library's connection pool for any conninfo; it makes no type and no table."""

    def __init__(self, conninfo: str, *, pool_size: int) -> None:
        super().__init__(
            dbname="",
            host="",
            port="",
            user="",
            password="",
            schema=SCHEMA,
            connect_timeout=10,
            idle_in_transaction_session_timeout=5,
            pool_size=1,
            max_overflow=pool_size - 1,
        )
        given = conninfo_to_dict(conninfo)
        self.pool.kwargs = {
            **PATIENCE,
            **given,
            # Instants read the same wherever the server stands.
            "options": f"{given.get('options') or ''} -c TimeZone=UTC",
            "row_factory": dict_row,
        }

    def register_type_adapters(self) -> None:
        """Do nothing: the library would connect here, before a server has forked."""

    def after_connect_func(self) -> Callable[[Connection[Any]], None]:
        settle = super().after_connect_func()

        def settle_with_plain_ids(connection: Connection[Any]) -> None:
            settle(connection)
            plain_ids(connection)

        return settle_with_plain_ids

    def run(self, work: Callable[[Connection[DictRow]], T]) -> T:
        """Return what the work returns; if the connection is lost, do it again on another.

        So the work must be such that doing it twice does no harm.
        """
        for wait in WAITS:
            try:
                return self._once(work)
            except ConnectionLost:
                time.sleep(wait)
                self.pool.check()
        try:
            return self._once(work)
        except ConnectionLost as lost:
            raise OperationalError(str(lost)) from lost

    def _once(self, work: Callable[[Connection[DictRow]], T]) -> T:
        with self.get_connection() as connection:
            try:
                return work(connection)
            except psycopg.OperationalError as cause:
                if connection.closed:
                    raise ConnectionLost(str(cause)) from cause
                raise
