"""What is shown for a code: a word of the reader's, never the code itself."""

from __future__ import annotations

from enum import StrEnum

from domain.shared.texts import Text
from web.pages.words import read, text

WORDS = {
    kind: {code: text(both) for code, both in table.items()}
    for kind, table in read("codes").items()
}


def of(code: StrEnum) -> Text:
    """Return the word for a code; raises KeyError where none is written."""
    return WORDS[type(code).__name__][code]
