"""Whose plan is whose: the doctors behind plans, from the kept register."""

from __future__ import annotations

from collections.abc import Sequence

from application.plans.register import RegisterRow
from domain.shared.ids import Id
from web.pages.visit import services

VIEW = "plan_register"


def plans_of(doctor: Id) -> Sequence[RegisterRow]:
    """Return the plans of a doctor, the latest first; each is asked for before it is shown."""
    rows: Sequence[RegisterRow] = services().views.rows(VIEW, doctor=doctor)
    return sorted(rows, key=lambda row: row.starts_on, reverse=True)
