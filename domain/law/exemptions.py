"""What the Directorate can exempt from by decision, and who hears appeals over it."""

from __future__ import annotations

from enum import StrEnum

from domain.law.specialist_training import ACT
from domain.shared.citation import Citation


class ExemptionKind(StrEnum):
    """What an exemption is from."""

    SUPERVISOR_SPECIALTY = "supervisor-specialty"
    HALF_TIME_PRACTICE = "half-time-practice"


APPEALS = Citation(act=ACT, section="35", paragraph=2)
"""Where appeals over both kinds are laid to Helseklage (L-SPF-35).

It still names the exemption from half time, though what that is from is repealed (AMB-43).
"""
