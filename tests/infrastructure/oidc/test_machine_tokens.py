"""A machine client's token is taken only if it is ours, in time, and sent by whoever it is for."""

from __future__ import annotations

import pytest
from joserfc.jwk import OctKey

from domain.shared.refusals import NotPermitted, NotSignedIn
from infrastructure.oidc.machine import MachineTokens
from infrastructure.oidc.settings import MachineSettings
from infrastructure.oidc.used_once import PostgresUsedOnce
from tests.infrastructure.oidc.dishonest import Dishonest, Lies
from tests.infrastructure.oidc.keys import ec_key, private, rsa_key
from tests.infrastructure.oidc.proving import OWN, URL, Wrong, proof, public_part
from tests.infrastructure.oidc.running import AUDIENCE, CONSUMER
from tests.infrastructure.oidc.watch import Watch

NOW = 1_800_014_400
SECRET = OctKey.import_key("a secret that both know, and so proves nothing")
OTHER_RSA = rsa_key("another")


@pytest.fixture
def tokens(liar: Dishonest, watch: Watch, once: PostgresUsedOnce) -> MachineTokens:
    return MachineTokens(MachineSettings(issuer=liar.issuer, audience=AUDIENCE), watch, once)


@pytest.fixture
def unbound(liar: Dishonest, watch: Watch, once: PostgresUsedOnce) -> MachineTokens:
    settings = MachineSettings(issuer=liar.issuer, audience=AUDIENCE, bound=False)
    return MachineTokens(settings, watch, once)


def token(liar: Dishonest, *, bound: bool = True) -> str:
    claims = {
        "iss": liar.issuer,
        "aud": AUDIENCE,
        "iat": NOW,
        "exp": NOW + 120,
        "jti": "t-1",
        "client_id": "machine",
        "scope": "alis:read alis:write",
        "consumer": CONSUMER,
        **({"cnf": {"jkt": OWN.thumbprint()}} if bound else {}),
    }
    return liar.signed(claims, typ="at+jwt")


