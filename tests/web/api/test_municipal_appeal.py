"""An appeal over what the municipality decided, heard by the municipality's own appeal body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from application.actors import Actor, Role
from application.ids import new_id
from application.organisations.commands import AppointOfficer
from application.people.service import EnterPerson
from domain.organisations.organisation import Office
from tests.support.projecting import projecting
from tests.support.town import Town, order
from tests.web.api.test_docket import docket
from tests.web.api.test_proceedings import DOCTOR, Room

LEADER, MEMBER = ("leader", "leader"), ("member", "appeals-member")


@pytest.fixture
def room(aasnes: Town) -> Iterator[Room]:
    """Give a municipal decision the doctor asked for, and a member of the appeal body."""
    member, services = new_id(), aasnes.services
    services.people.enter_unasked(EnterPerson(person=member, name="Nemndsmedlem"))
    command = AppointOfficer(
        organisation=aasnes.organisation,
        person=member,
        office=Office.APPEALS_MEMBER,
        first_day=date(2019, 3, 1),
    )
    by = Actor(person=aasnes.people["directorate"], acting_as=Role.DIRECTORATE_OFFICER)
    services.organisations.appoint(command, by, order())
    there = replace(aasnes, people={**aasnes.people, "member": member})
    with projecting(there.addresses.application):
        plan = there.plan()
        made = there.done(f"{plan}/proceedings", *DOCTOR, {"kind": "municipal-decision"})["made"]
        yield Room(town=there, plan=plan, path=f"/proceedings/{made}")


def test_it_is_heard_by_members_who_did_not_decide(room: Room) -> None:
    """AMB-40, L-FVL-13: whether it can be appealed a person decides; then it has its room."""
    decided = {"outcome": "refused", "text": "Permisjon innvilges ikke."}
    room.done("/decide", LEADER, decided)
    room.done("/notice", LEADER, {"channel": "digital", "says": []})
    room.arrived(LEADER)
    assert room.trail()["lastDay"] is None
    appeal = "/appeals/" + room.done("/appeals", DOCTOR, {"grounds": "Uenig."})["made"]
    (line,) = room.trail()["appeals"]
    assert (line["verdict"], line["steps"][0]["rule"]) == ("a-person-decides", "AMB-40")
    ground = {"ground": "no-time-runs", "reason": "Det er et enkeltvedtak."}
    room.done(f"{appeal}/accept-late", LEADER, ground)
    room.done(f"{appeal}/review", LEADER, {"outcome": "maintained", "text": "Som før."})
    astray = room.post(f"{appeal}/forward", LEADER, {"to": "directorate"})
    assert (astray.status_code, astray.json["rule"]) == (422, "L-FVL-13")
    assert room.town.get(room.path, *MEMBER).status_code == 403
    room.done(f"{appeal}/forward", LEADER, {"to": "municipal-appeal-body"})
    here = {"Acting_For": str(room.town.organisation)}
    assert [one["waitsFor"] for one in docket(room, MEMBER, **here)] == ["hear"]
    heard = {"outcome": "changed", "result": "granted", "text": "Klagen tas til følge."}
    room.done(f"{appeal}/decide", MEMBER, heard)
    assert room.trail(MEMBER)["outcome"] == "granted"
    room.done("/notice", MEMBER, {"channel": "digital", "says": ["costs"]})
    room.arrived(MEMBER)
    room.done("/close", LEADER)
