"""Free text about a person, which only those who may read it ever see opened.

A fact carries it open on its way in; the store seals it with the doctor's key before it is
written, and reading gives it back sealed. Opening is an act of its own, with the key.
"""

from __future__ import annotations

from typing import Self


class Confidential:
    """A text that is either open (just written by a person) or sealed (base64, as stored)."""

    __slots__ = ("sealed", "text")

    def __init__(self, text: str | None = None, *, sealed: str | None = None) -> None:
        if (text is None) == (sealed is None):
            msg = "a confidential text is either open or sealed"
            raise ValueError(msg)
        self.text = text
        self.sealed = sealed

    @classmethod
    def as_stored(cls, sealed: str) -> Self:
        """Return a sealed text; a long history has hundreds, so nothing is asked twice."""
        found = cls.__new__(cls)
        found.text, found.sealed = None, sealed
        return found

    def __repr__(self) -> str:
        return "Confidential(sealed)" if self.text is None else "Confidential(open)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Confidential) and (self.text, self.sealed) == (
            other.text,
            other.sealed,
        )

    def __hash__(self) -> int:
        return hash((self.text, self.sealed))
