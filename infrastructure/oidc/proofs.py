"""Proofs that whoever sends a token holds its key (DPoP, RFC 9449): made here, and checked here."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, OKPKey, RSAKey

from application.ports import Clock
from application.signing_in import UsedOnce
from infrastructure.oidc.hashes import digest
from infrastructure.oidc.provider import PublicKey
from infrastructure.oidc.refusing import NotBelieved
from infrastructure.oidc.tokens import SKEW, Told, same, told

ALGORITHM = "ES256"
BELIEVED = ("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256")
OLDEST = timedelta(seconds=60)
LONGEST_ID = 256
PORTS = {"https": 443, "http": 80}


def new_key() -> ECKey:
    return ECKey.generate_key("P-256", private=True)


def make_proof(key: ECKey, *, method: str, url: str, now: datetime, nonce: str | None) -> str:
    """Return a proof for one request, good once."""
    header = {"typ": "dpop+jwt", "alg": ALGORITHM, "jwk": key.as_dict(private=False)}
    claims = {
        "jti": secrets.token_urlsafe(24),
        "htm": method,
        "htu": url,
        "iat": int(now.timestamp()),
        **({"nonce": nonce} if nonce else {}),
    }
    return jwt.encode(header, claims, key, algorithms=[ALGORITHM])


class Proofs:
    """Checks the proofs that come with requests to us."""

    def __init__(self, clock: Clock, once: UsedOnce) -> None:
        self._clock = clock
        self._once = once

    def check(self, proof: str, *, method: str, url: str, token: str, thumbprint: str) -> None:
        """Raise NotBelieved unless the key with that thumbprint sent this token here, now."""
        read = told(proof, _own_key, types=("dpop+jwt",), algorithms=BELIEVED)
        if not same(read.claims.get("htm"), method):
            raise NotBelieved("DPoP htm")
        if _place(read.claims.get("htu")) != _place(url):
            raise NotBelieved("DPoP htu")
        if not same(read.claims.get("ath"), digest(token)):
            raise NotBelieved("DPoP ath")
        self._check_time(read)
        if not same(_own_key(read.header).thumbprint(), thumbprint):
            raise NotBelieved("DPoP key is not the token's")
        # Last, so that a proof refused for something else is not used up.
        self._use(read, thumbprint)

    def _check_time(self, read: Told) -> None:
        issued, now = read.instant("iat"), self._clock.now()
        if issued < now - OLDEST - SKEW:
            raise NotBelieved("DPoP iat too old")
        if issued > now + SKEW:
            raise NotBelieved("DPoP iat in the future")

    def _use(self, read: Told, thumbprint: str) -> None:
        jti = read.claims.get("jti")
        if not isinstance(jti, str) or not 0 < len(jti) <= LONGEST_ID:
            raise NotBelieved("DPoP jti")
        # A second more than it would be taken: the last instant still counts.
        until = read.instant("iat") + OLDEST + SKEW + timedelta(seconds=1)
        if not self._once.first(f"dpop:{thumbprint}:{jti}", until=until):
            raise NotBelieved("DPoP proof used before")


def _own_key(header: Mapping[str, Any]) -> PublicKey:
    """Return the key in the header, which must be one anyone may see."""
    jwk = header.get("jwk")
    if not isinstance(jwk, dict):
        raise NotBelieved("DPoP jwk")
    try:
        key = JWKRegistry.import_key(jwk)
    except (JoseError, ValueError, TypeError, KeyError):
        raise NotBelieved("DPoP jwk") from None
    if not isinstance(key, ECKey | RSAKey | OKPKey) or key.is_private:
        raise NotBelieved("DPoP jwk is not a public key")
    return key


def _place(url: object) -> tuple[str, str | None, int | None, str] | None:
    """Return what of an address is compared: no query, no fragment, and the port in full."""
    if not isinstance(url, str):
        return None
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme)
    except ValueError:
        return None
    return parts.scheme, parts.hostname, port, parts.path or "/"
