"""What we ask of a provider, and what we prove with it."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from application.ports import Unavailable
from infrastructure.oidc.hashes import digest
from infrastructure.oidc.profiles import HELSEID, IDPORTEN
from infrastructure.oidc.relying_party import RelyingParty
from tests.infrastructure.oidc.dishonest import CODE, Dishonest, Lies, Reply
from tests.infrastructure.oidc.keys import ec_key, rsa_key
from tests.infrastructure.oidc.running import CALLBACK, DOCTOR, settings_at
from tests.infrastructure.oidc.watch import Watch


def read(token: str, key: ECKey | RSAKey, algorithm: str) -> tuple[dict[str, Any], dict[str, Any]]:
    found = jwt.decode(token, key, algorithms=[algorithm])
    return dict(found.header), dict(found.claims)


def complete(party: RelyingParty, liar: Dishonest) -> None:
    begun, _ = party.begin(CALLBACK)
    party.complete(begun, {"code": CODE, "state": begun.state, "iss": liar.issuer})


def test_the_request_is_pushed_and_the_browser_carries_its_handle_alone(
    party: RelyingParty, liar: Dishonest
) -> None:
    begun, url = party.begin(CALLBACK)
    pushed = liar.last("/par").form
    assert url.startswith(f"{liar.issuer}/auth?")
    assert parse_qs(urlsplit(url).query) == {
        "client_id": ["alis"],
        "request_uri": ["urn:example:1"],
    }
    assert pushed["response_type"] == "code"
    assert pushed["scope"] == HELSEID.scope
    assert pushed["redirect_uri"] == CALLBACK
    assert (pushed["state"], pushed["nonce"]) == (begun.state, begun.nonce)
    assert pushed["code_challenge_method"] == "S256"
    assert pushed["code_challenge"] == digest(begun.verifier)
    assert pushed["dpop_jkt"] == ECKey.import_key(dict(begun.proof_key)).thumbprint()
    assert not {"prompt", "max_age", "acr_values", "code_verifier"} & set(pushed)


def test_idporten_is_asked_for_its_highest_level(liar: Dishonest, watch: Watch) -> None:
    RelyingParty(settings_at(liar.issuer, IDPORTEN), watch).begin(CALLBACK)
    pushed = liar.last("/par").form
    assert (pushed["acr_values"], pushed["scope"]) == ("idporten-loa-high", "openid")


def test_a_new_authentication_is_asked_for_by_name(party: RelyingParty, liar: Dishonest) -> None:
    party.begin_again(CALLBACK, subject="doctor")
    pushed = liar.last("/par").form
    assert (pushed["prompt"], pushed["max_age"]) == ("login", "0")


def test_no_two_sign_ins_share_anything_secret(party: RelyingParty) -> None:
    first, second = party.begin(CALLBACK)[0], party.begin(CALLBACK)[0]
    for name in ("state", "nonce", "verifier", "proof_key"):
        assert getattr(first, name) != getattr(second, name)
    assert min(len(first.state), len(first.nonce), len(first.verifier)) >= 43


@pytest.mark.parametrize("path", ["/par", "/token"])
def test_we_prove_who_we_are_to_this_issuer_for_half_a_minute(
    party: RelyingParty, liar: Dishonest, watch: Watch, path: str
) -> None:
    complete(party, liar)
    form = liar.last(path).form
    assert form["client_assertion_type"].endswith(":jwt-bearer")
    header, claims = read(form["client_assertion"], ec_key("alis"), "ES256")
    assert header == {"alg": "ES256", "kid": "alis", "typ": "client-authentication+jwt"}
    jti = claims.pop("jti")
    now = watch.seconds
    assert claims == {
        "iss": "alis",
        "sub": "alis",
        "aud": liar.issuer,
        "iat": now,
        "nbf": now,
        "exp": now + 30,
    }
    complete(party, liar)
    _, again = read(liar.last(path).form["client_assertion"], ec_key("alis"), "ES256")
    assert again["jti"] != jti


def test_an_rsa_key_signs_with_rsa(liar: Dishonest, watch: Watch) -> None:
    RelyingParty(settings_at(liar.issuer, IDPORTEN), watch).begin(CALLBACK)
    header, _ = read(liar.last("/par").form["client_assertion"], rsa_key("alis"), "RS256")
    assert header == {"alg": "RS256", "kid": "alis", "typ": "JWT"}


def test_the_code_comes_with_its_verifier_and_a_proof_of_the_key(
    party: RelyingParty, liar: Dishonest, watch: Watch
) -> None:
    begun, _ = party.begin(CALLBACK)
    party.complete(begun, {"code": CODE, "state": begun.state, "iss": liar.issuer})
    asked = liar.last("/token")
    assert asked.form["grant_type"] == "authorization_code"
    assert (asked.form["code"], asked.form["redirect_uri"]) == (CODE, CALLBACK)
    assert asked.form["code_verifier"] == begun.verifier

    own = ECKey.import_key(dict(begun.proof_key))
    header, claims = read(asked.headers["dpop"], own, "ES256")
    assert header == {"typ": "dpop+jwt", "alg": "ES256", "jwk": own.as_dict(private=False)}
    assert "d" not in header["jwk"]
    assert claims.pop("jti")
    assert claims == {"htm": "POST", "htu": f"{liar.issuer}/token", "iat": watch.seconds}


def test_a_nonce_of_the_providers_is_used_once_and_not_for_ever(
    party: RelyingParty, liar: Dishonest
) -> None:
    begun, _ = party.begin(CALLBACK)
    refused = Reply({"error": "use_dpop_nonce"}, 400, {"DPoP-Nonce": "the-nonce"})
    liar.lies = Lies(replies={"/token": refused})
    with pytest.raises(Unavailable):
        party.complete(begun, {"code": CODE, "state": begun.state, "iss": liar.issuer})
    own = ECKey.import_key(dict(begun.proof_key))
    proofs = [asked.headers["dpop"] for asked in liar.asked if asked.path == "/token"]
    (_, first), (_, second) = (read(proof, own, "ES256") for proof in proofs)
    assert ("nonce" in first, second["nonce"]) == (False, "the-nonce")
    assert first["jti"] != second["jti"]


def test_helseid_without_bound_tokens_is_refused_and_idporten_is_not(
    liar: Dishonest, watch: Watch
) -> None:
    liar.lies = Lies(
        metadata={"dpop_signing_alg_values_supported": None},
        claims={"acr": "idporten-loa-high", "pid": DOCTOR},
        tokens={"token_type": "Bearer"},
    )
    with pytest.raises(Unavailable):
        RelyingParty(settings_at(liar.issuer, HELSEID), watch).begin(CALLBACK)
    complete(RelyingParty(settings_at(liar.issuer, IDPORTEN), watch), liar)
    assert "dpop" not in liar.last("/token").headers
    assert "dpop_jkt" not in liar.last("/par").form


def test_leaving_names_the_session_and_where_to_come_back(
    party: RelyingParty, liar: Dishonest
) -> None:
    leaving = party.leave("the-id-token", back_to="https://alis.example/out", state="then")
    assert leaving
    assert leaving.address == f"{liar.issuer}/out"
    assert "the-id-token" not in repr(leaving)
    assert parse_qs(urlsplit(leaving.url).query) == {
        "id_token_hint": ["the-id-token"],
        "client_id": ["alis"],
        "post_logout_redirect_uri": ["https://alis.example/out"],
        "state": ["then"],
    }


def test_a_provider_without_sessions_to_leave_is_said_to_have_none(
    party: RelyingParty, liar: Dishonest
) -> None:
    liar.lies = Lies(metadata={"end_session_endpoint": None})
    assert party.leave("t", back_to="https://alis.example/out", state="then") is None
