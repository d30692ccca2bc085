"""Guidance groups over HTTP: run by the organiser, told in the plans of their members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest

from application.ids import new_id
from tests.support.town import Answer, Town
from tests.web.api.test_refusals import nothing_recorded, refused

ORGANISER = ("organiser", "group-organiser")
DOCTOR = ("doctor", "doctor")
FIRST = {"year": "first", "firstDay": "2024-09-01", "lastDay": "2025-06-30", "gatherings": 10}
SECOND = {"year": "second", "firstDay": "2025-09-01", "lastDay": "2026-06-30", "gatherings": 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A group with both its years planned, and the plan of a doctor who may be admitted."""

    town: Town
    group: str
    plan: str

    @property
    def doctor(self) -> str:
        return str(self.town.people["doctor"])

    def post(self, path: str, body: dict[str, Any] | None = None, **more: str) -> Answer:
        return self.town.post(self.group + path, *ORGANISER, body, **more)

    def done(self, path: str, body: dict[str, Any] | None = None) -> Any:
        return self.town.done(self.group + path, *ORGANISER, body)

    def admit(self, *years: str) -> None:
        for year in years:
            self.done("/members", {"year": year, "plan": self.plan.split("/")[-1]})

    def hold(self, year: str, on: str, minutes: int = 360) -> Any:
        body = {"year": year, "heldOn": on, "durationMinutes": minutes, "present": [self.doctor]}
        return self.done("/gatherings", body)

    def card(self) -> Any:
        return self.town.get(self.group, *ORGANISER).json

    def account(self) -> Any:
        return self.town.get(f"{self.plan}/group-guidance", *DOCTOR).json


@pytest.fixture
def met(aasnes: Town) -> Met:
    formed = aasnes.done("/groups", *ORGANISER, {"name": "Hamar", "formedOn": "2024-05-02"})
    group = f"/groups/{formed['made']}"
    for year in (FIRST, SECOND):
        aasnes.done(f"{group}/years", *ORGANISER, year)
    return Met(town=aasnes, group=group, plan=aasnes.plan())


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


def test_a_gathering_is_recorded_in_the_group_and_every_plan_or_nowhere(met: Met) -> None:
    met.admit("first")
    body = {
        "year": "first",
        "heldOn": "2024-10-02",
        "durationMinutes": 360,
        "present": [met.doctor, str(met.town.people["another_doctor"])],
    }
    with nothing_recorded(met.town):
        told = refused(met.post("/gatherings", body), 409, "not-a-member")
    assert (told["rule"], told["field"]) == ("R-GRP-01", "present")
    assert met.account()["minutesAttended"] == 0


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


@pytest.mark.parametrize(
    ("name", "role", "status"),
    [
        ("leader", "leader", 403),
        ("administrator", "administrator", 403),
        ("auditor", "auditor", 403),
        ("directorate", "directorate-officer", 403),
        ("doctor", "doctor", 404),
        ("stranger", "group-organiser", 404),
    ],
)
def test_only_the_organiser_forms_and_runs_groups(
    met: Met, name: str, role: str, status: int
) -> None:
    acting_for = {"Acting_For": str(met.town.organisation)}
    asked: dict[str, dict[str, Any]] = {
        "/groups": {"name": "Åsnes"},
        f"{met.group}/years": FIRST,
        f"{met.group}/members": {"year": "first", "plan": met.plan.split("/")[-1]},
        f"{met.group}/members/{met.doctor}/release": {"year": "first", "lastDay": "2025-01-31"},
        f"{met.group}/gatherings": {
            "year": "first",
            "heldOn": "2024-10-02",
            "durationMinutes": 60,
            "present": [met.doctor],
        },
        f"{met.group}/members/{met.doctor}/diploma": {"diploma": "1"},
        f"{met.group}/corrections": {"version": 1, "reason": "Feil."},
    }
    with nothing_recorded(met.town):
        for path, body in asked.items():
            answer = met.town.post(path, name, role, body, **acting_for)
            assert answer.status_code == status, (path, answer.json)
            if status == 403:
                assert answer.json["rule"] == "R-GRP-03", path
    seen = met.town.get(met.group, name, role, **acting_for).status_code
    assert seen == (200 if role == "auditor" else status)


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("/years", FIRST, 409, "year-planned"),
        ("/members", {"year": "first", "plan": str(new_id())}, 400, "unknown-plan"),
        ("/members", {"year": "third", "plan": str(new_id())}, 400, "malformed"),
    ],
)
def test_what_cannot_be_is_refused(
    met: Met, path: str, body: dict[str, Any], status: int, code: str
) -> None:
    with nothing_recorded(met.town):
        refused(met.post(path, body), status, code)


