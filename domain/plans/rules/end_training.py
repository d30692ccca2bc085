"""May the training be ended here? It cannot stop before it began (R-DEF-02)."""

from __future__ import annotations

from datetime import date

from domain.plans.path import TrainingWithdrawn
from domain.plans.plan import TrainingPlan
from domain.shared.confidential import Confidential


def refuse_end(plan: TrainingPlan, day: date, *, field: str) -> None:
    """Raise NotAllowed for an end before the training began, or began again."""
    plan.opening.refuse_before_start(day, field=field)
    plan.path.refuse_before_resuming(day, field=field)


def withdraw(
    plan: TrainingPlan, *, last_day: date, reason: Confidential | None, on: date
) -> TrainingWithdrawn:
    """Leave the training after a last day; raises NotAllowed."""
    refuse_end(plan, last_day, field="lastDay")
    return plan.path.withdraw(last_day=last_day, reason=reason, on=on)
