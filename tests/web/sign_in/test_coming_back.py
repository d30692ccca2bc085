"""After signing in one is where one was on the way to, and never on another site."""

from __future__ import annotations

import pytest

from tests.support.browser import HERE, browser
from tests.support.town import Town
from tests.web.sign_in.house import House, come_back
from web.pages.returning import own_page

ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/me",
    "/\\evil.example/me",
    "\\/evil.example",
    "/\t/evil.example",
    "/me\r\nLocation: https://evil.example",
    "javascript:alert(1)",
    "me",
    "",
    "/nowhere",
    "/api/v1/health",
    "/static/alis.css",
    "/sign-in",
    "/sign-out",
    "/signed-out",
    "/me/calendar/withdraw",
    "/me?of=17867704833",
    "/me#part",
    "/" + "a" * 400,
    "/me/../sign-out",
)


@pytest.mark.parametrize("told", ELSEWHERE)
def test_only_a_page_of_ours_is_gone_to(home: House, told: str) -> None:
    with home.app.test_request_context():
        assert own_page(told) == "/"


def test_a_page_of_ours_is(home: House) -> None:
    plan = "/leader/00000000-0000-0000-0000-000000000001/goals/ALM-001"
    with home.app.test_request_context():
        assert own_page("/me") == "/me"
        assert own_page(plan) == plan


def test_one_comes_back_to_the_page_one_was_on_the_way_to(home: House) -> None:
    visitor = home.browser()
    asked = visitor.client.get("/me", base_url=HERE)
    assert asked.headers["Location"] == "/sign-in?next=/me"
    visitor.get("/me")
    home.sign_in(visitor)
    assert visitor.path == "/me"
    # The address is on the server meanwhile: the provider is told nothing of it.
    assert "next" not in home.liar.last("/par").form["redirect_uri"]


def test_an_expired_session_goes_on_where_one_was(home: House) -> None:
    visitor = home.signed_in()
    home.rows("UPDATE sessions.open SET seen_at = seen_at - interval '31 minutes'")
    visitor.get("/me")
    assert visitor.path == "/sign-in"
    home.sign_in(visitor)
    assert visitor.path == "/me"


def test_a_form_of_an_expired_session_leads_back_to_its_page(home: House) -> None:
    visitor = home.signed_in()
    home.rows("UPDATE sessions.open SET seen_at = seen_at - interval '31 minutes'")
    sent = visitor.client.post(
        "/me/calendar", base_url=HERE, headers={"Referer": f"{HERE}/me", "Sec-Fetch-Site": "none"}
    )
    assert sent.headers["Location"] == "/sign-in?next=/me"


def test_a_part_of_a_page_has_the_whole_page_go(home: House) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": f"{HERE}/me"}
    found = home.browser().client.get("/leader", base_url=HERE, headers=headers)
    assert found.headers["HX-Redirect"] == "/sign-in?next=/me"
    assert found.get_data() == b""


@pytest.mark.parametrize("told", ["https://evil.example/", "//evil.example/me"])
def test_a_link_that_names_another_site_leads_to_the_front_page(home: House, told: str) -> None:
    visitor = home.browser()
    visitor.get(f"/sign-in?next={told}")
    assert told not in visitor.page
    visitor.send("/sign-in/helseid", {"next": told})
    come_back(visitor, home.answer())
    assert visitor.path == "/"


def test_another_language_is_chosen_without_losing_the_way(home: House) -> None:
    visitor = home.browser()
    headers = {"Referer": f"{HERE}/sign-in?next=/me", "Sec-Fetch-Site": "same-origin"}
    visitor.get("/sign-in?next=/me")
    visitor.send("/language", {"language": "en"}, headers=headers)
    assert visitor.path == "/sign-in"
    assert "Sign in with HelseID" in visitor.page
    home.sign_in(visitor)
    assert visitor.path == "/me"


def test_in_the_demo_too_one_comes_back(aasnes: Town) -> None:
    visitor = browser(aasnes)
    visitor.get("/me")
    assert visitor.path == "/sign-in"
    visitor.send("/sign-in/demo", {"person": str(aasnes.people["leader"])})
    assert visitor.path == "/me"
