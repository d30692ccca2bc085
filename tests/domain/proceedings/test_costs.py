"""Costs of having a decision changed: claimed within three weeks, decided, appealed (§ 36)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.appeal_question import ArrivalBasis, Channel
from domain.calendar.timeliness import Verdict
from domain.law.aside_places import WHO_DECIDES_COSTS
from domain.law.new_administration import NEW_ACT
from domain.law.notices import NoticeContent
from domain.law.proposed import PROPOSED
from domain.law.remedies import DecisionKind, Remedy
from domain.proceedings.appeal import Outcome
from domain.proceedings.rules.costs import claim_deadline
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rules.reversal import ReversalGround
from domain.proceedings.rulings import Decided, Source
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.support.aside import (
    BOARD,
    DIRECTORATE,
    NEW_RULING,
    begun,
    changed_in_favour,
    forwarded,
    told,
)
from tests.support.plans import DOCTOR

LAST = date(2026, 5, 26)
ALL, PART, NONE = Decided.GRANTED, Decided.PARTLY_GRANTED, Decided.REFUSED
YEAR_OVER = date(2027, 5, 5)


@pytest.mark.parametrize(
    ("channel", "sent", "received", "verdict"),
    [
        pytest.param("digital", None, "2026-05-26", "in-time", id="L-FVL-11-last-day"),
        pytest.param("digital", None, "2026-05-27", "late", id="L-FVL-11-a-day-late"),
        pytest.param("letter", "2026-05-26", "2026-05-29", "in-time", id="L-FVL-05-posted"),
        pytest.param("letter", "2026-05-27", "2026-05-29", "late", id="L-FVL-05-posted-late"),
        pytest.param("letter", None, "2026-05-29", "a-person-decides", id="L-FVL-05-not-known"),
    ],
)
def test_a_claim_is_taken_in_and_judged_by_the_notice_of_the_new_ruling(
    channel: str, sent: str | None, received: str, verdict: str
) -> None:
    """Worked example 9.3: it arrived on 4 May 2026, and 25 May is Whit Monday."""
    story = changed_in_favour()
    day = date.fromisoformat(sent) if sent else None
    story.claimed(date.fromisoformat(received), channel=Channel(channel), sent=day)
    made = story.claim.made
    assert (made.verdict, made.ruling) == (verdict, story.case.be_ruled().at)
    assert "26. mai 2026" in made.steps[-1].says.nb
    assert "L-DL-02" in [step.rule for step in made.steps]
    assert story.days()["cost_claim"] == LAST


def test_a_claim_before_the_new_ruling_waits_for_it() -> None:
    story = told()
    story.claimed(date(2026, 4, 1))
    assert (story.claim.made.verdict, story.claim.made.ruling) == (Verdict.A_PERSON_DECIDES, 0)
    with pytest.raises(RuleBroken, match="none was") as refused:
        story.decided_costs(date(2026, 4, 2))
    assert refused.value.rule == "L-FVL-11"
    story.reversed(ReversalGround.NOT_TO_DETRIMENT, ALL, on=NEW_RULING).notified(NEW_RULING)
    behind = story.case.aside.ruling_behind(story.claim)
    assert behind is story.case.be_ruled()
    story.decided_costs(date(2026, 5, 6))
    assert story.claim.decided[-1].amount == 42_000


def test_before_the_notice_has_arrived_a_claim_is_in_time() -> None:
    story = told()
    story.reversed(ReversalGround.NOT_TO_DETRIMENT, PART, on=NEW_RULING)
    assert claim_deadline(story.case.be_ruled(), story.law) is None
    story.claimed(date(2026, 9, 1))
    assert story.claim.made.verdict == Verdict.IN_TIME
    # As known when it is decided, it was late: the arrival was entered afterwards.
    story.notified(NEW_RULING)
    with pytest.raises(RuleBroken, match="three weeks"):
        story.decided_costs(date(2026, 9, 2))


def test_only_the_body_that_made_the_new_ruling_decides() -> None:
    story = changed_in_favour()
    story.claimed(date(2026, 5, 6))
    with pytest.raises(RuleBroken, match="directorate") as refused:
        story.decided_costs(date(2026, 5, 7), body=BOARD)
    assert refused.value.basis[0] in WHO_DECIDES_COSTS.values()
    assert story.case.aside.decides(story.claim) == DIRECTORATE
    story.decided_costs(date(2026, 5, 7))
    assert story.case.aside.decides(story.claim) is None
    with pytest.raises(NotAllowed, match="decided on 2026-05-07"):
        story.decided_costs(date(2026, 5, 8))


def test_what_the_appeal_body_changed_it_decides_the_costs_of() -> None:
    story = forwarded()
    story.heard(date(2026, 9, 1), Outcome.CHANGED, result=ALL).notified(date(2026, 9, 1))
    story.claimed(date(2026, 9, 22))
    assert story.claim.made.verdict == Verdict.IN_TIME
    with pytest.raises(RuleBroken, match="personnel-board"):
        story.decided_costs(date(2026, 9, 23))
    story.decided_costs(date(2026, 9, 23), body=BOARD)
    ruling = story.case.be_ruled()
    assert (ruling.source, ruling.body) == (Source.COSTS, BOARD)
    assert (ruling.remedy, ruling.heard_by) == (Remedy.A_PERSON_DECIDES, None)


def test_what_was_quashed_and_decided_anew_in_favour_the_first_instance_decides() -> None:
    story = forwarded()
    story.heard(date(2026, 9, 1), Outcome.QUASHED).notified(date(2026, 9, 1))
    story.decided(ALL, on=date(2026, 10, 1)).notified(date(2026, 10, 1))
    story.claimed(date(2026, 10, 5)).decided_costs(date(2026, 10, 6))
    assert story.claim.decided[-1].body == DIRECTORATE


@pytest.mark.parametrize(
    ("outcome", "amount", "claimed", "fits"),
    [
        (ALL, 42_000, 42_000, True),
        (ALL, 41_999, 42_000, False),
        (ALL, 0, None, False),
        (ALL, 7, None, True),
        (PART, 41_999, 42_000, True),
        (PART, 42_000, 42_000, False),
        (PART, 0, 42_000, False),
        (NONE, 0, 42_000, True),
        (NONE, 1, 42_000, False),
    ],
)
def test_the_sum_goes_with_what_is_decided(
    outcome: Decided, amount: int, claimed: int | None, *, fits: bool
) -> None:
    story = changed_in_favour()
    story.claimed(date(2026, 5, 6), amount=claimed)
    if fits:
        story.decided_costs(date(2026, 5, 7), outcome, amount)
        assert story.claim.decided[-1].amount == amount
        return
    with pytest.raises(Invalid) as told_so:
        story.decided_costs(date(2026, 5, 7), outcome, amount)
    assert (told_so.value.code, told_so.value.field) == ("sum-does-not-fit", "amount")
    assert story.claim.decided == []


def test_a_sum_that_cannot_be_is_no_claim() -> None:
    with pytest.raises(Invalid, match="whole kroner"):
        changed_in_favour().claimed(date(2026, 5, 6), amount=-1)


@pytest.mark.parametrize(
    ("received", "ground", "rule"),
    [
        pytest.param(date(2026, 5, 27), None, "L-FVL-11", id="L-FVL-11-late"),
        pytest.param(date(2026, 5, 27), LateGround.NOT_TO_BLAME, None, id="L-FVL-07-ground"),
        pytest.param(date(2026, 5, 27), LateGround.NO_TIME_RUNS, "L-FVL-11", id="L-FVL-11-astray"),
        pytest.param(
            date(2026, 5, 27), LateGround.IN_TIME_AFTER_ALL, "L-FVL-11", id="L-FVL-11-known-late"
        ),
        pytest.param(YEAR_OVER, LateGround.SPECIAL_REASONS, "L-FVL-07", id="L-FVL-07-year"),
        pytest.param(date(2027, 5, 4), LateGround.SPECIAL_REASONS, None, id="L-FVL-07-last-day"),
    ],
)
def test_a_late_claim_is_granted_only_on_a_ground(
    received: date, ground: LateGround | None, rule: str | None
) -> None:
    story = changed_in_favour()
    story.claimed(received)
    if rule is None:
        story.decided_costs(received, ground=ground)
        assert story.claim.decided[-1].late_ground == ground
        return
    with pytest.raises(RuleBroken) as refused:
        story.decided_costs(received, ground=ground)
    assert refused.value.rule == rule
    story.decided_costs(received, NONE, 0)


def test_a_ground_is_not_stated_for_a_claim_in_time() -> None:
    story = changed_in_favour()
    story.claimed(LAST)
    with pytest.raises(Invalid, match="lateGround"):
        story.decided_costs(LAST, ground=LateGround.NOT_TO_BLAME)
    with pytest.raises(Invalid, match="lateGround"):
        story.decided_costs(LAST, NONE, 0, ground=LateGround.NOT_TO_BLAME)


def test_by_an_estimate_nobody_is_late_without_a_person() -> None:
    """AMB-51: a letter's day of arrival that nobody showed."""
    story = told()
    story.reversed(ReversalGround.NOT_TO_DETRIMENT, ALL, on=NEW_RULING)
    story.sent(on=NEW_RULING, says=NoticeContent)
    story.arrived(on=NEW_RULING, arrival_basis=ArrivalBasis.ESTIMATE)
    story.claimed(date(2026, 5, 27))
    assert story.claim.made.verdict == Verdict.A_PERSON_DECIDES
    with pytest.raises(RuleBroken, match="lateGround"):
        story.decided_costs(date(2026, 5, 28))
    story.decided_costs(date(2026, 5, 28), ground=LateGround.IN_TIME_AFTER_ALL)


