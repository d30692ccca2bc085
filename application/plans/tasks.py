"""Rows of tasks: what waits for whom in a plan, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from domain.calendar.spans import Span
from domain.catalogue.catalogue import CATALOGUE
from domain.organisations.organisation import Organisation
from domain.plans.activities import Activity, ActivityStage
from domain.plans.courses import Course
from domain.plans.goals import Goal, Stage
from domain.plans.guidance import Session, SessionStage
from domain.plans.invitations import Invitation, InvitationStage, InvitedAs
from domain.plans.plan import TrainingPlan
from domain.plans.programme import Party, PlanVersion
from domain.plans.roles import Capacity
from domain.plans.rules.hearing import not_yet_heard, those_who_signed
from domain.plans.service import Period
from domain.plans.visits import Visit
from domain.shared.ids import Id

EVER = Span(date.min)


class TaskKind(StrEnum):
    """What somebody is waited for to do."""

    WRITE_MINUTES = "write-minutes"
    FINALISE_SESSION = "finalise-session"
    SIGN_ACTIVITY = "sign-activity"
    MEND_ACTIVITY = "mend-activity"
    CERTIFY_COURSE = "certify-course"
    CONFIRM_VISIT = "confirm-visit"
    DOCUMENT_VISIT = "document-visit"
    RECOMMEND_GOAL = "recommend-goal"
    DECIDE_GOAL = "decide-goal"
    MEND_GOAL = "mend-goal"
    JOIN_GROUP = "join-group"
    ISSUE_DIPLOMA = "issue-diploma"
    DRAW_UP_PLAN = "draw-up-plan"
    AGREE_TO_PLAN = "agree-to-plan"
    ANSWER_INVITATION = "answer-invitation"
    APPOINT_INVITED = "appoint-invited"
    RECEIVE_MOVE = "receive-move"
    CHANGE_COMMON_GOALS = "change-common-goals"
    APPOINT_SUPERVISOR = "appoint-supervisor"
    CONFIRM_SERVICE = "confirm-service"
    NOTIFY_DIRECTORATE = "notify-directorate"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task of a person since a day; it is theirs from a first day to a last day.

    ``subject`` is the goal's code, or the id of the session, activity, course, visit or period of
    service; for a diploma or a move to be received, of the doctor.
    """

    case_id: Id
    person: Id
    kind: str
    subject: str
    since: date
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """A plan with the days its leaders and supervisors are in office."""

    case_id: Id
    plan: TrainingPlan
    leaders: Mapping[Id, tuple[Span, ...]]

    def task(
        self, person: Id, kind: TaskKind, subject: object, since: date, span: Span = EVER
    ) -> TaskRow:
        return TaskRow(
            case_id=self.case_id,
            person=person,
            kind=kind,
            subject=str(subject),
            since=since,
            first_day=span.first_day,
            last_day=span.last_day,
        )

    def for_leaders(self, kind: TaskKind, subject: object, since: date) -> Iterator[TaskRow]:
        yield from self.for_those(self.leaders, kind, subject, since)

    def for_those(
        self, leaders: Mapping[Id, tuple[Span, ...]], kind: TaskKind, subject: object, since: date
    ) -> Iterator[TaskRow]:
        """Yield a task to each leader but the doctor, for nobody leads their own training."""
        for person, spans in leaders.items():
            if person != self.plan.doctor:
                for span in spans:
                    yield self.task(person, kind, subject, since, span)

    def for_advisers(self, capacity: Capacity, subject: str, since: date) -> Iterator[TaskRow]:
        """Yield a task to each whose advice in the capacity would count."""
        for held in self.plan.roles.appointments.all:
            if held.office == capacity and self._is_asked(held.person, capacity):
                yield self.task(held.person, TaskKind.RECOMMEND_GOAL, subject, since, held.span)

    def _is_asked(self, person: Id, capacity: Capacity) -> bool:
        """Ask the clinical supervisors who signed something; all of them if nobody has."""
        appointed = self.plan.roles.appointments.spans(Capacity.CLINICAL_SUPERVISOR)
        took_part = appointed.keys() & those_who_signed(self.plan)
        return capacity is Capacity.SUPERVISOR or not took_part or person in took_part


