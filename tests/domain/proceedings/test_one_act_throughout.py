"""Whatever is tried on either side of a commencement: each fact cites one act, the right one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from domain.law.administration import ACT
from domain.law.book import IN_FORCE
from domain.law.new_administration import NEW_ACT, with_new_act
from domain.law.reversal_places import GROUNDS, ReversalGround
from domain.proceedings.appeal_facts import (
    AppealDecided,
    AppealDismissed,
    AppealForwarded,
    AppealReviewed,
    CorrectionDemanded,
    DetrimentNotified,
    LateAppealAccepted,
)
from domain.proceedings.facts import DecisionReversed
from domain.shared.refusals import Refused
from tests.domain.proceedings.test_invariants import Act, tries
from tests.support.proceedings import Story, refused

# The decision of 31 March is under the act of 1967, what is decided from here on under the other.
COMMENCEMENT = date(2026, 4, 15)
LAW = with_new_act(IN_FORCE, COMMENCEMENT)
FILED = date(2026, 4, 7)
BEGINNINGS: tuple[Callable[[], Story], ...] = (
    lambda: refused(LAW).filed(FILED),
    lambda: refused(LAW).filed(FILED).reviewed(FILED),
    lambda: refused(LAW).filed(FILED).reviewed(FILED).forwarded(FILED),
)
OF_AN_APPEAL = (
    AppealDecided,
    AppealDismissed,
    AppealForwarded,
    AppealReviewed,
    CorrectionDemanded,
    DetrimentNotified,
    LateAppealAccepted,
)


@given(st.sampled_from(BEGINNINGS), tries)
@settings(max_examples=400)
def test_a_fact_cites_the_act_of_the_day_of_its_ruling(
    begun: Callable[[], Story], told: list[tuple[Act, int]]
) -> None:
    story, day = begun(), FILED
    for act, days in told:
        day += timedelta(days=days)
        with suppress(Refused):
            act(story, day)
    for at, fact in enumerate(story.case.facts):
        if decided_on := _governed_on(story, fact, at):
            governs = NEW_ACT if decided_on >= COMMENCEMENT else ACT
            assert _acts(fact) == {governs}
            event(f"{type(fact).__name__} by {governs}")


def _governed_on(story: Story, fact: Any, at: int) -> date | None:
    """Return the day of the ruling that a fact is about, for those that cite an act."""
    if isinstance(fact, OF_AN_APPEAL):
        against = story.case.ruling_against(story.appeal(fact.appeal))
        return against.decided_on if against else None
    if isinstance(fact, DecisionReversed):
        standing = Story(LAW).told(tuple(story.case.facts[:at])).case.rulings.standing
        assert standing
        regime = LAW.administration_act.on(standing.decided_on).value.regime
        assert fact.ground in GROUNDS[regime]
        assert fact.basis == GROUNDS[regime][ReversalGround(fact.ground)]
        return standing.decided_on
    return None


def _acts(fact: Any) -> set[str]:
    return {one.act for one in fact.basis if one.act in (ACT, NEW_ACT)}
