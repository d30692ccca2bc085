"""The leader's pages: the queue of goals to decide, each with its evidence beside the decision."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import flask

from application.actors import Actor, Role
from application.plans.asking import Asked
from application.plans.tasks.room import TaskKind
from application.plans.views import GoalLine
from application.plans.words import STAGES
from domain.shared.texts import Text
from web.api.plans import acts
from web.pages.areas import areas, as_oneself, cases_of
from web.pages.cases import changes_of_plan, version_of_plan
from web.pages.doing import add
from web.pages.fields import Path
from web.pages.file.goals import COLOURS
from web.pages.forms import Form, route
from web.pages.visit import actor, services

pages = flask.Blueprint("leading", __name__)


@pages.get("/leader")
def queue() -> str:
    """List the goals that wait, the oldest first, and the doctors of the establishment."""
    use, by = services(), actor(Role.LEADER)
    waiting = [one for one in use.waiting.tasks(as_oneself()) if one.kind == TaskKind.DECIDE_GOAL]
    led = cases_of(Role.LEADER)
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


def evidence(path: Path, by: Actor) -> dict[str, Any]:
    """Return what a goal is decided on, to stand beside the decision."""
    use, asked, code = services(), Asked(plan=path["plan"]), path["goal"]
    card, line = use.plans.card(asked, by), _line(use.plans.goals(asked, by), code)
    sessions = [one for one in use.plans.sessions(asked, by) if code in one.goals]
    people = {card.doctor, *(one.given_by for one in line.advice)}
    return {
        "card": card,
        "line": line,
        "gaps": use.plans.gaps(asked, code, by),
        "sessions": sessions,
        "activities": [one for one in use.plans.activities(asked, by) if code in one.goals],
        "names": use.people.names(people | {one.supervisor for one in sessions}),
        "stages": STAGES,
        "colours": COLOURS,
    }


def _back(_: Path) -> str:
    return flask.url_for("leading.queue")


TELLS = {
    "statement": Text(
        nb="Legen får akkurat denne teksten.", en="The doctor gets exactly this text."
    )
}
DECIDES = partial(
    Form,
    role=Role.LEADER,
    only=("statement", "justification"),
    helps=TELLS,
    back=_back,
    version=version_of_plan,
    changed=changes_of_plan,
    beside=("evidence.html", evidence),
    check=True,
    fresh=True,
)
add(
    pages,
    DECIDES(
        name="approve",
        route=route(acts.ACTS, "/approve"),
        title=Text(nb="Godkjenn læringsmålet", en="Approve the learning goal"),
        then=Text(
            nb="Legen ser avgjørelsen med en gang, og målet teller som godkjent.",
            en="The doctor sees the decision at once, and the goal counts as approved.",
        ),
    ),
    DECIDES(
        name="not-achieved",
        route=route(acts.ACTS, "/not-achieved"),
        title=Text(nb="Finn at læringsmålet ikke er oppnådd", en="Find the goal not achieved"),
        then=Text(
            nb="Legen ser avgjørelsen med en gang, og kan be om ny vurdering (§ 27).",
            en="The doctor sees the decision at once, and may ask for a new assessment (§ 27).",
        ),
    ),
    Form(
        name="return",
        route=route(acts.ACTS, "/goals/<goal>/return"),
        role=Role.LEADER,
        title=Text(nb="Send læringsmålet i retur", en="Send the goal back"),
        then=Text(
            nb="Legen ser hva som må rettes, og kan sende målet inn igjen.",
            en="The doctor sees what must be mended, and may submit the goal again.",
        ),
        back=_back,
        version=version_of_plan,
        changed=changes_of_plan,
        beside=("evidence.html", evidence),
    ),
)


def _line(goals: Sequence[GoalLine], code: str) -> GoalLine:
    found = next((one for one in goals if one.code == code), None)
    if found is None:
        flask.abort(404)
    return found
