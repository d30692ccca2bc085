"""Tasks about what is assessed anew: for the county governor, and the leaders who assist."""

from __future__ import annotations

from collections.abc import Iterator

from application.plans.tasks.room import Room, TaskKind, TaskRow
from domain.plans.goals import Stage
from domain.plans.reassessment import Reassessment


def reassessment_tasks(room: Room, found: Reassessment) -> Iterator[TaskRow]:
    """Yield a new assessment to those who arrange and record it, while the goal waits for it."""
    requested, arranged = found.requested, found.arranged
    approved = room.plan.goals.goal(requested.goal).stage is Stage.APPROVED
    if not found.under_way or approved:
        return
    key, since = requested.reassessment, requested.requested_on
    if found.waits_for_confirmation:
        yield from room.for_leaders(TaskKind.CONFIRM_ACTIVITIES, key, since)
    if arranged is None:
        yield from room.for_officers(TaskKind.ARRANGE_REASSESSMENT, key, since)
    else:
        day = arranged.takes_place_on
        yield from room.from_day(
            room.for_officers(TaskKind.RECORD_REASSESSMENT, key, arranged.arranged_on), day
        )
