"""The gap list of a goal promises exactly what the leader's decision then asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import event, given, settings
from hypothesis import strategies as st

from domain.calendar.spans import Span
from domain.catalogue.catalogue import CATALOGUE
from domain.plans.goals import Advice
from domain.plans.roles import Capacity
from domain.plans.rules.decide_goal import Outcome, approve_goal, earliest_decision, gaps
from domain.shared.facts import Fact
from domain.shared.findings import Force
from domain.shared.refusals import Refused, RuleBroken
from tests.domain.plans.asking import SETTING, outcome
from tests.domain.plans.rules.deciding import decided, rules
from tests.support import history
from tests.support.plans import (
    ACTIVITY,
    APPOINTED,
    DAY,
    GOAL,
    MIDWIFE,
    NEXT_SUPERVISOR,
    OTHER_ACTIVITY,
    OTHER_GOAL,
    READY,
    SUPERVISOR,
    SURGEON,
    TOOK_PART,
    corrected,
    logged,
    not_achieved,
    recalled,
    recommended,
    returned,
    sent,
    signed,
    submitted,
    text,
)

BEGUN = (*APPOINTED, logged(ACTIVITY, GOAL), sent(), logged(OTHER_ACTIVITY), sent(OTHER_ACTIVITY))
HALF_SPECIALIST = replace(
    SETTING,
    specialists={
        SUPERVISOR: (Span(date(2019, 3, 1)),),
        NEXT_SUPERVISOR: (Span(date(2019, 3, 1), DAY),),
    },
)

days = st.integers(-3, 3).map(lambda off: DAY + timedelta(days=off))
goals = st.sampled_from([GOAL, GOAL, GOAL, OTHER_GOAL])
supervising = st.builds(
    recommended,
    goals,
    by=st.sampled_from([SUPERVISOR, NEXT_SUPERVISOR]),
    advice=st.sampled_from(Advice),
    on=days,
)
clinical = st.builds(
    recommended,
    goals,
    by=st.sampled_from([MIDWIFE, SURGEON]),
    capacity=st.just(Capacity.CLINICAL_SUPERVISOR),
    on=days,
)
signing = st.builds(
    signed,
    st.sampled_from([ACTIVITY, OTHER_ACTIVITY]),
    by=st.sampled_from([MIDWIFE, SURGEON]),
    on=days,
)
submitting = st.builds(submitted, goals, on=days)
ending = st.sampled_from([recalled(), returned(), not_achieved(), corrected(3)])
histories = st.lists(supervising | clinical | signing | submitting | ending, max_size=9).map(tuple)
likely = st.tuples(supervising, clinical, signing, submitting).flatmap(st.permutations).map(tuple)


def accepted(asked: Outcome) -> bool:
    try:
        approve_goal(asked)
    except Refused:
        return False
    return True


@given(facts=histories | likely, on=days)
@settings(max_examples=300)
def test_the_gap_list_is_empty_exactly_when_the_approval_is_accepted(
    facts: tuple[Fact, ...], on: date
) -> None:
    at = history.given(*BEGUN, *facts)
    asked = outcome(at, on=on, today=on, setting=HALF_SPECIALIST)
    found = gaps(asked)
    event(f"gaps: {sorted({finding.rule for finding in found})}")
    assert accepted(asked) == (not found)
    hard = [finding for finding in found if finding.force is Force.HARD]
    assert accepted(replace(asked, justification=text())) == (not hard)


@given(facts=histories | likely, on=days)
@settings(max_examples=150)
def test_every_gap_is_among_what_the_leader_is_told(facts: tuple[Fact, ...], on: date) -> None:
    at = history.given(*BEGUN, *facts)
    asked = outcome(at, on=on, today=on)
    hard = {finding for finding in gaps(asked) if finding.force is Force.HARD}
    told = at.when(lambda _: approve_goal(asked)).refused
    if isinstance(told, RuleBroken):
        assert hard <= set(told.findings)


def test_the_gap_list_does_not_ask_for_what_the_leader_brings() -> None:
    at = history.given(*READY)
    assert gaps(outcome(at, by=SURGEON, statement=None)) == ()
    assert rules(decided(approve_goal, *READY, by=SURGEON, statement=None)) == [
        "R-ROL-03",
        "R-LG-03",
    ]


def test_the_gap_list_names_everything_that_is_missing() -> None:
    at = history.given(*TOOK_PART)
    found = gaps(outcome(at, in_force=()))
    assert [finding.rule for finding in found] == ["R-ASM-05", "L-LG-02", "R-ASM-02", "R-ASM-02"]
    assert all(finding.says.nb and finding.says.en for finding in found)


def test_a_goal_can_be_decided_from_its_first_day_and_never_after_its_last() -> None:
    asked = outcome(history.given(*READY))
    there = CATALOGUE.goal(GOAL)
    assert earliest_decision(asked, there) == asked.on
    to_come = replace(there, first_day=asked.on + timedelta(days=9))
    assert earliest_decision(asked, to_come) == asked.on + timedelta(days=9)
    gone = replace(there, last_day=asked.on - timedelta(days=1))
    assert earliest_decision(asked, gone) is None
