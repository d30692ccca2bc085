"""The establishment's programme over HTTP, and what the Directorate is told of it."""

from __future__ import annotations

from typing import Any

import pytest

from application.ids import new_id
from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.test_refusals import nothing_recorded, refused
from tests.web.api.test_way import DIRECTORATE

LEADER = ("leader", "leader")
ADMINISTRATOR = ("administrator", "administrator")
SECTIONS = {
    "guidance": "Hver uke.",
    "assessment": "Hvert halvår.",
    "supervision": "Hver dag.",
    "paths": "Fem år.",
}
ARENA = {
    "code": "ARE-01",
    "name": {"nb": "Fastlegekontor", "en": "GP practice"},
    "kind": "open-unselected-practice",
    "location": "Vidda",
    "external": False,
    "supervision": ["on-site"],
    "goals": ["ALM-031"],
    "commonGoals": "all",
    "printed": "031",
    "printedCommon": "alle",
}


@pytest.fixture
def vidda(aasnes: Town) -> str:
    """Return a municipality nobody has heard of, with a leader, an administrator, a programme."""
    body = {
        "name": f"Vidda {new_id()[:8]}",
        "organisationNumber": None,
        "registeredFrom": "2020-01-01",
        "decidedOn": "2020-02-01",
        "statedIn": "vedtak",
    }
    made = aasnes.done("/organisations", *DIRECTORATE, body)["caseId"]
    path = f"/organisations/{made}"
    for office in ("leader", "administrator"):
        officer = {"person": aasnes.people[office], "office": office, "firstDay": "2020-02-01"}
        aasnes.done(f"{path}/officers", *DIRECTORATE, officer)
    aasnes.done(f"{path}/arenas", *LEADER, {"arena": ARENA, "firstDay": "2020-02-01"})
    aasnes.done(f"{path}/programmes", *LEADER, programme("2020-02-01"))
    return path


def programme(first_day: str) -> dict[str, Any]:
    return {"firstDay": first_day, "arenas": ["ARE-01"], **SECTIONS}


@pytest.mark.parametrize("who", [LEADER, ADMINISTRATOR], ids=lambda who: who[0])
def test_a_change_waits_until_the_directorate_is_told(
    aasnes: Town, vidda: str, who: tuple[str, str]
) -> None:
    case_id = vidda.rsplit("/", 1)[-1]
    acting = {"Acting_For": case_id} if who is ADMINISTRATOR else {}
    body = {"notifiedOn": "2026-05-01", "reference": "26/114"}
    with nothing_recorded(aasnes):
        told = aasnes.post(f"{vidda}/notifications", *who, body, **acting)
        assert refused(told, 409, "nothing-to-notify")["rule"] == "L-SPF-28"
    with projecting(aasnes.addresses.application):
        again = aasnes.done(f"{vidda}/programmes", *who, programme("2026-05-01"), **acting)
        after = {"Read_After": str(again["position"]), "Prefer": "wait=20"}
        tasks = aasnes.get("/me/tasks", *who, **(after | acting)).json["items"]
    waiting = [(task["kind"], task["subject"]) for task in tasks if task["caseId"] == case_id]
    assert waiting == [("notify-directorate", str(again["version"]))]
    card = aasnes.get(vidda, *who, **acting).json
    assert [change["version"] for change in card["untold"]] == [again["version"]]
    aasnes.done(f"{vidda}/notifications", *who, body, **acting)
    card = aasnes.get(vidda, *who, **acting).json
    assert (card["untold"], card["notified"][-1]["reference"]) == ([], "26/114")
    seen = aasnes.get(vidda, "stranger", "doctor").json
    assert (seen["officers"], seen["notified"]) == ([], [])


def test_what_a_programme_lacks_of_the_other_duties_is_shown(aasnes: Town, vidda: str) -> None:
    findings = aasnes.get(vidda, *LEADER).json["findings"]
    assert [(found["rule"], found["basis"][0]["letter"]) for found in findings] == [
        ("R-ORG-03", "b"),
        ("R-ORG-03", "c"),
    ]


def test_only_the_establishment_says_that_it_told_and_not_before_it_did(
    aasnes: Town, vidda: str
) -> None:
    path = f"{vidda}/notifications"
    with nothing_recorded(aasnes):
        body = {"notifiedOn": "2099-01-01"}
        refused(aasnes.post(path, *LEADER, body), 400, "day-in-future")
        refused(aasnes.post(path, "doctor", "doctor", body), 403, "role-not-permitted")
        refused(aasnes.post(path, *DIRECTORATE, body), 403, "role-not-permitted")
