"""Absences over HTTP: the doctor enters them, the leader sees why, the supervisor only when."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.town import Town

AWAY: dict[str, Any] = {
    "kind": "sick-leave",
    "firstDay": "2026-02-02",
    "lastDay": "2026-03-31",
    "percentage": 50,
}


def test_the_kind_is_for_the_doctor_and_the_leader_alone(aasnes: Town) -> None:
    absences = aasnes.plan() + "/absences"
    absence = aasnes.done(absences, "doctor", "doctor", AWAY)["made"]
    whole = AWAY | {"absence": absence, "withdrawnOn": None}
    seen = {
        (name, role): aasnes.get(absences, name, role).json["items"]
        for name, role in (
            ("doctor", "doctor"),
            ("leader", "leader"),
            ("supervisor", "supervisor"),
            ("auditor", "auditor"),
        )
    }
    assert seen["doctor", "doctor"] == seen["leader", "leader"] == [whole]
    assert seen["supervisor", "supervisor"] == [whole | {"kind": None}]
    assert seen["auditor", "auditor"] == [whole | {"kind": None}]


def test_the_story_does_not_tell_why(aasnes: Town) -> None:
    plan = aasnes.plan()
    aasnes.done(f"{plan}/absences", "doctor", "doctor", AWAY)
    story = aasnes.get(f"{plan}/timeline", "supervisor", "supervisor", Accept_Language="en")
    assert story.json["items"][-1]["says"]["en"].startswith("Absence (50 %) from 2026-02-02")
    assert "sick" not in str(story.json)


def test_an_absence_is_withdrawn(aasnes: Town) -> None:
    absences = aasnes.plan() + "/absences"
    absence = aasnes.done(absences, "doctor", "doctor", AWAY)["made"]
    aasnes.done(f"{absences}/{absence}/withdraw", "doctor", "doctor")
    (line,) = aasnes.get(absences, "doctor", "doctor").json["items"]
    assert line["withdrawnOn"] == "2026-05-04"
    again = aasnes.post(f"{absences}/{absence}/withdraw", "doctor", "doctor")
    assert (again.status_code, again.json["code"]) == (409, "absence-withdrawn")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"percentage": 101}, "percentage-out-of-range"),
        ({"lastDay": "2026-01-01"}, "days-reversed"),
        ({"lastDay": "2036-01-01"}, "absence-too-long"),
        ({"firstDay": "2027-12-01", "lastDay": "2027-12-31"}, "absence-too-far-ahead"),
        ({"kind": "holiday"}, "malformed"),
        ({"reason": "influensa"}, "malformed"),
    ],
)
def test_an_absence_that_cannot_be_is_refused(
    aasnes: Town, changed: dict[str, Any], code: str
) -> None:
    answer = aasnes.post(aasnes.plan() + "/absences", "doctor", "doctor", AWAY | changed)
    assert answer.json["code"] == code, answer.json


def test_another_entry_is_not_the_leaders_to_make(aasnes: Town) -> None:
    answer = aasnes.post(aasnes.plan() + "/absences", "leader", "leader", AWAY)
    assert (answer.status_code, answer.json["code"]) == (403, "role-not-permitted")
