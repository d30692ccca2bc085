"""What comes in, on pages: found in the inbox, opened, placed, sent on or set aside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.support.cases_on_pages import (
    NOT_FOR_ONE,
    case_of,
    caught_up,
    decided,
    kept_and_told,
    looks,
    visible,
)
from tests.support.town import Town
from tests.web.api.inbox import SENT_ON, WORDS, a_refusal, inbox, sent
from tests.web.api.test_proceedings import DIRECTORATE, DOCTOR, Room

THERE, HERE = "helseklage-officer", "directorate-officer"


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        yield found


def card(role: str, path: str, rest: str = "") -> str:
    return f"/{role}{path.replace('/incoming', '/inbox')}{rest}"


def test_what_came_to_the_wrong_body_is_sent_on_and_placed(room: Room) -> None:
    path = sent(room, date(2026, 4, 20))
    officer = looks(room, "helseklage")
    officer.get(f"/{THERE}/inbox")
    assert card(THERE, path) in officer.page
    officer.get(card(THERE, path))
    redirect = f"/{THERE}/do{path}/redirect"
    assert redirect in officer.page
    kept_and_told(officer, redirect, {"words": SENT_ON["words"]}, "Fyll ut «")
    decided(officer, redirect, SENT_ON)
    directorate = looks(room, "directorate")
    place = f"/{HERE}/do{path}/place"
    directorate.get(card(HERE, path))
    assert place in directorate.page
    directorate.get(place)
    assert f'value="{case_of(room)}"' in directorate.page
    decided(directorate, place, {"proceeding": case_of(room)})
    (line,) = room.trail()["appeals"]
    assert (line["receivedOn"], line["verdict"]) == ("2026-04-20", "in-time")
    doctor = looks(room, "doctor")
    doctor.get(card("doctor", path))
    assert "plassert i en sak" in doctor.page


def test_the_words_are_opened_by_a_button_and_the_sender_sees_by_whom(room: Room) -> None:
    path = sent(room, date(2026, 4, 20))
    officer = looks(room, "helseklage")
    officer.get(card(THERE, path))
    officer.get(card(THERE, path, "/texts"))
    assert WORDS not in officer.page
    assert room.town.get(f"{path}/openings", *DOCTOR).json["items"] == []
    officer.send(card(THERE, path, "/texts"), {"reason": "Skal sendes rett."})
    assert WORDS in officer.page
    (opening,) = room.town.get(f"{path}/openings", *DOCTOR).json["items"]
    assert opening["reason"] == "Skal sendes rett."
    doctor = looks(room, "doctor")
    doctor.get(card("doctor", path, "/openings"))
    assert "Skal sendes rett." in doctor.page


def test_it_is_set_aside_with_a_reason(room: Room) -> None:
    path = sent(room, date(2026, 4, 20))
    officer = looks(room, "helseklage")
    aside = f"/{THERE}/do{path}/set-aside"
    kept_and_told(officer, aside, {"reason": "Et spørsmål."}, "Fyll ut «")
    decided(officer, aside, {"ground": "not-an-appeal", "reason": "Et spørsmål."})
    officer.get(card(THERE, path))
    assert "lagt til side (Ikke en klage)" in officer.page
    caught_up(room)
    officer.get(f"/{THERE}/inbox")
    assert card(THERE, path) not in officer.page


def test_wrong_days_are_changed_with_a_reason(room: Room) -> None:
    room.town.clock.day = date(2026, 4, 20)
    officer, before = looks(room, "directorate"), set(inbox(room, DIRECTORATE))
    entered = "/directorate-officer/do/incoming"
    officer.get(entered)
    told = {"words": WORDS, "receivedOn": "2026-04-17", "channel": "letter"}
    officer.send(entered, told)
    assert officer.status == 200, visible(officer.page)
    caught_up(room)
    (new,) = set(inbox(room, DIRECTORATE)) - before
    days = f"/{HERE}/do/incoming/{new}/days"
    wrong = {"reason": "Feil dag.", "receivedOn": "17.4"}
    kept_and_told(officer, days, wrong, "skriv en dag")
    officer.get(days)
    officer.send(days, {"reason": "Feil dag.", "receivedOn": "2026-04-16", "channel": "letter"})
    assert officer.status == 200, visible(officer.page)
    assert "torsdag 16. april 2026" in officer.page


def test_others_find_nothing_in_the_inbox(room: Room) -> None:
    path = sent(room, date(2026, 4, 20))
    for name, role in (
        ("stranger", THERE),
        ("board", "personnel-board-officer"),
        ("directorate", HERE),
        ("another_doctor", "doctor"),
    ):
        visitor = looks(room, name)
        for rest in ("", "/texts"):
            visitor.get(card(role, path, rest))
            assert visitor.status in NOT_FOR_ONE, (name, rest)
        visitor.send(card(role, path, "/texts"), {"reason": "Se"})
        assert visitor.status in NOT_FOR_ONE
        assert WORDS not in visitor.page
    outsider = looks(room, "stranger")
    for path in (f"/{THERE}/inbox", f"/{THERE}/do/incoming", f"/{THERE}"):
        outsider.get(path)
        assert outsider.status in NOT_FOR_ONE, path


def test_an_officer_who_sent_something_sees_who_opened_it_as_the_sender_only(room: Room) -> None:
    room.town.clock.day = date(2026, 4, 20)
    told = {"words": WORDS, "to": "directorate", "because": "unknown-decision"}
    path = f"/incoming/{room.town.done('/incoming', 'directorate', 'doctor', told)['made']}"
    officer = looks(room, "directorate")
    officer.get(card(HERE, path))
    assert (officer.status, "/openings" in officer.page) == (200, False)
    officer.get(card("doctor", path))
    assert card("doctor", path, "/openings") in officer.page
    officer.get(card("doctor", path, "/openings"))
    assert officer.status == 200
