"""Whose plan is whose: the doctors behind plans, from the kept register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from application.plans.register import RegisterRow
from domain.shared.ids import Id
from web.pages.visit import services

VIEW = "plan_register"


def doctors_of(plans: Iterable[Id]) -> Mapping[Id, Id]:
    """Return the doctor of each plan, of plans the reader was let in to."""
    use = services()
    rows = (row for plan in plans for row in use.views.rows(VIEW, case_id=plan))
    return {row.case_id: row.doctor for row in rows}


def plans_of(doctor: Id) -> Sequence[RegisterRow]:
    """Return the plans of a doctor, the latest first; each is asked for before it is shown."""
    rows: Sequence[RegisterRow] = services().views.rows(VIEW, doctor=doctor)
    return sorted(rows, key=lambda row: row.starts_on, reverse=True)
