"""Service as § 31 counts it (R-SVC-*, L-SPF-31)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from domain.law.book import IN_FORCE
from domain.plans.accounts.service import ServiceAccount, last_day_of, service_account
from domain.plans.accounts.stays import Stay
from domain.plans.rules.service_findings import service_findings
from domain.plans.service import ServiceKind
from tests.support.accounts import (
    INSTITUTION,
    OPEN,
    OTHER,
    OTHER_SPECIALTY,
    day,
    exactly,
    served,
    span,
    stay,
)


def account(at: Stay, on: str) -> ServiceAccount:
    return service_account((at,), IN_FORCE, day(on))


def test_five_years_of_full_time_are_five_years() -> None:
    """R-SVC-01."""
    at = stay("2024-03-01", *served("2024-03-01", "2029-02-28"))
    found = account(at, "2029-02-28")
    assert (found.needed, found.by_kind[OPEN].served) == exactly(60, 60)
    # Of general practice four and a half years count; the rest is service in an institution.
    assert (found.by_kind[OPEN].credited, found.by_kind[OPEN].excess) == exactly(54, 6)


@pytest.mark.parametrize(
    ("last_day", "missing"),
    [
        pytest.param("2031-05-30", True, id="R-SVC-01-a-day-less"),
        pytest.param("2031-05-31", False, id="R-SVC-01-eighty-per-cent-takes-6.25-years"),
    ],
)
def test_part_time_takes_longer(last_day: str, *, missing: bool) -> None:
    at = stay(
        "2025-03-01",
        *served("2025-03-01", "2030-10-15", 80),
        *served("2030-10-16", last_day, 80, INSTITUTION),
    )
    assert (account(at, last_day).missing > 0) is missing


@pytest.mark.parametrize(
    ("percentage", "last_day", "met"),
    [
        pytest.param(20, "2034-12-31", True, id="R-REG-04-ex-1-ten-years"),
        pytest.param(20, "2034-12-30", False, id="R-REG-04-ex-1-a-day-less"),
        pytest.param(40, "2029-12-31", True, id="R-REG-04-ex-2-five-years"),
        pytest.param(40, "2029-12-30", False, id="R-REG-04-ex-2-a-day-less"),
    ],
)
def test_open_practice_in_a_small_post_counts_for_its_share_since_2025(
    percentage: int, last_day: str, *, met: bool
) -> None:
    found = account(stay("2025-01-01", *served("2025-01-01", last_day, percentage)), last_day)
    assert (found.open_missing == 0) is met


def test_before_2025_less_than_half_a_post_was_no_open_practice() -> None:
    """R-REG-04 ex. 3, R-SVC-03, AMB-30: pro rata as other practice, and shown as possible."""
    at = stay("2023-01-01", *served("2023-01-01", "2024-12-31", 40))
    found = account(at, "2024-12-31")
    assert found.open_credited == 0
    assert found.by_kind[OTHER].credited == Fraction(48, 5)
    assert found.possible_open == Fraction(48, 5)


@pytest.mark.parametrize(
    ("first_day", "last_day", "percentage", "open_months"),
    [
        pytest.param("2024-12-01", "2024-12-31", 50, "0.5", id="R-SVC-03-half-a-post"),
        pytest.param("2024-12-01", "2024-12-31", 49, "0", id="R-SVC-03-last-day-of-the-floor"),
        pytest.param("2025-01-01", "2025-01-31", 49, "0.49", id="R-SVC-03-first-day-without"),
        pytest.param("2024-12-01", "2025-01-31", 49, "0.49", id="R-SVC-03-across-the-change"),
    ],
)
def test_the_floor_is_in_force_to_the_end_of_2024(
    first_day: str, last_day: str, percentage: int, open_months: str
) -> None:
    at = stay("2024-01-01", *served(first_day, last_day, percentage))
    assert account(at, last_day).open_credited == Fraction(open_months)


def test_two_small_posts_in_open_practice_are_one_working_time() -> None:
    at = stay(
        "2024-01-01",
        *served("2024-01-01", "2024-12-31", 30),
        *served("2024-01-01", "2024-12-31", 25),
    )
    assert account(at, "2024-12-31").open_credited == Fraction(66, 10)


def test_less_than_two_years_of_open_practice_are_not_enough() -> None:
    """R-SVC-02: 1.9 years."""
    found = account(stay("2025-01-01", *served("2025-01-01", "2026-11-24")), "2027-01-01")
    assert 0 < found.open_missing < 2


def test_other_practice_counts_for_two_and_a_half_years() -> None:
    """R-SVC-04: three years in a nursing home."""
    at = stay("2025-01-01", *served("2025-01-01", "2027-12-31", kind=OTHER))
    kind = account(at, "2027-12-31").by_kind[OTHER]
    assert (kind.served, kind.credited, kind.excess) == exactly(36, 30, 6)


def test_general_practice_counts_for_four_and_a_half_years_together() -> None:
    """R-SVC-02: four years of open and one of other practice."""
    at = stay(
        "2025-01-01",
        *served("2025-01-01", "2028-12-31"),
        *served("2029-01-01", "2029-12-31", kind=OTHER),
    )
    found = account(at, "2029-12-31")
    assert (found.by_kind[OPEN].credited, found.by_kind[OTHER].credited) == exactly(48, 6)


def test_posts_that_overlap_are_credited_full_time_and_no_more() -> None:
    at = stay(
        "2025-01-01",
        *served("2025-01-01", "2025-01-31", 60),
        *served("2025-01-16", "2025-01-31", 60, OTHER),
    )
    found = account(at, "2025-01-31")
    over = [one for one in found.stretches if one.too_much]
    assert [one.span for one in over] == [span("2025-01-16", "2025-01-31")]
    assert over[0].percentage == 120
    assert over[0].credited == {OPEN: 60, OTHER: 40}


@pytest.mark.parametrize(
    ("confirmed", "credited", "unconfirmed"),
    [
        pytest.param(None, 0, 12, id="R-CNF-01-never"),
        pytest.param("2025-01-10", 0, 12, id="R-CNF-01-later-than-the-day-asked"),
        pytest.param("2025-01-09", 12, 0, id="R-CNF-01-on-the-day-asked"),
    ],
)
def test_only_confirmed_service_counts(
    confirmed: str | None, credited: int, unconfirmed: int
) -> None:
    at = stay("2024-01-01", *served("2024-01-01", "2024-12-31", confirmed=confirmed))
    found = account(at, "2025-01-09")
    assert (found.credited, found.unconfirmed) == exactly(credited, unconfirmed)


def test_service_of_two_stays_is_one_account() -> None:
    """AMB-54: no reset at a change of municipality."""
    record = (
        stay("2024-01-01", *served("2024-01-01", "2024-12-31")),
        stay("2025-01-01", *served("2025-01-01", "2025-06-30")),
    )
    assert service_account(record, IN_FORCE, day("2025-12-31")).credited == 18


def test_days_after_the_day_asked_are_not_served_yet() -> None:
    at = stay("2025-01-01", *served("2025-01-01", "2025-12-31", confirmed="2025-01-02"))
    assert account(at, "2025-03-31").credited == 3


@pytest.mark.parametrize(
    ("first_day", "months", "last_day"),
    [
        pytest.param(
            "2029-03-01", Fraction(774 * 60, 18260), "2029-05-17", id="L-SPF-31-77.4-days"
        ),
        pytest.param("2025-01-01", Fraction(60), "2029-12-31", id="five-years"),
        pytest.param("2025-01-15", Fraction(1), "2025-02-13", id="across-two-months"),
        pytest.param("2025-01-15", Fraction(1, 31), "2025-01-15", id="one-day"),
        pytest.param("2025-01-15", Fraction(1, 3100), "2025-01-15", id="less-than-a-day"),
    ],
)
def test_when_months_of_full_time_are_served(
    first_day: str, months: Fraction, last_day: str
) -> None:
    assert last_day_of(day(first_day), months) == day(last_day)


@pytest.mark.parametrize(
    ("last_day", "credited", "excess"),
    [
        pytest.param("2024-03-31", 39, 0, id="L-SPF-31-three-years-and-three-months"),
        pytest.param("2024-04-30", 39, 1, id="L-SPF-31-a-month-more"),
    ],
)
def test_another_specialty_counts_for_three_years_and_three_months(
    last_day: str, credited: int, excess: int
) -> None:
    at = stay("2021-01-01", *served("2021-01-01", last_day, kind=OTHER_SPECIALTY))
    found = service_account((at,), IN_FORCE, day("2025-01-01"))
    kind = found.by_kind[OTHER_SPECIALTY]
    assert (kind.credited, kind.excess, found.credited) == exactly(credited, excess, credited)
    told = service_findings(found, IN_FORCE, day("2025-01-01"))
    assert [str(one.basis[0].section) for one in told if one.rule == "L-SPF-31"] == ["31"] * bool(
        excess
    )


def test_no_guidance_is_owed_while_serving_in_another_specialty_alone() -> None:
    at = stay("2021-01-01", *served("2021-01-01", "2021-12-31", kind=OTHER_SPECIALTY))
    assert at.owing(day("2021-12-31")) == ()


@pytest.mark.parametrize(
    ("first", "then"),
    [(OPEN, INSTITUTION), (INSTITUTION, OTHER), (OTHER, OTHER_SPECIALTY)],
    ids=["open-practice-first", "then-institution", "then-other-practice"],
)
def test_of_posts_that_overlap_the_hardest_to_come_by_is_credited_first(
    first: ServiceKind, then: ServiceKind
) -> None:
    at = stay(
        "2026-01-01",
        *served("2026-01-01", "2026-12-31", 80, then),
        *served("2026-01-01", "2026-12-31", 70, first),
    )
    kinds = account(at, "2026-12-31").by_kind
    assert kinds[first].served == Fraction("8.4")
    assert kinds[then].served == Fraction("3.6")
