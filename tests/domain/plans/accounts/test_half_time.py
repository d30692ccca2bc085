"""The exemption from half a post counts on its own days, and no others (R-SVC-03, AMB-30)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from domain.law.book import IN_FORCE
from domain.plans.accounts.service import service_account
from domain.plans.accounts.stays import Stay
from domain.plans.accounts.stretches import INSTITUTION, OPEN, OTHER
from domain.plans.rules.without_basis import without_basis
from tests.support import exemptions
from tests.support.accounts import day, replace_fact, served, span, stay


def exempted(first: str, last: str, *service: object) -> Stay:
    granted = replace_fact(
        exemptions.told_granted(),
        kind="half-time-practice",
        supervisor=None,
        first_day=day(first),
        last_day=day(last),
    )
    return stay("2022-01-01", granted, *service)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        pytest.param("2023-01-01", "2023-01-31", "0.4", id="one-month"),
        pytest.param("2022-07-01", "2023-06-30", "2.4", id="into-the-post"),
        pytest.param("2023-07-01", "2023-12-31", "2.4", id="from-its-middle"),
        pytest.param("2022-01-01", "2024-12-31", "4.8", id="all-of-it"),
        pytest.param("2022-01-01", "2022-12-31", "0", id="before-it"),
    ],
)
def test_days_of_the_exemption_count_as_open_practice(first: str, last: str, months: str) -> None:
    at = exempted(first, last, *served("2023-01-01", "2023-12-31", 40))
    found = service_account((at,), IN_FORCE, day("2024-12-31"))
    assert found.open_credited == Fraction(months)
    assert found.open_credited + found.by_kind[OTHER].credited == Fraction("4.8")
    assert found.possible_open == Fraction("4.8") - Fraction(months)


def test_what_lacks_its_basis_is_what_the_account_credits_as_other_practice() -> None:
    at = exempted("2023-01-01", "2023-01-31", *served("2023-01-01", "2023-12-31", 40))
    (one,) = without_basis(at.plan, at.setting, IN_FORCE).service
    assert (one.first_day, one.last_day) == (day("2023-02-01"), day("2023-12-31"))


def test_two_small_posts_that_make_half_time_together_lack_nothing() -> None:
    both = (*served("2024-01-01", "2024-06-30", 30), *served("2024-01-01", "2024-06-30", 31))
    at = stay("2024-01-01", *both)
    assert without_basis(at.plan, at.setting, IN_FORCE).service == ()
    assert service_account((at,), IN_FORCE, day("2024-06-30")).possible_open == 0


def test_full_time_is_given_to_open_practice_then_to_the_institution() -> None:
    at = stay(
        "2025-01-01",
        *served("2025-01-01", "2025-01-31", 40),
        *served("2025-01-01", "2025-01-31", 50, INSTITUTION),
        *served("2025-01-01", "2025-01-31", 50, OTHER),
    )
    (one,) = service_account((at,), IN_FORCE, day("2025-01-31")).stretches
    assert one.credited == {OPEN: 40, INSTITUTION: 50, OTHER: 10}
    assert one.span == span("2025-01-01", "2025-01-31")
