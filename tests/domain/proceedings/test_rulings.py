"""A decision reversed, quashed, made anew: each ruling has its own notice and time to appeal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Verdict
from domain.law.notices import ALWAYS, NoticeContent
from domain.law.remedies import Remedy
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Defect, Outcome, Review, Stage
from domain.proceedings.appeal_facts import AppealSupplemented, TimelinessJudged
from domain.proceedings.deadlines import proceeding_deadlines
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import SET_ASIDE, Decided, Source
from domain.shared.refusals import NotAllowed, RuleBroken
from tests.support.proceedings import (
    BOARD_MEMBER,
    CASE_HANDLER,
    OTHER_APPEAL,
    OTHER_PARTY,
    Story,
    partly_granted,
    refused,
)

LAST_DAY = date(2026, 4, 21)


def quashed() -> Story:
    """Return the story of a refusal set aside by the board on 1 September 2026."""
    story = refused().filed(LAST_DAY).reviewed(date(2026, 6, 15)).forwarded(date(2026, 6, 15))
    return story.heard(date(2026, 9, 1), Outcome.QUASHED).notified(date(2026, 9, 1))


def test_a_reversal_has_a_notice_and_a_time_to_appeal_of_its_own() -> None:
    """L-FVL-10: what was reversed is a new decision; the year counts from it too."""
    story = refused().reversed(
        ReversalGround.NOT_TO_DETRIMENT, Decided.PARTLY_GRANTED, on=date(2027, 5, 3)
    )
    assert story.last_day is None
    with pytest.raises(RuleBroken, match="the right to appeal"):
        story.sent(on=date(2027, 5, 3), says=())
    with pytest.raises(RuleBroken, match="costs"):
        story.sent(on=date(2027, 5, 3))
    story.notified(date(2027, 5, 3))
    assert story.last_day == date(2027, 5, 24)
    assert [due.due_on for due in proceeding_deadlines(story.case)] == [date(2027, 5, 24)]
    story.filed(date(2027, 5, 25)).accepted(date(2027, 5, 26))
    assert story.appeal().stage is Stage.FIRST_INSTANCE


def test_a_decision_set_aside_is_made_anew_and_can_be_appealed_anew() -> None:
    """L-FVL-09, L-FVL-13: the case went back; nothing is heard twice, and nothing is lost."""
    story = quashed()
    assert story.case.outcome == SET_ASIDE
    with pytest.raises(NotAllowed, match="decided anew"):
        story.closed(date(2026, 9, 2))
    with pytest.raises(NotAllowed, match="decided anew"):
        story.reversed(ReversalGround.INVALID, Decided.GRANTED, on=date(2026, 9, 2))
    story.decided(on=date(2026, 10, 1)).notified(date(2026, 10, 1))
    assert [one.outcome for one in story.case.rulings] == ["refused", SET_ASIDE, "refused"]
    story.filed(date(2026, 10, 20), appeal=OTHER_APPEAL)
    assert story.appeal(OTHER_APPEAL).stage is Stage.FIRST_INSTANCE
    with pytest.raises(NotAllowed, match="decided on 2026-10-01"):
        story.decided(on=date(2026, 10, 21))


def test_nobody_is_heard_twice_however_often_they_appeal() -> None:
    """Section 28: the dismissal may be appealed, and what was heard is not heard again by that."""
    story = refused().filed(LAST_DAY).reviewed(date(2026, 6, 15)).forwarded(date(2026, 6, 15))
    story.heard(date(2026, 9, 1))
    more, third = OTHER_APPEAL, CASE_HANDLER
    story.filed(date(2026, 9, 2), appeal=more).dismissed(date(2026, 9, 3), appeal=more)
    story.filed(date(2026, 9, 4), appeal=third).reviewed(date(2026, 9, 5), appeal=third)
    story.forwarded(date(2026, 9, 5), appeal=third)
    story.heard(date(2026, 10, 1), Outcome.QUASHED, appeal=third)
    assert story.appeal(more).stage is Stage.ADMISSIBILITY
    with pytest.raises(RuleBroken, match="cannot be appealed") as told:
        story.accepted(date(2026, 10, 2), appeal=more)
    assert told.value.rule == "L-FVL-13"


@pytest.mark.parametrize(
    ("outcome", "result"),
    [(Outcome.CHANGED, Decided.PARTLY_GRANTED), (Outcome.UPHELD, None)],
)
def test_what_the_appeal_body_decided_is_final_and_its_own(
    outcome: Outcome, result: Decided | None
) -> None:
    story = refused().filed(LAST_DAY).reviewed(date(2026, 6, 15)).forwarded(date(2026, 6, 15))
    with pytest.raises(NotAllowed, match="with the appeal body"):
        story.reversed(ReversalGround.NOT_TO_DETRIMENT, Decided.GRANTED, on=date(2026, 7, 1))
    story.heard(date(2026, 9, 1), outcome, result=result)
    assert story.case.outcome == (result or Decided.REFUSED)
    last = story.case.be_ruled()
    assert (last.remedy, last.body) == (Remedy.FINAL, "personnel-board")
    with pytest.raises(RuleBroken, match="the time to go to court"):
        story.sent(on=date(2026, 9, 1), says=ALWAYS)
    story.notified(date(2026, 9, 1))
    assert story.last_day is None


@pytest.mark.parametrize(
    ("review", "outcome"),
    [(Review.CHANGED, Decided.GRANTED), (Review.PARTLY_CHANGED, Decided.PARTLY_GRANTED)],
)
def test_what_the_first_instance_changes_is_what_the_party_has(
    review: Review, outcome: Decided
) -> None:
    story = refused().filed(LAST_DAY).reviewed(date(2026, 6, 1), review)
    assert story.case.outcome == outcome
    assert story.case.be_ruled().favours
    story.notified(date(2026, 6, 1))


def test_a_dismissal_can_be_appealed_and_set_aside() -> None:
    """L-FVL-13: turned away as late; the board finds it is to be treated, so it is."""
    story = refused().filed(date(2026, 4, 22)).dismissed(date(2026, 4, 23))
    story.notified(date(2026, 4, 23))
    assert story.last_day == date(2026, 5, 15)
    story.filed(date(2026, 5, 11), appeal=OTHER_APPEAL)
    story.reviewed(date(2026, 5, 20), appeal=OTHER_APPEAL)
    story.forwarded(date(2026, 5, 20), appeal=OTHER_APPEAL)
    story.heard(date(2026, 8, 3), Outcome.QUASHED, appeal=OTHER_APPEAL)
    assert story.case.outcome == Decided.REFUSED
    assert story.appeal().stage is Stage.FIRST_INSTANCE
    story.reviewed(date(2026, 8, 20)).forwarded(date(2026, 8, 20))


@pytest.mark.parametrize(
    ("arrived", "verdict", "stage"),
    [
        pytest.param(date(2026, 4, 7), Verdict.IN_TIME, Stage.FIRST_INSTANCE, id="L-FVL-01-later"),
        pytest.param(date(2026, 4, 1), Verdict.LATE, Stage.ADMISSIBILITY, id="L-FVL-01-earlier"),
    ],
)
def test_an_appeal_is_judged_anew_when_the_arrival_is_corrected(
    arrived: date, verdict: Verdict, stage: Stage
) -> None:
    first = date(2026, 4, 7) if verdict is Verdict.LATE else date(2026, 4, 1)
    story = Story().opened().decided().sent().arrived(on=first).filed(date(2026, 4, 27))
    assert story.appeal().verdict is not verdict
    story.arrived(on=arrived)
    judged = story.case.facts[-1]
    assert isinstance(judged, TimelinessJudged)
    assert (story.appeal().verdict, story.appeal().stage) == (verdict, stage)


def test_one_in_time_after_all_is_not_barred_by_the_year() -> None:
    """L-FVL-07, AMB-51: the year bars late appeals, and by an estimate nobody is late."""
    story = Story().opened().decided().sent()
    story.arrived(on=date(2026, 4, 7), arrival_basis="estimate")
    story.filed(date(2027, 6, 1))
    assert story.appeal().verdict is Verdict.A_PERSON_DECIDES
    with pytest.raises(RuleBroken, match="more than a year"):
        story.accepted(date(2027, 6, 2))
    story.accepted(date(2027, 6, 2), LateGround.IN_TIME_AFTER_ALL)
    assert story.appeal().stage is Stage.FIRST_INSTANCE


def test_a_letter_posted_in_time_makes_a_late_appeal_that_runs_one_in_time() -> None:
    """L-FVL-05: one sending in time is enough, whichever came first."""
    story = refused().filed(date(2026, 4, 22))
    assert story.appeal().stage is Stage.ADMISSIBILITY
    story.filed(date(2026, 4, 24), sent=LAST_DAY, channel=Channel.LETTER)
    joined = story.case.facts[-1]
    assert isinstance(joined, AppealSupplemented)
    assert (joined.sent_on, joined.channel, joined.verdict) == (LAST_DAY, "letter", "in-time")
    assert story.appeal().stage is Stage.FIRST_INSTANCE


def test_one_in_time_that_lacks_another_condition_is_dismissed() -> None:
    """Section 33, second paragraph: no interest in the matter, say."""
    story = refused().filed(LAST_DAY).dismissed(date(2026, 4, 22))
    assert story.appeal().stage is Stage.DISMISSED


@pytest.mark.parametrize(
    ("knew_on", "story", "verdict"),
    [
        pytest.param(date(2026, 6, 10), refused, Verdict.IN_TIME, id="L-FVL-02-three-weeks"),
        pytest.param(date(2026, 6, 9), refused, Verdict.LATE, id="L-FVL-02-a-day-late"),
        pytest.param(None, refused, Verdict.A_PERSON_DECIDES, id="L-FVL-02-not-known"),
        pytest.param(None, partly_granted, Verdict.IN_TIME, id="L-FVL-02-three-months"),
    ],
)
def test_another_than_the_party_counts_from_when_they_knew(
    knew_on: date | None, story: Callable[[], Story], verdict: Verdict
) -> None:
    received = date(2026, 7, 1) if knew_on or story is refused else date(2026, 6, 30)
    told = story().filed(received, appellant=OTHER_PARTY, knew_on=knew_on)
    assert told.appeal().verdict is verdict


def test_nothing_is_done_with_a_case_that_is_closed_but_by_what_opens_it() -> None:
    story = refused().closed(date(2026, 4, 10))
    on = date(2026, 4, 13)
    acts: list[Callable[[], Story]] = [
        lambda: story.sent(on=on),
        lambda: story.arrived(on=on),
        lambda: story.repeated(on),
        lambda: story.gave_reasons(on),
        lambda: story.extended(date(2026, 5, 30), on=on),
        lambda: story.decided(on=on),
    ]
    for act in acts:
        with pytest.raises(NotAllowed, match="closed on 2026-04-10"):
            act()
    story.demanded_reasons(on)
    assert story.case.closed is None
    story.gave_reasons(on).closed(on)
    story.reversed(ReversalGround.NOT_TO_DETRIMENT, Decided.GRANTED, on=on)
    assert story.case.closed is None


def test_a_case_is_not_closed_before_the_party_was_told() -> None:
    story = Story().opened().decided()
    with pytest.raises(NotAllowed, match="arrival of the notice"):
        story.closed(date(2026, 4, 1))
    story.sent()
    with pytest.raises(NotAllowed, match="arrival of the notice"):
        story.closed(date(2026, 4, 1))


def test_a_party_may_appeal_before_anything_is_decided_and_a_person_sees_it() -> None:
    story = Story().opened().filed(date(2026, 2, 1))
    assert story.appeal().stage is Stage.ADMISSIBILITY
    with pytest.raises(NotAllowed, match="not decided yet"):
        story.accepted(date(2026, 2, 2))
    assert story.dismissed(date(2026, 2, 2)).appeal().stage is Stage.DISMISSED


def test_who_reversed_at_first_instance_does_not_hear_the_appeal() -> None:
    story = refused().reversed(
        ReversalGround.NOT_TO_DETRIMENT, Decided.PARTLY_GRANTED, on=date(2026, 4, 10)
    )
    story.notified(date(2026, 4, 10)).filed(date(2026, 4, 20)).reviewed(
        date(2026, 5, 1), by=BOARD_MEMBER
    )
    assert CASE_HANDLER in story.case.first_instance
    story.forwarded(date(2026, 5, 4))
    for person in (CASE_HANDLER, BOARD_MEMBER):
        with pytest.raises(RuleBroken, match="first instance does not decide"):
            story.heard(date(2026, 6, 1), by=person)


def test_an_appeal_that_waits_for_something_keeps_waiting_when_the_time_is_computed_anew() -> None:
    story = Story().opened().decided().sent().arrived(on=date(2026, 4, 1))
    story.filed(date(2026, 4, 27), Defect.SIGNATURE).arrived(on=date(2026, 4, 7))
    assert (story.appeal().verdict, story.appeal().stage) == (
        Verdict.IN_TIME,
        Stage.AWAITING_CORRECTION,
    )


def test_a_notice_of_one_ruling_is_not_that_of_another() -> None:
    """Two appellants: the one's is dismissed while the decision itself is changed."""
    story = refused().filed(LAST_DAY)
    story.filed(LAST_DAY, appeal=OTHER_APPEAL, appellant=OTHER_PARTY, knew_on=LAST_DAY)
    story.dismissed(date(2026, 5, 1), appeal=OTHER_APPEAL)
    dismissal = story.case.be_ruled().at
    story.reviewed(date(2026, 5, 4), Review.CHANGED)
    story.notified(date(2026, 5, 4)).notified(date(2026, 5, 11), ruling=dismissal)
    told = {one.source: one.notice.last_day for one in story.case.rulings}
    assert (told[Source.DISMISSED], told[Source.REVIEWED]) == (date(2026, 6, 1), date(2026, 5, 26))
    assert NoticeContent.COSTS in story.notice.sent[-1].says
