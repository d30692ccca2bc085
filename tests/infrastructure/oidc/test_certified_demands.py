"""The provider we test against demands what HelseID does, so that a flow that passes means it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import requests
from joserfc.jwk import ECKey

from application.ports import Clock
from application.signing_in import Begun
from infrastructure.clock import SystemClock
from infrastructure.oidc.back_channel import BackChannel
from infrastructure.oidc.hashes import digest
from infrastructure.oidc.profiles import HELSEID
from infrastructure.oidc.proofs import new_key
from infrastructure.oidc.provider import Provider
from tests.infrastructure.oidc.browser import Browser
from tests.infrastructure.oidc.keys import as_client_key, ec_key
from tests.infrastructure.oidc.running import CALLBACK, Running

pytestmark = pytest.mark.slow


class SlowClock(SystemClock):
    def now(self) -> datetime:
        return super().now() - timedelta(hours=1)


def channel(certified: Running, clock: Clock, *, key: str = "alis") -> BackChannel:
    settings = certified.settings(HELSEID)
    settings = replace(settings, key=replace(as_client_key(ec_key(key)), kid="alis"))
    return BackChannel(settings, Provider(settings.issuer, clock), clock)


def request() -> dict[str, str]:
    return {
        "response_type": "code",
        "scope": "openid",
        "redirect_uri": CALLBACK,
        "state": "s",
        "nonce": "n",
        "code_challenge": digest("v" * 43),
        "code_challenge_method": "S256",
    }


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in request().items() if key != name}


def test_it_takes_a_request_that_is_right(certified: Running) -> None:
    assert channel(certified, SystemClock()).push(request()).status == 201


def test_it_takes_none_without_pkce(certified: Running) -> None:
    answer = channel(certified, SystemClock()).push(without("code_challenge"))
    assert (answer.status, answer.error) == (400, "invalid_request")


def test_it_takes_none_signed_with_another_key_or_long_ago(certified: Running) -> None:
    for wrong in (
        channel(certified, SystemClock(), key="another"),
        channel(certified, SlowClock()),
    ):
        answer = wrong.push(request())
        assert (answer.status, answer.error) == (401, "invalid_client")


@pytest.mark.parametrize("how", ["no proof", "another key", "another verifier"])
def test_it_gives_nothing_for_a_stolen_code(certified: Running, browser: Browser, how: str) -> None:
    begun, url = certified.relying_party(HELSEID).begin(CALLBACK)
    code = browser.sign_in(url, "doctor")["code"]
    verifier = "v" * 43 if how == "another verifier" else begun.verifier
    answer = channel(certified, SystemClock()).exchange(
        {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": CALLBACK,
            "code_verifier": verifier,
        },
        _key(begun, how),
    )
    assert (answer.status, answer.error) == (400, "invalid_grant")


def test_it_takes_no_request_past_the_back_channel(certified: Running) -> None:
    answer = requests.get(
        f"{certified.issuers['helseid']}/auth",
        params={"client_id": "alis", **request()},
        allow_redirects=False,
        timeout=20,
    )
    assert "error=invalid_request" in answer.headers["Location"]
    assert "code=" not in answer.headers["Location"]


def _key(begun: Begun, how: str) -> ECKey | None:
    own = ECKey.import_key(dict(begun.proof_key))
    return {"no proof": None, "another key": new_key(), "another verifier": own}[how]
