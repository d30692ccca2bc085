"""A decision that is not carried out yet: asked for, decided with conditions, or refused (§ 42)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.law.book import IN_FORCE
from domain.law.proposed import PROPOSED
from domain.proceedings.appeal import Outcome
from domain.proceedings.aside import Until
from domain.proceedings.rules.defer import DeferralException
from domain.proceedings.rulings import Decided
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.support.aside import BOARD, AsideStory, begun, forwarded, told
from tests.support.aside_samples import CLAIM
from tests.support.plans import text

ASKED, DAY = date(2026, 4, 1), date(2026, 4, 7)
NEW = PROPOSED["new-administration-act"]


def test_a_request_is_taken_in_whenever_it_comes_and_waits_to_be_decided() -> None:
    story = AsideStory()
    story.opened().told(())
    story.asked_to_defer(date(2026, 2, 1))
    assert story.deferral.requested
    assert story.deferral.requested.ruling == 0
    (waiting,) = story.case.aside.waiting
    assert (waiting.what, waiting.since) == ("decide-deferral", date(2026, 2, 1))
    with pytest.raises(NotAllowed, match="not decided"):
        story.deferred(date(2026, 2, 2))
    story.decided(Decided.REFUSED, on=date(2026, 3, 2)).notified(date(2026, 3, 2))
    with pytest.raises(NotAllowed):
        story.closed(date(2026, 3, 3))
    story.deferred(date(2026, 3, 3), Until.APPEAL_PERIOD_OVER)
    assert list(story.case.aside.waiting) == []
    story.closed(date(2026, 3, 4))


@pytest.mark.parametrize("until", [pytest.param(one, id=f"L-FVL-15-{one}") for one in Until])
def test_it_is_deferred_until_something_is_over_with_conditions(until: Until) -> None:
    story = told()
    story.asked_to_defer(ASKED).deferred(DAY, until, conditions=text("Under veiledning."))
    found = story.deferral.decided
    assert found
    assert (found.deferred, found.until, found.basis[0].section) == (True, until, "42")
    with pytest.raises(NotAllowed, match="was decided on 2026-04-07"):
        story.deferred(DAY)


@pytest.mark.parametrize(
    ("until", "told_so", "field"),
    [
        (None, {}, "reason"),
        (None, {"because": text(), "conditions": text()}, "conditions"),
        (None, {"because": text(), "exception": DeferralException.WEIGHTY_INTERESTS}, "exception"),
        (
            Until.OMBUDSMAN,
            {"irreversible": True, "exception": DeferralException.WEIGHTY_INTERESTS},
            "exception",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(
    until: Until | None, told_so: dict[str, Any], field: str
) -> None:
    """L-FVL-15: a refusal has its reasons with it (section 42, second paragraph)."""
    story = told()
    story.asked_to_defer(ASKED)
    with pytest.raises(Invalid) as refused:
        story.deferred(DAY, until, **told_so)
    assert (refused.value.code, refused.value.field) == ("deferral-does-not-fit", field)
    assert refused.value.rule == "L-FVL-15"
    assert story.deferral.decided is None


def test_a_body_defers_of_its_own_accord_but_refuses_only_what_was_asked() -> None:
    story = told()
    with pytest.raises(Invalid, match="Nobody asked"):
        story.deferred(DAY, None, because=text())
    story.deferred(DAY, Until.FINAL_JUDGMENT)
    assert story.deferral.requested is None
    with pytest.raises(NotFound):
        story.case.aside.deferral(CLAIM)


def test_the_body_that_has_the_case_decides() -> None:
    story = forwarded()
    story.asked_to_defer(date(2026, 6, 16))
    assert [one.body for one in story.case.aside.waiting] == [BOARD]
    with pytest.raises(NotAllowed) as refused:
        story.deferred(date(2026, 6, 17))
    assert refused.value.code == "with-the-appeal-body"
    story.deferred(date(2026, 6, 17), body=BOARD)
    story.heard(date(2026, 9, 1), Outcome.UPHELD).notified(date(2026, 9, 1))
    # Whoever goes to court after that may ask either.
    story.deferred(date(2026, 9, 2), Until.FINAL_JUDGMENT, deferral=CLAIM)


@pytest.mark.parametrize(
    ("law", "until", "exception", "refused"),
    [
        pytest.param(NEW, None, None, True, id="L-FVL-15-2025-must"),
        pytest.param(NEW, Until.APPEAL_PERIOD_OVER, None, True, id="L-FVL-15-2025-too-short"),
        pytest.param(NEW, Until.APPEAL_DECIDED, None, False, id="L-FVL-15-2025-deferred"),
        pytest.param(
            NEW, None, DeferralException.OBVIOUSLY_IN_VAIN, False, id="L-FVL-15-2025-in-vain"
        ),
        pytest.param(IN_FORCE, None, None, False, id="L-FVL-15-1967-may"),
    ],
)
def test_what_cannot_be_undone_must_wait_under_the_act_of_2025(
    law: Any, until: Until | None, exception: DeferralException | None, *, refused: bool
) -> None:
    day = date(2027, 3, 1)
    story = begun(law=law, on=day)
    story.notified(day)
    story.asked_to_defer(day)
    because = None if until else text("Nei.")
    more: dict[str, Any] = {"irreversible": True, "exception": exception, "because": because}
    if not refused:
        story.deferred(day, until, **more)
        assert story.deferral.decided
        return
    with pytest.raises(RuleBroken, match="cannot be undone") as told_so:
        story.deferred(day, until, **more)
    assert told_so.value.basis[0].section == "76"


def test_it_is_not_decided_before_it_came() -> None:
    story = told()
    story.asked_to_defer(DAY)
    with pytest.raises(Invalid, match="is before"):
        story.deferred(ASKED)
