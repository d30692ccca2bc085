"""May the doctor ask for a new assessment of a goal, the first or a further one?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from domain.calendar.months import months_after
from domain.law.book import LawBook
from domain.law.reassessment import MONTHS_COUNTED
from domain.law.specialist_training import NEW_ASSESSMENT
from domain.plans.goals import Stage
from domain.plans.plan import TrainingPlan
from domain.plans.reassessment import NewAssessmentRequested
from domain.plans.rules.common import goal_is_in_force
from domain.shared.conditions import decide
from domain.shared.facts import Seen, Stored
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """May a new assessment of this goal be asked for on this day?"""

    plan: TrainingPlan
    reassessment: Id
    goal: str
    on: date
    in_force: Collection[str]
    law: LawBook
    stored: Stored


def was_not_achieved(asked: Demand) -> Finding | None:
    """Whoever has not been refused has nothing to be assessed anew; no days limit the right."""
    goal = asked.plan.goals.goal(asked.goal)
    if goal.stage is Stage.NOT_ACHIEVED and goal.decided_on and goal.decided_on <= asked.on:
        return None
    return Finding(
        rule="R-ASM-06",
        force=Force.HARD,
        says=Text(
            nb=f"Ny vurdering gjelder mål som er vurdert som ikke oppnådd; {asked.goal} er ikke "
            "det.",
            en=f"A new assessment is of goals that were found not achieved; {asked.goal} was not.",
        ),
        basis=(NEW_ASSESSMENT,),
    )


def months_have_passed(asked: Demand) -> Finding | None:
    """After a new assessment that failed, the months are counted from its day."""
    earliest = earliest_again(asked.plan, asked.goal, asked.on, asked.law)
    if earliest is None or earliest <= asked.on:
        return None
    rule = asked.law.second_reassessment.on(asked.on)
    return Finding(
        rule="R-ASM-06",
        force=Force.HARD,
        says=Text(
            nb=f"Ny vurdering av {asked.goal} kan kreves igjen tidligst {earliest}, "
            f"{rule.value.length} måneder etter den forrige nye vurderingen.",
            en=f"A new assessment of {asked.goal} can be demanded again on {earliest} at the "
            f"earliest, {rule.value.length} months after the last new assessment.",
        ),
        basis=(rule.citation, MONTHS_COUNTED),
    )


def something_was_done_since(asked: Demand) -> Finding | None:
    """Waiting is not enough; whether it was enough is for a person to say (AMB-49)."""
    failed_on = asked.plan.reassessments.last_failed_on(asked.goal)
    if failed_on is None or done_since(asked.plan, asked.goal, failed_on, asked.on):
        return None
    return Finding(
        rule="AMB-49",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb=f"Ingen signert læringsaktivitet for {asked.goal} er gjort etter {failed_on}; ny "
            "vurdering kreves etter relevante læringsaktiviteter.",
            en=f"No signed activity for {asked.goal} was done after {failed_on}; a new assessment "
            "is demanded after relevant learning activities.",
        ),
        basis=(asked.law.second_reassessment.on(asked.on).citation,),
    )


CONDITIONS = (was_not_achieved, goal_is_in_force, months_have_passed, something_was_done_since)


def request_reassessment(asked: Demand) -> NewAssessmentRequested:
    """Ask for a new assessment; raises NotAllowed or RuleBroken."""
    reassessments = asked.plan.reassessments
    reassessments.refuse_under_way(asked.goal)
    decide(CONDITIONS, asked)
    failed_on = reassessments.last_failed_on(asked.goal)
    again = asked.law.second_reassessment.on(asked.on).citation
    return reassessments.request(
        asked.reassessment,
        goal=asked.goal,
        on=asked.on,
        shown=seen_since(asked.plan, asked.goal, asked.on, asked.stored),
        law=asked.law.version,
        basis=(NEW_ASSESSMENT, again) if failed_on else (NEW_ASSESSMENT,),
    )


def earliest_again(plan: TrainingPlan, goal: str, on: date, law: LawBook) -> date | None:
    """Return the first day of a further demand, None if no new assessment has failed."""
    failed_on = plan.reassessments.last_failed_on(goal)
    months = law.second_reassessment.on(on).value.length
    return months_after(failed_on, months) if failed_on else None


def done_since(plan: TrainingPlan, goal: str, after: date, on: date) -> tuple[int, ...]:
    """Return the versions of the signatures of what was done for a goal after a day."""
    return tuple(
        found.signed_at
        for found in plan.activities.by_id.values()
        if found.signed
        and found.signed_at
        and found.signed.signed_on <= on
        and after < found.logged.done_on <= on
        and goal in found.logged.goals
    )


def seen_since(plan: TrainingPlan, goal: str, on: date, stored: Stored) -> tuple[Seen, ...]:
    """Return what was done for the goal since the last new assessment failed, if one has."""
    failed_on = plan.reassessments.last_failed_on(goal)
    if failed_on is None:
        return ()
    return tuple(stored.seen(at) for at in sorted(done_since(plan, goal, failed_on, on)))
