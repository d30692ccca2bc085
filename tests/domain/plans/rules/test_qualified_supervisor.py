"""Who is qualified to supervise on which day: a specialist, or one who is exempted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.law.exemptions import ExemptionKind
from domain.plans.exemptions import Ending
from domain.plans.goals import GoalApproved
from domain.plans.guidance import SessionDrafted
from domain.plans.qualification import no_qualified_supervisor, qualified_on
from domain.plans.roles import SupervisorAppointed
from domain.plans.rules.appoint_supervisor import appoint_supervisor
from domain.plans.rules.decide_goal import approve_goal
from domain.plans.rules.hold_session import draft_session
from domain.plans.rules.without_basis import AppointmentWithoutBasis, without_basis
from domain.shared.facts import Fact
from domain.shared.findings import Force
from domain.shared.refusals import NotJustified, RuleBroken
from tests.domain.plans.asking import SETTING, appointment, draft
from tests.domain.plans.rules.deciding import decided
from tests.support.exemptions import (
    DAY,
    FIRST_DAY,
    LAST_DAY,
    OTHER_EXEMPTION,
    told_ended,
    told_extended,
    told_granted,
)
from tests.support.history import given
from tests.support.plans import (
    ADVISED_ON,
    NEXT_SUPERVISOR,
    OPENED,
    OUTSIDER,
    READY,
    SUPERVISOR,
    supervisor_appointed,
    text,
)

NO_SPECIALIST = replace(SETTING, specialists={})
"""What other cases say where nobody has the specialty."""
ALL_OF_2026 = told_granted(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("first_day", "accepted"),
    [
        pytest.param(date(2026, 1, 31), False, id="R-SUP-02-the-day-before-the-exemption"),
        pytest.param(FIRST_DAY, True, id="R-SUP-02-appointed-1-Feb-2026"),
        pytest.param(LAST_DAY, True, id="R-SUP-02-appointed-on-the-last-day"),
        pytest.param(date(2026, 8, 1), False, id="R-SUP-02-appointed-the-day-after"),
    ],
)
def test_one_without_the_specialty_is_appointed_while_exempted(
    first_day: date, *, accepted: bool
) -> None:
    asked: dict[str, Any] = {
        "first_day": first_day,
        "setting": replace(NO_SPECIALIST, leaders={OUTSIDER: (Span(date(2019, 3, 1)),)}),
        "by": OUTSIDER,
    }
    then = given(OPENED, told_granted()).when(
        lambda plan: appoint_supervisor(appointment(plan, **asked))
    )
    if not accepted:
        then.then_refused(RuleBroken, rule="R-SUP-02")
        return
    told = then.then_recorded(SupervisorAppointed)
    assert isinstance(told, SupervisorAppointed)
    assert told.basis[-1].nb == "spesialistforskriften § 25 fjerde ledd"
    (found,) = told.findings
    assert (found.rule, found.force) == ("R-EXM-01", Force.INFO)
    assert "lasts to 2026-07-31" in found.says.en


def test_an_appointment_that_ends_with_the_exemption_is_no_matter() -> None:
    asked = {"first_day": FIRST_DAY, "last_day": LAST_DAY, "setting": NO_SPECIALIST}
    asked["setting"] = replace(NO_SPECIALIST, leaders=SETTING.leaders)
    then = given(OPENED, told_granted()).when(
        lambda plan: appoint_supervisor(appointment(plan, **asked))
    )
    told = then.then_recorded(SupervisorAppointed)
    assert isinstance(told, SupervisorAppointed)
    assert told.findings == ()


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        pytest.param(FIRST_DAY, None, id="R-SUP-02-ok-from-1-Feb-2026"),
        pytest.param(LAST_DAY, None, id="R-SUP-02-ok-until-31-Jul-2026"),
        pytest.param(date(2026, 8, 1), "R-EXM-01", id="R-SUP-02-invalid-on-1-Aug-2026"),
        pytest.param(date(2026, 1, 31), "R-SUP-02", id="R-SUP-02-invalid-before"),
    ],
)
@pytest.mark.parametrize("noted", [(), (told_ended(),)], ids=["unnoticed", "noticed"])
def test_the_assignment_is_invalid_from_the_day_after(
    day: date, rule: str | None, noted: tuple[Fact, ...]
) -> None:
    facts = (OPENED, told_granted(), supervisor_appointed(first_day=FIRST_DAY), *noted)
    plan = given(*facts).case
    found = no_qualified_supervisor(plan, NO_SPECIALIST, IN_FORCE, SUPERVISOR, day)
    assert (found and found.rule) == rule
    lacking = without_basis(plan, NO_SPECIALIST, IN_FORCE).appointments
    assert lacking == (
        AppointmentWithoutBasis(person=SUPERVISOR, first_day=date(2026, 8, 1), last_day=None),
    )


@pytest.mark.parametrize(
    ("held_on", "flagged"),
    [
        pytest.param(date(2026, 12, 31), False, id="AMB-53-session-on-the-last-day-counts"),
        pytest.param(date(2027, 1, 15), True, id="R-EXM-01-session-15-Jan-2027-is-flagged"),
    ],
)
def test_a_session_after_the_exemption_is_recorded_and_flagged(
    held_on: date, *, flagged: bool
) -> None:
    facts = (OPENED, ALL_OF_2026, supervisor_appointed(first_day=date(2026, 1, 1)))
    then = given(*facts).when(
        lambda plan: draft_session(draft(plan, held_on=held_on, setting=NO_SPECIALIST))
    )
    told = then.then_recorded(SessionDrafted)
    assert isinstance(told, SessionDrafted)
    assert [(found.rule, found.force) for found in told.findings] == (
        [("R-EXM-01", Force.SOFT)] if flagged else []
    )
    if flagged:
        assert "No qualified supervisor" in told.findings[0].says.en
        assert [basis.paragraph for basis in told.findings[0].basis] == [3, 4]
    plan = given(*facts, told).case
    lacking = without_basis(plan, NO_SPECIALIST, IN_FORCE).sessions
    assert [session.held_on for session in lacking] == ([held_on] if flagged else [])


def test_a_session_by_a_specialist_is_recorded_without_findings() -> None:
    told = given(OPENED, supervisor_appointed()).when(lambda plan: draft_session(draft(plan)))
    session = told.then_recorded(SessionDrafted)
    assert isinstance(session, SessionDrafted)
    assert session.findings == ()


def test_the_municipality_declares_nobody_experienced_enough() -> None:
    """R-REG-08: what the hearing proposed was not adopted; no reason makes up for a decision."""
    asked = {
        "person": OUTSIDER,
        "first_day": date(2026, 3, 1),
        "setting": NO_SPECIALIST,
        "justification": text("Betydelig erfaring."),
    }
    then = given(OPENED, told_granted()).when(
        lambda plan: appoint_supervisor(appointment(plan, **asked))
    )
    then.then_refused(RuleBroken, saying="not recorded as a specialist", rule="R-SUP-02")


@pytest.mark.parametrize(
    ("facts", "day", "qualified"),
    [
        pytest.param((told_granted(),), LAST_DAY, True, id="AMB-53-the-last-day"),
        pytest.param((told_granted(),), LAST_DAY + DAY, False, id="R-EXM-01-the-day-after"),
        pytest.param(
            (told_granted(), told_extended(date(2026, 12, 31))),
            date(2026, 12, 31),
            True,
            id="R-EXM-01-extended",
        ),
        pytest.param(
            (told_granted(), told_ended(date(2026, 3, 31), Ending.REVOKED)),
            date(2026, 4, 1),
            False,
            id="R-EXM-01-revoked",
        ),
        pytest.param(
            (told_granted(), told_ended(date(2026, 1, 25), Ending.REVOKED)),
            FIRST_DAY,
            False,
            id="R-EXM-01-revoked-before-it-began",
        ),
        pytest.param(
            (told_granted(supervisor=NEXT_SUPERVISOR),), FIRST_DAY, False, id="R-EXM-01-another"
        ),
        pytest.param(
            (told_granted(kind=ExemptionKind.HALF_TIME_PRACTICE, supervisor=None),),
            FIRST_DAY,
            False,
            id="R-SVC-03-the-other-kind",
        ),
        pytest.param(
            (
                told_granted(),
                told_granted(LAST_DAY, date(2027, 7, 31), exemption=OTHER_EXEMPTION),
            ),
            date(2027, 7, 31),
            True,
            id="R-EXM-01-another-exemption-follows",
        ),
    ],
)
def test_an_exemption_counts_through_its_last_day(
    facts: tuple[Fact, ...], day: date, *, qualified: bool
) -> None:
    plan = given(OPENED, *facts).case
    assert qualified_on(plan, NO_SPECIALIST, IN_FORCE, SUPERVISOR, day) is qualified


@pytest.mark.parametrize(
    ("last_day", "reasoned"),
    [
        pytest.param(ADVISED_ON, False, id="R-SUP-02-advice-on-the-last-day"),
        pytest.param(ADVISED_ON - DAY, True, id="R-SUP-02-advice-the-day-after"),
    ],
)
def test_advice_by_one_exempted_is_heard_as_a_specialists(
    last_day: date, *, reasoned: bool
) -> None:
    setting = replace(SETTING, specialists={})
    facts = (*READY, told_granted(date(2026, 1, 1), last_day))
    then = decided(approve_goal, *facts, setting=setting)
    if reasoned:
        then.then_refused(NotJustified, rule="R-SUP-02")
    else:
        then.then_recorded(GoalApproved)
