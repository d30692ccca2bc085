"""Sessions in PostgreSQL: only a hash of each secret is kept, and the database tells the time."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool

from application.sessions import (
    FRESH,
    IDLE,
    LONGEST,
    AtProvider,
    Session,
    SessionLine,
    SignedIn,
)
from domain.shared.ids import Id
from infrastructure.for_browser import hashed, opened_by, sealed_for
from infrastructure.reaching import reaching
from infrastructure.unsent import PostgresUnsent

LOG = logging.getLogger(__name__)
BYTES = 32
SESSION = "session"
OPEN = """
    INSERT INTO sessions.open (secret_sha256, person, form_key, language,
        issuer, subject_sha256, provider_session, authenticated_at, at_provider_sealed)
    VALUES (%(hash)s, %(person)s, %(form_key)s, %(language)s,
        %(issuer)s, %(subject)s, %(session)s, %(authenticated_at)s, %(sealed)s)
"""
AGAIN = """
    WITH before AS (
        UPDATE sessions.open SET ended_at = clock_timestamp()
        WHERE secret_sha256 = %(before)s AND ended_at IS NULL
        AND seen_at > clock_timestamp() - %(idle)s AND opened_at > clock_timestamp() - %(longest)s
        RETURNING person, form_key, language
    )
    INSERT INTO sessions.open (secret_sha256, person, form_key, language,
        issuer, subject_sha256, provider_session, authenticated_at, at_provider_sealed)
    SELECT %(hash)s, person, form_key, language,
        %(issuer)s, %(subject)s, %(session)s, %(authenticated_at)s, %(sealed)s FROM before
"""
AT_PROVIDER = """
    SELECT at_provider_sealed FROM sessions.open WHERE secret_sha256 = %s AND ended_at IS NULL
"""
FIND = """
    UPDATE sessions.open SET seen_at = clock_timestamp()
    WHERE secret_sha256 = %(hash)s AND ended_at IS NULL AND seen_at > clock_timestamp() - %(idle)s
    AND opened_at > clock_timestamp() - %(longest)s
    AND NOT EXISTS (SELECT FROM directory.people AS known
        WHERE known.person = sessions.open.person AND known.same_as IS NOT NULL)
    RETURNING person, form_key, language, issuer,
        authenticated_at, opened_at, authenticated_at > clock_timestamp() - %(fresh)s AS fresh
"""
SPEAK = "UPDATE sessions.open SET language = %s WHERE secret_sha256 = %s"
END = """
    UPDATE sessions.open SET ended_at = clock_timestamp()
    WHERE secret_sha256 = %s AND ended_at IS NULL
"""
END_ALL = """
    UPDATE sessions.open SET ended_at = clock_timestamp() WHERE person = %s AND ended_at IS NULL
"""
END_OF_PROVIDER = """
    UPDATE sessions.open SET ended_at = clock_timestamp()
    WHERE issuer = %(issuer)s AND ended_at IS NULL
    AND (provider_session = %(session)s
        OR (%(session)s::text IS NULL AND subject_sha256 = %(subject)s))
    AND opened_at < coalesce(%(before)s::timestamptz, 'infinity')
    RETURNING person
"""
OF = """
    SELECT number, opened_at, seen_at, issuer, secret_sha256 = %(hash)s AS this_one
    FROM sessions.open
    WHERE person = %(person)s AND ended_at IS NULL AND seen_at > clock_timestamp() - %(idle)s
    AND opened_at > clock_timestamp() - %(longest)s ORDER BY opened_at DESC
"""
WITHIN = {"idle": IDLE, "longest": LONGEST, "fresh": FRESH}


class PostgresSessions:
    """Every session of every browser."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool
        self.unsent = PostgresUnsent(pool)

    @reaching
    def open(self, person: Id, signed_in: SignedIn, *, language: str) -> str:
        secret = secrets.token_urlsafe(BYTES)
        key = secrets.token_urlsafe(BYTES)
        told = {"person": person, "form_key": key, "language": language}
        self._do(OPEN, told | _told(secret, signed_in))
        LOG.info("%s signed in by %s", person, signed_in.issuer)
        return secret

    @reaching
    def find(self, secret: str) -> Session | None:
        found = self._rows(FIND, {"hash": hashed(secret), **WITHIN})
        return Session(**found[0]) if found else None

    @reaching
    def speak(self, secret: str, language: str) -> None:
        self._do(SPEAK, [language, hashed(secret)])

    @reaching
    def at_provider(self, secret: str) -> AtProvider | None:
        found = self._rows(AT_PROVIDER, [hashed(secret)])
        sealed = found[0]["at_provider_sealed"] if found else None
        return AtProvider(**json.loads(opened_by(secret, sealed, SESSION))) if sealed else None

    @reaching
    def again(self, secret: str, signed_in: SignedIn) -> str | None:
        new = secrets.token_urlsafe(BYTES)
        told = {"before": hashed(secret), **WITHIN, **_told(new, signed_in)}
        return new if self._do(AGAIN, told) else None

    @reaching
    def end(self, secret: str) -> None:
        self._do(END, [hashed(secret)])

    @reaching
    def end_all(self, person: Id) -> int:
        LOG.info("%s signed out everywhere", person)
        return self._do(END_ALL, [person])

    @reaching
    def end_of_provider(
        self,
        issuer: str,
        *,
        subject: str | None,
        session: str | None,
        before: datetime | None = None,
    ) -> Sequence[Id]:
        told = {
            "issuer": issuer,
            "session": session,
            "subject": hashed(subject) if subject else None,
            "before": before,
        }
        return [row["person"] for row in self._rows(END_OF_PROVIDER, told)]

    @reaching
    def of(self, person: Id, secret: str) -> Sequence[SessionLine]:
        found = self._rows(OF, {"hash": hashed(secret), "person": person, **WITHIN})
        return [SessionLine(**row) for row in found]

    def _do(self, statement: str, told: Any) -> int:
        self._pool.open()
        with self._pool.connection() as connection:
            return connection.execute(statement.encode(), told).rowcount

    def _rows(self, statement: str, told: Any) -> list[dict[str, Any]]:
        self._pool.open()
        with (
            self._pool.connection() as connection,
            connection.cursor(row_factory=dict_row) as cursor,
        ):
            return cursor.execute(statement.encode(), told).fetchall()


def _told(secret: str, signed_in: SignedIn) -> dict[str, Any]:
    at_provider = {"subject": signed_in.subject, "id_token": signed_in.id_token}
    return {
        "hash": hashed(secret),
        "issuer": signed_in.issuer,
        "subject": hashed(signed_in.subject),
        "session": signed_in.provider_session,
        "authenticated_at": signed_in.authenticated_at,
        "sealed": sealed_for(secret, json.dumps(at_provider).encode(), SESSION),
    }
