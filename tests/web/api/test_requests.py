"""Repeats, versions seen, reading one's own writes, and who is behind a request."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import flask
import pytest

from application.actors import Actor, Role
from domain.plans.goals import GoalRecommended
from domain.shared.ids import Id
from infrastructure.projector.following import Projector
from infrastructure.tokens import LASTS, DemoTokens
from tests.support.town import Answer, Town
from tests.web.api.test_journey import GOAL, ready, submitted
from web.api import request

CONSULTED = {"consultedOn": "2026-02-02"}


def test_a_repeat_with_the_same_key_gets_the_first_receipt(aasnes: Town) -> None:
    plan = aasnes.plan()
    path = f"{plan}/goals/{GOAL}/submit"
    first = aasnes.post(path, "doctor", "doctor", CONSULTED, Idempotency_Key="k-1")
    again = aasnes.post(path, "doctor", "doctor", CONSULTED, Idempotency_Key="k-1")
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == first.json | {"repeated": True}


def test_a_repeat_names_the_same_new_thing(aasnes: Town) -> None:
    plan = aasnes.plan()
    body = {"kind": "course", "doneOn": "2026-02-02"}
    made = [
        aasnes.post(f"{plan}/activities", "doctor", "doctor", body, Idempotency_Key="k-2").json
        for _ in range(2)
    ]
    assert made[0]["made"] == made[1]["made"]


def test_the_same_key_with_another_body_is_refused(aasnes: Town) -> None:
    plan = aasnes.plan()
    path = f"{plan}/goals/{GOAL}/submit"
    aasnes.done(path, "doctor", "doctor", CONSULTED, Idempotency_Key="k-3")
    other = aasnes.post(
        path, "doctor", "doctor", {"consultedOn": "2026-02-03"}, Idempotency_Key="k-3"
    )
    assert (other.status_code, other.json["code"]) == (422, "key-reused")


def test_two_people_may_use_the_same_key(aasnes: Town) -> None:
    plan = ready(aasnes)
    path, body = f"{plan}/goals/ALM-001/recommend", {"advice": "achieved"}
    aasnes.done(path, "supervisor", "supervisor", body, Idempotency_Key="k")
    aasnes.done(path, "midwife", "clinical-supervisor", body, Idempotency_Key="k")


def test_a_version_seen_refuses_only_if_the_same_part_has_changed(aasnes: Town) -> None:
    plan = aasnes.plan()
    seen = aasnes.get(plan, "doctor", "doctor").headers["ETag"]
    activity = {"kind": "course", "doneOn": "2026-02-02"}
    aasnes.done(f"{plan}/activities", "doctor", "doctor", activity)
    aasnes.done(f"{plan}/goals/ALM-001/submit", "doctor", "doctor", CONSULTED, If_Match=seen)
    late = aasnes.post(f"{plan}/goals/ALM-002/submit", "doctor", "doctor", CONSULTED, If_Match=seen)
    assert (late.status_code, late.json["code"]) == (412, "case-changed")
    assert [change["fact"] for change in late.json["changes"]] == ["plan.goal-submitted"]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("If_Match", "12"),
        ("If_Match", "*"),
        ("Idempotency_Key", "k" * 256),
        ("Correlation_Id", "x"),
        ("Acting_For", "x"),
    ],
)
def test_a_malformed_header_is_named(aasnes: Town, header: str, value: str) -> None:
    plan = aasnes.plan()
    path = f"{plan}/goals/{GOAL}/submit"
    response = aasnes.post(path, "doctor", "doctor", CONSULTED, **{header: value})
    assert response.status_code == 400
    assert header.replace("_", "-") in response.json["errors"]


def test_rows_that_have_not_come_so_far_are_not_yet_visible(aasnes: Town) -> None:
    # Nobody keeps the rows in this town, so they stay behind.
    plan = aasnes.plan()
    position = str(submitted(aasnes, plan)["position"])
    for wait in ("wait=0", "wait=1"):
        response = aasnes.get("/me/tasks", "leader", "leader", Read_After=position, Prefer=wait)
        assert (response.status_code, response.headers["Retry-After"]) == (503, "1")
        assert response.json["code"] == "not-yet-visible"


def test_nobody_waits_for_what_is_not_recorded(aasnes: Town) -> None:
    response = aasnes.get("/me/tasks", "leader", "leader", Read_After="99999999", Prefer="wait=30")
    assert (response.status_code, response.json["code"]) == (400, "malformed")
    assert "den siste posisjonen" in response.json["errors"]["Read-After"][0]


def test_only_some_requests_wait_at_once(aasnes: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = aasnes.plan()
    position = str(submitted(aasnes, plan)["position"])
    asked: list[float] = []

    def wait_for(_: int, *, seconds: float) -> bool:
        asked.append(seconds)
        if len(asked) <= request.MOST_WAITING:
            aasnes.get("/me/tasks", "leader", "leader", Read_After=position, Prefer="wait=9")
        return False

    monkeypatch.setattr(aasnes.services.views, "wait_for", wait_for)
    aasnes.get("/me/tasks", "leader", "leader", Read_After=position, Prefer="wait=9")
    assert asked == [9] * request.MOST_WAITING + [0]


def test_the_same_command_sent_at_once_by_several_is_done_once(aasnes: Town) -> None:
    plan = aasnes.plan()
    path, headers = f"/api/v1{plan}/goals/{GOAL}/submit", aasnes.headers("doctor", "doctor")
    key = {"Idempotency-Key": "samtidig", **headers}

    def send(_: int) -> int:
        client = aasnes.client.application.test_client()
        return client.post(path, json=CONSULTED, headers=key).status_code

    for _ in range(3):
        key["Idempotency-Key"] += "!"
        with ThreadPoolExecutor(6) as together:
            assert sorted(together.map(send, range(6))) == [200] * 5 + [201]
        aasnes.done(f"{plan}/goals/{GOAL}/recall", "doctor", "doctor")


def test_who_acts_on_what_has_changed_is_told_that_first(aasnes: Town) -> None:
    plan = aasnes.plan()
    seen = aasnes.get(plan, "doctor", "doctor").headers["ETag"]
    path = f"{plan}/goals/{GOAL}/submit"
    aasnes.done(path, "doctor", "doctor", CONSULTED, If_Match=seen)
    again = aasnes.post(path, "doctor", "doctor", CONSULTED, If_Match=seen)
    assert (again.status_code, again.json["code"]) == (412, "case-changed")
    unheard = aasnes.post(path, "doctor", "doctor", CONSULTED, If_Match='"99999"')
    assert (unheard.status_code, unheard.json["code"]) == (400, "unknown-version")


@pytest.mark.parametrize(
    "query", ["knownat=2024-06-01", "knownAt=2024-06-01&knownAt=2025-06-01", "On=2024-06-01"]
)
def test_a_mistyped_question_is_not_answered_with_today(aasnes: Town, query: str) -> None:
    response = aasnes.get(f"{aasnes.plan()}?{query}", "doctor", "doctor")
    assert (response.status_code, response.json["code"]) == (400, "malformed")
    assert query.partition("=")[0] in response.json["errors"]


def test_an_office_without_its_establishment_is_told_what_is_missing(aasnes: Town) -> None:
    body = {"name": "Kari Ny"}
    told = aasnes.post("/people", "administrator", "administrator", body)
    assert (told.status_code, told.json["code"]) == (400, "acting-for-missing")
    assert told.json["field"] == "Acting-For"


def test_a_body_that_is_no_object_is_told_so(aasnes: Town) -> None:
    headers = aasnes.headers("doctor", "doctor", Accept_Language="en")
    told = aasnes.client.post(f"/api/v1{aasnes.plan()}/sessions", json=[], headers=headers)
    assert told.status_code == 400
    assert (told.json or {})["detail"].startswith("The body must be a JSON object")


def test_the_capacity_acted_in_is_the_one_recorded(aasnes: Town) -> None:
    plan, supervisor = aasnes.plan(), aasnes.people["supervisor"]
    body = {"person": supervisor, "firstDay": "2026-05-01", "competenceArea": "allmennmedisin"}
    aasnes.done(f"{plan}/clinical-supervisors", "leader", "leader", body)
    for role in ("clinical-supervisor", "supervisor"):
        aasnes.done(f"{plan}/goals/{GOAL}/recommend", "supervisor", role, {"advice": "achieved"})
        *_, last = aasnes.services.histories.history(Id(plan.split("/")[-1]))
        assert isinstance(last.fact, GoalRecommended)
        assert last.acting_as == last.fact.capacity == role


def test_a_client_sees_its_own_write_in_the_rows(aasnes: Town) -> None:
    stop = Event()
    projecting = Thread(target=Projector(aasnes.addresses.application).run, args=(stop,))
    projecting.start()
    try:
        plan = aasnes.plan()
        position = str(submitted(aasnes, plan)["position"])
        answer = aasnes.get(
            "/me/tasks", "supervisor", "supervisor", Read_After=position, Prefer="wait=20"
        )
        register = aasnes.get(f"/organisations/{aasnes.organisation}/plans", "leader", "leader")
        roles = aasnes.get("/me/roles", "doctor", "doctor")
    finally:
        stop.set()
        projecting.join()
    case_id = plan.split("/")[-1]
    waiting = [(t["kind"], t["subject"]) for t in answer.json["items"] if t["caseId"] == case_id]
    assert waiting == [("recommend-goal", GOAL)]
    assert {row["caseId"]: row for row in register.json["items"]}[case_id]["submitted"] == 1
    assert [row["role"] for row in roles.json["items"]] == ["doctor"]


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer x.y.z", "Basic dXNlcjpwYXNz", "Bearer  "]
)
def test_nobody_gets_in_without_a_token_we_made(aasnes: Town, authorization: str) -> None:
    headers = {"Authorization": authorization, "Acting-As": "doctor"}
    response = aasnes.client.get("/api/v1/me/tasks", headers=headers)
    assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_a_forged_or_old_token_is_refused(aasnes: Town) -> None:
    doctor = aasnes.people["doctor"]
    forged = DemoTokens("another secret of thirty-two characters", aasnes.clock).make(doctor)
    old = aasnes.tokens.make(doctor)
    aasnes.clock.day += LASTS
    for token in (forged, old):
        headers = {"Authorization": f"Bearer {token}", "Acting-As": "doctor"}
        assert aasnes.client.get("/api/v1/me/tasks", headers=headers).status_code == 401


OPEN = {
    "/api/v1/health",
    "/api/v1/calendars/<string:secret>.ics",
    "/api/docs",
    "/api/openapi.json",
    "/static/<path:filename>",
}


def test_every_route_but_a_few_asks_who_is_there(aasnes: Town) -> None:
    rules = aasnes.client.application.url_map.iter_rules()
    zeros = "00000000-0000-0000-0000-000000000000"
    for rule in rules:
        # The pages send one to sign in; tests/web/pages/test_guards.py tries each of them.
        if rule.rule in OPEN or not rule.rule.startswith("/api"):
            continue
        values = dict.fromkeys(rule.arguments, zeros) | {"version": 1, "number": 1}
        _, path = rule.build(values) or ("", "")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            response = aasnes.client.open(path, method=method, json={"no": "body of theirs"})
            answer = Answer.of(response)
            assert (answer.status_code, answer.json["code"]) == (401, "not-signed-in"), path


def test_a_repeat_is_one_whatever_the_program_calls_its_functions(
    aasnes: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = Actor(person=aasnes.people["leader"], acting_as=Role.LEADER)
    with aasnes.client.application.test_request_context("/api/v1/plans", method="POST"):
        before = request.order(by, {}, {"a": 1})
        monkeypatch.setattr(flask.request.url_rule, "endpoint", "plans.renamed")
        assert request.order(by, {}, {"a": 1}).body_hash == before.body_hash
    with aasnes.client.application.test_request_context("/api/v1/people", method="POST"):
        assert request.order(by, {}, {"a": 1}).body_hash != before.body_hash


def test_routes_are_named_after_their_paths(aasnes: Town) -> None:
    rules = aasnes.client.application.url_map.iter_rules()
    named = {one.endpoint for one in rules if one.rule.startswith("/api/")}
    assert all(re.fullmatch(r"[a-z-]+\.[a-z_]+", name) for name in named)
    assert "plans.post_plans_goals_not_achieved" in named


def test_nothing_is_kept_or_run_of_what_is_answered(aasnes: Town) -> None:
    plan = aasnes.plan()
    for answer in (
        aasnes.get(plan, "doctor", "doctor"),
        aasnes.get(plan, "stranger", "doctor"),
        aasnes.post("/people", "leader", "leader"),
        aasnes.get("/nowhere", "leader", "leader"),
        aasnes.get("/health", "leader", "leader"),
    ):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; base")
    page = aasnes.client.get("/api/docs").headers
    assert "style-src 'self'" in page["Content-Security-Policy"]
    assert (page["X-Content-Type-Options"], page["Cache-Control"]) == ("nosniff", "no-store")
