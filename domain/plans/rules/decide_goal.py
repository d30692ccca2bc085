"""May this leader decide that a goal is, or is not, achieved?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from domain.catalogue.goals import Goal as CatalogueGoal
from domain.law.book import LawBook
from domain.law.specialist_training import (
    CONTINUOUS_ASSESSMENT,
    INDIVIDUAL_PLAN,
    NEW_ASSESSMENT,
)
from domain.plans.goals import GoalApproved, GoalNotAchieved, Stage
from domain.plans.plan import TrainingPlan
from domain.plans.qualification import qualified_on
from domain.plans.roles import Capacity
from domain.plans.rules.common import decider_is_not_the_doctor, goal_is_in_force, leader_in_office
from domain.plans.rules.evidence import heard, shown_for
from domain.plans.rules.hearing import advice_of_those_who_took_part, counting
from domain.plans.setting import Setting
from domain.shared.conditions import ask, decide
from domain.shared.confidential import Confidential
from domain.shared.facts import Seen, Stored
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text

PROMPT_DAYS = 30
"""How long "as soon as possible" may last before the lag is shown; the law gives no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """May this leader decide on this goal on this day? ``stored`` is where evidence is hashed.

    ``replaced`` are the former goals the goal took the place of; approvals of them are evidence.
    """

    plan: TrainingPlan
    goal: str
    by: Id
    on: date
    today: date
    in_force: Collection[str]
    setting: Setting
    law: LawBook
    stored: Stored
    replaced: Collection[str] = ()
    statement: Confidential | None = None
    justification: Confidential | None = None


def is_submitted(asked: Outcome) -> Finding | None:
    goal = asked.plan.goals.goal(asked.goal)
    submitted = goal.submitted
    if goal.stage is Stage.SUBMITTED and submitted and submitted.submitted_on <= asked.on:
        return None
    return Finding(
        rule="R-ASM-05",
        force=Force.HARD,
        confidence=Confidence.B,
        says=Text(
            nb=f"{asked.goal} var ikke sendt inn den {asked.on}.",
            en=f"{asked.goal} was not submitted on {asked.on}.",
        ),
    )


def plan_was_agreed(asked: Outcome) -> Finding | None:
    """No goal is decided before there is an individual plan to decide it by (R-PLN-01)."""
    if asked.plan.programme.in_force(asked.on):
        return None
    return Finding(
        rule="R-PLN-01",
        force=Force.HARD,
        says=Text(
            nb=f"Ingen individuell utdanningsplan var avtalt den {asked.on} mellom lege, leder og "
            "veileder.",
            en=f"No individual training plan was agreed on {asked.on} between doctor, leader and "
            "supervisor.",
        ),
        basis=(INDIVIDUAL_PLAN,),
    )


def supervisor_was_heard(asked: Outcome) -> Finding | None:
    rule = asked.law.assessment.on(asked.on)
    heard = counting(asked.plan, asked.goal, Capacity.SUPERVISOR, asked.on)
    if len(heard) >= rule.value.supervisors:
        return None
    return Finding(
        rule="R-ASM-02",
        force=Force.HARD,
        says=Text(
            nb="Det mangler anbefaling fra veilederen.",
            en="The supervisor's recommendation is missing.",
        ),
        basis=(rule.citation,),
    )


def one_who_took_part_was_heard(asked: Outcome) -> Finding | None:
    rule = asked.law.assessment.on(asked.on)
    heard = advice_of_those_who_took_part(asked.plan, asked.goal, asked.on)
    if len(heard) >= rule.value.clinical_supervisors:
        return None
    return Finding(
        rule="R-ASM-02",
        force=Force.HARD,
        says=Text(
            nb="Det mangler anbefaling fra en supervisør som har signert noe for legen.",
            en="A recommendation is missing from a clinical supervisor who has signed something "
            "for the doctor.",
        ),
        basis=(rule.citation,),
    )


def leader_is_not_adviser(asked: Outcome) -> Finding | None:
    advisers = {
        given.fact.given_by for given in asked.plan.goals.goal(asked.goal).counting(asked.on)
    }
    if asked.by not in advisers and asked.plan.roles.supervisor_on(asked.on) != asked.by:
        return None
    return Finding(
        rule="AMB-24",
        force=Force.SOFT,
        says=Text(
            nb="Lederen er selv veileder eller har gitt en av anbefalingene; uavhengigheten er da "
            "tvilsom.",
            en="The leader is also supervisor or gave one of the recommendations; independence is "
            "then doubtful.",
        ),
        confidence=Confidence.C,
    )


