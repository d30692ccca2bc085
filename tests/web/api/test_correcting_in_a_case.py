"""What a party sent, or asked of an official, is not the office's to strike."""

from __future__ import annotations

import pytest

from tests.support.town import Town
from tests.web.api.test_proceedings import BOARD, DECISION, DIRECTORATE, DOCTOR, Room, applied

REASON = {"reason": "Ført på feil sak."}


@pytest.fixture
def room(aasnes: Town) -> Room:
    return applied(aasnes)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/comments", {"text": "Jeg er uenig."}),
        ("/withdraw", {}),
        ("/access", {}),
        ("/reasons/demand", {}),
        ("/deferrals", {}),
        ("/costs", {"amount": 5000}),
    ],
)
def test_what_the_doctor_sent_is_the_doctors_to_take_back(
    room: Room, path: str, body: dict[str, object]
) -> None:
    room.done(path, DOCTOR, body)
    version = room.trail()["version"]
    struck = room.post(f"/facts/{version}/correct", DIRECTORATE, REASON)
    assert (struck.status_code, struck.json["code"]) == (403, "sent-by-a-party")
    assert room.trail()["version"] == version
    room.done(f"/facts/{version}/correct", DOCTOR, REASON)


def test_nobody_strikes_a_question_about_themselves(room: Room) -> None:
    """L-FVL-15: asked about, one neither decides nor makes the question go away."""
    officer = str(room.town.people["directorate"])
    room.done("/impartiality", DOCTOR, {"reason": "Slektskap.", "official": officer})
    version = room.trail()["version"]
    struck = room.post(f"/facts/{version}/correct", DIRECTORATE, REASON)
    assert struck.status_code == 403
    refused = room.post("/decide", DIRECTORATE, DECISION)
    assert (refused.status_code, refused.json["rule"]) == (422, "L-FVL-15")


def test_an_appeal_body_enters_no_appeal(room: Room) -> None:
    """What comes to it by mistake goes through the inbox."""
    room.notified()
    appeal = "/appeals/" + room.done("/appeals", DOCTOR)["made"]
    room.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    room.done(f"{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    entered = room.post("/appeals", BOARD, {"channel": "letter", "receivedOn": "2026-03-31"})
    assert (entered.status_code, entered.json["code"]) == (403, "role-not-permitted")


def test_one_of_the_party_does_not_strike_what_another_sent(room: Room) -> None:
    room.done("/comments", DOCTOR, {"text": "Jeg er uenig."})
    version = room.trail()["version"]
    by = ("stranger", "representative")
    given = {
        "person": str(room.town.people["stranger"]),
        "scopes": ["decisions"],
        "firstDay": "2026-02-02",
    }
    room.town.done(f"{room.plan}/representatives", *DOCTOR, given)
    struck = room.post(f"/facts/{version}/correct", by, REASON)
    assert (struck.status_code, struck.json["code"]) == (403, "sent-by-a-party")
