"""What happens to a decision once it was notified: time lapses, it is reversed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.exemptions.test_notice import with_holiday
from tests.support.clock_town import swept
from tests.support.town import Town
from tests.web.api.test_proceedings import DIRECTORATE, DOCTOR, Room, applied, room

__all__ = ["room"]


def test_the_time_to_appeal_lapses_on_its_day_and_the_doctor_is_reminded(kept: Town) -> None:
    room = applied(kept)
    room.notified("2026-05-04")
    assert room.trail()["lastDay"] == "2026-05-26"
    for day in (date(2026, 5, 18), date(2026, 5, 19), date(2026, 5, 26), date(2026, 5, 28)):
        swept(kept, day)
    told = [one["tag"] for one in room.trail()["steps"]]
    assert told[-3:] == [
        "proceeding.reminder-sent",
        "proceeding.reminder-sent",
        "proceeding.deadline-lapsed",
    ]
    messages = kept.get("/me/messages", "leader", "leader").json["items"]
    assert "decision-appeal" not in [one["kind"] for one in messages]


def test_the_body_changes_its_own_decision_and_the_plan_tells_both(room: Room) -> None:
    """L-FVL-10."""
    room.notified()
    body = {"ground": "notice-not-arrived", "outcome": "granted", "text": "Tjenesten er vist."}
    refused = room.post("/reverse", DIRECTORATE, body)
    assert (refused.status_code, refused.json["rule"]) == (422, "L-FVL-10")
    room.done("/reverse", DIRECTORATE, body | {"ground": "not-to-detriment"})
    trail = room.trail()
    assert [one["outcome"] for one in trail["rulings"]] == ["refused", "granted"]
    assert (trail["decision"]["outcome"], trail["outcome"]) == ("refused", "granted")
    told = [one for one in room.told() if one.startswith("Decision")]
    assert told == [
        "Decision (specialist approval): refused",
        "Decision (specialist approval): granted",
    ]


def test_what_is_decided_of_an_establishment_is_no_proceeding_about_a_doctor(aasnes: Town) -> None:
    plan = aasnes.plan()
    refused = aasnes.post(f"{plan}/proceedings", *DOCTOR, {"kind": "registration"})
    assert (refused.status_code, refused.json["code"]) == (400, "kind-of-an-establishment")
    assert "spesialistgodkjenning" in refused.json["detail"]


def test_a_change_of_holidays_moves_a_time_that_runs_and_the_plan_tells_it(
    kept: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = applied(kept)
    room.notified("2026-05-04")
    monkeypatch.setattr(kept.services.enforcement, "_law", with_holiday(5, 26))
    assert not swept(kept, date(2026, 5, 5))["recompute"].failed
    assert [one["lastDay"] for one in room.trail()["rulings"][0]["periods"]] == [
        "2026-05-26",
        "2026-05-27",
    ]
    assert room.told()[-1] == "The last day to appeal: 2026-05-27"
