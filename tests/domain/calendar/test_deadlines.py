"""Counting by domstolloven §§ 148 and 149: vectors, months, and what holds for every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.deadlines import Deadline, count, deadline
from domain.calendar.months import months_after, months_before
from domain.calendar.norwegian import is_working_day
from domain.law.book import IN_FORCE
from domain.law.timers import Nature, Rolls, Starts, TimerRule, Unit

WEEKS = IN_FORCE.appeal.on(date(2026, 1, 1))


def weeks_from(arrived: date) -> Deadline:
    return deadline(arrived, WEEKS, IN_FORCE, rule="L-FVL-01")


def timer(length: int, unit: Unit, rolls: Rolls = Rolls.YES) -> TimerRule:
    return TimerRule(
        length=length, unit=unit, starts=Starts.KNOWN, rolls=rolls, nature=Nature.LEGAL
    )


@pytest.mark.parametrize(
    ("arrived", "raw", "last"),
    [
        # The golden vectors, and those of the survey of features.
        ("2025-03-27", "2025-04-17", "2025-04-22"),
        ("2025-12-12", "2026-01-02", "2026-01-02"),
        ("2026-01-15", "2026-02-05", "2026-02-05"),
        ("2026-03-16", "2026-04-06", "2026-04-07"),
        ("2026-04-10", "2026-05-01", "2026-05-04"),
        ("2026-04-23", "2026-05-14", "2026-05-15"),
        ("2026-04-25", "2026-05-16", "2026-05-18"),
        ("2026-05-04", "2026-05-25", "2026-05-26"),
        ("2026-12-03", "2026-12-24", "2026-12-24"),
        ("2026-12-04", "2026-12-25", "2026-12-28"),
        ("2026-12-10", "2026-12-31", "2026-12-31"),
        ("2026-09-01", "2026-09-22", "2026-09-22"),
        ("2026-03-12", "2026-04-02", "2026-04-07"),
        ("2025-12-11", "2026-01-01", "2026-01-02"),
        # R-APP-01 and the recess of the courts, which does not count (L-FVL-16).
        ("2017-10-20", "2017-11-10", "2017-11-10"),
        ("2026-07-10", "2026-07-31", "2026-07-31"),
        # One day to either side of a holiday.
        ("2026-04-09", "2026-04-30", "2026-04-30"),
        ("2026-04-22", "2026-05-13", "2026-05-13"),
        ("2026-04-24", "2026-05-15", "2026-05-15"),
        ("2026-04-13", "2026-05-04", "2026-05-04"),
    ],
    ids=lambda day: day if isinstance(day, str) else None,
)
def test_three_weeks_from_arrival(arrived: str, raw: str, last: str) -> None:
    found = weeks_from(date.fromisoformat(arrived))
    assert (str(found.raw_day), str(found.last_day)) == (raw, last)
    assert bool(found.met) is (raw != last)


@pytest.mark.parametrize(
    ("start", "length", "unit", "raw", "last"),
    [
        pytest.param("2025-08-31", 6, Unit.MONTHS, "2026-02-28", "2026-03-02", id="L-DL-01-short"),
        pytest.param("2026-11-30", 3, Unit.MONTHS, "2027-02-28", "2027-03-01", id="L-FVL-02"),
        pytest.param("2024-02-29", 12, Unit.MONTHS, "2025-02-28", "2025-02-28", id="leap-day"),
        pytest.param("2024-02-29", 1, Unit.YEARS, "2025-02-28", "2025-02-28", id="leap-day-year"),
        pytest.param("2023-02-28", 1, Unit.YEARS, "2024-02-28", "2024-02-28", id="not-the-29th"),
        pytest.param("2026-01-31", 1, Unit.MONTHS, "2026-02-28", "2026-03-02", id="one-month"),
        pytest.param("2026-03-30", 14, Unit.DAYS, "2026-04-13", "2026-04-13", id="L-DL-01-days"),
        pytest.param("2026-04-17", 14, Unit.DAYS, "2026-05-01", "2026-05-04", id="days-roll"),
        pytest.param("2026-12-31", 2, Unit.MONTHS, "2027-02-28", "2027-03-01", id="over-new-year"),
    ],
)
def test_other_lengths(start: str, length: int, unit: Unit, raw: str, last: str) -> None:
    found = count(date.fromisoformat(start), timer(length, unit), IN_FORCE)
    assert (str(found.raw_day), str(found.rolled_day)) == (raw, last)


def test_a_month_without_the_number_says_so_by_its_citation() -> None:
    short = count(date(2025, 8, 31), timer(6, Unit.MONTHS), IN_FORCE)
    whole = count(date(2025, 8, 28), timer(6, Unit.MONTHS), IN_FORCE)
    assert short.steps[0].basis[0].nb == "domstolloven § 148 andre ledd andre punktum"
    assert whole.steps[0].basis[0].nb == "domstolloven § 148 andre ledd første punktum"


def test_the_steps_tell_the_whole_counting() -> None:
    found = weeks_from(date(2026, 4, 10))
    assert [step.says.nb for step in found.steps] == [
        "Fristen er tre uker og løper fra fredag 10. april 2026.",
        "Tre uker etter fredag 10. april 2026 er fredag 1. mai 2026.",
        (
            "Fristen ender ikke på en fridag: fredag 1. mai 2026 (1. mai), lørdag 2. mai 2026 "
            "(lørdag), søndag 3. mai 2026 (søndag). Den forlenges til mandag 4. mai 2026."
        ),
    ]
    first = "The period is three weeks and runs from Friday 10 April 2026."
    assert found.steps[0].says.en == first
    assert [off.name.en for off in found.met] == ["1 May", "a Saturday", "Sunday"]
    assert "lov om 1. og 17. mai (LOV-1947-04-26-1) § 1" in map(str, found.citations)
    assert len(set(found.citations)) == len(found.citations)


def test_a_period_that_does_not_roll_ends_where_it_ends() -> None:
    found = count(date(2026, 4, 10), timer(3, Unit.WEEKS, Rolls.NO), IN_FORCE)
    assert (found.rolled_day, found.met) == (date(2026, 5, 1), ())


DAYS = st.dates(min_value=date(1996, 1, 1), max_value=date(2198, 12, 31))


@given(DAYS)
def test_a_last_day_is_a_working_day_never_before_the_counted_one(day: date) -> None:
    found = weeks_from(day)
    assert found.raw_day
    assert found.last_day
    assert is_working_day(found.last_day, IN_FORCE)
    assert timedelta(0) <= found.last_day - found.raw_day <= timedelta(days=6)
    assert (found.last_day == found.raw_day) is is_working_day(found.raw_day, IN_FORCE)
    assert found.raw_day.weekday() == day.weekday()
    assert [off.day for off in found.met] == sorted(off.day for off in found.met)


@given(DAYS, st.integers(1, 400))
def test_who_gets_the_notice_later_never_has_an_earlier_last_day(day: date, later: int) -> None:
    one, other = weeks_from(day), weeks_from(day + timedelta(days=later))
    assert one.last_day
    assert other.last_day
    assert one.last_day <= other.last_day


@given(DAYS, st.integers(0, 60))
def test_months_keep_their_number_or_end_on_the_last_day(day: date, months: int) -> None:
    after = months_after(day, months)
    assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == months
    assert after.day == day.day or (after + timedelta(days=1)).day == 1
    assert after.day <= day.day
    assert months_before(after, months).month == day.month


def test_every_arrival_from_2019_to_2032() -> None:
    """Each day by itself: nothing here is sampled."""
    day, before = date(2019, 1, 1), date.min
    rolled = 0
    while day <= date(2032, 12, 31):
        found = weeks_from(day)
        assert found.raw_day == day + timedelta(days=21)
        assert found.last_day
        assert is_working_day(found.last_day, IN_FORCE)
        assert found.last_day >= max(found.raw_day, before)
        between = {found.raw_day + timedelta(days=n) for n in range(7)}
        passed = {off for off in between if off < found.last_day}
        assert {off.day for off in found.met} == passed
        assert all(not is_working_day(off, IN_FORCE) for off in passed)
        rolled += bool(found.met)
        day, before = day + timedelta(days=1), found.last_day
    # Two days of seven, and some more: the sweep has seen both kinds.
    assert 0.28 < rolled / 5114 < 0.35
