"""A refusal decided, notified, appealed and heard over HTTP; each instance in its own room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from domain.law.notices import ALWAYS
from tests.support.town import Answer, Town

DIRECTORATE = ("directorate", "directorate-officer")
BOARD = ("board", "personnel-board-officer")
DOCTOR = ("doctor", "doctor")
SAYS = [str(one) for one in ALWAYS]
DECISION = {"outcome": "refused", "text": "Søknaden avslås. Tjenesten er ikke lang nok."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One proceeding about the doctor of a plan in the town."""

    town: Town
    plan: str
    path: str

    def post(self, path: str, who: tuple[str, str], body: Any = None, **more: str) -> Answer:
        return self.town.post(self.path + path, *who, body, Accept_Language="en", **more)

    def done(self, path: str, who: tuple[str, str], body: Any = None) -> Any:
        return self.town.done(self.path + path, *who, body)

    def trail(self, who: tuple[str, str] = DOCTOR) -> Any:
        answer = self.town.get(self.path, *who)
        assert answer.status_code == 200, answer.json
        return answer.json

    def told(self) -> list[str]:
        items = self.town.get(f"{self.plan}/timeline", *DOCTOR).json["items"]
        of_ours = ("plan.decision", "plan.appeal")
        return [one["says"]["en"] for one in items if one["tag"].startswith(of_ours)]

    def notified(self, arrived: str = "2026-03-31") -> None:
        self.town.clock.day = date(2026, 3, 31)
        self.done("/decide", DIRECTORATE, DECISION)
        sent = {"channel": "digital", "says": SAYS, "dispatchedOn": "2026-03-31"}
        self.done("/notice", DIRECTORATE, sent)
        self.town.clock.day = date.fromisoformat(arrived)
        self.arrived(DIRECTORATE)

    def arrived(self, who: tuple[str, str]) -> None:
        """Have a notice sent before reach the doctor today."""
        today = self.town.clock.day.isoformat()
        arrival = {"channel": "digital", "availableOn": today, "alertedOn": today}
        self.done("/arrival", who, arrival)


def applied(town: Town) -> Room:
    """Return the room of an approval the doctor applied for on 2 February 2026."""
    plan, today = town.plan(), town.clock.day
    town.clock.day = date(2026, 2, 2)
    made = town.done(f"{plan}/proceedings", *DOCTOR, {"kind": "specialist-approval"})["made"]
    town.clock.day = today
    return Room(town=town, plan=plan, path=f"/proceedings/{made}")


@pytest.fixture
def room(aasnes: Town) -> Room:
    return applied(aasnes)


