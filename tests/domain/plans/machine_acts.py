"""Acts around the doctor, by anybody on any day: roles, guidance and activities."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import rule

from domain.law.book import IN_FORCE
from domain.plans.activities import ActivityKind, Channel
from domain.plans.opening import EmploymentModel
from domain.plans.roles import Capacity
from domain.plans.rules.appoint_supervisor import SupervisorAppointment, appoint_supervisor
from domain.plans.rules.hold_session import Draft, Finalisation, draft_session, finalise_session
from domain.plans.rules.open_plan import PlanOpening, open_plan
from domain.plans.rules.sign_activity import (
    SendingBack,
    Signing,
    Submitting,
    send_activity_back,
    sign_activity,
    submit_activity,
)
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from tests.domain.plans.machine import (
    SETTING,
    activities,
    advisers,
    capacities,
    days,
    deciders,
    last_days,
    people,
    reasons,
    sessions,
    writers,
)
from tests.domain.plans.machine_plan import AroundThePlan
from tests.support.plans import ACTIVITY, GOAL, LEADER, ORGANISATION, STARTS, text


class Around(AroundThePlan):
    """What happens around the doctor's goals."""

    @rule(doctor=people, by=deciders, on=days)
    def open(self, doctor: Id, by: Id, on: date) -> None:
        asked = PlanOpening(
            plan=self.plan,
            doctor=doctor,
            organisation=ORGANISATION,
            employment_model=EmploymentModel.SALARIED_GP,
            starts_on=on,
            part_one_completed_on=STARTS,
            part_one_exception=None,
            by=by,
            on=on,
            setting=SETTING,
            law=IN_FORCE,
        )
        self.attempt(lambda: open_plan(asked))

    @rule(person=people, first_day=days, last_day=last_days, by=deciders, why=reasons)
    def appoint_supervisor(
        self,
        person: Id,
        first_day: date,
        last_day: date | None,
        by: Id,
        why: Confidential | None,
    ) -> None:
        asked = SupervisorAppointment(
            plan=self.plan,
            person=person,
            first_day=first_day,
            last_day=last_day,
            by=by,
            on=first_day,
            setting=SETTING,
            law=IN_FORCE,
            justification=why,
        )
        self.attempt(lambda: appoint_supervisor(asked))

    @rule(person=people, first_day=days, last_day=last_days)
    def appoint_clinical_supervisor(
        self, person: Id, first_day: date, last_day: date | None
    ) -> None:
        self.attempt(
            lambda: self.plan.roles.appoint_clinical_supervisor(
                person,
                doctor=self.plan.doctor,
                competence_area="kirurgi",
                first_day=first_day,
                last_day=last_day,
                by=LEADER,
                on=first_day,
            )
        )

    @rule(person=people, last_day=days, office=st.sampled_from(Capacity))
    def release(self, person: Id, last_day: date, office: Capacity) -> None:
        roles = self.plan.roles
        acts = {
            Capacity.SUPERVISOR: roles.release_supervisor,
            Capacity.CLINICAL_SUPERVISOR: roles.release_clinical_supervisor,
        }
        self.attempt(lambda: acts[office](person, last_day=last_day))

    @rule(session=sessions, supervisor=writers, held_on=days, by=writers)
    def draft(self, session: Id, supervisor: Id, held_on: date, by: Id) -> None:
        asked = Draft(
            plan=self.plan,
            session=session,
            supervisor=supervisor,
            held_on=held_on,
            duration_minutes=60,
            goals=(GOAL,),
            by=by,
            setting=SETTING,
            law=IN_FORCE,
        )
        self.attempt(lambda: draft_session(asked))

    @rule(session=sessions, by=writers, on=days)
    def write_minutes(self, session: Id, by: Id, on: date) -> None:
        self.attempt(lambda: self.plan.guidance.write_minutes(session, text(), by=by, on=on))

    @rule(session=sessions, by=writers, on=days)
    def finalise(self, session: Id, by: Id, on: date) -> None:
        asked = Finalisation(plan=self.plan, session=session, by=by, on=on)
        self.attempt(lambda: finalise_session(asked))

    @rule(session=sessions, by=writers, on=days)
    def discard(self, session: Id, by: Id, on: date) -> None:
        self.attempt(lambda: self.plan.guidance.discard(session, by=by, on=on))

    @rule(activity=activities, kind=st.sampled_from(ActivityKind), done_on=days)
    def log(self, activity: Id, kind: ActivityKind, done_on: date) -> None:
        self.attempt(
            lambda: self.plan.activities.log(
                activity, kind=kind, done_on=done_on, arena=None, goals=(GOAL,), description=text()
            )
        )

    @rule(activity=activities, to=advisers, on=days)
    def send(self, activity: Id, to: Id, on: date) -> None:
        asked = Submitting(plan=self.plan, activity=activity, to=to, on=on)
        self.attempt(lambda: submit_activity(asked))

    @rule(
        activity=activities,
        by=advisers,
        acting=capacities,
        channel=st.sampled_from(Channel),
        on=days,
    )
    def sign(
        self, activity: Id, by: Id, acting: Capacity | None, channel: Channel, on: date
    ) -> None:
        asked = Signing(
            plan=self.plan,
            activity=activity,
            channel=channel,
            by=by,
            capacity=self.capacity(by, acting, on),
            on=on,
        )
        self.attempt(lambda: sign_activity(asked))

    @rule(activity=activities, by=people, acting=capacities, on=days)
    def send_back(self, activity: Id, by: Id, acting: Capacity | None, on: date) -> None:
        asked = SendingBack(
            plan=self.plan,
            activity=activity,
            comment=text(),
            by=by,
            capacity=self.capacity(by, acting, on),
            on=on,
        )
        self.attempt(lambda: send_activity_back(asked))

    @rule(by=advisers, on=days)
    def supervise(self, by: Id, on: date) -> None:
        """Do everything it takes to have something signed."""
        self.log(ACTIVITY, ActivityKind.COURSE, on)
        self.send(ACTIVITY, by, on)
        self.sign(ACTIVITY, by, None, Channel.ON_SITE, on)

    @rule(session=sessions, supervisor=writers, by=writers, on=days)
    def hold(self, session: Id, supervisor: Id, by: Id, on: date) -> None:
        """Do everything it takes to have a session finalised."""
        self.draft(session, supervisor, on, by)
        self.write_minutes(session, by, on)
        self.finalise(session, supervisor, on)
