"""An ID token that says or is anything else than it should is not believed."""

from __future__ import annotations

import base64
import json
import logging
from typing import Any

import pytest
from joserfc.jwk import OctKey

from domain.shared.refusals import NotSignedIn
from infrastructure.oidc.hashes import half_hash
from infrastructure.oidc.relying_party import RelyingParty
from tests.infrastructure.oidc.dishonest import ACCESS_TOKEN, CODE, Dishonest, Lies
from tests.infrastructure.oidc.keys import ec_key, public, rsa_key
from tests.infrastructure.oidc.running import CALLBACK, DOCTOR

LEVEL = "helseid://claims/identity/security_level"
PID = "helseid://claims/identity/pid"
HPR = "helseid://claims/hpr/hpr_number"
NOW = 1_800_014_400
OTHER_ALGORITHM = "the algorithm is not the key's"
UNKNOWN_KEY = "signed with a key the issuer does not have"
UNBOUND = "the token is not bound to our key"
HOUR = 3600
OTHER_HASH = half_hash("other", "ES256")
SUBJECTS_OWN = ec_key("somebody")


def sign_in(party: RelyingParty, liar: Dishonest, **answer: str) -> Any:
    begun, _ = party.begin(CALLBACK)
    told = {"code": CODE, "state": begun.state, "iss": liar.issuer} | answer
    return party.complete(begun, told)


def unsigned(token: str) -> str:
    """Return the same claims without a signature, as if that were an algorithm."""
    header = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').decode().rstrip("=")
    return f"{header}.{token.split('.')[1]}."


def cut(token: str) -> str:
    return token.rsplit(".", 1)[0] + "."


def altered(token: str) -> str:
    """Return the token with another subject, under the signature of the first."""
    header, claims, signature = token.split(".")
    told = json.loads(base64.urlsafe_b64decode(claims + "=="))
    changed = json.dumps(told | {"sub": "leader"}).encode()
    return f"{header}.{base64.urlsafe_b64encode(changed).decode().rstrip('=')}.{signature}"


BELIEVED = {
    "the truth": Lies(),
    "no typ": Lies(header={"typ": None}),
    "one audience in a list": Lies(claims={"aud": ["alis"]}),
    "ours as authorized party": Lies(claims={"azp": "alis"}),
    "the right hashes": Lies(
        claims={"at_hash": half_hash(ACCESS_TOKEN, "ES256"), "c_hash": half_hash(CODE, "ES256")}
    ),
    "a header we do not know": Lies(header={"x5t": "abc", "x-of-its-own": "1"}),
    "a little fast": Lies(claims={"iat": NOW + 20}),
    "a little late": Lies(claims={"exp": NOW - 20}),
    "no health personnel": Lies(claims={HPR: None}),
}

