"""The account of group guidance that a plan shows."""

from __future__ import annotations

from datetime import date

from application.plans.group_views import gatherings, group_account
from domain.law.book import IN_FORCE
from tests.support.groups import (
    BOTH_YEARS,
    FIRST,
    MET,
    NAME,
    NEXT_GATHERING,
    SECOND,
    attended,
    diploma_received,
    group_left,
    joined,
)
from tests.support.history import given
from tests.support.plans import APPOINTED
from tests.support.services import service_confirmed, service_entered

LEFT_ON = date(2025, 1, 31)


def test_the_account_has_a_line_for_each_group_year_beside_what_is_recommended() -> None:
    plan = given(
        *APPOINTED,
        *BOTH_YEARS,
        attended(SECOND, gathering=NEXT_GATHERING, on=date(2024, 11, 6), minutes=300),
        group_left(SECOND, last_day=LEFT_ON),
    ).case
    account = group_account(plan, IN_FORCE)
    first, second = account.years
    assert (first.name, first.year, first.gatherings_attended) == (NAME, FIRST, 1)
    assert (second.year, second.minutes_attended, second.last_day) == (SECOND, 660, LEFT_ON)
    assert {line.hours_recommended for line in account.years} == {60}
    assert (account.minutes_attended, account.diploma, account.met) == (1020, None, False)


def test_the_account_tells_what_lies_in_open_practice() -> None:
    served = service_entered(first_day=MET[SECOND], last_day=date(2025, 6, 30))
    confirmed = given(*APPOINTED, *BOTH_YEARS, served, service_confirmed()).case
    account = group_account(confirmed, IN_FORCE)
    assert [line.gatherings_in_open_practice for line in account.years] == [0, 1]
    assert account.findings == ()
    unconfirmed = group_account(given(*APPOINTED, *BOTH_YEARS, served).case, IN_FORCE)
    assert [finding.rule for finding in unconfirmed.findings] == ["R-GRP-02"]


def test_the_diploma_is_what_meets_the_requirement() -> None:
    account = group_account(given(*APPOINTED, *BOTH_YEARS, diploma_received()).case, IN_FORCE)
    assert account.met
    assert account.diploma
    assert account.diploma.minutes_attended == 720


def test_a_group_year_from_before_the_scheme_is_seen_by_the_law_of_the_training() -> None:
    early = joined(FIRST, on=date(2017, 9, 1), last_day=date(2018, 6, 30))
    account = group_account(given(*APPOINTED, early).case, IN_FORCE)
    assert [line.hours_recommended for line in account.years] == [60]


def test_a_plan_without_a_group_has_an_empty_account() -> None:
    account = group_account(given(*APPOINTED).case, IN_FORCE)
    assert (account.years, account.minutes_attended, account.met) == ((), 0, False)


def test_gatherings_are_listed_in_the_order_they_were_held() -> None:
    early = attended(FIRST, gathering=NEXT_GATHERING, on=date(2023, 9, 6))
    plan = given(*APPOINTED, *BOTH_YEARS[:2], early, *BOTH_YEARS[2:]).case
    assert [line.held_on for line in gatherings(plan)] == [
        date(2023, 9, 6),
        MET[FIRST],
        MET[SECOND],
    ]
