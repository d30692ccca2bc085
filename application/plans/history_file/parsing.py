"""From rows to entries, or to what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from application.plans.history_file import entries as e
from application.plans.history_file.cells import Cells, Known, naming
from application.plans.history_file.columns import HPR, ORGANISATION, RECORD, USED, RecordKind
from application.plans.history_file.problems import Notes
from application.plans.history_file.rows import Row
from domain.plans import courses, guidance
from domain.plans.activities import ActivityKind, Channel
from domain.plans.roles import Capacity
from domain.plans.service import (
    FARTHEST_AHEAD,
    FULL_TIME,
    LONGEST_SERVICE,
    MOST_YEARS,
    MOST_YEARS_AHEAD,
    ServiceKind,
)
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, where it stands, and which establishment it names."""

    number: int
    entry: e.AnyEntry
    organisation: str | None


def people_named(rows: Iterable[Row]) -> set[str]:
    """Return how the people of the rows are named; what names nobody is told when it is read."""
    named = set()
    for written in {row.cells.get(column) for row in rows for column in (HPR, "by")}:
        try:
            named.add(naming(written or ""))
        except ValueError:
            continue
    return named


def parsed(rows: Iterable[Row], known: Known, notes: Notes) -> Iterator[Line]:
    """Yield a line for each row in which nothing is wrong; what is wrong is noted."""
    for row in rows:
        before = len(notes.problems)
        cells = Cells(row, known, notes)
        kind = cells.choice(RECORD, RecordKind, needed=True)
        doctor = cells.person(HPR, needed=True)
        entry = _READ[kind](cells, doctor or Id("")) if kind else None
        if kind:
            _refuse_unused(cells, kind)
        if entry and len(notes.problems) == before:
            yield Line(row.line, entry, row.cells.get(ORGANISATION))


def _refuse_unused(cells: Cells, kind: RecordKind) -> None:
    used = ", ".join(sorted(USED[kind]))
    for column in cells.row.cells.keys() - USED[kind]:
        cells.note(
            column,
            nb=f"står i en kolonne som ikke brukes for {kind}; det gjør {used}.",
            en=f"is in a column that is not used for {kind}; used are {used}.",
        )


def _session(cells: Cells, doctor: Id) -> e.SessionEntry:
    day = cells.day("day", needed=True)
    finalised_on = cells.day("confirmed_on")
    _in_order(cells, "confirmed_on", day, finalised_on)
    return e.SessionEntry(
        doctor=doctor,
        id=cells.id(),
        day=day or date.min,
        minutes=cells.whole("minutes", most=guidance.LONGEST) or 0,
        supervisor=_another(cells, doctor, needed=True) or Id(""),
        goals=cells.goals(day),
        finalised_on=finalised_on or day or date.min,
        text=cells.text(),
    )


def _activity(cells: Cells, doctor: Id) -> e.ActivityEntry:
    day = cells.day("day", needed=True)
    signer = _another(cells, doctor)
    signed_on = cells.day("confirmed_on", needed="by" in cells.row.cells)
    _in_order(cells, "confirmed_on", day, signed_on)
    capacity, channel = cells.choice("role", Capacity), cells.choice("channel", Channel)
    if "by" not in cells.row.cells:
        for column in ("role", "channel", "confirmed_on"):
            _belongs_with(cells, column, "by")
    return e.ActivityEntry(
        doctor=doctor,
        id=cells.id(),
        day=day or date.min,
        kind=cells.choice("kind", ActivityKind, needed=True) or "",
        arena=cells.word("arena"),
        goals=cells.goals(day),
        signed_by=signer,
        capacity=capacity or Capacity.CLINICAL_SUPERVISOR if signer else None,
        channel=channel or Channel.ON_SITE if signer else None,
        signed_on=signed_on,
        text=cells.text(),
    )


def _goal(cells: Cells, doctor: Id) -> e.GoalEntry:
    day = cells.day("day", needed=True)
    cells.word("goals", needed=True)
    goals = cells.goals(day)
    if len(goals) > 1:
        cells.note(
            "goals",
            nb="er flere mål; skriv én linje for hvert.",
            en="are several goals; write a line for each.",
        )
    return e.GoalEntry(
        doctor=doctor,
        day=day or date.min,
        goal=goals[0] if goals else "",
        stated_in=cells.word("stated_in", needed=True) or "",
    )


