"""Whose room a document is in: what each instance keeps to itself, told for each pair of roles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.support.forms import PLAIN
from tests.support.projecting import projecting
from tests.support.town import Answer, Town
from tests.web.api.test_case_documents import (
    AUDIT,
    appealed,
    forwarded,
    listed,
    opened,
    send,
    sent,
)
from tests.web.api.test_docket import docket
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room, applied
from tests.web.api.test_refusals import nothing_recorded, refused

ALL = (DOCTOR, DIRECTORATE, BOARD, AUDIT)
WHY = {"reason": "Lagt ved feil sak."}


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with projecting(aasnes.addresses.application):
        yield applied(aasnes)


def traces(room: Room, document: str, name: str, who: tuple[str, str]) -> set[str]:
    """Return in which ways somebody comes to know of a document."""
    trail = room.trail(who)
    version = next(
        one["version"] for one in room.trail(AUDIT)["documents"] if one["document"] == document
    )
    reason = {"Reason": "Tilsyn"} if who == AUDIT else {}
    words = room.town.get(f"{room.path}/words", *who, **reason).json["items"]
    found = {
        "listed": document in [one["document"] for one in trail["documents"]],
        "stepped": version in [one["version"] for one in trail["steps"]],
        "named": name in [one["text"] for one in words],
        "opened": opened(room, document, who, **reason).status_code == 200,
    }
    return {way for way, known in found.items() if known}


EVERY_WAY = {"listed", "stepped", "named", "opened"}


@pytest.mark.parametrize(
    ("by", "form", "seen_by"),
    [
        (DOCTOR, {}, {DOCTOR, DIRECTORATE, BOARD, AUDIT}),
        (DIRECTORATE, {}, {DOCTOR, DIRECTORATE, BOARD, AUDIT}),
        (BOARD, {}, {DOCTOR, DIRECTORATE, BOARD, AUDIT}),
        (DIRECTORATE, {"internal": "true"}, {DIRECTORATE, AUDIT}),
        (BOARD, {"internal": "true"}, {BOARD, AUDIT}),
    ],
    ids=["a-party", "first-instance", "appeal-body", "internal-of-first", "internal-of-body"],
)
def test_who_knows_of_what(
    room: Room, by: tuple[str, str], form: dict[str, Any], seen_by: set[tuple[str, str]]
) -> None:
    forwarded(room, appealed(room))
    name = f"notat-{by[0]}-{len(form)}.txt"
    document = sent(room, by, file_name=name, **form)
    for who in ALL:
        assert traces(room, document, name, who) == (EVERY_WAY if who in seen_by else set()), who


def test_an_internal_document_is_not_there_for_those_it_is_kept_from(room: Room) -> None:
    appeal = appealed(room)
    forwarded(room, appeal)
    of_first = sent(room, DIRECTORATE, internal="true")
    of_body = sent(room, BOARD, internal="true")
    for document, others in ((of_first, (DOCTOR, BOARD)), (of_body, (DOCTOR, DIRECTORATE))):
        for who in others:
            refused(Answer.of(opened(room, document, who)), 404, "unknown-document")
            with nothing_recorded(room.town):
                withdrawn = room.post(f"/documents/{document}/withdraw", who, WHY)
                refused(withdrawn, 404, "unknown-document")
                noted = room.post(f"/documents/{document}/note", who)
                refused(noted, 404, "unknown-document")
    with nothing_recorded(room.town):
        body = {"appeal": appeal}
        stolen = room.post(f"/documents/{of_body}/forward", DIRECTORATE, body)
        refused(stolen, 404, "unknown-document")
        by_body = room.post(f"/documents/{of_body}/forward", BOARD, body)
        refused(by_body, 403, "role-not-permitted")


def test_the_openings_of_an_internal_document_are_in_its_room(room: Room) -> None:
    forwarded(room, appealed(room))
    document = sent(room, DIRECTORATE, internal="true")
    assert opened(room, document, DIRECTORATE).data == PLAIN

    def places(who: tuple[str, str]) -> set[int]:
        noted = room.town.get(f"{room.path}/openings", *who).json["items"]
        return {one["version"] for one in noted}

    (line,) = [one for one in listed(room, AUDIT).values() if one["internal"]]
    assert line["version"] in places(AUDIT)
    assert line["version"] not in places(DOCTOR)


def test_an_internal_document_forwarded_with_the_case_is_the_bodys_as_well(room: Room) -> None:
    appeal = appealed(room)
    with_the_case, after_it, kept = (
        sent(room, DIRECTORATE, internal="true", file_name=f"{name}.txt")
        for name in ("saksnotat", "tillegg", "utkast")
    )
    early = room.post(f"/documents/{after_it}/forward", DIRECTORATE, {"appeal": appeal})
    refused(early, 409, "appeal-in-wrong-stage")
    forwarded(room, appeal, documents=[with_the_case])
    room.done(f"/documents/{after_it}/forward", DIRECTORATE, {"appeal": appeal})
    again = room.post(f"/documents/{after_it}/forward", DIRECTORATE, {"appeal": appeal})
    refused(again, 409, "document-seen-already")
    assert listed(room, BOARD)[with_the_case]["forwardedTo"] == ["personnel-board"]
    for document, name in ((with_the_case, "saksnotat.txt"), (after_it, "tillegg.txt")):
        assert traces(room, document, name, BOARD) == EVERY_WAY
        assert traces(room, document, name, DOCTOR) == set()
    assert traces(room, kept, "utkast.txt", BOARD) == set()


def test_an_unknown_document_is_not_forwarded_and_neither_is_the_case(room: Room) -> None:
    appeal = appealed(room)
    room.done(
        f"/appeals/{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."}
    )
    with nothing_recorded(room.town):
        body = {"to": "personnel-board", "documents": [appeal]}
        told = refused(
            room.post(f"/appeals/{appeal}/forward", DIRECTORATE, body), 404, "unknown-document"
        )
    assert told["field"] == "document"


def test_a_partys_document_is_internal_to_nobody(room: Room) -> None:
    room.notified()
    doctor = room.town.people["doctor"]
    forms: list[tuple[tuple[str, str], dict[str, Any]]] = [
        (DOCTOR, {}),
        (DIRECTORATE, {"sentBy": doctor}),
    ]
    for who, form in forms:
        with nothing_recorded(room.town):
            told = refused(send(room, who, internal="true", **form), 400, "not-internal")
        assert (told["rule"], told["field"]) == ("L-FVL-15", "internal")


def test_the_appeal_body_enters_nothing_before_the_case_is_with_it(room: Room) -> None:
    appeal = appealed(room)
    with nothing_recorded(room.town):
        refused(send(room, BOARD, appeal=appeal), 403, "other-instance")
    forwarded(room, appeal)
    assert send(room, BOARD, appeal=appeal).status_code == 201


def test_what_changed_in_anothers_room_is_no_change_here(room: Room) -> None:
    """If-Match: an internal note neither stops the party nor tells that it is there."""
    room.notified()
    seen = room.trail()["version"]
    sent(room, DIRECTORATE, internal="true")
    room.town.done(f"{room.path}/comments", *DOCTOR, {"text": "Uenig."}, If_Match=f'"{seen}"')
    stopped = room.post("/comments", DOCTOR, {"text": "Mer."}, If_Match=f'"{seen}"')
    refused(stopped, 412, "case-changed")
    tags = [one["fact"] for one in stopped.json["changes"]]
    assert tags == ["proceeding.comments-received"]


def test_an_internal_document_is_withdrawn_by_its_own_office(room: Room) -> None:
    forwarded(room, appealed(room))
    document = sent(room, BOARD, internal="true")
    room.done(f"/documents/{document}/withdraw", BOARD, WHY)
    assert opened(room, document, BOARD).data == PLAIN
    assert document not in listed(room, DIRECTORATE)
    texts = room.town.get(f"{room.path}/words", *DIRECTORATE).json["items"]
    assert WHY["reason"] not in [one["text"] for one in texts]


def test_what_a_party_sends_to_a_closed_case_waits_with_who_has_it(room: Room) -> None:
    """It opens nothing again, and is there until somebody has seen it."""
    appeal = appealed(room)
    room.done(f"/appeals/{appeal}/withdraw", DOCTOR)
    room.town.clock.day = date(2026, 5, 4)
    room.done("/close", DIRECTORATE)
    assert docket(room, DIRECTORATE) == []
    document = sent(room)
    own = sent(room, DIRECTORATE)
    (line,) = docket(room, DIRECTORATE)
    assert (line["waitsFor"], line["since"], line["legalBy"]) == (
        "see-document",
        "2026-05-04",
        None,
    )
    assert room.trail()["closedOn"] == "2026-05-04"
    told = room.told()
    room.done(f"/documents/{document}/note", DIRECTORATE)
    assert docket(room, DIRECTORATE) == []
    assert (room.told(), listed(room)[document]["notedOn"]) == (told, "2026-05-04")
    for one in (document, own):
        refused(room.post(f"/documents/{one}/note", DIRECTORATE), 409, "document-waits-for-nobody")


def test_what_came_waits_with_the_body_that_has_the_appeal_until_it_has_decided(
    room: Room,
) -> None:
    appeal = appealed(room)
    early = sent(room, appeal=appeal)
    assert sorted(one["waitsFor"] for one in docket(room, DIRECTORATE)) == [
        "review",
        "see-document",
    ]
    forwarded(room, appeal)
    late = sent(room, appeal=appeal)
    assert docket(room, DIRECTORATE) == []
    waiting = docket(room, BOARD)
    assert sorted((one["waitsFor"], one["appeal"]) for one in waiting) == [
        ("hear", appeal),
        ("see-document", appeal),
    ]
    for document, who, named in (
        (late, DIRECTORATE, "National Board for Health Personnel"),
        (early, DIRECTORATE, "National Board for Health Personnel"),
    ):
        told = refused(room.post(f"/documents/{document}/note", who), 403, "other-instance")
        assert named in told["detail"]
    heard = {"outcome": "upheld", "text": "Ikke medhold."}
    room.done(f"/appeals/{appeal}/decide", BOARD, heard)
    assert "see-document" not in [one["waitsFor"] for one in docket(room, BOARD)]