def plan_tasks(case_id: Id, plan: TrainingPlan, others: Mapping[Id, Any]) -> Iterator[TaskRow]:
    """Yield everything that waits for somebody in the plan, for as long as the training lasts.

    That service is to be confirmed waits on: the last of it is over only when the training is.
    """
    organisation: Organisation = others[plan.opened.organisation]
    room = _Room(case_id=case_id, plan=plan, leaders=organisation.leaders())
    last_day = plan.path.ended_on or date.max
    for task in _tasks(room, others):
        if task.kind == TaskKind.CONFIRM_SERVICE:
            yield task
        elif task.first_day <= last_day:
            yield replace(task, last_day=min(task.last_day, last_day))


def _tasks(room: _Room, others: Mapping[Id, Any]) -> Iterator[TaskRow]:
    plan = room.plan
    yield from _opening_tasks(room)
    yield from _move_tasks(room, others)
    for invitation in plan.invitations.by_id.values():
        yield from _invitation_tasks(room, invitation)
    yield from _common_goal_tasks(room)
    for session in plan.guidance.sessions.values():
        yield from _session_tasks(room, session)
    for activity in plan.activities.by_id.values():
        yield from _activity_tasks(room, activity)
    for course in plan.courses.by_id.values():
        yield from _course_tasks(room, course)
    for visit in plan.visits.by_id.values():
        yield from _visit_tasks(room, visit)
    for code, goal in plan.goals.by_code.items():
        yield from _goal_tasks(room, code, goal)
    for period in plan.service.by_id.values():
        yield from _service_tasks(room, period)


def _opening_tasks(room: _Room) -> Iterator[TaskRow]:
    opened_on = room.plan.opened.opened_on
    if not room.plan.groups.years:
        yield room.task(room.plan.doctor, TaskKind.JOIN_GROUP, "", opened_on)
    programme = room.plan.programme
    if not programme.versions:
        yield room.task(room.plan.doctor, TaskKind.DRAW_UP_PLAN, "", opened_on)
    if latest := programme.versions.get(programme.latest_number):
        yield from _agreement_tasks(room, latest)
    if not room.plan.roles.appointments.spans(Capacity.SUPERVISOR):
        yield from room.for_leaders(TaskKind.APPOINT_SUPERVISOR, "", opened_on)


def _move_tasks(room: _Room, others: Mapping[Id, Any]) -> Iterator[TaskRow]:
    """Yield the plan to receive to the leaders of the establishment moved to.

    They read nothing of the plan yet: they are told which it is, whose, and since when.
    """
    asked = room.plan.path.awaited
    if asked and (receiving := others.get(asked.to)):
        leaders = receiving.leaders()
        yield from room.for_those(
            leaders, TaskKind.RECEIVE_MOVE, room.plan.doctor, asked.requested_on
        )


def _agreement_tasks(room: _Room, version: PlanVersion) -> Iterator[TaskRow]:
    """Yield the version of the plan that waits for those who have not agreed to it."""
    number, since = version.proposed.number, version.proposed.proposed_on
    kind = TaskKind.AGREE_TO_PLAN
    for party in version.missing:
        match party:
            case Party.DOCTOR:
                yield room.task(room.plan.doctor, kind, number, since)
            case Party.LEADER:
                yield from room.for_leaders(kind, number, since)
            case Party.SUPERVISOR:
                for held in room.plan.roles.appointments.all:
                    if held.office == Capacity.SUPERVISOR:
                        yield room.task(held.person, kind, number, since, held.span)


def _invitation_tasks(room: _Room, invitation: Invitation) -> Iterator[TaskRow]:
    """Yield what waits for the one invited, and then for the leaders who appoint."""
    sent = invitation.sent
    if invitation.stage is InvitationStage.SENT:
        yield room.task(sent.person, TaskKind.ANSWER_INVITATION, sent.invitation, sent.sent_on)
    accepted_on = invitation.answered_on
    if invitation.stage is not InvitationStage.ACCEPTED or accepted_on is None:
        return
    appointed = room.plan.roles.appointments.spans(sent.invited_as)
    if sent.invited_as != InvitedAs.LEADER and sent.person not in appointed:
        yield from room.for_leaders(TaskKind.APPOINT_INVITED, sent.invitation, accepted_on)


