"""What was written in a form that came too late, sealed until its writer has signed in again."""

from __future__ import annotations

import secrets
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from psycopg_pool import ConnectionPool

from application.sessions import Unsent
from domain.shared.ids import Id
from infrastructure.reaching import reaching

NONCE_BYTES = 12
SWEEP = "DELETE FROM sessions.kept WHERE kept_at < clock_timestamp() - interval '1 hour'"
# Only what the form of that very session sent is kept, and for its own person.
KEEP = """
    INSERT INTO sessions.kept (secret_sha256, person, path, sealed)
    SELECT secret_sha256, person, %(path)s, %(sealed)s FROM sessions.open
    WHERE secret_sha256 = %(hash)s AND form_key = %(form_key)s
    ON CONFLICT DO NOTHING
"""
TAKE = """
    DELETE FROM sessions.kept WHERE secret_sha256 = %(hash)s AND (%(path)s::text IS NULL
        OR path = %(path)s) AND kept_at > clock_timestamp() - interval '1 hour'
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
            "hash": _hashed(secret),
            "form_key": form_key,
            "path": unsent.path,
            "sealed": _sealed(secret, unsent.typed),
        }
        self._pool.open()
        with self._pool.connection() as connection:
            connection.execute(SWEEP)
            return connection.execute(KEEP, told).rowcount > 0

    @reaching
    def hand_over(self, before: str, now: str, person: Id) -> str | None:
        self._pool.open()
        with self._pool.connection() as connection:
            found = connection.execute(TAKE, {"hash": _hashed(before), "path": None}).fetchone()
            if found is None or str(found[0]) != person:
                # Another who signs in at the same machine never sees it.
                return None
            typed = _opened(before, found[2])
            if typed is None:
                return None
            told = {"hash": _hashed(now), "person": person, "path": found[1]}
            connection.execute(PUT, told | {"sealed": _sealed(now, typed)})
            return str(found[1])

    @reaching
    def take(self, secret: str, path: str) -> bytes | None:
        self._pool.open()
        with self._pool.connection() as connection:
            found = connection.execute(TAKE, {"hash": _hashed(secret), "path": path}).fetchone()
        return _opened(secret, found[2]) if found else None


def _hashed(secret: str) -> bytes:
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()


def _key(secret: str) -> AESGCM:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"alis unsent form")
    return AESGCM(derive.derive(secret.encode("utf-8", "surrogatepass")))


def _sealed(secret: str, typed: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + _key(secret).encrypt(nonce, typed, None)


def _opened(secret: str, sealed: bytes) -> bytes | None:
    try:
        return _key(secret).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None)
    except InvalidTag:
        return None