NOT_BELIEVED = {
    "another's signature": ("signature", Lies(key=SUBJECTS_OWN)),
    "altered": ("signature", Lies(token=altered)),
    "unsigned": ("algorithm", Lies(token=unsigned)),
    "its signature cut off": (
        "signature",
        Lies(token=cut),
    ),
    "not a token": ("not a signed token", Lies(token=lambda _: "a.b.c")),
    "five parts": ("not a signed token", Lies(token=lambda token: token + ".a.b")),
    "endless": ("not a signed token", Lies(token=lambda token: token + "A" * 20_000)),
    "our public key as a secret": (
        "algorithm",
        Lies(
            header={"alg": "HS256"},
            key=OctKey.import_key(json.dumps(public(ec_key("provider"))).encode()),
        ),
    ),
    "an algorithm that is not the key's": (
        "the algorithm is not the key's",
        Lies(header={"alg": "RS256"}, key=rsa_key("provider")),
    ),
    "an unknown key": (
        "signed with a key the issuer does not have",
        Lies(header={"kid": "somebody"}, key=SUBJECTS_OWN),
    ),
    "no key id": ("no key id", Lies(header={"kid": None})),
    "its own key": (
        "signed with a key the issuer does not have",
        Lies(header={"kid": "somebody", "jwk": public(SUBJECTS_OWN)}, key=SUBJECTS_OWN),
    ),
    "a critical header": (
        "critical header",
        Lies(header={"crit": ["exp"], "exp": NOW + HOUR}),
    ),
    "a critical header that is no list": ("critical header", Lies(header={"crit": 5})),
    "an unencoded payload": ("critical header", Lies(header={"b64": False, "crit": ["b64"]})),
    "an access token": ("typ", Lies(header={"typ": "at+jwt"})),
    "a logout token": ("typ", Lies(header={"typ": "logout+jwt"})),
    "another issuer": ("wrong iss", Lies(claims={"iss": "https://other.example"})),
    "almost the issuer": ("wrong iss", Lies(claims={"iss": "http://127.0.0.1/"})),
    "no issuer": ("wrong iss", Lies(claims={"iss": None})),
    "another audience": ("wrong aud", Lies(claims={"aud": "other"})),
    "ours and another audience": ("wrong aud", Lies(claims={"aud": ["alis", "other"]})),
    "no audience": ("wrong aud", Lies(claims={"aud": None})),
    "an empty audience": ("wrong aud", Lies(claims={"aud": []})),
    "another authorized party": ("wrong azp", Lies(claims={"azp": "other"})),
    "expired": ("expired", Lies(claims={"exp": NOW - 31})),
    "no expiry": ("no exp", Lies(claims={"exp": None})),
    "expiry in words": ("no exp", Lies(claims={"exp": "tomorrow"})),
    "expiry as true": ("no exp", Lies(claims={"exp": True})),
    "endless expiry": ("no exp", Lies(claims={"exp": float("inf")})),
    "an expiry of a thousand digits": ("no exp", Lies(claims={"exp": 10**1000})),
    "expiry past all years": ("no exp", Lies(claims={"exp": 1e300})),
    "issued in the future": ("iat in the future", Lies(claims={"iat": NOW + 31})),
    "issued at no time": ("no iat", Lies(claims={"iat": None})),
    "issued before we asked": ("issued before this sign-in", Lies(claims={"iat": NOW - 31})),
    "not yet valid": ("not yet valid", Lies(claims={"nbf": NOW + 31})),
    "another nonce": ("wrong nonce", Lies(claims={"nonce": "other"})),
    "a nonce that is no text": ("wrong nonce", Lies(claims={"nonce": ["other"]})),
    "no nonce": ("wrong nonce", Lies(claims={"nonce": None})),
    "no subject": ("no sub", Lies(claims={"sub": None})),
    "an empty subject": ("no sub", Lies(claims={"sub": ""})),
    "an endless subject": ("sub", Lies(claims={"sub": "s" * 256})),
    "no time of authentication": ("no auth_time", Lies(claims={"auth_time": None})),
    "authentication in the future": (
        "auth_time in the future",
        Lies(claims={"auth_time": NOW + 31}),
    ),
    "another access token's hash": (
        "wrong at_hash",
        Lies(claims={"at_hash": OTHER_HASH}),
    ),
    "another code's hash": ("wrong c_hash", Lies(claims={"c_hash": OTHER_HASH})),
    "an HPR number that is none": ("hpr number", Lies(claims={HPR: "12 or so"})),
    "a session that is no text": ("no sid", Lies(claims={"sid": 1})),
    "a token of a type we are weaker with": (
        "the token is not bound to our key",
        Lies(tokens={"token_type": "Bearer"}),
    ),
    "no type of token": ("no token_type", Lies(tokens={"token_type": None})),
    "no ID token": ("no id_token", Lies(tokens={"id_token": None})),
    "no access token": ("no access_token", Lies(tokens={"access_token": None})),
}

