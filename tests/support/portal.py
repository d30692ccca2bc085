"""Another portal, whose files the town brings in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any

from application.actors import MACHINE, Actor, Role
from application.ids import new_id
from application.people.service import EnterPerson
from application.plans.history_file.columns import COLUMNS
from application.plans.history_file.report import ImportReport
from application.plans.history_file.service import HistoryFile
from application.plans.history_file.writing import line
from application.practitioners.service import (
    RecordAuthorisation,
    RecordSpecialistApproval,
    RecordSupervisorCourse,
)
from domain.plans.plan import TrainingPlan, plan_id
from domain.practitioners.practitioner import Authorisation
from domain.shared.facts import Recorded
from domain.shared.ids import Id
from tests.support.town import Town, order

SUPERVISOR_HPR, MIDWIFE_HPR = "8000001", "8000002"
_NEXT_HPR = count(9_100_000)

SESSION = {
    "record": "session",
    "day": "2026-02-02",
    "minutes": "90",
    "goals": "ALM-031",
    "by": SUPERVISOR_HPR,
    "confirmed_on": "2026-02-04",
    "text": "Snakket om prioritering.",
}
ACTIVITY = {
    "record": "activity",
    "day": "2026-02-09",
    "kind": "procedure",
    "arena": "ARE-04",
    "goals": "ALM-031 ALM-012",
    "by": MIDWIFE_HPR,
    "confirmed_on": "2026-02-10",
    "text": "Svangerskapskontroll.",
}
GOAL = {
    "record": "goal",
    "day": "2024-05-06",
    "goals": "ALM-012",
    "stated_in": "Kompetanseportalen",
}
COURSE = {
    "record": "course",
    "day": "2025-03-11",
    "last_day": "2025-03-12",
    "name": "Emnekurs i akuttmedisin",
    "place": "Legeforeningen",
    "hours": "15",
    "goals": "ALM-012",
    "certificate": "O-31245",
    "confirmed_on": "2025-03-20",
    "stated_in": "Legeforeningen",
}
SERVICE = {
    "record": "service",
    "day": "2025-01-01",
    "last_day": "2025-12-31",
    "kind": "open-unselected-practice",
    "percentage": "80",
    "arena": "ARE-01",
    "place": "Åsnes kommune",
    "confirmed_on": "2026-01-05",
}
ALL = (SESSION, ACTIVITY, GOAL, COURSE, SERVICE)


def csv_file(*rows: Mapping[str, str]) -> bytes:
    """Return a file of the rows, as it is written here."""
    lines = [line(COLUMNS), *(line([row.get(c, "") for c in COLUMNS]) for row in rows)]
    return "".join(lines).encode()


@dataclass(frozen=True, slots=True)
class Portal:
    """The town, with a doctor whose history is elsewhere."""

    town: Town
    hpr: str

    @property
    def plan(self) -> Id:
        return plan_id(self.town.people["doctor"], self.town.organisation)

    def of_the_doctor(self, *rows: Mapping[str, str], **changed: str) -> bytes:
        """Return a file of rows about the doctor; ``changed`` cells are the same in all."""
        return csv_file(*({"hpr": self.hpr, **row, **changed} for row in rows))

    def bring_in(self, content: bytes, **asked: Any) -> ImportReport:
        """Bring a file in as the one who runs the machine."""
        file = HistoryFile(content=content, **asked)
        return self.town.services.history_import.bring_in(file, MACHINE, order())

    def history(self) -> tuple[Recorded, ...]:
        return tuple(self.town.services.histories.history(self.plan))

    def case(self) -> TrainingPlan:
        loaded = self.town.services.histories.load({self.plan: TrainingPlan})
        case: TrainingPlan = loaded[self.plan].case
        return case


def portal(town: Town) -> Portal:
    """Return the town with people who have HPR numbers, and a plan that is empty so far."""
    made = unopened(town)
    made.town.plan()
    return made


def unopened(town: Town) -> Portal:
    """Return the same before the plan is opened."""
    number = str(next(_NEXT_HPR))
    hprs = {"doctor": number, "supervisor": SUPERVISOR_HPR, "midwife": MIDWIFE_HPR}
    numbered = {name: _numbered(town, name, hpr) for name, hpr in hprs.items()}
    return Portal(replace(town, people={**town.people, **numbered}), number)


def _numbered(town: Town, name: str, hpr: str) -> Id:
    """Return the person with an HPR number, entered and qualified the first time."""
    if known := town.directory.with_hpr(hpr):
        return known.person
    entering = EnterPerson(person=new_id(), name=name.title(), hpr=hpr)
    person = town.services.people.enter_unasked(entering).person
    officer = Actor(person=town.people["directorate"], acting_as=Role.DIRECTORATE_OFFICER)
    town.services.practitioners.authorise(
        RecordAuthorisation(
            person=person,
            kind=Authorisation.AUTHORISATION,
            first_day=BEFORE,
            stated_in="HPR",
        ),
        officer,
        order(),
    )
    if name == "supervisor":
        _make_supervisor(town, person, officer)
    return person


def _make_supervisor(town: Town, person: Id, officer: Actor) -> None:
    specialist = RecordSpecialistApproval(
        person=person, specialty="allmennmedisin", first_day=BEFORE, stated_in="HPR"
    )
    town.services.practitioners.approve_as_specialist(specialist, officer, order())
    course = RecordSupervisorCourse(
        person=person, course="Veilederkurs", completed_on=BEFORE, stated_in="kursbevis"
    )
    town.services.practitioners.complete_course(course, officer, order())


BEFORE = date(2015, 1, 1)
STARTED = date(2026, 1, 5)
"""When the doctor's training began."""
