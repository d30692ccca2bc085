"""The body that hears appeals reverses without one: grounds, days, and who may not (§ 35)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.aside import SuperiorGround
from domain.law.book import IN_FORCE, LawBook
from domain.law.proposed import PROPOSED
from domain.law.remedies import DecisionKind, Instance, Remedy
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Outcome
from domain.proceedings.facts import DecisionReversed
from domain.proceedings.rules.superior import reversal_deadline, review_deadline, superior_of
from domain.proceedings.rulings import Decided
from domain.shared.findings import Confidence
from domain.shared.refusals import NotAllowed, RuleBroken
from tests.support.aside import BOARD, DIRECTORATE, begun, forwarded, told
from tests.support.proceedings import BOARD_MEMBER, CASE_HANDLER, DECIDED_ON

ALL, PART, NONE = Decided.GRANTED, Decided.PARTLY_GRANTED, Decided.REFUSED
IN_TIME, TOO_LATE = date(2026, 4, 21), date(2026, 4, 22)
LAST, AFTER = date(2026, 6, 30), date(2026, 7, 1)
G = SuperiorGround
NEW = PROPOSED["new-administration-act"]


@pytest.mark.parametrize(
    ("before", "ground", "after", "letter"),
    [
        pytest.param(NONE, G.NOT_TO_DETRIMENT, ALL, "a", id="L-FVL-10-a"),
        pytest.param(ALL, G.INVALID, NONE, "c", id="L-FVL-10-c"),
        pytest.param(ALL, G.NOT_TO_DETRIMENT, PART, None, id="L-FVL-10-a-worse"),
        pytest.param(ALL, G.NOT_ARRIVED, NONE, None, id="L-FVL-10-b-arrived"),
        pytest.param(ALL, G.FOR_OTHERS, NONE, None, id="L-FVL-10-not-announced"),
    ],
)
def test_it_reverses_on_the_grounds_of_the_first_paragraph(
    before: Decided, ground: SuperiorGround, after: Decided, letter: str | None
) -> None:
    """Worked example 9.3: an error to the doctor's benefit is put right whenever it is found."""
    story = told(before)
    on, version = date(2027, 5, 3), story.case.version
    if letter is None:
        with pytest.raises(RuleBroken) as refused:
            story.reversed_above(ground, after, on)
        assert (refused.value.rule, story.case.version) == ("L-FVL-10", version)
        return
    story.reversed_above(ground, after, on)
    fact, ruling = story.case.facts[-1], story.case.be_ruled()
    assert isinstance(fact, DecisionReversed)
    assert (fact.by_superior, fact.basis[0].paragraph, fact.basis[1].letter) == (True, 2, letter)
    assert (ruling.outcome, ruling.body) == (after, BOARD)
    assert (ruling.remedy, ruling.heard_by) == (Remedy.A_PERSON_DECIDES, None)


def test_before_the_notice_has_arrived_it_may_be_for_the_worse() -> None:
    story = begun(ALL)
    story.reversed_above(G.NOT_ARRIVED, NONE, DECIDED_ON)
    assert story.case.outcome == NONE


@pytest.mark.parametrize(
    ("announced", "reversed_on", "told_so"),
    [
        pytest.param(IN_TIME, LAST, None, id="L-FVL-10-last-days"),
        pytest.param(IN_TIME, AFTER, "2026-06-30", id="L-FVL-10-reversed-late"),
    ],
)
def test_to_the_detriment_it_was_told_of_in_time_and_is_reversed_in_time(
    announced: date, reversed_on: date, told_so: str | None
) -> None:
    story = told(ALL)
    story.announced(announced)
    assert story.days() == {
        "superior_review_notice": IN_TIME,
        "superior_reversal_notice": LAST,
    }
    if told_so:
        with pytest.raises(RuleBroken, match=told_so):
            story.reversed_above(G.FOR_OTHERS, NONE, reversed_on)
        return
    story.reversed_above(G.FOR_OTHERS, NONE, reversed_on)
    fact = story.case.facts[-1]
    assert isinstance(fact, DecisionReversed)
    assert (fact.basis[0].section, fact.basis[0].paragraph) == ("35", 3)
    with pytest.raises(RuleBroken, match="2026-06-30"):
        story.sent(on=AFTER)
    story.sent(on=LAST)


def test_a_review_is_not_told_of_when_the_three_weeks_are_over() -> None:
    with pytest.raises(RuleBroken, match="2026-04-21") as refused:
        told(ALL).announced(TOO_LATE)
    assert refused.value.basis[0].sentence == 2


def test_told_of_before_the_notice_was_sent_it_is_judged_by_the_notice() -> None:
    story = begun(ALL)
    story.announced(date(2026, 4, 8))
    assert story.case.aside.announced[0].in_time_until is None
    story.notified(DECIDED_ON)
    story.reversed_above(G.FOR_OTHERS, NONE, LAST)
    # One that had been sent more than three weeks before makes it late after all.
    late = begun(ALL)
    late.announced(TOO_LATE).notified(DECIDED_ON)
    with pytest.raises(RuleBroken, match="2026-04-21"):
        late.reversed_above(G.FOR_OTHERS, NONE, LAST)