def test_a_refusal_is_appealed_forwarded_and_heard(room: Room) -> None:
    room.notified()
    trail = room.trail()
    assert trail["lastDay"] == "2026-04-21"
    assert [step["rule"] for step in trail["rulings"][0]["periods"][0]["steps"]][:2] == [
        "L-EFV-01",
        "L-FVL-01",
    ]
    assert (trail["decision"]["remedy"], trail["decision"]["heardBy"]) == (
        "appeal",
        "personnel-board",
    )
    assert "R-SVC-01" in [one["rule"] for one in trail["decision"]["findings"]]
    room.town.clock.day = date(2026, 4, 21)
    appeal = (
        "/appeals/" + room.done("/appeals", DOCTOR, {"grounds": "Tjenesten er lang nok."})["made"]
    )
    assert room.trail()["appeals"][0]["verdict"] == "in-time"
    room.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    early = room.post("/close", DIRECTORATE)
    assert (early.status_code, early.json["rule"]) == (422, "R-APP-05")
    astray = room.post(f"{appeal}/forward", DIRECTORATE, {"to": "helseklage"})
    assert (astray.status_code, astray.json["rule"]) == (422, "L-SPF-35")
    assert room.town.get(room.path, *BOARD).status_code == 403
    room.done(f"{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    heard = {"outcome": "upheld", "text": "Klagen tas ikke til følge."}
    wrong = room.post(f"{appeal}/decide", DIRECTORATE, heard)
    assert (wrong.status_code, wrong.json["code"]) == (403, "role-not-permitted")
    room.done(f"{appeal}/decide", BOARD, heard)
    early = room.post("/close", DIRECTORATE)
    assert (early.status_code, early.json["code"]) == (409, "not-notified")
    astray = room.post("/notice", DIRECTORATE, {"channel": "digital", "says": SAYS})
    assert (astray.status_code, astray.json["code"]) == (403, "role-not-permitted")
    room.done("/notice", BOARD, {"channel": "digital", "says": ["lawsuit"]})
    room.arrived(BOARD)
    room.done("/close", DIRECTORATE)
    (line,) = room.trail(BOARD)["appeals"]
    assert (line["stage"], line["outcome"], line["forwardedTo"]) == (
        "decided",
        "upheld",
        "personnel-board",
    )
    assert room.told() == [
        "Decision (specialist approval): refused",
        "The last day to appeal: 2026-04-21",
        "An appeal came in on 2026-04-21 (in time)",
        "The appeal was forwarded to the National Board for Health Personnel",
        "The appeal ended: the decision was upheld",
    ]


def test_an_appeal_one_day_late_is_taken_in_and_needs_a_ground(room: Room) -> None:
    room.notified()
    room.town.clock.day = date(2026, 4, 22)
    appeal = "/appeals/" + room.done("/appeals", DOCTOR)["made"]
    (line,) = room.trail()["appeals"]
    assert (line["verdict"], line["late"], line["stage"]) == (
        "late",
        "may-be-treated",
        "admissibility",
    )
    review = {"outcome": "maintained", "text": "Som før."}
    assert room.post(f"{appeal}/review", DIRECTORATE, review).status_code == 409
    ground = {"ground": "not-to-blame", "reason": "Innlagt på sykehus."}
    room.done(f"{appeal}/accept-late", DIRECTORATE, ground)
    room.done(f"{appeal}/review", DIRECTORATE, review)


def test_what_comes_after_the_decision_is_shown_beside_what_it_saw(room: Room) -> None:
    """The decision keeps its findings; the trail tells what is new, and what is found now."""
    room.notified()
    room.town.clock.day = date(2026, 5, 4)
    before = room.trail()
    served = {
        "kind": "open-unselected-practice",
        "arena": "ARE-01",
        "employer": "Åsnes kommune",
        "firstDay": "2026-01-05",
        "lastDay": "2026-04-30",
        "percentage": 100,
    }
    period = room.town.done(f"{room.plan}/service", *DOCTOR, served)["made"]
    room.town.done(f"{room.plan}/service/{period}/confirm", "leader", "leader")
    after = room.trail()
    assert after["decision"] == before["decision"]
    assert [one["tag"] for one in after["new"]] == [
        "plan.service-entered",
        "plan.service-confirmed",
    ]
    assert after["findingsNow"] != before["findingsNow"]


def test_a_notice_without_its_content_is_refused_and_nothing_recorded(room: Room) -> None:
    """L-FVL-12."""
    room.done("/decide", DIRECTORATE, DECISION)
    sent = {"channel": "digital", "says": ["deadline"]}
    version = room.trail()["version"]
    refused = room.post("/notice", DIRECTORATE, sent)
    assert (refused.status_code, refused.json["rule"]) == (422, "L-FVL-12")
    assert "the appeal body" in refused.json["detail"]
    assert room.trail()["version"] == version


def test_only_the_body_of_the_law_decides(room: Room) -> None:
    refused = room.post("/decide", ("leader", "leader"), DECISION)
    assert (refused.status_code, refused.json["code"]) == (403, "other-instance")
    assert "officer of the Directorate of Health" in refused.json["detail"]
    stranger = room.town.get(room.path, "stranger", "doctor")
    assert stranger.status_code == 404


def test_a_letter_is_entered_by_the_officer_and_lacks_a_signature(room: Room) -> None:
    """L-FVL-05, L-FVL-06: posted on the last day, mended after it."""
    room.notified()
    room.town.clock.day = date(2026, 4, 24)
    letter = {
        "channel": "letter",
        "sentOn": "2026-04-21",
        "receivedOn": "2026-04-24",
        "defects": ["signature"],
    }
    appeal = "/appeals/" + room.done("/appeals", DIRECTORATE, letter)["made"]
    assert room.trail()["appeals"][0]["stage"] == "awaiting-correction"
    refused = room.post(f"{appeal}/dismiss", DIRECTORATE, {"reason": "Mangler underskrift."})
    assert (refused.status_code, refused.json["rule"]) == (422, "L-FVL-06")
    room.done(f"{appeal}/correction", DIRECTORATE, {"days": 10})
    room.done(f"{appeal}/mend", DIRECTORATE, {"defects": ["signature"]})
    (line,) = room.trail()["appeals"]
    assert (line["stage"], line["verdict"]) == ("first-instance", "in-time")


def test_the_plan_tells_it_and_it_is_corrected_in_the_proceeding(room: Room) -> None:
    room.notified()
    version = room.town.get(room.plan, *DOCTOR).json["version"]
    body = {"reason": "Feil."}
    refused = room.town.post(f"{room.plan}/facts/{version}/correct", "leader", "leader", body)
    assert refused.json["code"] in {"corrected-in-the-proceeding", "role-not-permitted"}


def test_the_words_are_for_those_whose_case_it_is_and_each_opening_is_noted(room: Room) -> None:
    room.notified()
    room.done("/appeals", DOCTOR, {"grounds": "Tjenesten er lang nok."})

    def words(who: tuple[str, str], **more: str) -> Answer:
        return room.town.get(room.path + "/words", *who, **more)

    for who in (DOCTOR, DIRECTORATE):
        texts = [one["text"] for one in words(who).json["items"]]
        assert texts == [DECISION["text"], "Tjenesten er lang nok."]
    assert words(BOARD).status_code == 403
    assert words(("leader", "leader")).json["code"] == "other-instance"
    audit = ("auditor", "auditor")
    assert words(audit).json["code"] == "reason-missing"
    assert words(audit, Reason="Tilsyn 26/4").status_code == 200
    noted = room.town.get(room.path + "/openings", *DOCTOR).json["items"]
    assert {one["actingAs"] for one in noted} == {"doctor", "directorate-officer", "auditor"}
    assert [one["reason"] for one in noted if one["actingAs"] == "auditor"] == ["Tilsyn 26/4"] * 2


def test_what_was_recorded_in_error_is_marked_in_the_proceeding_and_in_the_plan(room: Room) -> None:
    """The last first: what stands on a fact is corrected before it."""
    room.notified()
    room.town.clock.day = date(2026, 4, 20)
    room.done("/appeals", DOCTOR)
    version = room.trail()["version"]
    body = {"reason": "Ført på feil sak."}
    leant_on = room.post(f"/facts/{version - 1}/correct", DIRECTORATE, body)
    assert leant_on.json["code"] == "leant-on"
    # What the doctor sent is the doctor's to take back, not the office's it goes against.
    theirs = room.post(f"/facts/{version}/correct", DIRECTORATE, body)
    assert (theirs.status_code, theirs.json["code"]) == (403, "sent-by-a-party")
    room.done(f"/facts/{version}/correct", DOCTOR, body)
    assert room.trail()["appeals"] == []
    (last,) = [one for one in room.told() if one.startswith("An appeal came in")]
    entries = room.town.get(f"{room.plan}/timeline", *DOCTOR).json["items"]
    assert entries[-1]["tag"] == "plan.fact-corrected"
    assert last
