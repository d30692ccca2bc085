"""The group guidance of the plans a doctor moved from, which counts in the plan of today."""

from __future__ import annotations

from application.groups.acting import Read
from application.ports import Loaded
from domain.plans.groups import Groups
from domain.plans.plan import TrainingPlan


def earlier(plan: Loaded[TrainingPlan], read: Read) -> tuple[Groups, ...]:
    """Return what the plan's forerunners tell of groups, the latest first."""
    found: list[Groups] = []
    came_from, told = plan.case.path.here, {plan.case_id}
    # One who came back to where they had been would be followed round and round.
    while came_from and came_from.plan not in told:
        told.add(came_from.plan)
        (forerunner,) = read([came_from.plan])
        found.append(forerunner.case.groups)
        came_from = forerunner.case.path.here
    return tuple(found)
