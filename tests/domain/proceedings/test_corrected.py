"""What was computed falls with what it stood on; what reached the party is reversed, not struck."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.timeliness import Verdict
from domain.proceedings.appeal import Outcome, Review
from domain.proceedings.facts import AppealDeadlineComputed
from domain.proceedings.notice import Because
from domain.proceedings.rulings import Decided
from domain.shared.refusals import NotAllowed
from tests.support.proceedings import APPEAL, DECIDED_ON, Story, refused

LAST_DAY = date(2026, 4, 21)


def version_of_last(story: Story, tag: str) -> int:
    """Return where a kind of fact, by the end of its tag, was told last and still stands."""
    case = story.case
    return max(
        at
        for at, fact in enumerate(case.facts, start=1)
        if type(fact).__struct_config__.tag == f"proceeding.{tag}" and at not in case.struck
    )


@pytest.mark.parametrize("tag", ["deadline-computed", "timeliness-judged"])
def test_what_was_computed_is_not_struck_by_itself(tag: str) -> None:
    story = Story().opened().decided().sent().filed(date(2026, 4, 30)).arrived()
    with pytest.raises(NotAllowed, match="computed"):
        story.struck(version_of_last(story, tag))


def test_an_arrival_that_is_struck_takes_with_it_what_was_computed_from_it() -> None:
    story = Story().opened().decided().sent().filed(date(2026, 4, 30)).arrived()
    assert story.appeal().verdict is Verdict.LATE
    story.struck(version_of_last(story, "notice-arrived"))
    assert story.appeal().verdict is Verdict.IN_TIME
    assert story.last_day is None


def test_a_second_arrival_that_is_struck_leaves_the_first() -> None:
    story = refused().arrived(on=date(2026, 4, 7))
    assert story.last_day == date(2026, 4, 28)
    story.struck(version_of_last(story, "notice-arrived"))
    assert story.last_day == LAST_DAY


def test_what_the_clock_of_another_law_left_is_computed_anew_after_a_correction() -> None:
    """An extension struck leaves the time as the arrival makes it, whatever came between."""
    story = refused().extended(date(2026, 5, 11), on=date(2026, 4, 13))
    story.demanded_reasons(date(2026, 5, 5))
    assert story.last_day == date(2026, 5, 11)
    story.struck(version_of_last(story, "reasons-demanded"))
    story.struck(version_of_last(story, "period-extended"))
    assert story.last_day == LAST_DAY


def test_an_appeal_is_judged_anew_without_the_sending_that_is_struck() -> None:
    story = Story().opened().decided().sent()
    story.filed(date(2026, 4, 30)).filed(date(2026, 4, 20))
    story.arrived()
    assert story.appeal().verdict is Verdict.IN_TIME
    story.struck(version_of_last(story, "appeal-supplemented"))
    assert story.appeal().verdict is Verdict.LATE


def test_what_is_computed_after_a_correction_says_so() -> None:
    story = refused().extended(date(2026, 5, 11), on=date(2026, 4, 13))
    told = story.case.version
    story.arrived(on=date(2026, 4, 7)).struck(told + 1)
    computed = [fact for fact in story.case.facts if isinstance(fact, AppealDeadlineComputed)]
    # The last computed before the second arrival stands again: nothing is to be said anew.
    assert computed[-1].because == Because.ARRIVAL
    assert story.last_day == date(2026, 5, 11)


def decided_and_arrived() -> Story:
    return refused()


def changed_and_arrived() -> Story:
    story = refused().filed(LAST_DAY).reviewed(date(2026, 5, 4), Review.CHANGED)
    return story.notified(date(2026, 5, 4))


def heard_and_arrived() -> Story:
    story = refused().filed(LAST_DAY).reviewed(date(2026, 5, 4)).forwarded(date(2026, 5, 8))
    story.heard(date(2026, 9, 1), Outcome.CHANGED, result=Decided.GRANTED)
    return story.notified(date(2026, 9, 1))


@pytest.mark.parametrize("told", [decided_and_arrived, changed_and_arrived, heard_and_arrived])
def test_a_ruling_that_reached_the_party_is_reversed_not_struck(told: object) -> None:
    assert callable(told)
    story: Story = told()
    ruling = story.case.be_ruled().at
    # The arrival itself may have been entered in error; the ruling is reversed all the same.
    story.struck(version_of_last(story, "notice-arrived"))
    story.struck(version_of_last(story, "notice-sent"))
    with pytest.raises(NotAllowed, match="reversed"):
        story.struck(ruling)


def test_a_ruling_whose_notice_was_never_said_to_have_arrived_is_struck() -> None:
    story = Story().opened().decided().sent()
    story.struck(version_of_last(story, "notice-sent"))
    story.struck(version_of_last(story, "decided"))
    assert story.case.is_to_be_decided


def test_an_appeal_struck_takes_its_judgements_with_it() -> None:
    story = Story().opened().decided().sent().filed(date(2026, 4, 30)).arrived(on=DECIDED_ON)
    story.struck(version_of_last(story, "notice-arrived"))
    story.arrived(on=DECIDED_ON)
    story.struck(version_of_last(story, "notice-arrived"))
    story.struck(version_of_last(story, "appeal-filed"))
    assert APPEAL not in story.case.appeals.by_id
