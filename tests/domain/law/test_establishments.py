"""What the decisions about an establishment rest on."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.book import IN_FORCE
from domain.law.establishments import rests_on
from domain.law.remedies import DecisionKind


@pytest.mark.parametrize(
    ("kind", "on", "cited"),
    [
        (DecisionKind.REGISTRATION, date(2026, 3, 31), "spesialistforskriften § 21 første ledd"),
        (DecisionKind.ESTABLISHMENT_APPROVAL, date(2026, 3, 31), "§ 20 første ledd"),
        (DecisionKind.SUPERVISOR_EXEMPTION, date(2026, 3, 31), "§ 25 fjerde ledd"),
        (DecisionKind.HALF_TIME_EXEMPTION, date(2024, 12, 31), "§ 8 fjerde ledd femte punktum"),
    ],
)
def test_it_is_named_where_the_law_says_it(kind: DecisionKind, on: date, cited: str) -> None:
    (found,) = rests_on(kind, on, IN_FORCE)
    assert found.nb.endswith(cited)


def test_nothing_is_named_of_what_was_repealed_or_is_a_doctors() -> None:
    assert rests_on(DecisionKind.HALF_TIME_EXEMPTION, date(2025, 1, 1), IN_FORCE) == ()
    assert rests_on(DecisionKind.SPECIALIST_APPROVAL, date(2026, 3, 31), IN_FORCE) == ()
