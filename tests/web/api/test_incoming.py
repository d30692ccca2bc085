"""What finds no case over HTTP: taken in with a receipt, sent on, placed or set aside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from application.ids import new_id
from tests.support.town import Town
from tests.web.api.inbox import (
    HELSEKLAGE,
    SENT_ON,
    WORDS,
    a_refusal,
    act,
    inbox,
    listed,
    placing,
    sent,
)
from tests.web.api.test_proceedings import DIRECTORATE, DOCTOR, Room
from tests.web.api.test_refusals import nothing_recorded


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with a_refusal(aasnes) as found:
        yield found


def test_r_app_02_an_appeal_addressed_to_helseklage_directly(room: Room) -> None:
    """9.3, R-APP-02: registered, routed to Helsedirektoratet; the date is for a person."""
    here = sent(room, date(2026, 4, 20))
    reference = here.removeprefix("/incoming/")
    assert reference in inbox(room, HELSEKLAGE)
    assert reference not in inbox(room, DIRECTORATE)
    room.town.clock.day = date(2026, 4, 24)
    (line,) = [one for one in listed(room, "/incoming", HELSEKLAGE) if one["incoming"] == reference]
    assert (line["receivedOn"], line["daysWaited"]) == ("2026-04-20", 4)
    early = act(room, f"{here}/place", DIRECTORATE, placing(room))
    assert (early.status_code, early.json["code"]) == (403, "other-instance")
    room.town.done(f"{here}/redirect", *HELSEKLAGE, SENT_ON)
    assert reference not in inbox(room, HELSEKLAGE)
    assert reference in inbox(room, DIRECTORATE)
    room.town.clock.day = date(2026, 4, 27)
    room.town.done(f"{here}/place", *DIRECTORATE, placing(room))
    assert reference not in inbox(room, DIRECTORATE)
    (appeal,) = room.trail()["appeals"]
    assert (appeal["appeal"], appeal["verdict"], appeal["stage"]) == (
        reference,
        "a-person-decides",
        "admissibility",
    )
    assert appeal["receivedOn"] == "2026-04-20"
    assert appeal["steps"][-1]["rule"] == "R-APP-02"
    assert "a person decides" in appeal["steps"][-1]["says"]["en"]
    assert room.told()[-1].startswith("An appeal came in on 2026-04-20")
    ground = {"ground": "in-time-after-all", "reason": "Sendt i tide til feil organ."}
    room.done(f"/appeals/{reference}/accept-late", DIRECTORATE, ground)
    assert room.trail()["appeals"][0]["stage"] == "first-instance"


def test_the_sender_has_the_receipt_and_sees_where_it_went_and_who_opened_it(room: Room) -> None:
    here = sent(room, date(2026, 4, 20))
    room.town.done(f"{here}/redirect", *HELSEKLAGE, SENT_ON)
    room.town.done(f"{here}/place", *DIRECTORATE, placing(room))
    (own,) = listed(room, "/me/incoming", DOCTOR)
    assert (own["incoming"], own["stage"], own["withBody"]) == (
        here.removeprefix("/incoming/"),
        "placed",
        "directorate",
    )
    assert own["recordedAt"] is not None
    assert own["redirected"] == [
        {"fromBody": "helseklage", "to": "directorate", "on": "2026-04-20"}
    ]
    assert room.town.get(here, *DOCTOR).json["proceeding"] == own["proceeding"]
    texts = room.town.get(f"{here}/words", *DOCTOR).json["items"]
    assert [one["text"] for one in texts] == [WORDS, SENT_ON["words"]]
    opened = room.town.get(f"{here}/openings", *DOCTOR).json["items"]
    assert (opened[0]["actingAs"], opened[0]["field"]) == ("directorate-officer", "words")
    grounds = room.town.get(f"{room.path}/words", *DOCTOR).json["items"]
    assert WORDS in [one["text"] for one in grounds]


def test_in_time_at_both_bodies_is_in_time(room: Room) -> None:
    here = sent(room, date(2026, 4, 20))
    room.town.done(f"{here}/redirect", *HELSEKLAGE, SENT_ON)
    room.town.done(f"{here}/place", *DIRECTORATE, placing(room))
    (appeal,) = room.trail()["appeals"]
    assert (appeal["verdict"], appeal["stage"]) == ("in-time", "first-instance")


def test_an_appeal_over_an_unknown_decision_or_without_authority_is_taken_in(room: Room) -> None:
    """Nobody learns whether there is such a case; the same sent again is the same receipt."""
    unknown = f"/proceedings/{new_id()}/appeals"
    key = {"Idempotency_Key": f"klage-{new_id()}"}
    answer = room.town.post(unknown, *DOCTOR, {"grounds": WORDS}, **key)
    assert (answer.status_code, answer.json["caseId"]) == (201, answer.json["made"])
    again = room.town.post(unknown, *DOCTOR, {"grounds": WORDS}, **key)
    assert (again.status_code, again.json["position"]) == (200, answer.json["position"])
    assert answer.json["caseId"] in inbox(room, DIRECTORATE)
    foreign = room.town.post(f"{room.path}/appeals", "stranger", "doctor", {})
    assert foreign.status_code == 201
    assert room.trail()["appeals"] == []
    assert room.town.get(room.path, "stranger", "doctor").status_code == 404
    spoken_for = room.done("/appeals", ("supervisor", "supervisor"), {"grounds": WORDS})["caseId"]
    waiting = {one["incoming"]: one["because"] for one in listed(room, "/incoming", DIRECTORATE)}
    assert waiting[spoken_for] == "without-authority"
    assert waiting[foreign.json["caseId"]] == "unknown-decision"
    assert room.trail()["appeals"] == []
    with nothing_recorded(room.town):
        official = act(room, unknown, DIRECTORATE, {"grounds": WORDS})
    assert official.status_code == 404


def test_an_official_enters_a_letter_from_somebody_unknown_and_places_it(room: Room) -> None:
    """It keeps its own days and channel: posted on the last day, arrived after it."""
    room.town.clock.day = date(2026, 4, 27)
    letter = {
        "words": WORDS,
        "senderTold": "Kari Nordmann, Fjellvik",
        "about": "Vedtak av 31. mars",
        "sentOn": "2026-04-22",
        "receivedOn": "2026-04-24",
        "because": "unclear",
    }
    made = room.town.done("/incoming", *DIRECTORATE, letter)["made"]
    here = f"/incoming/{made}"
    wrong = {"reason": "Poststempelet er lest feil.", "receivedOn": "2026-04-24"}
    room.town.done(f"{here}/days", *DIRECTORATE, wrong | {"sentOn": "2026-04-21"})
    found = placing(room, defects=["signature"], sentByParty=True)
    room.town.done(f"{here}/place", *DIRECTORATE, found)
    (appeal,) = room.trail()["appeals"]
    assert (appeal["verdict"], appeal["stage"]) == ("in-time", "awaiting-correction")
    assert appeal["receivedOn"] == "2026-04-24"
    assert listed(room, "/me/incoming", DOCTOR) == []


def test_a_letter_of_one_not_named_here_is_not_taken_to_be_the_partys(room: Room) -> None:
    """R-APP-03: authority is never inferred; whether the party sent it an official finds."""
    room.town.clock.day = date(2026, 4, 20)
    letter = {"words": WORDS, "senderTold": "En nabo", "receivedOn": "2026-04-20"}
    made = room.town.done("/incoming", *DIRECTORATE, letter | {"because": "unclear"})["made"]
    room.town.done(f"/incoming/{made}/place", *DIRECTORATE, placing(room))
    (appeal,) = room.trail()["appeals"]
    assert appeal["stage"] == "awaiting-authority"
    named = room.town.done("/incoming", "stranger", "doctor", {"words": WORDS})["made"]
    with nothing_recorded(room.town):
        there = f"/incoming/{named}/place"
        odd = act(room, there, DIRECTORATE, placing(room, sentByParty=True))
    assert (odd.status_code, odd.json["code"]) == (400, "sender-named")


def test_what_waits_for_authority_joins_no_appeal_and_keeps_none_waiting(room: Room) -> None:
    """R-APP-03: what a stranger sent is no part of the party's appeal, in time or not."""
    room.town.clock.day = date(2026, 4, 20)

    def strangers(who: str = "stranger") -> str:
        body = {"words": WORDS, "because": "without-authority"}
        made: str = room.town.done("/incoming", who, "representative", body)["made"]
        return made

    first, again, others = strangers(), strangers(), strangers("supervisor")
    room.town.clock.day = date(2026, 4, 22)
    for one in (first, again, others):
        room.town.done(f"/incoming/{one}/place", *DIRECTORATE, placing(room))
    # The doctor's own, a day late, is an appeal of its own, and late.
    own = room.done("/appeals", DOCTOR, {"grounds": WORDS})["made"]
    room.done("/appeals", DOCTOR, {"grounds": "Mer."})
    late = strangers()
    room.town.done(f"/incoming/{late}/place", *DIRECTORATE, placing(room))
    stages = {one["appeal"]: (one["stage"], one["verdict"]) for one in room.trail()["appeals"]}
    assert stages == {
        first: ("awaiting-authority", "in-time"),
        others: ("awaiting-authority", "in-time"),
        own: ("admissibility", "late"),
    }
    # Where authority is shown it goes on, by its own day.
    shown = {"defects": ["authority"], "receivedOn": "2026-04-22"}
    room.done(f"/appeals/{first}/mend", DIRECTORATE, shown)
    now = {one["appeal"]: one["stage"] for one in room.trail()["appeals"]}
    assert (now[first], now[own]) == ("first-instance", "admissibility")


