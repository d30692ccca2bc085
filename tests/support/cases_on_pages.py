"""A case in the town seen on pages: by whom, where, and what a page must never show."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from tests.support.browser import Browser, browser
from tests.web.api.test_proceedings import DIRECTORATE, DOCTOR, Room

HIDDEN = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)
AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}")
A_CODE = re.compile(r"\b[a-zæøå]+(?:-[a-zæøå]+)*-(?:officer|board|notice|appeal|approval|time)\b")
GROUNDS = "Tjenesten på legevakten ble ikke regnet med."
REASONS = "Vedtaket står ved lag. Tjenesten er regnet riktig."


def visible(page: str) -> str:
    """Return the text of a page, as one reads it."""
    return HIDDEN.sub(" ", page)


def caught_up(room: Room) -> None:
    """Have the kept rows know of all that is recorded."""
    services = room.town.services
    assert services.views.wait_for(services.histories.position(), seconds=20)


def case_of(room: Room) -> str:
    return room.path.removeprefix("/proceedings/")


def at(room: Room, role: str, rest: str = "") -> str:
    return f"/{role}/cases/{case_of(room)}{rest}"


def form(room: Room, role: str, rest: str) -> str:
    return f"/{role}/do{room.path}{rest}"


def looks(room: Room, name: str) -> Browser:
    caught_up(room)
    return browser(room.town, name)


def appealed(room: Room, on: date = date(2026, 4, 21)) -> str:
    """Have the doctor appeal on a day; return the appeal."""
    room.town.clock.day = on
    made: Any = room.done("/appeals", DOCTOR, {"grounds": GROUNDS})["made"]
    return str(made)


def forwarded(room: Room) -> str:
    """Have it appealed, looked at anew and forwarded to the board; return the appeal."""
    appeal = appealed(room)
    review = {"outcome": "maintained", "text": REASONS}
    room.done(f"/appeals/{appeal}/review", DIRECTORATE, review)
    room.done(f"/appeals/{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    return appeal


def shows_no_code(page: str) -> None:
    """Fail where a reader would see an id, or a code of the program's."""
    told = visible(page)
    assert not AN_ID.search(told), AN_ID.search(told)
    assert not A_CODE.search(told), A_CODE.search(told)
