"""From the bytes of a file to TOML values and their lines, or one problem that says where."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

from application.organisations.municipality_file.lines import lines_of
from application.organisations.municipality_file.problems import FileRefused, Problem
from domain.shared.texts import Text

if TYPE_CHECKING:
    from application.organisations.municipality_file.lines import Path

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b", re.ASCII)


def parsed(text: str | bytes, name: str) -> tuple[dict[str, Any], dict[Path, int]]:
    """Return the file's values and where each stands."""
    written = _decoded(text, name).removeprefix("\ufeff")
    try:
        return tomllib.loads(written), lines_of(written)
    except RecursionError as error:
        deep = Text(nb="lister i lister går for dypt.", en="lists within lists go too deep.")
        raise FileRefused(name, (Problem(line=1, field="", says=deep),)) from error
    except ValueError as error:
        raise FileRefused(name, (_not_toml(str(error), written),)) from error


def _decoded(text: str | bytes, name: str) -> str:
    if isinstance(text, str):
        return text
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        says = Text(
            nb="filen er ikke lagret som UTF-8; lagre den på nytt med tegnsettet UTF-8.",
            en="the file is not saved as UTF-8; save it again with the encoding UTF-8.",
        )
        line = text.count(b"\n", 0, error.start) + 1
        raise FileRefused(name, (Problem(line=line, field="", says=says),)) from error


def _not_toml(error: str, text: str) -> Problem:
    found = _PLACE.search(error)
    what = _PLACE.sub("", error)
    if found is None or found[1] is None:
        says = Text(
            nb=f"kan ikke leses som TOML, ved slutten: {what}.",
            en=f"cannot be read as TOML, at its end: {what}.",
        )
        return Problem(line=len(text.splitlines()) or 1, field="", says=says)
    line, column = int(found[1]), int(found[2])
    says = _not_a_day(text.split("\n")[line - 1]) or Text(
        nb=f"kan ikke leses som TOML fra tegn {column}: {what}.",
        en=f"cannot be read as TOML from column {column}: {what}.",
    )
    return Problem(line=line, field="", says=says)


def _not_a_day(line: str) -> Text | None:
    """Return what is wrong where the cause is a day the calendar does not have."""
    for written in _DAY.findall(line):
        try:
            date.fromisoformat(written)
        except ValueError:
            return Text(
                nb=f"{written} er ikke en dag i kalenderen; skriv år-måned-dag.",
                en=f"{written} is not a day in the calendar; write year-month-day.",
            )
    return None
