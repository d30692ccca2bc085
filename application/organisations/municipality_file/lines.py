"""On which line of a TOML file each value stands, which the standard reader does not tell.

Only text that reader has accepted may be given: nothing is checked here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[^,\]}#\n]+")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def lines_of(text: str) -> dict[Path, int]:
    """Return the line, from 1, of every table, key and list item; list items count from 1."""
    return _Scan(text).document()


class _Scan:
    """One walk through the text, noting where things are and skipping what they say."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.breaks = [found.start() for found in re.finditer("\n", text)]
        self.lines: dict[Path, int] = {}
        self.entries: Counter[Path] = Counter()

    def document(self) -> dict[Path, int]:
        table: Path = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)
        return self.lines

    def _header(self) -> Path:
        line, is_entry = self._line(), self.text.startswith("[[", self.at)
        self.at += 2 if is_entry else 1
        table: Path = ()
        keys = self._keys()
        for position, key in enumerate(keys, start=1):
            table = (*table, key)
            if is_entry and position == len(keys):
                self.entries[table] += 1
            if table in self.entries:
                table = (*table, self.entries[table])
        self.at += 2 if is_entry else 1
        self.lines[table] = line
        return table

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = table
        for key in self._keys():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self.at += 1  # the equals sign
        self._skip(_BLANK)
        self._value(path)

    def _keys(self) -> list[str]:
        keys = []
        while True:
            self._skip(_BLANK)
            quoted = self.text[self.at] in "\"'"
            key = self._skip(_STRING if quoted else _BARE_KEY)
            keys.append(_unquoted(key) if quoted else key)
            self._skip(_BLANK)
            if self.text[self.at] != ".":
                return keys
            self.at += 1

    def _value(self, path: Path) -> None:
        match self.text[self.at]:
            case "[":
                self._items(path)
            case "{":
                self._inline_table(path)
            case '"' | "'":
                self._skip(_STRING)
            case _:
                self._skip(_PLAIN)

    def _items(self, path: Path) -> None:
        count = 0
        while self._next_before("]"):
            count += 1
            self.lines[(*path, count)] = self._line()
            self._value((*path, count))

    def _inline_table(self, path: Path) -> None:
        while self._next_before("}"):
            self._pair(path)

    def _next_before(self, end: str) -> bool:
        """Step over the opening bracket or comma to the next element, or past the end."""
        self._skip(_BLANK)
        if self.text[self.at] in "[{,":
            self.at += 1
            self._skip(_BLANK)
        if self.text[self.at] != end:
            return True
        self.at += 1
        return False

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        assert found is not None, f"not TOML at line {self._line()}"
        self.at = found.end()
        return found.group()

    def _line(self) -> int:
        return bisect_left(self.breaks, self.at) + 1


def _unquoted(key: str) -> str:
    return key[1:-1] if key[0] == "'" else _ESCAPE.sub(_character, key[1:-1])


def _character(escape: re.Match[str]) -> str:
    short, long, letter = escape.groups()
    return _ESCAPED.get(letter, letter) if letter else chr(int(short or long, 16))
