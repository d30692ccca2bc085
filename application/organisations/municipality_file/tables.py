"""Values taken from the tables of a file one at a time, every problem noted and none thrown."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from application.organisations.municipality_file.problems import Problem
from domain.shared.days import FIRST_DAY, LAST_DAY, can_be_meant
from domain.shared.texts import Text

if TYPE_CHECKING:
    from enum import StrEnum

    from application.organisations.municipality_file.lines import Path

T = TypeVar("T")
E = TypeVar("E", bound="StrEnum")

_TEXT = Text(nb='en tekst i anførselstegn: {key} = "…"', en='a text in quotes: {key} = "…"')
_DAY = Text(
    nb="en dag uten anførselstegn: {key} = 2019-03-01",
    en="a day without quotes: {key} = 2019-03-01",
)
_MEANT = Text(
    nb=f"en dag fra {FIRST_DAY} til {LAST_DAY}: {{key}} = 2019-03-01",
    en=f"a day from {FIRST_DAY} to {LAST_DAY}: {{key}} = 2019-03-01",
)
_TRUTH = Text(nb="{key} = true eller {key} = false", en="{key} = true or {key} = false")
_LIST = Text(nb='en liste av tekster: {key} = ["…"]', en='a list of texts: {key} = ["…"]')
_TABLE = Text(nb="en tabell: [{key}]", en="a table: [{key}]")
_TABLES = Text(nb="en tabell for hver: [[{key}]]", en="a table for each: [[{key}]]")


class Notes:
    """The problems met so far, each with the line of its nearest written place."""

    def __init__(self, lines: dict[Path, int]) -> None:
        self.problems: list[Problem] = []
        self._lines = lines

    def note(self, path: Path, *, nb: str, en: str) -> None:
        problem = Problem(line=self._line(path), field=_dotted(path), says=Text(nb=nb, en=en))
        self.problems.append(problem)

    def _line(self, path: Path) -> int:
        nearest = (path[:length] for length in range(len(path), 0, -1))
        return next((self._lines[place] for place in nearest if place in self._lines), 1)


class Table:
    """One table of the file. After a problem a stand-in is returned, so reading can go on."""

    def __init__(self, values: dict[str, Any], path: Path, notes: Notes) -> None:
        self.path = path
        self.notes = notes
        self._values = values
        self._known: set[str] = set()

    def text(self, key: str) -> str:
        value = self._value(key, str, _TEXT)
        if value is not None and not value.strip():
            self._empty(key)
        return (value or "").strip()

    def text_if_any(self, key: str) -> str:
        """Return the text, or an empty one where the file has none."""
        return (self._value(key, str, _TEXT) or "").strip() if self._has(key) else ""

    def day(self, key: str) -> date:
        return self._day(key) or date.min

    def day_if_any(self, key: str) -> date | None:
        return self._day(key) if self._has(key) else None

    def truth(self, key: str) -> bool:
        return self._value(key, bool, _TRUTH) or False

    def choice(self, key: str, kind: type[E]) -> E | None:
        value = self._value(key, str, _TEXT)
        return None if value is None else self._chosen((key,), value, kind)

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        self.refuse_empty(key)
        chosen = (self._chosen(place, value, kind) for place, value in self.listed(key))
        return tuple(dict.fromkeys(one for one in chosen if one is not None))

    def listed(self, key: str, wanted: Text = _LIST) -> list[tuple[tuple[str, int], str]]:
        """Return the texts of a list, each with its place in the table."""
        items = self._value(key, list, wanted) or []
        places = [((key, number), item) for number, item in enumerate(items, start=1)]
        for place, item in places:
            if type(item) is not str:
                self._wrong(place, "skal være", "should be", _TEXT)
        return [(place, item) for place, item in places if type(item) is str]

    def holds(self, key: str, value: object) -> bool:
        """Return whether the key is given as just this value."""
        self._known.add(key)
        return bool(self._values.get(key) == value)

    def is_empty(self, key: str) -> bool:
        return self.holds(key, [])

    def refuse_empty(self, key: str) -> None:
        if self.is_empty(key):
            self._empty(key)

    def table(self, key: str) -> Table:
        values = self._value(key, dict, _TABLE)
        if values is None:
            return Table({}, self.path, Notes({}))  # told once; its own keys are not told too
        return Table(values, (*self.path, key), self.notes)

    def tables(self, key: str) -> list[Table]:
        self.refuse_empty(key)
        entries = self._value(key, list, _TABLES) or []
        places = list(enumerate(entries, start=1))
        for number, entry in places:
            if type(entry) is not dict:
                self._wrong((key, number), "skal være", "should be", _TABLES)
        return [
            Table(entry, (*self.path, key, number), self.notes)
            for number, entry in places
            if type(entry) is dict
        ]

    def close(self) -> None:
        """Note every key nobody asked for."""
        for key in self._values.keys() - self._known:
            close = get_close_matches(key, self._known, n=1)
            nb, en = (
                (f"; mente du {close[0]}?", f"; did you mean {close[0]}?") if close else (".",) * 2
            )
            self.note(key, nb=f"er ikke et kjent felt her{nb}", en=f"is not a known key here{en}")

    def note(self, *place: str | int, nb: str, en: str) -> None:
        self.notes.note((*self.path, *place), nb=nb, en=en)

    def _has(self, key: str) -> bool:
        self._known.add(key)
        return key in self._values

    def _day(self, key: str) -> date | None:
        found = self._value(key, date, _DAY)
        if found and not can_be_meant(found):
            self._wrong((key,), "skal være", "should be", _MEANT)
        return found

    def _value(self, key: str, kind: type[T], wanted: Text) -> T | None:
        if not self._has(key):
            self._wrong((key,), "mangler; skriv", "is missing; write", wanted)
            return None
        value = self._values[key]
        # Exactly the kind: a moment in time is a date to isinstance, and true a number.
        if type(value) is kind:
            return value
        self._wrong((key,), "skal være", "should be", wanted)
        return None

    def _empty(self, key: str) -> None:
        self.note(key, nb="kan ikke være tom.", en="must not be empty.")

    def _chosen(self, place: tuple[str | int, ...], value: str, kind: type[E]) -> E | None:
        if value in tuple(kind):
            return kind(value)
        known = ", ".join(kind)
        self.note(
            *place,
            nb=f"«{value}» er ikke blant: {known}.",
            en=f'"{value}" is not among: {known}.',
        )
        return None

    def _wrong(self, place: tuple[str | int, ...], nb: str, en: str, wanted: Text) -> None:
        key = place[0]
        self.note(
            *place,
            nb=f"{nb} {wanted.nb.format(key=key)}",
            en=f"{en} {wanted.en.format(key=key)}",
        )


def _dotted(path: Path) -> str:
    parts = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return "".join(parts).removeprefix(".")
