"""Documents from those without authority, over HTTP: kept sealed, seen, and taken into the case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from application.ids import new_id
from tests.support.documents import NUMBER
from tests.support.forms import PLAIN
from tests.support.town import Answer, Town
from tests.web.api.inbox import AUDIT, HELSEKLAGE, SENT_ON, a_refusal, listed, placing
from tests.web.api.test_case_documents import NAME, send
from tests.web.api.test_case_documents import listed as documents
from tests.web.api.test_case_documents import opened as opened_in_case
from tests.web.api.test_docket import docket
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room
from tests.web.api.test_refusals import nothing_recorded, refused
from tests.web.api.test_represented import BY, let_in

SCOPES = ("plan", "grounds")
"""A power of attorney that does not cover the decision."""


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        found.town.clock.day = date(2026, 4, 10)
        yield found


def kept(room: Room, who: tuple[str, str] = BY, **more: Any) -> dict[str, Any]:
    """Return the receipt of a document that waits: its reference and the document's id."""
    answer = send(room, who, **more)
    assert answer.status_code == 201, answer.json
    receipt: dict[str, Any] = answer.json
    return receipt


def opened(room: Room, receipt: dict[str, Any], who: tuple[str, str], **more: str) -> Any:
    path = f"/api/v1/incoming/{receipt['caseId']}/document"
    return room.town.client.get(path, headers=room.town.headers(*who, **more))


def take_in(room: Room, receipt: dict[str, Any], **more: Any) -> Any:
    path = f"/incoming/{receipt['caseId']}/take-in"
    return room.town.done(path, *DIRECTORATE, placing(room, **more))


def line(room: Room, receipt: dict[str, Any], who: tuple[str, str] = DIRECTORATE) -> Any:
    found = [one for one in listed(room, "/incoming", who) if one["incoming"] == receipt["caseId"]]
    return found[0] if found else None


def card(room: Room, receipt: dict[str, Any]) -> Any:
    """Return what the sender sees of it."""
    found = listed(room, "/me/incoming", BY)
    return next(one for one in found if one["incoming"] == receipt["caseId"])


def test_it_waits_for_authority_and_is_seen_by_who_has_it_and_who_sent_it(room: Room) -> None:
    let_in(room, *SCOPES)
    before = room.trail()["version"]
    receipt = kept(room)
    assert room.trail()["version"] == before
    assert documents(room) == {}
    waits = line(room, receipt)
    assert (waits["because"], waits["receivedOn"], waits["document"], waits["authorityOn"]) == (
        "without-authority",
        "2026-04-10",
        receipt["made"],
        None,
    )
    for who in (DIRECTORATE, BY, ("stranger", "doctor")):
        answer = opened(room, receipt, who)
        assert (answer.data, answer.mimetype) == (PLAIN, "text/plain")
        assert NAME in answer.headers["Content-Disposition"]
    own = card(room, receipt)
    assert own["recordedAt"] is not None
    assert own["document"] == {
        "document": receipt["made"],
        "mediaType": "text/plain",
        "sizeInBytes": len(PLAIN),
        "namesNoPatient": True,
    }
    refused(Answer.of(opened(room, receipt, BOARD)), 403, "other-instance")
    refused(Answer.of(opened(room, receipt, DOCTOR)), 404, "unknown-case")
    refused(Answer.of(opened(room, receipt, AUDIT)), 400, "reason-missing")
    assert opened(room, receipt, AUDIT, Reason="Tilsyn 26/4").data == PLAIN
    path = f"/incoming/{receipt['caseId']}/openings"
    noted = room.town.get(path, "stranger", "doctor").json["items"]
    assert [(one["actingAs"], one["field"]) for one in noted][:2] == [
        ("directorate-officer", "name"),
        ("directorate-officer", "content"),
    ]
    assert noted[-1]["reason"] == "Tilsyn 26/4"


def test_when_authority_is_shown_it_becomes_one_of_the_cases_documents(room: Room) -> None:
    receipt = kept(room)
    assert line(room, receipt)["because"] == "unknown-decision"
    room.town.clock.day = date(2026, 4, 24)
    let_in(room, "decisions", firstDay="2026-04-24")
    assert line(room, receipt)["authorityOn"] == "2026-04-24"
    take_in(room, receipt)
    (taken,) = documents(room).values()
    assert (taken["document"], taken["receivedOn"], taken["sentBy"], taken["enteredBy"]) == (
        receipt["made"],
        "2026-04-10",
        room.town.people["stranger"],
        room.town.people["directorate"],
    )
    assert (taken["own"], taken["internal"], taken["instance"]) == (False, False, "directorate")
    for who in (DOCTOR, BY, DIRECTORATE):
        assert opened_in_case(room, receipt["made"], who).data == PLAIN
    words = room.town.get(f"{room.path}/words", *DOCTOR).json["items"]
    assert NAME in [one["text"] for one in words]
    assert "see-document" in [one["waitsFor"] for one in docket(room, DIRECTORATE)]
    assert line(room, receipt) is None
    own = card(room, receipt)
    assert (own["stage"], own["proceeding"], own["appeal"]) == (
        "placed",
        room.path.removeprefix("/proceedings/"),
        None,
    )
    again = room.town.post(f"/incoming/{receipt['caseId']}/take-in", *DIRECTORATE, placing(room))
    refused(again, 409, "dealt-with")


