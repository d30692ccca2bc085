"""Before a decision, in whatever order: the party is recorded, and heard before it is decided."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from hypothesis import event, given, settings
from hypothesis import strategies as st

from domain.law.advance_notice_places import LeftOut
from domain.proceedings.facts import DecisionMade
from domain.proceedings.impartiality_facts import ImpartialityDecided
from domain.proceedings.preparation_facts import (
    AdvanceNoticeGiven,
    AdvanceNoticeLeftOut,
    ApplicationWithdrawn,
    CommentsReceived,
    ProvisionalReplySent,
)
from domain.proceedings.rulings import Decided
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id
from domain.shared.refusals import Refused
from tests.support.plans import DOCTOR, text
from tests.support.preparing import OFFICIAL, ON, QUESTION, SUPERIOR, answered, raised
from tests.support.proceedings import Story

Act = Callable[[Story, date], object]
OURS = (DecisionMade, ProvisionalReplySent, AdvanceNoticeGiven, AdvanceNoticeLeftOut)


def _on(story: Story) -> date | None:
    return story.case.decided.decided_on if story.case.decided else None


def _applied(story: Story) -> bool:
    return story.case.be_open().received_on is not None


@st.composite
def sent(draw: st.DrawFn) -> Act:
    """Draw something the party sends."""
    late, named = draw(st.integers(0, 3)), draw(st.sampled_from([OFFICIAL, SUPERIOR, None]))
    found: Act = draw(
        st.sampled_from(
            [
                lambda s, on: s.told(
                    s.case.preparation.comment(
                        text(), received_on=on - timedelta(late), decided_on=_on(s), by=DOCTOR
                    )
                ),
                lambda s, on: s.told(
                    s.case.preparation.withdraw(
                        None,
                        applied=_applied(s),
                        decided_on=_on(s),
                        received_on=on,
                        by=DOCTOR,
                        on=on,
                    )
                ),
                lambda s, on: s.told(
                    raised(s.case.preparation.impartiality, _next(s), named, on=on)
                ),
            ]
        )
    )
    return found


def _next(story: Story) -> Id:
    return derived_id(QUESTION, str(story.case.version))


@st.composite
def tried(draw: st.DrawFn) -> Act:
    """Draw something an official tries."""
    by = draw(st.sampled_from([OFFICIAL, SUPERIOR]))
    outcome, yes, days = (
        draw(st.sampled_from(Decided)),
        draw(st.booleans()),
        draw(st.integers(-1, 4)),
    )

    def answer(s: Story, on: date) -> object:
        of = s.case.preparation.impartiality
        open_ = [one.raised.question for one in of.waiting]
        chosen = open_[0] if open_ else QUESTION
        return s.told(answered(of, chosen, disqualified=yes, by=by, official=OFFICIAL, on=on))

    decide: Act = lambda s, on: s.decided(outcome, by=by, on=on)  # noqa: E731
    found: Act = draw(
        st.sampled_from(
            [
                decide,
                decide,
                answer,
                answer,
                lambda s, on: s.told(
                    s.case.preparation.give_notice(
                        text(), on + timedelta(days), decided_on=_on(s), by=by, on=on, law=s.law
                    )
                ),
                lambda s, on: s.told(
                    s.case.preparation.leave_notice_out(
                        LeftOut.NO_ADDRESS, text(), decided_on=_on(s), by=by, on=on, law=s.law
                    )
                ),
                lambda s, on: s.told(
                    s.case.preparation.reply(
                        on + timedelta(days),
                        because=text(),
                        applied=_applied(s),
                        decided_on=_on(s),
                        by=by,
                        on=on,
                        law=s.law,
                    )
                ),
                lambda s, on: s.closed(on),
            ]
        )
    )
    return found


steps = st.lists(st.tuples(st.booleans(), sent(), tried(), st.integers(0, 3)), max_size=20)


@given(steps, st.booleans())
@settings(max_examples=500)
def test_the_invariants_hold(told: list[tuple[bool, Act, Act, int]], applied: bool) -> None:  # noqa: FBT001
    story, day = Story().opened(on=ON, applied=applied), ON
    for of_party, send, attempt, days in told:
        day += timedelta(days=days)
        before = story.case.version
        if of_party:
            send(story, day)
            # What a party sends is recorded, whatever the state of the case.
            assert story.case.version == before + 1
            continue
        with suppress(Refused):
            attempt(story, day)
        assert len(story.case.facts) == story.case.version <= before + 1
        if story.case.version > before:
            _holds(story.case.facts[:-1], story.case.facts[-1], applied=applied)
    ended = [one for one in story.case.facts if isinstance(one, ApplicationWithdrawn) and one.ends]
    assert len(ended) <= applied
    event("decided" if story.case.decided else "withdrawn" if ended else "open")


def _holds(earlier: list[Fact], fact: Fact, *, applied: bool) -> None:
    """Check the last fact against what was recorded before it, read anew."""
    if isinstance(fact, OURS):
        ended = [one for one in earlier if isinstance(one, ApplicationWithdrawn) and one.ends]
        assert not ended
        assert not any(isinstance(one, DecisionMade) for one in earlier)
    if not isinstance(fact, DecisionMade):
        return
    answers = [one for one in earlier if isinstance(one, ImpartialityDecided)]
    of_them = [one.disqualified for one in answers if one.official == fact.decided_by]
    assert not (of_them and of_them[-1])
    places = [at for at, one in enumerate(earlier) if isinstance(one, AdvanceNoticeGiven)]
    if places:
        notice = earlier[places[-1]]
        assert isinstance(notice, AdvanceNoticeGiven)
        since = earlier[places[-1] :]
        came = [one for one in since if isinstance(one, CommentsReceived)]
        heard = any(one.received_on >= notice.given_on for one in came)
        assert heard or fact.decided_on > notice.comment_by
    if fact.outcome != Decided.GRANTED and not applied and not places:
        assert any(isinstance(one, CommentsReceived | AdvanceNoticeLeftOut) for one in earlier)