def test_a_year_that_cannot_be_is_refused(aasnes: Town) -> None:
    formed = aasnes.done("/groups", *ORGANISER, {"name": "Kongsvinger"})["made"]
    years = f"/groups/{formed}/years"
    with nothing_recorded(aasnes):
        alone = aasnes.post(years, *ORGANISER, SECOND)
        assert refused(alone, 409, "second-before-first")["rule"] == "R-GRP-01"
        backwards = aasnes.post(years, *ORGANISER, FIRST | {"lastDay": "2024-08-31"})
        refused(backwards, 400, "days-reversed")
        later = aasnes.post("/groups", *ORGANISER, {"name": "Trysil", "formedOn": "2026-05-05"})
        refused(later, 400, "day-in-future")


def test_an_establishment_is_no_plan(met: Met) -> None:
    body = {"year": "first", "plan": str(met.town.organisation)}
    with nothing_recorded(met.town):
        assert refused(met.post("/members", body), 400, "unknown-plan")["field"] == "plan"


def test_a_group_nobody_formed_is_unknown(met: Met) -> None:
    nowhere = f"/groups/{new_id()}"
    with nothing_recorded(met.town):
        refused(met.town.post(f"{nowhere}/years", *ORGANISER, FIRST), 404, "unknown-group")
        refused(met.town.get(nowhere, *ORGANISER), 404, "unknown-group")
        of_a_plan = met.plan.replace("plans", "groups")
        refused(met.town.post(f"{of_a_plan}/years", *ORGANISER, FIRST), 404, "unknown-group")


@pytest.mark.parametrize(
    ("changed", "status", "code", "field"),
    [
        ({"heldOn": "2026-05-05"}, 400, "day-in-future", "heldOn"),
        ({"heldOn": "2024-08-31"}, 409, "outside-the-group-year", "heldOn"),
        ({"present": []}, 400, "nobody-present", "present"),
        ({"durationMinutes": 0}, 400, "duration-out-of-range", "durationMinutes"),
    ],
)
def test_a_gathering_that_cannot_be_is_refused(
    met: Met, changed: dict[str, Any], status: int, code: str, field: str
) -> None:
    met.admit("first")
    body = {
        "year": "first",
        "heldOn": "2024-10-02",
        "durationMinutes": 360,
        "present": [met.doctor],
    }
    with nothing_recorded(met.town):
        assert refused(met.post("/gatherings", body | changed), status, code)["field"] == field


def test_group_years_of_one_doctor_do_not_overlap_and_come_in_order(met: Met) -> None:
    second = {"year": "second", "plan": met.plan.split("/")[-1]}
    with nothing_recorded(met.town):
        told = refused(met.post("/members", second), 409, "second-before-first")
        assert told["rule"] == "R-GRP-01"
    met.admit("first")
    other = met.town.done("/groups", *ORGANISER, {"name": "Elverum"})["made"]
    met.town.done(f"/groups/{other}/years", *ORGANISER, FIRST)
    first = {"year": "first", "plan": met.plan.split("/")[-1]}
    with nothing_recorded(met.town):
        refused(met.post("/members", first), 409, "already-a-member")
        overlapping = met.town.post(f"/groups/{other}/members", *ORGANISER, first)
        assert refused(overlapping, 409, "group-years-overlap")["rule"] == "R-GRP-01"


def test_a_diploma_without_two_group_years_is_refused(met: Met) -> None:
    met.admit("first", "second")
    met.hold("first", "2024-10-02")
    with nothing_recorded(met.town):
        answer = met.post(f"/members/{met.doctor}/diploma", {"diploma": "1"})
        told = refused(answer, 422, "rule-broken")
    assert (told["rule"], told["basis"][0]["section"]) == ("R-GRP-01", "2")


def test_what_was_recorded_in_error_is_corrected_in_the_plan_as_well(met: Met) -> None:
    met.admit("first")
    held = met.hold("first", "2024-10-02")
    with nothing_recorded(met.town):
        leaning = met.post("/corrections", {"version": held["version"] - 1, "reason": "Feil."})
        refused(leaning, 409, "leant-on")
        blank = met.post("/corrections", {"version": held["version"], "reason": " "})
        refused(blank, 400, "malformed")
    met.done("/corrections", {"version": held["version"], "reason": "Ført på feil dag."})
    assert (met.account()["minutesAttended"], met.card()["gatherings"]) == (0, [])
    met.done("/corrections", {"version": held["version"] - 1, "reason": "Feil lege."})
    assert (met.account()["years"], met.card()["members"]) == ([], [])
    told = met.town.get(f"{met.plan}/timeline", *DOCTOR).json["items"][-1]
    assert told["says"]["en"].endswith("had been recorded in error")
    again = met.post("/corrections", {"version": held["version"], "reason": "Feil."})
    refused(again, 409, "already-corrected")


def test_a_corrected_leaving_and_diploma_are_gone_from_the_plan(met: Met) -> None:
    met.admit("first", "second")
    met.hold("first", "2024-10-02")
    met.hold("second", "2025-10-01")
    release = {"year": "second", "lastDay": "2026-05-01"}
    left = met.done(f"/members/{met.doctor}/release", release)["version"]
    issued = met.done(f"/members/{met.doctor}/diploma", {"diploma": "1"})["version"]
    for version in (issued, left):
        met.done("/corrections", {"version": version, "reason": "Feil."})
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
