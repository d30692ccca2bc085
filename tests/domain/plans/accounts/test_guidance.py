"""Guidance owed by calendar month, held, pending and short (R-SUP-03, R-REG-02)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from unittest.mock import Mock

import pytest

from domain.law.book import IN_FORCE
from domain.law.proposed import PROPOSED
from domain.plans.accounts.guidance import GuidanceAccount, GuidanceYear, guidance_account
from domain.plans.accounts.stays import Stay
from domain.plans.accounts.supervision import supervision
from domain.plans.programme import Party
from domain.plans.rules.application import Application
from domain.plans.rules.application_conditions import the_path_had_its_guidance
from domain.plans.rules.guidance_findings import guidance_findings
from tests.support import programme
from tests.support.accounts import (
    INSTITUTION,
    OTHER,
    day,
    exactly,
    monthly,
    replace_fact,
    served,
    sessions,
    span,
    stay,
)
from tests.support.plans import DOCTOR, LEADER, SUPERVISOR
from tests.support.way import moved_away

YEAR_2025 = monthly("2025-01", 12, 5)
YEAR_2026 = monthly("2026-01", 12, 2)


def account(at: Stay, on: str) -> GuidanceAccount:
    return guidance_account((at,), IN_FORCE, day(on))


def year(at: Stay, number: int, on: str) -> GuidanceYear:
    (found,) = (one for one in account(at, on).years if one.year == number)
    return found


@pytest.mark.parametrize(
    ("asked", "hours"),
    [
        pytest.param(2019, "26.25", id="R-SUP-03-ten-months-of-2019"),
        pytest.param(2020, "31.5", id="R-SUP-03-2020"),
        pytest.param(2021, "42", id="R-SUP-03-2021"),
        pytest.param(2022, "42", id="R-SUP-03-2022"),
        pytest.param(2024, "42", id="R-SUP-03-2024-a-leap-year"),
        pytest.param(2025, "42", id="R-SUP-03-2025"),
    ],
)
def test_a_year_is_owed_what_its_wording_says(asked: int, hours: str) -> None:
    found = year(stay("2019-03-01"), asked, "2025-12-31")
    assert found.owed == Fraction(hours)


def test_two_years_are_counted_together_since_2025() -> None:
    """R-SUP-03 ex. 1: 30 hours and then 54 are 84 of 84."""
    first = monthly("2025-03", 12, 2.5)
    second = monthly("2026-03", 12, 4.5)
    found = account(stay("2025-03-01", *first, *second), "2027-02-28")
    assert (found.held_together, found.owed_together) == exactly(84, 84)
    assert found.short_together == 0
    assert [one.held for one in found.years] == [*exactly(25, 50, 9)]


def test_a_year_before_2025_stands_for_itself() -> None:
    """R-SUP-03 ex. 2: 38 hours in 2024 are too few, whatever 2025 has."""
    before = sessions(*((f"2024-{month:02}-10", 3.5) for month in range(1, 11)), ("2024-11-10", 3))
    after = sessions(("2025-02-10", 8), ("2025-06-10", 38))
    at = stay("2024-01-01", *before, *after)
    found = year(at, 2024, "2025-12-31")
    assert (found.held, found.owed, found.short) == exactly(38, 42, 4)
    assert found.over
    assert not found.met
    assert account(at, "2025-12-31").short_together == 0
    assert [one.year for one in account(at, "2025-12-31").each] == [2024]


def test_half_a_year_in_hospital_is_owed_nothing() -> None:
    """R-SUP-03 ex. 3: six months in an institution in 2026 leave 21 hours."""
    at = stay("2026-01-01", *served("2026-01-01", "2026-06-30", kind=INSTITUTION))
    assert year(at, 2026, "2026-12-31").owed == 21


def test_a_post_beside_the_hospital_is_owed_guidance() -> None:
    at = stay(
        "2026-01-01",
        *served("2026-01-01", "2026-06-30", 50, INSTITUTION),
        *served("2026-01-01", "2026-06-30", 50, OTHER),
    )
    assert year(at, 2026, "2026-12-31").owed == 42


@pytest.mark.parametrize(
    ("first", "second", "short_of_path", "short_of_second"),
    [
        pytest.param(5, 2, 0, 18, id="R-REG-02-ex-1-average-is-42"),
        pytest.param(7, 0, 0, 42, id="R-REG-02-ex-2-all-in-the-first"),
        pytest.param(5, 1.9, Fraction(12, 10), Fraction(192, 10), id="R-REG-02-a-little-less"),
    ],
)
def test_since_2025_the_average_decides(
    first: float, second: float, short_of_path: Fraction, short_of_second: Fraction
) -> None:
    held = (*monthly("2025-01", 12, first), *(monthly("2026-01", 12, second) if second else ()))
    at = stay("2025-01-01", *held)
    assert account(at, "2026-12-31").short_together == short_of_path
    assert year(at, 2026, "2026-12-31").short == short_of_second


def test_the_same_hours_before_2025_leave_a_year_short() -> None:
    """R-REG-02 ex. 3."""
    held = (*monthly("2022-01", 12, 5), *monthly("2023-01", 12, 2))
    found = account(stay("2022-01-01", *held), "2023-12-31")
    assert [one.short for one in found.years] == [*exactly(0, 18)]
    assert found.together == ()


def test_only_finalised_hours_count() -> None:
    """R-SUP-04: two hours without minutes are pending."""
    at = stay("2026-01-01", *sessions(("2026-02-04", 2), finish=False))
    found = year(at, 2026, "2026-02-28")
    assert (found.held, found.pending) == exactly(0, 2)


def test_hours_of_one_who_was_not_qualified_are_kept_and_not_counted() -> None:
    """R-SUP-02, AMB-53: the last day of the approval still counts."""
    at = stay(
        "2026-01-01",
        *sessions(("2026-07-31", 2), ("2026-08-01", 3)),
        specialist=(span("2020-01-01", "2026-07-31"),),
    )
    found = year(at, 2026, "2026-12-31")
    assert (found.held, found.unqualified) == exactly(2, 3)
    assert [one.by_qualified for one in found.sessions] == [True, False]


def test_days_before_the_establishment_was_registered_are_owed_nothing() -> None:
    at = stay("2026-01-01", registered=(span("2026-02-01", "2030-01-01"),))
    assert year(at, 2026, "2026-12-31").owed == Fraction(77, 2)


@pytest.mark.parametrize(
    ("starts", "on", "hours"),
    [
        pytest.param("2026-01-01", "2026-01-31", Fraction(7, 2), id="a-whole-month"),
        pytest.param(
            "2026-01-15", "2026-01-31", Fraction(7, 2) * Fraction(17, 31), id="part-of-a-month"
        ),
        pytest.param("2024-02-29", "2024-02-29", Fraction(7, 2) / 29, id="one-day"),
    ],
)
def test_a_part_month_is_owed_by_its_days(starts: str, on: str, hours: Fraction) -> None:
    assert sum(one.owed for one in account(stay(starts), on).years) == hours


def test_part_time_is_not_scaled_but_shown() -> None:
    """AMB-27."""
    at = stay("2026-01-01", *served("2026-01-01", "2026-12-31", 50))
    found = year(at, 2026, "2026-12-31")
    assert found.owed == 42
    assert sum(month.by_share for month in found.months) == 21


def test_the_supervisor_is_paid_for_preparation_beside() -> None:
    """R-SUP-06: 42 hours and 15.75 are 57.75."""
    found = year(stay("2025-01-01"), 2025, "2025-12-31")
    preparation = sum(month.preparation for month in found.months)
    assert found.owed + preparation == Fraction("57.75")


def test_two_stays_are_one_path() -> None:
    """AMB-54: what was held before the move counts on."""
    before = stay(
        "2025-01-01",
        *monthly("2025-01", 6, 7),
        replace_fact(moved_away(), last_day=day("2025-06-30")),
    )
    after = stay("2025-07-01")
    found = guidance_account((before, after), IN_FORCE, day("2025-12-31"))
    assert (found.held_together, found.owed_together) == exactly(42, 42)


def test_a_year_after_the_training_stopped_owes_nothing_and_is_told_of() -> None:
    """A doctor who stopped in 2025 is looked at in 2026: what is missing is still told."""
    gone = replace_fact(moved_away(), last_day=day("2025-06-30"))
    record = (stay("2025-01-01", gone),)
    found = guidance_account(record, IN_FORCE, day("2026-03-01"))
    assert found.years[-1].months == ()
    told = guidance_findings(found, supervision(record, IN_FORCE, day("2026-03-01")), IN_FORCE)
    assert told[0].rule == "R-SUP-03"
    assert told[0].basis


def test_under_the_hearing_the_path_is_counted_the_same_way() -> None:
    at = stay("2025-01-01", *YEAR_2025, *YEAR_2026)
    hearing = guidance_account((at,), PROPOSED["hearing-2024"], day("2026-12-31"))
    assert hearing.short_together == 0


def test_a_year_that_goes_on_is_not_over() -> None:
    assert not year(stay("2026-01-01"), 2026, "2026-12-30").over
    assert year(stay("2026-01-01"), 2026, "2026-12-31").over


def test_more_guidance_may_be_agreed_than_the_law_asks() -> None:
    """R-SUP-07: six hours a month in ten and a half months are 63; the law's 42 stand."""
    on = day("2025-01-01")
    agreed = (
        programme.proposed(by=DOCTOR, on=on, guidance_hours_a_year=63),
        programme.agreed(by=LEADER, party=Party.LEADER, on=on),
        programme.agreed(by=SUPERVISOR, party=Party.SUPERVISOR, on=on),
    )
    found = year(stay("2025-01-01", *agreed), 2025, "2025-12-31")
    assert found.agreed_a_year == 63
    assert found.owed == 42


