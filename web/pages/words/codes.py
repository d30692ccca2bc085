"""What is shown for a code: a word of the reader's, never the code itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from domain.shared.texts import Text
from web.pages.words import read, text

_READ = {
    kind: {code: text(both) for code, both in table.items()}
    for kind, table in read("codes").items()
}


def of(code: StrEnum) -> Text:
    """Return the word for a code; raises KeyError where none is written."""
    return word(type(code).__name__, code)


def word(kind: str, code: str) -> Text:
    """Return the word for a code that is text, by the table it is in; raises KeyError."""
    return _READ[kind][code]


def table(kind: str) -> Mapping[str, Text]:
    """Return every code of a table with its word."""
    return _READ[kind]
