"""The individual plan: drawn up over arenas, agreed by three, revised and never edited."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain.plans.employment import (
    EARLIER,
    OF_2023,
    OTHER,
    AlisAgreementSigned,
    EmploymentChanged,
)
from domain.plans.opening import EmploymentModel
from domain.plans.programme import Party, PlanVersionAgreed
from domain.plans.rules.decide_goal import approve_goal, gaps
from domain.shared.facts import Fact
from domain.shared.refusals import NotAllowed, NotFound, Refused, RuleBroken
from tests.domain.plans.asking import outcome
from tests.support.history import Then, given
from tests.support.plans import (
    APPOINTED,
    DAY,
    DOCTOR,
    LEADER,
    PLANNED,
    READY,
    STARTS,
    SUPERVISOR,
    corrected,
)
from tests.support.programme import (
    agreed,
    agreement_signed,
    employment_changed,
    proposed,
    rotation,
)


def test_a_version_is_in_force_from_the_last_of_the_three() -> None:
    later = STARTS + timedelta(days=9)
    facts = (
        proposed(by=DOCTOR),
        agreed(by=LEADER, party=Party.LEADER),
        agreed(by=SUPERVISOR, party=Party.SUPERVISOR, on=later),
    )
    programme = given(*APPOINTED, *facts).case.programme
    assert programme.in_force(later - timedelta(days=1)) is None
    assert programme.in_force(later) is programme.version(1)


def test_a_revision_leaves_the_former_version_in_force_until_it_is_agreed() -> None:
    plan = given(*APPOINTED, *PLANNED, proposed(2, rotation("ARE-06"), by=DOCTOR, on=DAY)).case
    in_force = plan.programme.in_force(DAY)
    assert in_force is plan.programme.version(1)
    assert plan.arenas_on(DAY) == ("ARE-01",)
    then = (
        agreed(2, by=LEADER, party=Party.LEADER, on=DAY),
        agreed(2, by=SUPERVISOR, party=Party.SUPERVISOR, on=DAY),
    )
    plan.fold(then)
    assert plan.arenas_on(DAY) == ("ARE-06",)
    assert plan.arenas_on(DAY - timedelta(days=1)) == ("ARE-01",)


@pytest.mark.parametrize(
    ("before", "number", "party", "kind", "code"),
    [
        pytest.param((), 1, Party.LEADER, NotFound, "unknown-plan-version", id="no-version"),
        pytest.param(
            (proposed(by=DOCTOR),), 1, Party.DOCTOR, NotAllowed, "already-agreed", id="its-author"
        ),
        pytest.param(
            (proposed(by=DOCTOR), proposed(2, by=DOCTOR)),
            1,
            Party.LEADER,
            NotAllowed,
            "version-superseded",
            id="R-PLN-02-superseded",
        ),
    ],
)
def test_agreeing_is_refused(
    before: tuple[Any, ...], number: int, party: Party, kind: type[Any], code: str
) -> None:
    then = given(*APPOINTED, *before).when(
        lambda plan: plan.programme.agree(number, by=LEADER, party=party, on=DAY)
    )
    assert then.then_refused(kind).code == code


def test_agreeing_is_recorded_once_for_each() -> None:
    then = given(*APPOINTED, proposed(by=DOCTOR)).when(
        lambda plan: plan.programme.agree(1, by=LEADER, party=Party.LEADER, on=DAY)
    )
    then.then(PlanVersionAgreed(number=1, agreed_by=LEADER, party=Party.LEADER, agreed_on=DAY))


def test_no_goal_is_decided_before_the_three_have_agreed_to_a_plan() -> None:
    facts = tuple(fact for fact in READY if not isinstance(fact, PlanVersionAgreed))
    at = given(*facts)
    then = at.when(lambda _: approve_goal(outcome(at)))
    then.then_refused(RuleBroken, saying="No individual training plan", rule="R-PLN-01")
    assert "R-PLN-01" in [finding.rule for finding in gaps(outcome(at))]


FIRST = len(APPOINTED) + 1
"""The version of the first fact after the appointments."""
AGREEMENT: dict[str, Any] = {"signed_on": DAY, "first_day": DAY, "last_day": None, "by": LEADER}


@pytest.mark.parametrize(
    ("template", "changed", "code"),
    [
        pytest.param(
            OF_2023,
            {"signed_on": date(2023, 6, 8)},
            "template-not-issued",
            id="R-AGR-01-before-the-template",
        ),
        pytest.param("min egen", {}, "unknown-template", id="R-AGR-01-template"),
        pytest.param(
            "other",
            {"first_day": DAY - timedelta(days=1)},
            "agreement-before-signature",
            id="R-AGR-01-before-signature",
        ),
        pytest.param("other", {"last_day": DAY - timedelta(days=1)}, "days-reversed", id="back"),
    ],
)
def test_an_agreement_is_refused(template: str, changed: dict[str, Any], code: str) -> None:
    then = signing(template=template, **changed)
    assert then.then_refused(Refused).code == code


@pytest.mark.parametrize(
    ("before", "template", "changed"),
    [
        pytest.param((), OF_2023, {"signed_on": date(2023, 6, 9)}, id="on-the-day-of-the-template"),
        pytest.param((), EARLIER, {"signed_on": date(2023, 6, 8)}, id="an-earlier-template"),
        pytest.param(
            (agreement_signed(DAY),), OF_2023, {"first_day": DAY + timedelta(days=1)}, id="a-next"
        ),
        pytest.param((agreement_signed(DAY),), OTHER, {}, id="the-same-day-on-another-template"),
        pytest.param(
            (agreement_signed(DAY), corrected(FIRST, "plan.alis-agreement-signed")),
            *(OF_2023, {}),
            id="again-after-a-correction",
        ),
    ],
)
def test_an_agreement_is_entered(
    before: tuple[Fact, ...], template: str, changed: dict[str, Any]
) -> None:
    signing(*before, template=template, **changed).then_recorded(AlisAgreementSigned)


def test_the_same_agreement_is_entered_once() -> None:
    then = signing(agreement_signed(DAY), last_day=DAY)
    assert then.then_refused(NotAllowed, rule="R-AGR-01").code == "agreement-exists"


def signing(*before: Fact, template: str = OF_2023, **changed: Any) -> Then:
    return given(*APPOINTED, *before).when(
        lambda plan: plan.employment.sign_agreement(template, **(AGREEMENT | changed))
    )


def test_an_agreement_holds_from_its_signature() -> None:
    then = signing()
    then.then_recorded(AlisAgreementSigned)
    employment = given(*APPOINTED, agreement_signed(DAY)).case.employment
    assert employment.agreement_on(DAY - timedelta(days=1)) is None
    assert employment.agreement_on(DAY) == agreement_signed(DAY)


@pytest.mark.parametrize(
    ("before", "model", "first_day", "code"),
    [
        ((), EmploymentModel.SALARIED_GP, DAY, "employment-unchanged"),
        ((), EmploymentModel.SELF_EMPLOYED_GP, STARTS - timedelta(days=1), "before-the-training"),
        (
            (employment_changed(DAY),),
            EmploymentModel.SELF_EMPLOYED_GP,
            STARTS,
            "employment-changed-later",
        ),
    ],
    ids=["R-DEF-01-the-same", "R-DEF-02-before-the-training", "R-DEF-01-a-later-one"],
)
def test_a_change_of_employment_is_refused(
    before: tuple[Any, ...], model: EmploymentModel, first_day: date, code: str
) -> None:
    then = given(*APPOINTED, *before).when(
        lambda plan: plan.change_employment(model, first_day=first_day, by=LEADER)
    )
    assert then.then_refused(Refused).code == code


def test_employment_is_another_from_its_first_day() -> None:
    plan = given(*APPOINTED, employment_changed(DAY)).case
    before = plan.employment.model_on(DAY - timedelta(days=1), plan.opened.employment_model)
    assert before == EmploymentModel.SALARIED_GP
    after = plan.employment.model_on(DAY, plan.opened.employment_model)
    assert after == EmploymentModel.SELF_EMPLOYED_GP
    then = given(*APPOINTED).when(
        lambda plan: plan.change_employment(
            EmploymentModel.SELF_EMPLOYED_GP, first_day=DAY, by=LEADER
        )
    )
    then.then_recorded(EmploymentChanged)
