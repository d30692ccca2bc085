"""Signing in and out: a new secret each time, ended on the server, and never told to a script."""

from __future__ import annotations

import pytest

from tests.support.browser import HERE, browser
from tests.support.town import Town
from web.pages.visit import COOKIE


def secret(found: object) -> str:
    """Return the secret a response gives the browser."""
    cookies = [one for one in found.headers.getlist("Set-Cookie") if one.startswith(COOKIE)]  # type: ignore[attr-defined]
    assert cookies, "no secret was given"
    return str(cookies[0])


def test_the_cookie_goes_to_this_host_alone_and_to_no_script(aasnes: Town) -> None:
    visitor = browser(aasnes)
    visitor.get("/sign-in")
    given = visitor.client.post(
        "/sign-in/demo", base_url=HERE, data={"person": str(aasnes.people["leader"])}
    )
    told = secret(given)
    assert given.status_code == 303
    for wanted in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert wanted in told
    assert "Domain" not in told


def test_each_sign_in_has_a_secret_of_its_own_and_the_one_before_is_over(aasnes: Town) -> None:
    visitor = browser(aasnes, "leader")
    first = visitor.client.get_cookie(COOKIE, domain="localhost")
    visitor.send("/sign-in/demo", {"person": str(aasnes.people["deputy"])})
    second = visitor.client.get_cookie(COOKIE, domain="localhost")
    assert first
    assert second
    assert first.value != second.value
    visitor.client.set_cookie(COOKIE, first.value, domain="localhost", secure=True)
    visitor.get("/")
    assert visitor.path == "/sign-in"


def test_signed_out_the_secret_is_worth_nothing(aasnes: Town) -> None:
    visitor = browser(aasnes, "leader")
    kept = visitor.client.get_cookie(COOKIE, domain="localhost")
    assert kept
    visitor.send("/sign-out")
    assert visitor.path == "/sign-in"
    visitor.client.set_cookie(COOKIE, kept.value, domain="localhost", secure=True)
    visitor.get("/leader")
    assert visitor.path == "/sign-in"


def test_signed_out_everywhere_every_browser_is(aasnes: Town) -> None:
    here, elsewhere = browser(aasnes, "leader"), browser(aasnes, "leader")
    here.send("/sign-out", {"everywhere": "1"})
    elsewhere.get("/")
    assert elsewhere.path == "/sign-in"


def test_nobody_becomes_one_who_is_not_on_the_list(aasnes: Town) -> None:
    visitor = browser(aasnes)
    visitor.get("/sign-in")
    for person in ("", "nobody", "00000000-0000-0000-0000-000000000001"):
        visitor.send("/sign-in/demo", {"person": person})
        assert visitor.status == 400
        assert COOKIE not in str(visitor.client.get_cookie(COOKIE, domain="localhost"))


@pytest.mark.parametrize("path", ["/", "/leader", "/doctor", "/me"])
def test_who_is_not_signed_in_is_asked_to(aasnes: Town, path: str) -> None:
    visitor = browser(aasnes)
    visitor.get(path)
    assert visitor.path == "/sign-in"
