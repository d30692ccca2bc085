"""May this leader convene this panel: is it composed as a vurderingskollegium is?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from domain.plans.panels import Member, PanelCapacity, PanelConcluded, PanelConvened
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.rules.common import decider_is_not_the_doctor, leader_in_office
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from domain.shared.texts import Text

FARTHEST_AHEAD = timedelta(days=366)
NEEDED = (PanelCapacity.LEADER, PanelCapacity.SUPERVISOR, PanelCapacity.CLINICAL_SUPERVISOR)
_NB = {
    PanelCapacity.LEADER: "leder",
    PanelCapacity.SUPERVISOR: "veileder",
    PanelCapacity.CLINICAL_SUPERVISOR: "supervisør",
    PanelCapacity.DOCTOR: "lege",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Convening:
    """May this panel be convened?"""

    plan: TrainingPlan
    panel: Id
    first_day: date
    last_day: date
    meets_on: date
    members: tuple[Member, ...]
    goals: tuple[str, ...]
    by: Id
    on: date
    setting: Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluding:
    """May this leader record what the panel concluded?"""

    plan: TrainingPlan
    panel: Id
    conclusion: Confidential
    by: Id
    on: date
    setting: Setting


def is_composed(asked: Convening) -> Finding | None:
    """Leader, supervisor and one who supervises in daily work: three people at least."""
    there = {member.capacity for member in asked.members}
    missing = [capacity for capacity in NEEDED if capacity not in there]
    if not missing:
        return None
    return Finding(
        rule="R-ASM-04",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb=f"Et vurderingskollegium har leder, veileder og minst én supervisør; her mangler "
            f"{', '.join(_NB[one] for one in missing)}.",
            en="A panel has a leader, the supervisor and at least one clinical supervisor; "
            f"missing: {', '.join(missing)}.",
        ),
    )


def members_have_their_capacity(asked: Convening) -> Finding | None:
    wrong = [member for member in asked.members if not _has(asked, member)]
    if not wrong:
        return None
    named_nb = ", ".join(sorted({_NB[PanelCapacity(one.capacity)] for one in wrong}))
    named_en = ", ".join(sorted({one.capacity for one in wrong}))
    return Finding(
        rule="R-ASM-04",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb=f"Noen i kollegiet er ikke det de står som, den {asked.meets_on}: {named_nb}.",
            en=f"Somebody in the panel is not what they sit as on {asked.meets_on}: {named_en}.",
        ),
    )


def _has(asked: Convening, member: Member) -> bool:
    person, day, plan = member.person, asked.meets_on, asked.plan
    match PanelCapacity(member.capacity):
        case PanelCapacity.DOCTOR:
            return person == plan.doctor
        case PanelCapacity.LEADER:
            return asked.setting.leader_on(person, day) and person != plan.doctor
        case PanelCapacity.SUPERVISOR:
            return plan.roles.holds(person, Capacity.SUPERVISOR, day)
        case PanelCapacity.CLINICAL_SUPERVISOR:
            return plan.roles.holds(person, Capacity.CLINICAL_SUPERVISOR, day)
    return True


CONVENE_CONDITIONS = (
    leader_in_office,
    decider_is_not_the_doctor,
    is_composed,
    members_have_their_capacity,
)
CONCLUDE_CONDITIONS = (leader_in_office, decider_is_not_the_doctor)


def convene_panel(asked: Convening) -> PanelConvened:
    """Convene the panel; raises Invalid, NotAllowed or RuleBroken."""
    asked.plan.opening.refuse_before_start(asked.first_day, field="firstDay")
    if max(asked.meets_on, asked.last_day) > asked.on + FARTHEST_AHEAD:
        raise Invalid(
            "panel-too-far-ahead",
            nb="Et kollegium innkalles høyst et år fram i tid.",
            en="A panel is convened a year ahead at most.",
            rule="R-ASM-04",
            field="meetsOn" if asked.meets_on >= asked.last_day else "lastDay",
        )
    decide(CONVENE_CONDITIONS, asked)
    return asked.plan.panels.convene(
        asked.panel,
        first_day=asked.first_day,
        last_day=asked.last_day,
        meets_on=asked.meets_on,
        members=asked.members,
        goals=asked.goals,
        by=asked.by,
        on=asked.on,
    )


def conclude_panel(asked: Concluding) -> PanelConcluded:
    """Record the conclusion; raises NotFound, NotAllowed or RuleBroken."""
    asked.plan.panels.panel(asked.panel)
    decide(CONCLUDE_CONDITIONS, asked)
    return asked.plan.panels.conclude(asked.panel, asked.conclusion, by=asked.by, on=asked.on)