def test_hours_of_a_year_that_was_owed_nothing_count_with_the_others() -> None:
    """A whole year in hospital, or one from its second day: the hours held there count."""
    held = (*monthly("2025-01", 12, 3), *sessions(("2026-05-10", 6)))
    whole = stay("2025-01-01", *held, *served("2026-01-01", "2026-12-31", kind=INSTITUTION))
    assert account(whole, "2026-12-31").short_together == 0
    most = stay("2025-01-01", *held, *served("2026-01-02", "2026-12-31", kind=INSTITUTION))
    assert account(most, "2026-12-31").short_together == Fraction(7, 62)


def test_a_session_counts_on_the_day_it_is_held() -> None:
    at = stay("2026-01-01", *sessions(("2026-02-04", 2)))
    assert year(at, 2026, "2026-02-03").held == 0
    assert year(at, 2026, "2026-02-04").held == 2


def test_hours_short_of_the_path_are_told_also_when_the_last_year_owed_nothing() -> None:
    """A session held in a year that was owed nothing is counted, and names no rule of its own."""
    found = account(stay("2025-01-01", *monthly("2025-01", 12, 1)), "2026-12-31")
    empty = replace(found.years[-1], year=2027, months=(), sessions=(), over=False)
    asked = Mock(spec=Application, guidance=replace(found, years=(*found.years, empty)))
    short = the_path_had_its_guidance(asked)
    assert short
    assert short.basis
