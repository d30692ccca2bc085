"""A rule's wordings through time."""

from __future__ import annotations

from datetime import date

import pytest

from domain.shared.citation import Citation
from domain.shared.dated import Dated, NoRuleInForce, Version
from domain.shared.refusals import Invalid

FIRST, SECOND = date(2019, 3, 1), date(2025, 1, 1)


def version(day: date, value: str) -> Version[str]:
    return Version(in_force_from=day, value=value, citation=Citation(act="act", section="1"))


RULE = Dated("rule", version(FIRST, "old"), version(SECOND, "new"))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        pytest.param(FIRST, "old", id="the-first-day"),
        pytest.param(date(2024, 12, 31), "old", id="the-last-day-of-the-old"),
        pytest.param(SECOND, "new", id="the-first-day-of-the-new"),
        pytest.param(date(2099, 1, 1), "new", id="long-after"),
    ],
)
def test_the_version_in_force_on_the_legal_day_decides(day: date, value: str) -> None:
    assert RULE.on(day).value == value


def test_before_the_first_version_there_is_no_rule() -> None:
    with pytest.raises(
        NoRuleInForce, match="'rule' is in force from 2019-03-01; 2019-02-28 is before"
    ) as told:
        RULE.on(date(2019, 2, 28))
    assert isinstance(told.value, Invalid)
    assert told.value.code == "no-rule-in-force"
    assert "2019-02-28 er før det" in told.value.text.nb


def test_an_amended_rule_leaves_the_rule_in_force_as_it_is() -> None:
    proposed = RULE.amended(version(date(2027, 1, 1), "proposed"))
    assert proposed.on(date(2027, 1, 1)).value == "proposed"
    assert proposed.on(date(2026, 12, 31)).value == "new"
    assert RULE.on(date(2027, 1, 1)).value == "new"


@pytest.mark.parametrize("day", [FIRST, date(2018, 1, 1)], ids=["the-same-day", "an-earlier-day"])
def test_versions_start_on_distinct_and_rising_days(day: date) -> None:
    with pytest.raises(ValueError, match="distinct, rising days"):
        Dated("rule", version(FIRST, "old"), version(day, "new"))
