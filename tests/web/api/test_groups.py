"""Guidance groups over HTTP: run by the organiser, told in the plans of their members."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlencode

import pytest

from tests.support.town import Town
from tests.web.api.group_meetings import DOCTOR, ORGANISER, SECOND, Met, meet
from tests.web.api.test_refusals import nothing_recorded, refused


@pytest.fixture
def met(aasnes: Town) -> Met:
    return meet(aasnes)


def test_two_years_of_a_group_reach_the_plan_with_the_diploma(met: Met) -> None:
    met.admit("first", "second")
    met.hold("first", "2024-10-02")
    met.hold("second", "2025-10-01", minutes=345)
    issued = met.done(f"/members/{met.doctor}/diploma", {"diploma": "GV-2026-003"})
    assert issued["caseId"] == met.group.split("/")[-1]
    account = met.account()
    first, second = account["years"]
    assert (first["minutesAttended"], first["hoursRecommended"]) == (360, 60)
    assert (second["gatheringsAttended"], second["gatheringsPlanned"]) == (1, 10)
    assert (account["minutesAttended"], account["met"]) == (705, True)
    assert account["diploma"]["diploma"] == "GV-2026-003"
    (finding,) = account["diploma"]["findings"]
    assert (finding["rule"], finding["force"]) == ("R-GRP-01", "info")
    assert "11.75" in finding["says"]["en"]


def test_the_plan_alone_tells_of_the_group(met: Met) -> None:
    met.admit("first")
    met.hold("first", "2024-10-02")
    told = met.town.get(f"{met.plan}/timeline", *DOCTOR).json["items"][-2:]
    assert [line["tag"] for line in told] == ["plan.group-joined", "plan.gathering-attended"]
    assert [line["happenedOn"] for line in told] == ["2024-09-01", "2024-10-02"]
    assert told[0]["actingAs"] == "group-organiser"
    (line,) = met.town.get(f"{met.plan}/gatherings", "leader", "leader").json["items"]
    assert (line["heldOn"], line["durationMinutes"]) == ("2024-10-02", 360)


def test_a_doctor_leaves_and_attends_no_more(met: Met) -> None:
    met.admit("first")
    met.hold("first", "2024-10-02")
    path = f"/members/{met.doctor}/release"
    early = met.post(path, {"year": "first", "lastDay": "2024-10-01"})
    refused(early, 409, "attended-later")
    met.done(path, {"year": "first", "lastDay": "2025-01-31"})
    body = {
        "year": "first",
        "heldOn": "2025-02-05",
        "durationMinutes": 360,
        "present": [met.doctor],
    }
    refused(met.post("/gatherings", body), 409, "not-a-member")
    assert met.account()["years"][0]["lastDay"] == "2025-01-31"


def test_the_organiser_sees_the_group_and_never_the_plan(met: Met) -> None:
    met.admit("first")
    met.hold("first", "2024-10-02")
    card = met.card()
    (member,) = card["members"]
    assert (member["doctor"], member["minutes"], member["diploma"]) == (met.doctor, 360, None)
    assert card["people"][met.doctor] == "Doctor"
    assert card["gatherings"][0]["present"] == [met.doctor]
    for path in ("", "/timeline", "/group-guidance", "/gatherings", "/goals", "/sessions"):
        answer = met.town.get(met.plan + path, *ORGANISER)
        refused(answer, 403, "role-not-permitted")


def test_what_was_recorded_in_error_is_corrected_in_the_plan_as_well(met: Met) -> None:
    met.admit("first")
    held = met.hold("first", "2024-10-02")
    with nothing_recorded(met.town):
        leaning = met.correct(held["version"] - 1)
        refused(leaning, 409, "leant-on")
        blank = met.correct(held["version"], " ")
        refused(blank, 400, "malformed")
    assert met.correct(held["version"], "Ført på feil dag.").status_code == 201
    assert (met.account()["minutesAttended"], met.card()["gatherings"]) == (0, [])
    assert met.correct(held["version"] - 1, "Feil lege.").status_code == 201
    assert (met.account()["years"], met.card()["members"]) == ([], [])
    told = met.town.get(f"{met.plan}/timeline", *DOCTOR).json["items"][-1]
    assert told["says"]["en"].startswith("Version 7 was corrected: it had been recorded in error (")
    again = met.correct(held["version"])
    refused(again, 409, "already-corrected")


def test_a_corrected_leaving_and_diploma_are_gone_from_the_plan(met: Met) -> None:
    met.admit("first", "second")
    met.hold("first", "2024-10-02")
    met.hold("second", "2025-10-01")
    release = {"year": "second", "lastDay": "2026-05-01"}
    left = met.done(f"/members/{met.doctor}/release", release)["version"]
    issued = met.done(f"/members/{met.doctor}/diploma", {"diploma": "1"})["version"]
    for version in (issued, left):
        assert met.correct(version).status_code == 201
    account = met.account()
    assert (account["met"], account["diploma"]) == (False, None)
    assert account["years"][1]["lastDay"] == SECOND["lastDay"]


def test_an_act_on_a_group_that_changed_since_it_was_seen_is_refused(met: Met) -> None:
    body = {"year": "first", "plan": met.plan.split("/")[-1]}
    assert met.post("/members", body, If_Match='"1"').status_code == 412
    assert met.post("/members", body, If_Match='"3"').status_code == 201


def test_an_act_repeated_with_its_key_is_one(met: Met) -> None:
    body = {"year": "first", "plan": met.plan.split("/")[-1]}
    first = met.post("/members", body, Idempotency_Key="opptak-1")
    again = met.post("/members", body, Idempotency_Key="opptak-1")
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json["position"] == again.json["position"]


def test_a_group_is_shown_as_it_was_known(met: Met) -> None:
    admitted = met.town.done(
        f"{met.group}/members", *ORGANISER, {"year": "first", "plan": met.plan.split("/")[-1]}
    )
    met.hold("first", "2024-10-02")
    at = admitted["recordedAt"]
    met.town.clock.day = datetime.fromisoformat(at).date() + timedelta(days=1)
    then = met.town.get(f"{met.group}?{urlencode({'knownAt': at})}", *ORGANISER).json
    assert (len(then["members"]), then["gatherings"]) == (1, [])
