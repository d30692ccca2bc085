"""Section 34: what is to the appellant's detriment is told in time, or is not done."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.notices import NoticeContent
from domain.proceedings.appeal import Outcome, Stage
from domain.proceedings.rulings import Decided
from domain.shared.refusals import Invalid, RuleBroken
from tests.support.proceedings import (
    Story,
    partly_granted,
    refused,
)

LAST_DAY = date(2026, 4, 21)


@pytest.mark.parametrize(
    ("decided_on", "allowed"),
    [
        pytest.param(date(2026, 7, 21), True, id="L-FVL-09-three-months-to-the-day"),
        pytest.param(date(2026, 7, 22), False, id="L-FVL-09-a-day-late"),
    ],
)
@pytest.mark.parametrize(
    ("result", "to_detriment"),
    [
        pytest.param(Decided.REFUSED, False, id="less-than-before"),
        pytest.param(Decided.PARTLY_GRANTED, True, id="as-much-but-on-harder-conditions"),
    ],
)
def test_a_change_to_the_appellants_detriment_is_told_in_time(
    decided_on: date, result: Decided, *, allowed: bool, to_detriment: bool
) -> None:
    """Section 34, third paragraph: the notice of the change is sent within three months."""
    story = partly_granted().filed(LAST_DAY).reviewed(date(2026, 6, 15))
    story.forwarded(date(2026, 6, 15)).warned(date(2026, 6, 16))

    def decide() -> Story:
        return story.heard(decided_on, Outcome.CHANGED, result=result, to_detriment=to_detriment)

    if allowed:
        assert decide().appeal().stage is Stage.DECIDED
        with pytest.raises(RuleBroken, match="2026-07-21"):
            story.sent(on=date(2026, 7, 22), says=NoticeContent)
        story.sent(on=decided_on, says=NoticeContent)
        return
    with pytest.raises(RuleBroken, match="2026-07-21") as told:
        decide()
    assert told.value.rule == "L-FVL-09"


@pytest.mark.parametrize(
    ("decided_on", "to_detriment", "allowed"),
    [
        pytest.param(date(2026, 7, 21), True, True, id="L-FVL-09-to-detriment-in-time"),
        pytest.param(date(2026, 7, 22), True, False, id="L-FVL-09-to-detriment-a-day-late"),
        pytest.param(date(2026, 7, 22), False, True, id="L-FVL-09-to-no-detriment-whenever"),
    ],
)
def test_whether_quashing_what_one_holds_is_to_ones_detriment_is_said(
    decided_on: date, *, to_detriment: bool, allowed: bool
) -> None:
    """Section 34 speaks of changes; of quashing what gave a right, the body says what it is."""
    story = partly_granted().filed(LAST_DAY).reviewed(date(2026, 6, 15))
    story.forwarded(date(2026, 6, 15))
    with pytest.raises(Invalid) as unsaid:
        story.heard(decided_on, Outcome.QUASHED)
    assert (unsaid.value.code, unsaid.value.field) == ("detriment-to-be-said", "toDetriment")
    if allowed:
        story.heard(decided_on, Outcome.QUASHED, to_detriment=to_detriment)
        assert story.appeal().stage is Stage.DECIDED
    else:
        with pytest.raises(RuleBroken, match="2026-07-21"):
            story.heard(decided_on, Outcome.QUASHED, to_detriment=to_detriment)


def test_quashing_a_refusal_takes_nothing_from_anybody() -> None:
    story = refused().filed(LAST_DAY).reviewed(date(2026, 6, 15)).forwarded(date(2026, 6, 15))
    assert story.heard(date(2026, 9, 1), Outcome.QUASHED).appeal().stage is Stage.DECIDED
