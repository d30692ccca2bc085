"""The individual plan over HTTP: drawn up, agreed, revised; arenas, agreement, employment."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.town import Town

DAYS = {"firstDay": "2026-01-05", "lastDay": "2031-01-04"}

LATER: dict[str, Any] = {
    "arena": "ARE-01",
    "firstDay": "2026-06-01",
    "lastDay": "2028-05-31",
    "percentage": 100,
}


def version(*arenas: str, **changed: Any) -> dict[str, Any]:
    rotations = [{**DAYS, "arena": arena, "percentage": 50} for arena in arenas]
    return {**DAYS, "rotations": rotations, **changed}


def test_a_plan_is_revised_and_the_former_version_stays(aasnes: Town) -> None:
    plan = aasnes.plan()
    card = aasnes.get(plan, "doctor", "doctor").json
    assert (card["planVersion"], card["arenas"]) == (1, ["ARE-01"])
    aasnes.done(f"{plan}/versions", "supervisor", "supervisor", version("ARE-01", "ARE-06"))
    for party in ("doctor", "leader"):
        aasnes.done(f"{plan}/versions/2/agree", party, party)
    first, second = aasnes.get(f"{plan}/versions", "midwife", "clinical-supervisor").json["items"]
    assert (first["standing"], second["standing"]) == ("superseded", "in-force")
    assert second["inForceFrom"] == "2026-05-04"
    card = aasnes.get(plan, "doctor", "doctor").json
    assert (card["planVersion"], card["arenas"]) == (2, ["ARE-01", "ARE-06"])
    coverage = aasnes.get(f"{plan}/coverage", "doctor", "doctor").json
    assert coverage["uncovered"] == ["ALM-067", "ALM-068", "ALM-070"]
    then = aasnes.get(f"{plan}?on=2026-05-03", "doctor", "doctor").json
    assert then["planVersion"] == 1


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (version(), 400, "no-rotations"),
        (version("ARE-99"), 422, "rule-broken"),
        (version("ARE-01", lastDay="2030-01-04"), 422, "rule-broken"),
        ({**DAYS, "rotations": [{**DAYS, "arena": "ARE-01"}]}, 400, "malformed"),
        (version("ARE-01", firstDay="2025-01-01"), 409, "before-the-training"),
        (version("ARE-01", guidanceHoursAYear=999999), 400, "hours-out-of-range"),
        (version("ARE-01", rotations=[LATER | {"goals": ["LM-04"]}]), 422, "rule-broken"),
    ],
    ids=[
        "no rotation",
        "unknown arena",
        "outside the plan",
        "no percentage",
        "before the start",
        "absurd hours",
        "a repealed goal",
    ],
)
def test_a_version_is_refused(aasnes: Town, body: dict[str, Any], status: int, code: str) -> None:
    plan = aasnes.plan()
    told = aasnes.post(f"{plan}/versions", "doctor", "doctor", body)
    assert (told.status_code, told.json["code"]) == (status, code)
    assert len(aasnes.get(f"{plan}/versions", "doctor", "doctor").json["items"]) == 1


def test_a_goal_of_a_rotation_that_does_not_exist_is_named(aasnes: Town) -> None:
    body = version("ARE-01")
    body["rotations"][0]["goals"] = ["ALM-999"]
    told = aasnes.post(f"{aasnes.plan()}/versions", "doctor", "doctor", body)
    assert (told.json["code"], told.json["field"]) == ("unknown-goal", "rotations")


def test_agreement_and_employment_stand_on_the_card(aasnes: Town) -> None:
    plan = aasnes.plan()
    agreement = {
        "template": "helsedirektoratet-2023",
        "signedOn": "2026-01-05",
        "firstDay": "2026-01-05",
    }
    aasnes.done(f"{plan}/agreements", "leader", "leader", agreement)
    again = aasnes.post(f"{plan}/agreements", "leader", "leader", agreement)
    assert (again.status_code, again.json["code"]) == (409, "agreement-exists")
    change = {"employmentModel": "self-employed-gp", "firstDay": "2026-03-01"}
    aasnes.done(f"{plan}/employment", "leader", "leader", change)
    card = aasnes.get(plan, "doctor", "doctor").json
    assert (card["agreement"], card["employmentModel"]) == (
        "helsedirektoratet-2023",
        "self-employed-gp",
    )
    before = aasnes.get(f"{plan}?on=2026-02-28", "doctor", "doctor").json
    assert before["employmentModel"] == "salaried-gp"


def test_what_a_version_lacks_is_told_with_it(aasnes: Town) -> None:
    plan = aasnes.plan()
    scarce = version("ARE-01", rotations=[LATER], guidanceHoursAYear=0)
    aasnes.done(f"{plan}/versions", "doctor", "doctor", scarce)
    told = aasnes.get(f"{plan}/versions", "leader", "leader").json["items"][-1]["findings"]
    assert [found["rule"] for found in told] == ["R-SUP-03", "R-PLN-01", "R-SVC-01"]
    assert {found["force"] for found in told} == {"info"}
