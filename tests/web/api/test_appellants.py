"""Several appellants over HTTP: each appeal has its own time and way, and joins no other's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.test_docket import docket
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, SAYS, Room, applied
from tests.web.api.test_refusals import nothing_recorded, refused

MAINTAINED = {"outcome": "maintained", "text": "Som før."}
DECIDED_ON = date(2026, 3, 31)


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with projecting(aasnes.addresses.application):
        yield applied(aasnes)


def decided(room: Room, outcome: str = "partly-granted") -> None:
    """Have it decided and notified on 31 March 2026; the doctor can appeal until 21 April."""
    room.town.clock.day = DECIDED_ON
    room.done("/decide", DIRECTORATE, {"outcome": outcome, "text": "Vedtak."})
    room.done("/notice", DIRECTORATE, {"channel": "digital", "says": SAYS})
    room.arrived(DIRECTORATE)


def of_another(room: Room, on: date, **more: Any) -> str:
    """Return an appeal of another doctor, entered by an official on the day it came."""
    room.town.clock.day = on
    body = {"appellant": room.town.people["another_doctor"], "grounds": "Det angår meg."}
    return str(room.done("/appeals", DIRECTORATE, body | more)["made"])


def of_the_doctor(room: Room, on: date) -> str:
    room.town.clock.day = on
    return str(room.done("/appeals", DOCTOR, {"grounds": "Jeg skulle hatt alt."})["made"])


def by_id(room: Room) -> dict[str, Any]:
    return {one["appeal"]: one for one in room.trail()["appeals"]}


def before_the_board(room: Room, *appeals: str) -> None:
    for appeal in appeals:
        room.done(f"/appeals/{appeal}/review", DIRECTORATE, MAINTAINED)
        room.done(f"/appeals/{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})


@pytest.mark.parametrize(
    ("outcome", "knew_on", "received", "verdict"),
    [
        pytest.param("refused", "2026-06-10", "2026-07-01", "in-time", id="three-weeks"),
        pytest.param("refused", "2026-06-09", "2026-07-01", "late", id="a-day-late"),
        pytest.param("refused", None, "2026-04-20", "a-person-decides", id="not-known"),
        pytest.param("granted", None, "2026-06-30", "in-time", id="three-months"),
        pytest.param("granted", None, "2026-07-01", "late", id="after-three-months"),
        pytest.param("granted", "2026-04-01", "2026-04-23", "late", id="knew-early"),
    ],
)
def test_l_fvl_02_another_counts_from_when_they_knew(
    room: Room, outcome: str, knew_on: str | None, received: str, verdict: str
) -> None:
    decided(room, outcome)
    appeal = of_another(room, date.fromisoformat(received), knewOn=knew_on)
    line = by_id(room)[appeal]
    assert line["verdict"] == verdict
    assert line["appellant"] == room.town.people["another_doctor"]
    assert line["sentBy"] == room.town.people["another_doctor"]
    assert "L-FVL-01" not in [one["rule"] for one in line["steps"]]


def test_each_appeal_has_its_own_way_and_the_plan_tells_each(room: Room) -> None:
    decided(room)
    own = of_the_doctor(room, date(2026, 4, 10))
    other = of_another(room, date(2026, 4, 13), knewOn="2026-04-02")
    more = of_another(room, date(2026, 4, 14), knewOn="2026-04-02")
    assert by_id(room).keys() == {own, other}
    assert more not in by_id(room)
    lines = docket(room, DIRECTORATE)
    assert {(one["appeal"], one["waitsFor"]) for one in lines} == {
        (own, "review"),
        (other, "review"),
    }
    before_the_board(room, own)
    assert [by_id(room)[one]["stage"] for one in (own, other)] == ["forwarded", "first-instance"]
    not_there = room.post(f"/appeals/{other}/decide", BOARD, {"outcome": "upheld", "text": "Nei."})
    refused(not_there, 409, "appeal-in-wrong-stage")
    room.done(f"/appeals/{other}/dismiss", DIRECTORATE, {"reason": "Ingen klageinteresse."})
    assert [by_id(room)[one]["stage"] for one in (own, other)] == ["forwarded", "dismissed"]
    room.done(f"/appeals/{own}/decide", BOARD, {"outcome": "upheld", "text": "Nei."})
    assert room.told()[2:] == [
        "An appeal came in on 2026-04-10 (in time)",
        "An appeal came in on 2026-04-13 (in time)",
        "The appeal was forwarded to the National Board for Health Personnel",
        "The appeal ended: the appeal was dismissed",
        "The appeal ended: the decision was upheld",
    ]


def test_nobody_takes_back_the_appeal_of_another(room: Room) -> None:
    decided(room)
    other = of_another(room, date(2026, 4, 13), knewOn="2026-04-02")
    tried = room.post(f"/appeals/{other}/withdraw", DOCTOR)
    assert tried.json["says"].startswith("The appeal is another's; nothing was withdrawn.")
    assert by_id(room)[other]["stage"] == "first-instance"
    changed = {"outcome": "partly-changed", "text": "Delvis.", "result": "partly-granted"}
    room.done(f"/appeals/{other}/review", DIRECTORATE, changed)
    rest = room.post(f"/appeals/{other}/rest", DOCTOR, {"maintained": False})
    assert rest.json["says"].startswith("The appeal is another's; the answer changes nothing.")
    assert by_id(room)[other]["stage"] == "partly-changed"
    # It came to the office in writing, and the office enters it.
    room.done(f"/appeals/{other}/withdraw", DIRECTORATE)
    assert by_id(room)[other]["stage"] == "withdrawn"


def test_what_the_party_has_is_said_where_anothers_appeal_changes_it(room: Room) -> None:
    decided(room, "granted")
    other = of_another(room, date(2026, 4, 13))
    changed = {"outcome": "changed", "text": "Tillatelsen faller bort."}
    with nothing_recorded(room.town):
        told = refused(
            room.post(f"/appeals/{other}/review", DIRECTORATE, changed), 400, "result-missing"
        )
    assert told["field"] == "result"
    room.done(f"/appeals/{other}/review", DIRECTORATE, changed | {"result": "refused"})
    assert room.trail()["outcome"] == "refused"
    assert "Decision (specialist approval): refused" in room.told()


def test_l_fvl_09_detriment_is_limited_until_anothers_appeal_is_well_founded(room: Room) -> None:
    """Section 34, third paragraph: three months, unless the other appeal is found right."""
    decided(room)
    own = of_the_doctor(room, date(2026, 4, 20))
    other = of_another(room, date(2026, 4, 20), knewOn="2026-04-02")
    before_the_board(room, own, other)
    worse = {"outcome": "changed", "result": "refused", "text": "Ikke rett til noe."}
    late = worse | {"toDetriment": True}
    room.town.clock.day = date(2026, 7, 22)
    with nothing_recorded(room.town):
        told = refused(room.post(f"/appeals/{own}/decide", BOARD, late), 422, "rule-broken")
    assert (told["rule"], "2026-07-20" in told["detail"]) == ("L-FVL-09", True)
    # To the one who wants the right gone, that it goes is no detriment.
    room.done(f"/appeals/{other}/decide", BOARD, worse)
    room.done(f"/appeals/{own}/decide", BOARD, late)
    assert {one["outcome"] for one in by_id(room).values()} == {"changed"}
    assert room.trail()["outcome"] == "refused"


def test_an_upheld_appeal_of_another_lifts_no_limit(room: Room) -> None:
    decided(room)
    own = of_the_doctor(room, date(2026, 4, 20))
    other = of_another(room, date(2026, 4, 20), knewOn="2026-04-02")
    before_the_board(room, own, other)
    room.town.clock.day = date(2026, 7, 22)
    room.done(f"/appeals/{other}/decide", BOARD, {"outcome": "upheld", "text": "Nei."})
    worse = {"outcome": "changed", "result": "refused", "text": "Ikke rett til noe."}
    with nothing_recorded(room.town):
        refused(room.post(f"/appeals/{own}/decide", BOARD, worse), 422, "rule-broken")


def test_an_official_enters_it_only_for_somebody_known_here(room: Room) -> None:
    decided(room)
    with nothing_recorded(room.town):
        body = {"appellant": "00000000-0000-4000-8000-000000000001"}
        told = refused(room.post("/appeals", DIRECTORATE, body), 400, "unknown-person")
    assert told["field"] == "appellant"


def test_one_whose_appeal_was_dismissed_is_told_also_after_anothers_was_decided(room: Room) -> None:
    """L-FVL-12, R-APP-05: what concerns them alone is not overtaken by another's appeal."""
    decided(room)
    other = of_another(room, date(2026, 4, 13), knewOn="2026-04-02")
    own = of_the_doctor(room, date(2026, 4, 13))
    room.done(f"/appeals/{other}/dismiss", DIRECTORATE, {"reason": "Ingen klageinteresse."})
    dismissal = room.trail()["version"]
    before_the_board(room, own)
    changed = {"outcome": "changed", "result": "granted", "text": "Medhold."}
    room.done(f"/appeals/{own}/decide", BOARD, changed)
    room.done("/notice", BOARD, {"channel": "digital", "says": ["lawsuit", "costs"]})
    room.arrived(BOARD)
    assert "notify" in [one["waitsFor"] for one in docket(room, DIRECTORATE)]
    with nothing_recorded(room.town):
        refused(room.post("/close", DIRECTORATE), 409, "not-notified")
    told = {"ruling": dismissal, "channel": "digital", "says": SAYS}
    room.done("/notice", DIRECTORATE, told)
    day = room.town.clock.day.isoformat()
    arrival = {"channel": "digital", "availableOn": day, "alertedOn": day}
    room.done("/arrival", DIRECTORATE, arrival | {"ruling": dismissal})
    room.done("/close", DIRECTORATE)


