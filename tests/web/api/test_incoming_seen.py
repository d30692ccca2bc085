"""What came in over HTTP: whose inbox it is in, who sees it, and who may do what with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from application.ids import new_id
from application.people.service import EnterPerson
from tests.support.town import TODAY, Town
from tests.web.api.inbox import (
    AUDIT,
    HELSEKLAGE,
    LEADER,
    SENT_ON,
    WORDS,
    a_refusal,
    act,
    inbox,
    listed,
    placing,
    sent,
)
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room
from tests.web.api.test_refusals import nothing_recorded


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        yield found


def test_a_leader_has_the_inbox_of_the_establishment_alone(room: Room) -> None:
    here = sent(
        room, date(2026, 4, 20), to="establishment", organisation=str(room.town.organisation)
    )
    ours = {"Acting_For": str(room.town.organisation)}
    assert inbox(room, LEADER, **ours) == [here.removeprefix("/incoming/")]
    unknown = sent(room, date(2026, 4, 20), to="establishment", organisation=str(new_id()))
    assert unknown.removeprefix("/incoming/") not in inbox(room, LEADER, **ours)
    assert unknown.removeprefix("/incoming/") in inbox(room, DIRECTORATE)
    assert room.town.get("/incoming", *LEADER).json["code"] == "acting-for-missing"
    room.town.done(f"{here}/redirect", *LEADER, SENT_ON, **ours)
    assert inbox(room, LEADER, **ours) == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"words": "  "}, "words"),
        ({"words": WORDS, "receivedOn": "2026-05-05"}, "receivedOn"),
        ({"words": WORDS, "sentOn": "2026-05-02", "receivedOn": "2026-05-01"}, "sentOn"),
        ({"words": WORDS, "sender": str(new_id())}, "sender"),
    ],
)
def test_what_an_official_enters_is_asked_about(room: Room, body: Any, field: str) -> None:
    room.town.clock.day = date(2026, 5, 4)
    with nothing_recorded(room.town):
        refused = act(room, "/incoming", DIRECTORATE, body)
    assert refused.status_code == 400
    assert field in (refused.json.get("field"), *refused.json.get("errors", {}))


def test_it_is_sent_on_to_another_inbox_and_by_those_who_have_it(room: Room) -> None:
    here = sent(room, date(2026, 4, 20))
    refused = act(room, f"{here}/redirect", HELSEKLAGE, SENT_ON | {"to": "establishment"})
    assert (refused.status_code, refused.json["code"]) == (400, "no-inbox-there")
    assert refused.json["basis"][0]["section"] == "11"
    same = act(room, f"{here}/redirect", HELSEKLAGE, SENT_ON | {"to": "helseklage"})
    assert (same.status_code, same.json["code"]) == (400, "there-already")
    other = act(room, f"{here}/redirect", BOARD, SENT_ON)
    assert (other.status_code, other.json["code"]) == (403, "other-instance")


def test_nobody_handles_what_they_sent_themselves(room: Room) -> None:
    body = {"words": WORDS, "to": "directorate"}
    made = room.town.done("/incoming", "directorate", "doctor", body)["made"]
    for path, said in (("redirect", SENT_ON | {"to": "helseklage"}), ("place", placing(room))):
        with nothing_recorded(room.town):
            refused = act(room, f"/incoming/{made}/{path}", DIRECTORATE, said)
        assert (refused.status_code, refused.json["code"]) == (403, "own-case")


def test_who_may_see_it_and_read_it(room: Room) -> None:
    here = sent(room, date(2026, 4, 20))

    def asked(path: str, who: tuple[str, str], **more: str) -> tuple[int, str | None]:
        answer = room.town.get(f"{here}{path}", *who, **more)
        return answer.status_code, answer.json.get("code")

    assert asked("", HELSEKLAGE) == (200, None)
    assert asked("", BOARD) == (403, "other-instance")
    assert asked("", ("stranger", "doctor")) == (404, "unknown-case")
    assert asked("", ("stranger", "helseklage-officer")) == (404, "unknown-case")
    assert asked("/words", AUDIT) == (400, "reason-missing")
    assert asked("/words", AUDIT, Reason="Tilsyn 26/4") == (200, None)
    room.town.done(f"{here}/redirect", *HELSEKLAGE, SENT_ON)
    # Whoever had it sees what became of it, and no more.
    assert asked("", HELSEKLAGE) == (200, None)
    assert asked("/words", HELSEKLAGE) == (403, "other-instance")
    assert asked("/words", DIRECTORATE) == (200, None)
    assert asked("/openings", DIRECTORATE) == (403, "role-not-permitted")
    assert asked("/openings", AUDIT) == (200, None)
    noted = room.town.get(f"{here}/openings", *DOCTOR).json["items"]
    assert [one["actingAs"] for one in noted] == [
        "auditor",
        "directorate-officer",
        "directorate-officer",
    ]
    assert (noted[0]["reason"], noted[1]["reason"]) == ("Tilsyn 26/4", None)
    assert room.town.get("/incoming", *DOCTOR).json["code"] == "role-not-permitted"


def test_no_office_is_claimed_to_enter_what_came(room: Room) -> None:
    with nothing_recorded(room.town):
        refused = act(room, "/incoming", ("stranger", "directorate-officer"), {"words": WORDS})
    assert (refused.status_code, refused.json["code"]) == (403, "role-not-held")


def test_one_entered_twice_still_has_what_they_sent(room: Room) -> None:
    room.town.clock.day, double = TODAY, new_id()
    room.town.services.people.enter_unasked(EnterPerson(person=double, name="Doctor"))
    there = replace(room, town=replace(room.town, people={**room.town.people, "double": double}))
    made = there.town.done("/incoming", "double", "doctor", {"words": WORDS})["made"]
    assert listed(room, "/me/incoming", DOCTOR) == []
    merge = {"double": double, "into": room.town.people["doctor"]}
    room.town.done("/people/merge", "operator", "system-administrator", merge)
    assert [one["incoming"] for one in listed(room, "/me/incoming", DOCTOR)] == [made]
    texts = room.town.get(f"/incoming/{made}/words", *DOCTOR).json["items"]
    assert [one["text"] for one in texts] == [WORDS]
    room.town.done(f"/incoming/{made}/place", *DIRECTORATE, placing(room))
    (appeal,) = room.trail()["appeals"]
    assert appeal["stage"] != "awaiting-authority"
