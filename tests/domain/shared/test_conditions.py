"""Asking a tuple of conditions, and deciding on what was found."""

from __future__ import annotations

import pytest

from domain.shared.conditions import ask, decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Finding, Force
from domain.shared.refusals import NotJustified, RuleBroken
from domain.shared.texts import Text


def finding(force: Force, says: str) -> Finding:
    return Finding(rule=f"R-{says}", force=force, says=Text(nb=f"nb {says}", en=f"en {says}"))


HARD, OTHER_HARD = finding(Force.HARD, "HARD"), finding(Force.HARD, "OTHER")
SOFT, OTHER_SOFT = finding(Force.SOFT, "SOFT"), finding(Force.SOFT, "MILD")
INFO = finding(Force.INFO, "INFO")

Question = tuple[Finding, ...]
CONDITIONS = tuple(
    lambda question, wanted=wanted: wanted if wanted in question else None
    for wanted in (HARD, SOFT, INFO, OTHER_HARD, OTHER_SOFT)
)


def test_everything_found_is_told_in_the_order_of_the_conditions() -> None:
    assert ask(CONDITIONS, (OTHER_HARD, INFO, HARD)) == (HARD, INFO, OTHER_HARD)
    assert ask(CONDITIONS, ()) == ()


def test_what_is_hard_is_refused_with_all_that_is_hard() -> None:
    with pytest.raises(RuleBroken) as told:
        decide(CONDITIONS, (HARD, SOFT, INFO, OTHER_HARD), Confidential("grunn"))
    assert told.value.findings == (HARD, OTHER_HARD)
    assert told.value.rule == "R-HARD"
    assert told.value.text == Text(nb="nb HARD nb OTHER", en="en HARD en OTHER")
    assert not isinstance(told.value, NotJustified)


def test_what_is_soft_is_refused_without_a_reason_and_recorded_with_one() -> None:
    with pytest.raises(NotJustified) as told:
        decide(CONDITIONS, (SOFT, INFO, OTHER_SOFT))
    assert told.value.findings == (SOFT, OTHER_SOFT)
    reason = Confidential("grunn")
    assert decide(CONDITIONS, (SOFT, INFO, OTHER_SOFT), reason) == (SOFT, INFO, OTHER_SOFT)


def test_what_is_only_worth_knowing_is_recorded_without_a_reason() -> None:
    assert decide(CONDITIONS, (INFO,)) == (INFO,)
    assert decide(CONDITIONS, ()) == ()


def test_a_finding_reads_as_its_rule_and_its_sentence() -> None:
    assert str(HARD) == "R-HARD: en HARD"