def _common_goal_tasks(room: _Room) -> Iterator[TaskRow]:
    """Yield the change of common goals to the leaders of a plan that began before it."""
    _, new = CATALOGUE.common_goals()
    new_from = new[0].first_day
    if room.plan.opened.starts_on < new_from and room.plan.common_goals.changed is None:
        for task in room.for_leaders(TaskKind.CHANGE_COMMON_GOALS, "", new_from):
            if task.last_day >= new_from:
                yield replace(task, first_day=max(task.first_day, new_from))


def _session_tasks(room: _Room, session: Session) -> Iterator[TaskRow]:
    drafted = session.drafted
    if session.stage is SessionStage.DRAFT:
        kind = TaskKind.FINALISE_SESSION if session.minutes else TaskKind.WRITE_MINUTES
        person = drafted.supervisor if session.minutes else drafted.drafted_by
        yield room.task(person, kind, drafted.session, drafted.held_on)


def _activity_tasks(room: _Room, activity: Activity) -> Iterator[TaskRow]:
    key, sent = activity.logged.activity, activity.submitted
    if activity.stage is ActivityStage.SUBMITTED and sent:
        yield room.task(sent.to, TaskKind.SIGN_ACTIVITY, key, sent.submitted_on)
    if activity.stage is ActivityStage.RETURNED and activity.returned:
        returned_on = activity.returned.returned_on
        yield room.task(room.plan.doctor, TaskKind.MEND_ACTIVITY, key, returned_on)


def _course_tasks(room: _Room, course: Course) -> Iterator[TaskRow]:
    entered = course.entered
    if course.certified is None:
        yield room.task(room.plan.doctor, TaskKind.CERTIFY_COURSE, entered.course, entered.last_day)


def _visit_tasks(room: _Room, visit: Visit) -> Iterator[TaskRow]:
    entered = visit.entered
    if visit.shown is None:
        kind = TaskKind.CONFIRM_VISIT if entered.colleague else TaskKind.DOCUMENT_VISIT
        person = entered.colleague or room.plan.doctor
        yield room.task(person, kind, entered.visit, entered.days[-1])


def _service_tasks(room: _Room, period: Period) -> Iterator[TaskRow]:
    """Yield a task to the leaders from the day on which the service is completed."""
    entered = period.entered
    if period.confirmed is None:
        for task in room.for_leaders(TaskKind.CONFIRM_SERVICE, entered.period, entered.last_day):
            if entered.last_day <= task.last_day:
                yield replace(task, first_day=max(task.first_day, entered.last_day))


def _goal_tasks(room: _Room, code: str, goal: Goal) -> Iterator[TaskRow]:
    if goal.stage is Stage.RETURNED and goal.returned:
        yield room.task(room.plan.doctor, TaskKind.MEND_GOAL, code, goal.returned.returned_on)
    if goal.stage is not Stage.SUBMITTED or goal.submitted is None:
        return
    since, last_day = goal.submitted.submitted_on, CATALOGUE.goal(code).last_day
    for task in _assessment_tasks(room, code, since):
        if last_day is None or task.first_day <= last_day:
            yield replace(task, last_day=min(task.last_day, last_day or date.max))
    if last_day:
        out_of_force = Span(last_day + timedelta(days=1))
        yield room.task(room.plan.doctor, TaskKind.MEND_GOAL, code, since, out_of_force)


def _assessment_tasks(room: _Room, code: str, since: date) -> Iterator[TaskRow]:
    """Yield what a submitted goal waits for while it is in force."""
    missing = not_yet_heard(room.plan, code)
    for capacity in missing:
        yield from room.for_advisers(capacity, code, since)
    if not missing:
        yield from room.for_leaders(TaskKind.DECIDE_GOAL, code, since)
