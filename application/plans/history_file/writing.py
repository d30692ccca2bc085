"""Entries written as the lines of a history file, always in the same way."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from application.plans.history_file import entries as e
from application.plans.history_file.columns import COLUMNS, HPR, ORGANISATION, RECORD
from application.plans.history_file.rows import harmless
from domain.shared.ids import Id

Naming = Callable[[Id], str]
"""How a file names a person: by HPR number, or by id if there is none."""


def written(entries: Iterable[tuple[str, e.AnyEntry]], name: Naming) -> Iterator[str]:
    """Yield the lines of a file, its headings first; each entry comes with its establishment."""
    yield line(COLUMNS)
    for establishment, entry in entries:
        cells = cells_of(entry, name) | {ORGANISATION: establishment}
        yield line([harmless(cells.get(column, "")) for column in COLUMNS])


def cells_of(entry: e.AnyEntry, name: Naming) -> dict[str, str]:
    """Return an entry's cells by column; those without value are left out."""
    cells: dict[str, object] = {
        RECORD: entry.__struct_config__.tag,
        HPR: name(entry.doctor),
        "day": entry.day,
        "id": entry.id,
        **_cells(entry, name),
    }
    return {column: _shown(value) for column, value in cells.items() if value not in (None, "", ())}


def _cells(entry: e.AnyEntry, name: Naming) -> dict[str, object]:
    match entry:
        case e.SessionEntry():
            return {
                "minutes": entry.minutes,
                "by": name(entry.supervisor),
                "goals": entry.goals,
                "confirmed_on": entry.finalised_on,
                "text": entry.text,
            }
        case e.ActivityEntry():
            return {
                "kind": entry.kind,
                "arena": entry.arena,
                "goals": entry.goals,
                "by": entry.signed_by and name(entry.signed_by),
                "role": entry.capacity,
                "channel": entry.channel,
                "confirmed_on": entry.signed_on,
                "text": entry.text,
            }
        case e.GoalEntry():
            return {"goals": entry.goal, "stated_in": entry.stated_in}
        case e.CourseEntry():
            return {
                "last_day": entry.last_day,
                "name": entry.title,
                "place": entry.provider,
                "hours": entry.hours,
                "goals": entry.goals,
                "certificate": entry.certificate,
                "confirmed_on": entry.issued_on,
                "stated_in": entry.issued_by,
            }
        case e.ServiceEntry():
            return {
                "last_day": entry.last_day,
                "kind": entry.kind,
                "percentage": entry.percentage,
                "arena": entry.arena,
                "place": entry.employer,
                "confirmed_on": entry.confirmed_on,
                "by": entry.confirmed_by and name(entry.confirmed_by),
            }


def _shown(value: object) -> str:
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return " ".join(map(str, value))
    return str(value)


def line(cells: Iterable[str]) -> str:
    """Return one line as it is always written."""
    made = io.StringIO()
    csv.writer(made, delimiter=";", lineterminator="\r\n").writerow(cells)
    return made.getvalue()
