"""Before a decision over HTTP: applied, told, heard, shown, and by those who are impartial."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from application.actors import Actor, Role
from application.bodies.service import AppointBodyOfficer
from application.ids import new_id
from application.people.service import EnterPerson
from domain.bodies.body import BodyKind
from tests.support.projecting import projecting
from tests.support.town import TODAY, Town, order
from tests.web.api.test_docket import docket
from tests.web.api.test_proceedings import DECISION, DIRECTORATE, DOCTOR, Room, applied

COLLEAGUE = ("colleague", "directorate-officer")
AUDITOR = ("auditor", "auditor")
WHY = {"reason": "Slektskap."}


def with_colleague(town: Town) -> Town:
    """Return the town with one more officer of the Directorate."""
    colleague = new_id()
    town.services.people.enter_unasked(EnterPerson(person=colleague, name="Kollega"))
    officer = AppointBodyOfficer(
        kind=BodyKind.DIRECTORATE, person=colleague, first_day=date(2019, 1, 1)
    )
    operator = Actor(person=town.people["operator"], acting_as=Role.SYSTEM_ADMINISTRATOR)
    town.services.bodies.appoint(officer, operator, order())
    return replace(town, people={**town.people, "colleague": colleague})


@pytest.fixture
def room(aasnes: Town) -> Room:
    return applied(with_colleague(aasnes))


def unasked(town: Town, **more: str) -> Room:
    """Return the room of a case an officer opened; nobody applied unless a day is said."""
    plan = town.plan()
    body = {"kind": "specialist-approval", **more}
    made = town.done(f"{plan}/proceedings", *DIRECTORATE, body)["made"]
    return Room(town=town, plan=plan, path=f"/proceedings/{made}")


def before(room: Room) -> Any:
    return room.trail()["preparation"]


def told(room: Room) -> list[str]:
    return [one["tag"].partition(".")[2] for one in room.trail()["steps"]]


def refused(room: Room, path: str, who: tuple[str, str], body: Any = None) -> Any:
    """Return the refusal of an act that leaves nothing behind."""
    version = room.trail()["version"]
    answer = room.post(path, who, body)
    assert answer.status_code in {400, 403, 409, 422}, answer.json
    assert room.trail()["version"] == version
    return answer.json


def test_an_application_gets_a_receipt_with_its_reference_and_what_it_lacked(room: Room) -> None:
    receipt = before(room)["receipt"]
    assert receipt["receivedOn"] == "2026-02-02"
    assert receipt["reference"].startswith("2026-")
    assert receipt["reference"][5:].lower() == room.path.split("/")[-1][:8]
    assert "R-SVC-01" in [one["rule"] for one in receipt["findings"]]
    assert receipt["seen"]
    decided = {**DECISION, "outcome": "granted"}
    room.done("/decide", DIRECTORATE, decided)
    assert before(room)["receipt"] == receipt


def test_a_doctor_applies_today_whatever_day_is_sent(aasnes: Town) -> None:
    body = {"kind": "specialist-approval", "receivedOn": "2026-02-02"}
    made = aasnes.done(f"{aasnes.plan()}/proceedings", *DOCTOR, body)["made"]
    trail = aasnes.get(f"/proceedings/{made}", *DOCTOR).json
    assert trail["receivedOn"] == TODAY.isoformat()


def test_an_officer_states_the_day_an_application_came_in_or_that_nobody_applied(
    aasnes: Town,
) -> None:
    entered = unasked(aasnes, receivedOn="2026-04-01")
    assert before(entered)["receipt"]["receivedOn"] == "2026-04-01"
    own = unasked(aasnes.with_new_people())
    assert (own.trail()["receivedOn"], before(own)["receipt"]) == (None, None)
    plan = aasnes.with_new_people().plan()
    ahead = {"kind": "specialist-approval", "receivedOn": "2026-05-05"}
    answer = aasnes.post(f"{plan}/proceedings", *DIRECTORATE, ahead)
    assert (answer.status_code, answer.json["code"]) == (400, "day-in-future")


def test_the_docket_follows_the_case_before_it_is_decided(aasnes: Town) -> None:
    with projecting(aasnes.addresses.application):
        own = unasked(aasnes)
        (line,) = docket(own, DIRECTORATE)
        assert (line["waitsFor"], line["legalBy"], line["targetOn"]) == ("decide", None, None)
        room = applied(aasnes.with_new_people())
        (line,) = docket(room, DIRECTORATE)
        assert (line["waitsFor"], line["legalBy"]) == ("decide", "2026-03-02")
        reply = {"expectedOn": "2026-09-01", "reason": "Stor søkning."}
        room.done("/reply", DIRECTORATE, reply)
        (line,) = docket(room, DIRECTORATE)
        assert (line["legalBy"], line["targetOn"]) == (None, "2026-09-01")
        room.done("/advance-notice", DIRECTORATE, {"text": "Avslag.", "commentBy": "2026-05-18"})
        lines = {one["waitsFor"]: one for one in docket(room, DIRECTORATE)}
        assert lines.keys() == {"decide", "comments"}
        assert lines["comments"]["daysLeft"] == 14
        room.town.clock.day = date(2026, 5, 18)
        assert {one["waitsFor"] for one in docket(room, DIRECTORATE)} == {"decide", "comments"}
        room.town.clock.day = date(2026, 5, 19)
        assert [one["waitsFor"] for one in docket(room, DIRECTORATE)] == ["decide"]
        asked = "/access/" + room.done("/access", DOCTOR)["made"]
        question = "/impartiality/" + room.done("/impartiality", DOCTOR, WHY)["made"]
        waits = sorted(one["waitsFor"] for one in docket(room, DIRECTORATE))
        assert waits == ["answer-access", "answer-impartiality", "decide"]
        answer = {"disqualified": False, "reason": "Ingen tilknytning."}
        room.done(f"{question}/decide", DIRECTORATE, answer)
        room.done("/withdraw", DOCTOR)
        waits = sorted(one["waitsFor"] for one in docket(room, DIRECTORATE))
        assert waits == ["answer-access", "close"]
        room.done("/close", DIRECTORATE)
        assert [one["waitsFor"] for one in docket(room, DIRECTORATE)] == ["answer-access"]
        room.done(f"{asked}/give", DIRECTORATE)
        assert docket(room, DIRECTORATE) == []


def test_an_adverse_decision_waits_for_the_party_to_be_heard(aasnes: Town) -> None:
    """L-FVL-15, section 16."""
    room = unasked(aasnes)
    unheard = refused(room, "/decide", DIRECTORATE, DECISION)
    assert (unheard["rule"], "section 16" in str(unheard)) == ("L-FVL-15", True)
    past = refused(room, "/advance-notice", DIRECTORATE, {"text": "A.", "commentBy": "2026-05-04"})
    assert (past["code"], past["field"]) == ("day-not-to-come", "commentBy")
    notice = {"text": "Vi vurderer avslag.", "commentBy": "2026-05-18"}
    room.done("/advance-notice", DIRECTORATE, notice)
    early = refused(room, "/decide", DIRECTORATE, DECISION)
    assert (early["rule"], "2026-05-18" in early["detail"]) == ("L-FVL-15", True)
    room.done("/comments", DOCTOR, {"text": "Jeg har mer tjeneste."})
    room.town.clock.day = date(2026, 5, 20)
    came = {"text": "Et brev til.", "receivedOn": "2026-05-19"}
    room.done("/comments", DIRECTORATE, came)
    assert [one["late"] for one in before(room)["comments"]] == [False, True]
    room.done("/decide", DIRECTORATE, DECISION)
    room.done("/comments", DOCTOR, {"text": "For sent, men likevel."})
    assert told(room)[-1] == "comments-received"


def test_a_notice_is_left_out_for_a_stated_reason(aasnes: Town) -> None:
    room = unasked(aasnes)
    body = {"ground": "knows-already-or-obviously-unnecessary", "reason": "Kjent fra møte."}
    room.done("/advance-notice/leave-out", DIRECTORATE, body)
    line = before(room)["leftOut"]
    assert (line["ground"], line["basis"][0]["letter"]) == (body["ground"], "c")
    room.done("/decide", DIRECTORATE, DECISION)


def test_access_is_asked_refused_to_the_letter_appealed_and_given_after_all(room: Room) -> None:
    asked = "/access/" + room.done("/access", DOCTOR, {"text": "Alle uttalelser."})["made"]
    assert before(room)["access"][0]["waitsSince"] == TODAY.isoformat()
    body = {"ground": "anothers-health", "reason": "Gjelder en pasient.", "inPart": True}
    assert refused(room, f"{asked}/refuse", DOCTOR, body)["code"] == "role-not-permitted"
    room.done(f"{asked}/refuse", DIRECTORATE, body)
    (line,) = before(room)["access"]
    assert (line["stage"], line["inPart"], line["waitsSince"]) == ("refused", True, None)
    cited = line["basis"][0]
    assert (cited["section"], cited["paragraph"], cited["letter"]) == ("19", 2, "a")
    room.done(f"{asked}/appeal", DOCTOR, {"grounds": "Det gjelder meg."})
    room.done(f"{asked}/forward", DIRECTORATE)
    assert before(room)["access"][0]["forwardedTo"] == "superior-body"
    room.done(f"{asked}/answer", DIRECTORATE, {"access": True})
    assert before(room)["access"][0]["stage"] == "given"
    words = room.town.get(room.path + "/words", *DOCTOR).json["items"]
    assert [one["text"] for one in words] == [
        "Alle uttalelser.",
        "Gjelder en pasient.",
        "Det gjelder meg.",
    ]


def test_a_withdrawn_application_is_told_in_the_plan_and_closed_undecided(room: Room) -> None:
    room.done("/withdraw", DOCTOR, {"reason": "Jeg søker senere."})
    undecided = refused(room, "/decide", DIRECTORATE, {**DECISION, "outcome": "granted"})
    assert (undecided["code"], "Close the case" in undecided["detail"]) == (
        "application-withdrawn",
        True,
    )
    room.done("/withdraw", DOCTOR)
    assert [one["ends"] for one in before(room)["withdrawals"]] == [True, False]
    items = room.town.get(f"{room.plan}/timeline", *DOCTOR).json["items"]
    assert [one["says"]["en"] for one in items if one["tag"] == "plan.application-withdrawn"] == [
        f"The application (specialist approval) was withdrawn on {TODAY}"
    ]
    room.done("/close", DIRECTORATE)
    assert room.trail()["closedOn"] == TODAY.isoformat()
    room.done("/comments", DOCTOR, {"text": "Takk for hjelpen."})


def test_a_withdrawal_entered_in_error_is_corrected_in_the_plan_as_well(room: Room) -> None:
    room.done("/withdraw", DIRECTORATE, {"receivedOn": "2026-05-01"})
    version = room.trail()["version"]
    room.done(f"/facts/{version}/correct", DIRECTORATE, {"reason": "Gjaldt en annen lege."})
    assert before(room)["withdrawals"] == []
    items = room.town.get(f"{room.plan}/timeline", *DOCTOR).json["items"]
    assert items[-1]["tag"] == "plan.fact-corrected"
    room.done("/decide", DIRECTORATE, DECISION)


def test_the_audit_sees_it_and_does_nothing(room: Room) -> None:
    assert room.trail(AUDITOR)["preparation"]["receipt"]
    assert refused(room, "/comments", AUDITOR, {"text": "x"})["code"] == "role-not-permitted"
