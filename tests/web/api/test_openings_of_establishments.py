"""What the Directorate decides on is open to its officers, and each opening is noted."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.town import Town
from tests.web.api.of_establishment import (
    ADMINISTRATOR,
    HELSEKLAGE,
    LEADER,
    Case,
    applied,
    with_helseklage,
)
from tests.web.api.test_case_documents import opened
from tests.web.api.test_case_documents import sent as send_document
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR


@pytest.fixture
def case(aasnes: Town) -> Case:
    return applied(with_helseklage(aasnes))


def test_an_officer_reads_what_is_to_be_decided_and_it_is_noted_with_the_reason(
    case: Case,
) -> None:
    case.done("/comments", ADMINISTRATOR, {"text": "Arenaene er åpne."})
    document = send_document(case, LEADER)
    found = case.town.get(case.path + "/words", *DIRECTORATE, Reason="Til saken 26/4")
    assert [one["text"] for one in found.json["items"]] == [
        "Arenaene er åpne.",
        "attest.txt",
    ]
    assert opened(case, document, DIRECTORATE).status_code == 200
    noted = case.town.get(case.path + "/openings", *DIRECTORATE).json["items"]
    theirs = [one for one in noted if one["actingAs"] == "directorate-officer"]
    assert [(one["field"], one["reason"]) for one in theirs] == [
        ("comments", "Til saken 26/4"),
        ("name", "Til saken 26/4"),
        ("name", None),
        ("content", None),
    ]
    assert {one["openedBy"] for one in theirs} == {str(case.town.people["directorate"])}
    # The establishment sees the same of who read its words.
    assert case.town.get(case.path + "/openings", *LEADER).json["items"] == noted


@pytest.mark.parametrize("path", ["", "/words", "/openings"])
def test_nobody_else_reads_anything_of_it(case: Case, path: str) -> None:
    case.done("/comments", ADMINISTRATOR, {"text": "Arenaene er åpne."})
    for who in (BOARD, HELSEKLAGE):
        assert case.town.get(case.path + path, *who).status_code == 403
    for who in (DOCTOR, ("stranger", "leader"), ("stranger", "directorate-officer")):
        assert case.town.get(case.path + path, *who).status_code in (403, 404)
    assert case.town.get(case.path + "/openings", *LEADER).json["items"] == []


def test_the_appeal_body_reads_it_once_it_has_the_appeal_and_sees_no_openings(case: Case) -> None:
    case.notified()
    case.town.clock.day = date(2026, 4, 20)
    appeal = case.appealed()
    case.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    case.done(f"{appeal}/forward", DIRECTORATE, {"to": "helseklage"})
    assert case.town.get(case.path + "/words", *HELSEKLAGE).status_code == 200
    assert case.town.get(case.path + "/openings", *HELSEKLAGE).status_code == 403


def test_of_a_doctors_case_the_openings_are_the_doctors_and_the_audits_still(
    aasnes: Town,
) -> None:
    plan = aasnes.plan()
    made = aasnes.done(f"{plan}/proceedings", *DOCTOR, {"kind": "specialist-approval"})["made"]
    assert aasnes.get(f"/proceedings/{made}/openings", *DIRECTORATE).status_code == 403
