"""The database shows whoever asks over the web only what is theirs, also where a view forgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from application.actors import Role
from application.on_behalf import reading
from domain.shared.ids import Id
from infrastructure.embedded import EmbeddedPostgres
from tests.support.browser import HERE, browser
from tests.support.projecting import projecting
from tests.support.town import Town
from tests.support.town_fixtures import own_town
from tests.web.api.test_way import another_municipality
from web.pages.visit import COOKIE

API = "/api/v1/me/roles"
PAGE = "/me"


@pytest.fixture(scope="module")
def seen(server: EmbeddedPostgres) -> Iterator[Town]:
    """A town of its own with one plan, an establishment beside it, and rows that know of both."""
    with own_town(server) as made, projecting(made.addresses.application):
        there = made.with_new_people()
        there.plan()
        elsewhere(there)
        services = there.services
        assert services.views.wait_for(services.histories.position(), seconds=20)
        yield there


def elsewhere(there: Town) -> None:
    """Move another doctor to the neighbouring municipality."""
    other = there.with_new_people()
    plan = other.plan()
    to = another_municipality(other)
    asked = {"to": to, "lastDay": "2026-05-03"}
    other.done(f"{plan}/move", "doctor", "doctor", asked)
    received = {
        "origin": plan.removeprefix("/plans/"),
        "organisation": to,
        "employmentModel": "salaried-gp",
        "startsOn": "2026-05-04",
    }
    other.done("/moves", "neighbour", "leader", received)


def establishments(town: Town) -> set[Id]:
    """Return whose plans a view would show that forgot to say whose it wants."""
    return {row.organisation for row in town.services.views.rows("plan_register")}


def test_before_it_is_known_who_asks_there_is_nothing(seen: Town) -> None:
    app: Flask = seen.client.application
    with app.test_request_context("/api/v1/health"):
        app.preprocess_request()
        assert establishments(seen) == set()
        assert seen.services.views.rows("offices") == []
    assert establishments(seen), "and after it the machine reads as before"


@pytest.mark.parametrize("name", ["leader", "auditor", "stranger", "doctor"])
def test_a_view_of_the_api_that_forgets_whose_it_wants_shows_no_more(seen: Town, name: str) -> None:
    app: Flask = seen.client.application
    own, all_there_are = {seen.organisation}, establishments(seen)
    assert len(all_there_are) == 2
    theirs = {"leader": own, "auditor": all_there_are, "stranger": set(), "doctor": own}
    with app.test_request_context(API, headers=seen.headers(name, Role.DOCTOR)):
        app.preprocess_request()
        assert establishments(seen) == theirs[name]
        people = {row.person for row in seen.services.views.rows("offices")}
        assert people <= {seen.people[name]}


def test_a_page_that_forgets_whose_it_wants_shows_no_more(seen: Town) -> None:
    app: Flask = seen.client.application
    for name, sees in (("leader", True), ("stranger", False)):
        cookie = browser(seen, name).client.get_cookie(COOKIE, domain="localhost")
        assert cookie
        with app.test_request_context(
            PAGE, base_url=HERE, headers={"Cookie": f"{COOKIE}={cookie.value}"}
        ):
            app.preprocess_request()
            assert bool(establishments(seen)) is sees


def test_what_a_thread_did_for_one_it_does_not_do_for_the_next(seen: Town) -> None:
    for name in ("leader", "stranger"):
        seen.get("/me/roles", name, "doctor")
        assert reading() is None
    assert seen.client.get("/api/v1/me/roles").status_code == 401
    assert reading() is None
    found = seen.get("/me/roles", "leader", "leader").json["items"]
    assert {row["role"] for row in found} >= {"leader"}
