"""Which facts of a proceeding make no sense without which."""

from __future__ import annotations

from domain.proceedings.document_facts import DocumentFact
from domain.proceedings.facts import ProceedingOpened
from domain.proceedings.letter_facts import LetterIssued
from domain.shared.case import Correction, PersonMerged
from domain.shared.enforced import Lapsed, Reminded
from domain.shared.facts import Fact
from domain.shared.ids import Id

PARTS = ("appeal", "request", "question")
"""What a fact may name that it belongs to; nothing outside that part leans on it."""


def leans(later: Fact, earlier: Fact, *, behind: Id | None) -> bool:
    """Return whether both are of one part, or the earlier is what all else stands on.

    ``behind``: the appeal whose ruling the later is of, or is against.
    """
    if isinstance(later, Correction | PersonMerged | Lapsed | Reminded):
        return False
    if isinstance(earlier, LetterIssued):
        return bool(getattr(later, "letter", None) == earlier.letter)
    # A document is what it is, whatever it was sent about turns out to be.
    if isinstance(earlier, DocumentFact):
        return getattr(later, "document", None) == earlier.document
    if isinstance(later, DocumentFact):
        return isinstance(earlier, ProceedingOpened)
    for part in PARTS:
        if of := getattr(earlier, part, None):
            return of in (getattr(later, part, None), behind if part == "appeal" else None)
    return True
