"""A town in which something of every kind is there, so that what is sent finds what it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from application.actors import Actor, Role
from application.bodies.service import AppointBodyOfficer
from application.ids import new_id
from application.people.service import EnterPerson
from domain.bodies.body import BodyKind
from tests.support.forms import attached
from tests.support.projecting import projecting
from tests.support.town import LEADER, TODAY, Town, order
from tests.web.api.exempting import APPLIED
from tests.web.api.group_meetings import FIRST, ORGANISER, SECOND
from tests.web.api.test_case_documents import sent
from tests.web.api.test_journey import GOAL
from tests.web.api.test_proceedings import DIRECTORATE, DOCTOR, Room
from tests.web.api.test_reassessments import asked, refused
from tests.web.api.who_may import BODIES, DAY

SUPERVISOR = ("supervisor", "supervisor")
WHO = (
    DOCTOR,
    LEADER,
    DIRECTORATE,
    SUPERVISOR,
    ("midwife", "clinical-supervisor"),
    ("administrator", "administrator"),
    ORGANISER,
    ("governor", "county-governor-officer"),
    ("board", "personnel-board-officer"),
    ("helseklage", "helseklage-officer"),
    ("stranger", "representative"),
    ("stranger", "invited"),
    ("stranger", "doctor"),
    ("auditor", "auditor"),
    ("operator", "system-administrator"),
)
"""Everybody, in each capacity they have here."""
CODES: dict[str, list[Any]] = {
    "goal": [GOAL, "ALM-001"],
    "goals": [GOAL],
    "arena": ["ARE-01"],
    "arenas": ["ARE-01"],
    "kind": ["specialist-approval", "registration"],
    "name": ["appeal", "lawsuit"],
    "law": ["in-force"],
    "version": [3, 1, 12],
    "number": [1],
    "ruling": [1],
}
"""What has no id, but is known by a code or a number."""


@dataclass(slots=True, kw_only=True)
class Known:
    """The ids of a town by what the paths and the bodies of the API call them."""

    town: Town
    ids: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, made: Any) -> None:
        self.ids[name].append(str(made))

    def one(self, name: str, which: int) -> Any:
        """Return one of those that are known by a name, or None where none is."""
        found = self.ids.get(name)
        return found[which % len(found)] if found else None

    def headers(self, name: str, role: str) -> dict[str, str]:
        more = {"Reason": "Tilsyn."}
        if role in (Role.ADMINISTRATOR, Role.LEADER):
            more["Acting_For"] = str(self.town.organisation)
        return self.town.headers(name, role, **more)


def known(town: Town) -> Known:
    """Return the town with new doctors, and what they, and others, have begun."""
    found = Known(town=_with_helseklage(town.with_new_people()))
    found.ids |= {name: list(codes) for name, codes in CODES.items()}
    found.add("organisation", town.organisation)
    _begin_plan(found)
    _begin_cases(found, found.ids["plan"][0])
    _begin_around(found, found.ids["plan"][0])
    people = found.town.people
    for name in ("doctor", "stranger", "supervisor", "midwife", "leader"):
        found.add("person", people[name])
    found.add("doctor", people["doctor"])
    found.add("supervisor", people["supervisor"])
    services = found.town.services
    with projecting(found.town.addresses.application):
        assert services.views.wait_for(services.histories.position(), seconds=20)
    return found


def _with_helseklage(town: Town) -> Town:
    officer, operator = new_id(), town.people["operator"]
    town.services.people.enter_unasked(EnterPerson(person=officer, name="Helseklage"))
    appointed = AppointBodyOfficer(
        kind=BodyKind.HELSEKLAGE, person=officer, first_day=date(2019, 1, 1)
    )
    by = Actor(person=operator, acting_as=Role.SYSTEM_ADMINISTRATOR)
    town.services.bodies.appoint(appointed, by, order())
    return replace(town, people={**town.people, "helseklage": officer})


def _begin_plan(found: Known) -> None:
    town, people = found.town, {name: str(one) for name, one in found.town.people.items()}
    plan = refused(town)
    found.add("plan", plan.rpartition("/")[2])
    begun: tuple[tuple[str, str, tuple[str, str], Mapping[str, Any]], ...] = (
        ("session", "sessions", DOCTOR, {"supervisor": people["supervisor"]}),
        ("activity", "activities", DOCTOR, {}),
        ("course", "courses", DOCTOR, {}),
        ("visit", "visits", DOCTOR, {}),
        ("period", "service", DOCTOR, {}),
        ("absence", "absences", DOCTOR, {}),
        ("comment", "comments", DOCTOR, {}),
        ("invitation", "invitations", DOCTOR, {"person": people["stranger"]}),
        ("review", "reviews", LEADER, {"present": [people["doctor"], people["supervisor"]]}),
        ("concern", "concerns", SUPERVISOR, {}),
    )
    for name, path, who, more in begun:
        body = BODIES.get(path, BODIES.get(f"/{path}", {})) | dict(more)
        found.add(name, town.done(f"{plan}/{path}", *who, body)["made"])
    found.add("file", attached(town, plan, *DOCTOR).json["made"])
    found.add("reassessment", asked(town, plan).rpartition("/")[2])
    given = {"person": people["stranger"], "scopes": ["decisions"], "firstDay": DAY}
    town.done(f"{plan}/representatives", *DOCTOR, given)


def _begin_cases(found: Known, plan: str) -> None:
    """Open a case that was decided and appealed, and one that is being prepared."""
    town, path = found.town, f"/plans/{plan}"
    town.clock.day = date(2026, 2, 2)
    made = town.done(f"{path}/proceedings", *DOCTOR, {"kind": "specialist-approval"})["made"]
    room = Room(town=town, plan=path, path=f"/proceedings/{made}")
    room.notified()
    found.add("appeal", room.done("/appeals", DOCTOR, {"grounds": "Uenig."})["made"])
    found.add("deferral", room.done("/deferrals", DOCTOR, {"until": "appeal-decided"})["made"])
    found.add("claim", room.done("/costs", DOCTOR, {"amount": 42_000})["made"])
    found.add("document", sent(room))
    found.add("request", room.done("/access", DOCTOR)["made"])
    found.add("question", room.done("/impartiality", DOCTOR, {"reason": "Slektskap."})["made"])
    found.add("proceeding", made)
    town.clock.day = TODAY


def _begin_around(found: Known, plan: str) -> None:
    """Form a group, and send an application and a letter."""
    town = found.town
    group = town.done("/groups", *ORGANISER, {"name": "Hamar", "formedOn": "2024-05-02"})["made"]
    for year in (FIRST, SECOND):
        town.done(f"/groups/{group}/years", *ORGANISER, year)
        town.done(f"/groups/{group}/members", *ORGANISER, {"year": year["year"], "plan": plan})
    found.add("group", group)
    applied = APPLIED | {"supervisor": str(town.people["stranger"]), "plans": [plan]}
    where = f"/organisations/{town.organisation}/exemptions"
    found.add("exemption", town.done(where, "administrator", "administrator", applied)["made"])
    letter = {"words": "Til dere.", "to": "directorate", "because": "wrong-body"}
    found.add("incoming", town.done("/incoming", *DOCTOR, letter)["caseId"])