def test_it_goes_with_the_appeal_it_was_sent_to_or_the_one_the_official_names(room: Room) -> None:
    appeal = str(room.done("/appeals", DOCTOR, {"grounds": "Uenig."})["made"])
    first, second, third = (kept(room, appeal=one) for one in (appeal, new_id(), new_id()))
    take_in(room, first)
    take_in(room, second)
    take_in(room, third, appeal=appeal)
    assert [documents(room)[one["made"]]["appeal"] for one in (first, second, third)] == [
        appeal,
        None,
        appeal,
    ]


def test_the_same_sent_again_is_the_same_and_another_is_another(room: Room) -> None:
    key = {"Idempotency-Key": "vedlegg"}
    first, again = send(room, BY, headers=key), send(room, BY, headers=key)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json["made"] == first.json["made"]
    assert kept(room)["made"] != first.json["made"]


def test_what_is_no_file_that_is_taken_is_refused_from_anybody(room: Room) -> None:
    with nothing_recorded(room.town):
        refused(send(room, BY, patientsNotNamed="false"), 422, "rule-broken")
        number: dict[str, Any] = {"content": NUMBER.encode(), "patientsNotNamed": "false"}
        refused(send(room, BY, **number), 422, "rule-broken")


def test_it_is_taken_in_where_it_is_and_by_nobody_who_sent_it(room: Room) -> None:
    receipt = kept(room)
    path = f"/incoming/{receipt['caseId']}"
    own = kept(room, ("directorate", "doctor"))
    words = room.town.done("/incoming", *DOCTOR, {"words": "Hei.", "to": "directorate"})
    with nothing_recorded(room.town):
        refused(room.town.post(f"{path}/take-in", *BOARD, placing(room)), 403, "role-not-permitted")
        refused(
            room.town.post(f"{path}/take-in", *DOCTOR, placing(room)), 403, "role-not-permitted"
        )
        mine = room.town.post(f"/incoming/{own['caseId']}/take-in", *DIRECTORATE, placing(room))
        refused(mine, 403, "own-case")
        refused(room.town.post(f"{path}/place", *DIRECTORATE, placing(room)), 409, "is-a-document")
        wordy = room.town.post(f"/incoming/{words['caseId']}/take-in", *DIRECTORATE, placing(room))
        refused(wordy, 409, "not-a-document")
        nowhere = placing(room, appeal=new_id())
        refused(room.town.post(f"{path}/take-in", *DIRECTORATE, nowhere), 404, "unknown-appeal")
        none = room.town.get(f"/incoming/{words['caseId']}/document", *DIRECTORATE)
        refused(none, 409, "not-a-document")
    room.town.done(f"{path}/redirect", *DIRECTORATE, SENT_ON | {"to": "helseklage"})
    with nothing_recorded(room.town):
        away = room.town.post(f"{path}/take-in", *DIRECTORATE, placing(room))
        refused(away, 403, "other-instance")
    assert opened(room, receipt, HELSEKLAGE).data == PLAIN


def test_taken_in_by_mistake_it_is_taken_out_and_waits_again(room: Room) -> None:
    receipt, why = kept(room), {"reason": "Feil sak."}
    take_in(room, receipt)
    at = room.trail()["version"]
    waits = f"/incoming/{receipt['caseId']}/facts/3/correct"
    refused(room.town.post(waits, *DIRECTORATE, why), 409, "corrected-in-the-proceeding")
    room.done(f"/facts/{at}/correct", DIRECTORATE, why)
    room.town.done(waits, *DIRECTORATE, why)
    assert documents(room) == {}
    assert line(room, receipt)["document"] == receipt["made"]
    take_in(room, receipt)
    assert opened_in_case(room, receipt["made"], DOCTOR).data == PLAIN


def test_of_an_unknown_case_it_waits_in_the_same_way(room: Room) -> None:
    elsewhere = Room(town=room.town, plan=room.plan, path=f"/proceedings/{new_id()}")
    receipt = kept(elsewhere)
    assert line(room, receipt)["because"] == "unknown-decision"
    take_in(room, receipt)
    assert documents(room).keys() == {receipt["made"]}


def test_an_official_of_another_body_is_told_that_it_is_not_theirs(room: Room) -> None:
    with nothing_recorded(room.town):
        refused(send(room, BOARD), 403, "other-instance")
        refused(send(room, AUDIT), 403, "role-not-permitted")
