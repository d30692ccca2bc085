"""Single goals, and how their codes are written."""

from __future__ import annotations

from datetime import date

import pytest

from domain.catalogue.catalogue import CATALOGUE
from domain.catalogue.goals import canonical, is_clinical
from domain.shared.findings import Confidence


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param("ALM-031", "ALM-031", id="already-right"),
        pytest.param("ALM-31", "ALM-031", id="too-few-digits"),
        pytest.param("alm 31", "ALM-031", id="small-letters-and-space"),
        pytest.param("LM4", "LM-04", id="as-a-plan-printed-it"),
        pytest.param("LM-004", "LM-04", id="too-many-digits"),
        pytest.param(" FKM003 ", "FKM-003", id="spaces-around"),
        pytest.param("XYZ-1", "XYZ-1", id="not-a-code-of-ours"),
    ],
)
def test_a_code_is_written_in_one_way_only(written: str, code: str) -> None:
    assert canonical(written) == code


def test_the_catalogue_writes_its_own_codes_canonically() -> None:
    codes = [goal.code for goal in CATALOGUE.goals]
    assert [canonical(code) for code in codes] == codes


def test_only_general_practice_has_clinical_goals_here() -> None:
    assert [is_clinical(code) for code in ("ALM-001", "FKM-001", "LM-04")] == [True, False, False]


@pytest.mark.parametrize(
    ("code", "day", "confidence"),
    [
        pytest.param("ALM-031", date(2025, 12, 31), Confidence.C, id="ALM-text-not-read"),
        pytest.param("ALM-031", date(2026, 1, 1), Confidence.A, id="ALM-text-read"),
        pytest.param("FKM-003", date(2026, 3, 1), Confidence.A, id="FKM-new-set"),
        pytest.param("LM-04", date(2020, 1, 1), Confidence.B, id="LM-derived-count"),
        pytest.param("LM-75", date(2024, 9, 1), Confidence.C, id="LM-75-one-source"),
    ],
)
def test_a_goal_tells_how_well_it_is_known(code: str, day: date, confidence: Confidence) -> None:
    assert CATALOGUE.goal(code).confidence_on(day) is confidence
