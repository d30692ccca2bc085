"""Changing one's own decision without an appeal: section 35, first paragraph."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.reversal_places import ReversalGround
from domain.proceedings.rulings import Decided
from domain.shared.refusals import Invalid, RuleBroken
from tests.support.proceedings import Story, refused

PART, ALL, NOTHING = Decided.PARTLY_GRANTED, Decided.GRANTED, Decided.REFUSED


@pytest.mark.parametrize(
    ("before", "ground", "after", "letter"),
    [
        pytest.param(
            NOTHING, ReversalGround.NOT_TO_DETRIMENT, ALL, "a", id="L-FVL-10-error-found-in-2027"
        ),
        pytest.param(ALL, ReversalGround.INVALID, NOTHING, "c", id="L-FVL-10-invalid"),
        pytest.param(ALL, ReversalGround.NOT_TO_DETRIMENT, PART, None, id="L-FVL-10-worse"),
        pytest.param(ALL, ReversalGround.NOT_ARRIVED, NOTHING, None, id="L-FVL-10-has-arrived"),
    ],
)
def test_a_decision_is_reversed_on_a_ground_that_holds(
    before: Decided, ground: ReversalGround, after: Decided, letter: str | None
) -> None:
    story = Story().opened().decided(before).sent().made_available()
    version = story.case.version
    on = date(2027, 5, 3)
    if letter is None:
        with pytest.raises(RuleBroken) as told:
            story.reversed(ground, after, on=on)
        assert (told.value.rule, story.case.version) == ("L-FVL-10", version)
        return
    story.reversed(ground, after, on=on)
    assert story.case.outcome == after
    assert story.case.ruled.reversals[-1].basis[0].letter == letter
    # What was decided stays as it was.
    assert story.case.decided
    assert story.case.decided.outcome == before


def test_before_the_notice_has_arrived_it_may_be_reversed_for_the_worse() -> None:
    story = Story().opened().decided(ALL)
    story.reversed(ReversalGround.NOT_ARRIVED, NOTHING, on=date(2026, 4, 1))
    assert story.case.outcome == NOTHING


def test_nothing_is_reversed_before_it_is_decided() -> None:
    with pytest.raises(Invalid, match="is before"):
        refused().reversed(ReversalGround.INVALID, ALL, on=date(2026, 3, 30))
