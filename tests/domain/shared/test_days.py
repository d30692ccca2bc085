"""Days that are typing errors, and the day after the last there is."""

from __future__ import annotations

from datetime import date

import pytest

from domain.shared.days import FIRST_DAY, LAST_DAY, can_be_meant, day_after, day_before


@pytest.mark.parametrize("day", [FIRST_DAY, date(2026, 3, 1), LAST_DAY])
def test_a_day_of_three_centuries_can_be_meant(day: date) -> None:
    assert can_be_meant(day)


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(2200, 1, 1), date.max])
def test_other_days_cannot(day: date) -> None:
    assert not can_be_meant(day)


def test_the_day_after() -> None:
    assert day_after(date(2024, 2, 28)) == date(2024, 2, 29)
    assert day_after(date.max) == date.max


def test_the_day_before() -> None:
    assert day_before(date(2024, 3, 1)) == date(2024, 2, 29)
    assert day_before(date.min) == date.min
