"""What was decided of an exemption and is no more, because an appeal or a reversal set it aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.exemptions.facts import ExemptionGranted, ExemptionRefused, ExemptionSetAside


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """A decision that was set aside, and what it had come to by then."""

    refused: ExemptionRefused | None
    granted: ExemptionGranted | None
    last_day: date | None
    set_aside: ExemptionSetAside
