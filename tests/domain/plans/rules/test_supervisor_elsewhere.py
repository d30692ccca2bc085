"""A supervisor of another specialty, while the doctor serves outside the establishment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.plans.accounts.stays import Stay
from domain.plans.accounts.supervision import Unqualified, supervision
from domain.plans.qualification import no_qualified_supervisor, qualified_on
from domain.plans.roles import SupervisorAppointed
from domain.plans.rules.appoint_supervisor import appoint_supervisor
from domain.plans.rules.without_basis import AppointmentWithoutBasis, without_basis
from domain.plans.service import ServiceKind
from domain.shared.facts import Fact
from domain.shared.findings import Confidence, Force
from domain.shared.refusals import NotJustified, RuleBroken
from tests.domain.plans.asking import ALWAYS, SETTING, appointment
from tests.support.accounts import PLAN
from tests.support.history import given
from tests.support.plans import OPENED, SURGEON, supervisor_appointed, text
from tests.support.services import OTHER_PERIOD, service_entered

HOSPITAL = "ARE-06"
FIRST_DAY, LAST_DAY = date(2026, 1, 1), date(2026, 6, 30)
ELSEWHERE = replace(
    SETTING,
    otherwise_specialists={SURGEON: ALWAYS},
    external_arenas=frozenset({HOSPITAL}),
    course_days={SURGEON: (date(2024, 5, 1),)},
)


def hospital(first_day: date = FIRST_DAY, last_day: date = LAST_DAY) -> Fact:
    return service_entered(first_day=first_day, last_day=last_day, arena=HOSPITAL)


def asked(*facts: Fact, **changed: Any) -> Any:
    question = {"person": SURGEON, "first_day": FIRST_DAY, "setting": ELSEWHERE} | changed
    return given(OPENED, *facts).when(
        lambda plan: appoint_supervisor(appointment(plan, **question))
    )


@pytest.mark.parametrize(
    ("stay", "in_plan", "day", "qualified"),
    [
        pytest.param(hospital(), True, FIRST_DAY, True, id="R-SUP-02-first-day-of-the-stay"),
        pytest.param(hospital(), True, LAST_DAY, True, id="R-SUP-02-last-day-of-the-stay"),
        pytest.param(hospital(), True, date(2026, 7, 1), False, id="R-SUP-02-the-day-after"),
        pytest.param(hospital(), True, date(2025, 12, 31), False, id="R-SUP-02-the-day-before"),
        pytest.param(hospital(), False, FIRST_DAY, False, id="R-SUP-02-no-stay-is-entered"),
        pytest.param(
            service_entered(first_day=FIRST_DAY, last_day=LAST_DAY, arena="ARE-02"),
            True,
            FIRST_DAY,
            False,
            id="R-SUP-02-an-arena-of-the-establishment",
        ),
        pytest.param(
            service_entered(
                first_day=FIRST_DAY,
                last_day=LAST_DAY,
                arena=None,
                kind=ServiceKind.INSTITUTION,
            ),
            True,
            FIRST_DAY,
            True,
            id="R-SUP-02-an-institution-of-no-arena",
        ),
        pytest.param(
            service_entered(first_day=FIRST_DAY, last_day=LAST_DAY, arena=None),
            True,
            FIRST_DAY,
            False,
            id="R-SUP-02-practice-of-no-arena-may-be-here",
        ),
        pytest.param(
            hospital(last_day=date(2026, 3, 30)),
            True,
            FIRST_DAY,
            False,
            id="R-SUP-02-a-stay-that-is-not-long",
        ),
        pytest.param(
            hospital(date(2022, 6, 1), date(2022, 12, 31)),
            True,
            date(2022, 8, 31),
            False,
            id="R-SUP-02-the-sentence-is-not-in-force-31-Aug-2022",
        ),
        pytest.param(
            hospital(date(2022, 6, 1), date(2022, 12, 31)),
            True,
            date(2022, 9, 1),
            True,
            id="R-SUP-02-the-sentence-is-in-force-1-Sep-2022",
        ),
    ],
)
def test_another_specialty_does_during_a_stay_elsewhere(
    stay: Fact, day: date, *, in_plan: bool, qualified: bool
) -> None:
    plan = given(OPENED, *((stay,) if in_plan else ())).case
    assert qualified_on(plan, ELSEWHERE, IN_FORCE, SURGEON, day) is qualified
    found = no_qualified_supervisor(plan, ELSEWHERE, IN_FORCE, SURGEON, day)
    assert (found is None) is qualified


def test_no_specialty_at_all_does_not() -> None:
    plan = given(OPENED, hospital()).case
    assert not qualified_on(plan, SETTING, IN_FORCE, SURGEON, FIRST_DAY)


def test_days_also_served_in_the_establishment_are_no_stay_elsewhere() -> None:
    at_home = service_entered(OTHER_PERIOD, first_day=date(2026, 5, 1), last_day=LAST_DAY)
    plan = given(OPENED, hospital(), at_home).case
    assert qualified_on(plan, ELSEWHERE, IN_FORCE, SURGEON, date(2026, 4, 30))
    assert not qualified_on(plan, ELSEWHERE, IN_FORCE, SURGEON, date(2026, 5, 1))


def test_one_of_another_specialty_is_appointed_for_the_stay() -> None:
    told = asked(hospital(), last_day=LAST_DAY).then_recorded(SupervisorAppointed)
    assert told.findings == ()
    assert told.basis[-1].nb == "spesialistforskriften § 25 tredje ledd tredje punktum"


def test_an_appointment_that_outlasts_the_stay_says_so() -> None:
    """What it says beforehand is what becomes of it."""
    told = asked(hospital()).then_recorded(SupervisorAppointed)
    (found,) = told.findings
    assert (found.rule, found.force) == ("R-SUP-02", Force.INFO)
    assert "lasts to 2026-06-30" in found.says.en
    appointed = supervisor_appointed(SURGEON, first_day=FIRST_DAY)
    plan = given(OPENED, hospital(), appointed).case
    (lacking,) = without_basis(plan, ELSEWHERE, IN_FORCE).appointments
    assert lacking == AppointmentWithoutBasis(
        person=SURGEON, first_day=date(2026, 7, 1), last_day=None
    )
    stay = Stay(plan_id=PLAN, plan=plan, setting=ELSEWHERE)
    assert supervision((stay,), IN_FORCE, date(2026, 7, 5)).unqualified == (
        Unqualified(person=SURGEON, span=Span(date(2026, 7, 1), date(2026, 7, 5))),
    )


@pytest.mark.parametrize(
    ("last_day", "long"),
    [
        pytest.param(date(2026, 3, 30), False, id="R-SUP-02-a-day-less-than-three-months"),
        pytest.param(date(2026, 3, 31), True, id="R-SUP-02-three-months"),
    ],
)
def test_whether_a_short_stay_is_long_somebody_says(last_day: date, *, long: bool) -> None:
    question = {"last_day": last_day}
    if long:
        asked(hospital(last_day=last_day), **question).then_recorded(SupervisorAppointed)
        return
    asked(hospital(last_day=last_day), **question).then_refused(NotJustified, rule="R-SUP-02")
    excused = question | {"justification": text("Fire perioder etter hverandre.")}
    told = asked(hospital(last_day=last_day), **excused).then_recorded(SupervisorAppointed)
    (found,) = told.findings
    assert (found.force, found.confidence) == (Force.SOFT, Confidence.C)


def test_a_short_stay_counts_while_the_appointment_with_a_reason_lasts() -> None:
    last_day = date(2026, 3, 30)
    excused = text("Fire perioder etter hverandre.")
    told = asked(
        hospital(last_day=last_day), last_day=date(2026, 2, 15), justification=excused
    ).then_recorded(SupervisorAppointed)
    plan = given(OPENED, hospital(last_day=last_day), told).case
    days = (FIRST_DAY, date(2026, 2, 15), date(2026, 2, 16))
    assert [qualified_on(plan, ELSEWHERE, IN_FORCE, SURGEON, day) for day in days] == [
        True,
        True,
        False,
    ]


def test_guidance_after_the_stay_says_when_it_was_over() -> None:
    plan = given(OPENED, hospital()).case
    found = no_qualified_supervisor(plan, ELSEWHERE, IN_FORCE, SURGEON, date(2026, 7, 1))
    assert found is not None
    assert "was over after 2026-06-30" in found.says.en
    assert [cited.sentence for cited in found.basis] == [2, 3]


def test_without_a_stay_no_reason_makes_up_for_the_specialty() -> None:
    refused = asked(justification=text("Hun er en dyktig kirurg."))
    refused.then_refused(RuleBroken, saying="entered as service", rule="R-SUP-02")
