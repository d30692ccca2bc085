"""The notice of a decision: what it must say, and the time to appeal that it starts."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.new_administration import NAME
from domain.law.notices import ALWAYS, CONTENT_NAMES, NAMES, NoticeContent
from domain.law.proposed import PROPOSED
from domain.law.remedies import DecisionKind
from domain.proceedings.facts import AppealDeadlineComputed, NoticeArrived
from domain.proceedings.rulings import Decided
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.support.plans import text
from tests.support.proceedings import DECIDED_ON, Story, refused


def until(story: Story) -> date | None:
    return story.notice.last_day


@pytest.mark.parametrize("lacking", ALWAYS)
def test_a_notice_is_not_sent_without_what_the_law_demands(lacking: NoticeContent) -> None:
    """L-FVL-12: such as a notice without the appeal body."""
    story = Story().opened().decided()
    with pytest.raises(RuleBroken, match=CONTENT_NAMES[lacking].en) as told:
        story.sent(says=[one for one in ALWAYS if one is not lacking])
    assert told.value.rule == "L-FVL-12"
    assert told.value.basis[0].nb.endswith("§ 27 tredje ledd")
    assert story.notice.sent == []


def test_the_act_of_2025_asks_for_names_too_unless_reasons_speak_against_it() -> None:
    """L-NFVL-02."""
    day = date(2027, 2, 1)
    story = Story(PROPOSED[NAME]).opened(on=day).decided(on=day)
    with pytest.raises(RuleBroken, match=", ".join(CONTENT_NAMES[one].en for one in NAMES)):
        story.sent(on=day)
    story.sent(on=day, left_out_because=text("Trusler."))
    story.sent(on=day, says=(*ALWAYS, *NAMES))
    assert len(story.notice.sent) == 2
    with pytest.raises(RuleBroken, match=CONTENT_NAMES[NoticeContent.APPEAL_BODY].en):
        story.sent(on=day, says=(NoticeContent.DEADLINE,), left_out_because=text())


def test_against_a_goal_there_is_no_appeal_to_tell_of() -> None:
    story = Story().opened(DecisionKind.GOAL_OUTCOME).decided().sent(says=()).arrived()
    assert story.notice.last_day is None
    assert isinstance(story.case.facts[-1], NoticeArrived)


def test_arrival_starts_the_time_to_appeal_and_its_steps_are_kept() -> None:
    """L-EFV-01: available and alerted on 31 March 2026."""
    story = refused()
    computed = story.case.facts[-1]
    assert isinstance(computed, AppealDeadlineComputed)
    assert (computed.was, computed.last_day) == (None, date(2026, 4, 21))
    assert [step.rule for step in computed.steps][:2] == ["L-EFV-01", "L-FVL-01"]


def test_a_corrected_arrival_computes_the_time_anew_and_the_old_one_stays() -> None:
    story = Story().opened().decided().sent().arrived(on=date(2026, 4, 7))
    story.arrived(on=date(2026, 4, 10))
    one, other = (fact for fact in story.case.facts if isinstance(fact, AppealDeadlineComputed))
    assert (one.last_day, other.was) == (date(2026, 4, 28), date(2026, 4, 28))
    assert other.last_day == story.notice.last_day == date(2026, 5, 4)


def test_a_demand_for_reasons_interrupts_and_the_reasons_start_it_anew() -> None:
    """L-FVL-03."""
    story = Story().opened(on=date(2026, 1, 2)).decided(on=date(2026, 1, 10), reasons_later=True)
    story.sent(on=date(2026, 1, 12)).arrived(on=date(2026, 1, 15))
    assert until(story) == date(2026, 2, 5)
    story.demanded_reasons(date(2026, 1, 30))
    assert until(story) is None
    story.gave_reasons(date(2026, 2, 10))
    assert until(story) == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("on", "refused_by"),
    [
        pytest.param(date(2026, 2, 5), None, id="L-FVL-04-before-it-is-over"),
        pytest.param(date(2026, 2, 6), "L-FVL-04", id="L-FVL-04-after-expiry"),
    ],
)
def test_the_time_is_extended_only_before_it_is_over(on: date, refused_by: str | None) -> None:
    story = Story().opened(on=date(2026, 1, 2)).decided(on=date(2026, 1, 10))
    story.sent(on=date(2026, 1, 12)).arrived(on=date(2026, 1, 15))
    before = story.case.version

    def extend() -> Story:
        return story.extended(date(2026, 2, 27), on=on)

    if refused_by is None:
        assert extend().last_day == date(2026, 2, 27)
        return
    with pytest.raises(NotAllowed) as told:
        extend()
    assert (told.value.rule, story.case.version) == (refused_by, before)


def test_what_comes_before_its_time_is_refused() -> None:
    with pytest.raises(NotFound):
        Story().decided()
    with pytest.raises(NotAllowed, match="not decided yet"):
        Story().opened().sent()
    with pytest.raises(NotAllowed, match="has not been sent"):
        Story().opened().decided().arrived()
    with pytest.raises(NotAllowed, match="decided on 2026-03-31"):
        refused().decided(Decided.GRANTED, on=date(2026, 4, 2))
    with pytest.raises(Invalid, match="is before"):
        Story().opened().decided(on=date(2026, 1, 11))
    with pytest.raises(Invalid, match="is before"):
        Story().opened().decided().sent(on=date(2026, 3, 30))


def test_a_decision_not_opened_is_alerted_of_once_more_and_nothing_restarts() -> None:
    """L-EFV-01."""
    story = refused()
    last_day = story.notice.last_day
    story.repeated(date(2026, 4, 7))
    assert story.notice.last_day == last_day
    letter = Story().opened().decided().sent().arrived(on=DECIDED_ON)
    with pytest.raises(NotAllowed, match="digital decision"):
        letter.repeated(date(2026, 4, 7))


@pytest.mark.parametrize(
    ("demanded", "counts"),
    [
        pytest.param(date(2026, 4, 21), True, id="L-FVL-03-on-the-last-day"),
        pytest.param(date(2026, 4, 22), False, id="L-FVL-03-too-late"),
    ],
)
def test_a_demand_for_reasons_is_taken_in_and_counts_only_before_the_time_is_over(
    demanded: date, *, counts: bool
) -> None:
    story = Story().opened().decided(reasons_later=True).sent().made_available()
    story.demanded_reasons(demanded)
    assert story.notice.demands[-1].demanded_on == demanded
    assert until(story) == (None if counts else date(2026, 4, 21))
    story.gave_reasons(date(2026, 4, 30))
    assert until(story) == (date(2026, 5, 21) if counts else date(2026, 4, 21))


@pytest.mark.parametrize(
    ("demanded", "counts"),
    [
        pytest.param(date(2026, 3, 30), False, id="before-the-decision"),
        pytest.param(DECIDED_ON, True, id="that-day-before-the-notice-arrived"),
        pytest.param(date(2026, 4, 1), True, id="before-the-notice-arrived"),
    ],
)
@pytest.mark.parametrize("first", [True, False], ids=["then-arrived", "arrived-before"])
def test_a_demand_for_reasons_from_before_the_notice_is_taken_in_and_judged(
    demanded: date,
    counts: bool,  # noqa: FBT001
    first: bool,  # noqa: FBT001
) -> None:
    """L-FVL-03, section 24: of a decision there is, whether its notice has arrived or not."""
    arrived = date(2026, 4, 2)
    story = Story().opened().decided(reasons_later=True).sent()
    if first:
        story.demanded_reasons(demanded).arrived(on=arrived)
    else:
        story.arrived(on=arrived).demanded_reasons(demanded)
    assert story.notice.demands[0].demanded_on == demanded
    assert story.last_day == (None if counts else date(2026, 4, 23))
    told = " ".join(step.says.en for step in story.notice.computed[-1].steps)
    assert ("before the decision on Tuesday 31 March 2026; that interrupts" in told) != counts
    story.gave_reasons(date(2026, 4, 10))
    assert story.last_day == (date(2026, 5, 4) if counts else date(2026, 4, 23))


def test_a_demand_for_reasons_that_were_given_is_taken_in_and_interrupts_nothing() -> None:
    """L-FVL-03: section 29 speaks of reasons that were left out (section 24, second paragraph)."""
    story = refused().demanded_reasons(date(2026, 4, 20))
    assert (len(story.notice.demands), until(story)) == (1, date(2026, 4, 21))


def test_a_demand_is_taken_in_before_anything_has_arrived_and_however_often() -> None:
    story = Story().opened().demanded_reasons(date(2026, 2, 1))
    assert len(story.case.facts) == 2
    story = Story().opened().decided(reasons_later=True)
    story.demanded_reasons(DECIDED_ON).demanded_reasons(DECIDED_ON)
    story.sent().made_available()
    assert until(story) is None
    story.gave_reasons(date(2026, 4, 2)).gave_reasons(date(2026, 4, 3))
    assert until(story) == date(2026, 4, 23)
    with pytest.raises(NotAllowed, match="Nobody waits"):
        story.gave_reasons(date(2026, 4, 4))


def test_a_time_extended_twice_is_one_time() -> None:
    story = refused().extended(date(2026, 5, 4), on=date(2026, 4, 20))
    story.extended(date(2026, 5, 20), on=date(2026, 5, 4))
    assert until(story) == date(2026, 5, 20)
    with pytest.raises(Invalid, match="must go further"):
        story.extended(date(2026, 5, 19), on=date(2026, 5, 5))
    with pytest.raises(NotAllowed, match="over on 2026-05-20"):
        story.extended(date(2026, 6, 1), on=date(2026, 5, 21))


def test_a_notice_does_not_arrive_before_it_was_sent() -> None:
    story = Story().opened().decided().sent(on=date(2026, 4, 2))
    with pytest.raises(Invalid, match="2026-04-01 is before 2026-04-02"):
        story.arrived(on=date(2026, 4, 1))