REFUSED_WITH_WORDS = {
    "level 3": ("security-level-too-low", Lies(claims={LEVEL: "3"})),
    "no level": ("security-level-too-low", Lies(claims={LEVEL: None})),
    "a level that is a number": ("security-level-too-low", Lies(claims={LEVEL: 4})),
    "a level in acr": (
        "security-level-too-low",
        Lies(claims={LEVEL: "3", "acr": "4", "amr": ["4"]}),
    ),
    "no identity number": ("identity-number-missing", Lies(claims={PID: None})),
    "half an identity number": ("identity-number-missing", Lies(claims={PID: DOCTOR[:6]})),
    "other digits": ("identity-number-missing", Lies(claims={PID: "\u0661" * 11})),
}


@pytest.mark.parametrize("lies", BELIEVED.values(), ids=BELIEVED)
def test_what_is_right_is_believed(party: RelyingParty, liar: Dishonest, lies: Lies) -> None:
    assert liar.watch.seconds == NOW
    liar.lies = lies
    assert sign_in(party, liar).subject == "doctor"


@pytest.mark.parametrize(("reason", "lies"), NOT_BELIEVED.values(), ids=NOT_BELIEVED)
def test_what_is_wrong_is_not(
    party: RelyingParty, liar: Dishonest, reason: str, lies: Lies, caplog: pytest.LogCaptureFixture
) -> None:
    liar.lies = lies
    with pytest.raises(NotSignedIn) as refused:
        sign_in(party, liar)
    assert refused.value.code == "sign-in-not-believed"
    assert caplog.messages == [f"sign-in refused: {reason}"]


@pytest.mark.parametrize(("code", "lies"), REFUSED_WITH_WORDS.values(), ids=REFUSED_WITH_WORDS)
def test_too_low_a_level_or_no_number_is_told(
    party: RelyingParty, liar: Dishonest, code: str, lies: Lies
) -> None:
    liar.lies = lies
    with pytest.raises(NotSignedIn) as refused:
        sign_in(party, liar)
    assert refused.value.code == code


def test_another_cannot_sign_in_again_for_the_first(party: RelyingParty, liar: Dishonest) -> None:
    liar.lies = Lies(claims={"sub": "leader"})
    again, _ = party.begin_again(CALLBACK, subject="doctor")
    with pytest.raises(NotSignedIn) as refused:
        party.complete(again, {"code": CODE, "state": again.state, "iss": liar.issuer})
    assert refused.value.code == "sign-in-other-person"


@pytest.mark.parametrize("old", [31, HOUR])
def test_an_old_authentication_is_none_where_it_was_asked_for_anew(
    party: RelyingParty, liar: Dishonest, old: int
) -> None:
    liar.lies = Lies(claims={"auth_time": NOW - old})
    begun, _ = party.begin(CALLBACK)
    answer = {"code": CODE, "state": begun.state, "iss": liar.issuer}
    assert party.complete(begun, answer).subject == "doctor"
    again, _ = party.begin_again(CALLBACK, subject="doctor")
    with pytest.raises(NotSignedIn) as refused:
        party.complete(again, answer | {"state": again.state})
    assert refused.value.code == "sign-in-not-fresh"


@pytest.mark.parametrize(
    "lies", [lies for _, lies in (*NOT_BELIEVED.values(), *REFUSED_WITH_WORDS.values())]
)
def test_a_refusal_says_nothing_of_the_person(
    party: RelyingParty, liar: Dishonest, lies: Lies, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "infrastructure")
    liar.lies = lies
    with pytest.raises(NotSignedIn) as refused:
        sign_in(party, liar)
    said = caplog.text + str(refused.value.text.nb) + str(refused.value)
    assert "sign-in refused" in caplog.text
    for secret in (DOCTOR, "9144889", CODE, ACCESS_TOKEN, "doctor", "eyJ"):
        assert secret not in said


def test_what_is_kept_prints_no_secret(party: RelyingParty, liar: Dishonest) -> None:
    begun, _ = party.begin(CALLBACK)
    for secret in (begun.state, begun.nonce, begun.verifier, begun.proof_key["d"]):
        assert secret not in repr(begun)
    who = sign_in(party, liar)
    for secret in (DOCTOR, "9144889", who.id_token, "doctor"):
        assert secret not in repr(who)