def test_where_no_appeal_is_settled_none_is_over_costs_either() -> None:
    story = begun(kind=DecisionKind.POINTS)
    story.notified(date(2026, 3, 31))
    story.reversed(ReversalGround.NOT_TO_DETRIMENT, ALL, on=NEW_RULING).notified(NEW_RULING)
    own = story.case.be_open().decided_by
    story.claimed(NEW_RULING).decided_costs(NEW_RULING, body=type(DIRECTORATE)(own))
    assert story.case.be_ruled().remedy is Remedy.A_PERSON_DECIDES


def test_a_claim_opens_a_closed_case_and_keeps_it_from_closing() -> None:
    story = changed_in_favour()
    story.closed(date(2026, 5, 5))
    story.claimed(date(2026, 5, 6))
    assert story.case.closed is None
    with pytest.raises(NotAllowed) as refused:
        story.closed(date(2026, 5, 7))
    assert refused.value.code == "aside-not-decided"
    story.decided_costs(date(2026, 5, 7)).notified(date(2026, 5, 7)).closed(date(2026, 5, 8))


def test_a_claim_nobody_made_is_not_decided() -> None:
    with pytest.raises(NotFound):
        changed_in_favour().decided_costs(date(2026, 5, 7))


def test_under_the_act_of_2025_its_own_sections_are_cited() -> None:
    story = told(law=PROPOSED["new-administration-act"], on=date(2027, 3, 1))
    story.reversed(ReversalGround.NOT_TO_DETRIMENT, ALL, on=date(2027, 3, 8))
    story.notified(date(2027, 3, 8))
    # The last day is Easter Monday, 29 March 2027.
    story.claimed(date(2027, 3, 30)).decided_costs(date(2027, 3, 31))
    assert {one.act for one in story.claim.decided[-1].basis} == {NEW_ACT}
    assert story.claim.made.verdict == Verdict.IN_TIME
    assert story.claim.made.claimant == DOCTOR
