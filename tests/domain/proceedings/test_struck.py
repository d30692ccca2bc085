"""Whatever is marked as recorded in error, what stands still makes sense together."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from hypothesis import event, given, settings
from hypothesis import strategies as st

from domain.proceedings.appeal import Outcome, Stage
from domain.proceedings.notice import Because
from domain.proceedings.rules import notify
from domain.proceedings.rulings import SET_ASIDE, Source
from domain.shared.refusals import Refused
from tests.domain.proceedings.test_invariants import acts
from tests.support.proceedings import Story, refused

LATER = date(2026, 9, 1)
BEGINNINGS: tuple[Callable[[], Story], ...] = (
    refused,
    lambda: refused().filed(LATER).withdrawn(LATER),
    lambda: refused().filed(LATER).dismissed(LATER).notified(LATER),
    lambda: sent_on().heard(LATER),
    lambda: sent_on().heard(LATER, Outcome.QUASHED),
)
# How far back from the last what is struck was told: what is farther is leant on.
back = st.integers(0, 6)
tries = st.lists(st.tuples(st.one_of(acts(), back), st.integers(0, 40)), max_size=20)


def sent_on() -> Story:
    story = refused().filed(date(2026, 4, 21)).reviewed(date(2026, 6, 15))
    return story.forwarded(date(2026, 6, 15))


@given(st.sampled_from(BEGINNINGS), tries)
@settings(max_examples=400)
def test_what_stands_makes_sense_whatever_was_struck(
    begin: Callable[[], Story], told: list[tuple[object, int]]
) -> None:
    story, day = begin(), LATER
    for act, days in told:
        day += timedelta(days=days)
        with suppress(Refused):
            if callable(act):
                act(story, day)
            else:
                assert isinstance(act, int)
                story.struck(story.case.version - act, day)
                event("something was struck")
        _holds(story)


def _holds(story: Story) -> None:
    case = story.case
    for ruling in case.rulings:
        # What was computed and judged last is what follows from what stands.
        if ruling.notice.arrivals or ruling.notice.computed:
            assert ruling.notice.arrivals
            assert notify.as_known(case, ruling, Because.LAW, on=LATER, law=story.law) == ()
    # A case that is closed has no appeal under way (R-APP-05).
    assert not (case.closed and case.appeals.running)
    before = None
    for ruling in case.rulings:
        if ruling.source is Source.DECIDED:
            # It is decided again only where the decision was set aside.
            assert before in (None, SET_ASIDE)
        before = ruling.outcome or before
    for appeal in case.appeals.by_id.values():
        ruled = [one for one in case.rulings if one.appeal == appeal.filed.appeal]
        # What an appeal came to stands with it, and nothing else of it does.
        if appeal.stage in (Stage.ADMISSIBILITY, Stage.AWAITING_CORRECTION):
            assert not [one for one in ruled if one.source in (Source.REVIEWED, Source.HEARD)]
        assert len([one for one in ruled if one.source is Source.HEARD]) <= 1
