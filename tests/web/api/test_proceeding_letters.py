"""Letters of a case over HTTP: written, kept, sent as the notice, and handed out again."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from tests.support.printing import printer, words
from tests.support.town import Town
from tests.web.api.test_proceedings import BOARD, DECISION, DIRECTORATE, DOCTOR, Room, applied


@pytest.fixture
def room(aasnes: Town) -> Room:
    printer()
    return applied(aasnes)


def written(room: Room, who: tuple[str, str], kind: str, **more: Any) -> str:
    made: str = room.done("/letters", who, {"kind": kind, **more})["made"]
    return made


def bytes_of(room: Room, letter: str, who: tuple[str, str] = DOCTOR, **more: str) -> bytes:
    town = room.town
    path = f"/api/v1{room.path}/letters/{letter}"
    answer = town.client.get(path, headers=town.headers(*who, **more))
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf"), answer.json
    content: bytes = answer.data
    return content


def sent(room: Room, letter: str, who: tuple[str, str] = DIRECTORATE) -> None:
    room.done("/notice", who, {"channel": "digital", "letter": letter})
    room.arrived(who)


def decided(room: Room) -> str:
    room.town.clock.day = date(2026, 3, 31)
    room.done("/decide", DIRECTORATE, DECISION)
    return written(room, DIRECTORATE, "decision-notice")


def test_the_notice_is_the_letter_that_was_written(room: Room) -> None:
    """L-FVL-12: what a letter written here says is what the law demands."""
    letter = decided(room)
    sent(room, letter)
    content = bytes_of(room, letter)
    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_metadata() as held:
        assert (held["pdfaid:part"], held["pdfaid:conformance"]) == ("2", "A")
    told = words(content)
    for part in (
        "Søknaden om spesialistgodkjenning i allmennmedisin er avslått.",
        DECISION["text"],
        "Statens helsepersonellnemnd",
        "Fristen er tre uker",
        "rett til å se dokumentene",
        "Doctor",
    ):
        assert part in told
    trail = room.trail()
    assert trail["rulings"][0]["says"] == trail["letters"][0]["says"]
    assert trail["lastDay"] == "2026-04-21"


def test_what_is_written_is_kept_as_it_was(room: Room) -> None:
    letter = decided(room)
    before = bytes_of(room, letter)
    sent(room, letter)
    reversal = {"ground": "not-to-detriment", "outcome": "granted", "text": "Vist siden."}
    room.done("/reverse", DIRECTORATE, reversal)
    assert bytes_of(room, letter) == before
    later = written(room, DIRECTORATE, "decision-notice")
    assert "gjort om" in words(bytes_of(room, later))
    old = room.post("/notice", DIRECTORATE, {"channel": "digital", "letter": letter})
    assert (old.status_code, old.json["code"]) == (400, "letter-of-another")


def test_an_appeal_has_a_receipt_a_letter_that_sends_it_on_and_an_answer(room: Room) -> None:
    sent(room, decided(room))
    room.town.clock.day = date(2026, 4, 21)
    grounds = {"grounds": "Tjenesten er lang nok <b>nå</b>."}
    appeal = room.done("/appeals", DOCTOR, grounds)["made"]
    receipt = words(bytes_of(room, written(room, DIRECTORATE, "appeal-receipt", appeal=appeal)))
    assert "Klagen er fremsatt i tide. Siste dag for å klage var 21. april 2026." in receipt
    assert "21. august 2026" in receipt
    review = {"outcome": "maintained", "text": "Det er ikke vist noe nytt."}
    room.done(f"/appeals/{appeal}/review", DIRECTORATE, review)
    body = {"kind": "appeal-forwarded", "appeal": appeal}
    early = room.post("/letters", DIRECTORATE, body)
    assert (early.status_code, early.json["code"]) == (409, "not-forwarded")
    room.done(f"/appeals/{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    onward = words(bytes_of(room, written(room, DIRECTORATE, "appeal-forwarded", appeal=appeal)))
    assert "Tjenesten er lang nok <b>nå</b>." in onward
    assert "Det er ikke vist noe nytt." in onward
    assert "Kvittering for klage" in onward
    heard = {"outcome": "changed", "result": "granted", "text": "Klagen fører fram."}
    room.done(f"/appeals/{appeal}/decide", BOARD, heard)
    refused = room.post("/letters", DIRECTORATE, {"kind": "decision-notice"})
    assert (refused.status_code, refused.json["code"]) == (403, "role-not-permitted")
    answer = written(room, BOARD, "decision-notice")
    told = words(bytes_of(room, answer))
    granted = "Søknaden om spesialistgodkjenning i allmennmedisin er innvilget."
    assert f"Klagen er tatt til følge. {granted}" in told
    assert "Vedtaket er endelig" in told
    assert "seks måneder" in told
    sent(room, answer, BOARD)


def test_a_letter_is_for_those_whose_case_it_is_and_each_opening_is_noted(room: Room) -> None:
    letter = decided(room)
    assert room.town.get(f"{room.path}/letters/{letter}", *BOARD).status_code == 403
    audit = ("auditor", "auditor")
    unasked = room.town.get(f"{room.path}/letters/{letter}", *audit)
    assert unasked.json["code"] == "reason-missing"
    assert bytes_of(room, letter, audit, Reason="Tilsyn").startswith(b"%PDF")
    noted = room.town.get(room.path + "/openings", *DOCTOR).json["items"]
    assert [one["field"] for one in noted if one["actingAs"] == "auditor"] == ["content"]
    gone = room.town.get(f"{room.path}/letters/{room.path.split('/')[-1]}", *DOCTOR)
    assert (gone.status_code, gone.json["code"]) == (404, "unknown-letter")


def test_a_letter_names_an_appeal_of_the_case(room: Room) -> None:
    decided(room)
    for body, code in (
        ({"kind": "appeal-receipt"}, "appeal-missing"),
        ({"kind": "service-confirmed", "appeal": room.path.split("/")[-1]}, "unknown-appeal"),
        ({"kind": "decision-notice", "ruling": 1}, "unknown-ruling"),
    ):
        assert room.post("/letters", DIRECTORATE, body).json["code"] == code


def test_one_that_gives_a_part_does_not_say_that_the_appeal_was_met(room: Room) -> None:
    room.notified()
    appeal = room.done("/appeals", DOCTOR)["made"]
    room.done(f"/appeals/{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Nei."})
    room.done(f"/appeals/{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    heard = {"outcome": "changed", "result": "partly-granted", "text": "Delvis medhold."}
    room.done(f"/appeals/{appeal}/decide", BOARD, heard)
    told = words(bytes_of(room, written(room, BOARD, "decision-notice")))
    assert "Vedtaket er endret. Søknaden om spesialistgodkjenning i allmennmedisin er" in told
    assert "tatt til følge" not in told
