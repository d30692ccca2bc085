"""Whatever anybody tries, in whatever order: the invariants of section 9.2 hold."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from hypothesis import event, given, settings
from hypothesis import strategies as st

from domain.calendar.months import months_after
from domain.calendar.norwegian import next_working_day
from domain.law.remedies import Instance
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Appeal, Defect, Outcome, Review, Stage
from domain.proceedings.appeal_facts import (
    AppealDecided,
    AppealFiled,
    AppealForwarded,
    LateAppealAccepted,
    ProceedingClosed,
    RestAnswered,
)
from domain.proceedings.facts import DecisionMade, DecisionReversed
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import SET_ASIDE, Decided
from domain.shared.ids import Id
from domain.shared.refusals import Refused
from tests.support.plans import DOCTOR
from tests.support.proceedings import (
    APPEAL,
    BOARD_MEMBER,
    CASE_HANDLER,
    COLLEAGUE,
    DECIDED_ON,
    OTHER_APPEAL,
    OTHER_PARTY,
    Story,
    refused,
)

Act = Callable[[Story, date], Story]

appeals = st.sampled_from([APPEAL, OTHER_APPEAL])
people = st.sampled_from([CASE_HANDLER, COLLEAGUE, BOARD_MEMBER])


@st.composite
def acts(draw: st.DrawFn) -> Act:
    """Draw something somebody tries."""
    appeal, by = draw(appeals), draw(people)
    defects = draw(st.lists(st.sampled_from(list(Defect)[:4]), max_size=2))
    review, outcome = draw(st.sampled_from(Review)), draw(st.sampled_from(Outcome))
    to, yes = draw(st.sampled_from(Instance)), draw(st.booleans())
    ground, reversal = draw(st.sampled_from(LateGround)), draw(st.sampled_from(ReversalGround))
    result = draw(st.sampled_from(Decided))
    appellant = draw(st.sampled_from([DOCTOR, OTHER_PARTY]))
    found: Act = draw(
        st.sampled_from(
            [
                lambda s, on: s.filed(on, *defects, appeal=appeal, appellant=appellant),
                lambda s, on: s.demanded(on, appeal=appeal),
                lambda s, on: s.mended(on, *Defect, appeal=appeal),
                lambda s, on: s.accepted(on, ground, appeal=appeal),
                lambda s, on: s.dismissed(on, appeal=appeal),
                lambda s, on: s.reviewed(on, review, appeal=appeal, by=by),
                lambda s, on: s.rest(on, maintained=yes, appeal=appeal),
                lambda s, on: s.forwarded(on, to, appeal=appeal),
                lambda s, on: s.forwarded(on, Instance.PERSONNEL_BOARD, appeal=appeal),
                lambda s, on: s.warned(on, appeal=appeal),
                lambda s, on: s.heard(on, outcome, to_detriment=yes, appeal=appeal, by=by),
                lambda s, on: s.withdrawn(on, appeal=appeal),
                lambda s, on: s.closed(on),
                lambda s, on: s.reversed(reversal, result, on=on),
                lambda s, on: s.decided(result, on=on),
                lambda s, on: s.notified(on),
                lambda s, on: s.arrived(on=on),
                lambda s, on: s.demanded_reasons(on),
                lambda s, on: s.gave_reasons(on),
                lambda s, on: s.extended(on + timedelta(days=30), on=on),
                lambda s, on: s.heard(on, Outcome.CHANGED, result=result, appeal=appeal, by=by),
            ]
        )
    )
    return found


tries = st.lists(st.tuples(acts(), st.integers(0, 40)), max_size=25)


@given(tries)
@settings(max_examples=400)
def test_the_invariants_hold(told: list[tuple[Act, int]]) -> None:
    story, day = refused(), DECIDED_ON
    for act, days in told:
        day += timedelta(days=days)
        before = story.case.version
        filed = [*story.case.appeals.by_id]
        with suppress(Refused):
            act(story, day)
        # A refused act leaves nothing behind, and an appeal once taken in is never lost.
        assert len(story.case.facts) == story.case.version >= before
        assert [*story.case.appeals.by_id][: len(filed)] == filed
        _holds(story)
        _ruled_in_turn(story)
    for appeal in story.case.appeals.by_id.values():
        event(f"an appeal that is {appeal.stage}")


def _holds(story: Story) -> None:
    facts = story.case.facts
    for at, fact in enumerate(facts):
        earlier = facts[:at]
        match fact:
            case AppealForwarded():
                # (3) the body is the law's; (1) only what was maintained is sent on.
                assert fact.to == Instance.PERSONNEL_BOARD
                assert _maintained(story.appeal(fact.appeal))
            case AppealDecided():
                # (5) by nobody who decided before, (1) of what was forwarded.
                appeal = story.appeal(fact.appeal)
                assert appeal.reviewed
                assert fact.decided_by not in {CASE_HANDLER, appeal.reviewed.reviewed_by}
                sent = [one for one in earlier if isinstance(one, AppealForwarded)]
                assert fact.appeal in {one.appeal for one in sent}
            case LateAppealAccepted():
                # (6) never more than the rolled year after the decision.
                ruling = story.case.ruling_against(story.appeal(fact.appeal))
                assert ruling
                cap = next_working_day(months_after(ruling.decided_on, 12), story.law)
                received = story.appeal(fact.appeal).first_received_on
                in_time = fact.ground == LateGround.IN_TIME_AFTER_ALL
                assert in_time or received <= cap
            case RestAnswered():
                # (2) only after a change in part.
                reviewed = story.appeal(fact.appeal).reviewed
                assert reviewed
                assert reviewed.outcome == Review.PARTLY_CHANGED
            case AppealFiled():
                # (7) every appeal has the day it came in; (4) after a decision none is taken on.
                assert fact.received_on
                if Defect.ALREADY_HEARD in fact.defects:
                    stage = story.appeal(fact.appeal).stage
                    assert stage not in {Stage.FIRST_INSTANCE, Stage.FORWARDED, Stage.DECIDED}
            case ProceedingClosed():
                left = {one.appeal for one in earlier if isinstance(one, AppealFiled)}
                running = {story.appeal(one).stage for one in left if _open_at(story, one, at)}
                assert not running


def _ruled_in_turn(story: Story) -> None:
    for at, fact in enumerate(story.case.facts):
        match fact:
            case DecisionReversed():
                # Nobody undoes what the appeal body has, or decided.
                then = _when(story, at)
                assert not [one for one in then.case.appeals.running if one.forwarded]
                standing = then.case.rulings.standing
                assert standing
                assert standing.outcome != SET_ASIDE
            case DecisionMade() if at > 1:
                assert _when(story, at).case.outcome == SET_ASIDE


def _maintained(appeal: Appeal) -> bool:
    assert appeal.reviewed
    rest = appeal.rest is not None and appeal.rest.maintained
    return appeal.reviewed.outcome == Review.MAINTAINED or rest


def _when(story: Story, at: int) -> Story:
    """Return the story as it was when the fact at a place was told."""
    then = Story()
    return then.told(tuple(story.case.facts[:at]))


def _open_at(story: Story, appeal: Id, at: int) -> bool:
    """Return whether an appeal was running when the fact at a place was told."""
    return _when(story, at).case.appeals.by_id[appeal].running
