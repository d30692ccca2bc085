"""Before the decision: the party is told, heard and answered, and may take it all back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from domain.law.advance_notice_places import LeftOut
from domain.law.new_administration import with_new_act
from domain.proceedings.rulings import Decided
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken
from tests.support.plans import DOCTOR, text
from tests.support.preparing import COMMENT_BY, OFFICIAL, ON
from tests.support.proceedings import CASE_HANDLER, Story

BEFORE, AFTER = ON - timedelta(days=1), COMMENT_BY + timedelta(days=1)


def opened(*, applied: bool = True) -> Story:
    return Story().opened(on=BEFORE, applied=applied)


def noticed(story: Story, comment_by: date = COMMENT_BY, *, on: date = ON) -> Story:
    before = story.case.preparation
    return story.told(
        before.give_notice(
            text(), comment_by, decided_on=None, by=CASE_HANDLER, on=on, law=story.law
        )
    )


def commented(story: Story, on: date, decided_on: date | None = None) -> Story:
    before = story.case.preparation
    return story.told(before.comment(text(), received_on=on, decided_on=decided_on, by=DOCTOR))


def left_out(story: Story, ground: LeftOut = LeftOut.KNOWS_ALREADY) -> Story:
    before = story.case.preparation
    return story.told(
        before.leave_notice_out(
            ground, text(), decided_on=None, by=CASE_HANDLER, on=ON, law=story.law
        )
    )


def withdrawn(story: Story, on: date = ON) -> Story:
    decided = story.case.decided
    return story.told(
        story.case.preparation.withdraw(
            None,
            applied=story.case.be_open().received_on is not None,
            decided_on=decided.decided_on if decided else None,
            received_on=on,
            by=DOCTOR,
            on=on,
        )
    )


def replied(story: Story, expected_on: date, *, on: date = ON) -> Story:
    decided = story.case.decided
    return story.told(
        story.case.preparation.reply(
            expected_on,
            because=text(),
            applied=story.case.be_open().received_on is not None,
            decided_on=decided.decided_on if decided else None,
            by=OFFICIAL,
            on=on,
            law=story.law,
        )
    )


@pytest.mark.parametrize(
    ("applied", "heard", "outcome", "may"),
    [
        pytest.param(True, "", "refused", True, id="L-FVL-15-applied-itself"),
        pytest.param(False, "", "refused", False, id="L-FVL-15-nobody-heard"),
        pytest.param(False, "", "partly-granted", False, id="L-FVL-15-in-part-is-adverse"),
        pytest.param(False, "", "granted", True, id="L-FVL-15-favours-need-no-notice"),
        pytest.param(False, "notice", "refused", True, id="L-FVL-15-noticed-and-day-over"),
        pytest.param(False, "left-out", "refused", True, id="L-FVL-15-left-out-for-a-reason"),
        pytest.param(False, "comments", "refused", True, id="L-FVL-15-commented-unasked"),
    ],
)
def test_an_adverse_decision_needs_that_the_party_was_heard(
    *, applied: bool, heard: str, outcome: str, may: bool
) -> None:
    story = opened(applied=applied)
    match heard:
        case "notice":
            noticed(story)
        case "left-out":
            left_out(story)
        case "comments":
            commented(story, ON)
    if may:
        assert story.decided(Decided(outcome), on=AFTER).case.decided
        return
    with pytest.raises(RuleBroken, match="neither applied") as broken:
        story.decided(Decided(outcome), on=AFTER)
    assert (broken.value.rule, broken.value.basis[0].section) == ("L-FVL-15", "16")


@pytest.mark.parametrize("outcome", Decided)
@pytest.mark.parametrize("applied", [True, False])
def test_what_the_party_was_given_time_for_is_waited_for(
    outcome: Decided, *, applied: bool
) -> None:
    story = noticed(opened(applied=applied))
    with pytest.raises(RuleBroken, match=str(COMMENT_BY)) as broken:
        story.decided(outcome, on=COMMENT_BY)
    assert (broken.value.rule, broken.value.basis[0].section) == ("L-FVL-15", "16")
    assert story.decided(outcome, on=AFTER).case.decided


def test_once_the_comments_have_come_nothing_more_is_waited_for() -> None:
    story = commented(noticed(opened(applied=False)), ON)
    assert story.decided(on=ON).case.decided


def test_comments_written_before_the_notice_are_no_answer_to_it() -> None:
    """A letter entered after the notice, but come before it; and a second notice asks anew."""
    story = commented(noticed(opened(applied=False)), BEFORE)
    with pytest.raises(RuleBroken, match=str(COMMENT_BY)):
        story.decided(on=ON)
    later = COMMENT_BY + timedelta(days=7)
    noticed(commented(story, ON), later)
    with pytest.raises(RuleBroken, match=str(later)):
        story.decided(on=AFTER)
    assert commented(story, AFTER).decided(on=AFTER).case.decided


@pytest.mark.parametrize(
    ("received", "decided_on", "late"),
    [
        pytest.param(COMMENT_BY, None, False, id="L-FVL-15-on-the-day"),
        pytest.param(AFTER, None, True, id="L-FVL-15-the-day-after"),
        pytest.param(ON + timedelta(days=2), ON + timedelta(days=1), True, id="L-FVL-15-decided"),
    ],
)
def test_late_comments_are_recorded_and_marked(
    received: date, decided_on: date | None, *, late: bool
) -> None:
    story = commented(noticed(opened()), received, decided_on)
    assert [one.late for one in story.case.preparation.comments] == [late]


@pytest.mark.parametrize("day", [ON, BEFORE])
def test_a_day_to_comment_by_lies_ahead(day: date) -> None:
    with pytest.raises(Invalid, match="give a day to come") as refused:
        noticed(opened(), day)
    assert (refused.value.field, refused.value.rule) == ("commentBy", "L-FVL-15")
    assert refused.value.basis[0].section == "16"


@pytest.mark.parametrize(
    ("ground", "letter"),
    [
        pytest.param(LeftOut.NOT_POSSIBLE, "a", id="L-FVL-15-1967-not-possible"),
        pytest.param(LeftOut.NO_ADDRESS, "b", id="L-FVL-15-1967-no-address"),
        pytest.param(LeftOut.KNOWS_ALREADY, "c", id="L-FVL-15-1967-unnecessary"),
    ],
)
def test_what_is_left_out_is_left_out_by_a_letter_of_the_law(ground: LeftOut, letter: str) -> None:
    fact = left_out(opened(applied=False), ground).case.preparation.left_out
    assert fact
    (basis,) = fact.basis
    assert (basis.section, basis.paragraph, basis.letter) == ("16", 3, letter)


def test_a_notice_that_was_given_is_not_left_out_afterwards() -> None:
    """Else the day the party was promised could be got around."""
    with pytest.raises(NotAllowed, match=str(COMMENT_BY)) as refused:
        left_out(noticed(opened()))
    assert refused.value.code == "advance-notice-given"


def test_a_provisional_reply_says_when_an_answer_is_expected() -> None:
    expected = date(2026, 12, 1)
    (reply,) = replied(opened(), expected).case.preparation.replies
    assert reply.expected_on == expected
    assert [one.nb.partition("§ ")[2] for one in reply.basis] == ["11 a tredje ledd"]


def test_under_the_act_of_2025_it_is_section_17() -> None:
    law = with_new_act(Story().law, date(2026, 1, 1))
    story = Story(law).opened(on=BEFORE)
    (reply,) = replied(story, date(2026, 12, 1)).case.preparation.replies
    assert reply.basis[0].section == "17"


@pytest.mark.parametrize("day", [ON, BEFORE])
def test_an_answer_is_expected_on_a_day_to_come(day: date) -> None:
    with pytest.raises(Invalid, match="give a day to come") as refused:
        replied(opened(), day)
    assert (refused.value.field, refused.value.rule) == ("expectedOn", "L-FVL-15")


def test_where_nobody_applied_nobody_waits_for_a_reply() -> None:
    with pytest.raises(NotAllowed) as refused:
        replied(opened(applied=False), AFTER)
    assert refused.value.code == "nobody-waits-for-a-reply"


def test_a_withdrawn_application_is_not_decided_and_the_case_is_closed() -> None:
    story = withdrawn(opened())
    for outcome in Decided:
        with pytest.raises(NotAllowed, match="Close the case") as refused:
            story.decided(outcome, on=AFTER)
        assert refused.value.code == "application-withdrawn"
    acts: tuple[Callable[[], Story], ...] = (
        lambda: noticed(story),
        lambda: left_out(story),
        lambda: replied(story, AFTER),
    )
    for act in acts:
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.code == "application-withdrawn"
    assert story.closed(AFTER).case.closed


def test_an_open_case_is_not_closed_without_a_decision() -> None:
    with pytest.raises(NotAllowed) as refused:
        opened().closed(AFTER)
    assert refused.value.code == "not-decided"


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(lambda: opened().decided(on=ON), id="decided"),
        pytest.param(lambda: opened(applied=False), id="nobody-applied"),
        pytest.param(lambda: withdrawn(opened()), id="withdrawn-before"),
    ],
)
def test_a_withdrawal_with_nothing_to_withdraw_is_recorded_and_ends_nothing(
    story: Callable[[], Story],
) -> None:
    told = story()
    before = told.case.preparation.withdrawn
    withdrawn(told, AFTER)
    assert told.case.preparation.withdrawals[-1].ends is False
    assert told.case.preparation.withdrawn is before


def test_nothing_is_told_before_a_decision_that_is_made() -> None:
    story = opened().decided(on=ON)
    assert story.case.decided
    on = story.case.decided.decided_on
    before = story.case.preparation
    acts: tuple[Callable[[], object], ...] = (
        lambda: before.give_notice(text(), AFTER, decided_on=on, by=OFFICIAL, on=ON, law=story.law),
        lambda: before.leave_notice_out(
            LeftOut.NO_ADDRESS, text(), decided_on=on, by=OFFICIAL, on=ON, law=story.law
        ),
        lambda: replied(story, AFTER),
    )
    for act in acts:
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.code == "already-decided"
