"""Absence above a tenth of the training is deducted, and leave owes no guidance (L-SPF-31)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from domain.law.book import IN_FORCE
from domain.plans.accounts.guidance import guidance_account
from domain.plans.accounts.service import last_day_of, service_account
from domain.plans.accounts.supervision import supervision
from domain.shared.facts import Fact
from tests.support import absences
from tests.support.accounts import (
    INSTITUTION,
    OPEN,
    day,
    number,
    replace_fact,
    served,
    sessions,
    span,
    stay,
)


def away(first: str, last: str, percentage: int = 100) -> Fact:
    return replace_fact(
        absences.absence_entered(),
        absence=number(int(first.replace("-", "")), 3),
        first_day=day(first),
        last_day=day(last),
        percentage=percentage,
    )


FIVE_YEARS = (
    *served("2024-03-01", "2028-08-31"),
    *served("2028-09-01", "2029-02-28", kind=INSTITUTION),
)


@pytest.mark.parametrize(
    ("first", "last", "days_away", "deducted"),
    [
        pytest.param("2026-01-01", "2026-09-17", 260, "77.4", id="L-SPF-31-260-days-of-leave"),
        pytest.param("2026-01-01", "2026-07-19", 200, "17.4", id="R-SVC-06-200-days-of-leave"),
        pytest.param("2026-01-01", "2026-07-01", 182, "0", id="L-SPF-31-within-a-tenth"),
        pytest.param("2026-01-01", "2026-07-02", 183, "0.4", id="L-SPF-31-a-day-more"),
    ],
)
def test_what_is_above_a_tenth_is_deducted(
    first: str, last: str, days_away: int, deducted: str
) -> None:
    at = stay("2024-03-01", *FIVE_YEARS, away(first, last))
    found = service_account((at,), IN_FORCE, day("2029-02-28")).deduction
    assert (found.days_served, found.days_away) == (1826, Fraction(days_away))
    assert found.allowed == Fraction("182.6")
    assert found.days == Fraction(deducted)


def test_260_days_of_leave_move_the_end_to_17_may_2029() -> None:
    """L-SPF-31."""
    at = stay("2024-03-01", *FIVE_YEARS, away("2026-01-01", "2026-09-17"))
    found = service_account((at,), IN_FORCE, day("2029-02-28"))
    assert last_day_of(day("2029-03-01"), found.missing) == day("2029-05-17")


def test_absence_from_part_of_the_post_counts_for_its_part() -> None:
    """AMB-35."""
    at = stay("2024-03-01", *FIVE_YEARS, away("2026-01-01", "2026-12-31", 50))
    found = service_account((at,), IN_FORCE, day("2029-02-28")).deduction
    assert found.days_away == Fraction(365, 2)
    assert found.days == 0


def test_the_two_years_of_open_practice_have_a_tenth_of_their_own() -> None:
    at = stay("2025-01-01", *served("2025-01-01", "2026-12-31"), away("2025-06-01", "2025-09-30"))
    found = service_account((at,), IN_FORCE, day("2026-12-31"))
    assert found.open_deduction.days_served == 730
    assert found.open_deduction.days == 49
    assert found.by_kind[OPEN].credited == 24
    assert found.open_missing == Fraction(49 * 24, 730)


def test_absence_outside_service_deducts_nothing() -> None:
    at = stay("2024-03-01", *FIVE_YEARS, away("2029-03-01", "2029-12-31"))
    assert service_account((at,), IN_FORCE, day("2030-01-01")).deduction.days_away == 0


def test_leave_from_the_whole_post_owes_no_guidance_and_breaks_no_regularity() -> None:
    """R-SUP-03, AMB-26: half a year of leave leaves 21 hours."""
    leave = away("2026-01-01", "2026-06-30")
    at = stay("2026-01-01", leave, *sessions(("2026-07-10", 3)))
    (year,) = guidance_account((at,), IN_FORCE, day("2026-12-31")).years
    assert year.owed == 21
    (silence,) = supervision((at,), IN_FORCE, day("2026-12-31")).silences
    assert silence.span == span("2026-07-11", "2026-12-31")


def test_leave_from_half_the_post_owes_as_before() -> None:
    """AMB-27."""
    at = stay("2026-01-01", away("2026-01-01", "2026-06-30", 50))
    (year,) = guidance_account((at,), IN_FORCE, day("2026-12-31")).years
    assert year.owed == 42


def test_a_withdrawn_absence_is_none() -> None:
    leave = away("2026-01-01", "2026-09-17")
    withdrawn = absences.absence_withdrawn(leave.absence)  # type: ignore[attr-defined]
    at = stay("2024-03-01", *FIVE_YEARS, leave, withdrawn)
    assert service_account((at,), IN_FORCE, day("2029-02-28")).deduction.days_away == 0


def test_nobody_is_away_from_more_than_the_whole_post() -> None:
    """Entered twice, or under two plans at once, a leave is the same days away."""
    leave = away("2026-01-01", "2026-09-17")
    again = replace_fact(leave, absence=number(77, 4))
    twice = stay("2024-03-01", *FIVE_YEARS, leave, again)
    two_plans = (stay("2024-03-01", *FIVE_YEARS, leave), stay("2026-01-01", again))
    for record in ((twice,), two_plans):
        found = service_account(record, IN_FORCE, day("2029-02-28")).deduction
        assert found.days_away == 260


def test_two_halves_of_leave_are_leave_from_the_whole_post() -> None:
    half = away("2026-01-01", "2026-06-30", 50)
    other = replace_fact(half, absence=number(78, 4))
    (year,) = guidance_account(
        (stay("2026-01-01", half, other),), IN_FORCE, day("2026-12-31")
    ).years
    assert year.owed == 21


def test_of_posts_held_at_once_each_is_deducted_by_its_own_time() -> None:
    """L-SPF-31: the days above a tenth take their share of open practice, not of the hospital."""
    at = stay(
        "2026-01-01",
        *served("2026-01-01", "2026-12-31", 50),
        *served("2026-01-01", "2026-12-31", 50, INSTITUTION),
        away("2026-03-01", "2026-05-12"),
    )
    found = service_account((at,), IN_FORCE, day("2026-12-31"))
    days = Fraction(73) - Fraction("36.5")
    assert found.deduction.months == 12 * days / 365
    assert found.open_deduction.months == 6 * days / 365


def test_absence_from_the_hospital_alone_takes_nothing_off_open_practice() -> None:
    at = stay(
        "2026-01-01",
        *served("2026-01-01", "2026-06-30"),
        *served("2026-07-01", "2026-12-31", kind=INSTITUTION),
        away("2026-08-01", "2026-11-30"),
    )
    found = service_account((at,), IN_FORCE, day("2026-12-31"))
    assert found.deduction.days > 0
    assert found.open_deduction.days_away == 0
    assert found.open_deduction.days == 0
    assert found.open_credited == 6


def test_absence_is_taken_off_what_is_within_the_caps() -> None:
    """L-SPF-31: the share above a tenth, of what counts; what is above a cap adds no months."""
    at = stay("2014-01-01", *served("2014-01-01", "2023-12-31"), away("2015-01-01", "2017-12-31"))
    found = service_account((at,), IN_FORCE, day("2023-12-31"))
    share = (Fraction(1096) - Fraction("365.2")) / 3652
    assert found.deduction.months == 54 * share
    assert found.credited == 54 * (1 - share)


def test_absence_takes_off_nine_tenths_at_most() -> None:
    at = stay("2014-01-01", *served("2014-01-01", "2023-12-31"), away("2014-01-01", "2023-12-31"))
    found = service_account((at,), IN_FORCE, day("2023-12-31"))
    assert found.credited == 54 * Fraction("0.1")
