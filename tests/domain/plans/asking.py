"""Questions with every answer in order, of which a test changes one thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from domain.calendar.spans import Span
from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.plans.activities import Channel
from domain.plans.goals import Advice
from domain.plans.opening import EmploymentModel
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.rules.appoint_supervisor import SupervisorAppointment
from domain.plans.rules.correct_goal import Correction, Returning
from domain.plans.rules.decide_goal import Outcome
from domain.plans.rules.hold_session import Draft, Finalisation
from domain.plans.rules.open_plan import PlanOpening
from domain.plans.rules.sign_activity import SendingBack, Signing, Submitting
from domain.plans.rules.submit_goal import Recommendation, Submission
from domain.plans.setting import Setting
from domain.shared.facts import Seen
from domain.shared.ids import Id
from tests.support import plans
from tests.support.history import Given, StoredInMemory, given
from tests.support.plans import (
    ACTIVITY,
    ADVISED_ON,
    DAY,
    DEPUTY,
    DOCTOR,
    GOAL,
    HELD_ON,
    LEADER,
    MIDWIFE,
    NEXT_SUPERVISOR,
    ORGANISATION,
    SESSION,
    SIGNED_ON,
    STARTS,
    SUBMITTED_ON,
    SUPERVISOR,
)

IN_FORCE_GOALS = frozenset({GOAL, plans.OTHER_GOAL})
LEANT_ON = Seen(case=ORGANISATION, version=3, sha256="0" * 64)
DEPUTY_DAYS = Span(date(2026, 7, 1), date(2026, 7, 31))
ALWAYS = (Span(date(2019, 3, 1)),)

SETTING = Setting(
    leaders={LEADER: (Span(date(2025, 1, 1), date(2026, 6, 30)),), DEPUTY: (DEPUTY_DAYS,)},
    specialists={SUPERVISOR: ALWAYS, NEXT_SUPERVISOR: ALWAYS, LEADER: ALWAYS},
    authorised={DOCTOR: ALWAYS},
    course_days={SUPERVISOR: (date(2024, 5, 1),), NEXT_SUPERVISOR: (date(2024, 5, 1),)},
    registered=(Span(date(2019, 2, 1)),),
    leant_on=(LEANT_ON,),
)


def outcome(at: Given[TrainingPlan], **changed: Any) -> Outcome:
    """Ask to decide; the three have agreed to an individual plan unless the facts tell of one."""
    if not at.case.programme.versions:
        at.case.fold(plans.PLANNED)
    asked = Outcome(
        plan=at.case,
        goal=GOAL,
        by=LEADER,
        on=DAY,
        today=DAY,
        in_force=IN_FORCE_GOALS,
        replaced=CATALOGUE.replaced_by(changed.get("goal", GOAL)),
        setting=SETTING,
        law=IN_FORCE,
        stored=at.stored,
        statement=plans.text("Legen leder svangerskapskontroller på egen hånd."),
    )
    return replace(asked, **changed)


OPENED_ON = date(2026, 3, 1)


def opening(**changed: Any) -> PlanOpening:
    asked = PlanOpening(
        plan=given().case,
        doctor=DOCTOR,
        organisation=ORGANISATION,
        employment_model=EmploymentModel.SALARIED_GP,
        starts_on=date(2026, 3, 1),
        part_one_completed_on=date(2026, 2, 28),
        part_one_exception=None,
        by=LEADER,
        on=OPENED_ON,
        setting=SETTING,
        law=IN_FORCE,
    )
    return replace(asked, **changed)


def appointment(plan: TrainingPlan, **changed: Any) -> SupervisorAppointment:
    asked = SupervisorAppointment(
        plan=plan,
        person=SUPERVISOR,
        first_day=STARTS,
        last_day=None,
        by=LEADER,
        on=DAY,
        setting=SETTING,
        law=IN_FORCE,
    )
    return replace(asked, **changed)


def draft(plan: TrainingPlan, **changed: Any) -> Draft:
    asked = Draft(
        plan=plan,
        session=SESSION,
        supervisor=SUPERVISOR,
        held_on=HELD_ON,
        duration_minutes=120,
        goals=(GOAL,),
        by=DOCTOR,
        setting=SETTING,
        law=IN_FORCE,
    )
    return replace(asked, **changed)


def finalisation(plan: TrainingPlan, *, by: Id = SUPERVISOR) -> Finalisation:
    return Finalisation(plan=plan, session=SESSION, by=by, on=DAY)


Q = TypeVar("Q", SendingBack, Signing, Recommendation)


def sending_back(plan: TrainingPlan, **changed: Any) -> SendingBack:
    asked = SendingBack(
        plan=plan,
        activity=ACTIVITY,
        comment=plans.text(),
        by=MIDWIFE,
        capacity=Capacity.CLINICAL_SUPERVISOR,
        on=SIGNED_ON,
    )
    return _in_their_capacity(replace(asked, **changed))


def signing(plan: TrainingPlan, **changed: Any) -> Signing:
    asked = Signing(
        plan=plan,
        activity=ACTIVITY,
        channel=Channel.ON_SITE,
        by=MIDWIFE,
        capacity=Capacity.CLINICAL_SUPERVISOR,
        on=SIGNED_ON,
    )
    return _in_their_capacity(replace(asked, **changed))


def sending(plan: TrainingPlan, *, to: Id = MIDWIFE, on: date = HELD_ON) -> Submitting:
    return Submitting(plan=plan, activity=ACTIVITY, to=to, on=on)


def submission(plan: TrainingPlan, **changed: Any) -> Submission:
    asked = Submission(
        plan=plan, goal=GOAL, consulted_on=HELD_ON, on=SUBMITTED_ON, in_force=IN_FORCE_GOALS
    )
    return replace(asked, **changed)


def recommendation(plan: TrainingPlan, **changed: Any) -> Recommendation:
    asked = Recommendation(
        plan=plan,
        goal=GOAL,
        advice=Advice.ACHIEVED,
        rationale=plans.text(),
        by=SUPERVISOR,
        capacity=Capacity.SUPERVISOR,
        on=ADVISED_ON,
    )
    return _in_their_capacity(replace(asked, **changed))


def _in_their_capacity(asked: Q) -> Q:
    """Return the question in the capacity its person has, if there is any."""
    held = asked.plan.roles.capacity(asked.by, asked.on)
    return replace(asked, capacity=held or asked.capacity)


def returning(plan: TrainingPlan, **changed: Any) -> Returning:
    asked = Returning(
        plan=plan, goal=GOAL, comment=plans.text("mer"), by=LEADER, on=DAY, setting=SETTING
    )
    return replace(asked, **changed)


def correction(plan: TrainingPlan, **changed: Any) -> Correction:
    asked = Correction(
        plan=plan,
        stored=StoredInMemory(ORGANISATION, plan.facts),
        goal=GOAL,
        reason=plans.text("feil"),
        by=LEADER,
        on=DAY,
        setting=SETTING,
    )
    return replace(asked, **changed)
