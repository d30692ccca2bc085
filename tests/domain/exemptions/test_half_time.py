"""The exemption of its time from half of full time in open practice (R-SVC-03, AMB-43)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.exemptions.facts import ExemptionGranted
from domain.law.exemptions import ExemptionKind
from domain.shared.facts import Fact
from domain.shared.refusals import RuleBroken
from tests.domain.exemptions.asking import Act, applying, exemption, extending, granting, refusing
from tests.support.exemptions import HALF_TIME

HALF = ExemptionKind.HALF_TIME_PRACTICE


@pytest.mark.parametrize(
    ("facts", "act", "allowed"),
    [
        pytest.param(
            (),
            applying(kind=HALF, supervisor=None, on=date(2024, 12, 31)),
            True,
            id="AMB-43-applied-on-the-last-day",
        ),
        pytest.param(
            (),
            applying(kind=HALF, supervisor=None, on=date(2025, 1, 1)),
            False,
            id="AMB-43-applied-the-day-after",
        ),
        pytest.param(
            HALF_TIME[:1],
            granting(
                on=date(2024, 12, 31), first_day=date(2024, 1, 1), last_day=date(2024, 12, 31)
            ),
            True,
            id="AMB-43-the-last-day-of-the-rule",
        ),
        pytest.param(
            HALF_TIME[:1],
            granting(on=date(2024, 12, 31), first_day=date(2024, 1, 1), last_day=date(2025, 1, 1)),
            False,
            id="AMB-43-lasting-beyond-the-rule",
        ),
        pytest.param(
            HALF_TIME[:1],
            granting(on=date(2025, 1, 2), first_day=date(2024, 1, 1), last_day=date(2024, 12, 31)),
            False,
            id="AMB-43-decided-after",
        ),
        pytest.param(
            HALF_TIME[:1], refusing(on=date(2025, 1, 2)), False, id="AMB-43-refused-after"
        ),
        pytest.param(
            HALF_TIME,
            extending(date(2025, 6, 30), on=date(2024, 6, 1)),
            False,
            id="R-REG-04-extended-beyond-the-rule",
        ),
    ],
)
def test_half_time_is_exempted_from_only_while_it_was_required(
    facts: tuple[Fact, ...], act: Act, *, allowed: bool
) -> None:
    then = exemption(*facts).when(act)
    if allowed:
        assert then.refused is None
    else:
        told = then.then_refused(RuleBroken, saying="no such requirement", rule="AMB-43")
        assert [basis.amended_by for basis in told.basis] == ["FOR-2024-12-16-3129"]


def test_half_time_was_exempted_from_by_the_fifth_sentence() -> None:
    day = date(2024, 6, 1)
    then = exemption(HALF_TIME[0]).when(granting(on=day, first_day=day, last_day=day))
    told = then.then_recorded(ExemptionGranted)
    assert isinstance(told, ExemptionGranted)
    assert told.basis[0].nb == "spesialistforskriften § 8 fjerde ledd femte punktum"
