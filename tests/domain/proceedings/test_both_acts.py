"""The same appeal under the act of 1967 and under that of 2025, which is not in force."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.timeliness import Verdict
from domain.law.book import IN_FORCE, LawBook
from domain.law.new_administration import NAME
from domain.law.notices import NoticeContent
from domain.law.proposed import PROPOSED
from domain.proceedings.appeal import Stage
from tests.support.proceedings import APPEAL, Story

DAY = date(2027, 2, 1)
LAST_DAY = date(2027, 2, 22)


def notified(law: LawBook) -> Story:
    story = Story(law).opened(on=DAY).decided(on=DAY).sent(on=DAY, says=NoticeContent)
    return story.made_available(DAY)


@pytest.mark.parametrize(
    ("law", "verdict", "section"),
    [
        pytest.param(IN_FORCE, Verdict.LATE, "11", id="L-EFV-02-it-must-have-arrived"),
        pytest.param(PROPOSED[NAME], Verdict.IN_TIME, "64", id="L-NFVL-02-sent-is-enough"),
    ],
)
def test_sent_on_the_last_day_and_received_the_day_after(
    law: LawBook, verdict: Verdict, section: str
) -> None:
    story = notified(law)
    assert story.last_day == LAST_DAY
    story.filed(date(2027, 2, 23), sent=LAST_DAY)
    assert story.appeal().verdict is verdict
    assert story.appeal().filed.steps[0].basis[0].section == section


@pytest.mark.parametrize("law", [IN_FORCE, PROPOSED[NAME]], ids=["1967", "2025"])
def test_the_way_of_an_appeal_is_the_same(law: LawBook) -> None:
    story = notified(law).filed(LAST_DAY, sent=LAST_DAY).reviewed(date(2027, 3, 1))
    story.forwarded(date(2027, 3, 1)).heard(date(2027, 5, 3)).notified(date(2027, 5, 3))
    assert story.closed(date(2027, 5, 4)).appeal(APPEAL).stage is Stage.DECIDED
