"""A supervisor on every day, a qualified one, and guidance that is regular."""

from __future__ import annotations

import pytest

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.plans.accounts.stays import Stay
from domain.plans.accounts.supervision import Supervision, supervision
from tests.support.accounts import INSTITUTION, day, monthly, served, sessions, span, stay
from tests.support.plans import NEXT_SUPERVISOR, SUPERVISOR, supervisor_appointed
from tests.support.plans import supervisor_released as released


def found(at: Stay, on: str) -> Supervision:
    return supervision((at,), IN_FORCE, day(on))


def test_a_month_without_a_supervisor_is_a_gap() -> None:
    """R-SUP-01: 1 to 30 April 2026 are thirty days."""
    at = stay(
        "2026-01-01",
        released(last_day=day("2026-03-31")),
        supervisor_appointed(NEXT_SUPERVISOR, first_day=day("2026-05-01")),
    )
    assert found(at, "2026-12-31").without_supervisor == (span("2026-04-01", "2026-04-30"),)
    assert found(at, "2026-03-31").without_supervisor == ()


def test_a_supervisor_is_qualified_on_each_day_or_not() -> None:
    """R-SUP-02: to and including the last day of the approval."""
    at = stay("2026-02-01", specialist=(span("2026-02-01", "2026-07-31"),))
    assert found(at, "2026-07-31").unqualified == ()
    (one,) = found(at, "2026-08-02").unqualified
    assert (one.person, one.span) == (SUPERVISOR, span("2026-08-01", "2026-08-02"))


def test_in_hospital_no_supervisor_of_the_municipality_is_wanting() -> None:
    at = stay(
        "2026-01-01",
        *served("2026-01-01", "2026-06-30", kind=INSTITUTION),
        supervisor=False,
    )
    assert found(at, "2026-07-31").without_supervisor == (span("2026-07-01", "2026-07-31"),)


@pytest.mark.parametrize(
    ("second", "silent"),
    [
        pytest.param("2026-03-08", (), id="AMB-26-eight-weeks-between"),
        pytest.param("2026-03-09", (("2026-01-11", "2026-03-08"),), id="AMB-26-a-day-more"),
    ],
)
def test_eight_weeks_between_two_sessions_are_regular(
    second: str, silent: tuple[tuple[str, str], ...]
) -> None:
    at = stay("2026-01-01", *sessions(("2026-01-10", 3.5), (second, 3.5)))
    spans = [one.span for one in found(at, second).silences]
    assert spans == [span(*each) for each in silent]


def test_nothing_after_the_last_session_is_a_silence_once_it_is_long() -> None:
    """R-REG-02 ex. 2: all hours in the first year, none in the second."""
    at = stay("2025-01-01", *monthly("2025-01", 12, 7))
    (one,) = found(at, "2026-12-31").silences
    assert one.span == span("2025-12-11", "2026-12-31")
    assert one.rule.confidence == "C"


def test_before_2025_nothing_was_said_of_regularity() -> None:
    at = stay("2024-01-01", *sessions(("2024-01-10", 42)))
    assert found(at, "2024-12-31").silences == ()
    (one,) = found(at, "2025-02-26").silences
    assert one.span == Span(day("2025-01-01"), day("2025-02-26"))
    assert found(at, "2025-02-25").silences == ()
