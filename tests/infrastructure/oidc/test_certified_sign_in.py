"""People sign in, again and out, by the certified provider."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from application.signing_in import Begun
from domain.shared.refusals import NotSignedIn
from infrastructure.oidc.profiles import HELSEID, IDPORTEN, Profile
from tests.infrastructure.oidc.browser import Browser, came_back
from tests.infrastructure.oidc.listening import Listener
from tests.infrastructure.oidc.running import CALLBACK, DOCTOR, LEADER, SIGNED_OUT, Running

pytestmark = pytest.mark.slow
HIGH, SUBSTANTIAL = "idporten-loa-high", "idporten-loa-substantial"


def test_a_doctor_signs_in_the_helseid_way(certified: Running, browser: Browser) -> None:
    party = certified.relying_party(HELSEID)
    begun, url = party.begin(CALLBACK)
    who = party.complete(begun, browser.sign_in(url, "doctor"))
    assert (who.issuer, who.subject) == (certified.issuers["helseid"], "doctor")
    assert (who.identity_number, who.hpr_number, who.security_level) == (DOCTOR, "9144889", 4)
    assert who.session


def test_one_who_is_no_health_personnel_signs_in_too(certified: Running, browser: Browser) -> None:
    party = certified.relying_party(HELSEID)
    begun, url = party.begin(CALLBACK)
    who = party.complete(begun, browser.sign_in(url, "leader"))
    assert (who.identity_number, who.hpr_number) == (LEADER, None)


def test_one_signs_in_the_idporten_way(certified: Running, browser: Browser) -> None:
    party = certified.relying_party(IDPORTEN)
    begun, url = party.begin(CALLBACK)
    who = party.complete(begun, browser.sign_in(url, "leader", level=HIGH))
    assert (who.subject, who.identity_number, who.hpr_number) == ("leader", LEADER, None)
    assert who.security_level == 4


@pytest.mark.parametrize("profile", [HELSEID, IDPORTEN], ids=lambda profile: profile.name)
def test_a_provider_may_demand_its_own_nonce_in_proofs(
    with_nonces: Running, browser: Browser, profile: Profile
) -> None:
    party = with_nonces.relying_party(profile)
    begun, url = party.begin(CALLBACK)
    assert party.complete(begun, browser.sign_in(url, "doctor", level=HIGH)).subject == "doctor"


def test_what_is_kept_of_a_sign_in_survives_as_json(certified: Running, browser: Browser) -> None:
    begun, url = certified.relying_party(HELSEID).begin(CALLBACK)
    kept = json.dumps(asdict(begun))
    answer = browser.sign_in(url, "doctor")
    # Another process, which has no metadata and no keys yet.
    other = certified.relying_party(HELSEID)
    assert other.complete(Begun(**json.loads(kept)), answer).subject == "doctor"


def test_the_address_the_browser_is_sent_to_says_nothing(certified: Running) -> None:
    for profile in (HELSEID, IDPORTEN):
        begun, url = certified.relying_party(profile).begin(CALLBACK)
        for secret in (begun.state, begun.nonce, begun.verifier, "redirect_uri"):
            assert secret not in url


def test_a_session_at_the_provider_is_enough_to_sign_in_but_not_to_sign_in_again(
    certified: Running, browser: Browser
) -> None:
    party = certified.relying_party(HELSEID)
    begun, url = party.begin(CALLBACK)
    first = party.complete(begun, browser.sign_in(url, "doctor"))
    begun, url = party.begin(CALLBACK)
    second = party.complete(begun, browser.sign_in(url, "doctor"))
    assert len(browser.pages) == 1
    assert second.signed_in_at == first.signed_in_at

    begun, url = party.begin_again(CALLBACK, subject="doctor")
    again = party.complete(begun, browser.sign_in(url, "doctor"))
    assert len(browser.pages) == 2
    assert again.signed_in_at >= first.signed_in_at


def test_another_cannot_sign_in_again_for_the_first(certified: Running, browser: Browser) -> None:
    party = certified.relying_party(HELSEID)
    begun, url = party.begin_again(CALLBACK, subject="doctor")
    answer = browser.sign_in(url, "leader")
    with pytest.raises(NotSignedIn) as refused:
        party.complete(begun, answer)
    assert refused.value.code == "sign-in-other-person"


def test_whoever_cancels_is_told_so(certified: Running, browser: Browser) -> None:
    party = certified.relying_party(HELSEID)
    begun, url = party.begin(CALLBACK)
    answer = came_back(browser.submit(browser.get(url), act="cancel"))
    assert answer is not None
    with pytest.raises(NotSignedIn) as refused:
        party.complete(begun, answer)
    assert refused.value.code == "sign-in-cancelled"


@pytest.mark.parametrize(
    ("profile", "signs_in", "code"),
    [
        (HELSEID, ("hurried", ""), "security-level-too-low"),
        (HELSEID, ("hurried", HIGH), "security-level-too-low"),
        (IDPORTEN, ("doctor", SUBSTANTIAL), "security-level-too-low"),
        (IDPORTEN, ("doctor", ""), "security-level-too-low"),
        (HELSEID, ("unnumbered", ""), "identity-number-missing"),
        (IDPORTEN, ("unnumbered", HIGH), "identity-number-missing"),
    ],
)
def test_too_low_a_level_or_no_number_is_refused(
    certified: Running, browser: Browser, profile: Profile, signs_in: tuple[str, str], code: str
) -> None:
    party = certified.relying_party(profile)
    begun, url = party.begin(CALLBACK)
    who, level = signs_in
    answer = browser.sign_in(url, who, level=level)
    with pytest.raises(NotSignedIn) as refused:
        party.complete(begun, answer)
    assert refused.value.code == code


def test_a_code_is_good_once(certified: Running, browser: Browser) -> None:
    party = certified.relying_party(HELSEID)
    begun, url = party.begin(CALLBACK)
    answer = browser.sign_in(url, "doctor")
    party.complete(begun, answer)
    with pytest.raises(NotSignedIn) as refused:
        party.complete(begun, answer)
    assert refused.value.code == "sign-in-not-believed"


def test_signing_out_ends_the_session_at_the_provider_which_tells_us(
    certified: Running, browser: Browser, listener: Listener
) -> None:
    party = certified.relying_party(HELSEID)
    begun, url = party.begin(CALLBACK)
    who = party.complete(begun, browser.sign_in(url, "doctor"))
    leaving = party.leave(who.id_token, back_to=SIGNED_OUT, state="then")
    assert leaving
    left = browser.submit(browser.get(leaving.url), logout="yes")
    assert left.headers["Location"] == f"{SIGNED_OUT}?state=then"

    told = party.logged_out(listener.forms.get(timeout=10)["logout_token"][0])
    assert (told.issuer, told.session) == (who.issuer, who.session)
    assert told.token_id

    begun, url = party.begin(CALLBACK)
    browser.sign_in(url, "doctor")
    assert len(browser.pages) == 2


def test_an_id_token_is_no_logout_token(certified: Running, browser: Browser) -> None:
    party = certified.relying_party(HELSEID)
    begun, url = party.begin(CALLBACK)
    who = party.complete(begun, browser.sign_in(url, "doctor"))
    with pytest.raises(NotSignedIn):
        party.logged_out(who.id_token)
