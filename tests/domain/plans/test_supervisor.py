"""Who may be appointed the doctor's supervisor (veileder)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.law.proposed import PROPOSED
from domain.plans.roles import SupervisorAppointed
from domain.plans.rules.appoint_supervisor import appoint_supervisor
from domain.shared.citation import Citation
from domain.shared.findings import Force
from domain.shared.refusals import Invalid, NotAllowed, NotJustified, RuleBroken
from tests.domain.plans.asking import DEPUTY_DAYS, LEANT_ON, SETTING, appointment
from tests.support.history import given
from tests.support.plans import (
    DAY,
    DEPUTY,
    DOCTOR,
    LEADER,
    NEXT_SUPERVISOR,
    OPENED,
    OUTSIDER,
    STARTS,
    SUPERVISOR,
    supervisor_appointed,
    supervisor_released,
    text,
)

EXEMPTED = Span(date(2026, 2, 1), date(2026, 7, 31))
LAST_DAY = date(2026, 1, 31)


def test_a_specialist_with_a_course_is_appointed_without_findings() -> None:
    """L-SPF-25, R-SUP-02."""
    then = given(OPENED).when(lambda plan: appoint_supervisor(appointment(plan)))
    then.then(
        SupervisorAppointed(
            person=SUPERVISOR,
            first_day=STARTS,
            last_day=None,
            appointed_by=LEADER,
            appointed_on=DAY,
            seen=(LEANT_ON,),
            law=IN_FORCE.version,
            basis=(
                Citation(act="spesialistforskriften", section="25", paragraph=1, letter="d"),
                Citation(act="spesialistforskriften", section="25", paragraph=3, sentence=2),
            ),
            findings=(),
        )
    )


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        pytest.param({"by": OUTSIDER}, "R-ROL-03", id="R-ROL-03-no-leader"),
        pytest.param({"by": SUPERVISOR}, "R-ROL-03", id="R-ROL-01-a-supervisor-appoints-nobody"),
        pytest.param({"person": DOCTOR}, "R-ROL-02", id="R-ROL-02-oneself"),
        pytest.param({"person": OUTSIDER}, "R-SUP-02", id="R-SUP-02-no-specialist"),
        pytest.param(
            {"by": DEPUTY, "on": DEPUTY_DAYS.first_day - timedelta(days=1)},
            "R-ROL-03",
            id="AMB-25-a-deputy-before-the-first-day",
        ),
        pytest.param(
            {"by": DEPUTY, "on": DEPUTY_DAYS.last_day + timedelta(days=1)},
            "R-ROL-03",
            id="AMB-25-a-deputy-after-the-last-day",
        ),
    ],
)
def test_a_supervisor_is_not_appointed(changed: dict[str, Any], rule: str) -> None:
    then = given(OPENED).when(lambda plan: appoint_supervisor(appointment(plan, **changed)))
    then.then_refused(RuleBroken, rule=rule)


@pytest.mark.parametrize("day", [DEPUTY_DAYS.first_day, DEPUTY_DAYS.last_day])
def test_a_deputy_appoints_on_the_days_of_office(day: date) -> None:
    then = given(OPENED).when(lambda plan: appoint_supervisor(appointment(plan, by=DEPUTY, on=day)))
    then.then_recorded(SupervisorAppointed)


@pytest.mark.parametrize(
    ("first_day", "accepted"),
    [
        pytest.param(date(2026, 1, 31), False, id="R-SUP-02-the-day-before-approval-or-exemption"),
        pytest.param(date(2026, 2, 1), True, id="R-SUP-02-the-first-day"),
        pytest.param(date(2026, 7, 31), True, id="R-SUP-02-the-last-day"),
        pytest.param(date(2026, 8, 1), False, id="R-SUP-02-the-day-after"),
    ],
)
def test_the_supervisor_counts_as_specialist_on_the_days_recorded(
    first_day: date, *, accepted: bool
) -> None:
    setting = replace(SETTING, specialists={SUPERVISOR: (EXEMPTED,)})
    then = given(OPENED).when(
        lambda plan: appoint_supervisor(appointment(plan, first_day=first_day, setting=setting))
    )
    if accepted:
        then.then_recorded(SupervisorAppointed)
    else:
        then.then_refused(RuleBroken, saying="specialist in allmennmedisin", rule="R-SUP-02")


def test_without_a_course_a_supervisor_is_appointed_only_with_a_reason() -> None:
    setting = replace(SETTING, course_days={})
    without = given(OPENED).when(
        lambda plan: appoint_supervisor(appointment(plan, setting=setting))
    )
    told = without.then_refused(NotJustified, saying="No supervisor course", rule="R-SUP-08")
    assert told.code == "justification-missing"
    assert told.field == "justification"

    reason = text("Kurs er bestilt.")
    reasoned = given(OPENED).when(
        lambda plan: appoint_supervisor(appointment(plan, setting=setting, justification=reason))
    )
    fact = reasoned.then_recorded(SupervisorAppointed)
    assert isinstance(fact, SupervisorAppointed)
    assert fact.justification == reason
    assert [(f.rule, f.force) for f in fact.findings] == [("R-SUP-08", Force.SOFT)]


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        pytest.param(STARTS, False, id="R-SUP-08-taken-the-same-day"),
        pytest.param(STARTS + timedelta(days=1), True, id="R-SUP-08-taken-the-day-after"),
    ],
)
def test_a_course_counts_from_the_day_it_was_taken(taken: date, *, told: bool) -> None:
    setting = replace(SETTING, course_days={SUPERVISOR: (taken,)})
    then = given(OPENED).when(lambda plan: appoint_supervisor(appointment(plan, setting=setting)))
    if told:
        then.then_refused(NotJustified, rule="R-SUP-08")
    else:
        then.then_recorded(SupervisorAppointed)


def test_all_that_forbids_the_appointment_is_told_but_not_what_could_be_excused() -> None:
    then = given(OPENED).when(
        lambda plan: appoint_supervisor(appointment(plan, person=DOCTOR, by=OUTSIDER))
    )
    told = then.then_refused(RuleBroken)
    assert isinstance(told, RuleBroken)
    assert [finding.rule for finding in told.findings] == ["R-ROL-03", "R-ROL-02", "R-SUP-02"]


@pytest.mark.parametrize(
    ("first_day", "refused"),
    [
        pytest.param(LAST_DAY, True, id="L-KP-01-on-the-last-day-of-the-one-before"),
        pytest.param(LAST_DAY + timedelta(days=1), False, id="L-KP-01-the-day-after"),
    ],
)
def test_a_doctor_has_one_supervisor_at_a_time(first_day: date, *, refused: bool) -> None:
    at = given(OPENED, supervisor_appointed(), supervisor_released(last_day=LAST_DAY))
    then = at.when(
        lambda plan: appoint_supervisor(
            appointment(plan, person=NEXT_SUPERVISOR, first_day=first_day)
        )
    )
    if refused:
        then.then_refused(NotAllowed, saying="release them first", rule="L-KP-01")
    else:
        then.then_recorded(SupervisorAppointed)


def test_an_appointment_that_would_run_into_the_next_is_refused() -> None:
    at = given(OPENED, supervisor_appointed(NEXT_SUPERVISOR, first_day=date(2026, 3, 1)))
    open_ended = at.when(lambda plan: appoint_supervisor(appointment(plan)))
    open_ended.then_refused(NotAllowed, rule="L-KP-01")
    until_then = at.when(
        lambda plan: appoint_supervisor(appointment(plan, last_day=date(2026, 2, 28)))
    )
    until_then.then_recorded(SupervisorAppointed)


def test_an_appointment_does_not_end_before_it_begins() -> None:
    then = given(OPENED).when(
        lambda plan: appoint_supervisor(appointment(plan, last_day=STARTS - timedelta(days=1)))
    )
    then.then_refused(Invalid, saying="cannot be before")


def test_great_experience_does_under_the_hearing_alone_and_with_a_reason() -> None:
    """R-REG-08: proposed and not adopted."""
    nobody = replace(SETTING, specialists={})
    asked = appointment(given(OPENED).case, setting=nobody, law=PROPOSED["hearing-2024"])
    with pytest.raises(NotJustified):
        appoint_supervisor(asked)
    excused = replace(asked, justification=text("Betydelig erfaring."))
    assert "R-SUP-02" in [finding.rule for finding in appoint_supervisor(excused).findings]
    with pytest.raises(RuleBroken, match="not recorded as a specialist"):
        appoint_supervisor(replace(excused, law=IN_FORCE))
