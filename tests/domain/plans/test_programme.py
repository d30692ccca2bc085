"""The individual plan: drawn up over arenas, agreed by three, revised and never edited."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.plans.employment import AlisAgreementSigned, EmploymentChanged
from domain.plans.opening import EmploymentModel
from domain.plans.plan import TrainingPlan
from domain.plans.programme import Party, PlanVersionAgreed, PlanVersionProposed
from domain.plans.rules.decide_goal import approve_goal, gaps
from domain.plans.rules.draw_up_plan import Drawing, draw_up_plan
from domain.shared.facts import Fact
from domain.shared.findings import Force
from domain.shared.refusals import Invalid, NotAllowed, NotFound, Refused, RuleBroken
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
    text,
)
from tests.support.programme import (
    ENDS,
    agreed,
    agreement_signed,
    employment_changed,
    proposed,
    rotation,
)

OPEN = {
    "ARE-01": (Span(date(2019, 3, 1)),),
    "ARE-06": (Span(date(2019, 3, 1), date(2026, 6, 30)),),
}


def drawing(*before: Any, **changed: Any) -> Then:
    """Try to draw up a version of one rotation at ARE-01, changed."""

    def act(plan: TrainingPlan) -> PlanVersionProposed:
        asked: dict[str, Any] = {
            "plan": plan,
            "first_day": STARTS,
            "last_day": ENDS,
            "rotations": (rotation(),),
            "guidance_hours_a_year": 42,
            "note": text("hver fredag på helsestasjonen"),
            "by": DOCTOR,
            "party": Party.DOCTOR,
            "on": DAY,
            "open_days": OPEN,
            "offers": {"ARE-01": {"ALM-001"}, "ARE-06": {"ALM-055"}},
            "law": IN_FORCE,
        }
        return draw_up_plan(Drawing(**(asked | changed)))

    return given(*APPOINTED, *before).when(act)


def test_a_version_is_drawn_up_and_its_author_has_agreed() -> None:
    fact = drawing().then_recorded(PlanVersionProposed)
    assert isinstance(fact, PlanVersionProposed)
    assert (fact.number, fact.party, fact.findings) == (1, Party.DOCTOR, ())
    assert fact.basis[0].letter == "a"
    plan = given(*APPOINTED, fact).case
    assert plan.programme.version(1).missing == (Party.LEADER, Party.SUPERVISOR)
    assert plan.programme.in_force(DAY) is None


@pytest.mark.parametrize(
    ("changed", "kind", "code", "rule"),
    [
        pytest.param({"rotations": ()}, Invalid, "no-rotations", "R-PLN-01", id="no-rotation"),
        pytest.param(
            {"rotations": (rotation(last_day=ENDS + timedelta(days=1)),)},
            RuleBroken,
            "rule-broken",
            "R-PLN-01",
            id="R-PLN-01-after-the-plan",
        ),
        pytest.param(
            {"rotations": (rotation(first_day=STARTS - timedelta(days=1)),)},
            RuleBroken,
            "rule-broken",
            "R-PLN-01",
            id="R-PLN-01-before-the-plan",
        ),
        pytest.param(
            {"rotations": (rotation("ARE-06", last_day=date(2026, 7, 1)),)},
            RuleBroken,
            "rule-broken",
            "R-PLN-01",
            id="R-PLN-01-an-arena-that-closes",
        ),
        pytest.param(
            {"rotations": (rotation("ARE-99"),)},
            RuleBroken,
            "rule-broken",
            "R-PLN-01",
            id="R-PLN-01-an-unknown-arena",
        ),
        pytest.param(
            {"rotations": (rotation(percentage=0),)}, Invalid, "percentage-out-of-range", "", id="0"
        ),
        pytest.param(
            {"rotations": (rotation(percentage=101),)},
            Invalid,
            "percentage-out-of-range",
            "",
            id="101",
        ),
        pytest.param({"last_day": date(2025, 1, 1)}, Invalid, "days-reversed", "", id="backwards"),
        pytest.param({"guidance_hours_a_year": -1}, Invalid, "hours-out-of-range", "", id="-1"),
        pytest.param(
            {"first_day": STARTS - timedelta(days=1)},
            NotAllowed,
            "before-the-training",
            "R-DEF-02",
            id="R-DEF-02-before-the-training",
        ),
    ],
)
def test_a_version_is_refused(
    changed: dict[str, Any], kind: type[Any], code: str, rule: str
) -> None:
    refused = drawing(**changed).then_refused(kind, rule=rule)
    assert refused.code == code


def test_the_last_day_of_an_arena_may_be_the_last_of_a_rotation() -> None:
    last = rotation("ARE-06", last_day=date(2026, 6, 30))
    drawing(rotations=(last,)).then_recorded(PlanVersionProposed)


def test_what_only_suggests_is_shown_and_does_not_block() -> None:
    both = (rotation(goals=("ALM-055",)), rotation("ARE-06", last_day=date(2026, 6, 30)))
    fact = drawing(rotations=both).then_recorded(PlanVersionProposed)
    assert isinstance(fact, PlanVersionProposed)
    assert [(f.rule, f.force) for f in fact.findings] == [
        ("R-ARE-01", Force.INFO),
        ("R-SVC-01", Force.INFO),
    ]


FIRST = len(APPOINTED) + 1
"""The version of the first fact after the appointments."""
DRAWN_UP = "plan.version-proposed"


@pytest.mark.parametrize(
    ("before", "number"),
    [
        pytest.param((proposed(by=DOCTOR),), 2, id="R-PLN-02-the-next"),
        pytest.param(
            (proposed(by=DOCTOR), proposed(2, by=DOCTOR), corrected(FIRST + 1, DRAWN_UP)),
            3,
            id="R-PLN-02-the-last-was-struck",
        ),
        pytest.param(
            (
                *(proposed(by=DOCTOR), corrected(FIRST, DRAWN_UP)),
                *(proposed(2, by=DOCTOR), corrected(FIRST + 2, DRAWN_UP)),
            ),
            3,
            id="R-PLN-02-all-were-struck",
        ),
    ],
)
def test_no_number_of_a_version_is_given_twice(before: tuple[Fact, ...], number: int) -> None:
    fact = drawing(*before).then_recorded(PlanVersionProposed)
    assert isinstance(fact, PlanVersionProposed)
    assert fact.number == number
    agreeing = given(*APPOINTED, *before, fact).when(
        lambda plan: plan.programme.agree(number - 1, by=LEADER, party=Party.LEADER, on=DAY)
    )
    agreeing.then_refused(Refused)


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


AGREEMENT: dict[str, Any] = {"signed_on": DAY, "first_day": DAY, "last_day": None, "by": LEADER}


@pytest.mark.parametrize(
    ("template", "changed", "code"),
    [
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
    then = given(*APPOINTED).when(
        lambda plan: plan.employment.sign_agreement(template, **(AGREEMENT | changed))
    )
    assert then.then_refused(Refused).code == code


def test_an_agreement_holds_from_its_signature() -> None:
    then = given(*APPOINTED).when(
        lambda plan: plan.employment.sign_agreement("helsedirektoratet-2023", **AGREEMENT)
    )
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
