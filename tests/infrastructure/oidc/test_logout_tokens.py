"""A logout token ends a session only if the provider meant it to."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.shared.refusals import NotSignedIn
from infrastructure.oidc.id_tokens import LOGGED_OUT
from infrastructure.oidc.relying_party import RelyingParty
from tests.infrastructure.oidc.dishonest import Dishonest, Lies
from tests.infrastructure.oidc.keys import ec_key
from tests.infrastructure.oidc.watch import Watch

NOW = 1_800_014_400

BELIEVED = {
    "both": (Lies(), "s-1", "doctor"),
    "the session": (Lies(claims={"sub": None}), "s-1", None),
    "the subject": (Lies(claims={"sid": None}), None, "doctor"),
    "type in full": (Lies(header={"typ": "application/logout+jwt"}), "s-1", "doctor"),
}
NOT_BELIEVED = {
    "another's signature": ("signature", Lies(key=ec_key("somebody"))),
    "an ID token": ("typ", Lies(header={"typ": "JWT"})),
    "no type": ("typ", Lies(header={"typ": None})),
    "another issuer": ("wrong iss", Lies(claims={"iss": "https://other.example"})),
    "another audience": ("wrong aud", Lies(claims={"aud": "other"})),
    "expired": ("expired", Lies(claims={"exp": NOW - 31})),
    "no expiry": ("no exp", Lies(claims={"exp": None})),
    "issued at no time": ("no iat", Lies(claims={"iat": None})),
    "issued in the future": ("iat in the future", Lies(claims={"iat": NOW + 31})),
    "no event": ("no logout event", Lies(claims={"events": None})),
    "another event": ("no logout event", Lies(claims={"events": {"urn:other": {}}})),
    "an event that is no object": ("no logout event", Lies(claims={"events": {LOGGED_OUT: 1}})),
    "events as a list": ("no logout event", Lies(claims={"events": [LOGGED_OUT]})),
    "a nonce": ("nonce in a logout token", Lies(claims={"nonce": "n"})),
    "nobody": ("neither sid nor sub", Lies(claims={"sid": None, "sub": None})),
    "an empty session": ("no sid", Lies(claims={"sid": ""})),
    "no id": ("no jti", Lies(claims={"jti": None})),
}


def token(liar: Dishonest) -> str:
    claims = {
        "iss": liar.issuer,
        "aud": "alis",
        "iat": NOW,
        "exp": NOW + 120,
        "jti": "j-1",
        "sid": "s-1",
        "sub": "doctor",
        "events": {LOGGED_OUT: {}},
    }
    return liar.signed(claims, typ="logout+jwt")


@pytest.mark.parametrize(("lies", "session", "subject"), BELIEVED.values(), ids=BELIEVED)
def test_what_ended_is_told(
    party: RelyingParty, liar: Dishonest, lies: Lies, session: str | None, subject: str | None
) -> None:
    liar.lies = lies
    ended = party.logged_out(token(liar))
    assert (ended.session, ended.subject, ended.issuer) == (session, subject, liar.issuer)
    assert ended.token_id == "j-1"


def test_the_id_is_kept_for_as_long_as_the_token_would_be_believed(
    party: RelyingParty, liar: Dishonest, watch: Watch
) -> None:
    kept = token(liar)
    until = party.logged_out(kept).expires_at
    watch.pass_by(seconds=(until - watch.now() - timedelta(seconds=1)).total_seconds())
    assert party.logged_out(kept)
    watch.pass_by(seconds=1)
    with pytest.raises(NotSignedIn):
        party.logged_out(kept)


@pytest.mark.parametrize(("reason", "lies"), NOT_BELIEVED.values(), ids=NOT_BELIEVED)
def test_anything_else_ends_nothing(
    party: RelyingParty, liar: Dishonest, reason: str, lies: Lies, caplog: pytest.LogCaptureFixture
) -> None:
    liar.lies = lies
    with pytest.raises(NotSignedIn):
        party.logged_out(token(liar))
    assert caplog.messages == [f"sign-in refused: {reason}"]
