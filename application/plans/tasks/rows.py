"""Rows of tasks: everything that waits for somebody in a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from application.plans.tasks import anew, meetings, way, work
from application.plans.tasks.room import Room, TaskKind, TaskRow
from domain.bodies.body import OFFICER, Body, BodyKind, body_id
from domain.organisations.organisation import Organisation
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id

COUNTY_GOVERNOR = body_id(BodyKind.COUNTY_GOVERNOR)


def plan_tasks(case_id: Id, plan: TrainingPlan, others: Mapping[Id, Any]) -> Iterator[TaskRow]:
    """Yield everything that waits for somebody in the plan, for as long as the training lasts.

    That service is to be confirmed waits on: the last of it is over only when the training is.
    """
    organisation: Organisation = others[plan.opened.organisation]
    governor: Body | None = others.get(COUNTY_GOVERNOR)
    officers = governor.officers.spans(OFFICER) if governor else {}
    room = Room(case_id=case_id, plan=plan, leaders=organisation.leaders(), officers=officers)
    last_day = plan.path.ended_on or date.max
    for task in _tasks(room, others):
        if task.kind == TaskKind.CONFIRM_SERVICE:
            yield task
        elif task.first_day <= last_day:
            yield replace(task, last_day=min(task.last_day, last_day))


def _tasks(room: Room, others: Mapping[Id, Any]) -> Iterator[TaskRow]:
    plan = room.plan
    yield from way.opening_tasks(room)
    yield from way.move_tasks(room, others)
    for invitation in plan.invitations.by_id.values():
        yield from way.invitation_tasks(room, invitation)
    yield from way.common_goal_tasks(room)
    for session in plan.guidance.sessions.values():
        yield from work.session_tasks(room, session)
    for activity in plan.activities.by_id.values():
        yield from work.activity_tasks(room, activity)
    for course in plan.courses.by_id.values():
        yield from work.course_tasks(room, course)
    for visit in plan.visits.by_id.values():
        yield from work.visit_tasks(room, visit)
    for code, goal in plan.goals.by_code.items():
        yield from work.goal_tasks(room, code, goal)
    for period in plan.service.by_id.values():
        yield from work.service_tasks(room, period)
    for reassessment in plan.reassessments.by_id.values():
        yield from anew.reassessment_tasks(room, reassessment)
    yield from meetings.review_tasks(room)
    for concern in plan.progression.by_id.values():
        yield from meetings.concern_tasks(room, concern)
