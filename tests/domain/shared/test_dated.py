"""A rule's wordings through time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.shared.citation import Citation
from domain.shared.dated import Dated, NoRuleInForce, Repeal, Version
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
        NoRuleInForce, match="not in force on 2019-02-28: it is in force from 2019-03-01"
    ) as told:
        RULE.on(date(2019, 2, 28))
    assert isinstance(told.value, Invalid)
    assert told.value.code == "no-rule-in-force"
    assert "den gjelder fra 2019-03-01" in told.value.text.nb


def test_an_amended_rule_leaves_the_rule_in_force_as_it_is() -> None:
    proposed = RULE.amended(version(date(2027, 1, 1), "proposed"))
    assert proposed.on(date(2027, 1, 1)).value == "proposed"
    assert proposed.on(date(2026, 12, 31)).value == "new"
    assert RULE.on(date(2027, 1, 1)).value == "new"


@pytest.mark.parametrize("day", [FIRST, date(2018, 1, 1)], ids=["the-same-day", "an-earlier-day"])
def test_versions_start_on_distinct_and_rising_days(day: date) -> None:
    with pytest.raises(ValueError, match="must start on rising days"):
        Dated("rule", version(FIRST, "old"), version(day, "new"))


REPEALED = RULE.amended(
    Repeal(in_force_from=date(2028, 1, 1), citation=Citation(act="act", section="1"))
)


def test_a_repealed_rule_says_nothing_from_the_day_of_its_repeal() -> None:
    assert REPEALED.on(date(2027, 12, 31)).value == "new"
    assert REPEALED.find(date(2028, 1, 1)) is None
    with pytest.raises(NoRuleInForce, match="repealed from 2028-01-01"):
        REPEALED.on(date(2028, 1, 1))
    assert REPEALED.wordings == RULE.wordings


def test_a_rule_given_anew_after_its_repeal_has_a_gap() -> None:
    again = REPEALED.amended(version(date(2030, 1, 1), "again"))
    assert again.find(date(2029, 12, 31)) is None
    assert again.on(date(2030, 1, 1)).value == "again"


def late(day: date, value: str, announced_on: date) -> Version[str]:
    return replace(version(day, value), announced_on=announced_on)


MISTAKEN = RULE.amended(late(date(2027, 1, 1), "mistaken", date(2026, 11, 1)))
MENDED = MISTAKEN.amended(late(date(2027, 1, 1), "mended", date(2027, 6, 1)))


@pytest.mark.parametrize(
    ("announced_by", "value"),
    [
        (date(2026, 10, 31), "new"),
        (date(2026, 11, 1), "mistaken"),
        (date(2027, 5, 31), "mistaken"),
        (date(2027, 6, 1), "mended"),
    ],
)
def test_what_was_announced_by_a_day_decides_what_could_be_known(
    announced_by: date, value: str
) -> None:
    assert MENDED.as_announced_by(announced_by).on(date(2027, 3, 1)).value == value


def test_nothing_could_be_known_before_anything_was_announced() -> None:
    with pytest.raises(NoRuleInForce, match="nothing was announced"):
        RULE.as_announced_by(date(1999, 1, 1)).on(date(2027, 1, 1))
