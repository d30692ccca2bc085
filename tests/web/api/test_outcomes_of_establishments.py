"""What a decision comes to: the registration is as the decision, and the appeal, leave it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.support.town import Answer, Town
from tests.web.api.of_establishment import (
    HELSEKLAGE,
    LEADER,
    Case,
    applied,
    with_helseklage,
)
from tests.web.api.test_proceedings import DECISION, DIRECTORATE

FOREVER = {"firstDay": "2019-02-01", "lastDay": None}
ENDED = {"firstDay": "2019-02-01", "lastDay": "2026-03-30"}


@pytest.fixture
def case(aasnes: Town) -> Case:
    return applied(with_helseklage(aasnes))


def registered(case: Case) -> Any:
    """Return the days of it, which anybody signed in may see."""
    return case.town.get(case.plan, "doctor", "doctor").json["registered"]


def forwarded(case: Case) -> str:
    """Return the path of an appeal against the refusal, which is with Helseklage."""
    case.notified()
    case.town.clock.day = date(2026, 4, 20)
    appeal = case.appealed()
    case.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    case.done(f"{appeal}/forward", DIRECTORATE, {"to": "helseklage"})
    return appeal


def opening(case: Case) -> Answer:
    body = {
        "doctor": str(case.town.people["doctor"]),
        "organisation": str(case.town.organisation),
        "employmentModel": "salaried-gp",
        "startsOn": case.town.clock.day.isoformat(),
        "partOneCompletedOn": "2026-01-04",
    }
    return case.town.post("/plans", *LEADER, body)


def test_refused_it_is_registered_no_longer_and_no_training_begins_there(case: Case) -> None:
    assert registered(case) == [FOREVER]
    case.notified()
    assert registered(case) == [ENDED]
    refused = opening(case)
    assert (refused.status_code, refused.json["rule"]) == (422, "R-ORG-01")


def test_changed_on_appeal_it_was_registered_all_the_time(case: Case) -> None:
    appeal = forwarded(case)
    heard = {"outcome": "changed", "result": "granted", "text": "Klagen tas til følge."}
    case.done(f"{appeal}/decide", HELSEKLAGE, heard)
    assert registered(case) == [FOREVER]
    assert opening(case).status_code == 201


def test_quashed_it_is_as_before_until_it_is_decided_anew(case: Case) -> None:
    appeal = forwarded(case)
    heard = {"outcome": "quashed-and-returned", "text": "Saken er ikke godt nok opplyst."}
    case.done(f"{appeal}/decide", HELSEKLAGE, heard)
    assert registered(case) == [FOREVER]
    (line,) = case.card(LEADER)
    assert line["outcome"] == "set-aside"
    case.town.clock.day = date(2026, 6, 1)
    case.done("/decide", DIRECTORATE, DECISION)
    assert registered(case) == [{"firstDay": "2019-02-01", "lastDay": "2026-05-31"}]


def test_upheld_it_stays_as_it_was_decided(case: Case) -> None:
    appeal = forwarded(case)
    case.done(f"{appeal}/decide", HELSEKLAGE, {"outcome": "upheld", "text": "Som før."})
    assert registered(case) == [ENDED]


def test_a_dismissal_that_is_quashed_leaves_the_refusal_in_force(case: Case) -> None:
    """Only what was decided of the application is undone, not what became of the appeal."""
    case.notified()
    case.town.clock.day = date(2026, 4, 22)
    late = case.appealed()
    case.done(f"{late}/dismiss", DIRECTORATE, {"reason": "For sent."})
    version = case.trail(LEADER)["rulings"][-1]["version"]
    appeal = "/appeals/" + str(case.done("/appeals", LEADER, {"ruling": version})["made"])
    case.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    case.done(f"{appeal}/forward", DIRECTORATE, {"to": "helseklage"})
    heard = {"outcome": "quashed-and-returned", "text": "Klagen kom i tide."}
    case.done(f"{appeal}/decide", HELSEKLAGE, heard)
    assert registered(case) == [ENDED]


def test_reversed_in_favour_it_is_registered_again_from_the_application(case: Case) -> None:
    case.notified()
    case.town.clock.day = date(2026, 4, 10)
    body = {"ground": "not-to-detriment", "outcome": "granted", "text": "Planen er god nok."}
    case.done("/reverse", DIRECTORATE, body)
    assert registered(case) == [FOREVER]


def test_marked_as_recorded_in_error_the_refusal_is_no_more(case: Case) -> None:
    case.town.clock.day = date(2026, 3, 31)
    case.done("/decide", DIRECTORATE, DECISION)
    version = case.trail(LEADER)["version"]
    assert registered(case) == [ENDED]
    case.done(f"/facts/{version}/correct", DIRECTORATE, {"reason": "Ført på feil sak."})
    assert registered(case) == [FOREVER]


def test_approval_is_had_from_the_day_it_is_decided(case: Case) -> None:
    there = applied(case.town, "establishment-approval", LEADER)

    def approved() -> Any:
        return case.town.get(case.plan, *LEADER).json["approved"]

    assert approved() == []
    there.town.clock.day = date(2026, 3, 31)
    there.done("/decide", DIRECTORATE, DECISION | {"outcome": "granted"})
    assert approved() == [{"firstDay": "2026-03-31", "lastDay": None}]
    assert registered(case) == [FOREVER]
