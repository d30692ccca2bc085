"""A case about the establishment of a town, acted out over HTTP by those who act for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from application.actors import Actor, Role
from application.bodies.service import AppointBodyOfficer
from application.ids import new_id
from application.organisations.service import organisation_id
from application.people.service import EnterPerson
from domain.bodies.body import BodyKind
from domain.shared.facts import tag_of
from domain.shared.ids import Id
from tests.support.town import Town, order
from tests.web.api.test_proceedings import Room

LEADER, ADMINISTRATOR = ("leader", "leader"), ("administrator", "administrator")
HELSEKLAGE, AUDITOR = ("helseklage", "helseklage-officer"), ("auditor", "auditor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Room):
    """One proceeding about the establishment of the town; ``plan`` is the establishment."""

    def told(self) -> list[str]:
        """Return what the establishment's own history tells of it."""
        history = self.town.services.histories.history(self.town.organisation)
        ours = self.path.removeprefix("/proceedings/")
        found = [one.fact for one in history if getattr(one.fact, "proceeding", None) == ours]
        return [tag_of(one) for one in found]

    def card(self, who: tuple[str, str]) -> Any:
        found = self.town.get(self.plan, *who).json["decisions"]
        ours = self.path.removeprefix("/proceedings/")
        return [one for one in found if one["proceeding"] == ours]

    def appealed(self) -> str:
        body = {"grounds": "Vi har de læringsarenaene som kreves."}
        return "/appeals/" + str(self.done("/appeals", ADMINISTRATOR, body)["made"])


def with_helseklage(town: Town) -> Town:
    """Return the town with one who acts for Helseklage, and in it an establishment of its own.

    What is decided of a registration takes effect, which other tests should not meet.
    """
    officer, services = new_id(), town.services
    services.people.enter_unasked(EnterPerson(person=officer, name="Helseklage"))
    operator = Actor(person=town.people["operator"], acting_as=Role.SYSTEM_ADMINISTRATOR)
    command = AppointBodyOfficer(
        kind=BodyKind.HELSEKLAGE, person=officer, first_day=date(2019, 1, 1)
    )
    services.bodies.appoint(command, operator, order())
    people = {**town.people, "helseklage": officer}
    return replace(town, people=people, organisation=_municipality(town))


def _municipality(town: Town) -> Id:
    """Register a municipality that is led and administered as the town's own."""
    name = f"Prøvevik {str(new_id())[-8:]} kommune"
    body = {
        "name": name,
        "organisationNumber": None,
        "registeredFrom": "2019-02-01",
        "decidedOn": "2019-03-01",
        "statedIn": "vedtak",
    }
    town.done("/organisations", "directorate", "directorate-officer", body)
    organisation = organisation_id(name, None)
    for person in ("leader", "administrator"):
        officer = {
            "person": str(town.people[person]),
            "office": person,
            "firstDay": "2019-03-01",
        }
        path = f"/organisations/{organisation}/officers"
        town.done(path, "directorate", "directorate-officer", officer)
    return organisation


def applied(town: Town, kind: str = "registration", who: tuple[str, str] = ADMINISTRATOR) -> Case:
    """Return the case of a registration applied for on 2 February 2026."""
    there = f"/organisations/{town.organisation}"
    today, town.clock.day = town.clock.day, date(2026, 2, 2)
    made = town.done(f"{there}/proceedings", *who, {"kind": kind})["made"]
    town.clock.day = today
    return Case(town=town, plan=there, path=f"/proceedings/{made}")
