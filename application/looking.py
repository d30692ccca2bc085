"""What the log tells of everybody who read of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """That somebody read of a person: a plan, a trail, an opened text (its ``field``)."""

    looked_at: datetime
    looked_by: str
    acting_as: str
    case_id: Id | None
    what: str
    field: str | None
    reason: str | None
