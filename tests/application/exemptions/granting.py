"""Exemptions of plans in the town, and rows of them that are never behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from application.actors import Actor, Role
from application.exemptions import commands as c
from application.exemptions.rows import exemption_rows
from application.ids import new_id
from application.plans.opening import OpenPlan
from domain.exemptions.exemption import Exemption
from domain.law.exemptions import ExemptionKind
from domain.plans.opening import EmploymentModel
from domain.shared.ids import Id
from tests.support.town import Town, order

FIRST_DAY, LAST_DAY = date(2026, 2, 1), date(2026, 7, 31)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of these exemptions, as a projector that is never behind would keep them."""

    town: Town
    exemptions: tuple[Id, ...]

    def rows(self, _: str, **having: object) -> list[Any]:
        found = self.town.services.histories.load(dict.fromkeys(self.exemptions, Exemption))
        rows = (
            row for held in self.exemptions for row in exemption_rows(held, found[held].case, {})
        )
        return [row for row in rows if all(getattr(row, n) == v for n, v in having.items())]


def leader(town: Town) -> Actor:
    return Actor(person=town.people["leader"], acting_as=Role.LEADER)


def officer(town: Town) -> Actor:
    return Actor(person=town.people["directorate"], acting_as=Role.DIRECTORATE_OFFICER)


def open_plan(town: Town, doctor: str) -> Id:
    opening = OpenPlan(
        doctor=town.people[doctor],
        organisation=town.organisation,
        employment_model=EmploymentModel.SALARIED_GP,
        starts_on=date(2026, 1, 5),
        part_one_completed_on=date(2026, 1, 4),
    )
    return town.services.opening.open(opening, leader(town), order()).case_id


def apply_for(town: Town, *plans: Id) -> Id:
    exemption = new_id()
    applying = c.ApplyForExemption(
        exemption=exemption,
        organisation=town.organisation,
        kind=ExemptionKind.SUPERVISOR_SPECIALTY,
        supervisor=town.people["stranger"],
        plans=plans,
        applied_on=date(2026, 1, 7),
    )
    town.services.exemptions.apply_for(applying, leader(town), order())
    return exemption


def grant(town: Town, plan: Id) -> Id:
    exemption = apply_for(town, plan)
    granting = c.GrantExemption(
        exemption=exemption,
        first_day=FIRST_DAY,
        last_day=LAST_DAY,
        stated_in="vedtak",
        decided_on=date(2026, 1, 20),
    )
    town.services.exemptions.grant(granting, officer(town), order())
    return exemption
