"""Which facts of a proceeding make no sense without which."""

from __future__ import annotations

from domain.shared.case import Correction, PersonMerged
from domain.shared.enforced import Lapsed, Reminded
from domain.shared.facts import Fact

PARTS = ("appeal", "request", "question")
"""What a fact may name that it belongs to; nothing outside that part leans on it."""


def leans(later: Fact, earlier: Fact) -> bool:
    """Return whether both are of one part, or the earlier is what all else stands on."""
    if isinstance(later, Correction | PersonMerged | Lapsed | Reminded):
        return False
    for part in PARTS:
        if of := getattr(earlier, part, None):
            return bool(of == getattr(later, part, None))
    return True
