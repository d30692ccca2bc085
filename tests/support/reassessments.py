"""Recorded facts of new assessments. They are made here, never acted out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.plans.outcomes import GoalReassessed, Reassessed
from domain.plans.reassessment import (
    ActivitiesSinceConfirmed,
    NewAssessmentArranged,
    NewAssessmentRequested,
    NewAssessmentWithdrawn,
)
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from tests.support.plans import (
    ACTIVITY,
    APPOINTED,
    DAY,
    GOAL,
    LAW,
    LEADER,
    READY,
    logged,
    not_achieved,
    sent,
    signed,
    submitted,
)

REASSESSMENT = Id(f"{UUID(int=0x4A1)}")
SECOND_REASSESSMENT = Id(f"{UUID(int=0x4A2)}")
THIRD_REASSESSMENT = Id(f"{UUID(int=0x4A3)}")
OFFICER = Id(f"{UUID(int=0xC61)}")
ASSESSOR = Id(f"{UUID(int=0xA55)}")
OTHER_ASSESSOR = Id(f"{UUID(int=0xA56)}")
PLACE = "Nabolia kommune"

REQUESTED_ON = date(2026, 6, 1)
ARRANGED_ON = date(2026, 6, 8)
ASSESSED_ON = date(2026, 6, 22)


def requested(
    reassessment: Id = REASSESSMENT,
    *,
    goal: str = GOAL,
    number: int = 1,
    on: date = REQUESTED_ON,
) -> NewAssessmentRequested:
    return NewAssessmentRequested(
        reassessment=reassessment,
        goal=goal,
        round=number,
        requested_on=on,
        shown=(),
        law=LAW,
        basis=(),
    )


def withdrawn(reassessment: Id = REASSESSMENT, *, on: date = ARRANGED_ON) -> NewAssessmentWithdrawn:
    return NewAssessmentWithdrawn(reassessment=reassessment, goal=GOAL, withdrawn_on=on)


def confirmed(
    reassessment: Id = REASSESSMENT, *, by: Id = LEADER, on: date = ARRANGED_ON
) -> ActivitiesSinceConfirmed:
    return ActivitiesSinceConfirmed(
        reassessment=reassessment,
        goal=GOAL,
        confirmed_by=by,
        confirmed_on=on,
        shown=(),
        basis=(),
    )


def arranged(
    reassessment: Id = REASSESSMENT,
    *,
    assessors: tuple[Id, ...] = (ASSESSOR,),
    on: date = ARRANGED_ON,
    takes_place_on: date = ASSESSED_ON,
) -> NewAssessmentArranged:
    return NewAssessmentArranged(
        reassessment=reassessment,
        goal=GOAL,
        assessors=assessors,
        place=PLACE,
        takes_place_on=takes_place_on,
        arranged_by=OFFICER,
        arranged_on=on,
        justification=None,
        basis=(),
        findings=(),
    )


def reassessed(
    reassessment: Id = REASSESSMENT,
    *,
    outcome: Reassessed = Reassessed.NOT_ACHIEVED,
    by: tuple[Id, ...] = (ASSESSOR,),
    on: date = ASSESSED_ON,
) -> GoalReassessed:
    return GoalReassessed(
        goal=GOAL,
        reassessment=reassessment,
        outcome=outcome,
        assessed_by=by,
        assessed_on=on,
        entered_by=OFFICER,
        rationale=Confidential("lite erfaring"),
        justification=None,
        heard=(),
        evidence=(),
        law=LAW,
        basis=(),
        findings=(),
    )


REFUSED = (*READY, not_achieved(on=DAY))
"""The leader has found the goal not achieved."""

ASKED = (*REFUSED, requested())
TO_BE_MADE = (*ASKED, arranged())
FAILED = (
    *APPOINTED,
    logged(ACTIVITY, GOAL, done_on=date(2025, 10, 1)),
    sent(),
    signed(on=date(2025, 10, 3)),
    submitted(on=date(2025, 12, 1)),
    not_achieved(on=date(2025, 12, 8)),
    requested(on=date(2026, 1, 5)),
    arranged(on=date(2026, 1, 7), takes_place_on=date(2026, 1, 20)),
    reassessed(on=date(2026, 1, 20)),
)
"""The example of the rule: the first new assessment failed on 20 January 2026."""

STORY = (
    requested(),
    withdrawn(),
    requested(SECOND_REASSESSMENT),
    confirmed(SECOND_REASSESSMENT),
    arranged(SECOND_REASSESSMENT),
    reassessed(SECOND_REASSESSMENT),
)
"""In which every kind of fact occurs; what is folded is not judged."""
