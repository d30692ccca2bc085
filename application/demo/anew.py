"""What a simulated doctor has assessed anew: the first goal that was not achieved."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from random import Random

from application.actors import Role
from application.demo.career import FULL_PATH, Career
from application.demo.meetings import made, over
from domain.plans.goals import Stage
from domain.plans.outcomes import Reassessed
from domain.plans.rules.arrange_reassessment import Arranging, arrange_reassessment
from domain.plans.rules.reassess_goal import NewOutcome, reassess_goal
from domain.plans.rules.request_reassessment import Demand, request_reassessment
from domain.shared.confidential import Confidential
from domain.shared.ids import Id

QUARTER = timedelta(days=91)
ACHIEVED = 0.7
PLACE = "Legekontor i nabokommunen"
RATIONALE = {
    Reassessed.ACHIEVED: "Kompetansen ble vist i fire observerte konsultasjoner.",
    Reassessed.NOT_ACHIEVED: "Legen trenger mer erfaring før kompetansen er vist.",
}


def anew(career: Career) -> None:
    """Have the doctor look, once a quarter, for a goal to ask a new assessment of."""
    draw = Random(f"anew/{career.number}")  # noqa: S311 - the same demo for the same number
    for quarter in range(3, FULL_PATH // QUARTER + 1):
        day = career.starts_on + QUARTER * quarter
        career.later(day, partial(_ask, career, draw), draw=draw)


def _ask(career: Career, draw: Random, at: datetime) -> None:
    day, plan = at.date(), career.plan
    in_force = career.catalogue.codes_in_force(day)
    refused = [
        code
        for code, goal in sorted(plan.goals.by_code.items())
        if goal.stage is Stage.NOT_ACHIEVED and code in in_force
    ]
    if over(career, at) or plan.reassessments.by_id or not refused:
        return
    key = ask_anew(career, refused[0], at)
    soon = day + timedelta(days=draw.randint(8, 20))
    career.later(soon, partial(_arrange, career, draw, key), draw=draw)


def ask_anew(career: Career, goal: str, at: datetime) -> Id:
    """Have the doctor ask for a new assessment of a goal; return which it is."""
    day, plan = at.date(), career.plan
    key = made(career, "reassessment", day)
    requested = request_reassessment(
        Demand(
            plan=plan,
            reassessment=key,
            goal=goal,
            on=day,
            in_force=career.catalogue.codes_in_force(day),
            law=career.law,
            stored=career.book,
        )
    )
    career.record(requested, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    return key


def _stands(career: Career, key: Id, at: datetime) -> bool:
    """Return whether the goal still waits to be assessed anew, and may be."""
    goal = career.plan.reassessments.by_id[key].requested.goal
    approved = career.plan.goals.goal(goal).stage is Stage.APPROVED
    return not (over(career, at) or approved) and goal in career.catalogue.codes_in_force(at.date())


def _arrange(career: Career, draw: Random, key: Id, at: datetime) -> None:
    if not _stands(career, key, at):
        return
    officer, takes_place_on = career.world.person("statsforvalteren"), at.date() + QUARTER / 3
    arranged = arrange_reassessment(
        Arranging(
            plan=career.plan,
            reassessment=key,
            # A supervisor of others, who has not met the doctor.
            assessors=(career.world.supervisor(career.number + 5),),
            place=PLACE,
            takes_place_on=takes_place_on,
            by=officer,
            on=at.date(),
            law=career.law,
        )
    )
    career.record(arranged, at=at, by=officer, acting_as=Role.COUNTY_GOVERNOR_OFFICER)
    career.later(takes_place_on, partial(_assess, career, draw, key), draw=draw)


def _assess(career: Career, draw: Random, key: Id, at: datetime) -> None:
    if not _stands(career, key, at):
        return
    officer, day = career.world.person("statsforvalteren"), at.date()
    outcome = Reassessed.ACHIEVED if draw.random() < ACHIEVED else Reassessed.NOT_ACHIEVED
    found = reassess_goal(
        NewOutcome(
            plan=career.plan,
            reassessment=key,
            outcome=outcome,
            rationale=Confidential(RATIONALE[outcome]),
            by=officer,
            on=day,
            today=day,
            in_force=career.catalogue.codes_in_force(day),
            setting=career.world.setting(career.around(), at),
            law=career.law,
            stored=career.book,
        )
    )
    career.record(found, at=at, by=officer, acting_as=Role.COUNTY_GOVERNOR_OFFICER)