RIGHT = {
    "as it is": Lies(),
    "our audience among others": Lies(claims={"aud": ["https://other.example", AUDIENCE]}),
    "the client as subject": Lies(claims={"sub": "machine"}),
    "type in full": Lies(header={"typ": "application/at+jwt"}),
}
WRONG_TOKENS = {
    "another's signature": ("signature", Lies(key=ec_key("somebody"))),
    "an unknown key": ("signed with a key the issuer does not have", Lies(header={"kid": "x"})),
    "a secret": ("algorithm", Lies(header={"alg": "HS256"}, key=SECRET)),
    "unsigned": ("not a signed token", Lies(token=lambda token: token.rsplit(".", 1)[0])),
    "an ID token": ("typ", Lies(header={"typ": "JWT"})),
    "no type": ("typ", Lies(header={"typ": None})),
    "another issuer": ("wrong iss", Lies(claims={"iss": "https://other.example"})),
    "another audience": ("wrong aud", Lies(claims={"aud": "https://other.example"})),
    "no audience": ("wrong aud", Lies(claims={"aud": None})),
    "expired": ("expired", Lies(claims={"exp": NOW - 31})),
    "no expiry": ("no exp", Lies(claims={"exp": None})),
    "issued in the future": ("iat in the future", Lies(claims={"iat": NOW + 31})),
    "not yet valid": ("not yet valid", Lies(claims={"nbf": NOW + 31})),
    "no client": ("no client_id", Lies(claims={"client_id": None})),
    "a person's": ("the token is not a machine's", Lies(claims={"sub": "doctor"})),
    "no scope": ("no scope", Lies(claims={"scope": None})),
    "scopes as a list": ("no scope", Lies(claims={"scope": ["alis:read"]})),
    "no consumer": ("no consumer with an organisation number", Lies(claims={"consumer": None})),
    "a consumer of another register": (
        "no consumer with an organisation number",
        Lies(claims={"consumer": CONSUMER | {"ID": "0007:5567321707"}}),
    ),
    "a consumer by another authority": (
        "no consumer with an organisation number",
        Lies(claims={"consumer": CONSUMER | {"authority": "other"}}),
    ),
    "a supplier that is none": (
        "no supplier with an organisation number",
        Lies(claims={"supplier": "974760673"}),
    ),
    "bound to a certificate": (
        "the token is bound in a way not known here",
        Lies(claims={"cnf": {"x5t#S256": "abc"}}),
    ),
    "bound to nothing": ("the token is bound to no key", Lies(claims={"cnf": None})),
    "bound to text": ("the token is bound in a way not known here", Lies(claims={"cnf": "key"})),
    "bound to another key": (
        "DPoP key is not the token's",
        Lies(claims={"cnf": {"jkt": ec_key("another").thumbprint()}}),
    ),
}
WRONG_PROOFS = {
    "no htu": ("DPoP htu", Wrong(claims={"htu": None})),
    "another htu": ("DPoP htu", Wrong(claims={"htu": "https://alis.example/api/people"})),
    "another host": ("DPoP htu", Wrong(claims={"htu": "https://other.example/api/plans"})),
    "another scheme": ("DPoP htu", Wrong(claims={"htu": "http://alis.example/api/plans"})),
    "an htu that is no address": ("DPoP htu", Wrong(claims={"htu": "https://[half"})),
    "no htm": ("DPoP htm", Wrong(claims={"htm": None})),
    "another htm": ("DPoP htm", Wrong(claims={"htm": "POST"})),
    "no ath": ("DPoP ath", Wrong(claims={"ath": None})),
    "another ath": ("DPoP ath", Wrong(claims={"ath": "abc"})),
    "no jti": ("DPoP jti", Wrong(claims={"jti": None})),
    "an empty jti": ("DPoP jti", Wrong(claims={"jti": ""})),
    "an endless jti": ("DPoP jti", Wrong(claims={"jti": "j" * 257})),
    "no iat": ("no iat", Wrong(claims={"iat": None})),
    "iat past": ("DPoP iat too old", Wrong(claims={"iat": NOW - 91})),
    "iat future": ("DPoP iat in the future", Wrong(claims={"iat": NOW + 31})),
    "no jwk": ("DPoP jwk", Wrong(header={"jwk": None})),
    "a jwk that is none": ("DPoP jwk", Wrong(header={"jwk": {"kty": "EC"}})),
    "a private key in the header": (
        "DPoP jwk is not a public key",
        Wrong(header={"jwk": private(OWN)}),
    ),
    "a secret as key": (
        "DPoP jwk is not a public key",
        Wrong(header={"jwk": SECRET.as_dict()}),
    ),
    "no alg": ("not a signed token", Wrong(header={"alg": None})),
    "symmetric alg": ("algorithm", Wrong(header={"alg": "HS256"}, key=SECRET)),
    "wrong typ": ("typ", Wrong(header={"typ": "JWT"})),
    "no typ": ("typ", Wrong(header={"typ": None})),
    "bad signature": ("signature", Wrong(key=ec_key("another"))),
    "a key of another kind": ("signature", Wrong(header={"jwk": public_part(OTHER_RSA)})),
    "wrong jkt": (
        "DPoP key is not the token's",
        Wrong(header={"jwk": public_part(ec_key("another"))}, key=ec_key("another")),
    ),
    "wrong jkt, by RSA": (
        "DPoP key is not the token's",
        Wrong(header={"jwk": public_part(OTHER_RSA), "alg": "RS256"}, key=OTHER_RSA),
    ),
}

RIGHT_PROOFS = {
    "as it is": Wrong(),
    "with a query": Wrong(claims={"htu": f"{URL}?page=2#part"}),
    "with its port": Wrong(claims={"htu": "HTTPS://Alis.Example:443/api/plans"}),
    "a little old": Wrong(claims={"iat": NOW - 90}),
    "a little fast": Wrong(claims={"iat": NOW + 30}),
}


@pytest.mark.parametrize("lies", RIGHT.values(), ids=RIGHT)
def test_a_right_token_tells_who_calls(tokens: MachineTokens, liar: Dishonest, lies: Lies) -> None:
    liar.lies = lies
    sent = token(liar)
    shown = proof(sent, NOW, Wrong())
    client = tokens.client(f"DPoP {sent}", proof=shown, method="GET", url=URL)
    assert (client.client_id, client.consumer, client.supplier) == ("machine", "974760673", None)
    assert client.scopes == {"alis:read", "alis:write"}
    client.require("alis:read")
    with pytest.raises(NotPermitted) as refused:
        client.require("alis:admin")
    assert refused.value.code == "scope-missing"


def test_a_supplier_is_told_beside_the_consumer(tokens: MachineTokens, liar: Dishonest) -> None:
    liar.lies = Lies(claims={"supplier": CONSUMER | {"ID": "0192:991825827"}})
    sent = token(liar)
    shown = proof(sent, NOW, Wrong())
    client = tokens.client(f"DPoP {sent}", proof=shown, method="GET", url=URL)
    assert (client.consumer, client.supplier) == ("974760673", "991825827")


@pytest.mark.parametrize(("reason", "lies"), WRONG_TOKENS.values(), ids=WRONG_TOKENS)
def test_a_wrong_token_is_refused(
    tokens: MachineTokens, liar: Dishonest, reason: str, lies: Lies
) -> None:
    liar.lies = lies
    sent = token(liar)
    shown = proof(sent, NOW, Wrong())
    with pytest.raises(NotSignedIn, match=f"\\({reason}\\)") as refused:
        tokens.client(f"DPoP {sent}", proof=shown, method="GET", url=URL)
    assert refused.value.code == "token-invalid"


