"""What is refused of a guidance group, and to whom; nothing half done."""

from __future__ import annotations

from typing import Any

import pytest

from application.ids import new_id
from tests.support.town import Town
from tests.web.api.group_meetings import DOCTOR, FIRST, ORGANISER, SECOND, Met, meet
from tests.web.api.test_refusals import nothing_recorded, refused


@pytest.fixture
def met(aasnes: Town) -> Met:
    return meet(aasnes)


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


@pytest.mark.parametrize(
    ("name", "role", "status"),
    [
        ("leader", "leader", 403),
        ("administrator", "administrator", 403),
        ("auditor", "auditor", 403),
        ("directorate", "directorate-officer", 403),
        ("doctor", "doctor", 403),
        ("stranger", "group-organiser", 403),
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
        f"{met.group}/facts/1/correct": {"reason": "Feil."},
    }
    with nothing_recorded(met.town):
        for path, body in asked.items():
            answer = met.town.post(path, name, role, body, **acting_for)
            assert answer.status_code == status, (path, answer.json)
            if status == 403:
                rule = "R-ROL-01" if name == "stranger" else "R-GRP-03"
                assert answer.json["rule"] == rule, path
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


def test_what_a_group_told_a_plan_is_corrected_in_the_group(met: Met) -> None:
    met.admit("first")
    version = met.town.get(met.plan, *DOCTOR).json["version"]
    path, reason = f"{met.plan}/facts/{version}/correct", {"reason": "Feil."}
    with nothing_recorded(met.town):
        doctor = met.town.post(path, *DOCTOR, reason)
        assert refused(doctor, 403, "role-not-permitted")["rule"] == "R-GRP-03"
        organiser = met.town.post(path, *ORGANISER, reason)
        assert refused(organiser, 409, "corrected-in-the-group")["rule"] == "R-GRP-03"


def test_nobody_is_admitted_where_the_training_is_over_but_what_was_attended_is_told(
    met: Met,
) -> None:
    met.admit("first")
    met.town.done(f"{met.plan}/withdraw", *DOCTOR, {"lastDay": "2026-02-02"})
    second = {"year": "second", "plan": met.plan.split("/")[-1]}
    with nothing_recorded(met.town):
        assert refused(met.post("/members", second), 409, "training-over")["rule"] == "R-DEF-02"
    met.hold("first", "2024-10-02")
    assert met.account()["minutesAttended"] == 360
