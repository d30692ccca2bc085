"""What may be used once only, remembered in PostgreSQL for every process and node."""

from __future__ import annotations

import hashlib
from datetime import datetime

from psycopg_pool import ConnectionPool

from application.ports import Clock
from infrastructure.reaching import reaching

# One statement decides: whoever inserts the row, or takes over one that is past, was first.
USE = """
    INSERT INTO signing_in.used_once AS used (key, until) VALUES (%(key)s, %(until)s)
    ON CONFLICT (key) DO UPDATE SET until = excluded.until WHERE used.until <= %(now)s
    RETURNING true
"""
FORGET = """
    DELETE FROM signing_in.used_once WHERE key IN (
        SELECT key FROM signing_in.used_once WHERE until <= %s ORDER BY until LIMIT 100
        FOR UPDATE SKIP LOCKED
    )
"""


class PostgresUsedOnce:
    """Keeps digests, never what was used; clears away a little of what is past each time."""

    def __init__(self, pool: ConnectionPool, clock: Clock) -> None:
        self._pool = pool
        self._clock = clock

    @reaching
    def first(self, key: str, *, until: datetime) -> bool:
        now = self._clock.now()
        digest = hashlib.sha256(key.encode()).digest()
        self._pool.open()
        with self._pool.connection() as connection:
            used = connection.execute(USE, {"key": digest, "until": until, "now": now}).fetchone()
            connection.execute(FORGET, [now])
        return used is not None
