"""How figures are shown: what is had never looks enough, and what lacks never looks nothing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.figures import had, lacking, said, shown

FIGURES = st.fractions(min_value=0, max_value=1000, max_denominator=10_000)


@given(FIGURES, FIGURES)
def test_what_is_shown_never_contradicts_what_is_decided(one: Fraction, needed: Fraction) -> None:
    missing = max(Fraction(0), needed - one)
    assert (lacking(missing) == 0) is (missing == 0)
    assert not (missing and had(one) >= lacking(needed))


@pytest.mark.parametrize(
    ("value", "down", "near", "up"),
    [
        (Fraction(60), "60.00", "60.00", "60.00"),
        (Fraction(11999, 200), "59.99", "60.00", "60.00"),
        (Fraction(1, 3), "0.33", "0.33", "0.34"),
        (Fraction(1, 200), "0.00", "0.01", "0.01"),
    ],
)
def test_figures_are_shown_to_a_hundredth(value: Fraction, down: str, near: str, up: str) -> None:
    assert [str(had(value)), str(shown(value)), str(lacking(value))] == [down, near, up]


@pytest.mark.parametrize(
    ("value", "text"), [("60.00", "60"), ("100.00", "100"), ("41.50", "41.5"), ("0.00", "0")]
)
def test_figures_are_said_without_noughts_at_the_end(value: str, text: str) -> None:
    assert said(Decimal(value)) == text
