"""More to an appeal that runs: from one without authority, and from the appellant themselves."""

from __future__ import annotations

from datetime import date, timedelta

from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Verdict
from domain.proceedings.appeal import Defect, Stage
from domain.proceedings.rules.first_instance import LateGround
from tests.support.proceedings import refused

LAST_DAY = date(2026, 4, 21)
LATER = LAST_DAY + timedelta(days=4)


def test_what_one_without_authority_sent_in_time_makes_no_late_appeal_in_time() -> None:
    """R-APP-03: a person sees to it, and the appeal is neither turned away nor let in by it."""
    story = refused().filed(LATER)
    assert story.appeal().verdict is Verdict.LATE
    story.filed(LATER, Defect.AUTHORITY, sent=LAST_DAY, channel=Channel.LETTER)
    appeal = story.appeal()
    assert (appeal.verdict, appeal.stage) == (Verdict.A_PERSON_DECIDES, Stage.ADMISSIBILITY)
    assert appeal.judgement.steps[-1].rule == "R-APP-03"
    assert appeal.supplements[0].defects == (Defect.AUTHORITY,)
    story.accepted(LATER, LateGround.IN_TIME_AFTER_ALL)
    assert story.appeal().stage is Stage.FIRST_INSTANCE


def test_nor_is_an_appeal_in_time_put_off_by_it() -> None:
    story = refused().filed(LAST_DAY).filed(LAST_DAY, Defect.AUTHORITY)
    assert (story.appeal().verdict, story.appeal().stage) == (
        Verdict.IN_TIME,
        Stage.FIRST_INSTANCE,
    )


def test_what_the_appellant_sends_of_their_own_waits_for_no_authority() -> None:
    """Somebody appealed for them unasked: their own appeal is not dismissed for that."""
    story = refused().filed(LAST_DAY, Defect.AUTHORITY)
    assert story.appeal().stage is Stage.AWAITING_AUTHORITY
    story.filed(LAST_DAY)
    assert (story.appeal().stage, story.appeal().lacking) == (Stage.FIRST_INSTANCE, set())


def test_what_another_without_authority_sends_mends_nothing() -> None:
    story = refused().filed(LAST_DAY, Defect.AUTHORITY).filed(LAST_DAY, Defect.AUTHORITY)
    assert story.appeal().stage is Stage.AWAITING_AUTHORITY
