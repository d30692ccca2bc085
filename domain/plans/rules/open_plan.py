"""May this leader open a training plan for this doctor?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from domain.law.book import LawBook
from domain.law.specialist_training import AUTHORISED_FIRST, EntryExceptionRule
from domain.plans.opening import EmploymentModel, PartOneException, PlanOpened
from domain.plans.plan import TrainingPlan
from domain.plans.rules.common import is_oneself, leader_in_office, registered_on
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.dated import Version
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from domain.shared.texts import Text

LONGEST_AHEAD = 366
"""How many days before the post is taken up a plan may be opened; the law gives no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOpening:
    """May this leader open a plan for this doctor, starting on this day?"""

    plan: TrainingPlan
    doctor: Id
    organisation: Id
    employment_model: EmploymentModel
    starts_on: date
    part_one_completed_on: date | None
    part_one_exception: PartOneException | None
    by: Id
    on: date
    setting: Setting
    law: LawBook
    justification: Confidential | None = None


def leader_is_not_the_doctor(asked: PlanOpening) -> Finding | None:
    if asked.by != asked.doctor:
        return None
    return is_oneself(
        Text(nb="Ingen åpner sin egen utdanningsplan.", en="Nobody opens their own plan.")
    )


def establishment_is_registered(asked: PlanOpening) -> Finding | None:
    return registered_on(asked.starts_on, asked.setting, asked.law)


def part_one_is_complete(asked: PlanOpening) -> Finding | None:
    rule, completed = asked.law.entry.on(asked.starts_on), asked.part_one_completed_on
    # What has not come yet is not complete, whatever is planned.
    complete = completed is not None and completed < asked.starts_on and completed <= asked.on
    if complete or asked.part_one_exception or not rule.value.part_one_goals_reached:
        return None
    return Finding(
        rule="R-SVC-07",
        force=Force.HARD,
        says=Text(
            nb="Alle læringsmål i del 1 skal være oppnådd før tiltredelse.",
            en="All part one goals must be reached before the post is taken up.",
        ),
        basis=(rule.citation,),
    )


def exception_is_justified(asked: PlanOpening) -> Finding | None:
    """What is missing must still be reached, so an exception says why and is shown."""
    if not asked.part_one_exception:
        return None
    rule = exception_rule(asked)
    says = Text(
        nb="Læringsmål i del 1 mangler etter et unntak og må nås under spesialiseringen.",
        en="Part one goals are missing by an exception and must be reached in the training.",
    )
    if not rule.value.reached_during_training:
        says = Text(
            nb="Kravet om læringsmål i del 1 gjelder ikke for legen, etter overgangsreglene.",
            en="By the transition the doctor is not asked for the goals of part one.",
        )
    return Finding(rule="R-SVC-07", force=Force.SOFT, says=says, basis=(rule.citation,))


def exception_rule(asked: PlanOpening) -> Version[EntryExceptionRule]:
    """Return the exception that is claimed; raises NoRuleInForce before there was one."""
    exceptions = {
        PartOneException.FOREIGN_TRAINING: asked.law.entry_after_foreign_training,
        PartOneException.COVID_19: asked.law.entry_after_covid_19,
        PartOneException.EEA_EDUCATION: asked.law.entry_with_eea_education,
    }
    assert asked.part_one_exception is not None
    return exceptions[asked.part_one_exception].on(asked.starts_on)


def starts_before_long(asked: PlanOpening) -> Finding | None:
    latest = asked.on + timedelta(days=LONGEST_AHEAD)
    if asked.starts_on <= latest:
        return None
    return Finding(
        rule="R-DEF-02",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb=f"Planen åpnes når tiltredelsen er nær: senest {latest}, ikke {asked.starts_on}.",
            en=f"A plan is opened when the post is about to be taken up: by {latest}, not "
            f"{asked.starts_on}.",
        ),
    )


def doctor_is_authorised(asked: PlanOpening) -> Finding | None:
    if asked.setting.authorised_on(asked.doctor, asked.starts_on):
        return None
    return Finding(
        rule="L-SPF-02",
        force=Force.HARD,
        says=Text(
            nb=f"Legen har ikke registrert autorisasjon eller lisens den {asked.starts_on}.",
            en=f"No authorisation or licence is recorded for the doctor on {asked.starts_on}.",
        ),
        basis=(AUTHORISED_FIRST,),
    )


CONDITIONS = (
    leader_in_office,
    leader_is_not_the_doctor,
    establishment_is_registered,
    part_one_is_complete,
    exception_is_justified,
    doctor_is_authorised,
    starts_before_long,
)


def refuse_start_after_work(plan: TrainingPlan, starts_on: date) -> None:
    """Raise NotAllowed for a start that would lie after what is already recorded as done."""
    held = (session.drafted.held_on for session in plan.guidance.sessions.values())
    done = (activity.logged.done_on for activity in plan.activities.by_id.values())
    visited = (day for visit in plan.visits.by_id.values() for day in visit.entered.days)
    asked = plan.path.request.last_day if plan.path.request else date.max
    stops = plan.path.stops_on or date.max
    first = min(*held, *done, *visited, asked, stops, date.max)
    if first < starts_on:
        raise NotAllowed(
            "work-before-the-start",
            nb=f"Det er registrert noe i utdanningen den {first}, før {starts_on}; rett det først.",
            en=f"Something of the training is recorded on {first}, before {starts_on}; correct "
            "that first.",
            rule="R-DEF-02",
            field="startsOn",
        )


def open_plan(asked: PlanOpening) -> PlanOpened:
    """Open the plan; raises NotAllowed or RuleBroken."""
    asked.plan.opening.refuse_if_open()
    findings = decide(CONDITIONS, asked, asked.justification)
    return PlanOpened(
        doctor=asked.doctor,
        organisation=asked.organisation,
        employment_model=asked.employment_model,
        starts_on=asked.starts_on,
        part_one_completed_on=asked.part_one_completed_on,
        part_one_exception=asked.part_one_exception,
        opened_by=asked.by,
        opened_on=asked.on,
        seen=asked.setting.leant_on,
        law=asked.law.version,
        basis=(
            asked.law.registration.on(asked.starts_on).citation,
            asked.law.entry.on(asked.starts_on).citation,
            *((exception_rule(asked).citation,) if asked.part_one_exception else ()),
        ),
        findings=findings,
        justification=asked.justification,
    )
