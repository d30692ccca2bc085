"""What the Directorate can exempt from by decision, as the regulation has said it through time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.law.specialist_training import ACT, NEW_SCHEME
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Repeal, Version


class ExemptionKind(StrEnum):
    """What the exemption is from."""

    SUPERVISOR_SPECIALTY = "supervisor-specialty"
    HALF_TIME_PRACTICE = "half-time-practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorExemptionRule:
    """Whether an exemption for a supervisor without the specialty needs a last day."""

    time_limited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfTimeRule:
    """The least percentage of full time in open unselected practice, unless exempted from."""

    percentage: int


SUPERVISOR_EXEMPTION = Dated(
    "supervisor exemption",
    Version(
        in_force_from=NEW_SCHEME,
        value=SupervisorExemptionRule(time_limited=True),
        citation=Citation(act=ACT, section="25", paragraph=4),
    ),
)

# Section 35 still names appeals over the exemption, though what it is from is repealed (AMB-43).
HALF_TIME = Dated(
    "half time in open practice",
    Version(
        in_force_from=NEW_SCHEME,
        value=HalfTimeRule(percentage=50),
        citation=Citation(act=ACT, section="8", paragraph=4, sentence=5),
    ),
    Repeal(
        in_force_from=date(2025, 1, 1),
        citation=Citation(act=ACT, section="8", paragraph=4, amended_by="FOR-2024-12-16-3129"),
    ),
)

APPEALS = Citation(act=ACT, section="35", paragraph=2)
"""Where appeals over both kinds of exemption are laid to Helseklage (L-SPF-35)."""