def test_the_doctors_own_appeal_waits_for_nothing_another_lacked(room: Room) -> None:
    """R-APP-03: somebody appealed for the doctor unasked, and then the doctor did."""
    decided(room, "refused")
    room.town.clock.day = date(2026, 4, 10)
    unasked = {"sentBy": room.town.people["stranger"], "defects": ["authority", "signature"]}
    appeal = room.done("/appeals", DIRECTORATE, unasked)["made"]
    assert by_id(room)[appeal]["stage"] == "awaiting-authority"
    own = of_the_doctor(room, date(2026, 4, 20))
    assert by_id(room)[appeal]["stage"] == "awaiting-authority"
    line = by_id(room)[own]
    assert (line["stage"], line["lacking"], line["verdict"]) == ("first-instance", [], "in-time")


def test_what_the_board_quashed_is_told_by_it_also_once_it_is_decided_anew(room: Room) -> None:
    decided(room, "refused")
    own = of_the_doctor(room, date(2026, 4, 13))
    before_the_board(room, own)
    room.done(f"/appeals/{own}/decide", BOARD, {"outcome": "quashed-and-returned", "text": "Ny."})
    quashed = room.trail()["version"]
    room.done("/decide", DIRECTORATE, {"outcome": "granted", "text": "Innvilget."})
    assert [one["waitsFor"] for one in docket(room, BOARD)] == ["notify"]
    day = room.town.clock.day.isoformat()
    arrival = {"channel": "digital", "availableOn": day, "alertedOn": day, "ruling": quashed}
    says = [*SAYS, "lawsuit", "costs"]
    room.done("/notice", BOARD, {"ruling": quashed, "channel": "digital", "says": says})
    room.done("/arrival", BOARD, arrival)
    assert docket(room, BOARD) == []
