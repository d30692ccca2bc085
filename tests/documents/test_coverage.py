"""Every rule of the catalogue is held by a test that names it, or said to come later."""

from __future__ import annotations

import pytest

from tests.documents.coverage_page import HELD, LATER, coverage_page, naming
from tests.support.approval import assert_approved

RULES = [rule for rules in HELD.values() for rule in rules]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_is_held_is_named_by_a_test(rule: str) -> None:
    assert naming(rule)


def test_no_rule_is_both_held_and_to_come_and_none_is_told_twice() -> None:
    later = [rule for rules in LATER.values() for rule in rules]
    assert len({*RULES, *later}) == len(RULES) + len(later)


def test_docs_coverage_tells_where_each_rule_is_held() -> None:
    assert_approved("coverage.md", coverage_page())
