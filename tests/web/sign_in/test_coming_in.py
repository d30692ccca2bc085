"""One comes in by a provider: as who one is in the directory, at the browser that began, once."""

from __future__ import annotations

import logging

import pytest

from tests.infrastructure.oidc.dishonest import ACCESS_TOKEN, CODE, Reply
from tests.infrastructure.oidc.running import DOCTOR
from tests.support.browser import HERE, Browser
from tests.web.sign_in.house import ANSWER, House, come_back, is_signed_in
from web.pages.providers import BEGUN
from web.pages.visit import COOKIE


def test_the_page_shows_its_providers_and_nobody_to_choose(home: House) -> None:
    visitor = home.browser()
    visitor.get("/sign-in")
    assert "Logg inn med HelseID" in visitor.page
    assert "Logg inn med ID-porten" in visitor.page
    assert "demo" not in visitor.page.lower()
    visitor.send("/sign-in/demo", {"person": str(home.town.people["leader"])})
    assert visitor.status == 404


def test_one_is_let_in_as_the_person_with_the_identity_number(home: House) -> None:
    before = home.opened
    visitor = home.browser()
    visitor.get("/sign-in")
    sent = visitor.send("/sign-in/helseid")
    assert sent.headers["Refresh"].startswith(f"0; url={home.liar.issuer}/auth?")
    begun = home.liar.last("/par").form
    assert begun["redirect_uri"] == f"{HERE}{ANSWER}"
    come_back(visitor, home.answer())
    assert (visitor.path, home.opened) == ("/", before + 1)
    assert "Kari Nordmann" in visitor.page
    assert home.noted == (home.kari, "helseid", "signed-in")
    assert visitor.client.get_cookie(BEGUN, domain="localhost") is None
    visitor.get("/me")
    assert "HelseID: logget inn" in visitor.page


def test_the_address_to_come_back_to_is_not_what_a_request_says_of_its_host(home: House) -> None:
    evil = "https://evil.example"
    home.app.test_client().post("/sign-in/helseid", base_url=evil)
    assert home.liar.last("/par").form["redirect_uri"] == f"{HERE}{ANSWER}"


def test_the_cookie_of_what_was_begun_is_short_lived_and_no_scripts(home: House) -> None:
    visitor = home.browser()
    told = visitor.send("/sign-in/helseid").headers["Set-Cookie"]
    assert told.startswith(f"{BEGUN}=")
    for wanted in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax", "Max-Age=3600"):
        assert wanted in told
    assert "Domain" not in told


def test_nothing_is_begun_by_a_link_or_by_another_site(home: House) -> None:
    visitor, before = home.browser(), home.liar.count("/par")
    visitor.get("/sign-in/helseid")
    assert visitor.status == 405
    visitor.send("/sign-in/helseid", headers={"Sec-Fetch-Site": "cross-site"})
    assert visitor.status == 403
    assert home.liar.count("/par") == before


def test_the_database_alone_tells_neither_secrets_nor_who_it_was(home: House) -> None:
    visitor = home.browser()
    visitor.send("/sign-in/helseid")
    asked = home.liar.last("/par").form
    (begun,) = home.rows("SELECT begun FROM sessions.begun ORDER BY begun_at DESC LIMIT 1")[0]
    assert asked["state"].encode() not in bytes(begun)
    come_back(visitor, home.answer())
    (kept,) = home.rows("SELECT at_provider_sealed FROM sessions.open ORDER BY number DESC")[0]
    assert kept
    assert b"subject" not in bytes(kept)
    cookie = visitor.client.get_cookie(COOKIE, domain="localhost")
    assert cookie
    at_provider = home.entrance.sessions.at_provider(cookie.value)
    assert at_provider
    assert at_provider.subject == "doctor"


def kept_cookie(visitor: Browser) -> str:
    cookie = visitor.client.get_cookie(BEGUN, domain="localhost")
    assert cookie
    return cookie.value


def test_an_answer_is_good_once(home: House) -> None:
    visitor = home.browser()
    visitor.send("/sign-in/helseid")
    cookie, answer = kept_cookie(visitor), home.answer()
    come_back(visitor, answer)
    visitor.send("/sign-out")
    before, asked = home.opened, home.liar.count("/token")
    # Also one who kept the cookie: the server has forgotten what was begun.
    for again in (None, cookie):
        if again:
            visitor.client.set_cookie(BEGUN, again, domain="localhost", secure=True)
        come_back(visitor, answer)
        assert (visitor.status, home.opened) == (403, before)
        assert "ble ikke startet i denne nettleseren" in visitor.page
        assert not is_signed_in(visitor)
        assert home.noted[2] == "sign-in-not-ours"
    assert home.liar.count("/token") == asked


