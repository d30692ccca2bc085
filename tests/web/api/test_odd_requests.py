"""Whatever is sent, the API answers in its own words: never a fault of ours, and never a trace."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.routing import Rule

from application.actors import Actor, Role
from application.bodies.service import AppointBodyOfficer
from application.ids import new_id
from domain.bodies.body import BodyKind
from domain.shared.refusals import NotPermitted
from infrastructure.store.migrate import migrate, migrate_keys
from tests.support.postgres import Databases
from tests.support.town import Answer, Town, order, town
from tests.web.api.test_journey import GOAL

ODD_TEXTS = (
    "",
    " ",
    "\ud800",
    "a\udfffb",
    "\x00",
    "9" * 5_000,
    "0001-01-01",
    "9999-12-31",
    "ALM-031",
)
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, -1, 2**31, 2**63, 2**64, 10**400, 1e308, 0.1, float("nan"), float("inf")]),
    st.sampled_from(ODD_TEXTS),
    st.dates().map(str),
    st.text(max_size=5),
)
NESTED = st.recursive(
    ODD,
    lambda some: st.lists(some, max_size=3) | st.dictionaries(st.text(max_size=3), some),
    max_leaves=4,
)
INSTANTS = st.one_of(
    st.sampled_from(
        [
            *ODD_TEXTS,
            "9999-12-31T23:59:59Z",
            "0001-01-01T00:00:00+14:00",
            "0001-01-01T00:00",
            "2026-05-04T12:00:00",
            "2026-W18-3",
        ]
    ),
    st.datetimes().map(str),
    st.text(max_size=5),
)
WHO = {
    "leader": "leader",
    "doctor": "doctor",
    "supervisor": "supervisor",
    "midwife": "clinical-supervisor",
    "administrator": "administrator",
    "directorate": "directorate-officer",
    "operator": "system-administrator",
}
BOUNDED = settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def rules(of: Town, method: str) -> list[Rule]:
    found = of.client.application.url_map.iter_rules()
    return [r for r in found if method in (r.methods or ()) and r.rule.startswith("/api/v1")]


def built(of: Town, rule: Rule, plan: str) -> str:
    """Return the rule's path, to the plan and the establishment that are there."""
    known = {
        "plan": plan.rsplit("/", 1)[-1],
        "organisation": str(of.organisation),
        "person": str(of.people["supervisor"]),
        "goal": GOAL,
        "arena": "ARE-01",
    }
    values = {name: known.get(name, str(new_id())) for name in rule.arguments} | {
        "version": 2,
        "number": 1,
    }
    return (rule.build(values) or ("", ""))[1]


def fields(of: Town, rule: Rule) -> dict[str, Any]:
    """Return the fields that the documented body of a route has."""
    document = of.client.get("/api/openapi.json").json or {}
    path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
    content = document["paths"][path]["post"]["requestBody"]["content"]
    shape = content.get("application/json", {}).get("schema", {}).get("$ref", "").rsplit("/")[-1]
    return dict(document["components"]["schemas"].get(shape, {}).get("properties", {}))


def likely(of: Town, field: dict[str, Any]) -> Any:
    """Return values of the form that a field documents, with days and numbers at the edges."""
    match field.get("format"), field.get("type"):
        case "uuid", _:
            return st.sampled_from([*map(str, of.people.values()), str(of.organisation)])
        case "date", _:
            edges = ["0001-01-01", "9999-12-31", "2026-02-02", "2026-05-04"]
            return st.sampled_from(edges) | st.dates().map(str)
        case _, "integer":
            return st.integers(-(2**60), 2**60)
        case _, "array":
            return st.lists(st.sampled_from([GOAL, "ARE-01", "", "x"]), max_size=3)
    return st.sampled_from([*field.get("enum", []), "tekst", "1", "2.5"])


def bodies(of: Town, rule: Rule) -> Any:
    """Return bodies that are mostly of the right form, and bodies of no form at all."""
    form = {name: likely(of, field) | NESTED for name, field in fields(of, rule).items()}
    right = {name: likely(of, field) for name, field in fields(of, rule).items()}
    return st.fixed_dictionaries(right) | st.fixed_dictionaries({}, optional=form) | NESTED


def post_oddly(of: Town, rule: Rule, plan: str) -> None:
    path = built(of, rule, plan)

    @BOUNDED
    @given(body=bodies(of, rule), who=st.sampled_from(sorted(WHO)))
    def holds(body: Any, who: str) -> None:
        headers = of.headers(who, WHO[who], Acting_For=str(of.organisation))
        headers["Content-Type"] = "application/json"
        answer = of.client.post(path, data=json.dumps(body), headers=headers)
        assert answer.status_code < 500, (path, body, answer.json)

    holds()


