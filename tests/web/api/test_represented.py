"""One with power of attorney over decisions: acts for the doctor in the case, and in no other way.

What is sent without it waits for a person, and mended it keeps its day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.support.forms import PLAIN
from tests.support.town import Answer, Town
from tests.web.api.inbox import a_refusal, listed, placing
from tests.web.api.test_case_documents import listed as documents
from tests.web.api.test_case_documents import opened, send, sent
from tests.web.api.test_docket import docket
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room
from tests.web.api.test_refusals import nothing_recorded, refused

BY = ("stranger", "representative")


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        found.town.clock.day = date(2026, 4, 10)
        yield found


def let_in(room: Room, *scopes: str, **days: str) -> None:
    body = {"person": room.town.people["stranger"], "scopes": scopes, "firstDay": "2026-04-01"}
    room.town.done(f"{room.plan}/representatives", *DOCTOR, body | days)


def ended(room: Room, last_day: str) -> None:
    person = room.town.people["stranger"]
    path = f"{room.plan}/representatives/{person}/revoke"
    room.town.done(path, *DOCTOR, {"lastDay": last_day})


def waiting(room: Room) -> dict[str, Any]:
    """Return what waits in the inbox of the Directorate, by its reference."""
    return {one["incoming"]: one for one in listed(room, "/incoming", DIRECTORATE)}


def test_it_appeals_and_the_appellant_is_the_doctor(room: Room) -> None:
    let_in(room, "decisions")
    appeal = room.done("/appeals", BY, {"grounds": "Uenig.", "appellant": None})["made"]
    (line,) = room.trail(BY)["appeals"]
    assert (line["appeal"], line["appellant"], line["sentBy"]) == (
        appeal,
        room.town.people["doctor"],
        room.town.people["stranger"],
    )
    assert (line["verdict"], line["stage"]) == ("in-time", "first-instance")
    assert room.told()[-1] == "An appeal came in on 2026-04-10 (in time)"


def test_it_speaks_reads_and_withdraws_for_the_doctor(room: Room) -> None:
    let_in(room, "decisions")
    room.done("/reasons/demand", BY, {"demandedOn": "2026-04-01"})
    # A party's own is made the day it is sent, whatever day it says.
    assert room.trail(BY)["rulings"][0]["reasonsDemandedOn"] == ["2026-04-10"]
    room.done("/comments", BY, {"text": "Se vedlegget.", "receivedOn": "2026-04-01"})
    comments = room.trail(BY)["preparation"]["comments"]
    assert [one["receivedOn"] for one in comments] == ["2026-04-10"]
    room.done("/access", BY, {"text": "Alt."})
    question = {"reason": "Gift med søkeren.", "demandsSuperior": True}
    room.done("/impartiality", BY, question)
    document = sent(room, BY)
    assert documents(room, DIRECTORATE)[document]["sentBy"] == room.town.people["stranger"]
    assert opened(room, document, BY).data == PLAIN
    words = room.town.get(f"{room.path}/words", *BY).json["items"]
    assert "Se vedlegget." in [one["text"] for one in words]
    appeal = room.done("/appeals", BY, {"grounds": "Uenig."})["made"]
    room.done(f"/appeals/{appeal}/withdraw", BY)
    assert room.trail(BY)["appeals"][0]["stage"] == "withdrawn"


def test_it_says_whether_the_rest_is_maintained(room: Room) -> None:
    let_in(room, "decisions")
    appeal = room.done("/appeals", BY)["made"]
    changed = {"outcome": "partly-changed", "text": "Delvis."}
    room.done(f"/appeals/{appeal}/review", DIRECTORATE, changed)
    room.done(f"/appeals/{appeal}/rest", BY, {"maintained": True})
    assert room.trail(BY)["appeals"][0]["stage"] == "maintained"


def test_it_decides_nothing(room: Room) -> None:
    let_in(room, "decisions", "plan", "grounds")
    with nothing_recorded(room.town):
        decided = room.post("/decide", BY, {"outcome": "granted", "text": "Innvilget."})
        refused(decided, 403, "role-not-permitted")
        refused(room.town.get(f"{room.path}/openings", *BY), 403, "role-not-permitted")


@pytest.mark.parametrize(
    ("path", "body", "says"),
    [
        ("/appeals", {"grounds": "Uenig i avslaget."}, "Uenig i avslaget."),
        ("/comments", {"text": "Se her."}, "Se her."),
        ("/reasons/demand", {}, "Krever begrunnelse"),
        ("/access", {"text": "Alt."}, "Krever innsyn i saken. Alt."),
        ("/impartiality", {"reason": "Gift."}, "inhabil. Gift."),
        ("/withdraw", {"reason": "Flytter."}, "Trekker søknaden. Flytter."),
        ("/appeals/{appeal}/withdraw", {}, "Trekker klagen"),
        ("/appeals/{appeal}/rest", {"maintained": False}, "Opprettholder ikke resten"),
        pytest.param("/costs", {"amount": 5000}, "sakskostnader", id="costs"),
        pytest.param("/deferrals", {}, "utsatt iverksetting", id="deferral"),
    ],
)
def test_without_that_scope_what_is_said_waits_in_the_inbox(
    room: Room, path: str, body: dict[str, Any], says: str
) -> None:
    let_in(room, "plan", "grounds")
    appeal = room.done("/appeals", DOCTOR, {"grounds": "Uenig."})["made"]
    before = room.trail()["version"]
    made = room.done(path.format(appeal=appeal), BY, body)["caseId"]
    assert room.trail()["version"] == before
    assert waiting(room)[made]["because"] == "without-authority"
    texts = room.town.get(f"/incoming/{made}/words", *DIRECTORATE).json["items"]
    assert any(says in one["text"] for one in texts)
    own = room.town.get("/me/incoming", "stranger", "representative").json["items"]
    assert made in [one["incoming"] for one in own]


def test_without_that_scope_a_document_waits_and_nothing_is_read(room: Room) -> None:
    let_in(room, "plan", "grounds")
    sent(room, BY)
    assert documents(room, DIRECTORATE) == {}
    with nothing_recorded(room.town):
        refused(room.town.get(room.path, *BY), 403, "out-of-scope")
        refused(room.town.get(f"{room.path}/words", *BY), 403, "out-of-scope")


def test_once_it_ended_what_is_sent_waits_and_nothing_is_told(room: Room) -> None:
    let_in(room, "decisions")
    document = sent(room, BY)
    ended(room, "2026-04-12")
    room.town.clock.day = date(2026, 4, 12)
    assert room.town.get(room.path, *BY).status_code == 200
    room.town.clock.day = date(2026, 4, 13)
    for path in ("", "/words", f"/documents/{document}"):
        refused(room.town.get(room.path + path, *BY), 404, "unknown-case")
    kept = send(room, BY)
    assert kept.status_code == 201
    assert waiting(room)[kept.json["caseId"]]["document"] == kept.json["made"]
    made = room.done("/appeals", BY, {"grounds": "Uenig."})["caseId"]
    assert room.trail()["appeals"] == []
    assert waiting(room)[made]["because"] == "unknown-decision"
    # What was sent while it lasted was the doctor's all along.
    room.done(f"/documents/{document}/withdraw", DOCTOR, {"reason": "Ikke mitt."})


def test_authority_given_afterwards_shows_on_the_docket_and_the_appeal_keeps_its_day(
    room: Room,
) -> None:
    """L-FVL-06, R-APP-03: sent in time by one who had no authority, mended after the time."""
    room.town.clock.day = date(2026, 4, 20)
    made = room.done("/appeals", BY, {"grounds": "Uenig."})["caseId"]
    room.town.clock.day = date(2026, 4, 24)
    room.town.done(f"/incoming/{made}/place", *DIRECTORATE, placing(room))
    (line,) = room.trail()["appeals"]
    assert (line["stage"], line["receivedOn"]) == ("awaiting-authority", "2026-04-20")
    (waits,) = docket(room, DIRECTORATE)
    assert (waits["waitsFor"], waits["authorityOn"]) == ("have-mended", None)
    let_in(room, "plan", firstDay="2026-04-24")
    (waits,) = docket(room, DIRECTORATE)
    assert waits["authorityOn"] is None
    let_in(room, "decisions", firstDay="2026-04-24")
    (waits,) = docket(room, DIRECTORATE)
    assert (waits["waitsFor"], waits["authorityOn"]) == ("have-mended", "2026-04-24")
    room.done(f"/appeals/{made}/mend", DIRECTORATE, {"defects": ["authority"]})
    (line,) = room.trail(BY)["appeals"]
    assert (line["stage"], line["verdict"], line["receivedOn"]) == (
        "first-instance",
        "in-time",
        "2026-04-20",
    )
    (waits,) = docket(room, DIRECTORATE)
    assert waits["waitsFor"] == "review"


def test_what_is_not_theirs_to_withdraw(room: Room) -> None:
    let_in(room, "decisions")
    own, doctors = sent(room, BY), sent(room)
    why = {"reason": "Feil."}
    tried = room.post(f"/documents/{doctors}/withdraw", BY, why)
    assert tried.json["says"].startswith("The document is another's; nothing was withdrawn.")
    assert documents(room)[doctors]["withdrawnOn"] is None
    room.done(f"/documents/{own}/withdraw", BY, why)
    refused(Answer.of(opened(room, own, BOARD)), 403, "other-instance")
