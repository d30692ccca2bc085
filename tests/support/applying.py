"""Asking to apply for specialist approval, with a reason for what may be missing."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from domain.law.book import IN_FORCE
from domain.plans.accounts.stays import Stay
from domain.plans.path import ApplicationSubmitted
from domain.plans.plan import TrainingPlan
from domain.plans.rules.application import Application
from domain.plans.rules.apply_for_approval import apply_for_approval
from domain.plans.setting import Setting
from domain.shared.confidential import Confidential
from domain.shared.ids import Id

BECAUSE = Confidential("Søker mens det siste ettersendes.")


def application(plan: TrainingPlan, submitted_on: date, **changed: Any) -> Application:
    stay = Stay(plan_id=Id(f"{UUID(int=1)}"), plan=plan, setting=Setting())
    asked: dict[str, Any] = {
        "record": (stay,),
        "in_force": frozenset({"ALM-031"}),
        "submitted_on": submitted_on,
        "on": submitted_on,
        "law": IN_FORCE,
        "justification": BECAUSE,
    }
    return Application(**(asked | changed))


def applied(plan: TrainingPlan, submitted_on: date) -> ApplicationSubmitted:
    return apply_for_approval(application(plan, submitted_on))
