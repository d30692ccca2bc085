"""A machine client gets its token from the certified provider, and we take it."""

from __future__ import annotations

import secrets
import time
from typing import Any

import pytest
import requests
from joserfc import jwt
from joserfc.jwk import ECKey
from psycopg_pool import ConnectionPool

from domain.shared.refusals import NotSignedIn
from infrastructure.clock import SystemClock
from infrastructure.oidc.hashes import digest
from infrastructure.oidc.machine import MachineTokens
from infrastructure.oidc.proofs import make_proof, new_key
from infrastructure.oidc.settings import MachineSettings
from infrastructure.oidc.used_once import PostgresUsedOnce
from tests.infrastructure.oidc.keys import ec_key
from tests.infrastructure.oidc.running import AUDIENCE, Running

pytestmark = pytest.mark.slow
URL = "https://alis.example/api/plans"


@pytest.fixture
def once(once_pool: ConnectionPool) -> PostgresUsedOnce:
    """The provider's clock is the machine's; so is ours here."""
    return PostgresUsedOnce(once_pool, SystemClock())


def given(issuer: str, key: ECKey | None, scope: str = "alis:read") -> dict[str, Any]:
    """Return what the provider gives our machine client, bound to the key if there is one."""
    now = int(time.time())
    claims = {
        "iss": "machine",
        "sub": "machine",
        "aud": issuer,
        "jti": secrets.token_hex(16),
        "iat": now,
        "exp": now + 30,
    }
    own = ec_key("machine")
    assertion = jwt.encode({"alg": "ES256", "kid": "machine"}, claims, own, algorithms=["ES256"])
    url = f"{issuer}/token"
    clock = SystemClock()
    shown = make_proof(key, method="POST", url=url, now=clock.now(), nonce=None) if key else None
    answer = requests.post(
        url,
        data={
            "grant_type": "client_credentials",
            "scope": scope,
            "resource": AUDIENCE,
            "client_id": "machine",
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": assertion,
        },
        headers={"DPoP": shown} if shown else {},
        timeout=20,
    )
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert isinstance(told, dict)
    return told


def request_proof(key: ECKey, token: str, url: str = URL) -> str:
    header = {"typ": "dpop+jwt", "alg": "ES256", "jwk": key.as_dict(private=False)}
    claims = {
        "jti": secrets.token_hex(16),
        "htm": "GET",
        "htu": url,
        "iat": int(time.time()),
        "ath": digest(token),
    }
    return jwt.encode(header, claims, key, algorithms=["ES256"])


@pytest.mark.parametrize("name", ["helseid", "idporten"])
def test_a_bound_token_is_taken_with_its_proof(
    certified: Running, once: PostgresUsedOnce, name: str
) -> None:
    issuer = certified.issuers[name]
    tokens = MachineTokens(MachineSettings(issuer=issuer, audience=AUDIENCE), SystemClock(), once)
    key = new_key()
    told = given(issuer, key)
    assert told["token_type"] == "DPoP"
    sent = told["access_token"]
    shown = request_proof(key, sent)
    client = tokens.client(f"DPoP {sent}", proof=shown, method="GET", url=URL)
    assert (client.client_id, client.consumer) == ("machine", "974760673")
    assert client.scopes == {"alis:read"}
    for scheme, again in (("DPoP", shown), ("DPoP", None), ("Bearer", None)):
        with pytest.raises(NotSignedIn):
            tokens.client(f"{scheme} {sent}", proof=again, method="GET", url=URL)
    stolen = request_proof(new_key(), sent)
    with pytest.raises(NotSignedIn, match="key is not the token's"):
        tokens.client(f"DPoP {sent}", proof=stolen, method="GET", url=URL)


def test_a_bearer_token_is_taken_where_that_is_set(
    certified: Running, once: PostgresUsedOnce
) -> None:
    issuer = certified.issuers["helseid"]
    sent = given(issuer, None)["access_token"]
    settings = MachineSettings(issuer=issuer, audience=AUDIENCE, bound=False)
    tokens = MachineTokens(settings, SystemClock(), once)
    assert tokens.client(f"Bearer {sent}", proof=None, method="GET", url=URL).scopes == {
        "alis:read"
    }


def test_a_token_of_one_issuer_is_none_of_the_others(
    certified: Running, once: PostgresUsedOnce
) -> None:
    sent = given(certified.issuers["helseid"], None)["access_token"]
    other = certified.issuers["idporten"]
    settings = MachineSettings(issuer=other, audience=AUDIENCE, bound=False)
    with pytest.raises(NotSignedIn, match="wrong iss"):
        MachineTokens(settings, SystemClock(), once).client(
            f"Bearer {sent}", proof=None, method="GET", url=URL
        )
