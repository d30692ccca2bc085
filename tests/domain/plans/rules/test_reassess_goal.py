"""A new assessment is arranged by the county governor, and made by others than before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from msgspec import structs

from domain.plans.goals import Stage
from domain.plans.outcomes import GoalReassessed, Reassessed
from domain.plans.reassessment import NewAssessmentArranged
from domain.plans.rules.arrange_reassessment import (
    FARTHEST_AHEAD,
)
from domain.shared.facts import Fact
from domain.shared.findings import Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound, NotJustified, RuleBroken
from tests.domain.plans.asking import SETTING
from tests.domain.plans.rules.reassessing import (
    AGAIN,
    ONE_DAY,
    arranging,
    confirming,
    outcome,
)
from tests.support.history import given
from tests.support.plans import (
    DOCTOR,
    GOAL,
    LEADER,
    MIDWIFE,
    SUPERVISOR,
    approved,
    submitted,
    text,
)
from tests.support.reassessments import (
    ARRANGED_ON,
    ASKED,
    ASSESSED_ON,
    ASSESSOR,
    OTHER_ASSESSOR,
    PLACE,
    REASSESSMENT,
    REFUSED,
    REQUESTED_ON,
    SECOND_REASSESSMENT,
    TO_BE_MADE,
    confirmed,
    reassessed,
    requested,
    withdrawn,
)
from tests.support.stored_forms import HEARD


def test_a_person_confirms_the_content_before_a_further_one_is_arranged() -> None:
    later: dict[str, Any] = {
        "reassessment": SECOND_REASSESSMENT,
        "assessors": (OTHER_ASSESSOR,),
        "on": date(2026, 7, 22),
        "takes_place_on": date(2026, 8, 3),
    }
    arranging(*AGAIN, **later).then_refused(RuleBroken, rule="AMB-49")
    said = confirming(*AGAIN).facts[0]
    arranging(*AGAIN, said, **later).then_recorded(NewAssessmentArranged)
    confirming(*AGAIN, said).then_refused(NotAllowed, rule="AMB-49")
    confirming(*AGAIN, by=DOCTOR).then_refused(RuleBroken, rule="R-ROL-02")


def test_the_first_one_waits_for_no_confirmation() -> None:
    confirming(*ASKED, reassessment=REASSESSMENT).then_refused(NotAllowed, rule="AMB-49")


def test_the_county_governor_arranges_who_assesses_where_and_when() -> None:
    fact = arranging(*ASKED).then_recorded(NewAssessmentArranged)
    assert isinstance(fact, NewAssessmentArranged)
    assert (fact.assessors, fact.place, fact.takes_place_on) == ((ASSESSOR,), PLACE, ASSESSED_ON)
    assert (fact.basis[0].paragraph, fact.findings) == (3, ())
    anew = arranging(*TO_BE_MADE, assessors=(OTHER_ASSESSOR,))
    assert isinstance(anew.facts[0], NewAssessmentArranged)


@pytest.mark.parametrize("who", [LEADER, SUPERVISOR, MIDWIFE])
def test_those_who_assessed_first_assess_again_only_with_a_stated_reason(who: Id) -> None:
    facts = (*REFUSED[:-1], _with_those_heard(SUPERVISOR, MIDWIFE), requested())
    arranging(*facts, assessors=(who,)).then_refused(NotJustified, rule="R-ASM-06")
    fact = arranging(*facts, assessors=(who,), justification=text("ingen andre")).facts[0]
    assert isinstance(fact, NewAssessmentArranged)
    assert [finding.force for finding in fact.findings] == [Force.SOFT]


def _with_those_heard(*people: Id) -> Fact:
    refused = REFUSED[-1]
    return structs.replace(refused, heard=tuple(structs.replace(HEARD, person=p) for p in people))


def test_those_who_assessed_anew_before_are_not_asked_again_without_reason() -> None:
    then = arranging(
        *AGAIN,
        confirmed(SECOND_REASSESSMENT),
        reassessment=SECOND_REASSESSMENT,
        on=date(2026, 7, 22),
        takes_place_on=date(2026, 8, 3),
    )
    then.then_refused(NotJustified, rule="R-ASM-06")


def test_the_doctor_is_no_assessor_and_no_officer() -> None:
    arranging(*ASKED, assessors=(DOCTOR,)).then_refused(RuleBroken, rule="R-ROL-02")
    arranging(*ASKED, by=DOCTOR).then_refused(RuleBroken, rule="R-ROL-02")
    outcome(*TO_BE_MADE, by=DOCTOR).then_refused(RuleBroken, rule="R-ROL-02")


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"assessors": ()}, "assessors-missing", "assessors"),
        ({"place": " "}, "text-missing", "place"),
        (
            {"takes_place_on": REQUESTED_ON - ONE_DAY},
            "assessment-day-out-of-range",
            "takesPlaceOn",
        ),
        (
            {"takes_place_on": ARRANGED_ON + FARTHEST_AHEAD + ONE_DAY},
            "assessment-day-out-of-range",
            "takesPlaceOn",
        ),
    ],
)
def test_what_cannot_be_arranged_is_refused(changed: dict[str, Any], code: str, field: str) -> None:
    refused = arranging(*ASKED, **changed).then_refused(Invalid)
    assert (refused.code, refused.field) == (code, field)


def test_an_outcome_that_is_achieved_approves_the_goal_and_says_where_from() -> None:
    fact = outcome(*TO_BE_MADE).then_recorded(GoalReassessed)
    goal = given(*TO_BE_MADE, fact).case.goals.goal(GOAL)
    assert (goal.stage, goal.approved_on, goal.decided_on) == (
        Stage.APPROVED,
        ASSESSED_ON,
        ASSESSED_ON,
    )
    assert isinstance(goal.outcome, GoalReassessed)
    assert goal.outcome.assessed_by == (ASSESSOR,)
    assert goal.outcome.evidence[-1] == SETTING.leant_on[-1]
    assert [citation.paragraph for citation in goal.outcome.basis] == [2, 3]


def test_one_that_is_not_leaves_it_not_achieved() -> None:
    fact = outcome(*TO_BE_MADE, outcome=Reassessed.NOT_ACHIEVED).then_recorded(GoalReassessed)
    goal = given(*TO_BE_MADE, fact).case.goals.goal(GOAL)
    assert (goal.stage, goal.approved_on) == (Stage.NOT_ACHIEVED, None)


def test_a_goal_submitted_again_stays_with_the_leader_when_the_new_assessment_fails() -> None:
    facts = (*TO_BE_MADE, submitted(on=ARRANGED_ON), reassessed())
    assert given(*facts).case.goals.goal(GOAL).stage is Stage.SUBMITTED


def test_what_the_leader_has_approved_meanwhile_is_not_assessed_anew() -> None:
    facts = (*TO_BE_MADE, submitted(on=ARRANGED_ON), approved(on=ARRANGED_ON))
    outcome(*facts).then_refused(NotAllowed, rule="R-ASM-05")


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        pytest.param(REFUSED, NotFound, id="never-asked-for"),
        pytest.param(ASKED, NotAllowed, id="not-arranged"),
        pytest.param((*TO_BE_MADE, withdrawn()), NotAllowed, id="withdrawn"),
        pytest.param((*TO_BE_MADE, reassessed()), NotAllowed, id="made-already"),
    ],
)
def test_an_outcome_is_recorded_once_of_what_was_arranged(
    facts: tuple[Fact, ...], refusal: Any
) -> None:
    outcome(*facts).then_refused(refusal)


def test_an_outcome_from_before_the_request_is_refused() -> None:
    before = outcome(*TO_BE_MADE, on=REQUESTED_ON - ONE_DAY)
    before.then_refused(RuleBroken, rule="R-ASM-06")


def test_others_who_came_are_named_and_a_late_record_shows_its_lag() -> None:
    fact = outcome(
        *TO_BE_MADE, assessed_by=(OTHER_ASSESSOR,), today=ASSESSED_ON + timedelta(days=47)
    ).then_recorded(GoalReassessed)
    assert isinstance(fact, GoalReassessed)
    assert fact.assessed_by == (OTHER_ASSESSOR,)
    assert [(f.rule, f.force) for f in fact.findings] == [("R-ASM-01", Force.INFO)]
    assert "47 days" in str(fact.findings[0])


def test_what_led_to_a_new_assessment_is_corrected_after_it() -> None:
    plan = given(*AGAIN).case
    at = {type(fact).__name__: version for version, fact in enumerate(plan.facts, start=1)}
    for earlier in ("GoalNotAchieved", "NewAssessmentArranged", "GoalReassessed"):
        with pytest.raises(NotAllowed, match="lean on version"):
            plan.correctable(at[earlier])
    assert plan.correctable(at["NewAssessmentRequested"]) == AGAIN[-1]


def test_a_withdrawal_is_not_corrected_once_another_was_asked_for() -> None:
    facts = (*ASKED, withdrawn(), requested(SECOND_REASSESSMENT))
    with pytest.raises(NotAllowed, match="lean on version"):
        given(*facts).case.correctable(len(facts) - 1)


def test_an_unknown_new_assessment_is_not_found() -> None:
    arranging(*ASKED, reassessment=Id(f"{UUID(int=9)}")).then_refused(NotFound)
