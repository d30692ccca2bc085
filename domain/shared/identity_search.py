"""Finds in a text what looks like somebody's identity number, and tells only where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from domain.shared.identifiers import Synthetic, check_identity_number
from domain.shared.refusals import Invalid
from domain.shared.texts import Text

MOST_PLACES = 50
_WRITTEN = re.compile(r"(?<![0-9])([0-9]{6})[\s.\u2010-\u2015-]?([0-9]{5})(?![0-9])")


def identity_numbers_at(text: str) -> Iterator[int]:
    """Yield where each number begins that would pass the check, also by the rule from 2032."""
    for found in _WRITTEN.finditer(text):
        if _passes(found.group(1) + found.group(2)):
            yield found.start()


def places(text: str) -> tuple[Text, ...]:
    """Return where such numbers stand, in words; the numbers themselves are not repeated.

    A text full of them is not counted through: to know where the first stand is enough.
    """
    return tuple(_place(text, at) for at in islice(identity_numbers_at(text), MOST_PLACES))


def _passes(digits: str) -> bool:
    try:
        check_identity_number(digits, on=date.max, allow_synthetic=Synthetic.ALLOWED)
    except Invalid:
        return False
    return True


def _place(text: str, at: int) -> Text:
    line = text.count("\n", 0, at) + 1
    character = at - text.rfind("\n", 0, at)
    return Text(nb=f"linje {line}, tegn {character}", en=f"line {line}, character {character}")
