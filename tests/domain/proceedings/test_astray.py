"""An appeal that came to another body first: where its days give different answers, a person."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Late, Verdict
from domain.proceedings.appeal import Stage
from domain.proceedings.rules.first_instance import LateGround
from domain.shared.findings import Confidence
from tests.support.proceedings import OTHER_PARTY, Story, refused

LAST_DAY = date(2026, 4, 21)


def astray(
    received: date,
    reached: date,
    *,
    sent: date | None = None,
    channel: Channel = Channel.DIGITAL,
) -> Story:
    """Return the story of an appeal that was received elsewhere, and reached the right body."""
    return refused().filed(received, sent=sent, channel=channel, reached=reached)


def test_in_time_there_and_late_here_is_for_a_person() -> None:
    story = astray(date(2026, 4, 20), date(2026, 4, 24))
    filed = story.appeal().filed
    assert (filed.verdict, filed.late) == (Verdict.A_PERSON_DECIDES, Late.MAY_BE_TREATED)
    step = filed.steps[-1]
    assert (step.rule, step.confidence) == ("R-APP-02", Confidence.C)
    assert "a person decides" in step.says.en
    assert [cited.section for cited in step.basis] == ["11", "7"]
    assert story.appeal().stage is Stage.ADMISSIBILITY
    story.accepted(date(2026, 4, 27), LateGround.IN_TIME_AFTER_ALL)
    assert story.appeal().stage is Stage.FIRST_INSTANCE


@pytest.mark.parametrize(
    ("received", "reached", "verdict", "late"),
    [
        (date(2026, 4, 14), LAST_DAY, Verdict.IN_TIME, None),
        (date(2026, 4, 22), date(2026, 4, 24), Verdict.LATE, Late.MAY_BE_TREATED),
        # Late either way; only whether the year is over depends on the day.
        (date(2027, 3, 30), date(2027, 4, 6), Verdict.LATE, Late.A_PERSON_DECIDES),
        (date(2027, 4, 6), date(2027, 4, 7), Verdict.LATE, Late.CANNOT_BE_TREATED),
        # In time where it came first: the year that is over here turns nobody away.
        (LAST_DAY, date(2027, 4, 7), Verdict.A_PERSON_DECIDES, Late.A_PERSON_DECIDES),
    ],
)
def test_what_both_days_say_stands_and_the_rest_is_for_a_person(
    received: date, reached: date, verdict: Verdict, late: Late | None
) -> None:
    filed = astray(received, reached).appeal().filed
    assert (filed.verdict, filed.late) == (verdict, late)
    assert filed.received_on == received


def test_a_letter_posted_in_time_to_the_wrong_body_is_for_a_person() -> None:
    """L-FVL-05: the post was to bring it to another body than the one that decides."""
    story = astray(date(2026, 4, 23), date(2026, 4, 27), sent=LAST_DAY, channel=Channel.LETTER)
    filed = story.appeal().filed
    assert filed.verdict == Verdict.A_PERSON_DECIDES
    assert [cited.section for cited in filed.steps[-1].basis] == ["11"]


def test_before_any_time_has_begun_it_is_as_it_was() -> None:
    story = Story().opened().decided().filed(date(2026, 4, 2), reached=date(2026, 4, 3))
    assert story.appeal().verdict is Verdict.IN_TIME
    assert len(story.appeal().filed.steps) == 1


def test_what_joins_an_appeal_by_way_of_another_body_is_judged_by_both_days() -> None:
    story = refused().filed(date(2026, 4, 24)).filed(date(2026, 4, 20), reached=date(2026, 4, 24))
    assert story.appeal().supplements[-1].verdict == Verdict.A_PERSON_DECIDES
    # The appeal was late by itself; what joined it may have been in time.
    assert story.appeal().verdict is Verdict.A_PERSON_DECIDES
    story.arrived(on=date(2026, 4, 7))
    assert story.appeal().verdict is Verdict.IN_TIME


def test_another_appellants_appeal_is_judged_by_both_days_of_their_own_time() -> None:
    """L-FVL-02: three weeks from when they knew, not from the party's notice."""
    story = refused().filed(
        date(2026, 5, 26),
        appellant=OTHER_PARTY,
        knew_on=date(2026, 5, 5),
        reached=date(2026, 5, 28),
    )
    assert story.appeal().verdict is Verdict.A_PERSON_DECIDES


@given(
    received=st.integers(min_value=0, max_value=400), later=st.integers(min_value=0, max_value=400)
)
def test_nobody_is_turned_away_or_let_in_by_one_day_alone(received: int, later: int) -> None:
    first = date(2026, 4, 1) + timedelta(days=received)
    reached = first + timedelta(days=later)

    def judged(day: date) -> tuple[str, str | None]:
        filed = refused().filed(day).appeal().filed
        return filed.verdict, filed.late

    one, other = judged(first), judged(reached)
    filed = astray(first, reached).appeal().filed
    if one == other:
        assert (filed.verdict, filed.late) == one
    else:
        assert filed.verdict == (one[0] if one[0] == other[0] else Verdict.A_PERSON_DECIDES)
        assert filed.late not in {None, Late.CANNOT_BE_TREATED}
