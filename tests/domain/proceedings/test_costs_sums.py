"""A claim for costs that lacks its sum is taken in, the sum asked for, and then decided."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.timeliness import Verdict
from domain.proceedings.facts import ProceedingFactCorrected
from domain.proceedings.rules.costs import state_sum
from domain.shared.refusals import Invalid, NotAllowed, NotFound
from tests.support.aside import AsideStory, changed_in_favour
from tests.support.aside_samples import CLAIM
from tests.support.plans import DOCTOR, text


@pytest.mark.parametrize("amount", [0, None])
def test_a_claim_without_a_sum_is_taken_in_and_the_sum_is_asked_for(amount: int | None) -> None:
    """L-FVL-11: nothing keeps a claim out; what it lacks is asked for, and then decided."""
    story = changed_in_favour()
    story.claimed(date(2026, 5, 20), amount=amount)
    assert (story.claim.made.amount, story.claim.amount) == (amount, None)
    assert story.claim.made.verdict == Verdict.IN_TIME
    assert [one.what for one in story.case.aside.waiting] == ["decide-costs", "ask-for-sum"]
    for still_none, sum_, waits in ((0, None, True), (30_000, 30_000, False)):
        summed(story, still_none)
        assert story.claim.amount == sum_
        asked = [one.what for one in story.case.aside.waiting]
        assert asked == ["decide-costs", *(["ask-for-sum"] if waits else [])]
    with pytest.raises(Invalid) as refused:
        story.decided_costs(date(2026, 6, 1), amount=42_000)
    assert (refused.value.code, "30000 kroner" in str(refused.value)) == (
        "sum-does-not-fit",
        True,
    )
    story.decided_costs(date(2026, 6, 1), amount=30_000)
    assert list(story.case.aside.waiting) == []


def test_a_negative_sum_is_none_and_a_sum_is_of_a_claim_there_is() -> None:
    story = changed_in_favour()
    for act in (
        lambda: story.claimed(date(2026, 5, 20), amount=-1),
        lambda: summed(story.claimed(date(2026, 5, 20)), -1),
    ):
        with pytest.raises(Invalid) as refused:
            act()
        assert (refused.value.code, refused.value.field) == ("no-sum", "amount")
    with pytest.raises(NotFound):
        summed(changed_in_favour(), 1)


def test_a_sum_that_comes_after_the_decision_keeps_nobody_from_correcting_that() -> None:
    story = changed_in_favour()
    story.claimed(date(2026, 5, 20), amount=None)
    claimed_at = story.case.version
    story.decided_costs(date(2026, 6, 1), amount=30_000)
    decided_at = story.case.version
    summed(story, 40_000)
    assert list(story.case.aside.waiting) == []
    with pytest.raises(NotAllowed):
        struck(story, claimed_at)
    struck(story, decided_at)
    assert [one.what for one in story.case.aside.waiting] == ["decide-costs"]
    assert story.claim.amount == 40_000


def struck(story: AsideStory, version: int) -> None:
    by, on = DOCTOR, date(2026, 6, 2)
    marked = story.case.mark(ProceedingFactCorrected, version, by=by, on=on, reason=text())
    story.told(marked)


def summed(story: AsideStory, amount: int) -> None:
    fact = state_sum(
        story.case, CLAIM, amount, sent_by=DOCTOR, received_on=date(2026, 5, 28), by=DOCTOR
    )
    story.told(fact)
