"""A case in the town seen on pages: by whom, where, and what a page must never show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tests.support.browser import Browser, browser
from tests.web.api.test_proceedings import DIRECTORATE, DOCTOR, Room

UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)
LINK = re.compile(r'href="(/[^"#?]*)')
AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}")
CODES = re.compile(
    r"\b(?:specialist-approval|decision-notice|personnel-board|directorate-officer|in-time|"
    r"enter-arrival|first-instance|wrong-body|unknown-decision|supervisor-specialty|applied-for|"
    r"proceeding\.[a-z-]+|plan\.[a-z-]+|R-[A-Z]{3}-\d\d|L-[A-Z]{3}-\d\d)\b"
)
"""Some of the program's own words; a reader has others."""
GROUNDS = "Tjenesten på legevakten ble ikke regnet med."
REASONS = "Vedtaket står ved lag. Tjenesten er regnet riktig."
SEEN, NOT_FOR_ONE = 200, frozenset({403, 404})


def visible(page: str) -> str:
    """Return the text of a page, as one reads it."""
    return UNSEEN.sub(" ", page)


def caught_up(room: Room) -> None:
    """Have the kept rows know of all that is recorded."""
    services = room.town.services
    assert services.views.wait_for(services.histories.position(), seconds=20)


def case_of(room: Room) -> str:
    return room.path.removeprefix("/proceedings/")


def at(room: Room, role: str, rest: str = "") -> str:
    """Return where a role has the case."""
    return f"/{role}/cases/{case_of(room)}{rest}"


def form(room: Room, role: str, rest: str) -> str:
    """Return where a role has the form of an act on the case."""
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
    for unread in (AN_ID, CODES):
        found = unread.search(told)
        assert not found, (
            f"{found} in {' '.join(told[max(0, found.start() - 300) :][:600].split())}"
        )


def walked(visitor: Browser, starts: Iterable[str], within: str) -> Iterator[str]:
    """Yield every page that is led to from some, of those that begin so; each must be there."""
    ahead, known = list(starts), set(starts)
    while ahead:
        path = ahead.pop()
        visitor.get(path)
        assert visitor.status == SEEN, (visitor.status, path, visible(visitor.page))
        yield path
        found = {one for one in LINK.findall(visitor.page) if re.match(within, one)}
        ahead += sorted(found - known)
        known |= found


def decided(visitor: Browser, path: str, told: dict[str, Any]) -> None:
    """Fill in a form that is read over, read it over, and do it."""
    visitor.get(path)
    assert visitor.status == SEEN, visible(visitor.page)
    visitor.send(path, told)
    assert "Se over før du sender" in visitor.page, visible(visitor.page)
    visitor.send(path, {"confirmed": "1"})
    assert visitor.path == f"{path}/done", visible(visitor.page)
    assert "Hva skjer nå?" in visitor.page


def kept_and_told(visitor: Browser, path: str, told: dict[str, Any], wrong: str) -> None:
    """Send what is wrong: it is said what is, and everything that was typed is still there."""
    visitor.get(path)
    visitor.send(path, told)
    assert visitor.status in {400, 409, 422}, (visitor.status, visible(visitor.page))
    assert wrong in visible(visitor.page), visible(visitor.page)
    assert "<title>Feil" in visitor.page
    for value in told.values():
        assert str(value) in visitor.page
