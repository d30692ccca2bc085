"""Measures how fast a history file is read, checked, sealed and recorded."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from application.actors import MACHINE, Actor, Role
from application.ids import new_id
from application.people.service import EnterPerson
from application.plans.history_file.service import HistoryFile
from application.plans.history_file.writing import line
from application.plans.opening import OpenPlan
from application.practitioners.service import RecordAuthorisation
from application.services import Services
from domain.plans.opening import EmploymentModel
from domain.practitioners.practitioner import Authorisation
from infrastructure.embedded import EmbeddedPostgres
from tests.benchmarks.measuring import Rates
from tests.benchmarks.servers import fresh_place
from tests.support.town import ORGANISATION, PEOPLE, order, town

LINES_A_DOCTOR = 500
STARTS = date(2020, 1, 6)
SUPERVISOR = "7000000"
HEADINGS = [
    "record",
    "hpr",
    "day",
    "kind",
    "minutes",
    "arena",
    "goals",
    "by",
    "confirmed_on",
    "text",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How many lines and facts were brought in, in how many seconds, and how fast."""

    lines: int
    facts: int
    seconds: float
    rates: Rates


def imported(server: EmbeddedPostgres, *, lines: int, rounds: int) -> Imported:
    """Bring a file of so many lines into as many empty plans as such a file is about."""
    found = [_once(server, lines) for _ in range(rounds)]
    return Imported(
        lines=lines,
        facts=found[0][0],
        seconds=max(seconds for _, seconds in found),
        rates={
            "lines": [lines / seconds for _, seconds in found],
            "facts": [facts / seconds for facts, seconds in found],
        },
    )


def _once(server: EmbeddedPostgres, lines: int) -> tuple[int, float]:
    doctors = max(1, lines // LINES_A_DOCTOR)
    content = "".join(_lines(lines, doctors)).encode()
    with town(fresh_place(server).ours) as place:
        _enter_doctors(place.services, doctors)
        before = place.services.histories.position()
        began = time.perf_counter()
        bring_in = place.services.history_import.bring_in
        report = bring_in(HistoryFile(content=content), MACHINE, order())
        seconds = time.perf_counter() - began
        assert report.new == lines
        return place.services.histories.position() - before, seconds


def _hpr(doctor: int) -> str:
    return str(7_000_001 + doctor)


def _enter_doctors(services: Services, doctors: int) -> None:
    directorate = Actor(person=PEOPLE["directorate"], acting_as=Role.DIRECTORATE_OFFICER)
    leader = Actor(person=PEOPLE["leader"], acting_as=Role.LEADER)
    services.people.enter_unasked(EnterPerson(person=new_id(), name="Veileder", hpr=SUPERVISOR))
    for number in range(doctors):
        doctor = new_id()
        known = EnterPerson(person=doctor, name=f"Lege {number}", hpr=_hpr(number))
        services.people.enter_unasked(known)
        authorised = RecordAuthorisation(
            person=doctor,
            kind=Authorisation.AUTHORISATION,
            first_day=STARTS,
            stated_in="HPR",
        )
        services.practitioners.authorise(authorised, directorate, order())
        opening = OpenPlan(
            doctor=doctor,
            organisation=ORGANISATION,
            employment_model=EmploymentModel.SALARIED_GP,
            starts_on=STARTS,
            part_one_completed_on=STARTS - timedelta(days=1),
        )
        services.opening.open(opening, leader, order())


def _lines(lines: int, doctors: int) -> Iterator[str]:
    """Yield sessions with minutes and signed activities with descriptions, half of each."""
    yield line(HEADINGS)
    for number in range(lines):
        doctor, turn = number % doctors, number // doctors
        day = str(STARTS + timedelta(days=turn))
        goals, words = f"ALM-0{10 + turn % 40} ALM-001", f"Samtale {number} om prioritering."
        if turn % 2:
            cells = ["session", _hpr(doctor), day, "", "90", "", goals, SUPERVISOR, day, words]
        else:
            kind, arena = "case-discussion", "ARE-01"
            cells = ["activity", _hpr(doctor), day, kind, "", arena, goals, SUPERVISOR, day, words]
        yield line(cells)
