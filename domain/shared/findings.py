"""What a rule found when it was asked, and how sure we are of the rule."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from domain.shared.citation import Citation
from domain.shared.texts import Text


class Force(StrEnum):
    """What a finding does to the act that was asked about."""

    HARD = "hard"
    SOFT = "soft"
    INFO = "info"


class Confidence(StrEnum):
    """How well the rule is known: A primary text, B official page, C one source or inference."""

    A = "A"
    B = "B"
    C = "C"


class Finding(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One condition that was not met, told to people."""

    rule: str
    force: Force
    says: Text
    basis: tuple[Citation, ...] = ()
    confidence: Confidence = Confidence.A

    def __str__(self) -> str:
        return f"{self.rule}: {self.says.en}"