def test_an_answer_that_failed_is_used_up_too(home: House) -> None:
    visitor, before = home.browser(), home.opened
    visitor.send("/sign-in/helseid")
    cookie, answer = kept_cookie(visitor), home.answer()
    come_back(visitor, answer | {"state": "another"})
    visitor.client.set_cookie(BEGUN, cookie, domain="localhost", secure=True)
    come_back(visitor, answer)
    assert (visitor.status, home.opened) == (403, before)


def test_an_answer_is_worth_nothing_in_another_browser(home: House) -> None:
    visitor, thief = home.browser(), home.browser()
    visitor.send("/sign-in/helseid")
    answer, before = home.answer(), home.opened
    come_back(thief, answer)
    assert (thief.status, home.opened) == (403, before)
    assert not is_signed_in(thief)
    # One who has begun something else has no use of it either.
    thief.send("/sign-in/helseid")
    come_back(thief, answer)
    assert (thief.status, home.opened) == (403, before)
    assert not is_signed_in(thief)


@pytest.mark.parametrize(
    "query",
    [
        "code=a&code=b&state={state}&iss={iss}",
        "code=a&state={state}&state={state}&iss={iss}",
        "code=a&state={state}&iss={iss}&iss={iss}",
    ],
)
def test_what_is_said_twice_is_not_chosen_from(home: House, query: str) -> None:
    visitor, before = home.browser(), home.opened
    visitor.send("/sign-in/helseid")
    answer = home.answer()
    asked, cookie = home.liar.count("/token"), kept_cookie(visitor)
    visitor.get(f"{ANSWER}?{query.format(**answer)}")
    assert (visitor.status, home.opened) == (403, before)
    assert home.liar.count("/token") == asked
    # And it was used up by that.
    visitor.client.set_cookie(BEGUN, cookie, domain="localhost", secure=True)
    come_back(visitor, answer)
    assert (visitor.status, home.opened) == (403, before)


@pytest.mark.parametrize(
    "changed",
    [{"state": "another"}, {"state": None}, {"iss": "https://other.example"}, {"code": None}],
    ids=str,
)
def test_an_answer_to_something_else_lets_nobody_in(
    home: House, changed: dict[str, str | None]
) -> None:
    visitor, before = home.browser(), home.opened
    visitor.send("/sign-in/helseid")
    come_back(visitor, home.answer(**changed))
    assert (visitor.status, home.opened) == (403, before)
    assert not is_signed_in(visitor)


def test_an_answer_of_one_provider_is_none_of_the_others(home: House) -> None:
    visitor, before = home.browser(), home.opened
    visitor.send("/sign-in/helseid")
    come_back(visitor, home.answer(), at="/sign-in/idporten/answer")
    assert (visitor.status, home.opened) == (403, before)
    visitor.get("/sign-in/somewhere/answer")
    assert visitor.status == 404


def test_what_was_begun_too_long_ago_is_gone(home: House) -> None:
    visitor, before = home.browser(), home.opened
    visitor.send("/sign-in/helseid")
    home.rows("UPDATE sessions.begun SET begun_at = begun_at - interval '61 minutes'")
    come_back(visitor, home.answer())
    assert (visitor.status, home.opened) == (403, before)
    assert home.rows("SELECT count(*) FROM sessions.begun")[0] == (0,)


def test_old_ones_nobody_came_back_with_are_swept(home: House) -> None:
    home.browser().send("/sign-in/helseid")
    home.rows("UPDATE sessions.begun SET begun_at = begun_at - interval '2 hours'")
    home.browser().send("/sign-in/helseid")
    assert home.rows("SELECT count(*) FROM sessions.begun")[0] == (1,)


def test_nothing_of_the_person_or_a_token_is_logged(
    home: House, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        home.signed_in()
        visitor = home.browser()
        home.liar.lies.claims = {"helseid://claims/identity/security_level": "3"}
        visitor.send("/sign-in/helseid")
        answer = home.answer()
        come_back(visitor, answer)
    # Werkzeug's and urllib3's own lines are of the tests' servers alone.
    own = [
        one.getMessage()
        for one in caplog.records
        if one.name.startswith(("infrastructure", "web", "application"))
    ]
    assert own
    for secret in (DOCTOR, answer["state"], CODE, ACCESS_TOKEN, "9144889", "Kari"):
        assert not any(secret in line for line in own), secret


@pytest.mark.parametrize("path", ["/par", "/token", "/jwks"])
def test_a_provider_that_is_down_is_told_and_one_may_try_again(home: House, path: str) -> None:
    visitor, before = home.browser(), home.opened
    home.liar.lies.replies[path] = Reply({}, 503)
    visitor.send("/sign-in/helseid", {"next": "/me"})
    if path != "/par":
        come_back(visitor, home.answer())
    assert (visitor.status, home.opened) == (503, before)
    assert "svarer ikke nå" in visitor.page
    assert 'href="/sign-in?next=/me"' in visitor.page
    assert home.noted == (None, "helseid", "sign-in-unavailable")
