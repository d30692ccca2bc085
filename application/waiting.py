"""What waits for a person, which roles they hold, and how far the kept rows have come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from application.access import Act
from application.actors import Actor
from application.organisations.rows import OfficeRow
from application.permitting import permit_in_office
from application.plans.tasks.room import TaskRow
from application.ports import Clock, Histories, Views
from application.standing import roles_held


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the kept rows have come: the last position recorded, and the last one kept."""

    recorded: int
    kept: int

    @property
    def lag(self) -> int:
        return self.recorded - self.kept


class Waiting:
    """Answers from kept rows, for the person who asks."""

    def __init__(self, views: Views, histories: Histories, clock: Clock) -> None:
        self._views = views
        self._histories = histories
        self._clock = clock

    def tasks(self, actor: Actor) -> Sequence[TaskRow]:
        """Return what waits for the person today, oldest first."""
        found = self._views.rows("tasks", person=actor.person, on=self._clock.today())
        return sorted(found, key=lambda task: (task.since, task.kind, task.subject))

    def offices(self, actor: Actor) -> Sequence[OfficeRow]:
        """Return the roles the person holds today, and in which cases."""
        found = self._views.rows("offices", person=actor.person, on=self._clock.today())
        return sorted(found, key=lambda office: (office.role, office.case_id))

    def progress(self, actor: Actor) -> Progress:
        """Return how far the rows have come, to those who keep the system running."""
        permit_in_office(Act.SEE_OPERATIONS, actor, roles_held(self._histories, actor, self._clock))
        return Progress(recorded=self._histories.position(), kept=self._views.position())
