"""What the fact of an outcome carries, so that it can be judged long afterwards."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import msgspec
import pytest

from domain.calendar.spans import Span
from domain.plans.goals import Advice, GoalApproved, GoalNotAchieved
from domain.plans.roles import Capacity
from domain.plans.rules.decide_goal import (
    PROMPT_DAYS,
    approve_goal,
    find_goal_not_achieved,
)
from domain.shared.citation import Citation
from domain.shared.facts import Seen
from domain.shared.findings import Confidence, Force
from domain.shared.ids import Id
from tests.domain.plans.asking import LEANT_ON, SETTING, outcome
from tests.support.history import Given, given
from tests.support.plans import (
    ACTIVITY,
    APPOINTED,
    DAY,
    GOAL,
    LEADER,
    MIDWIFE,
    OTHER_ACTIVITY,
    OTHER_GOAL,
    OTHER_SESSION,
    READY,
    SESSION,
    SUPERVISOR,
    SURGEON,
    clinical_supervisor_appointed,
    clinically_recommended,
    drafted,
    finalised,
    logged,
    minuted,
    recommended,
    sent,
    signed,
    submitted,
    text,
)

SESSION_ON_ANOTHER_GOAL = Id(f"{UUID(int=0x553)}")

FULL = (
    *APPOINTED,  # 1-3
    clinical_supervisor_appointed(SURGEON),  # 4
    drafted(SESSION, GOAL),  # 5
    minuted(),  # 6
    finalised(),  # 7
    logged(ACTIVITY, GOAL, OTHER_GOAL),  # 8
    sent(),  # 9
    signed(),  # 10
    clinically_recommended(),  # 11
    recommended(advice=Advice.NOT_YET),  # 12
    drafted(OTHER_SESSION, GOAL),  # 13, never finalised
    logged(OTHER_ACTIVITY, OTHER_GOAL),  # 14, of another goal
    sent(OTHER_ACTIVITY),  # 15
    signed(OTHER_ACTIVITY, by=SURGEON),  # 16
    clinically_recommended(by=SURGEON),  # 17
    submitted(),  # 18
    recommended(advice=Advice.ACHIEVED),  # 19
    drafted(SESSION_ON_ANOTHER_GOAL, OTHER_GOAL),  # 20
    minuted(SESSION_ON_ANOTHER_GOAL),  # 21
    finalised(SESSION_ON_ANOTHER_GOAL),  # 22
)


def approval(at: Given, **changed: object) -> GoalApproved:  # type: ignore[type-arg]
    fact = at.when(lambda _: approve_goal(outcome(at, **changed))).then_recorded(GoalApproved)
    assert isinstance(fact, GoalApproved)
    return fact


def test_an_approval_names_goal_leader_day_words_law_and_provision() -> None:
    fact = approval(given(*FULL), justification=text("ikke nødvendig"))
    assert (fact.goal, fact.approved_by, fact.approved_on) == (GOAL, LEADER, DAY)
    assert fact.statement == text("Legen leder svangerskapskontroller på egen hånd.")
    assert fact.justification == text("ikke nødvendig")
    assert fact.law == "in-force/2026-07-02"
    assert fact.basis == (
        Citation(act="spesialistforskriften", section="26", paragraph=1, sentence=2),
    )
    assert fact.findings == ()


def test_those_heard_are_named_with_the_fact_of_their_latest_advice() -> None:
    at = given(*FULL)
    heard = approval(at).heard
    assert [(one.person, one.capacity, one.advice) for one in heard] == [
        (SUPERVISOR, Capacity.SUPERVISOR, Advice.ACHIEVED),
        (MIDWIFE, Capacity.CLINICAL_SUPERVISOR, Advice.ACHIEVED),
        (SURGEON, Capacity.CLINICAL_SUPERVISOR, Advice.ACHIEVED),
    ]
    assert [one.seen for one in heard] == [
        at.stored.seen(at_version) for at_version in (19, 11, 17)
    ]


def test_the_evidence_is_what_was_finalised_and_signed_for_the_goal_and_the_cases_leant_on() -> (
    None
):
    at = given(*FULL)
    assert approval(at).evidence == (at.stored.seen(7), at.stored.seen(10), LEANT_ON)


def test_what_was_seen_is_named_by_case_version_and_hash_of_the_stored_bytes() -> None:
    at = given(*FULL)
    seen = approval(at).evidence[0]
    stored = msgspec.json.encode(FULL[6])
    assert seen == Seen(
        case=at.stored.case_id, version=7, sha256=hashlib.sha256(stored).hexdigest()
    )
    assert re.fullmatch("[0-9a-f]{64}", seen.sha256)


def test_advice_that_did_not_count_is_not_among_those_heard() -> None:
    facts = (*READY[:3], clinical_supervisor_appointed(SURGEON), *READY[3:])
    at = given(*facts, clinically_recommended(by=SURGEON))
    assert [one.person for one in approval(at).heard] == [SUPERVISOR, MIDWIFE]


def test_a_refusal_carries_the_same_and_the_right_to_a_new_assessment() -> None:
    at = given(*FULL)
    then = at.when(lambda _: find_goal_not_achieved(outcome(at)))
    fact = then.then_recorded(GoalNotAchieved)
    assert isinstance(fact, GoalNotAchieved)
    same = approval(at)
    assert (fact.heard, fact.evidence, fact.law) == (same.heard, same.evidence, same.law)
    assert (fact.decided_by, fact.decided_on, fact.reasons) == (LEADER, DAY, same.statement)
    assert fact.basis == (
        *same.basis,
        Citation(act="spesialistforskriften", section="26", paragraph=2),
    )


def test_what_was_set_aside_is_recorded_with_its_reason() -> None:
    setting = replace(SETTING, leaders={SUPERVISOR: (Span(date(2026, 1, 1)),)}, specialists={})
    reason = text("Kommunen har bare én spesialist.")
    fact = approval(given(*FULL), by=SUPERVISOR, setting=setting, justification=reason)
    assert fact.justification == reason
    assert [(f.rule, f.force, f.confidence) for f in fact.findings] == [
        ("R-SUP-02", Force.SOFT, Confidence.A),
        ("AMB-24", Force.SOFT, Confidence.C),
    ]
    assert fact.findings[0].basis == (
        Citation(act="spesialistforskriften", section="25", paragraph=3, sentence=2),
    )


@pytest.mark.parametrize(
    ("lag", "told"),
    [
        pytest.param(0, False, id="R-ASM-01-the-same-day"),
        pytest.param(PROMPT_DAYS, False, id="R-ASM-01-within-a-month"),
        pytest.param(PROMPT_DAYS + 1, True, id="R-ASM-01-after-a-month"),
        pytest.param(47, True, id="R-ASM-01-worked-example-47-days"),
    ],
)
def test_an_assessment_recorded_late_is_accepted_and_says_so(lag: int, *, told: bool) -> None:
    fact = approval(given(*FULL), today=DAY + timedelta(days=lag))
    assert [(f.rule, f.force) for f in fact.findings] == [("R-ASM-01", Force.INFO)] * told
    if told:
        assert f"{lag} days after" in fact.findings[0].says.en


def test_advice_dated_after_a_decision_recorded_late_does_not_count_for_it() -> None:
    later = clinically_recommended(by=SURGEON, on=DAY + timedelta(days=1))
    facts = (*FULL[:16], *FULL[17:], later)
    fact = approval(given(*facts), today=DAY + timedelta(days=2))
    assert [one.person for one in fact.heard] == [SUPERVISOR, MIDWIFE]


def test_a_decision_recorded_late_hears_what_advisers_said_by_its_day() -> None:
    later = recommended(advice=Advice.NOT_YET, on=DAY + timedelta(days=1))
    at = given(*READY, later)
    heard = approval(at, today=DAY + timedelta(days=2)).heard[0]
    assert (heard.person, heard.advice) == (SUPERVISOR, Advice.ACHIEVED)
    assert heard.seen == at.stored.seen(7)