def _course(cells: Cells, doctor: Id) -> e.CourseEntry:
    day, last_day = cells.day("day", needed=True), cells.day("last_day")
    _in_order(cells, "last_day", day, last_day)
    certified = "certificate" in cells.row.cells
    issued_on = cells.day("confirmed_on", needed=certified)
    _in_order(cells, "confirmed_on", last_day or day, issued_on)
    if not certified:
        for column in ("confirmed_on", "stated_in"):
            _belongs_with(cells, column, "certificate")
    return e.CourseEntry(
        doctor=doctor,
        id=cells.id(),
        day=day or date.min,
        last_day=last_day or day or date.min,
        title=cells.word("name", needed=True) or "",
        provider=cells.word("place", needed=True) or "",
        hours=cells.decimal("hours", most=courses.LONGEST),
        goals=cells.goals(None),
        certificate=cells.word("certificate"),
        issued_on=issued_on,
        issued_by=cells.word("stated_in", needed=certified),
    )


def _service(cells: Cells, doctor: Id) -> e.ServiceEntry:
    day = cells.day("day", needed=True, to_come=True)
    last_day = cells.day("last_day", needed=True, to_come=True)
    confirmed_on = cells.day("confirmed_on")
    _in_order(cells, "last_day", day, last_day)
    _refuse_odd_service(cells, day, last_day)
    _in_order(cells, "confirmed_on", last_day, confirmed_on)
    if "confirmed_on" not in cells.row.cells:
        _belongs_with(cells, "by", "confirmed_on")
    return e.ServiceEntry(
        doctor=doctor,
        id=cells.id(),
        day=day or date.min,
        last_day=last_day or date.min,
        kind=cells.choice("kind", ServiceKind, needed=True) or "",
        percentage=cells.whole("percentage", most=FULL_TIME) or 0,
        arena=cells.word("arena"),
        employer=cells.word("place", needed=True) or "",
        confirmed_on=confirmed_on,
        confirmed_by=_another(cells, doctor),
    )


_READ: dict[RecordKind, Callable[[Cells, Id], e.AnyEntry]] = {
    RecordKind.SESSION: _session,
    RecordKind.ACTIVITY: _activity,
    RecordKind.GOAL: _goal,
    RecordKind.COURSE: _course,
    RecordKind.SERVICE: _service,
}


def _another(cells: Cells, doctor: Id, *, needed: bool = False) -> Id | None:
    """Return the person who guided, signed or confirmed: never the doctor (R-ROL-02)."""
    person = cells.person("by", needed=needed)
    if person and person == doctor:
        cells.note(
            "by",
            nb="er legen selv; ingen veileder, signerer for eller bekrefter seg selv (R-ROL-02).",
            en="is the doctor; nobody guides, signs for or confirms themselves (R-ROL-02).",
        )
    return person


def _in_order(cells: Cells, column: str, first: date | None, then: date | None) -> None:
    if first and then and then < first:
        cells.note(column, nb=f"er før {first}.", en=f"is before {first}.")


def _refuse_odd_service(cells: Cells, day: date | None, last_day: date | None) -> None:
    today = cells.known.today
    if day and last_day and last_day - day > LONGEST_SERVICE:
        cells.note(
            "last_day",
            nb=f"er mer enn {MOST_YEARS} år etter {day}.",
            en=f"is more than {MOST_YEARS} years after {day}.",
        )
    if last_day and last_day - today > FARTHEST_AHEAD:
        cells.note(
            "last_day",
            nb=f"er mer enn {MOST_YEARS_AHEAD} år fram i tid; i dag er {today}.",
            en=f"is more than {MOST_YEARS_AHEAD} years ahead; today is {today}.",
        )


def _belongs_with(cells: Cells, column: str, other: str) -> None:
    if column in cells.row.cells:
        cells.note(column, nb=f"krever også {other}.", en=f"needs {other} as well.")
