"""What came about in the last weeks, so that each office finds something that waits for it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from random import Random

from application.actors import Role
from application.demo.anew import ask_anew
from application.demo.appealed import EXEMPTION, MUNICIPAL, RECOGNITION, Appealed, send_on
from application.demo.career import Career
from application.demo.goals import REASONS, advise, asked_of
from application.demo.meetings import over
from application.demo.not_exempted import applied_for
from application.demo.refusal import of_doctor
from domain.law.remedies import DecisionKind
from domain.plans.goals import Stage
from domain.plans.rules.decide_goal import find_goal_not_achieved
from domain.plans.rules.submit_goal import Submission, submit_goal

APPLIED = timedelta(days=80)
SUBMITTED, ADVISED, FOUND, ASKED = (timedelta(days=days) for days in (40, 30, 7, 4))
"""How long before the last day each was done; nothing asked for since is arranged before it."""


def lately(career: Career, place: int) -> None:
    """Put on the calendar of one of those who began last what offices are to find."""
    draw = Random(f"lately/{career.number}")  # noqa: S311 - the same demo for the same number
    last = career.until.date()
    if place == 0:
        career.later(last - SUBMITTED, partial(_submit, career, draw), draw=draw)
    elif place == 1:
        career.later(last - APPLIED, partial(_apply, career, MUNICIPAL, draw), draw=draw)
        career.later(last - APPLIED, partial(_apply_for_exemption, career, draw), draw=draw)
    else:
        career.later(last - APPLIED, partial(_apply, career, RECOGNITION, draw), draw=draw)


def _missing(career: Career, at: datetime) -> str | None:
    """Return a goal that was never submitted, while the training goes on."""
    known, codes = career.plan.goals.by_code, career.catalogue.codes_in_force(at.date())
    return None if over(career, at) else min(codes - known.keys(), default=None)


def _submit(career: Career, draw: Random, at: datetime) -> None:
    goal, day, last = _missing(career, at), at.date(), career.until.date()
    if goal is None:
        return
    submitted = submit_goal(
        Submission(
            plan=career.plan,
            goal=goal,
            consulted_on=day,
            on=day,
            in_force=career.catalogue.codes_in_force(day),
        )
    )
    career.record(submitted, at=at, by=career.doctor, acting_as=Role.DOCTOR)
    advisers = [career.supervisor, *career.clinical_who_signed()[:1]]
    for adviser in advisers:
        career.later(last - ADVISED, partial(advise, career, goal, adviser), draw=draw)
    career.later(last - FOUND, partial(_not_achieved, career, goal, draw), draw=draw)


def _not_achieved(career: Career, goal: str, draw: Random, at: datetime) -> None:
    if career.plan.goals.goal(goal).stage is not Stage.SUBMITTED:
        return
    asked = asked_of(career, goal, REASONS, at)
    found = find_goal_not_achieved(asked)
    career.record(found, at=at, by=asked.by, acting_as=Role.LEADER)
    career.later(career.until.date() - ASKED, partial(_ask, career, goal), draw=draw)


def _ask(career: Career, goal: str, at: datetime) -> None:
    """Ask for a new assessment, unless that was done of itself."""
    asked = career.plan.reassessments.by_id.values()
    if all(one.requested.goal != goal for one in asked):
        ask_anew(career, goal, at)


def _apply(career: Career, one: Appealed, draw: Random, at: datetime) -> None:
    goal, doctor = _missing(career, at), (career.doctor, Role.DOCTOR)
    if goal is None:
        return
    about = goal if one.kind is DecisionKind.RECOGNITION_OF_GOALS else ""
    case = of_doctor(career, one.kind)
    case.open(one.kind, plan=career.book.case_id, about=about, at=at, by=doctor)
    send_on(career, case, one, party=doctor, draw=draw)


def _apply_for_exemption(career: Career, draw: Random, at: datetime) -> None:
    if not over(career, at):
        leader = (career.world.leader(at), Role.LEADER)
        send_on(career, applied_for(career, at, leader), EXEMPTION, party=leader, draw=draw)
