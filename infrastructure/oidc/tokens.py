"""Believing a signed token: first its form, its type and its signature, then what it says."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError

from infrastructure.oidc.provider import PublicKey
from infrastructure.oidc.refusing import NotBelieved

ALGORITHMS = ("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512")
"""Signatures with a public key; a shared secret, or none, is never believed."""
SKEW = timedelta(seconds=30)
LONGEST = 16_384
LATEST = 253_402_300_799
"""The last second of the year 9999."""
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """The header and claims of a token whose signature holds."""

    header: Mapping[str, Any]
    claims: Mapping[str, Any]

    def text(self, name: str) -> str:
        """Return a claim that must be there and be text."""
        value = self.claims.get(name)
        if not isinstance(value, str) or not value:
            raise NotBelieved(f"no {name}")
        return value

    def maybe(self, name: str) -> str | None:
        return self.text(name) if name in self.claims else None

    def instant(self, name: str) -> datetime:
        """Return a claim that must be there and be a time."""
        value = self.claims.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise NotBelieved(f"no {name}")
        if not 0 <= value <= LATEST:
            raise NotBelieved(f"no {name}")
        return datetime.fromtimestamp(value, UTC)

    def only(self, name: str, right: str) -> None:
        """Refuse unless the claim is exactly this."""
        if not same(self.claims.get(name), right):
            raise NotBelieved(f"wrong {name}")

    def timely(self, now: datetime) -> None:
        """Refuse what has expired, what is not yet valid, and what was issued in the future."""
        if self.instant("exp") <= now - SKEW:
            raise NotBelieved("expired")
        if self.instant("iat") > now + SKEW:
            raise NotBelieved("iat in the future")
        if "nbf" in self.claims and self.instant("nbf") > now + SKEW:
            raise NotBelieved("not yet valid")


def same(found: object, right: str) -> bool:
    """Return whether they are equal, in a time that does not tell how nearly."""
    return isinstance(found, str) and hmac.compare_digest(found.encode(), right.encode())


def told(
    token: str,
    key: Callable[[Mapping[str, Any]], PublicKey],
    *,
    types: tuple[str, ...],
    algorithms: tuple[str, ...] = ALGORITHMS,
) -> Told:
    """Return what the token says if it is of one of the types and the key signed it.

    ``key`` finds the key from the header, whose algorithm has been judged by then.
    """
    found = _extracted(token)
    header = found.headers()
    _judge(header, types, algorithms)
    chosen = key(header)
    try:
        signed = jws.validate_compact(found, chosen, registry=_registry(algorithms))
        claims = json.loads(found.payload)
    except (JoseError, ValueError, TypeError, KeyError, RecursionError):
        raise NotBelieved("signature") from None
    if not signed:
        raise NotBelieved("signature")
    if not isinstance(claims, dict):
        raise NotBelieved("no claims")
    return Told(header, claims)


def _extracted(token: str) -> jws.CompactSignature:
    """Return the parts of a token, before anything in them is believed."""
    if len(token) > LONGEST or not token.isascii() or token.count(".") != _PARTS - 1:
        raise NotBelieved("not a signed token")
    try:
        found = jws.extract_compact(token.encode(), registry=_registry(ALGORITHMS))
    except (JoseError, ValueError, TypeError, RecursionError):
        raise NotBelieved("not a signed token") from None
    if not isinstance(found.protected, dict):
        raise NotBelieved("not a signed token")
    return found


class _Registry(jws.JWSRegistry):
    """The library's own limits are below a proof with an RSA key in its header."""

    max_header_length = LONGEST
    max_payload_length = LONGEST
    max_signature_length = LONGEST


def _registry(algorithms: tuple[str, ...]) -> jws.JWSRegistry:
    return _Registry(algorithms=algorithms, strict_check_header=False)


def _judge(header: Mapping[str, Any], types: tuple[str, ...], algorithms: tuple[str, ...]) -> None:
    if header.get("alg") not in algorithms:
        raise NotBelieved("algorithm")
    typ = header.get("typ", "")
    if not isinstance(typ, str) or typ.lower().removeprefix("application/") not in types:
        raise NotBelieved("typ")
    if "crit" in header or header.get("b64", True) is not True:
        raise NotBelieved("critical header")
