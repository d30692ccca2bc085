"""Sets of days: the algebra agrees with sets of single days."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.span_sets import (
    common,
    days_in,
    months_in,
    months_of,
    union,
    until,
    without,
)
from domain.calendar.spans import Span

days = st.dates(date(2023, 12, 20), date(2024, 3, 10))
spans = st.tuples(days, days).map(sorted).map(lambda pair: Span(*pair))
sets = st.lists(spans, max_size=5).map(tuple)


def every_day(of: tuple[Span, ...]) -> set[date]:
    return {
        span.first_day + timedelta(days=number)
        for span in of
        for number in range((span.last_day - span.first_day).days + 1)
    }


@given(sets, sets)
def test_the_algebra_is_that_of_sets_of_days(
    one: tuple[Span, ...], other: tuple[Span, ...]
) -> None:
    assert every_day(union((*one, *other))) == every_day(one) | every_day(other)
    assert every_day(common(one, other)) == every_day(one) & every_day(other)
    assert every_day(without(one, other)) == every_day(one) - every_day(other)
    assert days_in(one) == len(every_day(one))


@given(sets)
def test_a_union_has_no_two_spans_that_touch(of: tuple[Span, ...]) -> None:
    joined = union(of)
    assert list(joined) == sorted(joined)
    assert all((later.first_day - earlier.last_day).days > 1 for earlier, later in pairwise(joined))


@given(sets, days)
def test_until_a_day_leaves_out_what_comes_after(of: tuple[Span, ...], day: date) -> None:
    assert every_day(until(of, day)) == {each for each in every_day(of) if each <= day}


@given(spans, spans)
def test_the_months_of_two_parts_are_the_months_of_the_whole(a: Span, b: Span) -> None:
    whole = union((a, b))
    parts = sum((part.share for span in whole for part in months_of(span)), Fraction(0))
    assert months_in((a, b)) == parts
    assert sum(part.days for span in whole for part in months_of(span)) == days_in((a, b))


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        pytest.param("2024-02-01", "2024-02-29", Fraction(1), id="a-whole-month"),
        pytest.param("2024-02-01", "2024-02-01", Fraction(1, 29), id="a-day-of-a-leap-year"),
        pytest.param("2024-01-31", "2024-03-01", 1 + Fraction(2, 31), id="across-a-month"),
        pytest.param("2024-03-01", "2029-02-28", Fraction(60), id="five-years"),
    ],
)
def test_months_are_calendar_months(first: str, last: str, months: Fraction) -> None:
    span = Span(date.fromisoformat(first), date.fromisoformat(last))
    assert months_in([span]) == months


def test_an_open_span_can_be_cut_and_met_but_has_no_length_until_it_is_ended() -> None:
    open_end = Span(date(2024, 1, 1))
    assert without([open_end], [Span(date(2024, 2, 1))]) == (
        Span(date(2024, 1, 1), date(2024, 1, 31)),
    )
    assert days_in(until([open_end], date(2024, 1, 10))) == 10
    assert union([open_end, Span(date(2025, 1, 1))]) == (open_end,)
