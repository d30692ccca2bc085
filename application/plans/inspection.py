"""What the one who runs the machine can see of a plan: everything but the confidential words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from application.access import unknown_case
from application.plans.timeline import TimelineEntry, timeline
from application.plans.views import (
    GoalLine,
    PlanCard,
    goal_matrix,
    plan_card,
)
from application.plans.work_views import GuidanceYear, guidance_account
from application.ports import Clock, Histories, Loaded
from domain.catalogue.catalogue import Catalogue
from domain.law.book import LawBook
from domain.organisations.organisation import Organisation
from domain.plans.opening import PlanOpened
from domain.plans.plan import TrainingPlan
from domain.shared.facts import Recorded
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A plan as known at an instant, with all its views."""

    on: date
    card: PlanCard
    goals: tuple[GoalLine, ...]
    guidance: tuple[GuidanceYear, ...]


class Inspection:
    """Reads without asking who: for the command line beside the database, never over HTTP."""

    def __init__(
        self, histories: Histories, clock: Clock, catalogue: Catalogue, law: LawBook
    ) -> None:
        self._histories = histories
        self._clock = clock
        self._catalogue = catalogue
        self._law = law

    def plan(self, plan: Id, *, known_at: datetime | None) -> Inspected:
        """Return the plan's views as known at an instant, now if not given."""
        upto = self._upto(known_at)
        loaded: Loaded[TrainingPlan] = self._histories.load({plan: TrainingPlan}, upto=upto)[plan]
        case = loaded.case
        if case.opening.opened is None:
            raise self._unknown(plan, known_at)
        where = case.opened.organisation
        organisation = self._histories.load({where: Organisation}, upto=upto)[where].case
        day = self._clock.day_of(known_at) if known_at else self._clock.today()
        return Inspected(
            on=day,
            card=plan_card(case, self._catalogue, day),
            goals=goal_matrix(case, self._catalogue, organisation.offered(day), day),
            guidance=guidance_account(case, self._law, day),
        )

    def history(self, plan: Id, *, known_at: datetime | None = None) -> Sequence[Recorded]:
        """Return the plan's facts in their envelopes, texts sealed."""
        found = self._histories.history(plan, upto=self._upto(known_at))
        if not found or not isinstance(found[0].fact, PlanOpened):
            raise NotFound("unknown-plan", nb="Planen finnes ikke.", en="There is no such plan.")
        return found

    def _upto(self, known_at: datetime | None) -> int | None:
        if known_at is None:
            return None
        if (day := self._clock.day_of(known_at)) > (today := self._clock.today()):
            raise Invalid(
                "instant-in-future",
                nb=f"Hva som er kjent den {day}, vet ingen ennå; i dag er {today}.",
                en=f"What is known on {day} nobody knows yet; today is {today}.",
                field="knownAt",
            )
        return self._histories.position_at(known_at)

    def _unknown(self, plan: Id, known_at: datetime | None) -> NotFound:
        """Return why there is no such plan: perhaps only not yet."""
        if known_at and self._histories.history(plan):
            return NotFound(
                "not-yet-known",
                nb=f"Planen var ikke registrert {known_at:%Y-%m-%d %H:%M}.",
                en=f"The plan was not recorded at {known_at:%Y-%m-%d %H:%M}.",
                field="knownAt",
            )
        return unknown_case()

    def timeline(self, plan: Id, *, known_at: datetime | None) -> tuple[TimelineEntry, ...]:
        return timeline(self.history(plan, known_at=known_at))