def test_what_another_sent_for_the_doctor_waits_for_authority(room: Room) -> None:
    """R-APP-03."""
    room.town.clock.day = date(2026, 4, 20)
    body = {"words": WORDS, "because": "without-authority"}
    made = room.town.done("/incoming", "stranger", "representative", body)["made"]
    room.town.done(f"/incoming/{made}/place", *DIRECTORATE, placing(room))
    (appeal,) = room.trail()["appeals"]
    assert appeal["stage"] == "awaiting-authority"


def test_of_a_lawyer_no_authority_is_asked(room: Room) -> None:
    """AMB-23."""
    room.town.clock.day = date(2026, 4, 20)
    body = {"words": WORDS, "because": "without-authority"}
    made = room.town.done("/incoming", "stranger", "representative", body)["made"]
    as_lawyer = placing(room) | {"sentByLawyer": True}
    room.town.done(f"/incoming/{made}/place", *DIRECTORATE, as_lawyer)
    (appeal,) = room.trail()["appeals"]
    assert appeal["stage"] == "first-instance"


def test_more_from_one_whose_appeal_runs_joins_it(room: Room) -> None:
    room.town.clock.day = date(2026, 4, 20)
    running = room.done("/appeals", DOCTOR, {"grounds": "Uenig."})["made"]
    here = sent(room, date(2026, 4, 21), to="directorate")
    told = room.told()
    room.town.done(f"{here}/place", *DIRECTORATE, placing(room))
    (appeal,) = room.trail()["appeals"]
    assert appeal["appeal"] == running
    assert room.told() == told
    assert room.town.get(here, *DOCTOR).json["appeal"] == running


