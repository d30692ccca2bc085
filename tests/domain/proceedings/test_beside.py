"""Whatever is tried beside the appeals, in whatever order: what parties send is taken in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

from hypothesis import event, given, settings
from hypothesis import strategies as st

from domain.calendar.months import months_after
from domain.law.aside import SuperiorGround
from domain.law.notices import NoticeContent
from domain.law.remedies import Instance
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Outcome, Review
from domain.proceedings.aside import Until, is_in_favour
from domain.proceedings.aside_facts import CostsDecided, DeferralDecided, ReviewAnnounced
from domain.proceedings.facts import DecisionReversed
from domain.proceedings.rulings import Decided
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Refused
from tests.support.aside import AsideStory, begun, changed_in_favour, forwarded, told
from tests.support.aside_samples import CLAIM, DEFERRAL
from tests.support.plans import DOCTOR, text
from tests.support.proceedings import (
    APPEAL,
    BOARD_MEMBER,
    CASE_HANDLER,
    DECIDED_ON,
    OTHER_APPEAL,
    OTHER_PARTY,
)

Act = Callable[[AsideStory, date], object]

OTHER_CLAIM = OTHER_APPEAL
DIRECTORATE, BOARD = Instance.DIRECTORATE, Instance.PERSONNEL_BOARD
bodies = st.sampled_from([DIRECTORATE, DIRECTORATE, BOARD, BOARD, Instance.HELSEKLAGE])
SUMS = ((Decided.GRANTED, 42_000), (Decided.PARTLY_GRANTED, 30_000), (Decided.REFUSED, 0))
BEGINNINGS = (lambda: begun(Decided.PARTLY_GRANTED), told, changed_in_favour, forwarded)


def fresh(story: AsideStory, appeal: Id) -> Id:
    """Return the id, or another where an appeal has it already."""
    known = story.case.appeals.by_id
    return Id(f"{UUID(int=0xF000 + story.case.version)}") if appeal in known else appeal


@st.composite
def sent(draw: st.DrawFn) -> Act:
    """Draw something a party sends: it is never refused, whatever it names."""
    ruling = draw(st.integers(0, 12))
    claim = draw(st.sampled_from([CLAIM, OTHER_CLAIM]))
    appeal = draw(st.sampled_from([APPEAL, OTHER_APPEAL]))
    who = draw(st.sampled_from([DOCTOR, OTHER_PARTY]))
    found: Act = draw(
        st.sampled_from(
            [
                lambda s, on: s.claimed(on, ruling=ruling, claim=claim, claimant=who),
                lambda s, on: s.asked_to_defer(on, ruling=ruling),
                lambda s, on: s.filed(on, appeal=fresh(s, appeal), appellant=who, ruling=ruling),
            ]
        )
    )
    return found


@st.composite
def done(draw: st.DrawFn) -> Act:
    """Draw something a body tries."""
    body, by = draw(bodies), draw(st.sampled_from([CASE_HANDLER, BOARD_MEMBER]))
    outcome, result = draw(st.sampled_from(Outcome)), draw(st.sampled_from(Decided))
    costs, amount = draw(st.one_of(st.sampled_from(SUMS), st.just((result, 42_000))))
    claim = draw(st.sampled_from([CLAIM, OTHER_CLAIM]))
    appeal = draw(st.sampled_from([APPEAL, OTHER_APPEAL]))
    ground, own = draw(st.sampled_from(SuperiorGround)), draw(st.sampled_from(ReversalGround))
    until = draw(st.sampled_from([None, *Until]))
    review = draw(st.sampled_from(Review))
    found: Act = draw(
        st.sampled_from(
            [
                lambda s, on: s.decided_costs(on, costs, amount, body=body, claim=claim),
                lambda s, on: s.decided_costs(on, costs, amount, body=DIRECTORATE),
                lambda s, on: s.deferred(on, until, body=body, because=text()),
                lambda s, on: s.conditioned(on),
                lambda s, on: s.announced(on, body=body, by=by),
                lambda s, on: s.announced(on),
                lambda s, on: s.reversed_above(ground, result, on, body=body, by=by),
                lambda s, on: s.reversed_above(SuperiorGround.FOR_OTHERS, result, on),
                lambda s, on: s.reversed(own, result, on=on),
                lambda s, on: s.notified(on),
                lambda s, on: s.sent(on=on, says=NoticeContent),
                lambda s, on: s.dismissed(on, appeal=appeal),
                lambda s, on: s.reviewed(on, review, appeal=appeal),
                lambda s, on: s.forwarded(on, Instance.PERSONNEL_BOARD, appeal=appeal),
                lambda s, on: s.heard(on, outcome, appeal=appeal),
                lambda s, on: s.heard(on, Outcome.CHANGED, result=result, appeal=appeal),
                lambda s, on: s.decided(result, on=on),
                lambda s, on: s.closed(on),
            ]
        )
    )
    return found


either = st.one_of(sent().map(lambda act: (True, act)), done().map(lambda act: (False, act)))
tries = st.lists(st.tuples(either, st.integers(0, 20)), max_size=25)


@given(st.sampled_from(BEGINNINGS), tries)
@settings(max_examples=600)
def test_what_is_done_beside_the_appeals_holds(
    begin: Callable[[], AsideStory], tried: list[tuple[tuple[bool, Act], int]]
) -> None:
    story = begin()
    day = max((one.decided_on for one in story.case.rulings), default=DECIDED_ON)
    if story.case.aside.has_it:
        day = date(2026, 6, 15)
    for (by_a_party, act), days in tried:
        day += timedelta(days=days)
        before, outcome = story.case.version, story.case.outcome
        if by_a_party:
            act(story, day)
            assert story.case.version > before
        else:
            with suppress(Refused):
                act(story, day)
        for at in range(before, story.case.version):
            fact = story.case.facts[at]
            _holds(_before(story, at), story.case.facts[at], day)
            above = isinstance(fact, DecisionReversed) and fact.by_superior
            event(f"{type(fact).__name__}{' above' if above else ''}")
        _changes_only_what_it_may(story, before, outcome)
        # Days are told of whatever there is, and while something waits the case stays open.
        story.days()
        assert not (story.case.closed and list(story.case.aside.waiting))


def _holds(then: AsideStory, fact: Fact, on: date) -> None:
    case = then.case
    match fact:
        case CostsDecided():
            claim = case.aside.claim(fact.claim)
            assert fact.body == case.aside.decides(claim)
            ruling = case.aside.ruling_behind(claim)
            if fact.outcome != Decided.REFUSED:
                assert ruling
                assert is_in_favour(ruling)
                assert fact.amount > 0
            assert fact.claimant == claim.made.claimant
        case DeferralDecided():
            assert fact.body == (case.aside.has_it or fact.body)
            assert fact.deferred or (fact.because and fact.deferral == DEFERRAL)
        case ReviewAnnounced() | DecisionReversed(by_superior=True):
            standing = case.rulings.standing
            assert standing
            assert standing.heard_by == Instance.PERSONNEL_BOARD
            assert case.aside.has_it is None
            if isinstance(fact, DecisionReversed) and fact.ground == SuperiorGround.FOR_OTHERS:
                _announced_in_time(then, standing.at, on)


def _announced_in_time(then: AsideStory, ruling: int, on: date) -> None:
    (first, *_) = [one for one in then.case.aside.announced if one.ruling == ruling]
    notices = then.case.rulings.of(ruling).notice.sent
    if notices:
        dispatched = min(one.dispatched_on for one in notices)
        assert first.announced_on <= dispatched + timedelta(weeks=3)
        assert on <= months_after(dispatched, 3)


def _changes_only_what_it_may(story: AsideStory, before: int, outcome: str | None) -> None:
    """What is decided of costs, and of appeals over them, leaves what the party has."""
    for at in range(before, story.case.version):
        ruling = story.case.rulings.by_version.get(at + 1)
        if ruling and ruling.of_costs:
            assert ruling.outcome is None
            assert story.case.outcome == outcome


def _before(story: AsideStory, at: int) -> AsideStory:
    then = AsideStory()
    then.told(tuple(story.case.facts[:at]))
    return then
