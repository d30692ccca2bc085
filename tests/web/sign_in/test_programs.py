"""A program reads what its scope says, of whom it calls for, and does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest
from psycopg_pool import ConnectionPool
from werkzeug.test import TestResponse

from application.ids import new_id
from application.organisations.service import organisation_id
from infrastructure.limits import PostgresCounting
from tests.infrastructure.oidc.dishonest import Lies, dishonest
from tests.infrastructure.oidc.keys import ec_key
from tests.infrastructure.oidc.proving import OWN, Wrong, proof
from tests.infrastructure.oidc.running import AUDIENCE
from tests.support.browser import HERE
from tests.support.town import Town
from tests.web.sign_in.house import House, Present, house, registered
from web import limits
from web.api.machines import CATALOGUE, ESTABLISHMENTS

_NEXT = count()
GOALS = "/api/v1/catalogue/goals"


@pytest.fixture
def unbound(hamlet: Town, watch: Present) -> Iterator[House]:
    with dishonest(watch) as liar, house(hamlet, liar, watch, bound=False) as made:
        yield made


NUMBER = "974760673"
ESTABLISHMENT = organisation_id("Solvik kommune", NUMBER)
CARD = f"/api/v1/organisations/{ESTABLISHMENT}"


@pytest.fixture(autouse=True, scope="module")
def _solvik(hamlet: Town) -> None:
    """Have an establishment with a number of its own; Åsnes has stated none."""
    assert registered(hamlet, NUMBER) == ESTABLISHMENT


def token(home: House, scope: str, *, consumer: str = NUMBER, bound: bool = True) -> str:
    now = home.liar.watch.seconds
    claims: dict[str, Any] = {
        "iss": home.liar.issuer,
        "aud": AUDIENCE,
        "iat": now,
        "exp": now + 120,
        "jti": "t-1",
        "client_id": "machine",
        "scope": scope,
        "consumer": {"authority": "iso6523-actorid-upis", "ID": f"0192:{consumer}"},
        **({"cnf": {"jkt": OWN.thumbprint()}} if bound else {}),
    }
    return home.liar.signed(claims, typ="at+jwt")


def asked(home: House, path: str, sent: str, *, method: str = "GET", **more: str) -> TestResponse:
    """Ask with a token and a proof made for this very request."""
    made = Wrong(claims={"htu": f"{HERE}{path}", "htm": method})
    shown = proof(sent, home.liar.watch.seconds, made, jti=f"p-{next(_NEXT)}")
    headers = {"Authorization": f"DPoP {sent}", "DPoP": shown, **more}
    return home.app.test_client().open(path, method=method, base_url=HERE, headers=headers)


def test_a_program_reads_the_catalogue_and_its_own_establishment(home: House) -> None:
    both = token(home, f"{CATALOGUE} {ESTABLISHMENTS}")
    assert asked(home, GOALS, both).get_json()["items"]
    assert asked(home, "/api/v1/history-imports/template", both).status_code == 200
    seen = asked(home, CARD, both).get_json()
    assert seen["organisationNumber"] == NUMBER
    # What a stranger among people may see, and no more.
    for hidden in ("officers", "untold", "notified", "decisions"):
        assert seen[hidden] == []
    covered = asked(home, f"{CARD}/coverage", both).get_json()
    assert covered["plans"] == []
    assert covered["organisation"] == ESTABLISHMENT


def test_a_program_that_asks_too_often_is_told_to_wait_and_others_are_not(home: House) -> None:
    noon = datetime(2026, 5, 4, 12, tzinfo=UTC)
    with ConnectionPool(home.town.addresses.application, max_size=2, min_size=1) as pool:
        counting = PostgresCounting(pool, lambda: noon)
        home.app.extensions[limits.COUNTING] = counting
        for _ in range(limits.PROGRAM.most - 1):
            assert counting.count(limits.PROGRAM, "machine") is None
        assert asked(home, GOALS, token(home, CATALOGUE)).status_code == 200
        late = asked(home, GOALS, token(home, CATALOGUE))
        assert (late.status_code, late.get_json()["code"]) == (429, "too-many")
        assert counting.count(limits.PROGRAM, "another") is None


def test_a_scope_that_lacks_is_named(home: House) -> None:
    for path, has, lacks in ((GOALS, ESTABLISHMENTS, CATALOGUE), (CARD, CATALOGUE, ESTABLISHMENTS)):
        found = asked(home, path, token(home, has))
        assert found.status_code == 403
        assert found.get_json()["code"] == "scope-missing"
        assert lacks in found.get_json()["detail"]
        told = found.headers["WWW-Authenticate"]
        assert told.startswith("DPoP algs=")
        assert f'error="insufficient_scope", scope="{lacks}"' in told


def test_the_establishment_of_another_is_not_known_of(home: House) -> None:
    other = token(home, ESTABLISHMENTS, consumer="910000004")
    numberless = f"/api/v1/organisations/{home.town.organisation}"
    for path, sent in (
        (CARD, other),
        (numberless, other),
        (numberless, token(home, ESTABLISHMENTS)),
    ):
        for rest in ("", "/coverage"):
            found = asked(home, f"{path}{rest}", sent)
            assert (found.status_code, found.get_json()["code"]) == (404, "unknown-case")
    nowhere = asked(home, f"/api/v1/organisations/{new_id()}", token(home, ESTABLISHMENTS))
    assert nowhere.status_code == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/v1/me/tasks"),
        ("GET", "/api/v1/statistics/appeals"),
        ("GET", "/api/v1/operations/views"),
        ("POST", "/api/v1/plans"),
        ("POST", "/api/v1/people"),
        ("POST", "/api/v1/organisations/file"),
    ],
)
def test_what_is_for_people_no_program_has(home: House, method: str, path: str) -> None:
    before = home.town.services.histories.position()
    found = asked(home, path, token(home, f"{CATALOGUE} {ESTABLISHMENTS}"), method=method)
    assert (found.status_code, found.get_json()["code"]) == (403, "not-for-programs")
    assert home.town.services.histories.position() == before


def test_every_other_route_of_the_api_is_for_people(home: House) -> None:
    both = token(home, f"{CATALOGUE} {ESTABLISHMENTS}")
    read = set()
    for rule in home.app.url_map.iter_rules():
        if not rule.rule.startswith("/api/v1") or "health" in rule.rule or ".ics" in rule.rule:
            continue
        some: dict[str, str] = dict.fromkeys(rule.arguments, new_id())
        some |= {name: "1" for name in rule.arguments if f"int:{name}" in rule.rule}
        path = home.app.url_map.bind("").build(rule.endpoint, some)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            found = asked(home, path, both, method=method)
            if found.status_code != 403:
                read.add(rule.rule.removeprefix("/api/v1"))
    assert read == {
        "/catalogue/goals",
        "/history-imports/template",
        "/organisations/<uuid:organisation>",
        "/organisations/<uuid:organisation>/coverage",
    }


def test_a_program_acts_in_no_capacity(home: House) -> None:
    sent = token(home, CATALOGUE)
    found = asked(home, GOALS, sent, **{"Acting-As": "leader"})
    assert (found.status_code, found.get_json()["code"]) == (403, "programs-hold-no-role")


def test_without_a_token_that_is_believed_one_is_told_how(home: House) -> None:
    client = home.app.test_client()
    bare = client.get(GOALS, base_url=HERE)
    assert bare.status_code == 401
    assert bare.headers["WWW-Authenticate"].startswith('DPoP algs="ES256 ')
    assert "error" not in bare.headers["WWW-Authenticate"]
    assert "Bearer" not in bare.headers["WWW-Authenticate"]
    sent = token(home, CATALOGUE)
    demo = home.town.tokens.make(home.town.people["leader"])
    for authorization in (f"DPoP {sent}", f"Bearer {sent}", f"Bearer {demo}", "Basic eDp5", "x"):
        found = client.get(GOALS, base_url=HERE, headers={"Authorization": authorization})
        assert found.status_code == 401
        assert found.get_json()["code"] == "token-invalid"
        assert 'error="invalid_token"' in found.headers["WWW-Authenticate"]


def test_a_proof_is_for_one_request_to_the_address_we_are_known_by(home: House) -> None:
    sent, now = token(home, CATALOGUE), home.liar.watch.seconds
    client = home.app.test_client()
    right = proof(sent, now, Wrong(claims={"htu": f"{HERE}{GOALS}"}), jti=f"p-{next(_NEXT)}")
    headers = [("Authorization", f"DPoP {sent}"), ("DPoP", right)]
    assert client.get(GOALS, base_url=HERE, headers=headers).status_code == 200
    assert client.get(GOALS, base_url=HERE, headers=headers).status_code == 401
    fresh = Wrong(claims={"htu": f"{HERE}{GOALS}"})
    two = [("DPoP", proof(sent, now, fresh, jti=f"p-{next(_NEXT)}")) for _ in range(2)]
    found = client.get(GOALS, base_url=HERE, headers=[headers[0], *two])
    assert found.status_code == 401
    # Whatever host the request itself names, ours is the one in the settings.
    other = Wrong(claims={"htu": f"https://evil.example{GOALS}"})
    evil = [headers[0], ("DPoP", proof(sent, now, other, jti=f"p-{next(_NEXT)}"))]
    found = client.get(GOALS, base_url="https://evil.example", headers=evil)
    assert found.status_code == 401


def test_a_token_of_somebody_else_is_not_believed(home: House) -> None:
    for lies in (
        Lies(key=ec_key("somebody")),
        Lies(claims={"aud": "https://other.example"}),
        Lies(claims={"exp": 1}),
        Lies(claims={"sub": "doctor"}),
    ):
        home.liar.lies = lies
        assert asked(home, GOALS, token(home, CATALOGUE)).status_code == 401


def test_where_that_is_set_a_bearer_token_is_taken(unbound: House) -> None:
    sent = token(unbound, CATALOGUE, bound=False)
    headers = {"Authorization": f"Bearer {sent}"}
    client = unbound.app.test_client()
    assert client.get(GOALS, base_url=HERE, headers=headers).status_code == 200
    assert ", Bearer" in client.get(GOALS, base_url=HERE).headers["WWW-Authenticate"]


def test_where_no_program_is_known_no_token_is_read(hamlet: Town, home: House) -> None:
    """The demo's own tokens, and those of programs, are never taken side by side."""
    found = hamlet.client.get(
        GOALS, base_url=HERE, headers={"Authorization": f"DPoP {token(home, CATALOGUE)}"}
    )
    assert (found.status_code, found.headers["WWW-Authenticate"]) == (401, "Bearer")
