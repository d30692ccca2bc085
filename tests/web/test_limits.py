"""Who asks too often is told to wait, in words at a page and as a problem at the API."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import flask
import pytest
from psycopg_pool import ConnectionPool

from application.limiting import Limit
from domain.shared.ids import Id
from infrastructure.ids import plain_ids
from infrastructure.limits import PostgresCounting
from tests.support.apps import app_over
from tests.support.browser import HERE, browser
from tests.support.documented import be_as_documented
from tests.support.entrances import entrance_over
from tests.support.town import PEOPLE, Town
from tests.support.visitors import visitors
from web import limits
from web.app import create_app

HOME, ELSEWHERE = "192.0.2.1", "192.0.2.2"
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def counting(aasnes: Town) -> Iterator[PostgresCounting]:
    """A counter whose clock stands still, over an empty table."""
    with ConnectionPool(aasnes.addresses.application, min_size=1, max_size=2, open=False) as pool:
        pool.open()
        with pool.connection() as connection:
            connection.execute("DELETE FROM limits.counted")
        yield PostgresCounting(pool, lambda: NOON)


@pytest.fixture
def pool(aasnes: Town) -> Iterator[ConnectionPool]:
    address = aasnes.addresses.application
    with ConnectionPool(address, min_size=1, open=False, configure=plain_ids) as made:
        yield made


@pytest.fixture
def counted(aasnes: Town, counting: PostgresCounting, pool: ConnectionPool) -> Iterator[Town]:
    """The town behind an application that counts."""
    with app_over(aasnes.services, **_told(aasnes, counting, pool)) as app:
        yield replace(aasnes, client=app.test_client())


def _told(there: Town, counting: PostgresCounting, pool: ConnectionPool) -> dict[str, Any]:
    entrance = entrance_over(
        pool,
        directory=there.directory,
        histories=there.services.histories,
        clock=there.clock,
    )
    return {
        "tokens": there.tokens.person,
        "entrance": entrance,
        "demo": lambda: visitors(PEOPLE),
        "counting": counting,
    }


def use_up(counting: PostgresCounting, limit: Limit, whose: str | Id) -> None:
    for _ in range(limit.most):
        assert counting.count(limit, str(whose)) is None


def test_an_act_too_many_is_refused_as_a_problem_and_not_recorded(
    aasnes: Town, counted: Town, counting: PostgresCounting
) -> None:
    plan, wanted = aasnes.plan(), {"person": str(aasnes.people["midwife"])}
    use_up(counting, limits.ACT, counted.people["leader"])
    before = counted.get(plan, "leader", "leader").json
    answer = counted.post(f"{plan}/supervisors", "leader", "leader", wanted)
    assert (answer.status_code, answer.json["code"]) == (429, "too-many")
    assert answer.content_type == "application/problem+json"
    assert answer.headers["Retry-After"] == "61"
    assert counted.get(plan, "leader", "leader").json == before, "reading is not counted"
    assert counted.post(f"{plan}/supervisors", "doctor", "doctor", wanted).status_code != 429


def test_a_page_says_it_in_words(counted: Town, counting: PostgresCounting) -> None:
    visitor = browser(counted, "leader")
    use_up(counting, limits.ACT, counted.people["leader"])
    found = visitor.send("/sign-out")
    assert found.status_code == 429
    assert "prøv igjen" in visitor.page
    assert int(found.headers["Retry-After"]) > 0
    visitor.get("/")
    assert (visitor.status, visitor.path) == (200, "/"), "still signed in, and may read"


def test_nobody_goes_through_identity_numbers(counted: Town, counting: PostgresCounting) -> None:
    """Whether somebody is entered, and their name, would be told of each."""
    person, unknown = counted.people["doctor"], "13817199158"
    visitor = browser(counted, "doctor")
    path = f"/doctor/do/plans/{counted.plan().removeprefix('/plans/')}/representatives"
    visitor.get(path)
    visitor.send(path, {"person": unknown})
    assert "Ingen med dette fødselsnummeret" in visitor.page
    for _ in range(limits.NAMED.most - 1):
        assert counting.count(limits.NAMED, str(person)) is None
    for number in (unknown, "9000001"):
        visitor.send(path, {"person": number})
        assert ("prøv igjen" in visitor.page) == (number == unknown), visitor.page


def test_a_forged_form_uses_up_nobodys_acts(counted: Town, counting: PostgresCounting) -> None:
    visitor = browser(counted, "leader")
    for _ in range(5):
        visitor.client.post("/sign-out", base_url=HERE, headers={"Sec-Fetch-Site": "cross-site"})
    use_up(counting, limits.ACT, counted.people["leader"])


def test_the_door_is_counted_by_address(counted: Town, counting: PostgresCounting) -> None:
    use_up(counting, limits.DOOR, HOME)
    ask = counted.client
    at_home, away = ({"REMOTE_ADDR": one} for one in (HOME, ELSEWHERE))
    assert ask.get("/sign-in", base_url=HERE, environ_base=at_home).status_code == 429
    told = {"person": str(counted.people["leader"])}
    refused = ask.post("/sign-in/demo", base_url=HERE, data=told, environ_base=at_home)
    assert (refused.status_code, "Set-Cookie" in refused.headers) == (429, False)
    assert ask.get("/sign-in", base_url=HERE, environ_base=away).status_code == 200


def test_calendars_are_counted_by_address(counted: Town, counting: PostgresCounting) -> None:
    use_up(counting, limits.CALENDAR, HOME)
    path, at_home = "/api/v1/calendars/guessed.ics", {"REMOTE_ADDR": HOME}
    refused = counted.client.get(path, environ_base=at_home)
    be_as_documented(counted.client.application, "GET", path, refused)
    assert refused.status_code == 429
    assert counted.client.get(path, environ_base={"REMOTE_ADDR": ELSEWHERE}).status_code == 404
    assert counted.client.get("/api/v1/health", environ_base=at_home).status_code == 200


def test_what_costs_is_counted_apart(counted: Town, counting: PostgresCounting) -> None:
    use_up(counting, limits.HEAVY, counted.people["auditor"])
    answer = counted.get("/statistics/appeals?firstDay=2026-01-01", "auditor", "auditor")
    assert answer.status_code == 429
    assert counted.get("/me/tasks", "auditor", "auditor").status_code == 200
    use_up(counting, limits.HEAVY, counted.people["doctor"])
    visitor, nowhere = browser(counted, "doctor"), "/doctor/00000000-0000-0000-0000-0000000004e1"
    assert visitor.get(f"{nowhere}/export").status_code == 429
    assert visitor.get(nowhere).status_code == 404


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted_as"),
    [
        pytest.param(0, HOME, ELSEWHERE, id="without-a-proxy-nobody-chooses-an-address"),
        pytest.param(1, HOME, HOME, id="a-proxy-speaks-for-its-client"),
        pytest.param(1, f"198.51.100.9, {HOME}", HOME, id="and-what-the-client-said-is-not-heeded"),
        pytest.param(2, f"{HOME}, 198.51.100.9", HOME, id="two-proxies"),
    ],
)
def test_whom_a_proxy_speaks_for_is_believed_as_set(  # noqa: PLR0917 - a table
    aasnes: Town,
    counting: PostgresCounting,
    pool: ConnectionPool,
    proxies: int,
    forwarded: str,
    counted_as: str,
) -> None:
    told = _told(aasnes, counting, pool)
    visitor = create_app(aasnes.services, proxies=proxies, **told).test_client()
    use_up(counting, limits.DOOR, counted_as)
    found = visitor.get(
        "/sign-in",
        base_url=HERE,
        headers={"X-Forwarded-For": forwarded},
        environ_base={"REMOTE_ADDR": ELSEWHERE},
    )
    assert found.status_code == 429


def test_all_of_a_network_is_counted_as_one(counted: Town, counting: PostgresCounting) -> None:
    with counted.client.application.test_request_context(
        environ_base={"REMOTE_ADDR": "2001:db8::1"}
    ):
        for _ in range(limits.DOOR.most):
            limits.keep_stranger_within(limits.DOOR)
    beside, apart = ({"REMOTE_ADDR": one} for one in ("2001:db8::9:1", "2001:db8:0:1::1"))
    assert counted.client.get("/sign-in", base_url=HERE, environ_base=beside).status_code == 429
    assert counted.client.get("/sign-in", base_url=HERE, environ_base=apart).status_code == 200
    assert counting.count(limits.CALENDAR, "2001:db8::1") is None


def test_every_request_that_is_counted_is_there_and_documents_its_refusal(aasnes: Town) -> None:
    app: flask.Flask = aasnes.client.application
    assert limits.AT_HEAVY | {limits.AT_CALENDARS} <= set(app.view_functions)
    for ending in limits.HEAVY_PAGES:
        assert [name for name in app.view_functions if name.endswith(ending)], ending
    document = aasnes.client.get("/api/openapi.json").json
    assert document is not None
    of_names = {
        operation["operationId"]: operation["responses"]
        for item in document["paths"].values()
        for method, operation in item.items()
        if method != "parameters"
    }
    for endpoint in limits.AT_HEAVY:
        first, *rest = endpoint.partition(".")[2].split("_")
        assert "429" in of_names[first + "".join(map(str.capitalize, rest))], endpoint
    for path, item in document["paths"].items():
        for method in set(item) - {"parameters", "get"}:
            assert "429" in item[method]["responses"], (method, path)
