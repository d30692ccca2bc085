"""The log of sign-ins in PostgreSQL, which takes new rows and no changes."""

from __future__ import annotations

from collections.abc import Sequence

from psycopg.rows import class_row
from psycopg_pool import ConnectionPool

from application.doors import SignInLine
from domain.shared.ids import Id
from infrastructure.reaching import reaching

NOTE = "INSERT INTO signing_in.log (person, provider, outcome) VALUES (%s, %s, %s)"
OF = """
    SELECT noted_at, provider, outcome FROM signing_in.log
    WHERE person = %s ORDER BY number DESC LIMIT %s
"""


class PostgresSignInLog:
    """Ids and codes only."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    @reaching
    def note(self, provider: str, outcome: str, *, person: Id | None) -> None:
        self._pool.open()
        with self._pool.connection() as connection:
            connection.execute(NOTE, [person, provider, outcome])

    @reaching
    def of(self, person: Id, *, most: int) -> Sequence[SignInLine]:
        self._pool.open()
        with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=class_row(SignInLine))
            return cursor.execute(OF, [person, most]).fetchall()
