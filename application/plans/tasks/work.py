"""Tasks about what is done, shown, assessed and confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from application.plans.tasks.room import Room, TaskKind, TaskRow
from domain.calendar.spans import Span
from domain.catalogue.catalogue import CATALOGUE
from domain.plans.activities import Activity, ActivityStage
from domain.plans.courses import Course
from domain.plans.goals import Goal, Stage
from domain.plans.guidance import Session, SessionStage
from domain.plans.rules.hearing import not_yet_heard
from domain.plans.service import Period
from domain.plans.visits import Visit


def session_tasks(room: Room, session: Session) -> Iterator[TaskRow]:
    drafted = session.drafted
    if session.stage is SessionStage.DRAFT:
        kind = TaskKind.FINALISE_SESSION if session.minutes else TaskKind.WRITE_MINUTES
        person = drafted.supervisor if session.minutes else drafted.drafted_by
        yield room.task(person, kind, drafted.session, drafted.held_on)


def activity_tasks(room: Room, activity: Activity) -> Iterator[TaskRow]:
    key, sent = activity.logged.activity, activity.submitted
    if activity.stage is ActivityStage.SUBMITTED and sent:
        yield room.task(sent.to, TaskKind.SIGN_ACTIVITY, key, sent.submitted_on)
    if activity.stage is ActivityStage.RETURNED and activity.returned:
        returned_on = activity.returned.returned_on
        yield room.task(room.plan.doctor, TaskKind.MEND_ACTIVITY, key, returned_on)


def course_tasks(room: Room, course: Course) -> Iterator[TaskRow]:
    entered = course.entered
    if course.certified is None:
        yield room.task(room.plan.doctor, TaskKind.CERTIFY_COURSE, entered.course, entered.last_day)


def visit_tasks(room: Room, visit: Visit) -> Iterator[TaskRow]:
    entered = visit.entered
    if visit.shown is None:
        kind = TaskKind.CONFIRM_VISIT if entered.colleague else TaskKind.DOCUMENT_VISIT
        person = entered.colleague or room.plan.doctor
        yield room.task(person, kind, entered.visit, entered.days[-1])


def service_tasks(room: Room, period: Period) -> Iterator[TaskRow]:
    """Yield a task to the leaders from the day on which the service is completed."""
    entered = period.entered
    if period.confirmed is None:
        for task in room.for_leaders(TaskKind.CONFIRM_SERVICE, entered.period, entered.last_day):
            if entered.last_day <= task.last_day:
                yield replace(task, first_day=max(task.first_day, entered.last_day))


def goal_tasks(room: Room, code: str, goal: Goal) -> Iterator[TaskRow]:
    if goal.stage is Stage.RETURNED and goal.returned:
        yield room.task(room.plan.doctor, TaskKind.MEND_GOAL, code, goal.returned.returned_on)
    if goal.stage is not Stage.SUBMITTED or goal.submitted is None:
        return
    since, last_day = goal.submitted.submitted_on, CATALOGUE.goal(code).last_day
    for task in assessment_tasks(room, code, since):
        if last_day is None or task.first_day <= last_day:
            yield replace(task, last_day=min(task.last_day, last_day or date.max))
    if last_day:
        out_of_force = Span(last_day + timedelta(days=1))
        yield room.task(room.plan.doctor, TaskKind.MEND_GOAL, code, since, out_of_force)


def assessment_tasks(room: Room, code: str, since: date) -> Iterator[TaskRow]:
    """Yield what a submitted goal waits for while it is in force."""
    missing = not_yet_heard(room.plan, code)
    for capacity in missing:
        yield from room.for_advisers(capacity, code, since)
    if not missing:
        yield from room.for_leaders(TaskKind.DECIDE_GOAL, code, since)
