"""May this plan go over to the new common goals? What is kept, and what is to be reached anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.law.book import LawBook
from domain.law.specialist_training import COMMON_GOALS_CHANGED
from domain.plans.common_goals import CommonGoalsChanged, Kept
from domain.plans.goals import Stage
from domain.plans.plan import TrainingPlan
from domain.plans.rules.common import decider_is_not_the_doctor, leader_in_office
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.facts import Stored
from domain.shared.findings import Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Changing:
    """May the plan go over? ``former`` and ``new`` are the sets, ``new_from`` when they change."""

    plan: TrainingPlan
    former: tuple[str, ...]
    new: tuple[str, ...]
    new_from: date
    by: Id
    on: date
    setting: Setting
    law: LawBook
    stored: Stored


def new_goals_are_in_force(asked: Changing) -> Finding | None:
    if asked.on >= asked.new_from:
        return None
    return Finding(
        rule="L-LG-02",
        force=Force.HARD,
        says=Text(
            nb=f"De nye felles målene gjelder først fra {asked.new_from}.",
            en=f"The new common goals are in force only from {asked.new_from}.",
        ),
        basis=(COMMON_GOALS_CHANGED,),
    )


CONDITIONS = (leader_in_office, decider_is_not_the_doctor, new_goals_are_in_force)


def change_common_goals(asked: Changing) -> CommonGoalsChanged:
    """Take the plan over; raises NotAllowed or RuleBroken."""
    asked.plan.common_goals.refuse_if_changed()
    began_with_them = asked.plan.opened.starts_on >= asked.new_from
    # A plan opened for one who moved here has what came along from before.
    if began_with_them and not any(code in asked.plan.goals.by_code for code in asked.former):
        raise NotAllowed(
            "nothing-to-change",
            nb=f"Planen startet {asked.plan.opened.starts_on} og har hatt de nye målene hele "
            "tiden.",
            en=f"The plan started on {asked.plan.opened.starts_on} and has had the new goals all "
            "along.",
            rule="L-LG-02",
        )
    decide(CONDITIONS, asked)
    return CommonGoalsChanged(
        kept=tuple(kept(asked.plan, asked.former, asked.stored)),
        fallen=tuple(fallen(asked.plan, asked.former)),
        new=asked.new,
        changed_by=asked.by,
        changed_on=asked.on,
        law=asked.law.version,
        basis=(COMMON_GOALS_CHANGED,),
    )


def kept(plan: TrainingPlan, former: tuple[str, ...], stored: Stored) -> Iterator[Kept]:
    """Yield the approvals of former goals, with the fact of each."""
    for code in former:
        goal = plan.goals.goal(code)
        if goal.stage is Stage.APPROVED and goal.outcome_at and goal.approved_on:
            seen = stored.seen(goal.outcome_at)
            yield Kept(goal=code, approved_on=goal.approved_on, seen=seen)


def fallen(plan: TrainingPlan, former: tuple[str, ...]) -> Iterator[str]:
    """Yield the former goals that waited for a decision that can no longer be made."""
    return (code for code in former if plan.goals.goal(code).stage is Stage.SUBMITTED)