@pytest.mark.parametrize("wrong", RIGHT_PROOFS.values(), ids=RIGHT_PROOFS)
def test_a_right_proof_is_taken_once(tokens: MachineTokens, liar: Dishonest, wrong: Wrong) -> None:
    sent = token(liar)
    shown = proof(sent, NOW, wrong)
    assert tokens.client(f"DPoP {sent}", proof=shown, method="GET", url=URL)
    with pytest.raises(NotSignedIn, match="DPoP proof used before"):
        tokens.client(f"DPoP {sent}", proof=shown, method="GET", url=URL)
    other = proof(sent, NOW, wrong, jti="proof-2")
    assert tokens.client(f"DPoP {sent}", proof=other, method="GET", url=URL)


def test_a_proof_is_remembered_for_as_long_as_it_would_be_taken(
    tokens: MachineTokens, liar: Dishonest, watch: Watch
) -> None:
    sent = token(liar)
    fast = proof(sent, NOW + 30, Wrong())
    assert tokens.client(f"DPoP {sent}", proof=fast, method="GET", url=URL)
    watch.pass_by(seconds=120)
    with pytest.raises(NotSignedIn, match="DPoP proof used before"):
        tokens.client(f"DPoP {sent}", proof=fast, method="GET", url=URL)
    watch.pass_by(seconds=1)
    with pytest.raises(NotSignedIn, match="DPoP iat too old"):
        tokens.client(f"DPoP {sent}", proof=fast, method="GET", url=URL)


@pytest.mark.parametrize(("reason", "wrong"), WRONG_PROOFS.values(), ids=WRONG_PROOFS)
def test_a_wrong_proof_is_refused_and_uses_nothing_up(
    tokens: MachineTokens, liar: Dishonest, reason: str, wrong: Wrong
) -> None:
    sent = token(liar)
    with pytest.raises(NotSignedIn, match=f"\\({reason}\\)"):
        tokens.client(f"DPoP {sent}", proof=proof(sent, NOW, wrong), method="GET", url=URL)
    right = proof(sent, NOW, Wrong())
    assert tokens.client(f"DPoP {sent}", proof=right, method="GET", url=URL)


@pytest.mark.parametrize(
    ("scheme", "shown", "reason"),
    [
        ("DPoP", None, "came without its proof"),
        ("DPoP", "", "came without its proof"),
        ("Bearer", None, "came without its proof"),
        ("DPoP", "proof, proof", "not a signed token"),
        ("DPoP", "a.b.c", "not a signed token"),
        ("DPoP", "W10.e30.AA", "not a signed token"),
        ("DPoP", "ö.ö.ö", "not a signed token"),
        ("Basic", None, "Authorization must be"),
        ("", None, "Authorization must be"),
    ],
)
def test_a_bound_token_without_its_proof_is_refused(
    unbound: MachineTokens, liar: Dishonest, scheme: str, shown: str | None, reason: str
) -> None:
    with pytest.raises(NotSignedIn, match=reason):
        unbound.client(f"{scheme} {token(liar)}", proof=shown, method="GET", url=URL)


def test_a_bound_token_is_not_taken_as_a_bearers_even_with_a_proof(
    unbound: MachineTokens, liar: Dishonest
) -> None:
    sent = token(liar)
    with pytest.raises(NotSignedIn, match="came without its proof"):
        unbound.client(f"Bearer {sent}", proof=proof(sent, NOW, Wrong()), method="GET", url=URL)


def test_a_token_bound_to_no_key_is_taken_only_where_that_is_set(
    tokens: MachineTokens, unbound: MachineTokens, liar: Dishonest
) -> None:
    sent = token(liar, bound=False)
    assert unbound.client(f"bearer {sent}", proof=None, method="GET", url=URL)
    with pytest.raises(NotSignedIn, match="only tokens bound to a key"):
        tokens.client(f"Bearer {sent}", proof=None, method="GET", url=URL)
    with pytest.raises(NotSignedIn, match="bound to no key"):
        unbound.client(f"DPoP {sent}", proof=proof(sent, NOW, Wrong()), method="GET", url=URL)


@pytest.mark.parametrize("authorization", ["", "DPoP", "DPoP ", "Bearer a b", "x" * 100_000])
def test_a_header_that_holds_no_token_is_refused(tokens: MachineTokens, authorization: str) -> None:
    with pytest.raises(NotSignedIn):
        tokens.client(authorization, proof=None, method="GET", url=URL)
