"""Days along a line: in their places, none upon another, and told in a table as well."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.texts import Text
from web.pages.pictures.timeline import APART, EDGE, WIDE, Day, DayKind, timeline

TODAY = date(2026, 5, 4)
SAYS = Text(nb="Noe", en="Something")


def days(*away: int) -> list[Day]:
    return [Day(on=TODAY + timedelta(days=one), says=SAYS) for one in sorted(away)]


def test_there_is_no_picture_of_no_days() -> None:
    assert timeline([], TODAY) is None


@given(st.lists(st.integers(-2_000, 2_000), min_size=1, max_size=30))
def test_no_mark_stands_on_another_and_all_are_in_the_picture(away: list[int]) -> None:
    drawn = timeline(days(*away), TODAY)
    assert drawn
    assert [one.number for one in drawn.marks] == list(range(1, len(away) + 1))
    assert [one.left for one in drawn.marks] == sorted(away)
    for one in drawn.marks:
        assert EDGE <= one.x <= WIDE - EDGE
        assert 0 < one.y < drawn.line < drawn.height
    for one, other in combinations(drawn.marks, 2):
        assert abs(one.x - other.x) >= APART or one.y != other.y
    assert EDGE <= drawn.today_x <= WIDE - EDGE


@pytest.mark.parametrize(("away", "today_x"), [((-10, 10), WIDE // 2), ((10,), EDGE)])
def test_today_is_where_it_is(away: tuple[int, ...], today_x: int) -> None:
    drawn = timeline(days(*away), TODAY)
    assert drawn
    assert drawn.today_x == today_x


def test_days_stand_in_proportion() -> None:
    drawn = timeline(days(0, 25, 100), TODAY)
    assert drawn
    first, second, last = (one.x for one in drawn.marks)
    assert (first, last) == (EDGE, WIDE - EDGE)
    assert second == EDGE + (WIDE - 2 * EDGE) // 4


def test_each_kind_of_day_has_a_name_of_its_own_for_its_shape() -> None:
    assert len({str(kind) for kind in DayKind}) == len(DayKind) == 3
