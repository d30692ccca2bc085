"""Asking about a plan: as known at an instant, seen from a day, by one who may today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from application.access import Act
from application.actors import Actor
from application.plans import standing
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.ports import Openings
from domain.shared.ids import Id
from domain.shared.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which plan is asked about, as known at which instant, and seen from which day.

    No instant means now; no day means the day of the instant. ``reason`` is why somebody opens
    a text that is not their own matter. ``law`` names a law book other than the one in force.
    """

    plan: Id
    known_at: datetime | None = None
    on: date | None = None
    reason: str | None = None
    law: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A plan as it was known, as it is now, and the day it is seen from."""

    then: Standing
    now: Standing
    day: date
    upto: int | None


class PlanAsking:
    """Answers from a plan's history; who may see it is asked of the facts as they stand today."""

    def __init__(self, plans: PlanActing, noting: Openings | None = None) -> None:
        """``noting``: where each look of another than the doctor is noted.

        Whoever opens texts notes each of them instead.
        """
        self._plans = plans
        self._noting = noting
        self._histories = plans.acting.histories

    def known(self, asked: Asked, act: Act, actor: Actor, *, session: Id | None = None) -> Known:
        """Return the plan as asked for; raises NotFound or NotPermitted."""
        now = self.now(asked, actor)
        now.permit(act, actor, self._plans.acting.clock.today(), session=session)
        known = self.then(asked, now, actor)
        plan = now.plan.case
        if self._noting and actor.person != plan.doctor:
            self._noting.note_look(plan.subject, str(act), by=actor, case_id=asked.plan)
        return known

    def now(self, asked: Asked, actor: Actor) -> Standing:
        """Return the plan as it is, for one who is not let in yet; raises NotFound."""
        return standing.of_plan(self._histories, asked.plan, actor)

    def then(self, asked: Asked, now: Standing, actor: Actor) -> Known:
        """Return the plan as it was known, for one who was let in to it as it is."""
        if asked.known_at is None:
            day = asked.on or self._plans.acting.clock.today()
            return Known(then=now, now=now, day=day, upto=None)
        upto = self._histories.position_at(asked.known_at)
        try:
            then = standing.of_plan(self._histories, asked.plan, actor, upto=upto)
        except NotFound:
            raise NotFound(
                "not-yet-known",
                nb=f"Planen var ikke registrert {asked.known_at:%Y-%m-%d %H:%M}.",
                en=f"The plan was not recorded at {asked.known_at:%Y-%m-%d %H:%M}.",
                field="knownAt",
            ) from None
        day = asked.on or self._plans.acting.clock.day_of(asked.known_at)
        return Known(then=then, now=now, day=day, upto=upto)
