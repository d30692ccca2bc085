"""What is wrong with a field is told in the reader's language, with what would be right."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.town import Town
from tests.web.api.test_refusals import nothing_recorded

WRONG: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "a day": ({"heldOn": "2.2.26"}, "heldOn", "2026-03-01", "2026-03-01"),
    "a year": ({"heldOn": "0026-02-02"}, "heldOn", "fra 1900-01-01", "from 1900-01-01"),
    "missing": ({}, "supervisor", "Feltet må være med.", "The field is needed."),
    "unknown": ({"x": 1}, "x", "Feltet finnes ikke her.", "There is no such field here."),
    "a number": ({"durationMinutes": "to"}, "durationMinutes", "heltall", "whole number"),
    "an id": ({"supervisor": "kari"}, "supervisor", "UUID", "UUID"),
    "a list": ({"goals": "ALM-001"}, "goals", "liste", "list"),
    "null": ({"heldOn": None}, "heldOn", "null", "null"),
    "a text": ({"minutes": 7}, "minutes", "tekst", "text"),
    "empty": ({"minutes": ""}, "minutes", "tegn", "characters"),
}


@pytest.mark.parametrize("case", WRONG)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_field_is_told_what_is_wrong(aasnes: Town, case: str, language: str) -> None:
    body, field, nb, en = WRONG[case]
    told = aasnes.post(
        f"{aasnes.plan()}/sessions", "doctor", "doctor", body, Accept_Language=language
    )
    words = str(told.json["errors"][field])
    assert (nb if language == "nb" else en) in words
    assert "Not a valid" not in words


HEADERS = {
    "Acting-As": ("boss", "Skal være en av: doctor", "Must be one of: doctor"),
    "Acting-For": ("here", "id-en til en virksomhet", "id of an establishment"),
    "Idempotency-Key": ("k" * 300, "tegn", "characters"),
    "If-Match": ("12", "versjonen du så", "version you saw"),
    "Correlation-Id": ("7", "UUID", "UUID"),
}


@pytest.mark.parametrize("name", HEADERS)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_header_is_told_what_is_wrong(aasnes: Town, name: str, language: str) -> None:
    written, nb, en = HEADERS[name]
    headers = aasnes.headers("doctor", "doctor") | {name: written, "Accept-Language": language}
    path = f"/api/v1{aasnes.plan()}/activities"
    told = aasnes.client.post(
        path, json={"kind": "course", "doneOn": "2026-04-01"}, headers=headers
    )
    assert told.json
    assert (nb if language == "nb" else en) in told.json["errors"][name][0]


@pytest.mark.parametrize(("sent", "words"), [("{", "leses som JSON"), ("[]", "JSON-objekt")])
def test_a_body_that_is_no_object_is_told_so(aasnes: Town, sent: str, words: str) -> None:
    headers = aasnes.headers("doctor", "doctor") | {"Content-Type": "application/json"}
    path = f"/api/v1{aasnes.plan()}/activities"
    told = aasnes.client.post(path, data=sent, headers=headers)
    assert told.json
    assert words in told.json["errors"]["body"][0]


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_beyond_measure_is_refused_wherever_it_is_said(aasnes: Town, day: str) -> None:
    plan = aasnes.plan()
    arena = f"/organisations/{aasnes.organisation}/arenas/ARE-07/close"
    with nothing_recorded(aasnes):
        closed = aasnes.post(arena, "leader", "leader", {"lastDay": day})
    assert (closed.status_code, "lastDay" in closed.json["errors"]) == (400, True)
    for view in ("review-material", "coverage", "goals"):
        asked = aasnes.get(f"{plan}/{view}?on={day}", "leader", "leader")
        assert (asked.status_code, "on" in asked.json["errors"]) == (400, True)


def test_a_specialty_that_is_misspelt_and_an_odd_address_are_asked_about(aasnes: Town) -> None:
    by = ("directorate", "directorate-officer")
    path = f"/practitioners/{aasnes.people['another_doctor']}/specialist-approvals"
    body = {"specialty": "allmennmedisn", "firstDay": "2020-01-01", "statedIn": "HPR"}
    assert aasnes.post(path, *by, body).json["code"] == "specialty-misspelt"
    person = {"name": "Kari", "email": "kari"}
    by = ("operator", "system-administrator")
    assert aasnes.post("/people", *by, person).json["code"] == "email-malformed"


def test_a_number_that_does_not_check_registers_nobody(aasnes: Town) -> None:
    body = {
        "name": "Fjellvik kommune",
        "organisationNumber": "123456784",
        "registeredFrom": "2020-01-01",
        "decidedOn": "2020-02-01",
        "statedIn": "vedtak",
    }
    with nothing_recorded(aasnes):
        told = aasnes.post("/organisations", "directorate", "directorate-officer", body)
    assert (told.json["code"], told.json["field"]) == (
        "organisation-number-wrong",
        "organisationNumber",
    )


def test_nobody_vouches_for_themselves(aasnes: Town) -> None:
    administrator = aasnes.people["administrator"]
    by = ("administrator", "administrator")
    office = {"person": administrator, "office": "leader", "firstDay": "2026-05-04"}
    told = aasnes.post(f"/organisations/{aasnes.organisation}/officers", *by, office)
    assert (told.status_code, told.json["code"]) == (403, "oneself")


def test_a_municipality_is_registered_once(aasnes: Town) -> None:
    card = aasnes.get(f"/organisations/{aasnes.organisation}", "doctor", "doctor").json
    body = {
        "name": card["name"],
        "organisationNumber": card["organisationNumber"],
        "registeredFrom": "2035-01-01",
        "decidedOn": None,
        "statedIn": "vedtak",
    }
    told = aasnes.post("/organisations", "directorate", "directorate-officer", body)
    assert (told.status_code, told.json["code"]) == (409, "already-registered")


def test_a_goal_that_is_out_of_force_is_no_goal_of_that_day(aasnes: Town) -> None:
    body = {"kind": "course", "doneOn": "2026-03-01", "goals": ["LM-04"]}
    told = aasnes.post(f"{aasnes.plan()}/activities", "doctor", "doctor", body)
    assert (told.json["code"], told.json["rule"], told.json["field"]) == (
        "goal-not-in-force",
        "L-LG-02",
        "goals",
    )
