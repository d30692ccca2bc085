"""An appeal on its way: the worked examples, and what each instance may not do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Verdict
from domain.law.remedies import DecisionKind, Instance
from domain.proceedings.appeal import Defect, Outcome, Review, Stage
from domain.proceedings.appeal_facts import AppealSupplemented
from domain.proceedings.deadlines import proceeding_deadlines
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import Decided
from domain.proceedings.without_effect_facts import SentWithoutEffect
from domain.shared.refusals import Invalid, NotAllowed, Refused, RuleBroken
from tests.support.proceedings import (
    APPEAL,
    BOARD_MEMBER,
    CASE_HANDLER,
    COLLEAGUE,
    OTHER_APPEAL,
    OTHER_PARTY,
    Story,
    refused,
)

LAST_DAY = date(2026, 4, 21)


def test_the_example_from_end_to_end() -> None:
    """Section 9.2: refused on 31 March 2026, appealed on the last day, without authority."""
    story = refused()
    assert story.last_day == LAST_DAY
    story.filed(LAST_DAY, Defect.AUTHORITY)
    assert story.appeal().filed.verdict == "in-time"
    assert story.appeal().stage is Stage.AWAITING_AUTHORITY
    story.demanded(LAST_DAY)
    assert story.appeal().answer_by == date(2026, 5, 5)
    story.mended(date(2026, 5, 4), Defect.AUTHORITY)
    assert story.appeal().stage is Stage.FIRST_INSTANCE
    story.reviewed(date(2026, 6, 15))
    with pytest.raises(RuleBroken, match="cannot be closed") as told:
        story.closed(date(2026, 6, 15))
    assert told.value.rule == "R-APP-05"
    with pytest.raises(RuleBroken, match="National Board for Health Personnel") as told:
        story.forwarded(date(2026, 6, 15), Instance.HELSEKLAGE)
    assert told.value.rule == "L-SPF-35"
    story.forwarded(date(2026, 6, 15))
    assert story.appeal().stage is Stage.FORWARDED
    with pytest.raises(RuleBroken, match="first instance does not decide"):
        story.heard(date(2026, 9, 1), by=CASE_HANDLER)
    story.heard(date(2026, 9, 1))
    assert story.appeal().stage is Stage.DECIDED
    with pytest.raises(NotAllowed, match="arrival of the notice"):
        story.closed(date(2026, 9, 1))
    story.notified(date(2026, 9, 1)).closed(date(2026, 9, 1))


@pytest.mark.parametrize(
    ("received", "stage"),
    [
        pytest.param(LAST_DAY, Stage.FIRST_INSTANCE, id="L-FVL-01-on-the-last-day"),
        pytest.param(date(2026, 4, 22), Stage.ADMISSIBILITY, id="L-FVL-01-one-day-late"),
    ],
)
def test_an_appeal_is_taken_in_on_whatever_day(received: date, stage: Stage) -> None:
    story = refused().filed(received)
    assert story.appeal().stage is stage
    assert story.appeal().filed.steps


def test_a_letter_counts_from_the_day_it_was_posted() -> None:
    """L-FVL-05: deadline 7 April, posted that day and received on the tenth."""
    story = Story().opened().decided(on=date(2026, 3, 10)).sent(on=date(2026, 3, 10))
    story.arrived(on=date(2026, 3, 16))
    assert story.last_day == date(2026, 4, 7)
    story.filed(date(2026, 4, 10), sent=date(2026, 4, 7), channel=Channel.LETTER)
    assert story.appeal().stage is Stage.FIRST_INSTANCE


def test_before_the_notice_has_arrived_no_time_runs() -> None:
    story = Story().opened().decided().filed(date(2026, 4, 1))
    assert story.appeal().stage is Stage.FIRST_INSTANCE


@pytest.mark.parametrize(
    ("received", "late", "treated"),
    [
        pytest.param(date(2026, 5, 8), "may-be-treated", True, id="L-FVL-07-within-the-year"),
        pytest.param(date(2026, 5, 11), "a-person-decides", True, id="AMB-34-the-rolled-day"),
        pytest.param(date(2026, 5, 12), "cannot-be-treated", False, id="L-FVL-07-after-the-year"),
    ],
)
def test_a_late_appeal_is_treated_within_a_year_of_the_decision(
    received: date, late: str, *, treated: bool
) -> None:
    """L-FVL-07: decided on 10 May 2025."""
    story = Story().opened(on=date(2025, 5, 1)).decided(on=date(2025, 5, 10))
    story.sent(on=date(2025, 5, 10)).made_available(date(2025, 5, 10)).filed(received)
    assert story.appeal().filed.late == late
    if treated:
        assert story.accepted(received).appeal().stage is Stage.FIRST_INSTANCE
        return
    with pytest.raises(RuleBroken, match="more than a year") as told:
        story.accepted(received)
    assert told.value.rule == "L-FVL-07"
    assert story.dismissed(received).appeal().stage is Stage.DISMISSED


def test_the_year_runs_from_the_decision_whether_or_not_its_notice_arrived() -> None:
    """L-FVL-07: another than the party, who knew of it long before."""
    story = Story().opened(on=date(2025, 5, 1)).decided(on=date(2025, 5, 10))
    story.filed(date(2026, 5, 12), appellant=COLLEAGUE, knew_on=date(2025, 6, 2))
    assert (story.appeal().verdict, story.appeal().filed.late) == ("late", "cannot-be-treated")
    with pytest.raises(RuleBroken, match="more than a year") as told:
        story.accepted(date(2026, 5, 13))
    assert told.value.rule == "L-FVL-07"


def test_one_that_is_late_by_known_days_was_not_in_time_after_all() -> None:
    story = refused().filed(date(2026, 4, 22))
    with pytest.raises(RuleBroken, match="late by days that are known"):
        story.accepted(date(2026, 4, 23), LateGround.IN_TIME_AFTER_ALL)


@pytest.mark.parametrize("days", [6, 22])
def test_a_short_time_is_short(days: int) -> None:
    """AMB-33."""
    story = refused().filed(date(2026, 3, 30 + 1), Defect.SIGNATURE)
    with pytest.raises(Invalid, match="A short time is 7 to 21 days"):
        story.demanded(date(2026, 4, 1), days=days)


def test_an_unsigned_appeal_keeps_its_day_when_it_is_mended() -> None:
    """L-FVL-06: unsigned on 31 March, mended weeks after the time to appeal was over."""
    story = refused().filed(date(2026, 3, 31), Defect.SIGNATURE)
    assert story.appeal().stage is Stage.AWAITING_CORRECTION
    story.demanded(date(2026, 4, 20)).mended(date(2026, 4, 30), Defect.SIGNATURE)
    assert story.appeal().stage is Stage.FIRST_INSTANCE


def test_an_appeal_with_defects_is_dismissed_only_after_the_time_to_mend_them() -> None:
    story = refused().filed(LAST_DAY, Defect.SIGNATURE)
    with pytest.raises(RuleBroken, match="set a time first"):
        story.dismissed(date(2026, 5, 20))
    story.demanded(LAST_DAY)
    with pytest.raises(RuleBroken, match="2026-05-05") as told:
        story.dismissed(date(2026, 5, 5))
    assert told.value.rule == "L-FVL-06"
    assert story.dismissed(date(2026, 5, 6)).appeal().stage is Stage.DISMISSED


@pytest.mark.parametrize(
    ("maintained", "stage"), [(True, Stage.MAINTAINED), (False, Stage.CHANGED)]
)
def test_after_a_change_in_part_the_appellant_is_asked(*, maintained: bool, stage: Stage) -> None:
    """L-FVL-08: part accepted on 1 June 2026; the rest is forwarded if it is maintained."""
    story = refused().filed(LAST_DAY).reviewed(date(2026, 6, 1), Review.PARTLY_CHANGED)
    with pytest.raises(RuleBroken, match="cannot be closed"):
        story.closed(date(2026, 6, 2))
    with pytest.raises(NotAllowed, match="met in part"):
        story.forwarded(date(2026, 6, 2))
    assert story.rest(date(2026, 6, 10), maintained=maintained).appeal().stage is stage


def test_more_from_one_whose_appeal_runs_joins_it() -> None:
    story = refused().filed(LAST_DAY).filed(date(2026, 5, 1), appeal=OTHER_APPEAL)
    assert isinstance(story.case.facts[-1], AppealSupplemented)
    assert list(story.case.appeals.by_id) == [APPEAL]


def test_another_appellant_has_an_appeal_of_their_own() -> None:
    story = refused().filed(LAST_DAY)
    story.filed(date(2026, 4, 15), appeal=OTHER_APPEAL, appellant=OTHER_PARTY)
    assert list(story.case.appeals.by_id) == [APPEAL, OTHER_APPEAL]


def test_a_decided_appeal_is_not_appealed() -> None:
    """L-FVL-13: what comes in is kept, and nobody can take it on."""
    story = refused().filed(LAST_DAY).reviewed(date(2026, 5, 2)).forwarded(date(2026, 5, 2))
    story.heard(date(2026, 6, 1)).filed(date(2026, 6, 10), appeal=OTHER_APPEAL)
    assert story.appeal(OTHER_APPEAL).stage is Stage.ADMISSIBILITY
    with pytest.raises(RuleBroken, match="cannot be appealed") as told:
        story.accepted(date(2026, 6, 11), appeal=OTHER_APPEAL)
    assert told.value.rule == "L-FVL-13"
    assert story.dismissed(date(2026, 6, 11), appeal=OTHER_APPEAL)


def test_whoever_reviewed_at_first_instance_does_not_decide_the_appeal() -> None:
    """Invariant 5: the one who decided may prepare the case anew, and no more."""
    story = refused().filed(LAST_DAY).reviewed(date(2026, 6, 15), by=COLLEAGUE)
    story.forwarded(date(2026, 6, 15))
    for person in (CASE_HANDLER, COLLEAGUE):
        with pytest.raises(RuleBroken) as told:
            story.heard(date(2026, 9, 1), by=person)
        assert told.value.rule == "L-FVL-15"
    story.heard(date(2026, 9, 1), by=BOARD_MEMBER)


def test_an_appeal_can_be_withdrawn_until_it_is_decided() -> None:
    story = refused().filed(LAST_DAY).reviewed(date(2026, 6, 15)).forwarded(date(2026, 6, 15))
    assert story.withdrawn(date(2026, 7, 1)).appeal().stage is Stage.WITHDRAWN
    story.closed(date(2026, 7, 1)).withdrawn(date(2026, 7, 2))
    assert isinstance(story.case.facts[-1], SentWithoutEffect)
    assert story.appeal().withdrawn == story.case.facts[-3]


def test_an_appeal_over_a_goal_is_taken_in_and_goes_to_whom_a_person_says() -> None:
    """AMB-29: never turned away by itself; no time to appeal runs."""
    story = Story().opened(DecisionKind.GOAL_OUTCOME).decided().sent(says=()).arrived()
    assert story.last_day is None
    story.filed(date(2026, 12, 1))
    assert story.appeal().verdict is Verdict.A_PERSON_DECIDES
    assert story.appeal().filed.steps[0].rule == "AMB-29"
    with pytest.raises(Invalid, match="no-time-runs"):
        story.accepted(date(2026, 12, 2))
    story.accepted(date(2026, 12, 2), LateGround.NO_TIME_RUNS).reviewed(date(2026, 12, 2))
    for astray in (Instance.ESTABLISHMENT, Instance.DIRECTORATE, Instance.COUNTY_GOVERNOR):
        with pytest.raises(RuleBroken, match="are not heard by"):
            story.forwarded(date(2026, 12, 3), astray)
    story.forwarded(date(2026, 12, 3), Instance.MUNICIPAL_APPEALS)
    assert story.appeal().stage is Stage.FORWARDED


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda story: story.reviewed(LAST_DAY), id="review"),
        pytest.param(lambda story: story.forwarded(LAST_DAY), id="forward"),
        pytest.param(lambda story: story.heard(LAST_DAY), id="hear"),
        pytest.param(lambda story: story.demanded(LAST_DAY), id="demand"),
        pytest.param(lambda story: story.mended(LAST_DAY), id="mend"),
    ],
)
def test_no_step_is_taken_out_of_turn(act: Callable[[Story], Story]) -> None:
    for story in (refused(), refused().filed(date(2026, 5, 1))):
        before = story.case.version
        with pytest.raises(Refused):
            act(story)
        assert story.case.version == before


def test_an_appeal_opens_a_closed_case_again() -> None:
    story = refused().closed(date(2026, 4, 10))
    with pytest.raises(NotAllowed, match="was closed on"):
        story.closed(date(2026, 4, 11))
    assert [due.kind for due in proceeding_deadlines(story.case)] == ["decision-appeal"]
    story.filed(LAST_DAY)
    assert story.case.closed is None
    with pytest.raises(RuleBroken, match="cannot be closed"):
        story.closed(date(2026, 4, 22))


@pytest.mark.parametrize(
    ("outcome", "result", "to_detriment", "saying"),
    [
        pytest.param(Outcome.CHANGED, Decided.REFUSED, None, "it is upheld", id="refused-anew"),
        pytest.param(Outcome.CHANGED, Decided.GRANTED, True, "answer no", id="granted-to-harm"),
        pytest.param(Outcome.UPHELD, None, True, "answer no", id="upheld-to-harm"),
    ],
)
def test_a_ruling_that_contradicts_itself_is_refused(
    outcome: Outcome, result: Decided | None, *, to_detriment: bool | None, saying: str
) -> None:
    story = refused().filed(LAST_DAY).reviewed(date(2026, 5, 2)).forwarded(date(2026, 5, 2))
    with pytest.raises(Invalid, match=saying):
        story.heard(date(2026, 6, 1), outcome, result=result, to_detriment=to_detriment)
