"""A fact recorded in error is marked by another; the plan is then what it would be without it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from application.plans.acts import ACT_OF
from domain.plans.activities import ActivityStage
from domain.plans.corrections import FactCorrected, PlanPersonMerged
from domain.plans.goals import Stage
from domain.plans.guidance import SessionStage
from domain.plans.kinds import PlanFact
from domain.plans.plan import TrainingPlan
from domain.plans.rules.correct_fact import FactCorrection, correct_fact
from domain.shared.facts import Fact, tag_of
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken
from tests.domain.plans.machine import state
from tests.support.history import Given, Then, given
from tests.support.plans import (
    ACTIVITY,
    APPOINTED,
    DAY,
    DOCTOR,
    GOAL,
    LEADER,
    MIDWIFE,
    NEXT_SUPERVISOR,
    OUTSIDER,
    READY,
    SESSION,
    SUPERVISOR,
    approved,
    carried_over,
    clinically_recommended,
    corrected,
    drafted,
    finalised,
    logged,
    minuted,
    not_achieved,
    recommended,
    sent,
    signed,
    submitted,
    supervisor_appointed,
    supervisor_released,
    text,
)


def correcting(at: Given[TrainingPlan], version: int, *, by: Id = DOCTOR) -> Then:
    """Try to correct a version of the plan."""
    return at.when(
        lambda plan: correct_fact(
            FactCorrection(
                plan=plan, stored=at.stored, version=version, reason=text("feil"), by=by, on=DAY
            )
        )
    )


def test_a_correction_names_what_it_corrects_and_why() -> None:
    then = correcting(given(*APPOINTED, drafted()), 4)
    fact = then.then_recorded(FactCorrected)
    assert isinstance(fact, FactCorrected)
    assert (fact.corrects, fact.corrected_fact) == (4, "plan.session-drafted")
    assert (fact.corrected_by, fact.corrected_on, fact.evidence_in) == (DOCTOR, DAY, ())


@pytest.mark.parametrize(
    ("before", "error", "after"),
    [
        pytest.param((), drafted(), (), id="a session drafted"),
        pytest.param((drafted(),), minuted(), (), id="minutes"),
        pytest.param((drafted(), minuted()), finalised(), (), id="a session finalised"),
        pytest.param((drafted(),), minuted(), (logged(),), id="minutes, and work went on"),
        pytest.param((), logged(), (drafted(),), id="an activity logged"),
        pytest.param((logged(), sent()), signed(), (), id="a signature"),
        pytest.param((), recommended(), (submitted(),), id="advice before the submission"),
        pytest.param((recommended(),), submitted(), (clinically_recommended(),), id="a submission"),
        pytest.param((submitted(),), approved(), (), id="an approval"),
        pytest.param((submitted(),), not_achieved(), (recommended(),), id="a refusal"),
        pytest.param((), carried_over(), (), id="a goal carried over"),
        pytest.param(
            (), supervisor_released(last_day=DAY), (drafted(),), id="a supervisor released"
        ),
    ],
)
def test_the_plan_is_then_what_it_would_be_without_the_fact(
    before: tuple[Fact, ...], error: Fact, after: tuple[Fact, ...]
) -> None:
    at = len(APPOINTED) + len(before) + 1
    plan = given(*APPOINTED, *before, error, *after, corrected(at, tag_of(error))).case
    # Another fact in its place, so that those after it keep their versions.
    harmless = carried_over("ALM-088")
    without = given(*APPOINTED, *before, harmless, *after, corrected(at)).case
    assert state(plan) == state(without)


def test_a_corrected_session_may_be_entered_again_under_the_same_id() -> None:
    plan = given(*APPOINTED, drafted(), corrected(4), drafted(minutes=60)).case
    session = plan.guidance.session(SESSION)
    assert (session.stage, session.drafted.duration_minutes) == (SessionStage.DRAFT, 60)
    assert session.drafted_at == 6


def test_what_leans_on_a_fact_is_named_and_corrected_first() -> None:
    at = given(*APPOINTED, drafted(), minuted(), finalised())
    refused = correcting(at, 4).then_refused(NotAllowed, saying="6 (plan.session-finalised), 5")
    assert refused.code == "leant-on"
    again = given(*APPOINTED, drafted(), minuted(), finalised(), corrected(6), corrected(5))
    correcting(again, 4).then_recorded(FactCorrected)


def test_a_second_appointment_does_not_lean_on_the_first() -> None:
    at = given(
        *APPOINTED,
        supervisor_released(last_day=DAY),
        supervisor_appointed(first_day=DAY.replace(month=3)),
    )
    correcting(at, 5, by=LEADER).then_recorded(FactCorrected)
    correcting(at, 2, by=LEADER).then_refused(NotAllowed, saying="4 (plan.supervisor-released)")


def test_outcomes_that_leant_on_it_as_evidence_are_told_and_stand() -> None:
    leaning = replace(approved(), evidence=(given(*READY).stored.seen(6),))
    at = given(*READY, leaning)
    fact = correcting(at, 6, by=MIDWIFE).then_recorded(FactCorrected)
    assert isinstance(fact, FactCorrected)
    assert fact.evidence_in == (len(READY) + 1,)
    plan = given(*READY, leaning, fact).case
    assert plan.goals.goal(GOAL).stage is Stage.APPROVED
    assert plan.activities.activity(ACTIVITY).stage is ActivityStage.SUBMITTED


REFUSALS: dict[str, tuple[tuple[Fact, ...], int, Id, type[Any], str]] = {
    "a correction of a correction": (
        (*APPOINTED, drafted(), corrected(4)),
        5,
        DOCTOR,
        NotAllowed,
        "correction-of-a-correction",
    ),
    "corrected already": (
        (*APPOINTED, drafted(), corrected(4)),
        4,
        DOCTOR,
        NotAllowed,
        "already-corrected",
    ),
    "no such version": ((*APPOINTED,), 4, DOCTOR, Invalid, "unknown-version"),
    "before the first version": ((*APPOINTED,), 0, DOCTOR, Invalid, "unknown-version"),
    "advice an outcome stands on": ((*READY, approved()), 7, SUPERVISOR, NotAllowed, "leant-on"),
    "a release, when there is another supervisor since": (
        (
            *APPOINTED,
            supervisor_released(last_day=DAY),
            supervisor_appointed(NEXT_SUPERVISOR, first_day=DAY + timedelta(days=1)),
        ),
        4,
        LEADER,
        NotAllowed,
        "two-supervisors",
    ),
    "another's signature": (READY, 6, NEXT_SUPERVISOR, RuleBroken, "rule-broken"),
    "another's advice": (READY, 7, MIDWIFE, RuleBroken, "rule-broken"),
    "a session of others": ((*APPOINTED, drafted()), 4, OUTSIDER, RuleBroken, "rule-broken"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_a_correction_is_refused(case: str) -> None:
    facts, version, by, kind, code = REFUSALS[case]
    assert correcting(given(*facts), version, by=by).then_refused(kind).code == code


def test_every_fact_of_a_plan_is_corrected_by_those_who_may_do_the_act() -> None:
    marks = {FactCorrected, PlanPersonMerged}
    assert set(ACT_OF) == set(get_args(PlanFact)) - marks
