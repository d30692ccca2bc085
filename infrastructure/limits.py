"""Counts of requests in PostgreSQL, so that all nodes count together.

A row holds a hash of whom it counts, salted with a secret of the day that is thrown away when the
day is over: nobody can tell afterwards which address or person it was.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from psycopg_pool import ConnectionPool

from application.limiting import Limit
from infrastructure.reaching import reaching

SALT_BYTES = 32
SWEEPS_AFTER = 500
COUNT = """
    INSERT INTO limits.counted AS so_far (key, times, ends_at)
    VALUES (%(key)s, 1, %(ends_at)s)
    ON CONFLICT (key) DO UPDATE SET
        times = CASE WHEN so_far.ends_at <= %(now)s THEN 1
            ELSE least(so_far.times, %(most)s) + 1 END,
        ends_at = CASE WHEN so_far.ends_at <= %(now)s THEN excluded.ends_at
            ELSE so_far.ends_at END
    RETURNING times, ends_at
"""
MAKE_SALT = "INSERT INTO limits.salts (day, salt) VALUES (%s, %s) ON CONFLICT (day) DO NOTHING"
SALT = "SELECT salt FROM limits.salts WHERE day = %s"
# One who counts is not kept waiting by one who sweeps.
SWEEP = """
    DELETE FROM limits.counted WHERE key IN (
        SELECT key FROM limits.counted WHERE ends_at <= %s FOR UPDATE SKIP LOCKED LIMIT 5000
    )
"""
FORGET = "DELETE FROM limits.salts WHERE day < %s"


class PostgresCounting:
    """Counts in the window that the first request of somebody opened; one statement a count."""

    def __init__(
        self, pool: ConnectionPool, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._pool = pool
        self._now = now
        self._salt: tuple[date, bytes] | None = None
        self._until_sweep = SWEEPS_AFTER

    @reaching
    def count(self, limit: Limit, whose: str) -> timedelta | None:
        now = self._now()
        told = {
            "key": self._key(limit, whose, now.astimezone(UTC).date()),
            "now": now,
            "ends_at": now + limit.within,
            "most": limit.most,
        }
        self._pool.open()
        with self._pool.connection() as connection:
            found = connection.execute(COUNT, told).fetchone()
        assert found is not None
        times, ends_at = found
        self._until_sweep -= 1
        if self._until_sweep <= 0:
            self.sweep()
        return ends_at - now if times > limit.most else None

    @reaching
    def sweep(self) -> None:
        """Take away what is over."""
        self._until_sweep = SWEEPS_AFTER
        now = self._now()
        self._pool.open()
        with self._pool.connection() as connection:
            connection.execute(SWEEP, [now])
            connection.execute(FORGET, [now.astimezone(UTC).date()])

    def _key(self, limit: Limit, whose: str, day: date) -> bytes:
        if self._salt is None or self._salt[0] != day:
            self._salt = (day, self._salt_of(day))
        said = f"{limit.name}|{whose}".encode("utf-8", "surrogatepass")
        return hmac.new(self._salt[1], said, sha256).digest()

    def _salt_of(self, day: date) -> bytes:
        """Return what all nodes salt with that day: the first to ask chooses it."""
        self._pool.open()
        with self._pool.connection() as connection:
            connection.execute(MAKE_SALT, [day, secrets.token_bytes(SALT_BYTES)])
            found = connection.execute(SALT, [day]).fetchone()
        assert found is not None
        return bytes(found[0])
