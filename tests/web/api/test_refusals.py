"""Every refusal over HTTP: the right status, a stable code, and nothing recorded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest

from application.ids import new_id
from infrastructure.store.migrate import migrate, migrate_keys
from tests.support.postgres import Databases
from tests.support.town import Answer, Town, town
from tests.web.api.test_journey import GOAL, ready, submitted


@contextmanager
def nothing_recorded(town: Town) -> Iterator[None]:
    before = town.services.histories.position()
    yield
    assert town.services.histories.position() == before


def refused(answer: Answer, status: int, code: str) -> Any:
    assert (answer.status_code, answer.json["code"]) == (status, code), answer.json
    assert answer.content_type == "application/problem+json"
    assert answer.json["type"] == f"urn:alis:problem:{code}"
    assert answer.json["detail"]
    return answer.json


def test_a_malformed_request_names_every_field(aasnes: Town) -> None:
    with nothing_recorded(aasnes):
        response = aasnes.post("/plans", "leader", "leader", {"doctor": "x", "colour": "red"})
    body = refused(response, 400, "malformed")
    assert set(body["errors"]) == {
        "doctor",
        "colour",
        "organisation",
        "employmentModel",
        "startsOn",
    }


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"heldOn": "2026-02-30"}, "heldOn"),
        ({"heldOn": "02.02.2026"}, "heldOn"),
        ({"durationMinutes": "two hours"}, "durationMinutes"),
        ({"durationMinutes": 1.5}, "durationMinutes"),
        ({"goals": "ALM-031"}, "goals"),
        ({"minutes": "x" * 20_001}, "minutes"),
        ({"minutes": "nul\x00"}, "minutes"),
        ({"minutes": None, "supervisor": None}, "supervisor"),
    ],
)
def test_a_field_of_the_wrong_form_is_named(aasnes: Town, body: Any, field: str) -> None:
    plan = aasnes.plan()
    right = {
        "supervisor": aasnes.people["supervisor"],
        "heldOn": "2026-02-02",
        "durationMinutes": 60,
    }
    with nothing_recorded(aasnes):
        response = aasnes.post(f"{plan}/sessions", "doctor", "doctor", right | body)
    assert field in refused(response, 400, "malformed")["errors"]


@pytest.mark.parametrize("content", [b"{", b"[]", b'"text"', b"\xff\xfe", b""])
def test_a_body_that_is_not_an_object_is_malformed(aasnes: Town, content: bytes) -> None:
    headers = aasnes.headers("leader", "leader") | {"Content-Type": "application/json"}
    response = aasnes.client.post("/api/v1/plans", data=content, headers=headers)
    assert response.status_code == 400
    assert response.content_type == "application/problem+json"


def test_an_unknown_goal_is_told_with_the_codes_that_are_close(aasnes: Town) -> None:
    plan = aasnes.plan()
    with nothing_recorded(aasnes):
        response = aasnes.post(f"{plan}/goals/ALM-31/submit", "doctor", "doctor")
    assert "ALM-031" in refused(response, 400, "unknown-goal")["detail"]


def test_a_day_to_come_is_refused(aasnes: Town) -> None:
    plan = aasnes.plan()
    body = {
        "supervisor": aasnes.people["supervisor"],
        "heldOn": "2026-05-05",
        "durationMinutes": 60,
    }
    response = aasnes.post(f"{plan}/sessions", "doctor", "doctor", body)
    assert refused(response, 400, "day-in-future")["field"] == "heldOn"


def test_somebody_elses_plan_is_not_there(aasnes: Town) -> None:
    plan = aasnes.plan()
    with nothing_recorded(aasnes):
        refused(aasnes.get(plan, "another_doctor", "doctor"), 404, "unknown-case")
        refused(aasnes.get(plan, "stranger", "auditor"), 404, "unknown-case")
        response = aasnes.post(f"{plan}/goals/{GOAL}/submit", "another_doctor", "doctor")
        refused(response, 404, "unknown-case")


def test_a_case_of_another_kind_is_not_a_plan(aasnes: Town) -> None:
    refused(aasnes.get(f"/plans/{aasnes.organisation}", "leader", "leader"), 404, "unknown-case")


def test_a_role_that_is_not_held_today_is_refused(aasnes: Town) -> None:
    plan = ready(aasnes)
    body = {"statement": "Vist."}
    with nothing_recorded(aasnes):
        response = aasnes.post(f"{plan}/goals/{GOAL}/approve", "doctor", "leader", body)
        assert "lege" in refused(response, 403, "role-not-held")["detail"]
        response = aasnes.post(f"{plan}/goals/{GOAL}/approve", "supervisor", "supervisor", body)
        assert "leder" in refused(response, 403, "role-not-permitted")["detail"]


def test_a_deputy_decides_only_on_the_days_of_the_appointment(aasnes: Town) -> None:
    plan = ready(aasnes)
    path, body = f"{plan}/goals/{GOAL}/approve", {"statement": "Vist."}
    refused(aasnes.post(path, "deputy", "leader", body), 404, "unknown-case")
    aasnes.clock.day = aasnes.clock.day.replace(month=7, day=1)
    aasnes.done(path, "deputy", "leader", body)


def test_a_leader_today_who_was_not_leader_on_the_legal_day_is_refused(aasnes: Town) -> None:
    plan = ready(aasnes)
    aasnes.clock.day = aasnes.clock.day.replace(month=7, day=1)
    body = {"statement": "Vist.", "on": "2026-06-30"}
    with nothing_recorded(aasnes):
        response = aasnes.post(f"{plan}/goals/{GOAL}/approve", "deputy", "leader", body)
    findings = refused(response, 422, "rule-broken")["findings"]
    assert [finding["rule"] for finding in findings] == ["R-ROL-03"]


def test_a_goal_already_submitted_cannot_be_submitted(aasnes: Town) -> None:
    plan = aasnes.plan()
    submitted(aasnes, plan)
    with nothing_recorded(aasnes):
        response = aasnes.post(
            f"{plan}/goals/{GOAL}/submit", "doctor", "doctor", {"consultedOn": "2026-02-02"}
        )
    assert refused(response, 409, "goal-in-wrong-state")["rule"] == "R-ASM-05"


def test_all_findings_are_told_with_rule_words_and_citation(aasnes: Town) -> None:
    plan = aasnes.plan()
    submitted(aasnes, plan)
    with nothing_recorded(aasnes):
        response = aasnes.post(
            f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."}
        )
    findings = refused(response, 422, "rule-broken")["findings"]
    assert [finding["rule"] for finding in findings] == ["R-ASM-02", "R-ASM-02"]
    assert findings[0]["basis"][0]["text"] == "spesialistforskriften § 26 første ledd andre punktum"
    assert findings[0]["confidence"] == "A"


def test_what_may_be_set_aside_asks_for_a_justification(aasnes: Town) -> None:
    plan = aasnes.plan()
    aasnes.done(
        f"{plan}/supervisors/{aasnes.people['supervisor']}/release",
        "leader",
        "leader",
        {"lastDay": "2026-04-30"},
    )
    directorate = ("directorate", "directorate-officer")
    stranger = aasnes.people["stranger"]
    approval = {"specialty": "allmennmedisin", "firstDay": "2020-01-01", "statedIn": "HPR"}
    aasnes.done(f"/practitioners/{stranger}/specialist-approvals", *directorate, approval)
    body = {"person": str(stranger), "firstDay": "2026-05-01"}
    with nothing_recorded(aasnes):
        response = aasnes.post(f"{plan}/supervisors", "leader", "leader", body)
    assert refused(response, 422, "justification-missing")["rule"] == "R-SUP-08"
    justified = body | {"justification": "Kurs er bestilt til høsten."}
    aasnes.done(f"{plan}/supervisors", "leader", "leader", justified)


def test_refusals_come_in_the_language_asked_for(aasnes: Town) -> None:
    plan = aasnes.plan()
    in_english = aasnes.get(plan, "stranger", "doctor", Accept_Language="en-GB,en;q=0.8").json
    in_norwegian = aasnes.get(plan, "stranger", "doctor").json
    assert in_english["detail"] == "There is no such case."
    assert in_norwegian["detail"] == "Saken finnes ikke."


@pytest.mark.parametrize(
    ("method", "path", "status", "words"),
    [
        ("GET", "/api/v1/nowhere", 404, ("ingenting", "nothing at this address")),
        ("DELETE", "/api/v1/plans", 405, ("kan ikke gjøres", "cannot be done")),
        ("GET", "/api/v1/plans/not-an-id", 404, ("ingenting", "nothing at this address")),
    ],
)
def test_what_the_server_itself_refuses_is_a_problem_too(
    aasnes: Town, method: str, path: str, status: int, words: tuple[str, str]
) -> None:
    for language, said in zip(("nb", "en"), words, strict=True):
        headers = aasnes.headers("leader", "leader", Accept_Language=language)
        response = aasnes.client.open(path, method=method, headers=headers)
        assert (response.status_code, response.content_type) == (status, "application/problem+json")
        assert response.json is not None
        assert said in response.json["detail"]


@pytest.mark.parametrize("sent", ["text/plain", "application/x-www-form-urlencoded", None])
def test_a_body_that_is_not_said_to_be_json_is_told_what_to_say(
    aasnes: Town, sent: str | None
) -> None:
    headers = aasnes.headers("leader", "leader") | ({"Content-Type": sent} if sent else {})
    for path in ("/plans", "/people", "/people/search"):
        with nothing_recorded(aasnes):
            response = aasnes.client.post(f"/api/v1{path}", data=b'{"a": 1}', headers=headers)
        told = refused(Answer.of(response), 415, "unsupported-media-type")
        assert "Content-Type: application/json" in told["detail"]


def test_malformed_json_is_told_in_both_languages(aasnes: Town) -> None:
    for language, words in (("nb", "kan ikke leses som JSON"), ("en", "cannot be read as JSON")):
        headers = aasnes.headers("leader", "leader", Accept_Language=language)
        headers["Content-Type"] = "application/json"
        answer = Answer.of(aasnes.client.post("/api/v1/plans", data=b"{", headers=headers))
        assert words in refused(answer, 400, "malformed")["detail"]


def test_too_large_a_body_is_refused(aasnes: Town) -> None:
    headers = aasnes.headers("leader", "leader") | {"Content-Type": "application/json"}
    response = aasnes.client.post("/api/v1/plans", data=b" " * 1_000_001, headers=headers)
    told = refused(Answer.of(response), 413, "request-entity-too-large")
    assert "1 000 000" in told["detail"]


def test_a_stored_fact_that_cannot_be_read_is_named_by_case_and_version(
    databases: Databases,
) -> None:
    migrate(databases.addresses.migrate)
    migrate_keys(databases.addresses.migrate_keys)
    case = new_id()
    with psycopg.connect(databases.addresses.application, autocommit=True) as connection:
        connection.execute(
            "SELECT facts.append(%s, '', %s, '{1}', '{plan.opened}', %s, NULL, NULL, NULL)",
            [new_id(), [case], [b'{"by": "x", "fact": {"fact": "plan.opened"}}']],
        )
    with town(databases.addresses) as elsewhere:
        answer = elsewhere.get(f"/plans/{case}", "leader", "leader")
    told = refused(answer, 500, "unreadable-fact")
    assert f"Versjon 1 (plan.opened) av sak {case}" in told["detail"]
