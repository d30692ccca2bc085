"""The rows of a history file, whichever form it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from application.plans.history_file.columns import (
    COLUMNS,
    HPR,
    RECORD,
    close_to,
    column,
)
from application.plans.history_file.problems import HistoryRefused, Notes, refused

MOST_LINES = 200_000
DANGEROUS = "=+-@"
"""A cell that begins so is a formula to a spreadsheet; with an apostrophe before it is a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file, and its cells that are not empty by column."""

    line: int
    cells: dict[str, str]


def named(numbered: Iterable[tuple[int, Sequence[str]]], notes: Notes) -> Iterator[Row]:
    """Yield the rows under the headings of the first; raises HistoryRefused for those."""
    lines = iter(numbered)
    line, headings = next(lines, (1, ()))
    columns = _columns(line, headings)
    for count, (at, cells) in enumerate(lines):
        if count >= MOST_LINES:
            raise refused(
                at,
                nb=f"filen har mer enn {MOST_LINES} linjer; del den.",
                en=f"the file has more than {MOST_LINES} lines; split it.",
            )
        found = {
            name: value
            for name, cell in zip(columns, cells, strict=False)
            if (value := harmed(cell.strip()))
        }
        if any(cell.strip() for cell in cells[len(columns) :]):
            notes.note(
                at,
                "",
                nb=f"linjen har {len(cells)} celler, men filen har {len(columns)} kolonner.",
                en=f"the line has {len(cells)} cells, but the file has {len(columns)} columns.",
            )
        elif found:
            yield Row(at, found)


def harmless(value: str) -> str:
    """Return the value as no spreadsheet takes it for a formula."""
    return f"'{value}" if value.startswith((*DANGEROUS, "'")) else value


def harmed(cell: str) -> str:
    """Return what ``harmless`` was given."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {*DANGEROUS, "'"} else cell


def _columns(line: int, headings: Sequence[str]) -> list[str]:
    columns, notes = [], Notes()
    for heading in headings:
        name = column(heading)
        if name is None and heading.strip():
            meant = close_to(heading)
            notes.note(
                line,
                heading,
                nb="er ingen kolonne; "
                + (f"mente du «{meant}»?" if meant else f"kolonnene er {', '.join(COLUMNS)}."),
                en="is no column; "
                + (f'did you mean "{meant}"?' if meant else f"columns are {', '.join(COLUMNS)}."),
            )
        elif name in columns:
            notes.note(line, heading, nb="står to ganger.", en="stands twice.")
        columns.append(name or "")
    for missing in sorted({RECORD, HPR} - set(columns)):
        notes.note(
            line,
            missing,
            nb="mangler; første linje skal være kolonnenavn, som i malen.",
            en="is missing; the first line holds the names of the columns, as in the template.",
        )
    if notes.problems:
        raise HistoryRefused(notes.problems)
    return columns
