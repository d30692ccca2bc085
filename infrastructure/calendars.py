"""The secret addresses of calendars: only a hash of each is kept."""

from __future__ import annotations

import secrets
from hashlib import sha256

from psycopg_pool import ConnectionPool

from domain.shared.ids import Id
from infrastructure.reaching import reaching

MAKE = "INSERT INTO post.calendars (secret_sha256, person) VALUES (%s, %s)"
WHOSE = "SELECT person FROM post.calendars WHERE secret_sha256 = %s AND withdrawn_at IS NULL"
WITHDRAW = """
    UPDATE post.calendars SET withdrawn_at = clock_timestamp()
    WHERE person = %s AND withdrawn_at IS NULL
"""
BYTES = 32


class PostgresCalendars:
    """Whoever has the secret reads the calendar; whoever lost it withdraws it and makes another."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    @reaching
    def make(self, person: Id) -> str:
        secret = secrets.token_urlsafe(BYTES)
        self._pool.open()
        with self._pool.connection() as connection:
            connection.execute(WITHDRAW, [person])
            connection.execute(MAKE, [_hash(secret), person])
        return secret

    @reaching
    def withdraw(self, person: Id) -> bool:
        self._pool.open()
        with self._pool.connection() as connection:
            return connection.execute(WITHDRAW, [person]).rowcount > 0

    @reaching
    def whose(self, secret: str) -> Id | None:
        self._pool.open()
        with self._pool.connection() as connection:
            found = connection.execute(WHOSE, [_hash(secret)]).fetchone()
        return found[0] if found else None


def _hash(secret: str) -> bytes:
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()
