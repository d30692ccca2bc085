"""Clinical supervisors, releases, and who held which capacity on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity, ClinicalSupervisorAppointed
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken
from tests.support.history import given
from tests.support.plans import (
    APPOINTED,
    DOCTOR,
    LEADER,
    MIDWIFE,
    NEXT_SUPERVISOR,
    OPENED,
    OUTSIDER,
    STARTS,
    SUPERVISOR,
    clinical_supervisor_appointed,
    clinical_supervisor_released,
    supervisor_appointed,
    supervisor_released,
)

LAST_DAY = date(2026, 1, 31)
DAY_AFTER = LAST_DAY + timedelta(days=1)
BEFORE = STARTS - timedelta(days=1)


def appoint(
    plan: TrainingPlan,
    *,
    person: Id = MIDWIFE,
    competence_area: str = "svangerskapsomsorg",
    first_day: date = STARTS,
    last_day: date | None = None,
) -> ClinicalSupervisorAppointed:
    return plan.roles.appoint_clinical_supervisor(
        person,
        doctor=DOCTOR,
        competence_area=competence_area,
        first_day=first_day,
        last_day=last_day,
        by=LEADER,
        on=STARTS,
    )


def test_a_midwife_may_be_clinical_supervisor_in_her_own_field() -> None:
    then = given(OPENED).when(lambda plan: appoint(plan, competence_area=" svangerskapsomsorg "))
    then.then(clinical_supervisor_appointed())


def test_nobody_is_their_own_clinical_supervisor() -> None:
    then = given(OPENED).when(lambda plan: appoint(plan, person=DOCTOR))
    then.then_refused(RuleBroken, rule="R-ROL-02")


@pytest.mark.parametrize("area", [pytest.param("", id="R-SPV-02-nothing"), pytest.param("  ")])
def test_a_clinical_supervisor_is_competent_in_a_named_field(area: str) -> None:
    then = given(OPENED).when(lambda plan: appoint(plan, competence_area=area))
    told = then.then_refused(Invalid, saying="State the field", rule="R-SPV-02")
    assert told.field == "competenceArea"


def test_there_may_be_several_clinical_supervisors_at_a_time() -> None:
    then = given(*APPOINTED).when(lambda plan: appoint(plan, person=OUTSIDER))
    then.then_recorded(ClinicalSupervisorAppointed)


def test_nobody_is_appointed_clinical_supervisor_twice_for_a_day() -> None:
    facts = (OPENED, clinical_supervisor_appointed(last_day=LAST_DAY))
    again = given(*facts).when(lambda plan: appoint(plan, first_day=LAST_DAY))
    again.then_refused(NotAllowed, saying="already appointed")
    afterwards = given(*facts).when(lambda plan: appoint(plan, first_day=DAY_AFTER))
    afterwards.then_recorded(ClinicalSupervisorAppointed)


def test_an_appointment_does_not_end_before_it_begins() -> None:
    then = given(OPENED).when(
        lambda plan: appoint(plan, first_day=STARTS, last_day=STARTS - timedelta(days=1))
    )
    told = then.then_refused(Invalid, saying="cannot be before the first day")
    assert told.field == "lastDay"


def test_a_supervisor_is_released_after_a_last_day() -> None:
    then = given(*APPOINTED).when(
        lambda plan: plan.roles.release_supervisor(SUPERVISOR, last_day=LAST_DAY)
    )
    then.then(supervisor_released(last_day=LAST_DAY))


def test_a_clinical_supervisor_is_released_after_a_last_day() -> None:
    then = given(*APPOINTED).when(
        lambda plan: plan.roles.release_clinical_supervisor(MIDWIFE, last_day=LAST_DAY)
    )
    then.then(clinical_supervisor_released(last_day=LAST_DAY))


@pytest.mark.parametrize(
    ("person", "day"),
    [
        pytest.param(OUTSIDER, LAST_DAY, id="never-appointed"),
        pytest.param(MIDWIFE, LAST_DAY, id="in-the-other-capacity"),
        pytest.param(SUPERVISOR, BEFORE, id="not-yet"),
    ],
)
def test_only_a_supervisor_in_office_is_released(person: Id, day: date) -> None:
    then = given(*APPOINTED).when(lambda plan: plan.roles.release_supervisor(person, last_day=day))
    then.then_refused(NotAllowed, saying=f"not appointed on {day}")


@pytest.mark.parametrize(
    ("person", "day"),
    [
        pytest.param(OUTSIDER, LAST_DAY, id="never-appointed"),
        pytest.param(SUPERVISOR, LAST_DAY, id="in-the-other-capacity"),
        pytest.param(MIDWIFE, BEFORE, id="not-yet"),
    ],
)
def test_only_a_clinical_supervisor_in_office_is_released(person: Id, day: date) -> None:
    then = given(*APPOINTED).when(
        lambda plan: plan.roles.release_clinical_supervisor(person, last_day=day)
    )
    then.then_refused(NotAllowed, saying=f"not appointed on {day}")


def test_a_released_supervisor_holds_the_office_through_the_last_day() -> None:
    plan = given(*APPOINTED, supervisor_released(last_day=LAST_DAY)).case
    assert plan.roles.supervisor_on(LAST_DAY) == SUPERVISOR
    assert plan.roles.supervisor_on(DAY_AFTER) is None


def test_a_released_clinical_supervisor_holds_the_office_through_the_last_day() -> None:
    plan = given(*APPOINTED, clinical_supervisor_released(last_day=LAST_DAY)).case
    assert plan.roles.capacity(MIDWIFE, LAST_DAY) is Capacity.CLINICAL_SUPERVISOR
    assert plan.roles.capacity(MIDWIFE, DAY_AFTER) is None


def test_supervisors_follow_one_another() -> None:
    plan = given(
        OPENED,
        supervisor_appointed(last_day=LAST_DAY),
        supervisor_appointed(NEXT_SUPERVISOR, first_day=DAY_AFTER),
    ).case
    assert plan.roles.supervisor_on(STARTS - timedelta(days=1)) is None
    assert plan.roles.supervisor_on(STARTS) == SUPERVISOR
    assert plan.roles.supervisor_on(LAST_DAY) == SUPERVISOR
    assert plan.roles.supervisor_on(DAY_AFTER) == NEXT_SUPERVISOR


def test_a_person_who_holds_both_capacities_acts_as_supervisor() -> None:
    plan = given(*APPOINTED, clinical_supervisor_appointed(SUPERVISOR)).case
    assert plan.roles.capacity(SUPERVISOR, LAST_DAY) is Capacity.SUPERVISOR
