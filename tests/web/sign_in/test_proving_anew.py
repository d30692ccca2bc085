"""Before a decision one proves anew who one is: the same person, just now, and then goes on."""

from __future__ import annotations

from datetime import timedelta

import flask
import pytest

from tests.infrastructure.oidc.dishonest import Reply
from tests.infrastructure.oidc.running import LEADER
from tests.support.browser import Browser, browser
from tests.support.town import Town
from tests.web.sign_in.house import House, Present, come_back, is_signed_in
from web.pages.returning import NotFresh, require_fresh
from web.pages.visit import COOKIE

STALE = "UPDATE sessions.open SET authenticated_at = authenticated_at - interval '1 hour'"


def is_fresh(app: flask.Flask, visitor: Browser) -> bool:
    cookie = visitor.client.get_cookie(COOKIE, domain="localhost")
    assert cookie
    with app.test_request_context("/me", headers={"Cookie": f"{COOKIE}={cookie.value}"}):
        try:
            require_fresh("/me")
        except NotFresh as refused:
            return refused.back_to != "/me"
    return True


def form_key(visitor: Browser) -> str:
    visitor.get("/me")
    return visitor.page.split('name="form_key" value="')[1].split('"')[0]


def test_one_who_signed_in_just_now_is_fresh_and_after_a_while_is_not(home: House) -> None:
    visitor = home.signed_in()
    assert is_fresh(home.app, visitor)
    home.rows(STALE)
    assert not is_fresh(home.app, visitor)


def test_one_proves_anew_and_goes_on_with_the_forms_that_were_open(home: House) -> None:
    visitor = home.signed_in()
    home.rows(STALE)
    key, before = form_key(visitor), visitor.client.get_cookie(COOKIE, domain="localhost")
    visitor.get("/sign-in/anew?next=/me")
    assert "Bekreft med HelseID" in visitor.page
    visitor.send("/sign-in/anew")
    asked = home.liar.last("/par").form
    assert (asked["prompt"], asked["max_age"]) == ("login", "0")
    come_back(visitor, home.answer())
    assert visitor.path == "/me"
    assert is_fresh(home.app, visitor)
    assert form_key(visitor) == key
    after = visitor.client.get_cookie(COOKIE, domain="localhost")
    assert before
    assert after
    assert after.value != before.value
    assert home.noted == (home.kari, "helseid", "proved-anew")
    visitor.client.set_cookie(COOKIE, before.value, domain="localhost", secure=True)
    assert not is_signed_in(visitor)


def refused_anew(home: House, visitor: Browser) -> None:
    """Prove anew, and be told that it was not taken; the session there was is as it was."""
    before = home.opened
    visitor.get("/sign-in/anew?next=/me")
    visitor.send("/sign-in/anew")
    come_back(visitor, home.answer())
    assert visitor.status == 403
    assert 'href="/sign-in/anew?next=/me"' in visitor.page
    assert home.opened == before
    assert is_signed_in(visitor)
    assert not is_fresh(home.app, visitor)


def test_another_person_does_not_prove_it(home: House) -> None:
    visitor = home.signed_in()
    home.rows(STALE)
    home.liar.lies.claims = {"sub": "leader", "helseid://claims/identity/pid": LEADER}
    refused_anew(home, visitor)
    assert home.noted == (home.kari, "helseid", "sign-in-other-person")


def test_a_sign_in_of_before_does_not_prove_it(home: House, watch: Present) -> None:
    visitor = home.signed_in()
    home.rows(STALE)
    long_ago = int((watch.now() - timedelta(minutes=10)).timestamp())
    home.liar.lies.claims = {"auth_time": long_ago}
    refused_anew(home, visitor)
    assert home.noted == (home.kari, "helseid", "sign-in-not-fresh")


def test_one_subject_with_the_number_of_another_does_not_prove_it(home: House) -> None:
    visitor = home.signed_in()
    home.rows(STALE)
    home.liar.lies.claims = {"helseid://claims/identity/pid": LEADER}
    refused_anew(home, visitor)
    assert home.noted == (home.kari, "helseid", "sign-in-other-person")


def test_an_ordinary_sign_in_by_an_old_session_of_the_providers_is_not_fresh(
    home: House, watch: Present
) -> None:
    home.liar.lies.claims = {"auth_time": int((watch.now() - timedelta(hours=1)).timestamp())}
    assert not is_fresh(home.app, home.signed_in())


def test_a_provider_that_is_down_leaves_one_signed_in(home: House) -> None:
    visitor = home.signed_in()
    home.liar.lies.replies["/par"] = Reply({}, 503)
    visitor.get("/sign-in/anew?next=/me")
    visitor.send("/sign-in/anew")
    assert visitor.status == 503
    assert is_signed_in(visitor)


def test_nobody_proves_anew_without_a_session_or_by_a_form_of_another(home: House) -> None:
    before = home.liar.count("/par")
    stranger = home.browser()
    stranger.send("/sign-in/anew")
    assert stranger.path == "/sign-in"
    visitor = home.signed_in()
    before = home.liar.count("/par")
    visitor.send("/sign-in/anew", {"form_key": "guessed"})
    assert visitor.status == 403
    assert home.liar.count("/par") == before


@pytest.mark.parametrize(
    ("language", "says"), [("nb", "et trykk er nok"), ("en", "a click is enough")]
)
def test_in_the_demo_a_click_is_enough_and_says_so(aasnes: Town, language: str, says: str) -> None:
    visitor = browser(aasnes, "leader")
    visitor.send("/language", {"language": language, "back": "/"})
    visitor.get("/sign-in/anew?next=/me")
    assert says in visitor.page
    visitor.send("/sign-in/anew")
    assert visitor.path == "/me"
    assert is_fresh(aasnes.client.application, visitor)


def test_one_whose_provider_is_no_longer_here_signs_in_by_another(home: House) -> None:
    visitor = home.signed_in()
    home.rows("UPDATE sessions.open SET issuer = 'https://gone.example' WHERE ended_at IS NULL")
    visitor.get("/sign-in/anew?next=/me")
    visitor.send("/sign-in/anew")
    assert visitor.path == "/sign-in"
    assert not is_signed_in(visitor)


def test_one_whose_session_ends_meanwhile_signs_in_and_goes_on(home: House) -> None:
    visitor = home.signed_in()
    home.rows("UPDATE sessions.open SET seen_at = seen_at - interval '31 minutes'")
    visitor.get("/sign-in/anew?next=/me")
    assert visitor.path == "/sign-in"
    home.sign_in(visitor)
    assert visitor.path == "/me"


def test_one_whose_session_ended_at_the_provider_is_let_in_as_the_same(home: House) -> None:
    """The question was about one person, and that person answered."""
    visitor = home.signed_in()
    visitor.get("/sign-in/anew?next=/me")
    visitor.send("/sign-in/anew")
    home.entrance.sessions.end_all(home.kari)
    come_back(visitor, home.answer())
    assert visitor.path == "/me"
    assert home.noted == (home.kari, "helseid", "signed-in")
