"""Which plan the lines of a doctor belong to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from application.plans.history_file.columns import HPR, ORGANISATION
from application.plans.history_file.parsing import Line
from application.plans.history_file.problems import Notes
from application.ports import Histories, Loaded
from domain.organisations.organisation import Organisation
from domain.plans.path import OVER
from domain.plans.plan import TrainingPlan, plan_id
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A plan that lines are brought into, and its establishment."""

    plan: Loaded[TrainingPlan]
    organisation: Loaded[Organisation]

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
    def arenas(self) -> frozenset[str]:
        """Return the codes of the arenas the establishment has or has had."""
        return frozenset(held.arena.code for held in self.organisation.case.openings)


@dataclass(frozen=True, slots=True)
class Places:
    """The open plans of each doctor."""

    by_doctor: Mapping[Id, tuple[Place, ...]]

    def of(self, line: Line, notes: Notes) -> Place | None:
        """Return the plan a line belongs to, or note why there is none."""
        found = self.by_doctor.get(line.entry.doctor, ())
        if not found:
            notes.note(
                line.number,
                HPR,
                nb="legen har ingen åpen utdanningsplan her; åpne den først.",
                en="the doctor has no open training plan here; open it first.",
            )
            return None
        if line.organisation:
            return self._named(line, found, line.organisation, notes)
        if len(found) > 1:
            named = ", ".join(place.name for place in found)
            notes.note(
                line.number,
                HPR,
                nb=f"legen har flere åpne planer: {named}; skriv hvilken i kolonnen organisation.",
                en=f"the doctor has several open plans: {named}; say which in the column "
                "organisation.",
            )
            return None
        return found[0]

    def _named(
        self, line: Line, found: Iterable[Place], written: str, notes: Notes
    ) -> Place | None:
        asked = re.sub(r"\s", "", written).lower()
        for place in found:
            if asked in (place.establishment, place.organisation.case_id):
                return place
        named = ", ".join(place.name for place in found)
        notes.note(
            line.number,
            ORGANISATION,
            nb=f"«{written}»: der har legen ingen åpen plan; planer finnes hos {named}.",
            en=f'"{written}": the doctor has no open plan there; plans are at {named}.',
        )
        return None


def places(histories: Histories, doctors: Collection[Id], organisations: Collection[Id]) -> Places:
    """Return the open plans of the doctors at the establishments, by two reads."""
    ids = {plan_id(d, o) for d in doctors for o in organisations}
    if len(organisations) > 1:
        ids &= set(histories.having("plan.opened"))
    plans: Mapping[Id, Loaded[TrainingPlan]] = histories.load(dict.fromkeys(ids, TrainingPlan))
    opened = [
        plan
        for plan in plans.values()
        if plan.case.opening.opened and plan.case.path.stage not in OVER
    ]
    return placed(histories, opened)


def placed(histories: Histories, plans: Iterable[Loaded[TrainingPlan]]) -> Places:
    """Return the plans with their establishments."""
    opened = sorted(plans, key=lambda plan: plan.case_id)
    around = histories.load({plan.case.opened.organisation: Organisation for plan in opened})
    by_doctor: dict[Id, tuple[Place, ...]] = {}
    for plan in opened:
        place = Place(plan=plan, organisation=around[plan.case.opened.organisation])
        by_doctor[plan.case.doctor] = (*by_doctor.get(plan.case.doctor, ()), place)
    return Places(by_doctor)
