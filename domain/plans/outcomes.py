"""What is heard for the outcome of a goal, and the outcome of a new assessment of one.

It is a fact of the goal and of the new assessment both, which know nothing of each other.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id


class Heard(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Somebody whose advice an outcome leans on, in which capacity, and the fact of it."""

    person: Id
    capacity: str
    advice: str
    seen: Seen


class Reassessed(StrEnum):
    """What a new assessment found (R-ASM-06)."""

    ACHIEVED = "achieved"
    NOT_ACHIEVED = "not-achieved"


class GoalReassessed(Fact, frozen=True, kw_only=True, tag="plan.goal-reassessed"):
    """The new assessment that the county governor arranged found a goal achieved, or not."""

    goal: str
    reassessment: Id
    outcome: str
    assessed_by: tuple[Id, ...]
    assessed_on: date
    entered_by: Id
    rationale: Confidential
    justification: Confidential | None
    heard: tuple[Heard, ...]
    evidence: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]

    @property
    def achieved(self) -> bool:
        return self.outcome == Reassessed.ACHIEVED
