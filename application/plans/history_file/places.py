"""The plans lines are brought into, and their establishments."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from application.ports import Histories, Loaded
from domain.organisations.organisation import Organisation
from domain.plans.plan import TrainingPlan, plan_id
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A plan that lines are brought into, and its establishment."""

    plan: Loaded[TrainingPlan]
    organisation: Loaded[Organisation]
    today: date = date.max

    @property
    def establishment(self) -> str:
        """Return how a file names the establishment: by its number, or by its id."""
        registered = self.organisation.case.registered
        number = registered.organisation_number if registered else None
        return number or self.organisation.case_id

    @property
    def name(self) -> str:
        registered = self.organisation.case.registered
        return f"{registered.name if registered else ''} ({self.establishment})"

    @property
    def over_since(self) -> date | None:
        """Return the last day of the training here, if it is over."""
        ended_on = self.plan.case.path.ended_on
        return ended_on if ended_on and ended_on < self.today else None

    def is_named(self, written: str) -> bool:
        """Return whether a cell of a file names the establishment."""
        asked = re.sub(r"\s", "", written).lower()
        return asked in (self.establishment, self.organisation.case_id)

    @property
    def arenas(self) -> frozenset[str]:
        """Return the codes of the arenas the establishment has or has had."""
        return frozenset(held.arena.code for held in self.organisation.case.openings)


Places = Mapping[Id, tuple[Place, ...]]
"""The plans of each doctor, also those that are over."""


def places(
    histories: Histories, doctors: Collection[Id], organisations: Collection[Id], today: date
) -> Places:
    """Return the plans of the doctors at the establishments, by two reads."""
    ids = {plan_id(d, o) for d in doctors for o in organisations}
    if len(organisations) > 1:
        ids &= set(histories.having("plan.opened"))
    plans: Mapping[Id, Loaded[TrainingPlan]] = histories.load(dict.fromkeys(ids, TrainingPlan))
    opened = [plan for plan in plans.values() if plan.case.opening.opened]
    return placed(histories, opened, today=today)


def placed(
    histories: Histories, plans: Iterable[Loaded[TrainingPlan]], *, today: date = date.max
) -> Places:
    """Return the plans with their establishments."""
    opened = sorted(plans, key=lambda plan: plan.case_id)
    around = histories.load({plan.case.opened.organisation: Organisation for plan in opened})
    by_doctor: dict[Id, tuple[Place, ...]] = {}
    for plan in opened:
        where = around[plan.case.opened.organisation]
        place = Place(plan=plan, organisation=where, today=today)
        by_doctor[plan.case.doctor] = (*by_doctor.get(plan.case.doctor, ()), place)
    return by_doctor
