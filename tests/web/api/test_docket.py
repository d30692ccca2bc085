"""The docket: what waits for whom, the most urgent first, legal days apart from targets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room, applied


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with projecting(aasnes.addresses.application):
        yield applied(aasnes)


def docket(room: Room, who: tuple[str, str], **more: str) -> Any:
    """Return the line of the room's proceeding, as one sees it who has seen all there is."""
    services = room.town.services
    assert services.views.wait_for(services.histories.position(), seconds=20)
    answer = room.town.get("/docket", *who, **more)
    assert answer.status_code == 200, answer.json
    ours = room.path.removeprefix("/proceedings/")
    return [one for one in answer.json["items"] if one["proceeding"] == ours]


def test_each_instance_sees_what_waits_for_it(room: Room) -> None:
    (waiting,) = docket(room, DIRECTORATE)
    assert (waiting["waitsFor"], waiting["legalBy"]) == ("decide", "2026-03-02")
    assert waiting["daysLeft"] == (date(2026, 3, 2) - room.town.clock.day).days
    assert waiting["targetOn"] is not None
    room.notified()
    assert docket(room, DIRECTORATE) == []
    room.town.clock.day = date(2026, 4, 21)
    appeal = "/appeals/" + room.done("/appeals", DOCTOR)["made"]
    (waiting,) = docket(room, DIRECTORATE)
    assert (waiting["waitsFor"], waiting["targetOn"], waiting["legalBy"]) == (
        "review",
        "2026-08-21",
        None,
    )
    room.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    assert [one["waitsFor"] for one in docket(room, DIRECTORATE)] == ["forward"]
    assert docket(room, BOARD) == []
    room.done(f"{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    assert docket(room, DIRECTORATE) == []
    (waiting,) = docket(room, BOARD)
    assert (waiting["waitsFor"], waiting["legalBy"], waiting["targetOn"]) == (
        "hear",
        "2026-07-21",
        None,
    )
    room.done(f"{appeal}/decide", BOARD, {"outcome": "upheld", "text": "Ikke medhold."})
    assert [one["waitsFor"] for one in docket(room, BOARD)] == ["notify"]


def test_a_leader_sees_the_establishments_own_and_nobody_else_any(room: Room) -> None:
    goal = {"kind": "municipal-decision"}
    made = room.town.done(f"{room.plan}/proceedings", *DOCTOR, goal)["made"]
    municipal = Room(town=room.town, plan=room.plan, path=f"/proceedings/{made}")
    here = {"Acting_For": str(room.town.organisation)}
    (waiting,) = docket(municipal, ("leader", "leader"), **here)
    assert waiting["waitsFor"] == "decide"
    assert docket(room, ("leader", "leader"), **here) == []
    for who, code in ((DOCTOR, "role-not-permitted"), (("stranger", BOARD[1]), "role-not-held")):
        refused = room.town.get("/docket", *who)
        assert (refused.status_code, refused.json["code"]) == (403, code)


@pytest.mark.parametrize(
    ("day", "waits"),
    [
        (date(2026, 4, 6), []),
        (date(2026, 4, 7), ["alert-again"]),
        (date(2026, 4, 21), ["alert-again"]),
        (date(2026, 4, 22), []),
    ],
)
def test_a_second_alert_is_due_a_week_after_the_first(
    room: Room, day: date, waits: list[str]
) -> None:
    """L-EFV-01: available and alerted of on 31 March; the time to appeal does not start again."""
    room.notified()
    room.town.clock.day = day
    assert [one["waitsFor"] for one in docket(room, DIRECTORATE)] == waits
    if waits:
        room.done("/alert", DIRECTORATE, {"alertedOn": day.isoformat()})
        assert docket(room, DIRECTORATE) == []
        assert room.trail()["lastDay"] == "2026-04-21"
