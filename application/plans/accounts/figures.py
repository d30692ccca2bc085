"""How exact figures are shown: to a hundredth, a half rounded up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_HUNDREDTH = Decimal("0.01")


def shown(value: Fraction) -> Decimal:
    """Return the figure to a hundredth; it is exact until it is shown."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(_HUNDREDTH, ROUND_HALF_UP)
