"""Several appellants: whose detriment is limited, and what another's appeal leaves the party."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.timeliness import Verdict
from domain.proceedings.appeal import Outcome, Review, Stage
from domain.proceedings.rulings import Decided
from domain.shared.refusals import Invalid, RuleBroken
from tests.support.proceedings import (
    APPEAL,
    OTHER_APPEAL,
    OTHER_PARTY,
    Story,
    partly_granted,
    refused,
)

LAST_DAY = date(2026, 4, 21)


def test_where_anothers_appeal_is_well_founded_no_notice_of_detriment_is_needed() -> None:
    """Section 34, third paragraph, third sentence."""
    story = partly_granted().filed(LAST_DAY)
    story.filed(LAST_DAY, appeal=OTHER_APPEAL, appellant=OTHER_PARTY, knew_on=LAST_DAY)
    for appeal in (APPEAL, OTHER_APPEAL):
        story.reviewed(date(2026, 6, 15), appeal=appeal)
        story.forwarded(date(2026, 6, 15), appeal=appeal)
    late = date(2026, 9, 2)
    with pytest.raises(RuleBroken, match="2026-07-21"):
        story.heard(late, Outcome.CHANGED, result=Decided.REFUSED)
    # An earlier appeal of the same person is no other's.
    story.heard(late, Outcome.CHANGED, result=Decided.GRANTED, appeal=OTHER_APPEAL)
    story.heard(late, Outcome.CHANGED, result=Decided.REFUSED)
    assert story.appeal().stage is Stage.DECIDED


def test_anothers_appeal_against_the_right_is_well_founded_though_the_party_gets_less() -> None:
    """Section 34, third paragraph: it is to no detriment of the one who appealed."""
    story = partly_granted().filed(LAST_DAY)
    story.filed(LAST_DAY, appeal=OTHER_APPEAL, appellant=OTHER_PARTY, knew_on=LAST_DAY)
    for appeal in (APPEAL, OTHER_APPEAL):
        story.reviewed(date(2026, 6, 15), appeal=appeal)
        story.forwarded(date(2026, 6, 15), appeal=appeal)
    late = date(2026, 9, 2)
    story.heard(late, Outcome.CHANGED, result=Decided.REFUSED, appeal=OTHER_APPEAL)
    heard = story.appeal(OTHER_APPEAL).decided
    assert heard
    assert heard.to_detriment is False
    story.heard(late, Outcome.CHANGED, result=Decided.REFUSED, to_detriment=True)
    assert story.case.outcome == "refused"


def test_what_the_party_has_is_said_where_anothers_appeal_changes_it() -> None:
    """A change to the good of another appellant is not what the party asked for."""
    story = partly_granted()
    story.filed(LAST_DAY, appeal=OTHER_APPEAL, appellant=OTHER_PARTY, knew_on=LAST_DAY)
    on = date(2026, 6, 15)
    with pytest.raises(Invalid, match="what the party gets"):
        story.reviewed(on, Review.CHANGED, appeal=OTHER_APPEAL)
    with pytest.raises(Invalid, match="Only where"):
        story.reviewed(on, Review.MAINTAINED, appeal=OTHER_APPEAL, result=Decided.REFUSED)
    story.reviewed(on, Review.CHANGED, appeal=OTHER_APPEAL, result=Decided.REFUSED)
    assert story.case.outcome == "refused"


def test_the_partys_own_appeal_says_no_result() -> None:
    story = refused().filed(LAST_DAY)
    with pytest.raises(Invalid, match="Only where"):
        story.reviewed(date(2026, 6, 15), Review.CHANGED, result=Decided.GRANTED)


def test_of_the_dismissal_of_their_appeal_another_has_a_notice_and_a_time() -> None:
    """L-FVL-01, not L-FVL-02: it is a decision about them."""
    story = refused()
    story.filed(LAST_DAY, appeal=OTHER_APPEAL, appellant=OTHER_PARTY, knew_on=LAST_DAY)
    story.dismissed(date(2026, 4, 27), appeal=OTHER_APPEAL).notified(date(2026, 4, 27))
    story.filed(date(2026, 5, 18), appeal=APPEAL, appellant=OTHER_PARTY)
    assert story.appeal().verdict is Verdict.IN_TIME
    later = Story().told(tuple(story.case.facts[:-1]))
    later.filed(date(2026, 5, 19), appeal=APPEAL, appellant=OTHER_PARTY)
    assert later.appeal().verdict is Verdict.LATE
    later.made_available(date(2026, 4, 28))
    assert later.appeal().verdict is Verdict.IN_TIME
