"""What is assumed stands in the form from the start, so that it is seen before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.support.cases_on_pages import (
    REASONS,
    appealed,
    at,
    decided,
    form,
    forwarded,
    looks,
    visible,
)
from tests.support.filled_in import choices, chosen, typed_in
from tests.support.printing import printer
from tests.support.town import Town
from tests.web.api.inbox import a_refusal, sent
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, Room

OFFICER, THE_BOARD = "directorate-officer", "personnel-board-officer"


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    printer()
    with a_refusal(aasnes) as found:
        found.town.clock.day = date(2026, 4, 20)
        yield found


def test_an_appeal_that_came_in_begins_with_today_the_channel_and_the_decision(room: Room) -> None:
    officer = looks(room, "directorate")
    enters = form(room, OFFICER, "/appeals")
    officer.get(enters)
    (decision,) = choices(officer.page, "ruling")
    assert typed_in(officer.page, "receivedOn") == "2026-04-20"
    assert chosen(officer.page, "channel") == "digital"
    assert chosen(officer.page, "ruling") == decision
    assert "Part: Doctor" in visible(officer.page)
    assert "Parten står som klager når ingen annen er oppgitt" in visible(officer.page)
    begun = {"receivedOn": "2026-04-20", "channel": "digital", "ruling": decision}
    officer.send(enters, begun)
    told = visible(officer.page)
    assert "20. apr. 2026" in told
    assert "Parten står som klager når ingen annen er oppgitt" in told
    officer.send(enters, {"confirmed": "1"})
    (line,) = room.trail()["appeals"]
    assert (line["receivedOn"], str(line["against"])) == ("2026-04-20", decision)


def test_what_else_came_in_begins_with_today(room: Room) -> None:
    officer = looks(room, "directorate")
    for rest, key in (
        ("/access", "receivedOn"),
        ("/costs", "receivedOn"),
        ("/deferrals", "receivedOn"),
        ("/documents", "receivedOn"),
        ("/reasons/demand", "demandedOn"),
    ):
        officer.get(form(room, OFFICER, rest))
        assert typed_in(officer.page, key) == "2026-04-20", rest
    officer.get(f"/{OFFICER}/do/incoming")
    assert typed_in(officer.page, "receivedOn") == "2026-04-20"
    assert chosen(officer.page, "channel") == "letter"


def test_a_party_is_asked_for_no_day(room: Room) -> None:
    doctor = looks(room, "doctor")
    doctor.get(form(room, "doctor", "/appeals"))
    assert typed_in(doctor.page, "receivedOn") is None
    assert chosen(doctor.page, "ruling")


def test_the_days_of_what_came_in_are_changed_from_what_they_are(room: Room) -> None:
    path = sent(room, date(2026, 4, 20), to="directorate")
    officer = looks(room, "directorate")
    officer.get(f"/{OFFICER}/do{path}/days")
    assert typed_in(officer.page, "receivedOn") == "2026-04-20"
    assert chosen(officer.page, "channel") == "digital"


def test_an_appeal_goes_to_the_body_the_law_names_and_no_other_is_offered(room: Room) -> None:
    appeal = appealed(room)
    review = {"outcome": "maintained", "text": REASONS}
    room.done(f"/appeals/{appeal}/review", DIRECTORATE, review)
    officer = looks(room, "directorate")
    forward = form(room, OFFICER, f"/appeals/{appeal}/forward")
    officer.get(forward)
    assert choices(officer.page, "to") == {"personnel-board": "Statens helsepersonellnemnd"}
    assert chosen(officer.page, "to") == "personnel-board"
    officer.send(forward, {"to": "helseklage", "confirmed": "1"})
    assert officer.status == 422
    assert "Klagen høres av Statens helsepersonellnemnd" in visible(officer.page)
    assert "(personnel-board)" not in officer.page
    assert "(helseklage)" not in officer.page


@pytest.mark.usefixtures("at_work")
def test_a_body_sends_its_own_letter_that_is_not_sent(room: Room) -> None:
    appeal = forwarded(room)
    told = {"outcome": "upheld", "text": "Klagen fører ikke fram."}
    room.done(f"/appeals/{appeal}/decide", BOARD, told)
    old, new = sorted(one["version"] for one in room.trail(BOARD)["rulings"])
    # Written of a decision that was told of already, in letters of another body.
    room.done("/letters", DIRECTORATE, {"kind": "decision-notice", "ruling": old})
    board, officer = looks(room, "board"), looks(room, "directorate")
    board.get(at(room, THE_BOARD))
    assert "Send som underretning" not in board.page
    board.get(form(room, THE_BOARD, "/notice"))
    assert choices(board.page, "letter") == {}
    written = room.done("/letters", BOARD, {"kind": "decision-notice", "ruling": new})["made"]
    board.get(at(room, THE_BOARD))
    assert board.page.count("Send som underretning") == 1
    sends = form(room, THE_BOARD, "/notice")
    board.get(sends)
    (says,) = choices(board.page, "letter").values()
    assert "Statens helsepersonellnemnd" in says
    assert "21. apr. 2026" in says
    assert chosen(board.page, "letter") == written
    assert chosen(board.page, "ruling") == str(new)
    assert "Trengs når ikke noe brev er valgt" in visible(board.page)
    decided(board, sends, {"channel": "digital", "letter": written, "ruling": str(new)})
    board.get(at(room, THE_BOARD))
    assert "Send som underretning" not in board.page
    board.get(sends)
    assert "(sendt)" in visible(board.page)
    assert chosen(board.page, "letter") is None
    officer.get(at(room, OFFICER))
    assert form(room, OFFICER, f"/notice?ruling={new}") not in officer.page
    assert officer.page.count("Send som underretning") == 1


def test_it_is_said_of_each_day_of_an_arrival_when_it_is_needed(room: Room) -> None:
    appeal = forwarded(room)
    told = {"outcome": "upheld", "text": "Klagen fører ikke fram."}
    room.done(f"/appeals/{appeal}/decide", BOARD, told)
    room.done("/notice", BOARD, {"channel": "digital", "says": ["lawsuit"]})
    board = looks(room, "board")
    arrives = form(room, THE_BOARD, "/arrival")
    board.get(arrives)
    says = visible(board.page)
    for part in ("dagen parten fikk brevet", "kunne åpne og lese den", "på e-post eller SMS"):
        assert part in says
    assert chosen(board.page, "channel") == "digital"
    # No time to appeal runs, and the days are to be known all the same.
    for typed, key in (
        ({"channel": "digital"}, "alertedOn"),
        ({"channel": "digital", "alertedOn": "2026-04-21"}, "availableOn"),
        ({"channel": "letter"}, "arrivedOn"),
    ):
        board.get(arrives)
        board.send(arrives, typed | {"confirmed": "1"})
        assert board.status == 400, visible(board.page)
        assert f'href="#field-{key}"' in board.page
        assert f'id="wrong-{key}"' in board.page
    assert room.trail(BOARD)["rulings"][-1]["arrivedOn"] is None
