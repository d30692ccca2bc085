"""What goes along with facts into an append, and the receipt that comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from application.ports import Receipt
from domain.shared.ids import Id


@dataclass(slots=True, kw_only=True)
class Appending:
    """The command behind an append; the recorder fills in the receipt.

    The library's ``save`` returns notifications only, so the receipt travels back in here.
    """

    command_id: Id
    body_hash: bytes
    leant_on: Mapping[Id, int] = field(default_factory=dict)
    simulated: Sequence[datetime] | None = None
    receipt: Receipt | None = None
