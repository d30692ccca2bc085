"""The leader's pages: the queue of goals to decide, each with its evidence beside the decision."""

from __future__ import annotations

from collections.abc import Sequence

import flask

from application.actors import Role
from application.plans import goals as g
from application.plans.asking import Asked
from application.plans.tasks.room import TaskKind
from application.plans.views import GoalLine
from application.plans.words import STAGES
from domain.shared.ids import Id
from web.pages.areas import areas, as_oneself
from web.pages.forms import Act, acted, sent
from web.pages.training import COLOURS
from web.pages.visit import actor, services

pages = flask.Blueprint("leading", __name__)


@pages.get("/leader")
def queue() -> str:
    """List the goals that wait, the oldest first, and the doctors of the establishment."""
    use, by = services(), actor(Role.LEADER)
    waiting = [one for one in use.waiting.tasks(as_oneself()) if one.kind == TaskKind.DECIDE_GOAL]
    led = next((area.cases for area in areas() if area.role is Role.LEADER), ())
    registers = {one: use.establishments.register(one, by) for one in led}
    doctors = {row.case_id: row.doctor for rows in registers.values() for row in rows}
    return flask.render_template(
        "leader.html",
        waiting=waiting,
        doctors=doctors,
        registers=registers,
        names=use.people.names(set(doctors.values())),
        today=use.clock.today(),
        areas=areas(),
    )


@pages.get("/leader/<uuid:plan>/goals/<code>")
def goal(plan: Id, code: str) -> str:
    use, by, asked = services(), actor(Role.LEADER), Asked(plan=plan)
    card, gaps = use.plans.card(asked, by), use.plans.gaps(asked, code, by)
    line = _line(use.plans.goals(asked, by), code)
    sessions = [one for one in use.plans.sessions(asked, by) if code in one.goals]
    activities = [one for one in use.plans.activities(asked, by) if code in one.goals]
    people = {card.doctor, *(one.given_by for one in line.advice)}
    people |= {one.supervisor for one in sessions}
    return flask.render_template(
        "decide_goal.html",
        plan=plan,
        code=code,
        card=card,
        gaps=gaps,
        line=line,
        sessions=sessions,
        activities=activities,
        names=use.people.names(people),
        stages=STAGES,
        colours=COLOURS,
        sent=sent(),
        areas=areas(),
    )


@pages.post("/leader/<uuid:plan>/goals/<code>/approve")
def approve(plan: Id, code: str) -> flask.Response:
    act = Act(
        command=g.DecideGoal, use_case=lambda s: s.goals.approve, path={"plan": plan, "goal": code}
    )
    return _decided(act, plan, code)


@pages.post("/leader/<uuid:plan>/goals/<code>/not-achieved")
def find_not_achieved(plan: Id, code: str) -> flask.Response:
    act = Act(
        command=g.DecideGoal,
        use_case=lambda s: s.goals.find_not_achieved,
        path={"plan": plan, "goal": code},
    )
    return _decided(act, plan, code)


@pages.post("/leader/<uuid:plan>/goals/<code>/return")
def send_back(plan: Id, code: str) -> flask.Response:
    act = Act(
        command=g.ReturnGoal,
        use_case=lambda s: s.goals.send_back,
        path={"plan": plan, "goal": code},
    )
    return acted(
        act,
        actor(Role.LEADER),
        page=lambda: goal(plan, code),
        done=flask.url_for("leading.queue"),
    )


def _decided(act: Act, plan: Id, code: str) -> flask.Response:
    return acted(
        act,
        actor(Role.LEADER),
        page=lambda: goal(plan, code),
        done=flask.url_for("leading.queue"),
        check="check_decision.html",
    )


def _line(goals: Sequence[GoalLine], code: str) -> GoalLine:
    found = next((one for one in goals if one.code == code), None)
    if found is None:
        flask.abort(404)
    return found
