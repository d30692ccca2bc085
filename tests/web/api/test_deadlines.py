"""Deadlines over the API: anybody signed in may ask, and nothing is recorded."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest

from tests.support.town import Answer, Town


def ask(town: Town, **query: str) -> Answer:
    return town.get(f"/deadlines/appeal?{urlencode(query)}", "stranger", "doctor")


def test_a_deadline_is_told_with_every_step(aasnes: Town) -> None:
    answer = ask(aasnes, arrived="2026-04-10", arrivalBasis="receipt", decided="2025-05-10")
    assert answer.status_code == 200
    found = answer.json
    assert (found["rawDay"], found["lastDay"]) == ("2026-05-01", "2026-05-04")
    assert found["settled"] is True
    assert found["lastDayInWords"] == {"nb": "mandag 4. mai 2026", "en": "Monday 4 May 2026"}
    assert found["lateAppealsUntil"] == {"rawDay": "2026-05-10", "rolledDay": "2026-05-11"}
    assert [step["rule"] for step in found["steps"]] == [
        "L-FVL-01",
        "L-FVL-01",
        "L-DL-01",
        "L-DL-02",
        "L-FVL-07",
        "L-DL-02",
    ]
    assert [odd["id"] for odd in found["ambiguities"]] == ["AMB-34"]
    assert found["citations"][0]["nb"].endswith("§ 29 første ledd første punktum")
    assert found["people"] == {}


@pytest.mark.parametrize(
    ("query", "last"),
    [
        (
            {"channel": "digital", "available": "2026-04-09", "alerted": "2026-04-10"},
            "2026-05-04",
        ),
        ({"arrived": "2026-03-02", "representativeArrived": "2026-03-04"}, "2026-03-25"),
        (
            {
                "arrived": "2026-01-15",
                "reasonsDemanded": "2026-01-30",
                "reasonsArrived": "2026-02-10",
            },
            "2026-03-03",
        ),
        ({"arrived": "2026-01-15", "reasonsDemanded": "2026-01-30"}, None),
        ({"arrived": "2027-03-02", "law": "new-administration-act"}, "2027-03-23"),
        ({"arrived": "2026-04-10", "defective": "true", "knownAt": "2026-01-01"}, "2026-05-04"),
    ],
)
def test_what_is_known_decides(aasnes: Town, query: dict[str, str], last: str | None) -> None:
    answer = ask(aasnes, **query)
    assert answer.status_code == 200, answer.json
    assert answer.json["lastDay"] == last


@pytest.mark.parametrize(
    ("query", "status", "more"),
    [
        pytest.param(
            {"arrived": "2026-01-15", "extendedOn": "2026-02-06", "extendedUntil": "2026-03-01"},
            409,
            {"code": "deadline-expired", "rule": "L-FVL-04", "field": "extendedOn"},
            id="L-FVL-04",
        ),
        pytest.param(
            {"arrived": "2026-01-15", "reasonsDemanded": "2026-02-06"},
            409,
            {"code": "deadline-expired", "rule": "L-FVL-03", "field": "reasonsDemanded"},
            id="L-FVL-03",
        ),
        pytest.param(
            {"arrived": "2026-01-15", "channel": "digital"},
            400,
            {"code": "alert-missing", "rule": "L-EFV-01", "field": "alerted"},
            id="L-EFV-01",
        ),
        pytest.param({}, 400, {"code": "arrival-missing", "field": "arrived"}, id="nothing"),
        pytest.param({"arrived": "10.4.26"}, 400, {"code": "malformed"}, id="not-a-day"),
        pytest.param({"arrived": "0026-04-10"}, 400, {"code": "malformed"}, id="year-26"),
        pytest.param({"came": "2026-04-10"}, 400, {"code": "malformed"}, id="unknown-name"),
        pytest.param(
            {"arrived": "2026-04-10", "channel": "pigeon"}, 400, {"code": "malformed"}, id="channel"
        ),
        pytest.param(
            {"arrived": "2026-04-10", "law": "/etc/passwd"},
            400,
            {"code": "unknown-law", "field": "law"},
            id="a-file-is-no-law-here",
        ),
        pytest.param(
            {"arrived": "2026-04-10", "knownAt": "1990-01-01"},
            400,
            {"code": "no-rule-in-force"},
            id="nothing-announced",
        ),
    ],
)
def test_what_cannot_be_so_is_a_problem(
    aasnes: Town, query: dict[str, str], status: int, more: dict[str, Any]
) -> None:
    answer = ask(aasnes, **query)
    assert answer.status_code == status, answer.json
    assert {name: answer.json.get(name) for name in more} == more


def test_the_citation_comes_with_the_refusal(aasnes: Town) -> None:
    query = {"arrived": "2026-01-15", "extendedOn": "2026-02-06", "extendedUntil": "2026-03-01"}
    (first, second) = ask(aasnes, **query).json["basis"]
    assert first["text"] == "forvaltningsloven (LOV-1967-02-10) § 29 fjerde ledd"
    assert second["text"].endswith("§ 31 første ledd")


def test_only_who_is_signed_in_may_ask(aasnes: Town) -> None:
    assert aasnes.client.get("/api/v1/deadlines/appeal?arrived=2026-04-10").status_code == 401


def test_nothing_is_recorded_by_asking(aasnes: Town) -> None:
    before = aasnes.services.histories.position()
    ask(aasnes, arrived="2026-04-10")
    assert aasnes.services.histories.position() == before


def test_a_period_of_the_register_is_told(aasnes: Town) -> None:
    """L-FVL-11."""
    path = "/deadlines/periods/cost_claim?start=2026-05-04"
    assert aasnes.get(path, "stranger", "doctor").json["lastDay"] == "2026-05-26"
    odd = aasnes.get("/deadlines/periods/x?start=2026-05-04", "stranger", "doctor")
    assert (odd.status_code, odd.json["code"]) == (400, "unknown-period")


def test_what_can_be_done_against_a_decision_is_told(aasnes: Town) -> None:
    """L-SPF-35."""
    told = aasnes.get("/remedies/specialist-approval?decided=2026-03-31", "stranger", "doctor").json
    assert (told["remedy"], told["sentTo"], told["heardBy"], told["weeks"]) == (
        "appeal",
        "directorate",
        "personnel-board",
        3,
    )
    odd = aasnes.get("/remedies/x?decided=2026-03-31", "stranger", "doctor")
    assert (odd.status_code, odd.json["code"]) == (400, "unknown-decision-kind")
