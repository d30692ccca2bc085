"""Practice visits: entered by the doctor, confirmed by the colleague or shown by a document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.plans.plan import TrainingPlan
from domain.plans.rules.decide_goal import approve_goal
from domain.plans.rules.visit_colleague import Confirming, Visiting, confirm_visit, enter_visit
from domain.plans.visits import Direction, VisitEntered, VisitSetting
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.domain.plans.asking import outcome
from tests.support.history import given
from tests.support.plans import APPOINTED, DOCTOR, GOAL, OUTSIDER, READY, STARTS, text
from tests.support.records import (
    COLLEAGUE,
    OTHER_VISIT,
    SHOWN_ON,
    VISIT,
    VISITED_ON,
    visit_confirmed,
    visit_documented,
    visit_entered,
)

ENTERED = (*APPOINTED, visit_entered())
BY_NAME = (*APPOINTED, visit_entered(colleague=None))
DAY = timedelta(days=1)


def visiting(plan: TrainingPlan, **changed: Any) -> Visiting:
    asked = Visiting(
        plan=plan,
        visit=VISIT,
        direction=Direction.MADE,
        setting=VisitSetting.NURSING_HOME,
        country="NO",
        days=(VISITED_ON,),
        colleague=COLLEAGUE,
        colleague_name=None,
        goals=(GOAL,),
    )
    return replace(asked, **changed)


def confirming(plan: TrainingPlan, *, by: Id = COLLEAGUE, on: date = SHOWN_ON) -> Confirming:
    return Confirming(plan=plan, visit=VISIT, by=by, on=on)


def test_a_visit_is_entered_with_its_colleague() -> None:
    given(*APPOINTED).when(lambda plan: enter_visit(visiting(plan))).then(visit_entered())


def test_a_colleague_outside_the_directory_is_named_in_confidence() -> None:
    asked: dict[str, Any] = {"colleague": None, "colleague_name": text("Kari Nordmann")}
    then = given(*APPOINTED).when(lambda plan: enter_visit(visiting(plan, **asked)))
    then.then(visit_entered(colleague=None))


@pytest.mark.parametrize("setting", [pytest.param(s, id=f"R-VIS-05-{s}") for s in VisitSetting])
def test_a_visit_is_to_any_work_of_general_practice(setting: VisitSetting) -> None:
    then = given(*APPOINTED).when(lambda plan: enter_visit(visiting(plan, setting=setting)))
    then.then_recorded(VisitEntered)


def test_the_days_of_a_visit_are_kept_in_order_each_once() -> None:
    days = (VISITED_ON + DAY, VISITED_ON, VISITED_ON)
    then = given(*APPOINTED).when(lambda plan: enter_visit(visiting(plan, days=days)))
    then.then(visit_entered(days=(VISITED_ON, VISITED_ON + DAY)))


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        pytest.param({"days": ()}, "days-out-of-range", "days", id="R-VIS-01-no-day"),
        pytest.param(
            {"days": tuple(VISITED_ON + DAY * n for n in range(11))},
            "days-out-of-range",
            "days",
            id="R-VIS-01-eleven-days",
        ),
        pytest.param({"country": "Sweden"}, "country-malformed", "country", id="R-VIS-03-country"),
        pytest.param({"country": "no"}, "country-malformed", "country", id="R-VIS-03-small"),
        pytest.param({"colleague": None}, "colleague-missing", "colleague", id="R-VIS-08-nobody"),
        pytest.param(
            {"colleague_name": text()}, "colleague-missing", "colleague", id="R-VIS-08-both"
        ),
    ],
)
def test_a_visit_that_cannot_be_is_refused(changed: dict[str, Any], code: str, field: str) -> None:
    then = given(*APPOINTED).when(lambda plan: enter_visit(visiting(plan, **changed)))
    refused = then.then_refused(Invalid)
    assert (refused.code, refused.field) == (code, field)


def test_a_visit_before_the_training_began_is_refused() -> None:
    early = given(*APPOINTED).when(lambda plan: enter_visit(visiting(plan, days=(STARTS - DAY,))))
    assert early.then_refused(NotAllowed, rule="R-DEF-02").field == "days"
    first = given(*APPOINTED).when(lambda plan: enter_visit(visiting(plan, days=(STARTS,))))
    first.then_recorded(VisitEntered)


def test_nobody_visits_themselves() -> None:
    then = given(*APPOINTED).when(lambda plan: enter_visit(visiting(plan, colleague=DOCTOR)))
    then.then_refused(RuleBroken, rule="R-ROL-02")


def test_a_visit_is_entered_once_and_a_day_counts_once_each_way() -> None:
    at = given(*ENTERED)
    again = at.when(lambda plan: enter_visit(visiting(plan)))
    assert again.then_refused(NotAllowed).code == "visit-exists"
    same_day = at.when(lambda plan: enter_visit(visiting(plan, visit=OTHER_VISIT)))
    refused = same_day.then_refused(NotAllowed, rule="R-VIS-01")
    assert refused.code == "visit-on-that-day"
    received = Direction.RECEIVED
    back = at.when(lambda plan: enter_visit(visiting(plan, visit=OTHER_VISIT, direction=received)))
    back.then(visit_entered(OTHER_VISIT, direction=received))


def test_the_colleague_confirms() -> None:
    given(*ENTERED).when(lambda plan: confirm_visit(confirming(plan))).then(visit_confirmed())


@pytest.mark.parametrize("by", [DOCTOR, OUTSIDER])
def test_nobody_else_confirms(by: Id) -> None:
    then = given(*ENTERED).when(lambda plan: confirm_visit(confirming(plan, by=by)))
    then.then_refused(RuleBroken, rule="R-VIS-08", saying="Only the colleague")


def test_a_visit_by_name_is_shown_by_its_document() -> None:
    at = given(*BY_NAME)
    confirmed = at.when(lambda plan: confirm_visit(confirming(plan)))
    confirmed.then_refused(RuleBroken, rule="R-VIS-08")
    document = text("skjema fra Helsedirektoratet")
    documented = at.when(lambda plan: plan.visits.document(VISIT, document, issued_on=SHOWN_ON))
    documented.then(visit_documented())


@pytest.mark.parametrize("shown", [visit_confirmed(), visit_documented()])
def test_a_visit_is_shown_once(shown: Fact) -> None:
    at = given(*ENTERED, shown)
    for act in (
        lambda plan: confirm_visit(confirming(plan)),
        lambda plan: plan.visits.document(VISIT, text(), issued_on=SHOWN_ON),
    ):
        assert at.when(act).then_refused(NotAllowed, rule="R-VIS-08").code == "visit-shown"


def test_a_visit_is_not_shown_before_its_last_day() -> None:
    at = given(*APPOINTED, visit_entered(days=(VISITED_ON, VISITED_ON + DAY)))
    confirmed = at.when(lambda plan: confirm_visit(confirming(plan, on=VISITED_ON)))
    assert confirmed.then_refused(Invalid, rule="R-VIS-08").code == "before-the-visit"
    documented = at.when(lambda plan: plan.visits.document(VISIT, text(), issued_on=VISITED_ON))
    assert documented.then_refused(Invalid, rule="R-VIS-08").field == "issuedOn"


def test_a_visit_nobody_entered_is_not_found() -> None:
    at = given(*APPOINTED)
    for act in (
        lambda plan: confirm_visit(confirming(plan)),
        lambda plan: plan.visits.document(VISIT, text(), issued_on=SHOWN_ON),
    ):
        assert at.when(act).then_refused(NotFound).code == "unknown-visit"


@pytest.mark.parametrize("shown", [visit_confirmed(), visit_documented()])
def test_a_visit_is_evidence_of_its_goal_once_shown(shown: Fact) -> None:
    at = given(*READY, visit_entered(), shown)
    assert at.stored.seen(at.case.version) in approve_goal(outcome(at)).evidence
    assert list(at.case.visits.shown_for(GOAL, SHOWN_ON - DAY)) == []
    assert list(given(*READY, visit_entered()).case.visits.shown_for(GOAL)) == []


def test_a_corrected_visit_takes_its_confirmation_first() -> None:
    at = given(*ENTERED, visit_confirmed())
    refused = at.when(lambda plan: plan.correctable(at.case.version - 1)).then_refused(NotAllowed)
    assert refused.code == "leant-on"
