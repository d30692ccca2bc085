"""More to an appeal that runs: from one without authority, and from the appellant themselves."""

from __future__ import annotations

from datetime import date, timedelta

from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Verdict
from domain.proceedings.appeal import Defect, Stage
from tests.support.proceedings import OTHER_APPEAL, refused

LAST_DAY = date(2026, 4, 21)
LATER = LAST_DAY + timedelta(days=4)


def test_what_one_without_authority_sent_in_time_makes_no_late_appeal_in_time() -> None:
    """R-APP-03: it waits for authority as an appeal of its own."""
    story = refused().filed(LATER)
    story.filed(LATER, Defect.AUTHORITY, appeal=OTHER_APPEAL, sent=LAST_DAY, channel=Channel.LETTER)
    assert (story.appeal().verdict, story.appeal().supplements) == (Verdict.LATE, [])
    waits = story.appeal(OTHER_APPEAL)
    assert (waits.verdict, waits.stage) == (Verdict.IN_TIME, Stage.AWAITING_AUTHORITY)
    story.mended(LATER, Defect.AUTHORITY, appeal=OTHER_APPEAL)
    assert waits.stage is Stage.FIRST_INSTANCE


def test_what_the_appellant_sends_of_their_own_waits_for_no_authority() -> None:
    """Somebody appealed for them unasked: their own appeal is not dismissed for that."""
    story = refused().filed(LAST_DAY, Defect.AUTHORITY)
    assert story.appeal().stage is Stage.AWAITING_AUTHORITY
    story.filed(LAST_DAY, appeal=OTHER_APPEAL)
    own = story.appeal(OTHER_APPEAL)
    assert (own.stage, own.lacking) == (Stage.FIRST_INSTANCE, set())
    assert story.appeal().stage is Stage.AWAITING_AUTHORITY


def test_what_another_without_authority_sends_mends_nothing() -> None:
    story = refused().filed(LAST_DAY, Defect.AUTHORITY).filed(LAST_DAY, Defect.AUTHORITY)
    assert story.appeal().stage is Stage.AWAITING_AUTHORITY
