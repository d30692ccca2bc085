"""Sequences nobody meant to allow: each is refused, or comes out as the law has it."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Verdict
from domain.law.remedies import DecisionKind, Instance
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Defect, Outcome, Review, Stage
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import Decided
from domain.shared.refusals import NotAllowed, RuleBroken
from tests.support.proceedings import (
    BOARD_MEMBER,
    COLLEAGUE,
    OTHER_APPEAL,
    OTHER_PARTY,
    Story,
    partly_granted,
    refused,
)

LAST_DAY = date(2026, 4, 21)
REVIEWED, HEARD = date(2026, 6, 15), date(2026, 9, 1)


def strike(story: Story, version: int) -> Story:
    return story.struck(version)


def two_appeals(story: Story) -> Story:
    story.filed(LAST_DAY)
    return story.filed(LAST_DAY, appeal=OTHER_APPEAL, appellant=OTHER_PARTY, knew_on=LAST_DAY)


def test_what_a_later_decision_stands_on_is_not_struck() -> None:
    story = refused().filed(LAST_DAY).reviewed(REVIEWED).forwarded(REVIEWED)
    quashed = story.heard(HEARD, Outcome.QUASHED).case.version
    story.decided(on=date(2026, 10, 1))
    with pytest.raises(NotAllowed, match="lean on"):
        strike(story, quashed)


def test_a_withdrawal_a_case_was_closed_on_is_not_struck() -> None:
    story = refused().filed(LAST_DAY).withdrawn(date(2026, 4, 22))
    withdrawn = story.case.version
    story.closed(date(2026, 4, 23))
    with pytest.raises(NotAllowed, match="lean on"):
        strike(story, withdrawn)


def test_an_appeal_taken_up_again_leans_on_what_took_it_up() -> None:
    story = refused().filed(date(2026, 4, 22)).dismissed(date(2026, 4, 23))
    story.notified(date(2026, 4, 23)).filed(date(2026, 5, 11), appeal=OTHER_APPEAL)
    story.reviewed(REVIEWED, appeal=OTHER_APPEAL).forwarded(REVIEWED, appeal=OTHER_APPEAL)
    set_aside = story.heard(HEARD, Outcome.QUASHED, appeal=OTHER_APPEAL).case.version
    story.reviewed(date(2026, 9, 20), Review.CHANGED)
    with pytest.raises(NotAllowed, match="lean on"):
        strike(story, set_aside)


def test_an_appeal_taken_up_again_lacks_nothing_that_could_be_mended() -> None:
    story = refused().filed(LAST_DAY, Defect.AUTHORITY).demanded(LAST_DAY)
    story.dismissed(date(2026, 5, 6)).notified(date(2026, 5, 6))
    story.filed(date(2026, 5, 11), appeal=OTHER_APPEAL)
    story.reviewed(REVIEWED, Review.CHANGED, appeal=OTHER_APPEAL)
    assert story.appeal().stage is Stage.FIRST_INSTANCE


@pytest.mark.parametrize(
    ("first", "extended_on", "until", "right", "last_day"),
    [
        pytest.param(
            date(2026, 3, 31),
            date(2026, 4, 10),
            date(2026, 5, 5),
            date(2026, 4, 20),
            date(2026, 5, 11),
            id="L-FVL-04-further-by-itself",
        ),
        pytest.param(
            date(2026, 4, 8),
            date(2026, 4, 27),
            date(2026, 5, 11),
            date(2026, 4, 1),
            date(2026, 5, 11),
            id="L-FVL-04-was-over-and-was-given",
        ),
    ],
)
def test_a_wrong_arrival_is_corrected_also_when_the_time_was_extended(
    first: date, extended_on: date, until: date, right: date, last_day: date
) -> None:
    story = Story().opened().decided().sent().arrived(on=first)
    story.extended(until, on=extended_on).arrived(on=right)
    assert story.last_day == last_day


def test_the_first_instance_does_not_change_what_another_body_ruled() -> None:
    """Section 35: a body changes its own."""
    story = Story().opened(DecisionKind.MUNICIPAL).decided().sent(says=()).arrived()
    story.filed(LAST_DAY).accepted(LAST_DAY, LateGround.NO_TIME_RUNS).reviewed(REVIEWED)
    story.forwarded(REVIEWED, Instance.MUNICIPAL_APPEALS).heard(HEARD, Outcome.DISMISSED)
    story.filed(HEARD, appeal=OTHER_APPEAL)
    story.accepted(HEARD, LateGround.NO_TIME_RUNS, appeal=OTHER_APPEAL)
    with pytest.raises(NotAllowed, match="another body's"):
        story.reviewed(HEARD, Review.CHANGED, appeal=OTHER_APPEAL)


def test_a_sending_in_time_counts_also_after_the_appeal_was_judged_anew() -> None:
    """Section 30: one is enough, whenever it comes to be known."""
    story = Story().opened().decided().sent().filed(date(2026, 5, 10))
    story.arrived(on=date(2026, 3, 31))
    assert story.appeal().verdict is Verdict.LATE
    story.filed(date(2026, 5, 12), sent=date(2026, 4, 20), channel=Channel.LETTER)
    assert (story.appeal().verdict, story.appeal().stage) == (
        Verdict.IN_TIME,
        Stage.FIRST_INSTANCE,
    )


def test_what_meets_an_appeal_in_part_never_leaves_less() -> None:
    """Granted on conditions, appealed over those: it is still granted, and costs are told of."""
    story = Story().opened().decided(Decided.GRANTED).sent().made_available().filed(LAST_DAY)
    story.reviewed(REVIEWED, Review.PARTLY_CHANGED)
    assert (story.case.outcome, story.case.be_ruled().favours) == (Decided.GRANTED, True)
    with pytest.raises(RuleBroken, match="costs"):
        story.sent(on=REVIEWED)


def test_whoever_reviewed_anothers_appeal_hears_none() -> None:
    """Invariant 5."""
    story = two_appeals(refused()).reviewed(REVIEWED, by=COLLEAGUE, appeal=OTHER_APPEAL)
    story.reviewed(REVIEWED).forwarded(REVIEWED)
    with pytest.raises(RuleBroken, match="first instance does not decide"):
        story.heard(HEARD, by=COLLEAGUE)
    story.heard(HEARD, Outcome.CHANGED, result=Decided.PARTLY_GRANTED)
    with pytest.raises(RuleBroken, match="first instance does not decide"):
        story.reversed(ReversalGround.INVALID, Decided.REFUSED, on=HEARD, by=COLLEAGUE)
    story.reversed(ReversalGround.INVALID, Decided.REFUSED, on=HEARD, by=BOARD_MEMBER)


def test_the_first_instance_changes_nothing_while_the_appeal_body_has_the_case() -> None:
    story = two_appeals(partly_granted()).reviewed(REVIEWED).forwarded(REVIEWED)
    with pytest.raises(NotAllowed, match="with the appeal body"):
        story.reviewed(REVIEWED, Review.CHANGED, result=Decided.REFUSED, appeal=OTHER_APPEAL)
    story.reviewed(REVIEWED, appeal=OTHER_APPEAL)


def test_a_decision_set_aside_is_not_revived_by_a_review() -> None:
    story = two_appeals(refused()).reviewed(REVIEWED).forwarded(REVIEWED)
    story.heard(HEARD, Outcome.QUASHED)
    with pytest.raises(NotAllowed, match="decided anew"):
        story.reviewed(HEARD, Review.CHANGED, result=Decided.GRANTED, appeal=OTHER_APPEAL)
    assert story.dismissed(HEARD, appeal=OTHER_APPEAL).case.is_to_be_decided


def test_an_appeal_over_a_goal_goes_to_no_body_of_the_state() -> None:
    """AMB-29: they have no say in what an establishment decides of a goal."""
    story = Story().opened(DecisionKind.GOAL_OUTCOME).decided().sent(says=()).arrived()
    story.filed(LAST_DAY).accepted(LAST_DAY, LateGround.NO_TIME_RUNS).reviewed(REVIEWED)
    for astray in (Instance.HELSEKLAGE, Instance.PERSONNEL_BOARD):
        with pytest.raises(RuleBroken, match="are not heard by"):
            story.forwarded(REVIEWED, astray)
    story.forwarded(REVIEWED, Instance.MUNICIPAL_APPEALS)


def test_an_appeal_is_entered_once() -> None:
    story = refused().filed(LAST_DAY).withdrawn(LAST_DAY)
    with pytest.raises(NotAllowed, match="entered already"):
        story.filed(LAST_DAY)


def test_what_came_first_counts_for_the_year() -> None:
    """L-FVL-07: more that comes after the year does not make an earlier appeal too late."""
    story = refused().filed(date(2026, 5, 1)).filed(date(2027, 6, 1))
    assert story.appeal().first_received_on == date(2026, 5, 1)
    assert story.accepted(date(2027, 6, 2)).appeal().stage is Stage.FIRST_INSTANCE


def test_a_dismissal_by_a_body_that_is_no_independent_board_goes_to_a_person() -> None:
    """Section 28, third paragraph: of an independent board it goes no further."""
    board = refused().filed(LAST_DAY).reviewed(REVIEWED).forwarded(REVIEWED)
    assert board.heard(HEARD, Outcome.DISMISSED).case.be_ruled().remedy == "final"
    own = Story().opened(DecisionKind.MUNICIPAL).decided().sent(says=()).arrived()
    own.filed(LAST_DAY).accepted(LAST_DAY, LateGround.NO_TIME_RUNS).reviewed(REVIEWED)
    own.forwarded(REVIEWED, Instance.MUNICIPAL_APPEALS).heard(HEARD, Outcome.DISMISSED)
    assert own.case.be_ruled().remedy == "a-person-decides"
