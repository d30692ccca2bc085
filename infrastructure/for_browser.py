"""What is kept for one browser: found by the hash of its secret, and opened by nothing else."""

from __future__ import annotations

import hmac
from hashlib import sha256

from infrastructure.store.sealing import open_content, seal_content


def hashed(secret: str) -> bytes:
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()


def sealed_for(secret: str, content: bytes, what: str) -> bytes:
    """Return the content as the database may keep it: without the secret it tells nothing."""
    return seal_content(_key(secret), content, what)


def opened_by(secret: str, sealed: bytes, what: str) -> bytes:
    return open_content(_key(secret), bytes(sealed), what)


def _key(secret: str) -> bytes:
    # Another digest than the one it is found by, which the database has.
    return hmac.digest(secret.encode("utf-8", "surrogatepass"), b"sealed for a browser", sha256)
