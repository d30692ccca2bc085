"""What a party sent, or asked of an official, is not the office's to strike."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.town import Town
from tests.web.api.test_proceedings import BOARD, DECISION, DIRECTORATE, DOCTOR, Room, applied
from tests.web.api.test_refusals import nothing_recorded, refused

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


def test_an_appeal_before_the_decision_is_taken_in_and_told(room: Room) -> None:
    room.done("/appeals", DOCTOR)
    assert room.trail()["appeals"][0]["verdict"] == "a-person-decides"
    room.notified()
    assert [one.split(" on ")[0] for one in room.told()] == [
        "An appeal came in",
        "Decision (specialist approval): refused",
        "The last day to appeal: 2026-04-21",
        # Judged anew once a time to appeal ran.
        "An appeal came in",
    ]


def test_an_arrival_entered_in_error_takes_the_time_to_appeal_with_it(room: Room) -> None:
    room.notified()
    version = room.trail()["version"]
    computed = room.post(f"/facts/{version}/correct", DIRECTORATE, REASON)
    assert (computed.status_code, computed.json["code"]) == (409, "computed")
    room.done(f"/facts/{version - 1}/correct", DIRECTORATE, REASON)
    assert room.trail()["lastDay"] is None
    items = room.town.get(f"{room.plan}/timeline", *DOCTOR).json["items"]
    assert [one["tag"] for one in items if one["correctedIn"]] == ["plan.appeal-period-computed"]
    # The decision reached the party, as far as was said: it is reversed, not struck.
    room.done(f"/facts/{version - 2}/correct", DIRECTORATE, REASON)
    refused = room.post(f"/facts/{version - 3}/correct", DIRECTORATE, REASON)
    assert (refused.status_code, refused.json["rule"]) == (409, "L-FVL-10")


@pytest.mark.parametrize(
    ("tried", "may"),
    [
        pytest.param(date(2026, 4, 21), True, id="L-FVL-01-the-time-runs"),
        pytest.param(date(2026, 4, 22), False, id="L-FVL-07-the-time-is-over"),
    ],
)
def test_a_withdrawn_appeal_is_not_had_back_once_the_time_to_appeal_is_over(
    room: Room, tried: date, *, may: bool
) -> None:
    """Else one could withdraw, and appeal in time years later."""
    room.notified()
    room.town.clock.day = date(2026, 4, 10)
    appeal = f"/appeals/{room.done('/appeals', DOCTOR)['made']}"
    room.done(f"{appeal}/withdraw", DOCTOR)
    back = f"/facts/{room.trail()['version']}/correct"
    room.town.clock.day = tried
    if may:
        room.done(back, DOCTOR, REASON)
        assert room.trail()["appeals"][0]["stage"] == "first-instance"
        return
    with nothing_recorded(room.town):
        told = refused(room.post(back, DOCTOR, REASON), 409, "withdrawn-for-good")
    assert "2026-04-21" in told["detail"]
    room.done("/appeals", DOCTOR, {"grounds": "Jeg angrer."})
    assert [one["verdict"] for one in room.trail()["appeals"]] == ["in-time", "late"]


def test_a_slip_is_taken_back_the_same_day(room: Room) -> None:
    room.notified()
    room.town.clock.day = date(2026, 4, 10)
    appeal = f"/appeals/{room.done('/appeals', DOCTOR)['made']}"
    room.town.clock.day = date(2026, 5, 20)
    room.done(f"{appeal}/withdraw", DOCTOR)
    room.done(f"/facts/{room.trail()['version']}/correct", DOCTOR, REASON)
    assert room.trail()["appeals"][0]["stage"] == "first-instance"


def test_an_arrival_entered_again_takes_a_reason(room: Room) -> None:
    """L-FVL-01, L-FVL-04: another day may open a time that was over, and so it says why."""
    room.notified()
    room.town.clock.day = date(2026, 4, 30)
    again = {"channel": "digital", "availableOn": "2026-04-15", "alertedOn": "2026-04-15"}
    unsaid = room.post("/arrival", DIRECTORATE, again)
    assert (unsaid.status_code, unsaid.json["code"], unsaid.json["field"]) == (
        400,
        "arrival-known",
        "reason",
    )
    assert room.trail()["lastDay"] == "2026-04-21"
    room.done("/arrival", DIRECTORATE, again | {"reason": "Varselet ble sendt på nytt."})
    assert room.trail()["lastDay"] == "2026-05-06"
