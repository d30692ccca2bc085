"""The keys of the tests, made anew in each run."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from joserfc.jwk import ECKey, RSAKey

from infrastructure.oidc.settings import ClientKey, client_key


@cache
def ec_key(kid: str) -> ECKey:
    return ECKey.generate_key("P-256", {"kid": kid, "use": "sig", "alg": "ES256"}, private=True)


@cache
def rsa_key(kid: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig", "alg": "RS256"}, private=True)


def public(key: ECKey | RSAKey) -> dict[str, Any]:
    return dict(key.as_dict(private=False))


def private(key: ECKey | RSAKey) -> dict[str, Any]:
    return dict(key.as_dict(private=True))


def as_client_key(key: ECKey | RSAKey) -> ClientKey:
    return client_key("the key", json.dumps(private(key)))
