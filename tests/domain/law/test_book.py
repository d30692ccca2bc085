"""The law book as those knew it who lived then, and as somebody proposes it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domain.law.book import IN_FORCE
from domain.law.proposed import PROPOSED

HEARING = PROPOSED["hearing-2024"]


@pytest.mark.parametrize(
    ("in_force_on", "announced_by", "last_day"),
    [
        pytest.param(date(2022, 6, 15), None, date(2022, 3, 1), id="the-text-in-force-that-day"),
        pytest.param(date(2022, 8, 31), None, date(2022, 3, 1), id="the-last-day-of-the-mistake"),
        pytest.param(date(2022, 9, 1), None, date(2023, 12, 31), id="the-first-day-mended"),
        pytest.param(
            date(2022, 9, 1), date(2022, 6, 15), date(2022, 3, 1), id="as-known-on-that-day"
        ),
        pytest.param(
            date(2022, 9, 1), date(2022, 8, 26), date(2023, 12, 31), id="as-soon-as-announced"
        ),
    ],
)
def test_a_goal_documented_on_15_june_2022_is_late_or_in_time_by_which_text_is_read(
    in_force_on: date, announced_by: date | None, last_day: date
) -> None:
    book = IN_FORCE.as_announced_by(announced_by) if announced_by else IN_FORCE
    assert book.goals_assessed.on(in_force_on).value.last_day == last_day
    late = date(2022, 6, 15) > last_day
    assert late == (last_day == date(2022, 3, 1))


@pytest.mark.parametrize(
    ("day", "last_day"),
    [
        pytest.param(date(2021, 12, 31), date(2025, 3, 1), id="L-SPF-37-before"),
        pytest.param(date(2022, 1, 1), date(2026, 12, 31), id="L-SPF-37-after"),
    ],
)
def test_until_when_the_old_scheme_is_open(day: date, last_day: date) -> None:
    assert IN_FORCE.old_scheme.on(day).value.last_day == last_day


def test_the_floor_of_open_practice_ends_with_2024() -> None:
    """L-SPF-08, R-SVC-03, R-REG-04."""
    floor = IN_FORCE.open_practice_floor
    assert floor.on(date(2024, 12, 31)).value.percentage == 50
    assert floor.find(date(2025, 1, 1)) is None
    assert IN_FORCE.open_practice_exemption.find(date(2025, 1, 1)) is None
    unread = IN_FORCE.as_announced_by(date(2024, 12, 15)).open_practice_floor
    assert unread.on(date(2025, 1, 1)).value.percentage == 50


def test_a_book_read_until_a_day_says_so_in_its_name() -> None:
    read = IN_FORCE.as_announced_by(date(2024, 12, 15))
    assert read.version == "in-force/2026-07-02 as announced by 2024-12-15"
    assert (
        read.as_announced_by(date(2022, 1, 1)).guidance.versions == (IN_FORCE.guidance.versions[:3])
    )


def test_everything_announced_by_the_day_last_read_is_the_book_itself() -> None:
    read = IN_FORCE.as_announced_by(IN_FORCE.snapshot)
    assert {name: rule.versions for name, rule in read.rules().items()} == {
        name: rule.versions for name, rule in IN_FORCE.rules().items()
    }


def test_the_hearing_is_what_was_proposed_and_not_what_was_adopted() -> None:
    first = date(2025, 1, 1)
    adopted, proposed = IN_FORCE.guidance.on(first).value, HEARING.guidance.on(first).value
    assert (adopted.hours_a_year, proposed.hours_a_year) == (Decimal(42), Decimal(42))
    assert (adopted.regularly, proposed.regularly) == (True, False)
    assert HEARING.supervisor.on(first).value.or_experienced
    assert not IN_FORCE.supervisor.on(first).value.or_experienced
    assert HEARING.supervisor_exemption.find(first) is None
    assert IN_FORCE.supervisor_exemption.find(first)
    assert HEARING.open_practice_floor.find(first) is None


def test_until_the_day_of_the_proposal_the_hearing_changes_nothing() -> None:
    last = date(2024, 12, 31)
    for name, rule in IN_FORCE.rules().items():
        assert HEARING.rules()[name].find(last) == rule.find(last)
