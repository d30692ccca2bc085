"""May the training be taken up here again, by one who left or who moved away and comes back?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.book import LawBook
from domain.plans.path import TrainingResumed
from domain.plans.plan import TrainingPlan
from domain.plans.rules.common import decider_is_not_the_doctor, leader_in_office, registered_on
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.findings import Finding
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Resuming:
    """May the plan go on from a first day?"""

    plan: TrainingPlan
    first_day: date
    by: Id
    on: date
    setting: Setting
    law: LawBook


def establishment_is_registered(asked: Resuming) -> Finding | None:
    return registered_on(asked.first_day, asked.setting, asked.law)


CONDITIONS = (leader_in_office, decider_is_not_the_doctor, establishment_is_registered)


def resume_training(asked: Resuming) -> TrainingResumed:
    """Take the training up again; raises NotAllowed or RuleBroken."""
    resumed = asked.plan.path.resume(asked.first_day, by=asked.by, on=asked.on)
    decide(CONDITIONS, asked)
    return resumed
