"""The case room: from the docket to a decision, an appeal heard, and what each may see of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.support.cases_on_pages import (
    GROUNDS,
    NOT_FOR_ONE,
    REASONS,
    appealed,
    at,
    case_of,
    caught_up,
    decided,
    form,
    forwarded,
    kept_and_told,
    looks,
    visible,
)
from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.inbox import a_refusal
from tests.web.api.test_proceedings import BOARD, DECISION, DOCTOR, Room, applied

DIRECTORATE, THE_BOARD = "directorate-officer", "personnel-board-officer"


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        yield found


@pytest.fixture
def application(aasnes: Town) -> Iterator[Room]:
    with projecting(aasnes.addresses.application):
        yield applied(aasnes)


def test_an_officer_decides_from_the_docket(application: Room) -> None:
    application.town.clock.day = date(2026, 2, 20)
    officer = looks(application, "directorate")
    officer.get(f"/{DIRECTORATE}")
    assert at(application, DIRECTORATE) in officer.page
    assert "Vedtak eller foreløpig svar" in officer.page
    officer.get(at(application, DIRECTORATE))
    there = form(application, DIRECTORATE, "/decide")
    assert there in officer.page
    decided(officer, there, {"outcome": "refused", "text": DECISION["text"]})
    assert "Klagefristen løper først fra" in officer.page
    assert application.trail()["decision"]["outcome"] == "refused"
    officer.get(at(application, DIRECTORATE))
    assert "Underretningen skal sendes" in officer.page
    assert there not in officer.page


def test_what_is_lacking_in_a_decision_is_said_and_what_was_typed_is_kept(
    application: Room,
) -> None:
    officer = looks(application, "directorate")
    there = form(application, DIRECTORATE, "/decide")
    kept_and_told(officer, there, {"text": "Søknaden avslås."}, "Fyll ut «")
    assert application.trail()["decision"] is None


def test_the_notice_and_its_arrival_give_the_day(application: Room) -> None:
    application.town.clock.day = date(2026, 3, 31)
    application.done("/decide", ("directorate", DIRECTORATE), DECISION)
    officer = looks(application, "directorate")
    lacking = {"channel": "digital", "says": ["deadline"]}
    officer.get(form(application, DIRECTORATE, "/notice"))
    officer.send(form(application, DIRECTORATE, "/notice"), lacking | {"confirmed": "1"})
    assert officer.status == 422
    assert "Dette må rettes" in officer.page
    says = ["right-to-appeal", "deadline", "appeal-body", "procedure", "access-to-documents"]
    sends = {"channel": "digital", "says": says}
    decided(officer, form(application, DIRECTORATE, "/notice"), sends)
    arrived = {"channel": "digital", "availableOn": "2026-03-31", "alertedOn": "2026-03-31"}
    decided(officer, form(application, DIRECTORATE, "/arrival"), arrived)
    assert application.trail()["lastDay"] == "2026-04-21"
    officer.get(at(application, DIRECTORATE))
    assert "tirsdag 21. april 2026" in officer.page


def test_an_appeal_is_looked_at_anew_and_forwarded(room: Room) -> None:
    appeal = appealed(room)
    officer = looks(room, "directorate")
    officer.get(at(room, DIRECTORATE))
    review = form(room, DIRECTORATE, f"/appeals/{appeal}/review")
    assert review in officer.page
    kept_and_told(officer, review, {"text": REASONS}, "Fyll ut «")
    decided(officer, review, {"outcome": "maintained", "text": REASONS})
    forward = form(room, DIRECTORATE, f"/appeals/{appeal}/forward")
    officer.get(at(room, DIRECTORATE))
    assert forward in officer.page
    assert review not in officer.page
    officer.get(forward)
    officer.send(forward, {"to": "helseklage", "confirmed": "1"})
    assert officer.status == 422
    assert "Dette må rettes" in officer.page
    decided(officer, forward, {"to": "personnel-board"})
    assert room.trail()["appeals"][0]["stage"] == "forwarded"


def test_the_board_hears_the_appeal_from_its_docket(room: Room) -> None:
    board = looks(room, "board")
    board.get(at(room, THE_BOARD))
    assert board.status == 403
    appeal = forwarded(room)
    caught_up(room)
    board.get(f"/{THE_BOARD}")
    assert at(room, THE_BOARD) in board.page
    board.get(at(room, THE_BOARD))
    assert "Varsel om endring til skade" in board.page
    hears = form(room, THE_BOARD, f"/appeals/{appeal}/decide")
    assert hears in board.page
    kept_and_told(board, hears, {"text": "Klagen fører fram."}, "Fyll ut «")
    told = {"outcome": "changed", "result": "granted", "text": "Klagen fører fram."}
    decided(board, hears, told)
    assert room.trail(BOARD)["appeals"][0]["outcome"] == "changed"


def test_the_new_ruling_stands_beside_the_old_with_what_differs_marked(room: Room) -> None:
    appeal = forwarded(room)
    told = {
        "outcome": "changed",
        "result": "granted",
        "text": f"{DECISION['text'].split('. ')[0]}. Men klagen fører fram.",
    }
    room.done(f"/appeals/{appeal}/decide", BOARD, told)
    board = looks(room, "board")
    board.get(at(room, THE_BOARD))
    assert "<mark>avslag</mark>" in board.page
    assert "<mark>innvilget</mark>" in board.page
    assert "Men klagen fører fram." not in board.page
    board.send(at(room, THE_BOARD, "/texts"))
    assert "<mark>Men klagen fører fram.</mark>" in board.page
    # What both say is not marked.
    assert "<mark>Søknaden avslås.</mark>" not in board.page
    assert "Søknaden avslås." in board.page


def test_texts_are_opened_by_a_button_and_each_opening_is_noted(room: Room) -> None:
    appealed(room)
    officer = looks(room, "directorate")
    before = room.town.get(f"{room.path}/openings", *DOCTOR).json["items"]
    for path in (at(room, DIRECTORATE), at(room, DIRECTORATE, "/texts")):
        officer.get(path)
        assert GROUNDS not in officer.page
    assert room.town.get(f"{room.path}/openings", *DOCTOR).json["items"] == before
    officer.send(at(room, DIRECTORATE, "/texts"), {"reason": "Behandler klagen."})
    assert GROUNDS in officer.page
    after = room.town.get(f"{room.path}/openings", *DOCTOR).json["items"]
    assert len(after) > len(before)
    assert after[-1]["reason"] == "Behandler klagen."
    doctor = looks(room, "doctor")
    doctor.get(at(room, "doctor", "/openings"))
    assert "Behandler klagen." in doctor.page
    assert "Directorate" in doctor.page


def test_the_audit_says_why_it_opens_them(room: Room) -> None:
    audit = looks(room, "auditor")
    audit.get(at(room, "auditor", "/texts"))
    audit.send(at(room, "auditor", "/texts"))
    assert audit.status == 400
    assert "Dette må rettes" in audit.page
    assert DECISION["text"] not in audit.page
    too_long = "Tilsyn " * 100
    audit.send(at(room, "auditor", "/texts"), {"reason": too_long})
    assert audit.status == 400
    assert too_long.strip() in audit.page
    audit.send(at(room, "auditor", "/texts"), {"reason": "Tilsyn"})
    assert DECISION["text"] in audit.page


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("stranger", "doctor"),
        ("stranger", DIRECTORATE),
        ("another_doctor", "doctor"),
        ("leader", "leader"),
        ("board", THE_BOARD),
        ("supervisor", "auditor"),
        ("doctor", "representative"),
    ],
)
def test_one_with_whom_the_case_is_not_sees_nothing_of_it(room: Room, name: str, role: str) -> None:
    appealed(room)
    visitor = looks(room, name)
    for rest in ("", "/texts", "/openings"):
        visitor.get(at(room, role, rest))
        assert visitor.status in NOT_FOR_ONE, (rest, visitor.status)
        assert "Spesialistgodkjenning" not in visible(visitor.page)
    visitor.send(at(room, role, "/texts"), {"reason": "Nysgjerrig"})
    assert visitor.status in NOT_FOR_ONE
    assert GROUNDS not in visitor.page


def test_one_without_the_office_decides_nothing(room: Room) -> None:
    appeal = forwarded(room)
    told = {"outcome": "upheld", "text": "Nei.", "confirmed": "1"}
    for name, role in (("stranger", THE_BOARD), ("directorate", THE_BOARD)):
        visitor = looks(room, name)
        path = form(room, role, f"/appeals/{appeal}/decide")
        visitor.get(path)
        assert visitor.status in NOT_FOR_ONE
        visitor.send(path, told)
        assert visitor.status in NOT_FOR_ONE
    assert room.trail(BOARD)["appeals"][0]["outcome"] is None


def test_what_came_while_one_wrote_is_told(room: Room) -> None:
    appeal = appealed(room)
    officer = looks(room, "directorate")
    path = form(room, DIRECTORATE, f"/appeals/{appeal}/review")
    officer.get(path)
    room.done("/comments", DOCTOR, {"text": "Se også attesten."})
    officer.send(path, {"outcome": "maintained", "text": REASONS, "confirmed": "1"})
    assert officer.status == 412
    assert "Endret siden du så på det" in officer.page
    assert "Parten uttalte seg" in officer.page
    assert REASONS in officer.page


def test_a_step_is_marked_as_an_error_from_the_trail(room: Room) -> None:
    officer = looks(room, "directorate")
    version = room.trail()["version"]
    path = form(room, DIRECTORATE, f"/facts/{version}/correct")
    officer.get(at(room, DIRECTORATE))
    assert path in officer.page
    officer.get(path)
    assert case_of(room) in officer.page
    kept_and_told(officer, path, {"reason": ""}, "Fyll ut «")
