"""What the browser brings back is believed only if it belongs to the sign-in it left with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from application.ports import Unavailable
from domain.shared.refusals import NotSignedIn
from infrastructure.oidc.profiles import IDPORTEN
from infrastructure.oidc.relying_party import RelyingParty
from tests.infrastructure.oidc.dishonest import CODE, Dishonest, Lies, Reply
from tests.infrastructure.oidc.running import CALLBACK, DOCTOR, settings_at
from tests.infrastructure.oidc.watch import Watch

NOT_OURS, NOT_BELIEVED, CANCELLED = "sign-in-not-ours", "sign-in-not-believed", "sign-in-cancelled"
OTHERS_STATE = "a-state-of-another-browser"


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        (NOT_OURS, {"state": None}),
        (NOT_OURS, {"state": ""}),
        (NOT_OURS, {"state": OTHERS_STATE}),
        (NOT_OURS, {"state": OTHERS_STATE, "error": "access_denied", "code": None}),
        (NOT_BELIEVED, {"iss": None}),
        (NOT_BELIEVED, {"iss": "https://other.example"}),
        (NOT_BELIEVED, {"iss": "https://other.example", "error": "access_denied"}),
        (NOT_BELIEVED, {"code": None}),
        (NOT_BELIEVED, {"code": ""}),
        (NOT_BELIEVED, {"code": "c" * 4097}),
        (NOT_BELIEVED, {"error": "server_error", "code": None}),
        (NOT_BELIEVED, {"error": "server_error"}),
        (CANCELLED, {"error": "access_denied", "code": None}),
        (CANCELLED, {"error": "access_denied"}),
        (CANCELLED, {"error": "login_required", "code": None}),
    ],
)
def test_an_answer_that_is_not_right_is_refused_before_its_code_is_used(
    party: RelyingParty, liar: Dishonest, code: str, changed: dict[str, str | None]
) -> None:
    begun, _ = party.begin(CALLBACK)
    answer = {"code": CODE, "state": begun.state, "iss": liar.issuer} | changed
    with pytest.raises(NotSignedIn) as refused:
        party.complete(begun, {name: value for name, value in answer.items() if value is not None})
    assert refused.value.code == code
    assert liar.count("/token") == 0


@pytest.mark.parametrize(("minutes", "taken"), [(59.9, True), (60.1, False), (-2, False)])
def test_a_sign_in_may_take_an_hour(
    party: RelyingParty, liar: Dishonest, watch: Watch, minutes: float, *, taken: bool
) -> None:
    begun, _ = party.begin(CALLBACK)
    watch.pass_by(minutes=minutes)
    answer = {"code": CODE, "state": begun.state, "iss": liar.issuer}
    if taken:
        assert party.complete(begun, answer).identity_number == DOCTOR
        return
    with pytest.raises(NotSignedIn) as refused:
        party.complete(begun, answer)
    assert refused.value.code == NOT_OURS


def test_a_sign_in_begun_at_another_provider_is_not_completed_here(
    party: RelyingParty, liar: Dishonest
) -> None:
    begun, _ = party.begin(CALLBACK)
    elsewhere = replace(begun, issuer="https://other.example")
    with pytest.raises(NotSignedIn) as refused:
        party.complete(elsewhere, {"code": CODE, "state": begun.state, "iss": liar.issuer})
    assert refused.value.code == NOT_OURS


@pytest.mark.parametrize("promised", [True, None])
def test_a_provider_that_promises_to_name_itself_must(
    liar: Dishonest, watch: Watch, promised: object
) -> None:
    """ID-porten is held to what its metadata says; whoever names another is never believed."""
    liar.lies = Lies(
        metadata={"authorization_response_iss_parameter_supported": promised},
        claims={"acr": "idporten-loa-high", "pid": DOCTOR},
    )
    party = RelyingParty(settings_at(liar.issuer, IDPORTEN), watch)
    begun, _ = party.begin(CALLBACK)
    for named in ({}, {"iss": "https://other.example"}):
        believed = not promised and not named
        answer = {"code": CODE, "state": begun.state} | named
        if believed:
            assert party.complete(begun, answer).identity_number == DOCTOR
        else:
            with pytest.raises(NotSignedIn):
                party.complete(begun, answer)


@pytest.mark.parametrize(
    ("reply", "kind", "code"),
    [
        (Reply({"error": "invalid_grant"}, 400), NotSignedIn, NOT_BELIEVED),
        (Reply({"error": "invalid_client"}, 401), Unavailable, "sign-in-unavailable"),
        (Reply({"error": "use_dpop_nonce"}, 400), Unavailable, "sign-in-unavailable"),
        (Reply({}, 500), Unavailable, "sign-in-unavailable"),
        (Reply({}, 302, {"Location": "/jwks"}), Unavailable, "sign-in-unavailable"),
        (Reply(b"<html>"), NotSignedIn, NOT_BELIEVED),
        (Reply(["id_token"]), NotSignedIn, NOT_BELIEVED),
        (Reply(b"[" * 100_000), NotSignedIn, NOT_BELIEVED),
        (Reply(b" " * 1_000_001), Unavailable, "sign-in-unavailable"),
    ],
)
def test_what_comes_for_the_code_may_be_anything(
    party: RelyingParty, liar: Dishonest, reply: Reply, kind: type[Exception], code: str
) -> None:
    begun, _ = party.begin(CALLBACK)
    liar.lies = Lies(replies={"/token": reply})
    with pytest.raises(kind) as refused:
        party.complete(begun, {"code": CODE, "state": begun.state, "iss": liar.issuer})
    assert getattr(refused.value, "code", None) == code
