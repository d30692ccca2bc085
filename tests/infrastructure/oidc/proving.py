"""Proofs a machine client sends with its token, right or wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from joserfc import jws
from joserfc.jwk import KeyFlexible
from joserfc.util import urlsafe_b64encode

from infrastructure.oidc.hashes import digest
from tests.infrastructure.oidc.dishonest import Careless, Claims, with_lies
from tests.infrastructure.oidc.keys import ec_key

URL = "https://alis.example/api/plans"
OWN = ec_key("the client's own")
PARTS = ("kty", "crv", "x", "y", "n", "e")


def public_part(key: Any) -> dict[str, Any]:
    """Return what of a key anybody may see, and nothing about how it is used."""
    return {
        n: v
        for n, v in key.as_dict(private=False).items()
        if n in ("kty", "crv", "x", "y", "n", "e")
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """How a proof departs from a right one; a value of None is left out."""

    claims: Claims = field(default_factory=dict)
    header: Claims = field(default_factory=dict)
    key: KeyFlexible = field(default_factory=lambda: OWN)


def proof(token: str, now: int, wrong: Wrong, *, jti: str = "proof-1") -> str:
    header = {"typ": "dpop+jwt", "alg": "ES256", "jwk": public_part(OWN)}
    claims = {"jti": jti, "htm": "GET", "htu": URL, "iat": now, "ath": digest(token)}
    told = with_lies(header, wrong.header)
    # A header may say any algorithm, or none; it is signed all the same.
    signs_with = told.get("alg", "ES256")
    registry = Careless(algorithms=[signs_with])
    payload = json.dumps(with_lies(claims, wrong.claims))
    if "alg" in told:
        return jws.serialize_compact(told, payload, wrong.key, registry=registry)
    return _without_algorithm(told, payload, wrong)


def _without_algorithm(header: Claims, payload: str, wrong: Wrong) -> str:
    signed = jws.serialize_compact(
        header | {"alg": "ES256"}, payload, wrong.key, registry=Careless(algorithms=["ES256"])
    )
    bare = urlsafe_b64encode(json.dumps(header).encode()).decode()
    return ".".join([bare, *signed.split(".")[1:]])
