"""What comes in over HTTP: a refusal to appeal, the bodies, and what is sent and seen of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from application.actors import Actor, Role
from application.bodies.service import AppointBodyOfficer
from application.ids import new_id
from application.people.service import EnterPerson
from domain.bodies.body import BodyKind
from tests.support.projecting import projecting
from tests.support.town import Answer, Town, order
from tests.web.api.test_proceedings import DOCTOR, Room, applied

HELSEKLAGE = ("helseklage", "helseklage-officer")
LEADER = ("leader", "leader")
AUDIT = ("auditor", "auditor")
WORDS = "Jeg klager på avslaget fra mars."
SENT_ON = {"to": "directorate", "words": "Klagen skal til Helsedirektoratet og er sendt dit."}


@contextmanager
def a_refusal(aasnes: Town) -> Iterator[Room]:
    """Give a refusal that can be appealed until 21 April, with somebody at Helseklage."""
    services, officer = aasnes.services, new_id()
    services.people.enter_unasked(EnterPerson(person=officer, name="Helseklage"))
    operator = Actor(person=aasnes.people["operator"], acting_as=Role.SYSTEM_ADMINISTRATOR)
    appointed = AppointBodyOfficer(
        kind=BodyKind.HELSEKLAGE, person=officer, first_day=date(2019, 1, 1)
    )
    services.bodies.appoint(appointed, operator, order())
    there = replace(aasnes, people={**aasnes.people, "helseklage": officer})
    with projecting(there.addresses.application):
        found = applied(there)
        found.notified()
        yield found


def listed(room: Room, path: str, who: tuple[str, str], **more: str) -> Any:
    """Return the items of a list, as one sees it who has seen all there is."""
    services = room.town.services
    assert services.views.wait_for(services.histories.position(), seconds=20)
    answer = room.town.get(path, *who, **more)
    assert answer.status_code == 200, answer.json
    return answer.json["items"]


def inbox(room: Room, who: tuple[str, str], **more: str) -> list[str]:
    return [one["incoming"] for one in listed(room, "/incoming", who, **more)]


def sent(room: Room, on: date, **changed: Any) -> str:
    """Return where that is which the doctor sent to Helseklage, on a day."""
    room.town.clock.day = on
    body = {"words": WORDS, "to": "helseklage", "because": "wrong-body"} | changed
    receipt = room.town.done("/incoming", *DOCTOR, body)
    assert receipt["made"] == receipt["caseId"]
    return f"/incoming/{receipt['caseId']}"


def act(room: Room, path: str, who: tuple[str, str], body: Any, **more: str) -> Answer:
    return room.town.post(path, *who, body, Accept_Language="en", **more)


def placing(room: Room, **more: Any) -> dict[str, Any]:
    return {"proceeding": room.path.removeprefix("/proceedings/")} | more
