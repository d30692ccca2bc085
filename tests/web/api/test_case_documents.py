"""The documents of a case over HTTP: sent by whom, new to whom, withdrawn, and opened."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from application.contents import LARGEST_FILE
from application.ids import new_id
from tests.support.documents import NUMBER
from tests.support.forms import PLAIN, pdf, sent_form
from tests.support.town import Answer, Town
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room, applied
from tests.web.api.test_refusals import nothing_recorded, refused

NAME = "attest.txt"
AUDIT = ("auditor", "auditor")
MAINTAINED = {"outcome": "maintained", "text": "Som før."}


@pytest.fixture
def room(aasnes: Town) -> Room:
    return applied(aasnes)


def send(
    room: Room,
    who: tuple[str, str] = DOCTOR,
    *,
    content: bytes = PLAIN,
    file_name: str = NAME,
    headers: dict[str, str] | None = None,
    **form: Any,
) -> Answer:
    """Return what came of sending a document to the case."""
    told = {"patientsNotNamed": "true"} | form
    return sent_form(
        room.town,
        f"{room.path}/documents",
        *who,
        told,
        content=content,
        file_name=file_name,
        headers=headers,
    )


def sent(room: Room, who: tuple[str, str] = DOCTOR, **more: Any) -> str:
    """Return the id of a document sent to the case."""
    answer = send(room, who, **more)
    assert answer.status_code == 201, answer.json
    return str(answer.json["made"])


def opened(room: Room, document: str, who: tuple[str, str], **more: str) -> Any:
    path = f"/api/v1{room.path}/documents/{document}"
    return room.town.client.get(path, headers=room.town.headers(*who, **more))


def listed(room: Room, who: tuple[str, str] = DOCTOR) -> dict[str, Any]:
    return {one["document"]: one for one in room.trail(who)["documents"]}


def appealed(room: Room) -> str:
    """Return an appeal by the doctor over a refusal, in time."""
    room.notified()
    room.town.clock.day = date(2026, 4, 20)
    return str(room.done("/appeals", DOCTOR, {"grounds": "Uenig."})["made"])


def forwarded(room: Room, appeal: str, **more: Any) -> None:
    room.done(f"/appeals/{appeal}/review", DIRECTORATE, MAINTAINED)
    room.done(f"/appeals/{appeal}/forward", DIRECTORATE, {"to": "personnel-board"} | more)


def test_what_is_new_is_told_beside_what_the_first_instance_saw(room: Room) -> None:
    before = sent(room)
    appeal = appealed(room)
    with_appeal = sent(room, appeal=appeal)
    room.done(f"/appeals/{appeal}/review", DIRECTORATE, MAINTAINED)
    after_review = sent(room, appeal=appeal)
    room.done(f"/appeals/{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    of_the_case = sent(room)
    lines = listed(room, BOARD)
    assert {one: (line["afterDecision"], line["afterReview"]) for one, line in lines.items()} == {
        before: (False, False),
        with_appeal: (True, False),
        after_review: (True, True),
        of_the_case: (True, True),
    }
    line = lines[with_appeal]
    assert (line["appeal"], line["sentBy"], line["mediaType"], line["sizeInBytes"]) == (
        appeal,
        room.town.people["doctor"],
        "text/plain",
        len(PLAIN),
    )
    assert (line["receivedOn"], line["own"], line["internal"]) == ("2026-04-20", False, False)
    assert NAME not in str(lines)


def test_a_document_comes_back_as_it_was_and_each_opening_is_noted(room: Room) -> None:
    room.notified()
    content = pdf("Attest")
    document = sent(room, content=content, file_name="attest æøå.pdf")
    for who in (DOCTOR, DIRECTORATE):
        response = opened(room, document, who)
        assert (response.data, response.mimetype) == (content, "application/pdf")
        assert response.headers["Content-Disposition"].startswith("attachment; ")
        assert "sandbox" in response.headers["Content-Security-Policy"]
    refused(Answer.of(opened(room, document, AUDIT)), 400, "reason-missing")
    assert opened(room, document, AUDIT, Reason="Tilsyn 26/4").data == content
    for who in (BOARD, ("leader", "leader")):
        refused(Answer.of(opened(room, document, who)), 403, "other-instance")
    refused(Answer.of(opened(room, document, ("stranger", "doctor"))), 404, "unknown-case")
    noted = room.town.get(f"{room.path}/openings", *DOCTOR).json["items"]
    assert [(one["actingAs"], one["field"], one["reason"]) for one in noted] == [
        ("doctor", "name", None),
        ("doctor", "content", None),
        ("directorate-officer", "name", None),
        ("directorate-officer", "content", None),
        ("auditor", "name", "Tilsyn 26/4"),
        ("auditor", "content", "Tilsyn 26/4"),
    ]
    words = room.town.get(f"{room.path}/words", *DOCTOR).json["items"]
    assert "attest æøå.pdf" in [one["text"] for one in words]


def test_a_letter_is_entered_with_its_day_and_its_sender_and_the_bodys_own_is_its_own(
    room: Room,
) -> None:
    room.notified()
    doctor = room.town.people["doctor"]
    room.town.clock.day = date(2026, 4, 20)
    letter = sent(room, DIRECTORATE, sentBy=doctor, receivedOn="2026-04-16")
    own = sent(room, DIRECTORATE)
    lines = listed(room)
    assert (lines[letter]["receivedOn"], lines[letter]["sentBy"]) == ("2026-04-16", doctor)
    assert lines[letter]["enteredBy"] == room.town.people["directorate"]
    assert (lines[letter]["own"], lines[own]["own"]) == (False, True)
    assert lines[own]["sentBy"] == room.town.people["directorate"]
    with nothing_recorded(room.town):
        early = send(room, DIRECTORATE, sentBy=doctor, receivedOn="2026-04-21")
        refused(early, 400, "day-in-future")
        refused(send(room, DIRECTORATE, sentBy=new_id()), 400, "unknown-person")


def test_what_a_party_says_of_the_day_or_the_sender_counts_for_nothing(room: Room) -> None:
    room.notified()
    room.town.clock.day = date(2026, 4, 20)
    for stated in ("2026-04-01", "2026-05-01"):
        document = sent(room, receivedOn=stated, sentBy=room.town.people["leader"])
        line = listed(room)[document]
        assert (line["receivedOn"], line["sentBy"]) == ("2026-04-20", room.town.people["doctor"])


@pytest.mark.parametrize(
    ("sent_name", "content", "status", "code"),
    [
        ("bevis.png", pdf(), 422, "file-not-what-it-says"),
        ("tom.txt", b"", 422, "file-empty"),
        ("stor.txt", b"x" * (LARGEST_FILE + 1), 413, "file-too-large"),
        ("program.exe", b"MZ\x90\x00" + bytes(99), 422, "file-type-not-taken"),
        ("../..", PLAIN, 400, "file-name-malformed"),
    ],
    ids=["type", "empty", "large", "program", "name"],
)
def test_what_is_no_document_leaves_nothing_behind(
    room: Room, sent_name: str, content: bytes, status: int, code: str
) -> None:
    with nothing_recorded(room.town):
        told = refused(send(room, content=content, file_name=sent_name), status, code)
    assert told["field"] == "file"


def test_of_every_document_it_is_said_that_it_names_no_patient(room: Room) -> None:
    with nothing_recorded(room.town):
        told = refused(send(room, patientsNotNamed=None), 422, "rule-broken")
    assert told["rule"] == "R-KP-03"
    content = f"Pasient {NUMBER}".encode()
    assert send(room, content=content).status_code == 201


def test_the_same_sent_again_is_the_same_document(room: Room) -> None:
    key = {"Idempotency-Key": f"dokument-{new_id()}"}
    first, again = send(room, headers=key), send(room, headers=key)
    assert (again.status_code, again.json["made"]) == (200, first.json["made"])
    refused(send(room, headers=key, content=b"noe annet"), 422, "key-reused")
    assert len(listed(room)) == 1


def test_an_unknown_appeal_or_document_is_told(room: Room) -> None:
    room.notified()
    refused(send(room, DIRECTORATE, appeal=str(new_id())), 404, "unknown-appeal")
    refused(Answer.of(opened(room, str(new_id()), DOCTOR)), 404, "unknown-document")
    body = {"reason": "Feil."}
    nowhere = room.post(f"/documents/{new_id()}/withdraw", DOCTOR, body)
    refused(nowhere, 404, "unknown-document")


def test_withdrawn_it_stays_listed_and_is_not_taken_from_those_who_had_it(room: Room) -> None:
    appeal = appealed(room)
    early = sent(room, appeal=appeal)
    why = {"reason": "Feil dokument."}
    refused(room.post(f"/documents/{early}/withdraw", DIRECTORATE, why), 403, "sent-by-another")
    room.done(f"/documents/{early}/withdraw", DOCTOR, why)
    assert "says" in room.done(f"/documents/{early}/withdraw", DOCTOR, why)
    forwarded(room, appeal)
    late = sent(room, appeal=appeal)
    room.done(f"/documents/{late}/withdraw", DOCTOR, why)
    for who in (DOCTOR, DIRECTORATE, BOARD):
        lines = listed(room, who)
        assert [lines[one]["withdrawnOn"] for one in (early, late)] == ["2026-04-20"] * 2
    assert opened(room, early, DIRECTORATE).data == PLAIN
    # The body that had not seen it when it was withdrawn never does.
    refused(Answer.of(opened(room, early, BOARD)), 409, "document-withdrawn")
    assert opened(room, late, BOARD).data == PLAIN
    refused(Answer.of(opened(room, late, DOCTOR)), 409, "document-withdrawn")
    assert opened(room, early, AUDIT, Reason="Tilsyn").data == PLAIN
    words = [one["text"] for one in room.town.get(f"{room.path}/words", *BOARD).json["items"]]
    assert words.count(why["reason"]) == 3


def test_a_document_sent_is_not_recorded_in_error_but_withdrawn(room: Room) -> None:
    room.notified()
    document = sent(room)
    version = room.trail()["version"]
    body = {"reason": "Feil."}
    for who in (DOCTOR, DIRECTORATE):
        refused(room.post(f"/facts/{version}/correct", who, body), 409, "document-stands")
    wrong = sent(room, DIRECTORATE, sentBy=room.town.people["doctor"])
    version = room.trail()["version"]
    refused(room.post(f"/facts/{version}/correct", DOCTOR, body), 409, "document-stands")
    room.done(f"/facts/{version}/correct", DIRECTORATE, body)
    assert list(listed(room)) == [document]
    refused(Answer.of(opened(room, wrong, DIRECTORATE)), 404, "unknown-document")
