"""Sign-ins on their way in PostgreSQL: sealed for the browser that began them, and taken once."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict

from psycopg_pool import ConnectionPool

from application.doors import Taken
from application.signing_in import Begun
from infrastructure.for_browser import hashed, opened_by, sealed_for
from infrastructure.reaching import reaching

BYTES = 32
BEGUN = "begun"
KEEP = "INSERT INTO sessions.begun (secret_sha256, begun, back_to) VALUES (%s, %s, %s)"
# Longer than a provider's answer is good for.
SWEEP = "DELETE FROM sessions.begun WHERE begun_at < clock_timestamp() - interval '1 hour'"
TAKE = "DELETE FROM sessions.begun WHERE secret_sha256 = %s RETURNING begun, back_to"


class PostgresOnTheWay:
    """Clears away those nobody came back with each time another is kept."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    @reaching
    def keep(self, begun: Begun, *, back_to: str) -> str:
        secret = secrets.token_urlsafe(BYTES)
        sealed = sealed_for(secret, json.dumps(asdict(begun)).encode(), BEGUN)
        self._pool.open()
        with self._pool.connection() as connection:
            connection.execute(SWEEP)
            connection.execute(KEEP, [hashed(secret), sealed, back_to])
        return secret

    @reaching
    def take(self, secret: str) -> Taken | None:
        self._pool.open()
        with self._pool.connection() as connection:
            connection.execute(SWEEP)
            found = connection.execute(TAKE, [hashed(secret)]).fetchone()
        if found is None:
            return None
        begun = Begun(**json.loads(opened_by(secret, found[0], BEGUN)))
        return Taken(begun=begun, back_to=found[1])
