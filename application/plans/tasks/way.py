"""Tasks about who is around the doctor, what is agreed and where the training goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from application.plans.tasks.room import Room, TaskKind, TaskRow
from domain.catalogue.catalogue import CATALOGUE
from domain.plans.invitations import Invitation, InvitationStage, InvitedAs
from domain.plans.programme import Party, PlanVersion
from domain.plans.roles import Capacity
from domain.shared.ids import Id


def opening_tasks(room: Room) -> Iterator[TaskRow]:
    opened_on = room.plan.opened.opened_on
    if not room.plan.groups.years:
        yield room.task(room.plan.doctor, TaskKind.JOIN_GROUP, "", opened_on)
    programme = room.plan.programme
    if not programme.versions:
        yield room.task(room.plan.doctor, TaskKind.DRAW_UP_PLAN, "", opened_on)
    if latest := programme.versions.get(programme.latest_number):
        yield from agreement_tasks(room, latest)
    if not room.plan.roles.appointments.spans(Capacity.SUPERVISOR):
        yield from room.for_leaders(TaskKind.APPOINT_SUPERVISOR, "", opened_on)


def move_tasks(room: Room, others: Mapping[Id, Any]) -> Iterator[TaskRow]:
    """Yield the plan to receive to the leaders of the establishment moved to.

    They read nothing of the plan yet: they are told which it is, whose, and since when.
    """
    asked = room.plan.path.awaited
    if asked and (receiving := others.get(asked.to)):
        leaders = receiving.leaders()
        yield from room.for_those(
            leaders, TaskKind.RECEIVE_MOVE, room.plan.doctor, asked.requested_on
        )


def agreement_tasks(room: Room, version: PlanVersion) -> Iterator[TaskRow]:
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


def invitation_tasks(room: Room, invitation: Invitation) -> Iterator[TaskRow]:
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


def common_goal_tasks(room: Room) -> Iterator[TaskRow]:
    """Yield the change of common goals to the leaders of a plan that began before it."""
    _, new = CATALOGUE.common_goals()
    new_from = new[0].first_day
    if room.plan.opened.starts_on < new_from and room.plan.common_goals.changed is None:
        for task in room.for_leaders(TaskKind.CHANGE_COMMON_GOALS, "", new_from):
            if task.last_day >= new_from:
                yield replace(task, first_day=max(task.first_day, new_from))
