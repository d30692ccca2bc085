"""Spans of days: both ends belong to them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.spans import Span, asked_span, covers
from domain.shared.refusals import Invalid

FIRST, LAST = date(2026, 2, 1), date(2026, 7, 31)
ONE_DAY = timedelta(days=1)
days = st.dates(date(2020, 1, 1), date(2020, 3, 1))
spans = st.tuples(days, days).map(sorted).map(lambda pair: Span(*pair))


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        pytest.param(FIRST - ONE_DAY, False, id="the-day-before"),
        pytest.param(FIRST, True, id="the-first-day"),
        pytest.param(LAST, True, id="the-last-day"),
        pytest.param(LAST + ONE_DAY, False, id="the-day-after"),
    ],
)
def test_both_ends_belong_to_a_span(day: date, *, inside: bool) -> None:
    assert (day in Span(FIRST, LAST)) is inside
    assert covers((Span(date(2019, 3, 1), date(2019, 3, 1)), Span(FIRST, LAST)), day) is inside


def test_a_span_without_a_last_day_is_still_open() -> None:
    assert Span.of(FIRST, None) == Span(FIRST)
    assert date(9999, 12, 31) in Span(FIRST)
    assert asked_span(FIRST, None) == Span(FIRST)


def test_a_span_of_one_day_is_a_span() -> None:
    assert FIRST in asked_span(FIRST, FIRST)


def test_a_span_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Span(LAST, FIRST)
    with pytest.raises(Invalid, match="cannot be before the first day") as told:
        asked_span(LAST, FIRST)
    assert told.value.field == "lastDay"
    assert str(FIRST) in told.value.text.nb


def test_no_span_covers_no_day() -> None:
    assert not covers((), FIRST)


@given(one=spans, other=spans)
def test_two_spans_overlap_when_a_day_belongs_to_both(one: Span, other: Span) -> None:
    common = {
        one.first_day + timedelta(days=passed)
        for passed in range((one.last_day - one.first_day).days + 1)
        if one.first_day + timedelta(days=passed) in other
    }
    assert one.overlaps(other) == other.overlaps(one) == bool(common)