def supervisor_was_qualified(asked: Outcome) -> Finding | None:
    given = counting(asked.plan, asked.goal, Capacity.SUPERVISOR, asked.on)
    facts = (advice.fact for advice in given)
    if all(
        qualified_on(asked.plan, asked.setting, asked.law, f.given_by, f.given_on) for f in facts
    ):
        return None
    return Finding(
        rule="R-SUP-02",
        force=Force.SOFT,
        says=Text(
            nb="Veilederen var verken registrert som spesialist eller fritatt da anbefalingen ble "
            "gitt.",
            en="The supervisor was neither recorded as a specialist nor exempted when the "
            "recommendation was given.",
        ),
        basis=(asked.law.supervisor.on(asked.on).citation,),
    )


def is_documented_soon(asked: Outcome) -> Finding | None:
    lag = (asked.today - asked.on).days
    if lag <= PROMPT_DAYS:
        return None
    return Finding(
        rule="R-ASM-01",
        force=Force.INFO,
        says=Text(
            nb=f"Vurderingen ble registrert {lag} dager etter at den ble gjort.",
            en=f"The assessment was recorded {lag} days after it was made.",
        ),
        basis=(CONTINUOUS_ASSESSMENT,),
    )


def competence_is_stated(asked: Outcome) -> Finding | None:
    if asked.statement and (asked.statement.text is None or asked.statement.text.strip()):
        return None
    return Finding(
        rule="R-LG-03",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb="Lederen må si med egne ord hva som gjør at kompetansen er eller ikke er oppnådd.",
            en="The leader must state in words why the competence is, or is not, achieved.",
        ),
    )


BEFORE_THE_LEADER = (
    is_submitted,
    goal_is_in_force,
    plan_was_agreed,
    supervisor_was_heard,
    one_who_took_part_was_heard,
    supervisor_was_qualified,
)
"""What must be in place before the leader is asked: the gap list of a goal."""

CONDITIONS = (
    leader_in_office,
    decider_is_not_the_doctor,
    *BEFORE_THE_LEADER,
    leader_is_not_adviser,
    is_documented_soon,
    competence_is_stated,
)


def earliest_decision(asked: Outcome, goal: CatalogueGoal) -> date | None:
    """Return the first day on which the goal can be decided, None if it is out of force by then.

    Advice, a submission and an agreed plan can be there today; a goal to come cannot.
    """
    day = max(asked.on, goal.first_day, asked.plan.opened.starts_on)
    return day if goal.in_force(day) else None


def gaps(asked: Outcome) -> tuple[Finding, ...]:
    """Return what is missing before a leader can decide on the goal.

    A leader who asks is told what stands in the way of that leader; the words come with the act.
    """
    if asked.setting.leader_on(asked.by, asked.on):
        return ask((*BEFORE_THE_LEADER, leader_is_not_adviser), asked)
    return ask(BEFORE_THE_LEADER, asked)


def approve_goal(asked: Outcome) -> GoalApproved:
    """Confirm that the competence is achieved; raises NotAllowed, RuleBroken or NotJustified."""
    findings = _decided(asked)
    assert asked.statement is not None
    return GoalApproved(
        goal=asked.goal,
        approved_by=asked.by,
        approved_on=asked.on,
        statement=asked.statement,
        justification=asked.justification,
        heard=heard(asked.plan, asked.goal, asked.on, asked.stored),
        evidence=_evidence(asked),
        law=asked.law.version,
        basis=(asked.law.assessment.on(asked.on).citation,),
        findings=findings,
    )


def find_goal_not_achieved(asked: Outcome) -> GoalNotAchieved:
    """Find the competence not achieved; the doctor may ask for a new assessment (R-ASM-06)."""
    findings = _decided(asked)
    assert asked.statement is not None
    return GoalNotAchieved(
        goal=asked.goal,
        decided_by=asked.by,
        decided_on=asked.on,
        reasons=asked.statement,
        justification=asked.justification,
        heard=heard(asked.plan, asked.goal, asked.on, asked.stored),
        evidence=_evidence(asked),
        law=asked.law.version,
        basis=(asked.law.assessment.on(asked.on).citation, NEW_ASSESSMENT),
        findings=findings,
    )


def _decided(asked: Outcome) -> tuple[Finding, ...]:
    asked.plan.goals.in_stage(asked.goal, Stage.SUBMITTED)
    return decide(CONDITIONS, asked, asked.justification)


def _evidence(asked: Outcome) -> tuple[Seen, ...]:
    """Return what the plan showed of the goal by the day, and the other cases leant on."""
    shown = shown_for(asked.plan, asked.goal, asked.on, asked.stored, replaced=asked.replaced)
    return (*shown, *asked.setting.leant_on)
