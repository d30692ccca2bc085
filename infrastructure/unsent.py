"""What was written in a form that came too late, sealed until its writer has signed in again."""

from __future__ import annotations

from psycopg_pool import ConnectionPool

from application.sessions import Unsent
from domain.shared.ids import Id
from infrastructure.for_browser import hashed, opened_by, sealed_for
from infrastructure.reaching import reaching

WHAT = "unsent form"
SWEEP = "DELETE FROM sessions.kept WHERE kept_at < clock_timestamp() - interval '1 hour'"
# Only what the form of that very session sent is kept, and for its own person.
KEEP = """
    INSERT INTO sessions.kept (secret_sha256, person, path, sealed)
    SELECT secret_sha256, person, %(path)s, %(sealed)s FROM sessions.open
    WHERE secret_sha256 = %(hash)s AND form_key = %(form_key)s
    ON CONFLICT (secret_sha256) DO UPDATE SET path = excluded.path, sealed = excluded.sealed
"""
TAKE = """
    DELETE FROM sessions.kept WHERE secret_sha256 = %(hash)s AND (%(path)s::text IS NULL
        OR path = %(path)s) AND (%(person)s::uuid IS NULL OR person = %(person)s)
        AND kept_at > clock_timestamp() - interval '1 hour'
    RETURNING person, path, sealed
"""
PUT = """
    INSERT INTO sessions.kept (secret_sha256, person, path, sealed)
    VALUES (%(hash)s, %(person)s, %(path)s, %(sealed)s) ON CONFLICT DO NOTHING
"""


class PostgresUnsent:
    """Rows of ``sessions.kept``."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    @reaching
    def keep(self, secret: str, form_key: str, unsent: Unsent) -> bool:
        told = {
            "hash": hashed(secret),
            "form_key": form_key,
            "path": unsent.path,
            "sealed": sealed_for(secret, unsent.typed, WHAT),
        }
        self._pool.open()
        with self._pool.connection() as connection:
            connection.execute(SWEEP)
            return connection.execute(KEEP, told).rowcount > 0

    @reaching
    def hand_over(self, before: str, now: str, person: Id) -> str | None:
        self._pool.open()
        with self._pool.connection() as connection:
            found = connection.execute(
                TAKE, {"hash": hashed(before), "path": None, "person": person}
            ).fetchone()
            # Another who signs in at the same machine neither sees nor loses it.
            if found is None:
                return None
            sealed = sealed_for(now, opened_by(before, found[2], WHAT), WHAT)
            told = {"hash": hashed(now), "person": person, "path": found[1], "sealed": sealed}
            connection.execute(PUT, told)
            return str(found[1])

    @reaching
    def take(self, secret: str, path: str) -> bytes | None:
        self._pool.open()
        with self._pool.connection() as connection:
            found = connection.execute(
                TAKE, {"hash": hashed(secret), "path": path, "person": None}
            ).fetchone()
        return opened_by(secret, found[2], WHAT) if found else None
