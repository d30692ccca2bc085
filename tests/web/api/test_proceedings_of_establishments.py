"""A refusal to an establishment: its leader and administrator are the party, and no plan is."""

from __future__ import annotations

from collections.abc import Iterator
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
from tests.support.town import Answer, Town, order
from tests.web.api.of_establishment import (
    ADMINISTRATOR,
    HELSEKLAGE,
    LEADER,
    Case,
    applied,
    with_helseklage,
)
from tests.web.api.test_docket import docket
from tests.web.api.test_proceedings import BOARD, DECISION, DIRECTORATE, DOCTOR
from tests.web.api.test_way import another_municipality


@pytest.fixture
def case(aasnes: Town) -> Case:
    return applied(with_helseklage(aasnes))


@pytest.fixture
def projected(aasnes: Town) -> Iterator[Case]:
    with projecting(aasnes.addresses.application):
        yield applied(with_helseklage(aasnes))


def test_a_refused_registration_is_appealed_forwarded_and_heard(projected: Case) -> None:
    """L-SPF-35: the second paragraph, letter k."""
    case = projected
    opened = case.trail(LEADER)
    assert (opened["party"], opened["plan"]) == (str(case.town.organisation), None)
    assert (opened["receivedOn"], opened["decidedBy"]) == ("2026-02-02", "directorate")
    assert [one["waitsFor"] for one in docket(case, DIRECTORATE)] == ["decide"]
    case.notified()
    trail = case.trail(ADMINISTRATOR)
    assert (trail["lastDay"], trail["decision"]["heardBy"]) == ("2026-04-21", "helseklage")
    assert [one["case"] for one in trail["decision"]["seen"]] == [str(case.town.organisation)]
    case.town.clock.day = date(2026, 4, 21)
    appeal = case.appealed()
    (line,) = case.trail(LEADER)["appeals"]
    assert (line["verdict"], line["appellant"], line["sentBy"]) == (
        "in-time",
        str(case.town.organisation),
        str(case.town.people["administrator"]),
    )
    assert [one["waitsFor"] for one in docket(case, DIRECTORATE)] == ["review"]
    case.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    astray = case.post(f"{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    assert (astray.status_code, astray.json["rule"]) == (422, "L-SPF-35")
    assert case.town.get(case.path, *HELSEKLAGE).status_code == 403
    case.done(f"{appeal}/forward", DIRECTORATE, {"to": "helseklage"})
    assert [one["waitsFor"] for one in docket(case, HELSEKLAGE)] == ["hear"]
    assert case.town.get(case.path, *BOARD).status_code == 403
    heard = {"outcome": "changed", "result": "granted", "text": "Klagen tas til følge."}
    assert case.post(f"{appeal}/decide", LEADER, heard).status_code == 403
    case.done(f"{appeal}/decide", HELSEKLAGE, heard)
    case.done("/notice", HELSEKLAGE, {"channel": "digital", "says": ["costs", "lawsuit"]})
    case.arrived(HELSEKLAGE)
    case.done("/close", DIRECTORATE)
    assert case.trail(LEADER)["outcome"] == "granted"
    assert case.told() == [
        "organisation.decision-made",
        "organisation.appeal-period-computed",
        "organisation.appeal-filed",
        "organisation.appeal-forwarded",
        "organisation.appeal-concluded",
        "organisation.decision-made",
    ]
    (line,) = case.card(LEADER)
    assert (line["kind"], line["outcome"], line["lastDay"]) == (
        "registration",
        "granted",
        "2026-04-21",
    )
    assert [one["outcome"] for one in line["appeals"]] == ["changed"]
    assert case.card(DOCTOR) == []


def test_another_establishments_leader_knows_nothing_of_it(kept: Town) -> None:
    case = applied(with_helseklage(kept))
    other, elsewhere = another_municipality(kept), ("neighbour", "leader")
    case.notified()
    for path in ("", "/words", "/openings"):
        assert kept.get(case.path + path, *elsewhere).status_code == 404
        assert kept.get(case.path + path, *DOCTOR).status_code == 404
    assert case.post("/decide", elsewhere, DECISION).status_code == 404
    assert (
        kept.post(f"{case.plan}/proceedings", *elsewhere, {"kind": "registration"}).json["code"]
        == "unknown-case"
    )
    # What they send is taken in, and comes to nobody's case.
    before = case.trail(LEADER)["version"]
    case.done("/appeals", ("stranger", "administrator"), {"grounds": "Ikke vår sak."})
    assert case.post("/appeals", elsewhere).status_code == 404
    assert case.trail(LEADER)["version"] == before
    theirs = kept.done(f"/organisations/{other}/proceedings", *elsewhere, {"kind": "registration"})
    assert kept.get(f"/proceedings/{theirs['made']}", *LEADER).status_code == 404
    assert kept.get(f"/proceedings/{theirs['made']}", *elsewhere).status_code == 200


def test_who_acts_for_the_establishment_decides_nothing_and_is_never_refused(case: Case) -> None:
    refused = case.post("/decide", LEADER, DECISION)
    assert (refused.status_code, refused.json["code"]) == (403, "other-instance")
    case.done("/comments", LEADER, {"text": "Arenaene er åpne.", "receivedOn": "2020-01-01"})
    assert case.trail(LEADER)["preparation"]["comments"][0]["receivedOn"] == "2026-05-04"
    case.notified()
    case.town.clock.day = date(2026, 4, 22)
    demand = case.done("/reasons/demand", LEADER, {"demandedOn": "2026-04-01"})
    assert demand["version"] == case.trail(LEADER)["version"]
    appeal = case.appealed()
    assert case.trail(LEADER)["appeals"][0]["receivedOn"] == "2026-04-22"
    case.done(f"{appeal}/withdraw", LEADER)
    assert case.trail(LEADER)["appeals"][0]["stage"] == "withdrawn"


def test_an_officer_who_leads_the_establishment_does_not_handle_its_case(case: Case) -> None:
    """L-FVL-15."""
    town, person, today = case.town, new_id(), case.town.clock.day
    town.services.people.enter_unasked(EnterPerson(person=person, name="I begge"))
    operator = Actor(person=town.people["operator"], acting_as=Role.SYSTEM_ADMINISTRATOR)
    officer = AppointBodyOfficer(
        kind=BodyKind.DIRECTORATE, person=person, first_day=today, last_day=today
    )
    town.services.bodies.appoint(officer, operator, order())
    there = replace(case, town=replace(town, people={**town.people, "both": person}))
    assert there.town.get(case.path, "both", "directorate-officer").status_code == 200
    days = {"firstDay": today.isoformat(), "lastDay": today.isoformat()}
    leads = {"person": str(person), "office": "administrator"} | days
    town.done(f"{case.plan}/officers", *DIRECTORATE, leads)
    refused = there.post("/decide", ("both", "directorate-officer"), DECISION)
    assert (refused.status_code, refused.json["code"]) == (403, "own-case")
    # Nor reads what the Directorate keeps to itself; as the party they read what the party may.
    for path in ("", "/words", "/openings"):
        refused = there.town.get(case.path + path, "both", "directorate-officer")
        assert (refused.status_code, refused.json["code"]) == (403, "own-case")
        assert there.town.get(case.path + path, "both", "administrator").status_code == 200


def test_an_approval_is_heard_by_helseklage_too(case: Case) -> None:
    """L-SPF-35: the second paragraph, letter j."""
    there = applied(case.town, "establishment-approval", LEADER)
    there.notified()
    assert there.trail(LEADER)["decision"]["heardBy"] == "helseklage"


def test_whether_half_time_can_be_appealed_a_person_decides(case: Case) -> None:
    """AMB-43."""
    there = applied(case.town, "half-time-exemption")
    there.town.clock.day = date(2026, 3, 31)
    there.done("/decide", DIRECTORATE, DECISION)
    assert there.trail(LEADER)["decision"]["remedy"] == "a-person-decides"


def test_what_cannot_be_opened_is_refused_and_nothing_recorded(case: Case) -> None:
    town, there = case.town, case.plan + "/proceedings"

    def tried(who: tuple[str, str], body: Any, path: str = there) -> Answer:
        return town.post(path, *who, body, Accept_Language="en")

    doctors = tried(ADMINISTRATOR, {"kind": "specialist-approval"})
    assert (doctors.status_code, doctors.json["code"]) == (400, "kind-of-a-doctor")
    assert "registration" in doctors.json["detail"]
    kind = {"kind": "registration"}
    assert tried(BOARD, kind).status_code == 403
    unknown = tried(DIRECTORATE, kind, f"/organisations/{new_id()}/proceedings")
    assert (unknown.status_code, unknown.json["code"]) == (404, "unknown-case")


def test_the_directorate_opens_one_of_its_own_accord_and_enters_what_came_by_letter(
    case: Case,
) -> None:
    town = case.town
    made = town.done(f"{case.plan}/proceedings", *DIRECTORATE, {"kind": "registration"})["made"]
    there = replace(case, path=f"/proceedings/{made}")
    assert there.trail(LEADER)["receivedOn"] is None
    early = there.post("/decide", DIRECTORATE, DECISION)
    assert (early.status_code, early.json["rule"]) == (422, "L-FVL-15")
    assert "advance notice" in early.json["detail"]
    comments = {"text": "Vi har fått varselet.", "receivedOn": "2026-05-04"}
    there.done("/comments", DIRECTORATE, comments)
    there.done("/decide", DIRECTORATE, DECISION)
