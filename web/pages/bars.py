"""How much there is of how much there is to be, and where that is said."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from domain.shared.citation import Citation
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One requirement, and what counts towards it."""

    says: Text
    had: Decimal
    of: Decimal
    unit: Text
    basis: tuple[Citation, ...] = ()
    confidence: str = "A"

    @property
    def share(self) -> float:
        """Return how much of the bar is filled, from 0 to 100."""
        return float(min(Decimal(100), 100 * self.had / self.of)) if self.of else 100.0

    @property
    def is_full(self) -> bool:
        return self.had >= self.of
