"""How exact figures are shown: to a hundredth, and never so that one contradicts another."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

_HUNDREDTH = Decimal("0.01")


def shown(value: Fraction) -> Decimal:
    """Return the figure to a hundredth, a half rounded up; it is exact until it is shown."""
    return _rounded(value, ROUND_HALF_UP)


def had(value: Fraction) -> Decimal:
    """Return what is had, rounded down: it looks enough only when it is."""
    return _rounded(value, ROUND_FLOOR)


def lacking(value: Fraction) -> Decimal:
    """Return what is lacking, rounded up: it looks nothing only when it is."""
    return _rounded(value, ROUND_CEILING)


def said(value: Decimal) -> str:
    """Return the figure as people write it, without noughts at the end."""
    return f"{value:f}".rstrip("0").rstrip(".")


def _rounded(value: Fraction, rounding: str) -> Decimal:
    hundredths = value * 100
    exact = Decimal(hundredths.numerator) / Decimal(hundredths.denominator)
    return exact.quantize(Decimal(1), rounding) * _HUNDREDTH
