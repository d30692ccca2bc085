"""Costs, deferral and lawsuits that wait, over HTTP; each body in its own room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from application.ids import new_id
from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.test_docket import docket
from tests.web.api.test_proceedings import BOARD, DECISION, DIRECTORATE, DOCTOR, SAYS, Room, applied

LEADER = ("leader", "leader")
CHANGED = {"ground": "not-to-detriment", "outcome": "granted", "text": "Tjenesten er vist."}
ALL_SAID = [*SAYS, "costs", "lawsuit"]


@pytest.fixture
def room(aasnes: Town) -> Room:
    return applied(aasnes)


@pytest.fixture
def projected(aasnes: Town, room: Room) -> Iterator[Room]:
    with projecting(aasnes.addresses.application):
        yield room


def told_of(room: Room, who: tuple[str, str], arrived: str, **named: Any) -> None:
    """Have the last ruling, or the one named, reach the doctor on a day."""
    room.town.clock.day = date.fromisoformat(arrived)
    room.done("/notice", who, {"channel": "digital", "says": ALL_SAID} | named)
    arrival = {"channel": "digital", "availableOn": arrived, "alertedOn": arrived}
    room.done("/arrival", who, arrival | named)


def changed_in_favour(room: Room) -> None:
    room.notified()
    room.town.clock.day = date(2026, 5, 4)
    room.done("/reverse", DIRECTORATE, CHANGED)
    told_of(room, DIRECTORATE, "2026-05-04")


def claimed(room: Room, **more: Any) -> str:
    return "/costs/" + str(room.done("/costs", DOCTOR, {"amount": 42_000} | more)["made"])


def test_costs_are_claimed_decided_told_of_and_appealed(projected: Room) -> None:
    """L-FVL-11: worked example 9.3, to the last day and on."""
    room = projected
    changed_in_favour(room)
    (day,) = room.trail()["days"]
    assert (day["period"], day["day"], day["ends"]) == ("cost_claim", "2026-05-26", "last-day")
    assert [step["rule"] for step in day["steps"]][:2] == ["L-EFV-01", "L-FVL-11"]
    room.town.clock.day = date(2026, 5, 26)
    claim = claimed(room, grounds="Advokatens regning.")
    (line,) = room.trail()["aside"]["costs"]
    assert (line["verdict"], line["claimed"], line["waitsFor"]) == (
        "in-time",
        42_000,
        "directorate",
    )
    assert [one["waitsFor"] for one in docket(room, DIRECTORATE)] == ["decide-costs"]
    early = room.post("/close", DIRECTORATE)
    assert (early.status_code, early.json["code"]) == (409, "aside-not-decided")
    part = {"outcome": "partly-granted", "amount": 30_000, "reason": "Ikke alt var nødvendig."}
    wrong = room.post(f"{claim}/decide", DIRECTORATE, part | {"amount": 50_000})
    assert (wrong.status_code, wrong.json["code"]) == (400, "sum-does-not-fit")
    assert "42000 kroner" in wrong.json["detail"]
    room.done(f"{claim}/decide", DIRECTORATE, part)
    trail = room.trail()
    costs = trail["rulings"][-1]
    assert (costs["source"], costs["outcome"], costs["heardBy"]) == (
        "costs",
        None,
        "personnel-board",
    )
    assert trail["outcome"] == "granted"
    told = room.told()
    told_of(room, DIRECTORATE, "2026-05-28")
    # The time to appeal over costs is not told of as that over the decision.
    assert room.told() == told
    assert room.trail()["lastDay"] == "2026-05-26"
    assert room.trail()["rulings"][-1]["lastDay"] == "2026-06-18"
    room.town.clock.day = date(2026, 6, 18)
    room.done("/appeals", DOCTOR, {"ruling": costs["version"], "grounds": "Alt var nødvendig."})
    (appeal,) = room.trail()["appeals"]
    assert (appeal["against"], appeal["verdict"]) == (costs["version"], "in-time")
    # One that names nothing is over the decision, and of its own.
    room.done("/appeals", DOCTOR, {})
    (_, other) = room.trail()["appeals"]
    assert (other["against"], other["verdict"]) == (trail["rulings"][1]["version"], "late")
    texts = [one["text"] for one in room.town.get(room.path + "/words", *DOCTOR).json["items"]]
    assert {"Advokatens regning.", "Ikke alt var nødvendig."} <= set(texts)


def test_a_claim_is_never_refused_and_an_officer_states_its_day(room: Room) -> None:
    room.done("/costs", DOCTOR, {"ruling": 99})
    (line,) = room.trail()["aside"]["costs"]
    assert (line["verdict"], line["ruling"]) == ("a-person-decides", 0)
    changed_in_favour(room)
    room.town.clock.day = date(2026, 6, 1)
    letter = {"channel": "letter", "sentOn": "2026-05-27", "receivedOn": "2026-05-29"}
    room.done("/costs", DIRECTORATE, letter)
    assert room.trail()["aside"]["costs"][1]["verdict"] == "late"
    odd = room.post("/costs", DIRECTORATE, letter | {"ruling": 99})
    assert (odd.status_code, odd.json["code"]) == (400, "unknown-ruling")
    ahead = room.post("/costs", DIRECTORATE, letter | {"receivedOn": "2026-06-02"})
    assert (ahead.status_code, ahead.json["code"]) == (400, "day-in-future")
    # A doctor's own came today, whatever day it says.
    room.done("/costs", DOCTOR, {"receivedOn": "2026-05-05"})
    assert room.trail()["aside"]["costs"][2]["receivedOn"] == "2026-06-01"
    # From one who has no part in the case it waits in the inbox, and nothing of the case is told.
    elsewhere = room.town.done(room.path + "/costs", "stranger", "doctor", {})
    assert elsewhere["caseId"] not in room.path


def test_costs_are_decided_by_the_body_that_changed_the_decision(room: Room) -> None:
    room.notified()
    appeal = "/appeals/" + room.done("/appeals", DOCTOR)["made"]
    room.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    room.done(f"{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    heard = {"outcome": "changed", "result": "granted", "text": "Tas til følge."}
    room.done(f"{appeal}/decide", BOARD, heard)
    told_of(room, BOARD, "2026-04-07")
    days = {one["period"]: one["day"] for one in room.trail()["days"]}
    assert days == {"lawsuit_after_board": "2026-10-07", "cost_claim": "2026-04-28"}
    claim = claimed(room)
    granted = {"outcome": "granted", "amount": 42_000, "reason": "Nødvendig."}
    wrong = room.post(f"{claim}/decide", DIRECTORATE, granted)
    assert (wrong.status_code, wrong.json["rule"]) == (422, "L-FVL-11")
    assert "personnel-board" in wrong.json["detail"]
    leader = room.post(f"{claim}/decide", LEADER, granted)
    assert (leader.status_code, leader.json["code"]) == (403, "other-instance")
    room.done(f"{claim}/decide", BOARD, granted)
    ruling = room.trail()["rulings"][-1]
    assert (ruling["body"], ruling["remedy"]) == ("personnel-board", "a-person-decides")
    told_of(room, BOARD, "2026-04-08")
    body = {"reason": "Feil beløp."}
    version = room.trail()["version"] - 1
    astray = room.post(f"/facts/{version}/correct", DIRECTORATE, body)
    assert (astray.status_code, astray.json["code"]) == (403, "role-not-permitted")


def test_what_is_decided_of_costs_is_corrected_by_whose_it_is(room: Room) -> None:
    changed_in_favour(room)
    claim = claimed(room)
    claim_at = room.trail()["version"]
    refused = {"outcome": "refused", "reason": "Ikke nødvendig."}
    room.done(f"{claim}/decide", DIRECTORATE, refused)
    body = {"reason": "Ført feil."}
    room.done(f"/facts/{claim_at + 1}/correct", DIRECTORATE, body)
    (line,) = room.trail()["aside"]["costs"]
    assert (line["outcome"], line["waitsFor"]) == (None, "directorate")
    theirs = room.post(f"/facts/{claim_at}/correct", DIRECTORATE, body)
    assert theirs.json["code"] == "sent-by-a-party"
    room.done(f"/facts/{claim_at}/correct", DOCTOR, body)
    assert room.trail()["aside"]["costs"] == []


def test_a_deferral_is_asked_for_and_decided_as_soon_as_possible(projected: Room) -> None:
    """L-FVL-15."""
    room = projected
    room.notified()
    asked = {"until": "appeal-decided", "grounds": "Stillingen opphører."}
    deferral = "/deferrals/" + str(room.done("/deferrals", DOCTOR, asked)["made"])
    assert [one["waitsFor"] for one in docket(room, DIRECTORATE)] == ["decide-deferral"]
    bare = room.post(f"{deferral}/decide", DIRECTORATE, {"deferred": False})
    assert (bare.status_code, bare.json["code"]) == (400, "deferral-does-not-fit")
    assert (bare.json["field"], bare.json["rule"]) == ("reason", "L-FVL-15")
    wrong = room.post(f"{deferral}/decide", BOARD, {"deferred": True, "until": "appeal-decided"})
    assert (wrong.status_code, wrong.json["code"]) == (403, "other-instance")
    until = {"deferred": True, "until": "appeal-decided", "conditions": "Under veiledning."}
    room.done(f"{deferral}/decide", DIRECTORATE, until)
    (line,) = room.trail()["aside"]["deferrals"]
    assert (line["deferred"], line["until"], line["withConditions"], line["body"]) == (
        True,
        "appeal-decided",
        True,
        "directorate",
    )
    assert "Under veiledning." not in str(room.trail())
    assert docket(room, DIRECTORATE) == []
    unknown = room.post(f"/deferrals/{new_id()}/decide", DIRECTORATE, until)
    assert (unknown.status_code, unknown.json["code"]) == (404, "unknown-deferral")
    room.done("/defer", DIRECTORATE, {"deferred": True, "until": "ombudsman"})
    assert [one["receivedOn"] for one in room.trail()["aside"]["deferrals"]] == ["2026-03-31", None]


def test_with_an_appeal_forwarded_the_appeal_body_decides_the_deferral(room: Room) -> None:
    room.notified()
    appeal = "/appeals/" + room.done("/appeals", DOCTOR)["made"]
    room.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    room.done(f"{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    deferral = "/deferrals/" + str(room.done("/deferrals", BOARD, {})["made"])
    refused = {"deferred": False, "reason": "Ikke grunn til det."}
    late = room.post(f"{deferral}/decide", DIRECTORATE, refused)
    assert (late.status_code, late.json["code"]) == (409, "with-the-appeal-body")
    room.done(f"{deferral}/decide", BOARD, refused)
    (line,) = room.trail()["aside"]["deferrals"]
    assert (line["deferred"], line["body"]) == (False, "personnel-board")


def test_a_lawsuit_waits_for_the_appeal_where_the_notice_says_so(room: Room) -> None:
    """L-FVL-12."""
    room.town.clock.day = date(2026, 3, 31)
    room.done("/decide", DIRECTORATE, DECISION)
    room.done("/lawsuit-condition", DIRECTORATE, {})
    bare = room.post("/notice", DIRECTORATE, {"channel": "digital", "says": SAYS})
    assert (bare.status_code, bare.json["rule"]) == (422, "L-FVL-12")
    assert "the time to go to court" in bare.json["detail"]
    told_of(room, DIRECTORATE, "2026-03-31")
    late = room.post("/lawsuit-condition", DIRECTORATE, {})
    assert (late.status_code, late.json["code"]) == (409, "notice-sent-already")
    room.town.clock.day = date(2026, 4, 21)
    room.done("/appeals", DOCTOR)
    trail = room.trail()
    assert trail["aside"]["lawsuitWaits"] == [trail["rulings"][0]["version"]]
    (day,) = trail["days"]
    assert (day["period"], day["day"], day["ends"], day["nature"]) == (
        "lawsuit_despite_appeal",
        "2026-10-21",
        "earliest-day",
        "legal",
    )
    assert day["appeal"] == trail["appeals"][0]["appeal"]
