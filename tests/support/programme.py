"""Recorded facts of the individual plan, the ALIS agreement and employment."""

from __future__ import annotations

from datetime import date

from domain.plans.employment import AlisAgreementSigned, EmploymentChanged
from domain.plans.opening import EmploymentModel
from domain.plans.programme import Party, PlanVersionAgreed, PlanVersionProposed, Rotation
from domain.shared.ids import Id

ENDS = date(2030, 8, 31)


def rotation(
    arena: str = "ARE-01",
    first_day: date = date(2025, 9, 1),
    last_day: date = ENDS,
    *,
    percentage: int = 100,
    goals: tuple[str, ...] = (),
) -> Rotation:
    return Rotation(
        arena=arena, first_day=first_day, last_day=last_day, percentage=percentage, goals=goals
    )


def proposed(
    number: int = 1,
    *rotations: Rotation,
    by: Id,
    party: Party = Party.DOCTOR,
    on: date = date(2025, 9, 1),
    guidance_hours_a_year: int = 42,
) -> PlanVersionProposed:
    return PlanVersionProposed(
        number=number,
        first_day=date(2025, 9, 1),
        last_day=ENDS,
        rotations=rotations or (rotation(),),
        guidance_hours_a_year=guidance_hours_a_year,
        note=None,
        proposed_by=by,
        party=party,
        proposed_on=on,
        law="in-force/2026-07-02",
        basis=(),
        findings=(),
    )


def agreed(
    number: int = 1, *, by: Id, party: Party, on: date = date(2025, 9, 1)
) -> PlanVersionAgreed:
    return PlanVersionAgreed(number=number, agreed_by=by, party=party, agreed_on=on)


def agreement_signed(on: date = date(2025, 9, 1)) -> AlisAgreementSigned:
    return AlisAgreementSigned(
        template="helsedirektoratet-2023",
        signed_on=on,
        first_day=on,
        last_day=None,
        entered_by=Id("00000000-0000-0000-0000-0000000001e1"),
    )


def employment_changed(first_day: date = date(2026, 1, 1)) -> EmploymentChanged:
    return EmploymentChanged(
        employment_model=EmploymentModel.SELF_EMPLOYED_GP,
        first_day=first_day,
        entered_by=Id("00000000-0000-0000-0000-0000000001e1"),
    )
