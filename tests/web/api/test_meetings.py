"""Reviews, concerns and panels over HTTP: each by the one who may, read by those it is for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.support.town import Answer, Town

REVIEW: dict[str, Any] = {"heldOn": "2026-05-04", "minutes": "Alt er i rute."}
GROUNDS = {"grounds": "Ingen mål på ni måneder."}
AS = {
    "doctor": "doctor",
    "leader": "leader",
    "supervisor": "supervisor",
    "midwife": "clinical-supervisor",
    "auditor": "auditor",
}


def people(town: Town, *names: str) -> list[str]:
    return [str(town.people[name]) for name in names]


def read(town: Town, path: str, name: str) -> Answer:
    return town.get(f"{path}/words", name, AS[name])


def test_a_review_is_held_and_the_next_one_is_due_half_a_year_on(aasnes: Town) -> None:
    reviews = aasnes.plan() + "/reviews"
    before = aasnes.get(reviews, "doctor", "doctor").json
    assert (before["nextDue"], before["findings"]) == ("2026-07-05", [])
    present = people(aasnes, "doctor", "leader", "supervisor")
    aasnes.done(reviews, "leader", "leader", REVIEW | {"present": present})
    after = aasnes.get(reviews, "supervisor", "supervisor").json
    assert (after["nextDue"], after["reviews"][0]["fulfils"]) == ("2026-11-04", True)


def test_a_review_without_the_supervisor_is_recorded_and_fulfils_nothing(aasnes: Town) -> None:
    reviews = aasnes.plan() + "/reviews"
    body = REVIEW | {"present": people(aasnes, "doctor", "leader")}
    aasnes.done(reviews, "leader", "leader", body)
    found = aasnes.get(reviews, "doctor", "doctor").json
    assert found["reviews"][0]["fulfils"] is False
    assert found["reviews"][0]["findings"][0]["rule"] == "R-MTG-01"
    assert found["nextDue"] == "2026-07-05"
    late = aasnes.get(f"{reviews}?on=2026-07-06", "doctor", "doctor").json
    assert [finding["rule"] for finding in late["findings"]] == ["R-MTG-01"]


def test_minutes_of_a_review_are_for_those_who_were_there(aasnes: Town) -> None:
    plan = aasnes.plan()
    present = people(aasnes, "doctor", "leader")
    done = aasnes.done(f"{plan}/reviews", "leader", "leader", REVIEW | {"present": present})
    review = f"{plan}/reviews/{done['made']}"
    for path in (review, f"{plan}/facts/{done['version']}"):
        for name in ("doctor", "leader"):
            (words,) = read(aasnes, path, name).json["items"]
            assert words["text"] == REVIEW["minutes"]
        assert read(aasnes, path, "supervisor").json["code"] == "not-confided"
        assert read(aasnes, path, "midwife").json["code"] == "role-not-permitted"
        assert read(aasnes, path, "auditor").json["code"] == "role-not-permitted"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"present": []}, "nobody-present"),
        ({"present": ["00000000-0000-0000-0000-0000000000ff"]}, "unknown-person"),
        ({"heldOn": "2026-05-05"}, "day-in-future"),
        ({"heldOn": "2026-01-04"}, "before-the-training"),
        ({"minutes": "Pasient 15076500565 ble nevnt."}, "rule-broken"),
        ({"minutes": None}, "malformed"),
    ],
)
def test_what_is_no_review_is_refused(aasnes: Town, changed: dict[str, Any], code: str) -> None:
    body = REVIEW | {"present": people(aasnes, "doctor")} | changed
    answer = aasnes.post(aasnes.plan() + "/reviews", "leader", "leader", body)
    assert answer.json["code"] == code, answer.json


def test_a_concern_is_raised_answered_and_closed(aasnes: Town) -> None:
    plan = aasnes.plan()
    concern = (
        f"{plan}/concerns/"
        + aasnes.done(f"{plan}/concerns", "supervisor", "supervisor", GROUNDS)["made"]
    )
    (line,) = aasnes.get(f"{plan}/concerns", "doctor", "doctor").json["items"]
    assert (line["dueOn"], line["closedOn"]) == ("2026-05-18", None)
    early = aasnes.post(f"{concern}/close", "leader", "leader", {"outcome": "back-on-track"})
    assert (early.status_code, early.json["code"]) == (409, "measures-missing")
    body = {"measures": "Mer tid.", "heardOn": "2026-05-04", "followUpOn": "2026-09-01"}
    aasnes.done(f"{concern}/measures", "leader", "leader", body)
    aasnes.done(f"{concern}/close", "leader", "leader", {"outcome": "back-on-track"})
    (line,) = aasnes.get(f"{plan}/concerns", "supervisor", "supervisor").json["items"]
    assert (line["outcome"], line["followUpOn"]) == ("back-on-track", "2026-09-01")


def test_a_concern_is_read_by_the_doctor_who_raised_it_and_the_leader(aasnes: Town) -> None:
    plan = aasnes.plan()
    made = aasnes.done(f"{plan}/concerns", "supervisor", "supervisor", GROUNDS)["made"]
    concern = f"{plan}/concerns/{made}"
    for name in ("doctor", "leader", "supervisor"):
        (words,) = read(aasnes, concern, name).json["items"]
        assert words["text"] == GROUNDS["grounds"]
    assert read(aasnes, concern, "auditor").status_code == 403
    aasnes.done(
        f"{plan}/supervisors/{aasnes.people['supervisor']}/release",
        "leader",
        "leader",
        {"lastDay": "2026-05-04"},
    )
    aasnes.clock.day = date(2026, 5, 5)
    next_one = {"person": str(aasnes.people["leader"]), "firstDay": "2026-05-05"}
    aasnes.post(f"{plan}/supervisors", "leader", "leader", next_one | {"justification": "Vikar."})
    assert aasnes.get(f"{concern}/words", "leader", "supervisor").status_code == 403


def test_who_may_not_raise_a_concern_is_told_by_which_rule(aasnes: Town) -> None:
    answer = aasnes.post(aasnes.plan() + "/concerns", "leader", "leader", GROUNDS)
    assert (answer.status_code, answer.json["rule"]) == (403, "R-SUP-05")


def sitting(town: Town, **capacities: str) -> list[dict[str, str]]:
    return [
        {"person": str(town.people[name]), "capacity": capacity}
        for name, capacity in capacities.items()
    ]


def test_a_panel_is_convened_and_concludes(aasnes: Town) -> None:
    plan = aasnes.plan()
    days = {"firstDay": "2026-01-05", "lastDay": "2026-05-04", "meetsOn": "2026-05-04"}
    two = sitting(aasnes, leader="leader", supervisor="supervisor")
    answer = aasnes.post(f"{plan}/panels", "leader", "leader", days | {"members": two})
    assert (answer.status_code, answer.json["rule"]) == (422, "R-ASM-04")
    members = two + sitting(aasnes, midwife="clinical-supervisor")
    body = days | {"members": members, "goals": ["ALM-031"]}
    panel = f"{plan}/panels/" + aasnes.done(f"{plan}/panels", "leader", "leader", body)["made"]
    aasnes.done(f"{panel}/conclude", "leader", "leader", {"conclusion": "I rute."})
    (line,) = aasnes.get(f"{plan}/panels", "doctor", "doctor").json["items"]
    assert (line["goals"], line["concludedOn"]) == (["ALM-031"], "2026-05-04")
    for name in ("doctor", "leader", "supervisor"):
        assert read(aasnes, panel, name).json["items"][0]["text"] == "I rute."
    assert read(aasnes, panel, "midwife").status_code == 403
    assert read(aasnes, panel, "auditor").json["code"] == "reason-missing"
