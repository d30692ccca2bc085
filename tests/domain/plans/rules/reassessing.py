"""Questions about new assessments, of which a test changes one thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from domain.law.book import IN_FORCE
from domain.plans.outcomes import Reassessed
from domain.plans.plan import TrainingPlan
from domain.plans.rules.arrange_reassessment import (
    Arranging,
    Confirmed,
    arrange_reassessment,
    confirm_activities,
)
from domain.plans.rules.reassess_goal import NewOutcome, reassess_goal
from domain.plans.rules.request_reassessment import (
    Demand,
    request_reassessment,
)
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.domain.plans.asking import IN_FORCE_GOALS, SETTING
from tests.support.history import Given, Then, given
from tests.support.plans import (
    GOAL,
    LEADER,
    OTHER_ACTIVITY,
    logged,
    sent,
    signed,
    text,
)
from tests.support.reassessments import (
    ARRANGED_ON,
    ASSESSED_ON,
    ASSESSOR,
    FAILED,
    OFFICER,
    PLACE,
    REASSESSMENT,
    REQUESTED_ON,
    SECOND_REASSESSMENT,
    requested,
)

ONE_DAY = timedelta(days=1)
FAILED_ON, EARLIEST = date(2026, 1, 20), date(2026, 7, 20)
DONE_SINCE = (
    logged(OTHER_ACTIVITY, GOAL, done_on=date(2026, 3, 2)),
    sent(OTHER_ACTIVITY),
    signed(OTHER_ACTIVITY, on=date(2026, 3, 4)),
)
AGAIN = (*FAILED, *DONE_SINCE, requested(SECOND_REASSESSMENT, number=2, on=EARLIEST))


def demand(at: Given[TrainingPlan], **changed: Any) -> Demand:
    asked = Demand(
        plan=at.case,
        reassessment=REASSESSMENT,
        goal=GOAL,
        on=REQUESTED_ON,
        in_force=IN_FORCE_GOALS,
        law=IN_FORCE,
        stored=at.stored,
    )
    return replace(asked, **changed)


def demanded(*facts: Fact, **changed: Any) -> Then:
    at = given(*facts)
    return at.when(lambda _: request_reassessment(demand(at, **changed)))


def again(*facts: Fact, on: date) -> Then:
    return demanded(*facts, reassessment=SECOND_REASSESSMENT, on=on)


def arranging(*facts: Fact, **changed: Any) -> Then:
    at = given(*facts)
    asked = Arranging(
        plan=at.case,
        reassessment=REASSESSMENT,
        assessors=(ASSESSOR,),
        place=PLACE,
        takes_place_on=ASSESSED_ON,
        by=OFFICER,
        on=ARRANGED_ON,
        law=IN_FORCE,
    )
    return at.when(lambda _: arrange_reassessment(replace(asked, **changed)))


def outcome(*facts: Fact, **changed: Any) -> Then:
    at = given(*facts)
    asked = NewOutcome(
        plan=at.case,
        reassessment=REASSESSMENT,
        outcome=Reassessed.ACHIEVED,
        rationale=text("vist"),
        by=OFFICER,
        on=ASSESSED_ON,
        today=ASSESSED_ON,
        in_force=IN_FORCE_GOALS,
        setting=SETTING,
        law=IN_FORCE,
        stored=at.stored,
    )
    return at.when(lambda _: reassess_goal(replace(asked, **changed)))


def confirming(*facts: Fact, reassessment: Id = SECOND_REASSESSMENT, by: Id = LEADER) -> Then:
    at = given(*facts)
    asked = Confirmed(
        plan=at.case,
        reassessment=reassessment,
        by=by,
        on=date(2026, 7, 21),
        law=IN_FORCE,
        stored=at.stored,
    )
    return at.when(lambda _: confirm_activities(asked))
