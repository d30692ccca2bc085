"""What waits for a person, which roles they hold, and how far the kept rows have come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from application.access import Act
from application.actors import Actor
from application.organisations.rows import OfficeRow
from application.permitting import not_held_today, permit_in_office
from application.plans.invitations import InvitationRow
from application.plans.tasks.room import TaskKind, TaskRow
from application.ports import Clock, Histories, Views
from application.standing import roles_held
from domain.law.book import LawBook
from domain.plans.invitations import InvitationStage
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the kept rows have come, when a worker was last heard of, and by which law it is.

    ``recorded`` is the last position recorded, ``kept`` the last one the rows know of.
    """

    recorded: int
    kept: int
    worker_seen_at: datetime | None
    law: str
    law_read_on: date

    @property
    def lag(self) -> int:
        return self.recorded - self.kept


class Waiting:
    """Answers from kept rows, for the person who asks."""

    def __init__(self, views: Views, histories: Histories, clock: Clock, law: LawBook) -> None:
        self._law = law
        self._views = views
        self._histories = histories
        self._clock = clock

    def tasks(self, actor: Actor) -> Sequence[TaskRow]:
        """Return what waits for the person today, oldest first."""
        found = self._views.rows("tasks", person=actor.person, on=self._clock.today())
        return sorted(found, key=lambda task: (task.since, task.kind, task.subject))

    def coming(self, actor: Actor, kind: TaskKind) -> Sequence[TaskRow]:
        """Return what of a kind will wait for the person from a day to come, that day first."""
        found, today = (
            self._views.rows("tasks", person=actor.person, kind=kind),
            self._clock.today(),
        )
        later = (task for task in found if task.first_day > today)
        return sorted(later, key=lambda task: (task.first_day, task.subject))

    def doctors(self, plans: Iterable[Id]) -> Mapping[Id, Id]:
        """Return whose each plan is, of those the reader has to do with; other cases have none."""
        wanted = sorted(set(plans))
        found = self._views.rows("plan_register", case_id=wanted) if wanted else ()
        return {row.case_id: row.doctor for row in found}

    def invitations(self, actor: Actor) -> Sequence[InvitationRow]:
        """Return the invitations to the person that are not answered, the oldest first."""
        found = self._views.rows("invitations", person=actor.person, stage=InvitationStage.SENT)
        return sorted(found, key=lambda row: (row.sent_on, row.case_id))

    def offices(self, actor: Actor) -> Sequence[OfficeRow]:
        """Return the roles the person holds today, and in which cases."""
        found = self._views.rows("offices", person=actor.person, on=self._clock.today())
        return sorted(found, key=lambda office: (office.role, office.case_id))

    def let_in(self, actor: Actor) -> None:
        """Raise NotPermitted to one who does not hold the office today, as the facts have it."""
        if actor.acting_as not in roles_held(self._histories, actor, self._clock):
            raise not_held_today(actor.acting_as)

    def progress(self, actor: Actor) -> Progress:
        """Return how far the rows have come, to those who keep the system running."""
        permit_in_office(Act.SEE_OPERATIONS, actor, roles_held(self._histories, actor, self._clock))
        return self.progress_unasked()

    def progress_unasked(self) -> Progress:
        """Return the same to one who keeps the machine running."""
        return Progress(
            recorded=self._histories.position(),
            kept=self._views.position(),
            worker_seen_at=self._views.worker_seen_at(),
            law=self._law.name,
            law_read_on=self._law.snapshot,
        )
