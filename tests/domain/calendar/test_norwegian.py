"""Holidays by formula: against a printed table, another formula, and a package others keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import holidays as package
import pytest

from domain.calendar.norwegian import (
    days_off_on,
    easter,
    holidays,
    holidays_on,
    is_working_day,
    next_working_day,
)
from domain.law.book import IN_FORCE, LawBook
from domain.law.courts import HOLIDAYS, FixedDay, HolidaysRule
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version
from domain.shared.texts import Text


def always() -> LawBook:
    """Return the book with today's holidays from long before the act of 1995."""
    rule = replace(HOLIDAYS.wordings[0], in_force_from=date(1947, 4, 26))
    end = replace(IN_FORCE.end_of_period.wordings[0], in_force_from=date(1947, 4, 26))
    return replace(
        IN_FORCE, holidays=Dated("holidays", rule), end_of_period=Dated("end of periods", end)
    )


def gauss(year: int) -> date:
    """Return Easter by Gauss' formula as he corrected it."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    m = (15 - (13 + 8 * k) // 25 + k - k // 4) % 30
    n = (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if (d, e) == (29, 6) or (d == 28 and e == 6 and (11 * m + 11) % 30 < 19):
        e -= 7
    return date(year, 3, 22) + timedelta(days=d + e)


@pytest.mark.parametrize(
    "year_and_days",
    [
        "2024 03-28 03-31 04-01 05-09 05-19 05-20",
        "2025 04-17 04-20 04-21 05-29 06-08 06-09",
        "2026 04-02 04-05 04-06 05-14 05-24 05-25",
        "2027 03-25 03-28 03-29 05-06 05-16 05-17",
        "2028 04-13 04-16 04-17 05-25 06-04 06-05",
        "2029 03-29 04-01 04-02 05-10 05-20 05-21",
        "2030 04-18 04-21 04-22 05-30 06-09 06-10",
    ],
    ids=lambda row: f"L-HOL-01-{row[:4]}",
)
def test_the_days_around_easter(year_and_days: str) -> None:
    year, *days = year_and_days.split()
    names = (
        "skjærtorsdag",
        "første påskedag",
        "andre påskedag",
        "Kristi himmelfartsdag",
        "første pinsedag",
        "andre pinsedag",
    )
    found = {off.name.nb: off.day for off in holidays(int(year), IN_FORCE)}
    assert [f"{found[name]:%m-%d}" for name in names] == days


def test_easter_by_two_formulas() -> None:
    assert all(easter(year) == gauss(year) for year in range(1900, 2201))


def test_holidays_are_those_of_the_package_as_far_as_it_goes() -> None:
    """It ends in 2100, and says which holidays there are, Sundays too, in any year before."""
    law = always()
    for year in range(1950, 2101):
        theirs = set(package.country_holidays("NO", years=year))
        named = {o.day for o in holidays(year, law) if o.name.nb != "søndag"}
        assert named == theirs, year
        with_sundays = {o.day for o in holidays(year, law)}
        assert all(day in theirs or day.isoweekday() == 7 for day in with_sundays)
        assert sum(day.isoweekday() == 7 for day in with_sundays) in (52, 53)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        pytest.param(date(2026, 12, 24), "Christmas Eve", id="L-HOL-01-christmas-eve"),
        pytest.param(date(2026, 12, 31), "New Year's Eve", id="L-HOL-01-new-years-eve"),
        pytest.param(date(2026, 4, 4), "Easter Eve", id="L-HOL-01-easter-eve"),
        pytest.param(date(2026, 5, 23), "Whitsun Eve", id="L-HOL-01-whitsun-eve"),
    ],
)
def test_the_eves_are_no_holidays(day: date, name: str) -> None:
    assert holidays_on(day, IN_FORCE) == ()
    # The eves of Easter and Whitsun are days off all the same, as Saturdays.
    assert is_working_day(day, IN_FORCE) is (day.isoweekday() != 6)


def test_a_day_can_be_off_for_several_reasons_each_with_its_place_in_the_law() -> None:
    found = days_off_on(date(2027, 5, 17), IN_FORCE)
    assert {off.name.nb for off in found} == {"andre pinsedag", "17. mai"}
    assert {off.basis.nb for off in found} == {
        "helligdagsloven (LOV-1995-02-24-12) § 2 bokstav i",
        "lov om 1. og 17. mai (LOV-1947-04-26-1) § 1",
    }
    assert [off.name.nb for off in days_off_on(date(2026, 5, 2), IN_FORCE)] == ["lørdag"]


@pytest.mark.parametrize(
    ("day", "working"),
    [
        pytest.param(date(2026, 4, 1), date(2026, 4, 1), id="the-day-before-easter"),
        pytest.param(date(2026, 4, 2), date(2026, 4, 7), id="over-easter"),
        pytest.param(date(2026, 4, 7), date(2026, 4, 7), id="the-day-after-easter"),
        pytest.param(date(2027, 5, 15), date(2027, 5, 18), id="whitsun-and-17-may"),
        pytest.param(date(2199, 12, 31), date(2199, 12, 31), id="the-last-day-that-can-be-meant"),
    ],
)
def test_the_nearest_working_day(day: date, working: date) -> None:
    assert next_working_day(day, IN_FORCE) == working


def test_a_holiday_the_law_gets_counts_from_its_day() -> None:
    """A test that fails if the list were in the code and not in the book."""
    value = IN_FORCE.equal_to_holidays.wordings[0].value
    moved = HolidaysRule(
        fixed=(*value.fixed, FixedDay(month=6, day=7, name=Text(nb="7. juni", en="7 June")))
    )
    proposed = IN_FORCE.amended(
        "tried",
        {
            "equal_to_holidays": (
                Version(
                    in_force_from=date(2027, 1, 1),
                    value=moved,
                    citation=Citation(act="Forslag", section="1"),
                ),
            )
        },
    )
    assert is_working_day(date(2024, 6, 7), proposed)
    assert not is_working_day(date(2027, 6, 7), proposed)
    assert days_off_on(date(2027, 6, 7), proposed)[0].basis.act == "Forslag"