def test_it_is_set_aside_with_a_reason_once_and_taken_up_again_when_that_was_wrong(
    room: Room,
) -> None:
    here = sent(room, date(2026, 4, 20), to="directorate")
    aside = {"ground": "not-an-appeal", "reason": "Et spørsmål om fristen."}
    version = room.town.done(f"{here}/set-aside", *DIRECTORATE, aside)["version"]
    for path, body in (("set-aside", aside), ("redirect", SENT_ON | {"to": "helseklage"})):
        with nothing_recorded(room.town):
            again = act(room, f"{here}/{path}", DIRECTORATE, body)
        assert (again.status_code, again.json["code"]) == (409, "dealt-with")
    assert room.town.get(here, *DOCTOR).json["ground"] == "not-an-appeal"
    correct = f"{here}/facts/{version}/correct"
    room.town.done(correct, *DIRECTORATE, {"reason": "Det var en klage."})
    assert here.removeprefix("/incoming/") in inbox(room, DIRECTORATE)
    room.town.done(f"{here}/place", *DIRECTORATE, placing(room))


def test_placed_in_error_it_is_corrected_in_the_proceeding_first(room: Room) -> None:
    here = sent(room, date(2026, 4, 20), to="directorate")
    room.town.done(f"{here}/place", *DIRECTORATE, placing(room))
    body = {"reason": "Feil sak."}
    version = room.town.get(here, *DOCTOR).json["version"]
    correct = f"{here}/facts/{version}/correct"
    refused = act(room, correct, DIRECTORATE, body)
    assert (refused.status_code, refused.json["code"]) == (409, "corrected-in-the-proceeding")
    room.done(f"/facts/{room.trail()['version']}/correct", DIRECTORATE, body)
    room.town.done(correct, *DIRECTORATE, body)
    assert room.town.get(here, *DOCTOR).json["stage"] == "waiting"
    room.town.done(f"{here}/place", *DIRECTORATE, placing(room))
    assert len(room.trail()["appeals"]) == 1
