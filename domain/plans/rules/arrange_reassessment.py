"""May this person confirm the activities before a new assessment, or arrange who makes it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from domain.law.book import LawBook
from domain.law.reassessment import ARRANGED_BY_COUNTY_GOVERNOR
from domain.plans.plan import TrainingPlan
from domain.plans.reassessment import (
    UNDER_WAY,
    ActivitiesSinceConfirmed,
    NewAssessmentArranged,
)
from domain.plans.rules.common import is_oneself
from domain.plans.rules.request_reassessment import seen_since
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.facts import Stored
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed
from domain.shared.stated import stated
from domain.shared.texts import Text

FARTHEST_AHEAD = timedelta(days=366)
"""An assessment more than a year from now is a year typed wrongly."""


class Assessing(Protocol):
    """A question about who assesses a goal anew."""

    @property
    def plan(self) -> TrainingPlan: ...
    @property
    def goal(self) -> str: ...
    @property
    def assessors(self) -> tuple[Id, ...]: ...
    @property
    def by(self) -> Id: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """May this person confirm that activities have covered the months?"""

    plan: TrainingPlan
    reassessment: Id
    by: Id
    on: date
    law: LawBook
    stored: Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranging:
    """May these people be asked to assess the goal anew?"""

    plan: TrainingPlan
    reassessment: Id
    assessors: tuple[Id, ...]
    place: str
    takes_place_on: date
    by: Id
    on: date
    law: LawBook
    justification: Confidential | None = None

    @property
    def goal(self) -> str:
        return self.plan.reassessments.reassessment(self.reassessment).requested.goal


def is_not_the_doctor(asked: Confirmed | Assessing) -> Finding | None:
    assessors = getattr(asked, "assessors", ())
    if asked.plan.doctor not in (asked.by, *assessors):
        return None
    return is_oneself(
        Text(
            nb="Ingen ordner eller gjør vurderingen av egne mål.",
            en="Nobody arranges or makes the assessment of their own goals.",
        )
    )


def others_assess(asked: Assessing) -> Finding | None:
    """A new assessment by those who assessed before is hardly new (house rule)."""
    if not set(asked.assessors) & set(asked.plan.goals.goal(asked.goal).assessed_by):
        return None
    return Finding(
        rule="R-ASM-06",
        force=Force.SOFT,
        confidence=Confidence.C,
        says=Text(
            nb=f"En av dem som vurderer, har vurdert {asked.goal} eller gitt råd om det før; den "
            "nye vurderingen bør gjøres av andre.",
            en=f"One of the assessors has assessed {asked.goal} or advised on it before; others "
            "should make the new assessment.",
        ),
        basis=(ARRANGED_BY_COUNTY_GOVERNOR,),
    )


def activities_were_confirmed(asked: Arranging) -> Finding | None:
    if not asked.plan.reassessments.reassessment(asked.reassessment).waits_for_confirmation:
        return None
    return Finding(
        rule="AMB-49",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb="Ingen har bekreftet at læringsaktivitetene dekker tiden siden forrige nye "
            "vurdering.",
            en="Nobody has confirmed that the learning activities cover the time since the last "
            "new assessment.",
        ),
        basis=(asked.law.second_reassessment.on(asked.on).citation,),
    )


ARRANGE_CONDITIONS = (is_not_the_doctor, activities_were_confirmed, others_assess)


def confirm_activities(asked: Confirmed) -> ActivitiesSinceConfirmed:
    """Confirm what was done since; raises NotFound, NotAllowed or RuleBroken."""
    found = asked.plan.reassessments.in_stage(asked.reassessment, *UNDER_WAY)
    if not found.waits_for_confirmation:
        raise NotAllowed(
            "no-confirmation-needed",
            nb="Denne nye vurderingen venter ikke på at aktiviteter bekreftes.",
            en="This new assessment does not wait for activities to be confirmed.",
            rule="AMB-49",
        )
    decide((is_not_the_doctor,), asked)
    return ActivitiesSinceConfirmed(
        reassessment=asked.reassessment,
        goal=found.requested.goal,
        confirmed_by=asked.by,
        confirmed_on=asked.on,
        shown=seen_since(asked.plan, found.requested.goal, asked.on, asked.stored),
        basis=(asked.law.second_reassessment.on(asked.on).citation,),
    )


def arrange_reassessment(asked: Arranging) -> NewAssessmentArranged:
    """Arrange who assesses, where and when, for the first time or anew; raises Refused."""
    found = asked.plan.reassessments.in_stage(asked.reassessment, *UNDER_WAY)
    assessors = refuse_nobody(asked.assessors)
    day = asked.takes_place_on
    if not found.requested.requested_on <= day <= asked.on + FARTHEST_AHEAD:
        raise Invalid(
            "assessment-day-out-of-range",
            nb=f"Vurderingen skjer etter at den ble bedt om {found.requested.requested_on}, og "
            f"innen et år; {day} er ikke det.",
            en=f"The assessment takes place after it was requested on "
            f"{found.requested.requested_on}, and within a year; {day} does not.",
            rule="R-ASM-06",
            field="takesPlaceOn",
        )
    findings = decide(ARRANGE_CONDITIONS, asked, asked.justification)
    return NewAssessmentArranged(
        reassessment=asked.reassessment,
        goal=asked.goal,
        assessors=assessors,
        place=stated(asked.place, field="place"),
        takes_place_on=day,
        arranged_by=asked.by,
        arranged_on=asked.on,
        justification=asked.justification,
        basis=(ARRANGED_BY_COUNTY_GOVERNOR,),
        findings=findings,
    )


def refuse_nobody(assessors: tuple[Id, ...]) -> tuple[Id, ...]:
    """Return those who assess, each once; raises Invalid if there is nobody."""
    if not assessors:
        raise Invalid(
            "assessors-missing",
            nb="Oppgi hvem som vurderer.",
            en="State who assesses.",
            rule="R-ASM-06",
            field="assessors",
        )
    return tuple(dict.fromkeys(assessors))
