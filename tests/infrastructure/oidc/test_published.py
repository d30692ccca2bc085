"""What an issuer publishes is kept for a day, and must be its own."""

from __future__ import annotations

import pytest

from application.ports import Unavailable
from domain.shared.refusals import NotSignedIn
from infrastructure.oidc import wire
from infrastructure.oidc.profiles import HELSEID
from infrastructure.oidc.relying_party import RelyingParty
from tests.infrastructure.oidc.dishonest import CODE, Dishonest, Lies, Reply, dishonest
from tests.infrastructure.oidc.keys import ec_key
from tests.infrastructure.oidc.running import CALLBACK, settings_at
from tests.infrastructure.oidc.watch import Watch

METADATA, KEYS = "/.well-known/openid-configuration", "/jwks"


def complete(party: RelyingParty, liar: Dishonest) -> None:
    begun, _ = party.begin(CALLBACK)
    party.complete(begun, {"code": CODE, "state": begun.state, "iss": liar.issuer})


def test_metadata_and_keys_are_asked_for_once_a_day(
    party: RelyingParty, liar: Dishonest, watch: Watch
) -> None:
    for hours in (0, 12, 11.9):
        watch.pass_by(hours=hours)
        complete(party, liar)
    assert (liar.count(METADATA), liar.count(KEYS)) == (1, 1)
    watch.pass_by(hours=0.2)
    complete(party, liar)
    assert (liar.count(METADATA), liar.count(KEYS)) == (2, 2)


def test_a_new_key_of_the_issuer_is_found_at_once(
    party: RelyingParty, liar: Dishonest, watch: Watch
) -> None:
    complete(party, liar)
    watch.pass_by(minutes=1)
    newer = ec_key("newer")
    liar.lies = Lies(keys=[ec_key("provider"), newer], key=newer, header={"kid": "newer"})
    complete(party, liar)
    assert liar.count(KEYS) == 2


def test_invented_key_ids_do_not_make_us_ask_each_time(
    party: RelyingParty, liar: Dishonest, watch: Watch
) -> None:
    complete(party, liar)
    watch.pass_by(minutes=1)
    for invented in ("a", "b", "c"):
        liar.lies = Lies(header={"kid": invented})
        with pytest.raises(NotSignedIn):
            complete(party, liar)
    assert liar.count(KEYS) == 2


def test_a_key_that_is_taken_back_is_not_believed_after_a_day(
    party: RelyingParty, liar: Dishonest, watch: Watch
) -> None:
    complete(party, liar)
    liar.lies = Lies(keys=[ec_key("newer")])
    complete(party, liar)
    watch.pass_by(hours=25)
    with pytest.raises(NotSignedIn):
        complete(party, liar)


@pytest.mark.parametrize(
    "published",
    [
        {"kty": "oct", "kid": "provider", "k": "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"},
        {"kid": "provider"},
        {"kty": "EC", "crv": "P-256", "kid": "provider"},
        "provider",
        dict(ec_key("provider").as_dict(private=True)),
        ec_key("provider").as_dict(private=False) | {"use": "enc"},
    ],
    ids=["secret", "empty", "half", "text", "private", "for encryption"],
)
def test_what_is_no_public_signing_key_is_passed_over(
    party: RelyingParty, liar: Dishonest, published: object, caplog: pytest.LogCaptureFixture
) -> None:
    liar.lies = Lies(replies={KEYS: Reply({"keys": [published]})})
    with pytest.raises(NotSignedIn):
        complete(party, liar)
    assert caplog.messages == ["sign-in refused: signed with a key the issuer does not have"]


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://other.example"},
        {"issuer": None},
        {"pushed_authorization_request_endpoint": None},
        {"pushed_authorization_request_endpoint": "http://other.example/par"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": "https://[half"},
        {"authorization_endpoint": 1},
    ],
)
def test_metadata_that_is_not_the_issuers_own_or_not_safe_is_not_used(
    party: RelyingParty, liar: Dishonest, metadata: dict[str, object]
) -> None:
    liar.lies = Lies(metadata=metadata)
    with pytest.raises(Unavailable) as refused:
        party.begin(CALLBACK)
    assert refused.value.code == "sign-in-unavailable"


