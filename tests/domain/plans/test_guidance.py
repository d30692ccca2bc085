"""Guidance sessions: entered, minuted, finalised or discarded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain.plans.guidance import LONGEST, SessionFinalised, SessionStage
from domain.plans.rules.evidence import shown_for
from domain.plans.rules.hold_session import (
    TakingPart,
    draft_session,
    finalise_session,
    refuse_outsider,
)
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from tests.domain.plans.asking import draft, finalisation
from tests.support.history import given
from tests.support.plans import (
    APPOINTED,
    DAY,
    DOCTOR,
    GOAL,
    HELD_ON,
    LEADER,
    MIDWIFE,
    NEXT_SUPERVISOR,
    OPENED,
    OUTSIDER,
    SESSION,
    SUPERVISOR,
    discarded,
    drafted,
    finalised,
    minuted,
    supervisor_appointed,
    supervisor_released,
    text,
)

DRAFTED = (*APPOINTED, drafted(SESSION, GOAL))
MINUTED = (*DRAFTED, minuted())


@pytest.mark.parametrize(
    "by",
    [
        pytest.param(DOCTOR, id="R-ROL-01-doctor"),
        pytest.param(SUPERVISOR, id="R-ROL-01-supervisor"),
    ],
)
def test_doctor_or_supervisor_enters_a_session(by: Id) -> None:
    then = given(*APPOINTED).when(lambda plan: draft_session(draft(plan, by=by)))
    then.then(drafted(SESSION, GOAL, by=by))


@pytest.mark.parametrize(
    "by",
    [
        pytest.param(LEADER, id="R-ROL-01-leader"),
        pytest.param(MIDWIFE, id="R-ROL-01-clinical-supervisor"),
        pytest.param(OUTSIDER, id="R-ROL-01-outsider"),
    ],
)
def test_nobody_else_enters_a_session(by: Id) -> None:
    then = given(*APPOINTED).when(lambda plan: draft_session(draft(plan, by=by)))
    then.then_refused(RuleBroken, saying="Only the doctor and the supervisor", rule="R-ROL-01")


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"supervisor": NEXT_SUPERVISOR}, id="R-SUP-01-never-appointed"),
        pytest.param({"supervisor": MIDWIFE}, id="R-SUP-01-clinical-supervisor"),
        pytest.param({"held_on": date(2025, 8, 31)}, id="R-SUP-01-before-the-first-day"),
    ],
)
def test_guidance_is_given_by_the_supervisor_appointed_that_day(changed: dict[str, Any]) -> None:
    then = given(*APPOINTED).when(lambda plan: draft_session(draft(plan, **changed)))
    then.then_refused(RuleBroken, saying="was not the doctor's supervisor", rule="R-SUP-01")


def test_a_session_held_on_the_supervisors_last_day_is_entered_later() -> None:
    at = given(*APPOINTED, supervisor_released(last_day=HELD_ON))
    at.when(lambda plan: draft_session(draft(plan))).then(drafted(SESSION, GOAL))
    late = at.when(lambda plan: draft_session(draft(plan, held_on=HELD_ON + timedelta(days=1))))
    late.then_refused(RuleBroken, rule="R-SUP-01")


def test_everything_wrong_with_a_session_is_told_at_once() -> None:
    then = given(OPENED).when(lambda plan: draft_session(draft(plan, by=OUTSIDER)))
    told = then.then_refused(RuleBroken)
    assert isinstance(told, RuleBroken)
    assert [finding.rule for finding in told.findings] == ["R-SUP-01", "R-ROL-01"]


@pytest.mark.parametrize("minutes", [1, LONGEST])
def test_a_session_lasts_between_a_minute_and_a_working_day(minutes: int) -> None:
    then = given(*APPOINTED).when(lambda plan: draft_session(draft(plan, duration_minutes=minutes)))
    then.then(drafted(SESSION, GOAL, minutes=minutes))


@pytest.mark.parametrize("minutes", [-30, 0, LONGEST + 1])
def test_any_other_duration_is_a_typing_error(minutes: int) -> None:
    then = given(*APPOINTED).when(lambda plan: draft_session(draft(plan, duration_minutes=minutes)))
    assert then.then_refused(Invalid, saying="between 1 and 600").field == "durationMinutes"


def test_a_session_is_entered_once() -> None:
    then = given(*DRAFTED).when(lambda plan: draft_session(draft(plan)))
    then.then_refused(NotAllowed, saying="already exists")


def test_the_minutes_of_a_draft_are_written_and_written_again() -> None:
    for history in (DRAFTED, MINUTED):
        then = given(*history).when(
            lambda plan: plan.guidance.write_minutes(
                SESSION, text("referat"), by=DOCTOR, on=HELD_ON
            )
        )
        then.then(minuted())


def test_only_those_who_took_part_write_in_a_session() -> None:
    plan = given(*DRAFTED).case
    for by in (DOCTOR, SUPERVISOR):
        refuse_outsider(TakingPart(plan=plan, session=SESSION, by=by))
    for by in (LEADER, MIDWIFE, NEXT_SUPERVISOR):
        with pytest.raises(RuleBroken, match="took part"):
            refuse_outsider(TakingPart(plan=plan, session=SESSION, by=by))
    with pytest.raises(NotFound):
        refuse_outsider(TakingPart(plan=plan, session=OUTSIDER, by=DOCTOR))


def test_the_supervisor_who_held_the_session_finalises_it() -> None:
    then = given(*MINUTED).when(lambda plan: finalise_session(finalisation(plan)))
    then.then(SessionFinalised(session=SESSION, finalised_by=SUPERVISOR, finalised_on=DAY))


def test_a_former_supervisor_still_finalises_the_sessions_held() -> None:
    at = given(
        *MINUTED,
        supervisor_released(last_day=HELD_ON),
        supervisor_appointed(NEXT_SUPERVISOR, first_day=HELD_ON + timedelta(days=1)),
    )
    at.when(lambda plan: finalise_session(finalisation(plan))).then_recorded(SessionFinalised)
    other = at.when(lambda plan: finalise_session(finalisation(plan, by=NEXT_SUPERVISOR)))
    other.then_refused(RuleBroken, saying="who held the session", rule="R-SUP-04")


@pytest.mark.parametrize(
    "by",
    [
        pytest.param(DOCTOR, id="R-SUP-04-the-doctor"),
        pytest.param(LEADER, id="R-SUP-04-the-leader"),
        pytest.param(MIDWIFE, id="R-SUP-04-a-clinical-supervisor"),
    ],
)
def test_nobody_else_finalises_a_session(by: Id) -> None:
    then = given(*MINUTED).when(lambda plan: finalise_session(finalisation(plan, by=by)))
    then.then_refused(RuleBroken, saying="Only the supervisor", rule="R-SUP-04")


def test_a_session_without_minutes_is_not_finalised() -> None:
    """R-SUP-04: 4 February 2026, two hours, no minutes: it stays a draft."""
    then = given(*DRAFTED).when(lambda plan: finalise_session(finalisation(plan)))
    then.then_refused(RuleBroken, saying="no minutes", rule="R-SUP-04")


def test_missing_minutes_and_a_wrong_person_are_told_together() -> None:
    then = given(*DRAFTED).when(lambda plan: finalise_session(finalisation(plan, by=DOCTOR)))
    told = then.then_refused(RuleBroken)
    assert isinstance(told, RuleBroken)
    assert len(told.findings) == 2


def test_a_draft_is_taken_out_again() -> None:
    then = given(*DRAFTED).when(lambda plan: plan.guidance.discard(SESSION, by=DOCTOR, on=HELD_ON))
    then.then(discarded())


@pytest.mark.parametrize("closing", [finalised(), discarded()], ids=["finalised", "discarded"])
def test_a_closed_session_is_never_changed(closing: Any) -> None:
    at = given(*MINUTED, closing)
    guidance = at.case.guidance
    for act in (
        lambda _: guidance.write_minutes(SESSION, text(), by=DOCTOR, on=HELD_ON),
        lambda _: guidance.discard(SESSION, by=DOCTOR, on=HELD_ON),
        lambda plan: finalise_session(finalisation(plan)),
    ):
        at.when(act).then_refused(NotAllowed, saying="cannot be changed", rule="R-SUP-04")


def test_a_session_nobody_entered_is_not_found() -> None:
    at = given(*APPOINTED)
    guidance = at.case.guidance
    for act in (
        lambda _: guidance.write_minutes(SESSION, text(), by=DOCTOR, on=HELD_ON),
        lambda _: guidance.discard(SESSION, by=DOCTOR, on=HELD_ON),
        lambda plan: finalise_session(finalisation(plan)),
    ):
        assert at.when(act).then_refused(NotFound).code == "unknown-session"


def test_a_session_remembers_its_stage_and_the_versions_of_its_facts() -> None:
    session = given(*MINUTED, finalised()).case.guidance.session(SESSION)
    assert session.stage is SessionStage.FINALISED
    assert (session.drafted_at, session.minuted_at, session.finalised_at) == (4, 5, 6)
    pending = given(*DRAFTED).case.guidance.session(SESSION)
    assert pending.stage is SessionStage.DRAFT
    assert pending.drafted.duration_minutes == 120


def test_a_session_shows_something_for_every_goal_it_was_linked_to() -> None:
    """R-SUP-09: linked to a clinical and a common goal, it is evidence for both."""
    at = given(*APPOINTED, drafted(SESSION, "ALM-012", "FKM-003"), minuted(), finalised())
    for goal in ("ALM-012", "FKM-003"):
        (seen,) = shown_for(at.case, goal, date(2026, 3, 1), at.stored, replaced=())
        assert seen.version == at.case.guidance.sessions[SESSION].finalised_at
    assert shown_for(at.case, "ALM-013", date(2026, 3, 1), at.stored, replaced=()) == ()
