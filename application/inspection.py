"""What the one who runs the machine can see: everything but the confidential words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from application.exemptions.views import ExemptionCard, exemption_card
from application.groups.views import GroupCard, group_card
from application.organisations.views import OrganisationCard, organisation_card
from application.permitting import unknown_case
from application.plans import standing
from application.plans.accounts.guidance import GuidanceView, guidance_view
from application.plans.inspected import VIEWS, At
from application.plans.stays import record_of
from application.plans.timeline import TimelineEntry, timeline
from application.plans.views import (
    GoalLine,
    PlanCard,
    goal_matrix,
    plan_card,
)
from application.ports import Clock, Histories, Loaded
from domain.catalogue.catalogue import Catalogue
from domain.exemptions.exemption import Exemption
from domain.groups.group import Group
from domain.law.book import LawBook
from domain.organisations.organisation import Organisation
from domain.plans.opening import PlanOpened
from domain.plans.plan import TrainingPlan
from domain.shared.case import Case
from domain.shared.facts import Recorded
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotFound

C = TypeVar("C", bound=Case)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A plan as known at an instant, with all its views."""

    on: date
    card: PlanCard
    goals: tuple[GoalLine, ...]
    guidance: GuidanceView


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
        """Return the plan's main views as known at an instant, now if not given."""
        case, at = self._seen(plan, known_at)
        return Inspected(
            on=at.day,
            card=plan_card(case, self._catalogue, at.day),
            goals=goal_matrix(case, self._catalogue, at.offered, at.day),
            guidance=guidance_view(at.record, self._law, at.day),
        )

    def view(
        self,
        plan: Id,
        name: str,
        *,
        known_at: datetime | None,
        on: date | None = None,
        law: LawBook | None = None,
    ) -> object:
        """Return one of the plan's ``VIEWS``, seen from a day and under a law book."""
        case, at = self._seen(plan, known_at, on=on, law=law)
        return VIEWS[name].seen(case, at)

    def organisation(self, organisation: Id, *, known_at: datetime | None) -> OrganisationCard:
        loaded = self._load(organisation, Organisation, known_at)
        return organisation_card(loaded, organisation, self._catalogue, self._day(known_at))

    def group(self, group: Id, *, known_at: datetime | None) -> GroupCard:
        return group_card(group, self._load(group, Group, known_at).case)

    def exemption(
        self, exemption: Id, *, known_at: datetime | None, on: date | None = None
    ) -> ExemptionCard:
        found = self._load(exemption, Exemption, known_at).case
        return exemption_card(exemption, found, on or self._day(known_at))

    def history(self, plan: Id, *, known_at: datetime | None = None) -> Sequence[Recorded]:
        """Return the plan's facts in their envelopes, texts sealed."""
        found = self._histories.history(plan, upto=self._upto(known_at))
        if not found or not isinstance(found[0].fact, PlanOpened):
            raise NotFound("unknown-plan", nb="Planen finnes ikke.", en="There is no such plan.")
        return found

    def timeline(self, plan: Id, *, known_at: datetime | None) -> tuple[TimelineEntry, ...]:
        return timeline(self.history(plan, known_at=known_at))

    def _seen(
        self,
        plan: Id,
        known_at: datetime | None,
        *,
        on: date | None = None,
        law: LawBook | None = None,
    ) -> tuple[TrainingPlan, At]:
        upto, day = self._upto(known_at), on or self._day(known_at)
        law = law or self._law
        try:
            found = standing.of_plan(self._histories, plan, None, upto=upto)
        except NotFound:
            raise self._unknown(plan, known_at) from None
        return found.plan.case, At(
            day=day,
            offered=found.organisation.case.offered(day),
            catalogue=self._catalogue,
            law=law,
            record=record_of(self._histories, found, law, upto=upto),
        )

    def _load(self, case: Id, kind: type[C], known_at: datetime | None) -> Loaded[C]:
        found: Loaded[C] = self._histories.load({case: kind}, upto=self._upto(known_at))[case]
        return found

    def _day(self, known_at: datetime | None) -> date:
        return self._clock.day_of(known_at) if known_at else self._clock.today()

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
