"""Opening a plan and settling its arenas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.plans.opening import EmploymentModel, PartOneException, PlanOpened
from domain.plans.plan import plan_id
from domain.plans.rules.open_plan import open_plan
from domain.plans.setting import Setting
from domain.shared.citation import Citation
from domain.shared.dated import NoRuleInForce
from domain.shared.ids import derived_id
from domain.shared.refusals import NotAllowed, NotFound, NotJustified, RuleBroken
from tests.domain.plans.asking import LEANT_ON, OPENED_ON, SETTING, opening
from tests.support.history import given
from tests.support.plans import (
    DOCTOR,
    LEADER,
    OPENED,
    ORGANISATION,
    OUTSIDER,
    STARTS,
    arenas_planned,
    text,
)

APPLIED = date(2019, 2, 1)
GRANTED = date(2019, 3, 1)


def test_a_leader_opens_a_plan_for_a_doctor_of_a_registered_establishment() -> None:
    then = given().when(lambda plan: open_plan(opening(plan=plan)))
    opened = then.then_recorded(PlanOpened)
    assert opened == PlanOpened(
        doctor=DOCTOR,
        organisation=ORGANISATION,
        employment_model=EmploymentModel.SALARIED_GP,
        starts_on=date(2026, 3, 1),
        part_one_completed_on=date(2026, 2, 28),
        part_one_exception=None,
        opened_by=LEADER,
        opened_on=OPENED_ON,
        seen=(LEANT_ON,),
        law=IN_FORCE.version,
        basis=(
            Citation(act="spesialistforskriften", section="19", paragraph=2, sentence=1),
            Citation(act="spesialistforskriften", section="18", paragraph=1, sentence=1),
        ),
        findings=(),
    )


def test_an_exception_from_part_one_says_why_and_is_shown() -> None:
    """L-SPF-18."""
    excepted = {"part_one_completed_on": None, "part_one_exception": PartOneException.COVID_19}
    then = given().when(lambda plan: open_plan(opening(plan=plan, **excepted)))
    then.then_refused(NotJustified, rule="R-SVC-07")
    then = given().when(
        lambda plan: open_plan(opening(plan=plan, **excepted, justification=text()))
    )
    opened = then.then_recorded(PlanOpened)
    assert isinstance(opened, PlanOpened)
    assert [finding.rule for finding in opened.findings] == ["R-SVC-07"]


def test_one_educated_in_the_eea_and_in_training_in_2019_is_not_asked_for_part_one() -> None:
    """L-SPF-37: section 37, fourth paragraph."""
    excepted = {"part_one_completed_on": None, "part_one_exception": PartOneException.EEA_EDUCATION}
    opened = (
        given()
        .when(lambda plan: open_plan(opening(plan=plan, **excepted, justification=text())))
        .then_recorded(PlanOpened)
    )
    assert isinstance(opened, PlanOpened)
    (found,) = opened.findings
    assert found.basis[0].nb == "spesialistforskriften § 37 fjerde ledd"
    assert "is not asked for" in found.says.en


def test_nobody_opens_their_own_plan() -> None:
    then = given().when(lambda plan: open_plan(opening(plan=plan, by=DOCTOR)))
    then.then_refused(RuleBroken, rule="R-ROL-02")


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"starts_on": GRANTED}, id="R-ORG-01-on-the-day-it-was-granted"),
        pytest.param(
            {
                "part_one_exception": PartOneException.FOREIGN_TRAINING,
                "justification": text("over halvparten av en utdanning i Sverige"),
            },
            id="R-SVC-07-section-18",
        ),
        pytest.param(
            {
                "part_one_completed_on": None,
                "part_one_exception": PartOneException.COVID_19,
                "justification": text(),
            },
            id="R-SVC-07-never-completed-but-excepted",
        ),
        pytest.param(
            {"part_one_completed_on": date(2026, 2, 28), "starts_on": date(2026, 3, 1)},
            id="R-SVC-07-the-day-before",
        ),
    ],
)
def test_a_plan_is_opened(changed: dict[str, Any]) -> None:
    changed = {"part_one_completed_on": date(2019, 1, 31)} | changed
    given().when(lambda plan: open_plan(opening(plan=plan, **changed))).then_recorded(PlanOpened)


@pytest.mark.parametrize(
    ("changed", "rule", "saying"),
    [
        pytest.param({"by": OUTSIDER}, "R-ROL-03", "not leader", id="R-ROL-03-no-leader"),
        pytest.param(
            {"part_one_completed_on": None}, "R-SVC-07", "part one", id="R-SVC-07-never-completed"
        ),
        pytest.param(
            {"part_one_completed_on": date(2026, 3, 1)},
            "R-SVC-07",
            "part one",
            id="R-SVC-07-only-on-the-day-of-starting",
        ),
        pytest.param(
            {"part_one_completed_on": date(2026, 3, 2), "starts_on": date(2026, 4, 1)},
            "R-SVC-07",
            "part one",
            id="R-SVC-07-not-completed-yet",
        ),
        pytest.param(
            {"starts_on": date(2027, 3, 3)},
            "R-DEF-02",
            "by 2027-03-02",
            id="R-DEF-02-far-ahead",
        ),
        pytest.param(
            {"doctor": OUTSIDER}, "L-SPF-02", "No authorisation", id="L-SPF-02-not-authorised"
        ),
        pytest.param(
            {"setting": Setting(leaders=SETTING.leaders, authorised=SETTING.authorised)},
            "R-ORG-01",
            "was not registered",
            id="R-ORG-01-not-registered",
        ),
    ],
)
def test_a_plan_is_not_opened(changed: dict[str, Any], rule: str, saying: str) -> None:
    then = given().when(lambda plan: open_plan(opening(plan=plan, **changed)))
    then.then_refused(RuleBroken, saying=saying, rule=rule)


@pytest.mark.parametrize(
    ("starts_on", "opened"),
    [
        pytest.param(date(2020, 1, 31), False, id="R-ORG-01-the-day-before-the-application"),
        pytest.param(date(2020, 2, 1), True, id="R-ORG-01-the-day-of-the-application"),
        pytest.param(date(2020, 3, 1), True, id="R-ORG-01-the-day-of-the-grant"),
    ],
)
def test_registration_counts_from_the_day_of_the_application(
    starts_on: date, *, opened: bool
) -> None:
    """L-SPF-19: sections 19 and 21."""
    setting = Setting(
        leaders=SETTING.leaders,
        authorised=SETTING.authorised,
        registered=(Span(date(2020, 2, 1)),),
    )
    asked = opening(starts_on=starts_on, part_one_completed_on=date(2019, 6, 1), setting=setting)
    then = given().when(lambda _: open_plan(asked))
    if opened:
        then.then_recorded(PlanOpened)
    else:
        then.then_refused(RuleBroken, rule="R-ORG-01")


def test_everything_that_is_wrong_with_an_opening_is_told_at_once() -> None:
    asked = opening(by=OUTSIDER, setting=Setting(), part_one_completed_on=None)
    told = given().when(lambda _: open_plan(asked)).then_refused(RuleBroken)
    assert isinstance(told, RuleBroken)
    assert [finding.rule for finding in told.findings] == [
        "R-ROL-03",
        "R-ORG-01",
        "R-SVC-07",
        "L-SPF-02",
    ]


def test_training_before_the_new_scheme_is_refused_and_does_not_fail() -> None:
    setting = replace(SETTING, authorised={DOCTOR: (Span(date(2017, 8, 1)),)})
    asked = opening(
        starts_on=date(2019, 2, 28), part_one_completed_on=date(2018, 1, 1), setting=setting
    )
    then = given().when(lambda _: open_plan(asked))
    told = then.then_refused(NoRuleInForce, saying="in force from 2019-03-01")
    assert told.code == "no-rule-in-force"


def test_a_doctor_has_one_plan_at_an_establishment() -> None:
    then = given(OPENED).when(lambda plan: open_plan(opening(plan=plan)))
    then.then_refused(NotAllowed, saying="already has a training plan", rule="R-PLN-01")


def test_the_id_of_a_plan_follows_from_doctor_and_establishment() -> None:
    assert plan_id(DOCTOR, ORGANISATION) == plan_id(DOCTOR, ORGANISATION)
    assert plan_id(DOCTOR, ORGANISATION) != plan_id(ORGANISATION, DOCTOR)
    assert plan_id(DOCTOR, ORGANISATION) != derived_id(DOCTOR, str(ORGANISATION))


@pytest.mark.parametrize(
    ("model", "stored"),
    [
        pytest.param(EmploymentModel.SELF_EMPLOYED_GP, "self-employed-gp", id="R-DEF-01-model-1"),
        pytest.param(EmploymentModel.SALARIED_GP, "salaried-gp", id="R-DEF-01-model-2"),
        pytest.param(
            EmploymentModel.SALARIED_OUTSIDE_LIST,
            "salaried-outside-list",
            id="R-DEF-01-model-3-nursing-home-doctor",
        ),
    ],
)
def test_there_are_three_ways_to_be_employed(model: EmploymentModel, stored: str) -> None:
    then = given().when(lambda plan: open_plan(opening(plan=plan, employment_model=model)))
    opened = then.then_recorded(PlanOpened)
    assert isinstance(opened, PlanOpened)
    assert opened.employment_model == stored
    assert len(EmploymentModel) == 3


def test_a_plan_that_was_never_opened_is_not_found() -> None:
    with pytest.raises(NotFound, match="no such plan"):
        _ = given().case.doctor


def test_arenas_are_settled_once_each_in_the_order_given() -> None:
    offered = frozenset({"ARE-01", "ARE-02", "ARE-06"})
    then = given(OPENED).when(
        lambda plan: plan.opening.plan_arenas(
            ("ARE-06", "ARE-01", "ARE-06"), offered=offered, by=LEADER, on=STARTS
        )
    )
    then.then(arenas_planned("ARE-06", "ARE-01"))


def test_an_arena_the_establishment_has_not_open_is_refused_by_name() -> None:
    then = given(OPENED).when(
        lambda plan: plan.opening.plan_arenas(
            ("ARE-01", "ARE-09"), offered=frozenset({"ARE-01"}), by=LEADER, on=STARTS
        )
    )
    told = then.then_refused(NotAllowed, saying="no open arena ARE-09")
    assert "open are ARE-01" in str(told)
    assert told.field == "arenas"


def test_the_latest_arenas_hold_and_earlier_versions_are_remembered() -> None:
    plan = given(OPENED, arenas_planned("ARE-01"), arenas_planned("ARE-01", "ARE-06")).case
    assert plan.opening.arenas == ("ARE-01", "ARE-06")
    assert plan.opening.arenas_planned_at == [2, 3]
