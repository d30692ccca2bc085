"""Recorded facts of one doctor's training, in few words. They are made here, never acted out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.plans.activities import (
    ActivityKind,
    ActivityLogged,
    ActivityReturned,
    ActivitySigned,
    ActivitySubmitted,
    Channel,
    Presence,
)
from domain.plans.corrections import FactCorrected
from domain.plans.goals import (
    Advice,
    GoalApproved,
    GoalCarriedOver,
    GoalNotAchieved,
    GoalRecalled,
    GoalRecommended,
    GoalReturned,
    GoalSubmitted,
)
from domain.plans.guidance import (
    SessionDiscarded,
    SessionDrafted,
    SessionFinalised,
    SessionMinuted,
)
from domain.plans.opening import ArenasPlanned, EmploymentModel, PlanOpened
from domain.plans.programme import Party
from domain.plans.roles import (
    Capacity,
    ClinicalSupervisorAppointed,
    ClinicalSupervisorReleased,
    SupervisorAppointed,
    SupervisorReleased,
)
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from tests.support import programme

DOCTOR = Id(f"{UUID(int=0xD0C)}")
SUPERVISOR = Id(f"{UUID(int=0x5A1)}")
NEXT_SUPERVISOR = Id(f"{UUID(int=0x5A2)}")
MIDWIFE = Id(f"{UUID(int=0x3D1)}")
SURGEON = Id(f"{UUID(int=0x3D2)}")
LEADER = Id(f"{UUID(int=0x1E1)}")
DEPUTY = Id(f"{UUID(int=0x1E2)}")
OUTSIDER = Id(f"{UUID(int=0x0F1)}")
ORGANISATION = Id(f"{UUID(int=0x09A)}")

SESSION = Id(f"{UUID(int=0x551)}")
OTHER_SESSION = Id(f"{UUID(int=0x552)}")
ACTIVITY = Id(f"{UUID(int=0xAC1)}")
OTHER_ACTIVITY = Id(f"{UUID(int=0xAC2)}")

GOAL = "ALM-031"
OTHER_GOAL = "ALM-012"

STARTS = date(2025, 9, 1)
HELD_ON = date(2026, 2, 4)
SIGNED_ON = date(2026, 2, 6)
ADVISED_ON = date(2026, 2, 9)
SUBMITTED_ON = date(2026, 2, 10)
DAY = date(2026, 2, 12)

LAW = "in-force/2026-07-02"

OPENED = PlanOpened(
    doctor=DOCTOR,
    organisation=ORGANISATION,
    employment_model=EmploymentModel.SALARIED_GP,
    starts_on=STARTS,
    part_one_completed_on=date(2025, 8, 31),
    part_one_exception=None,
    opened_by=LEADER,
    opened_on=date(2025, 8, 15),
    seen=(),
    law=LAW,
    basis=(),
    findings=(),
)


def text(words: str = "ord") -> Confidential:
    return Confidential(words)


def arenas_planned(*arenas: str) -> ArenasPlanned:
    return ArenasPlanned(arenas=arenas, planned_by=LEADER, planned_on=STARTS)


def supervisor_appointed(
    person: Id = SUPERVISOR, *, first_day: date = STARTS, last_day: date | None = None
) -> SupervisorAppointed:
    return SupervisorAppointed(
        person=person,
        first_day=first_day,
        last_day=last_day,
        appointed_by=LEADER,
        appointed_on=first_day,
        seen=(),
        law=LAW,
        basis=(),
        findings=(),
    )


def supervisor_released(person: Id = SUPERVISOR, *, last_day: date) -> SupervisorReleased:
    return SupervisorReleased(person=person, last_day=last_day)


def clinical_supervisor_appointed(
    person: Id = MIDWIFE, *, first_day: date = STARTS, last_day: date | None = None
) -> ClinicalSupervisorAppointed:
    return ClinicalSupervisorAppointed(
        person=person,
        competence_area="svangerskapsomsorg",
        first_day=first_day,
        last_day=last_day,
        appointed_by=LEADER,
        appointed_on=first_day,
    )


def clinical_supervisor_released(
    person: Id = MIDWIFE, *, last_day: date
) -> ClinicalSupervisorReleased:
    return ClinicalSupervisorReleased(person=person, last_day=last_day)


def drafted(
    session: Id = SESSION, *goals: str, minutes: int = 120, by: Id = DOCTOR
) -> SessionDrafted:
    return SessionDrafted(
        session=session,
        supervisor=SUPERVISOR,
        held_on=HELD_ON,
        duration_minutes=minutes,
        goals=goals,
        drafted_by=by,
    )


def minuted(session: Id = SESSION) -> SessionMinuted:
    return SessionMinuted(
        session=session, minutes=text("referat"), written_by=DOCTOR, written_on=HELD_ON
    )


def finalised(session: Id = SESSION) -> SessionFinalised:
    return SessionFinalised(session=session, finalised_by=SUPERVISOR, finalised_on=HELD_ON)


def discarded(session: Id = SESSION) -> SessionDiscarded:
    return SessionDiscarded(session=session, discarded_by=DOCTOR, discarded_on=HELD_ON)


def logged(
    activity: Id = ACTIVITY,
    *goals: str,
    kind: ActivityKind = ActivityKind.CASE_DISCUSSION,
    presence: Presence = Presence.ANY,
    done_on: date = HELD_ON,
) -> ActivityLogged:
    return ActivityLogged(
        activity=activity,
        kind=kind,
        presence=presence,
        done_on=done_on,
        arena="ARE-04",
        goals=goals,
    )


def procedure(activity: Id = ACTIVITY) -> ActivityLogged:
    return logged(activity, kind=ActivityKind.PROCEDURE, presence=Presence.ON_SITE_REQUIRED)


def sent(activity: Id = ACTIVITY, *, to: Id = MIDWIFE) -> ActivitySubmitted:
    return ActivitySubmitted(activity=activity, to=to, submitted_on=HELD_ON)


def signed(activity: Id = ACTIVITY, *, by: Id = MIDWIFE, on: date = SIGNED_ON) -> ActivitySigned:
    return ActivitySigned(
        activity=activity,
        signed_by=by,
        capacity=Capacity.CLINICAL_SUPERVISOR,
        channel=Channel.ON_SITE,
        signed_on=on,
    )


def sent_back(activity: Id = ACTIVITY, *, by: Id = MIDWIFE) -> ActivityReturned:
    return ActivityReturned(
        activity=activity, returned_by=by, comment=text("hvilken dag?"), returned_on=HELD_ON
    )


def submitted(goal: str = GOAL, *, on: date = SUBMITTED_ON) -> GoalSubmitted:
    return GoalSubmitted(goal=goal, consulted=SUPERVISOR, consulted_on=HELD_ON, submitted_on=on)


def recalled(goal: str = GOAL) -> GoalRecalled:
    return GoalRecalled(goal=goal, recalled_on=SUBMITTED_ON)


def recommended(
    goal: str = GOAL,
    *,
    by: Id = SUPERVISOR,
    capacity: Capacity = Capacity.SUPERVISOR,
    advice: Advice = Advice.ACHIEVED,
    on: date = ADVISED_ON,
) -> GoalRecommended:
    return GoalRecommended(
        goal=goal, given_by=by, capacity=capacity, advice=advice, given_on=on, rationale=text()
    )


def clinically_recommended(
    goal: str = GOAL, *, by: Id = MIDWIFE, on: date = ADVISED_ON
) -> GoalRecommended:
    return recommended(goal, by=by, capacity=Capacity.CLINICAL_SUPERVISOR, on=on)


def approved(goal: str = GOAL, *, on: date = DAY) -> GoalApproved:
    return GoalApproved(
        goal=goal,
        approved_by=LEADER,
        approved_on=on,
        statement=text("kompetansen er oppnådd"),
        justification=None,
        heard=(),
        evidence=(),
        law=LAW,
        basis=(),
        findings=(),
    )


def not_achieved(goal: str = GOAL, *, on: date = DAY) -> GoalNotAchieved:
    return GoalNotAchieved(
        goal=goal,
        decided_by=LEADER,
        decided_on=on,
        reasons=text("mer erfaring trengs"),
        justification=None,
        heard=(),
        evidence=(),
        law=LAW,
        basis=(),
        findings=(),
    )


def returned(goal: str = GOAL) -> GoalReturned:
    return GoalReturned(goal=goal, returned_by=LEADER, returned_on=DAY, comment=text("se punkt 2"))


def carried_over(goal: str = GOAL) -> GoalCarriedOver:
    return GoalCarriedOver(
        goal=goal, approved_on=date(2024, 5, 6), stated_in="Kompetanseportalen", seen=()
    )


def corrected(
    version: int, fact: str = "plan.goal-approved", *, evidence_in: tuple[int, ...] = ()
) -> FactCorrected:
    return FactCorrected(
        corrects=version,
        corrected_fact=fact,
        corrected_by=LEADER,
        corrected_on=DAY,
        reason=text("feil"),
        evidence_in=evidence_in,
    )


APPOINTED = (OPENED, supervisor_appointed(), clinical_supervisor_appointed())
"""A plan with a supervisor and a midwife as clinical supervisor from its first day."""

TOOK_PART = (*APPOINTED, logged(ACTIVITY, GOAL), sent(), signed())
"""The midwife has signed something for the doctor."""

PLANNED = (
    programme.proposed(by=DOCTOR, on=STARTS),
    programme.agreed(by=LEADER, party=Party.LEADER, on=STARTS),
    programme.agreed(by=SUPERVISOR, party=Party.SUPERVISOR, on=STARTS),
)
"""The three have agreed to an individual plan from the first day."""

READY = (*TOOK_PART, recommended(), clinically_recommended(), submitted(), *PLANNED)
"""Everything a leader needs to approve the goal."""
