"""When a lawsuit can be brought: beside the time to appeal, with steps (§ 27 b; hpl. § 71)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.notices import ALWAYS, NoticeContent
from domain.law.proposed import PROPOSED
from domain.law.remedies import DecisionKind
from domain.proceedings.appeal import Defect, Outcome
from domain.proceedings.rules.lawsuit import days_beside
from domain.proceedings.rules.notify import demanded_of
from domain.proceedings.rulings import Decided
from domain.shared.findings import Confidence
from domain.shared.refusals import NotAllowed, RuleBroken
from tests.support.aside import AsideStory, begun, forwarded, told
from tests.support.proceedings import DECIDED_ON, OTHER_APPEAL, OTHER_PARTY

LAST_DAY = date(2026, 4, 21)


def conditioned() -> AsideStory:
    story = begun()
    story.conditioned().notified(DECIDED_ON)
    return story


def test_a_condition_is_told_in_the_notice_or_the_notice_is_not_sent() -> None:
    """L-FVL-12."""
    story = begun()
    assert NoticeContent.LAWSUIT not in demanded_of(story.case.be_ruled(), story.law)
    story.conditioned()
    with pytest.raises(RuleBroken, match="the time to go to court") as refused:
        story.sent(says=ALWAYS)
    assert refused.value.rule == "L-FVL-12"
    story.sent(says=(*ALWAYS, NoticeContent.LAWSUIT))


def test_a_condition_comes_too_late_after_the_notice() -> None:
    story = told()
    with pytest.raises(NotAllowed) as refused:
        story.conditioned()
    assert (refused.value.code, refused.value.rule) == ("notice-sent-already", "L-FVL-12")


def test_where_no_appeal_is_given_a_lawsuit_waits_for_none() -> None:
    story = begun(kind=DecisionKind.POINTS)
    with pytest.raises(RuleBroken, match="can only wait for an appeal"):
        story.conditioned()


@pytest.mark.parametrize(
    ("made", "day"),
    [
        pytest.param(LAST_DAY, date(2026, 10, 21), id="L-FVL-12"),
        # It does not move: 4 October is a Sunday.
        pytest.param(date(2026, 4, 4), date(2026, 10, 4), id="L-FVL-12-a-sunday"),
    ],
)
def test_a_lawsuit_waits_six_months_from_the_first_appeal_at_most(made: date, day: date) -> None:
    story = conditioned()
    assert story.days() == {}
    story.filed(made).filed(date(2026, 4, 28))
    (found,) = days_beside(story.case, story.law)
    assert (found.name, found.deadline.last_day) == ("lawsuit_despite_appeal", day)
    assert found.deadline.steps[0].says.en.startswith("Six months must pass")
    assert found.deadline.steps[0].basis[0].section == "27 b"


def test_one_that_was_withdrawn_and_made_again_counts_from_the_first_time() -> None:
    story = conditioned()
    story.filed(date(2026, 4, 7)).withdrawn(date(2026, 4, 8))
    story.filed(LAST_DAY, appeal=OTHER_APPEAL)
    assert story.days() == {"lawsuit_despite_appeal": date(2026, 10, 7)}


def test_each_appellant_has_a_day() -> None:
    story = conditioned()
    story.filed(date(2026, 4, 7)).filed(
        LAST_DAY, Defect.SIGNATURE, appeal=OTHER_APPEAL, appellant=OTHER_PARTY, knew_on=DECIDED_ON
    )
    found = [one.deadline.last_day for one in days_beside(story.case, story.law)]
    assert found == [date(2026, 10, 7), date(2026, 10, 21)]


def test_without_a_condition_nothing_is_waited_for() -> None:
    story = told()
    story.filed(LAST_DAY)
    assert story.days() == {}


def test_once_the_appeal_is_decided_the_board_starts_the_time_to_sue() -> None:
    """L-SPF-35: six months from the notice of the board, and how that arrived is told first."""
    story = conditioned()
    story.filed(LAST_DAY).reviewed(date(2026, 6, 15)).forwarded(date(2026, 6, 15))
    story.heard(date(2026, 9, 1), Outcome.UPHELD)
    assert story.days() == {}
    story.notified(date(2026, 9, 1))
    assert story.days() == {"lawsuit_after_board": date(2027, 3, 1)}
    (found,) = days_beside(story.case, story.law)
    assert found.deadline.steps[1].basis[0].act == "helsepersonelloven"
    assert found.deadline.steps[1].confidence is Confidence.C


def test_of_what_a_superior_decided_of_its_own_accord_no_time_to_sue_is_known() -> None:
    story = forwarded()
    story.heard(date(2026, 9, 1), Outcome.CHANGED, result=Decided.GRANTED)
    story.notified(date(2026, 9, 1))
    assert set(story.days()) == {"lawsuit_after_board", "cost_claim"}


def test_the_act_of_2025_says_it_in_section_60() -> None:
    day = date(2027, 3, 1)
    story = begun(law=PROPOSED["new-administration-act"], on=day)
    story.conditioned(day).notified(day)
    story.filed(day)
    (found,) = days_beside(story.case, story.law)
    assert (found.deadline.last_day, found.deadline.steps[0].basis[0].section) == (
        date(2027, 9, 1),
        "60",
    )
