"""The digests that OpenID Connect binds one thing to another with."""

from __future__ import annotations

import hashlib

from joserfc.util import urlsafe_b64encode


def digest(text: str) -> str:
    """Return the PKCE challenge (S256) of a verifier, or ``ath``, the digest of a token."""
    return urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()


def half_hash(text: str, algorithm: str) -> str:
    """Return ``at_hash`` or ``c_hash``: the left half, by the hash of the token's algorithm."""
    whole = hashlib.new(f"sha{algorithm[-3:]}", text.encode()).digest()
    return urlsafe_b64encode(whole[: len(whole) // 2]).decode()
