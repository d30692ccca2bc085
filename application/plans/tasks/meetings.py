"""Tasks about meetings: the review that is due, the concern that waits for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from application.plans.tasks.room import Room, TaskKind, TaskRow
from domain.law.book import IN_FORCE
from domain.plans.progression import Concern
from domain.plans.rules.review_account import next_due


def review_tasks(room: Room) -> Iterator[TaskRow]:
    """Yield the next review to the leaders from the day it is due by."""
    due = next_due(room.plan, IN_FORCE)
    for task in room.from_day(room.for_leaders(TaskKind.HOLD_REVIEW, "", due), due):
        yield replace(task, due_on=due)


def concern_tasks(room: Room, found: Concern) -> Iterator[TaskRow]:
    """Yield a concern to the leaders: to answer by its day, then to follow up from another."""
    raised, agreed = found.raised, found.agreed
    if found.closed:
        return
    if agreed is None:
        for task in room.for_leaders(TaskKind.ANSWER_CONCERN, raised.concern, raised.raised_on):
            yield replace(task, due_on=raised.due_on)
    else:
        kind, day = TaskKind.FOLLOW_UP_CONCERN, agreed.follow_up_on
        for task in room.from_day(room.for_leaders(kind, raised.concern, day), day):
            yield replace(task, due_on=day)
