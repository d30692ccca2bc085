"""Another portal, whose files the town brings in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from application.actors import MACHINE
from application.people.service import EnterPerson
from application.plans.history_file.columns import COLUMNS
from application.plans.history_file.report import ImportReport
from application.plans.history_file.service import HistoryFile
from application.plans.history_file.writing import line
from domain.plans.plan import TrainingPlan, plan_id
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
    """Return the town with HPR numbers, and a plan for the doctor that is empty so far."""
    made = Portal(town, next_hpr())
    numbered(made)
    town.plan()
    return made


def next_hpr() -> str:
    return str(next(_NEXT_HPR))


def numbered(portal: Portal) -> None:
    """Enter the HPR numbers of those the files are about."""
    hprs = {"supervisor": SUPERVISOR_HPR, "midwife": MIDWIFE_HPR, "doctor": portal.hpr}
    for name, hpr in hprs.items():
        known = EnterPerson(person=portal.town.people[name], name=name.title(), hpr=hpr)
        portal.town.services.people.enter_unasked(known)


STARTED = date(2026, 1, 5)
"""When the doctor's training began."""