def test_another_ruling_takes_another_announcement() -> None:
    story = told(NONE)
    story.announced(IN_TIME)
    story.reversed(ReversalGround.NOT_TO_DETRIMENT, ALL, on=IN_TIME).notified(IN_TIME)
    with pytest.raises(RuleBroken, match="first told"):
        story.reversed_above(G.FOR_OTHERS, NONE, date(2026, 4, 23))


@pytest.mark.parametrize(
    "body",
    [Instance.HELSEKLAGE, Instance.DIRECTORATE],
)
def test_only_the_body_that_hears_appeals_over_it_is_above(body: Instance) -> None:
    story = told(ALL)
    with pytest.raises(RuleBroken, match="hears appeals") as refused:
        story.announced(IN_TIME, body=body)
    assert refused.value.rule == "L-FVL-10"
    with pytest.raises(RuleBroken, match="hears appeals"):
        story.reversed_above(G.INVALID, NONE, IN_TIME, body=body)


@pytest.mark.parametrize(
    ("law", "on", "section", "sure"),
    [
        pytest.param(IN_FORCE, DECIDED_ON, "35", Confidence.A, id="L-FVL-10-municipal-1967"),
        pytest.param(NEW, date(2027, 3, 1), "72", Confidence.C, id="L-FVL-10-municipal-2025"),
    ],
)
def test_a_municipal_appeal_body_does_not(
    law: LawBook, on: date, section: str, sure: Confidence
) -> None:
    story = begun(ALL, law=law, on=on, kind=DecisionKind.MUNICIPAL)
    assert superior_of(story.case.rulings.standing) == Instance.MUNICIPAL_APPEALS
    with pytest.raises(RuleBroken, match="municipal") as refused:
        story.reversed_above(G.INVALID, NONE, on, body=Instance.MUNICIPAL_APPEALS)
    (finding,) = refused.value.findings
    assert (finding.basis[0].section, finding.confidence) == (section, sure)


def test_with_an_appeal_at_the_body_it_decides_that_instead() -> None:
    with pytest.raises(NotAllowed) as refused:
        forwarded().reversed_above(G.INVALID, ALL, date(2026, 6, 16))
    assert refused.value.code == "with-the-appeal-body"


def test_what_was_set_aside_is_decided_anew_not_reversed() -> None:
    story = forwarded()
    story.heard(date(2026, 9, 1), Outcome.QUASHED)
    with pytest.raises(RuleBroken, match="hears appeals"):
        story.reversed_above(G.INVALID, ALL, date(2026, 9, 2))


def test_whoever_decided_below_does_not_review() -> None:
    """L-FVL-15."""
    with pytest.raises(RuleBroken) as refused:
        told(ALL).announced(IN_TIME, by=CASE_HANDLER)
    assert refused.value.rule == "L-FVL-15"


def test_a_decision_in_an_appeal_is_reversed_within_three_weeks() -> None:
    """No body above those that hear appeals acts here; the days are the law's all the same."""
    story = forwarded()
    story.heard(date(2026, 9, 1)).notified(date(2026, 9, 1))
    heard = story.case.be_ruled()
    assert superior_of(heard) is None
    for found in (review_deadline(heard, IN_FORCE), reversal_deadline(heard, IN_FORCE)):
        assert found
        assert found.last_day == date(2026, 9, 22)


def test_the_body_above_reverses_what_it_reversed_as_its_own() -> None:
    story = told(NONE)
    story.reversed_above(G.INVALID, PART, IN_TIME).notified(IN_TIME)
    on = date(2026, 5, 4)
    with pytest.raises(RuleBroken, match="first instance does not decide"):
        story.reversed(ReversalGround.NOT_TO_DETRIMENT, ALL, on=on)
    story.reversed(ReversalGround.NOT_TO_DETRIMENT, ALL, on=on, by=BOARD_MEMBER)
    ruling = story.case.be_ruled()
    assert (ruling.body, ruling.remedy) == (BOARD, Remedy.A_PERSON_DECIDES)
    assert ruling.body != DIRECTORATE


@pytest.mark.parametrize(
    ("ground", "section", "letter"),
    [
        pytest.param(G.NOT_TO_DETRIMENT, "71", "b", id="L-FVL-10-2025-b"),
        pytest.param(G.INVALID, "74", None, id="L-FVL-10-2025-invalid"),
        pytest.param(G.FOR_OTHERS, "72", None, id="L-FVL-10-2025-detriment"),
    ],
)
def test_under_the_act_of_2025_its_own_sections_are_cited(
    ground: SuperiorGround, section: str, letter: str | None
) -> None:
    day = date(2027, 3, 1)
    story = told(PART, law=NEW, on=day)
    story.announced(date(2027, 3, 22))
    story.reversed_above(ground, ALL, date(2027, 6, 1))
    fact = story.case.facts[-1]
    assert isinstance(fact, DecisionReversed)
    assert (fact.basis[-1].section, fact.basis[-1].letter) == (section, letter)
