"""An application by one without authority: taken in to wait, with nothing told of the case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from application.ids import new_id
from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.inbox import listed
from tests.web.api.of_establishment import ADMINISTRATOR, LEADER, Case, applied, with_helseklage
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room
from tests.web.api.test_proceedings import applied as applied_by_doctor
from tests.web.api.test_refusals import nothing_recorded, refused

APPROVAL, REGISTRATION = {"kind": "specialist-approval"}, {"kind": "registration"}


@pytest.fixture
def case(aasnes: Town) -> Iterator[Case]:
    with projecting(aasnes.addresses.application):
        yield applied(with_helseklage(aasnes))


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    with projecting(aasnes.addresses.application):
        yield applied_by_doctor(aasnes)


def waiting(case: Room, made: str) -> Any:
    (line,) = [one for one in listed(case, "/incoming", DIRECTORATE) if one["incoming"] == made]
    return line


def words(case: Room, made: str) -> list[str]:
    found = case.town.get(f"/incoming/{made}/words", *DIRECTORATE).json["items"]
    return [one["text"] for one in found]


@pytest.mark.parametrize(
    "who", [("stranger", "doctor"), ("stranger", "representative"), ("supervisor", "supervisor")]
)
def test_of_a_doctor_it_waits_and_nothing_is_in_the_plan(room: Room, who: tuple[str, str]) -> None:
    """R-APP-03: authority is never inferred, and what is sent is never lost."""
    plan = room.plan
    version = room.town.get(plan, *DOCTOR).json["version"]
    key = {"Idempotency_Key": str(new_id())}
    receipt = room.town.post(f"{plan}/proceedings", *who, APPROVAL, **key)
    assert (receipt.status_code, receipt.json["caseId"]) == (201, receipt.json["made"])
    again = room.town.post(f"{plan}/proceedings", *who, APPROVAL, **key)
    assert (again.status_code, again.json["position"]) == (200, receipt.json["position"])
    made = receipt.json["made"]
    line = waiting(room, made)
    assert (line["because"], line["receivedOn"]) == ("without-authority", "2026-05-04")
    assert line["sender"] == str(room.town.people[who[0]])
    assert "Søker om spesialistgodkjenning." in words(room, made)
    assert room.town.get(plan, *DOCTOR).json["version"] == version
    assert room.town.get(f"/proceedings/{made}", *DIRECTORATE).status_code == 404


def test_of_an_establishment_it_waits_and_an_official_enters_it_by_its_own_day(case: Case) -> None:
    there, town = f"{case.plan}/proceedings", case.town
    for who in (DOCTOR, ("stranger", "administrator")):
        made = town.done(there, *who, REGISTRATION)["made"]
        assert waiting(case, made)["because"] == "without-authority"
    assert case.card(LEADER) == []
    days = {"firstDay": "2026-05-05", "lastDay": None}
    town.clock.day = date(2026, 5, 5)
    office = {"person": str(town.people["stranger"]), "office": "administrator"}
    town.done(f"{case.plan}/officers", *ADMINISTRATOR, office | days)
    entered = town.done(there, *DIRECTORATE, REGISTRATION | {"receivedOn": "2026-05-04"})["made"]
    assert town.get(f"/proceedings/{entered}", *LEADER).json["preparation"]["receipt"]
    aside = {"ground": "other", "reason": "Ført som søknad."}
    town.done(f"/incoming/{made}/set-aside", *DIRECTORATE, aside)


def test_one_who_left_and_applies_as_its_leader_is_taken_in(case: Case) -> None:
    led = {"person": str(case.town.people["stranger"]), "office": "deputy"}
    days = {"firstDay": "2020-01-01", "lastDay": "2021-12-31"}
    case.town.done(f"{case.plan}/officers", *ADMINISTRATOR, led | days)
    there = f"{case.plan}/proceedings"
    made = case.town.done(there, "stranger", "leader", REGISTRATION)["made"]
    assert waiting(case, made)["because"] == "without-authority"


def test_nobody_can_tell_whether_there_is_such_a_plan(room: Room) -> None:
    who = ("stranger", "doctor")
    there, not_there = f"{room.plan}/proceedings", f"/plans/{new_id()}/proceedings"
    seen = []
    for path in (there, not_there):
        made = room.town.done(path, *who, APPROVAL)["made"]
        line = room.town.get(f"/incoming/{made}", *who).json
        seen.append({**line, **dict.fromkeys(("incoming", "about", "recordedAt"))})
    assert seen[0] == seen[1]


def test_only_officials_and_bad_input_are_refused(case: Case) -> None:
    there = f"{case.plan}/proceedings"
    with nothing_recorded(case.town):
        refused(case.town.post(there, *BOARD, REGISTRATION), 403, "role-not-permitted")
        refused(
            case.town.post(there, "auditor", "auditor", REGISTRATION), 403, "role-not-permitted"
        )
        never = case.town.post(there, "supervisor", "leader", REGISTRATION)
        refused(never, 404, "unknown-case")
        refused(case.town.post(there, *DOCTOR, APPROVAL), 400, "kind-of-a-doctor")
        unknown = case.town.post(f"/organisations/{new_id()}/proceedings", *LEADER, REGISTRATION)
        refused(unknown, 404, "unknown-case")
