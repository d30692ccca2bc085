"""What is recorded of the letters of a case: that each was written, and what holds its bytes."""

from __future__ import annotations

from datetime import date

from domain.shared.facts import Fact
from domain.shared.ids import Id


class LetterIssued(Fact, frozen=True, kw_only=True, tag="proceeding.letter-issued"):
    """A letter was written of what stands in the case, and kept as it was."""

    letter: Id
    kind: str
    # The ruling it is about, by its version, or the appeal.
    ruling: int
    appeal: Id | None
    # What a notice tells the party, of what the law asks of it.
    says: tuple[str, ...]
    size_in_bytes: int
    # Of the content as it is stored, encrypted.
    sha256: str
    issued_by: Id
    issued_on: date


LetterFact = LetterIssued
