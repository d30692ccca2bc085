"""How a simulated doctor's goals are submitted, advised on and decided over the years."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from application.actors import Role
from application.demo.career import FULL_PATH, Career
from domain.plans.goals import Advice, Stage
from domain.plans.guidance import SessionStage
from domain.plans.rules.correct_goal import Correction, Returning, correct_goal, return_goal
from domain.plans.rules.decide_goal import Outcome, approve_goal, find_goal_not_achieved
from domain.plans.rules.submit_goal import (
    Recommendation,
    Submission,
    recommend_goal,
    submit_goal,
)
from domain.shared.confidential import Confidential
from domain.shared.ids import Id

STATEMENT = (
    "Kompetansen er vist i selvstendig arbeid over tid.",
    "Legen mestrer dette trygt, også i uventede situasjoner.",
    "Veileder og supervisør mener det samme: kompetansen er vist i det daglige arbeidet.",
)
RETURNED = "Legg ved flere aktiviteter før målet vurderes."
REASONS = "Kompetansen er ikke tilstrekkelig vist; mer erfaring trengs."
ERROR = "Utfallet ble registrert på feil mål."

RECALLED, SENT_BACK, NOT_ACHIEVED, CORRECTED = 0.02, 0.05, 0.02, 0.01


def goals(career: Career) -> None:
    """Spread about a hundred goals over the path, more toward its end."""
    months = FULL_PATH.days // 30
    for month in range(5, months):
        day = career.starts_on + timedelta(days=30 * month)
        for _ in range(career.draw.choice((1, 2, 2)) if month > months // 3 else 1):
            career.later(day + _days(career, 0, 25), lambda at: _submit_next(career, at))


def _days(career: Career, least: int, most: int) -> timedelta:
    return timedelta(days=career.draw.randint(least, most))


def _last_session(career: Career, day: date) -> date | None:
    held = [
        session.drafted.held_on
        for session in career.plan.guidance.sessions.values()
        if session.stage is SessionStage.FINALISED and session.drafted.held_on <= day
    ]
    return max(held, default=None)


def _submit_next(career: Career, at: datetime) -> None:
    day = at.date()
    waiting = [
        goal.code
        for goal in career.catalogue.in_force(day)
        if career.plan.goals.goal(goal.code).stage not in (Stage.APPROVED, Stage.SUBMITTED)
    ]
    consulted_on = _last_session(career, day)
    if not waiting or consulted_on is None or not career.clinical_who_signed():
        return
    goal = career.draw.choice(waiting)
    submitted = submit_goal(
        Submission(
            plan=career.plan,
            goal=goal,
            consulted_on=consulted_on,
            on=day,
            in_force=career.catalogue.codes_in_force(day),
        )
    )
    career.record(submitted, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    if career.draw.random() < RECALLED:
        career.later(day + _days(career, 1, 3), lambda at: _recall(career, goal, at))
        return
    advisers = [career.supervisor, career.draw.choice(career.clinical_who_signed())]
    for adviser in advisers:
        career.later(day + _days(career, 2, 18), partial(advise, career, goal, adviser))
    # After the last advice, also when a weekend puts that off.
    career.later(day + _days(career, 21, 45), lambda at: _decide(career, goal, at))


def _recall(career: Career, goal: str, at: datetime) -> None:
    if career.plan.goals.goal(goal).stage is Stage.SUBMITTED:
        recalled = career.plan.goals.recall(goal, on=at.date())
        career.record(recalled, at=at, by=career.doctor, acting_as=Role.DOCTOR)


def advise(career: Career, goal: str, by: Id, at: datetime) -> None:
    """Advise, unless a new assessment approved the goal meanwhile."""
    if career.plan.goals.goal(goal).stage is Stage.APPROVED:
        return
    advised = recommend_goal(
        Recommendation(
            plan=career.plan,
            goal=goal,
            advice=Advice.ACHIEVED,
            rationale=None,
            by=by,
            capacity=career.capacity(by, at),
            on=at.date(),
        )
    )
    career.record(advised, at=at, by=by, acting_as=Role(advised.capacity))


def _decide(career: Career, goal: str, at: datetime) -> None:
    """Decide, unless the goal went out of force, or was approved anew, while it waited."""
    if career.plan.goals.goal(goal).stage is Stage.APPROVED:
        return
    day = at.date()
    if goal not in career.catalogue.codes_in_force(day):
        return
    drawn = career.draw.random()
    if drawn < SENT_BACK:
        _send_back(career, goal, at)
        return
    not_achieved = drawn < SENT_BACK + NOT_ACHIEVED
    statement = REASONS if not_achieved else career.draw.choice(STATEMENT)
    asked = asked_of(career, goal, statement, at)
    outcome = find_goal_not_achieved(asked) if not_achieved else approve_goal(asked)
    career.record(outcome, at=at, by=asked.by, acting_as=Role.LEADER)
    if career.draw.random() < CORRECTED:
        career.later(day + _days(career, 1, 5), lambda at: _correct(career, goal, at))


def asked_of(career: Career, goal: str, statement: str, at: datetime) -> Outcome:
    """Return what a leader asks the rules who decides on a goal."""
    day = at.date()
    return Outcome(
        plan=career.plan,
        goal=goal,
        by=career.world.leader(at),
        on=day,
        today=day,
        in_force=career.catalogue.codes_in_force(day),
        replaced=career.catalogue.replaced_by(goal),
        setting=career.world.setting(career.around(), at),
        law=career.law,
        stored=career.book,
        statement=Confidential(statement),
    )


def _send_back(career: Career, goal: str, at: datetime) -> None:
    leader = career.world.leader(at)
    returned = return_goal(
        Returning(
            plan=career.plan,
            goal=goal,
            comment=Confidential(RETURNED),
            by=leader,
            on=at.date(),
            setting=career.world.setting(career.around(), at),
        )
    )
    career.record(returned, at=at, by=leader, acting_as=Role.LEADER)


def _correct(career: Career, goal: str, at: datetime) -> None:
    """Correct the outcome, unless the goal was submitted again meanwhile."""
    if career.plan.goals.goal(goal).stage is Stage.SUBMITTED:
        return
    leader, day = career.world.leader(at), at.date()
    corrected = correct_goal(
        Correction(
            plan=career.plan,
            stored=career.book,
            goal=goal,
            reason=Confidential(ERROR),
            by=leader,
            on=day,
            setting=career.world.setting(career.around(), at),
        )
    )
    career.record(corrected, at=at, by=leader, acting_as=Role.LEADER)
    career.later(day + _days(career, 3, 10), lambda at: _decide(career, goal, at))
