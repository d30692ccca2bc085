"""A town in which there is one of everything a form can be about, and how each is named."""

from __future__ import annotations

from typing import Any

from tests.support.forms import attached
from tests.support.town import Town
from tests.web.api.group_meetings import meet
from tests.web.api.test_journey import GOAL, guided
from tests.web.api.who_may import BODIES

DOCTOR, LEADER, ORGANISER = (
    ("doctor", "doctor"),
    ("leader", "leader"),
    ("organiser", "group-organiser"),
)
ON_THE_DAY = "2. feb. 2026"
EMPLOYER = "Åsnes kommune"
GROUP = "Hamar"


def everything(town: Town) -> tuple[dict[str, str], dict[str, str]]:
    """Return what stands in an address for each, and the words its pages have for it."""
    met = meet(town)
    met.admit("first", "second")
    plan, person = met.plan, str(town.people["stranger"])
    guided(town, plan)

    def made(rest: str, who: tuple[str, str] = DOCTOR, **more: Any) -> str:
        told = town.done(f"{plan}/{rest}", *who, BODIES[rest] | more)
        return str(told.get("made") or told["version"])

    activity = made("activities")
    town.done(f"{plan}/activities/{activity}/submit", *DOCTOR, {"to": town.people["midwife"]})
    members = [
        {"person": town.people["leader"], "capacity": "leader"},
        {"person": town.people["supervisor"], "capacity": "supervisor"},
        {"person": town.people["midwife"], "capacity": "clinical-supervisor"},
    ]
    made("representatives", person=person)
    ids = {
        "plan": plan.removeprefix("/plans/"),
        "session": made("sessions", supervisor=town.people["supervisor"]),
        "activity": activity,
        "goal": GOAL,
        "course": made("courses"),
        "visit": made("visits", colleagueName=None, colleague=town.people["another_doctor"]),
        "period": made("service"),
        "absence": made("absences"),
        "invitation": made(
            "invitations", person=town.people["another_doctor"], invitedAs="clinical-supervisor"
        ),
        "concern": made("concerns", ("supervisor", "supervisor")),
        "panel": made("panels", LEADER, members=members),
        "file": str(attached(town, plan, *DOCTOR).json["made"]),
        "person": person,
        "version": "1",
        "number": "1",
        "organisation": str(town.organisation),
        "arena": "ARE-01",
        "group": met.group.removeprefix("/groups/"),
        "doctor": met.doctor,
    }
    return ids, {
        "session": ON_THE_DAY,
        "activity": ON_THE_DAY,
        "goal": GOAL,
        "course": "Kurshuset",
        "visit": ON_THE_DAY,
        "period": EMPLOYER,
        "absence": ON_THE_DAY,
        "invitation": "Supervisør",
        "concern": "Supervisor",
        "panel": "Midwife",
        "file": "Tekst",
        "person": "Stranger",
        "version": "Utdanningsplanen ble åpnet",
        "number": "Versjon av planen",
        "organisation": EMPLOYER,
        "arena": "Læringsarena",
        "group": GROUP,
        "doctor": "Doctor",
    }
