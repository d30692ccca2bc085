"""What the document promised and the program did not keep, or the other way round: each once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.forms import attached
from tests.support.town import Town
from tests.web.api.exempting import LEADER, applied
from tests.web.api.who_may import BODIES

DOCTOR = ("doctor", "doctor")
ADMINISTRATOR = ("administrator", "administrator")


def properties(town: Town, schema: str) -> dict[str, Any]:
    document = town.client.get("/api/openapi.json").json or {}
    found: dict[str, Any] = document["components"]["schemas"][schema]["properties"]
    return found


def of_session(town: Town, **more: Any) -> dict[str, Any]:
    return BODIES["sessions"] | {"supervisor": town.people["supervisor"], **more}


@pytest.mark.parametrize("said", [0, 1, "true", "yes", "on", 0.0])
def test_true_and_false_are_no_number_and_no_word(aasnes: Town, said: Any) -> None:
    plan = aasnes.plan()
    body = of_session(aasnes, minutes="Referat.", patientsNotNamed=said)
    told = aasnes.post(f"{plan}/sessions", *DOCTOR, body, Accept_Language="en")
    assert (told.status_code, told.json["code"]) == (400, "malformed")
    assert told.json["errors"] == {"patientsNotNamed": ["Must be true or false."]}
    aasnes.done(f"{plan}/sessions", *DOCTOR, body | {"patientsNotNamed": True})


@pytest.mark.parametrize("said", ["1", "yes", "on", "True"])
def test_in_a_form_and_a_query_they_are_written_one_way(aasnes: Town, said: str) -> None:
    plan = aasnes.plan()
    told = attached(aasnes, plan, *DOCTOR, {"patientsNotNamed": said})
    assert (told.status_code, set(told.json["errors"])) == (400, {"patientsNotNamed"})
    path = f"/api/v1/organisations/{aasnes.organisation}/history-imports?dryRun={said}"
    headers = aasnes.headers(*ADMINISTRATOR, Content_Type="text/csv")
    answer = aasnes.client.post(path, data=b"", headers=headers).json or {}
    assert (answer["code"], set(answer["errors"])) == ("malformed", {"dryRun"})
    assert attached(aasnes, plan, *DOCTOR, {"patientsNotNamed": "true"}).status_code == 201


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (7.5, 'Must be a number in quotes, written like "7.5".'),
        ("", "Must be a number."),
        ("1e3", "Must be a number."),
        ("NaN", "Must be a number."),
    ],
)
def test_a_number_with_decimals_is_in_quotes(aasnes: Town, hours: Any, words: str) -> None:
    plan = aasnes.plan()
    body = BODIES["courses"] | {"hours": hours}
    told = aasnes.post(f"{plan}/courses", *DOCTOR, body, Accept_Language="en")
    assert (told.status_code, told.json["errors"]) == (400, {"hours": [words]})
    aasnes.done(f"{plan}/courses", *DOCTOR, body | {"hours": "7.5"})
    (line,) = aasnes.get(f"{plan}/courses", *DOCTOR).json["items"]
    assert line["hours"] == "7.5"


@pytest.mark.parametrize(
    ("goals", "told"),
    [
        ({}, ["Must be text."]),
        ("some", ["Must be one of: all."]),
        ([None], {"0": ["The field cannot be null."]}),
    ],
)
def test_all_goals_or_a_list_of_them_is_told_as_such(aasnes: Town, goals: Any, told: Any) -> None:
    arena = {"code": "ARE-99", "name": {"nb": "Ny", "en": "New"}, "commonGoals": goals}
    path = f"/organisations/{aasnes.organisation}/arenas"
    body = {"arena": arena, "firstDay": "2026-02-02"}
    answer = aasnes.post(path, *LEADER, body, Accept_Language="en")
    assert answer.json["errors"]["arena"]["commonGoals"] == told
    either = properties(aasnes, "Arena")["commonGoals"]["anyOf"]
    assert [one["type"] for one in either] == ["string", "array"]
    assert either[0]["enum"] == ["all"]


def test_a_preview_of_what_was_never_granted_is_refused_as_documented(aasnes: Town) -> None:
    exempting = applied(aasnes)
    told = aasnes.get(f"{exempting.exemption}/preview", *LEADER)
    assert (told.status_code, told.json["code"]) == (409, "exemption-in-wrong-state")


def test_a_day_beyond_all_measure_is_told_as_such(aasnes: Town) -> None:
    plan = aasnes.plan()
    told = aasnes.get(f"{plan}?knownAt=1823-07-28", *DOCTOR, Accept_Language="en")
    assert told.json["errors"] == {"knownAt": ["Must be a day from 1900-01-01 to 2199-12-31."]}


@pytest.mark.parametrize("blank", ["", " ", "\t\n", "\x1c", "\x85", "\u2003"])
def test_a_needed_text_is_more_than_blanks_and_documented_so(aasnes: Town, blank: str) -> None:
    plan = aasnes.plan()
    told = aasnes.post(f"{plan}/concerns", "supervisor", "supervisor", {"grounds": blank})
    assert (told.status_code, set(told.json["errors"])) == (400, {"grounds"})
    assert properties(aasnes, "RaiseConcern")["grounds"]["pattern"] == r"[^\s\x1c-\x1f\x85]"


def test_what_a_header_may_hold_is_documented(aasnes: Town) -> None:
    document = aasnes.client.get("/api/openapi.json").json or {}
    act = document["paths"]["/api/v1/plans"]["post"]["parameters"]
    form = {one["name"]: one["schema"] for one in act}
    assert form["If-Match"]["pattern"] == '^"[0-9]{1,18}"$'
    assert (form["Idempotency-Key"]["minLength"], form["Idempotency-Key"]["maxLength"]) == (1, 255)
    assert form["Acting-For"]["format"] == form["Correlation-Id"]["format"] == "uuid"


@pytest.mark.parametrize("header", ["Acting_For", "Correlation_Id"])
def test_an_id_in_a_header_is_never_empty(aasnes: Town, header: str) -> None:
    plan, body = aasnes.plan(), BODIES["activities"]
    told = aasnes.post(f"{plan}/activities", *DOCTOR, body, **{header: ""})
    assert (told.status_code, set(told.json["errors"])) == (400, {header.replace("_", "-")})
    aasnes.done(f"{plan}/activities", *DOCTOR, body, **{header: str(aasnes.organisation)})


def test_whoever_reads_as_oneself_names_no_unreadable_establishment(aasnes: Town) -> None:
    headers = aasnes.headers("doctor", "doctor", Acting_For="x")
    headers.pop("Acting-As")
    told = aasnes.client.get("/api/v1/me/tasks", headers=headers).json or {}
    assert (told["code"], set(told["errors"])) == ("malformed", {"Acting-For"})