def get_oddly(of: Town, rule: Rule, plan: str) -> None:
    path = built(of, rule, plan)

    @BOUNDED
    @given(query=st.fixed_dictionaries({}, optional={"knownAt": INSTANTS, "on": INSTANTS}))
    def holds(query: dict[str, str]) -> None:
        asked = urlencode(query, errors="surrogatepass")
        answer = of.client.get(f"{path}?{asked}", headers=of.headers("leader", "leader"))
        assert answer.status_code < 500, (path, query, answer.json)

    holds()


@pytest.fixture
def apart(databases: Databases) -> Iterator[Town]:
    """A town of its own, for what is sent may well appoint and release people."""
    migrate(databases.addresses.migrate)
    migrate_keys(databases.addresses.migrate_keys)
    with town(databases.addresses) as made:
        yield made


@pytest.mark.slow
# The pool of connections draws lots in a thread of its own, also while a request is drawn.
@pytest.mark.filterwarnings("ignore:Do not use the `random` module inside strategies")
def test_nothing_odd_is_a_fault(apart: Town) -> None:
    for rule in rules(apart, "POST"):
        settled = with_the_directorate(apart)
        post_oddly(settled, rule, opened(settled))
    for rule in rules(apart, "GET"):
        settled = with_the_directorate(apart)
        get_oddly(settled, rule, opened(settled))


def with_the_directorate(apart: Town) -> Town:
    """Return the town with new doctors; whoever was released from the office holds it again."""
    try:
        return apart.with_new_people()
    except NotPermitted:
        operator = Actor(person=apart.people["operator"], acting_as=Role.SYSTEM_ADMINISTRATOR)
        officer = AppointBodyOfficer(
            kind=BodyKind.DIRECTORATE,
            person=apart.people["directorate"],
            first_day=apart.clock.today(),
        )
        apart.services.bodies.appoint(officer, operator, order())
        return apart.with_new_people()


def opened(settled: Town) -> str:
    """Return a plan, if the offices are still held so that one can be opened."""
    try:
        return settled.plan()
    except AssertionError:
        return f"/plans/{new_id()}"


DEEP = b'{"minutes": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


@pytest.mark.parametrize(
    "content",
    [b'{"durationMinutes": ' + b"9" * 5_000 + b"}", DEEP, b"{", b"\xff\xfe", b'{"a": 1,}', b"\x00"],
)
def test_json_that_cannot_be_held_is_malformed(aasnes: Town, content: bytes) -> None:
    headers = aasnes.headers("leader", "leader") | {"Content-Type": "application/json"}
    for path in ("/plans", f"/plans/{new_id()}/sessions", "/people", "/people/search"):
        answer = Answer.of(aasnes.client.post(f"/api/v1{path}", data=content, headers=headers))
        assert (answer.status_code, answer.json["code"]) == (400, "malformed")
        assert set(answer.json["errors"]) == {"body"}


@pytest.mark.parametrize("text", ["a\ud800", "\udfff", "nul\x00"])
def test_what_is_no_text_is_named_by_its_field(aasnes: Town, text: str) -> None:
    plan = aasnes.plan()
    body = {"advice": "achieved", "rationale": text}
    answer = aasnes.post(f"{plan}/goals/{GOAL}/recommend", "supervisor", "supervisor", body)
    assert (answer.status_code, answer.json["code"]) == (400, "malformed")
    assert set(answer.json["errors"]) == {"rationale"}


def test_a_number_beyond_what_json_holds_is_named(aasnes: Town) -> None:
    plan = aasnes.plan()
    answer = aasnes.post(f"{plan}/sessions", "doctor", "doctor", {"durationMinutes": 2**64})
    assert "durationMinutes" in answer.json["errors"]


@pytest.mark.parametrize("instant", ["9999-12-31T23:59:59Z", "2026-05-05", "2026-05-04T12:05:00"])
def test_nothing_is_known_in_the_future(aasnes: Town, instant: str) -> None:
    plan = aasnes.plan()
    answer = aasnes.get(f"{plan}?knownAt={instant}", "doctor", "doctor")
    assert (answer.status_code, answer.json["code"]) == (400, "malformed")
    assert answer.json["errors"] == {"knownAt": ["knownAt er ikke kommet ennå."]}


@pytest.mark.parametrize("header", ["Read_After", "If_Match", "Acting_For", "Idempotency_Key"])
@pytest.mark.parametrize("value", ["9" * 5_000, "\u0662", "", "\u00e6\u00f8\u00e5"])
def test_no_odd_header_is_a_fault(aasnes: Town, header: str, value: str) -> None:
    odd = {header: value.encode().decode("latin-1")}
    assert aasnes.get("/me/tasks", "doctor", "doctor", **odd).status_code < 500
    assert aasnes.post("/plans", "leader", "leader", {}, **odd).status_code < 500