@pytest.mark.parametrize(
    "reply",
    [
        Reply({"keys": 1}),
        Reply({}),
        Reply({"keys": []}, 404),
        Reply({"keys": []}, 301, {"Location": "/elsewhere"}),
        Reply(b"not json"),
    ],
)
def test_keys_that_cannot_be_read_are_none(
    party: RelyingParty, liar: Dishonest, reply: Reply
) -> None:
    liar.lies = Lies(replies={KEYS: reply})
    with pytest.raises(Unavailable):
        complete(party, liar)


@pytest.mark.parametrize(
    "reply",
    [
        Reply({"error": "invalid_client"}, 401),
        Reply({}, 201),
        Reply({"request_uri": 1}, 201),
        Reply({"request_uri": "urn:x"}, 303, {"Location": "/jwks"}),
    ],
)
def test_a_request_that_is_not_taken_is_told_as_unavailable(
    party: RelyingParty, liar: Dishonest, reply: Reply
) -> None:
    liar.lies = Lies(replies={"/par": reply})
    with pytest.raises(Unavailable):
        party.begin(CALLBACK)


def test_a_provider_that_is_down_is_told_and_left_in_peace_for_a_moment(watch: Watch) -> None:
    with dishonest(watch) as gone:
        party = RelyingParty(settings_at(gone.issuer, HELSEID), watch)
    with pytest.raises(Unavailable):
        party.begin(CALLBACK)

    with dishonest(watch) as liar:
        liar.lies = Lies(replies={METADATA: Reply({}, 503)})
        party = RelyingParty(settings_at(liar.issuer, HELSEID), watch)
        for _ in range(3):
            with pytest.raises(Unavailable):
                party.begin(CALLBACK)
        assert liar.count(METADATA) == 1
        liar.lies = Lies()
        watch.pass_by(seconds=5)
        complete(party, liar)


@pytest.mark.parametrize("pauses", [0.05, 30])
def test_a_provider_that_trickles_or_hangs_is_not_waited_for(
    party: RelyingParty, liar: Dishonest, monkeypatch: pytest.MonkeyPatch, pauses: float
) -> None:
    monkeypatch.setattr(wire, "READ_SECONDS", 0.3)
    liar.lies = Lies(replies={"/par": Reply({"request_uri": "u" * 100}, 201, pauses=pauses)})
    with pytest.raises(Unavailable):
        party.begin(CALLBACK)


@pytest.mark.parametrize(
    ("url", "issuer", "belongs"),
    [
        ("https://sts.example/token", "https://sts.example", True),
        ("https://other.example/token", "https://sts.example", True),
        ("http://127.0.0.1/token", "https://sts.example", False),
        ("http://127.0.0.1/token", "http://127.0.0.1:8", True),
        ("http://other.example/token", "http://127.0.0.1:8", False),
        (None, "https://sts.example", False),
    ],
)
def test_an_issuer_elsewhere_names_no_address_on_this_machine(
    url: object, issuer: str, *, belongs: bool
) -> None:
    assert wire.belongs(url, issuer) is belongs


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://sts.example/", True),
        ("http://127.0.0.1:1/", True),
        ("http://localhost/", True),
        ("http://sts.example/", False),
        ("http://127.0.0.1.sts.example/", False),
        ("https://who@sts.example/", False),
        ("https://sts.example/#part", False),
        ("https://sts.example:port/", False),
        ("file:///etc/passwd", False),
        ("", False),
        (None, False),
    ],
)
def test_only_tls_or_this_machine_is_spoken_with(url: object, *, safe: bool) -> None:
    assert wire.is_safe(url) is safe
