"""A leader decides a goal, with the evidence beside the decision."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import flask

from application.actors import Actor, Role
from application.plans.asking import Asked
from application.plans.views import GoalLine
from application.plans.words import STAGES
from domain.shared.texts import Text
from web.api.plans import acts
from web.pages.cases import PLAN
from web.pages.doing import add
from web.pages.fields import Path
from web.pages.file.goals import COLOURS
from web.pages.forms import Form, route
from web.pages.subject.plans import reads
from web.pages.visit import services

pages = flask.Blueprint("leading", __name__)


def evidence(path: Path, by: Actor) -> dict[str, Any]:
    """Return what a goal is decided on, to stand beside the decision."""
    use, asked, code = services(), Asked(plan=path["plan"]), path["goal"]
    card, line = use.plans.card(asked, by), _line(use.plans.goals(asked, by), code)
    # Those that are finalised, as the goal itself counts them.
    held = [one for one in use.plans.sessions(asked, by) if one.stage == "finalised"]
    sessions = [one for one in held if code in one.goals]
    people = {card.doctor, *(one.given_by for one in line.advice)}
    return {
        "plan": path["plan"],
        "card": card,
        "line": line,
        "gaps": use.plans.gaps(asked, code, by),
        "reads": tuple(reads(path, by)),
        "sessions": sessions,
        "activities": [one for one in use.plans.activities(asked, by) if code in one.goals],
        "names": use.people.names(people | {one.supervisor for one in sessions}),
        "stages": STAGES,
        "colours": COLOURS,
    }


def _back(_: Path) -> str:
    return flask.url_for("establishment.queue")


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
    case=PLAN,
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
        title=Text(nb="Avgjør at læringsmålet ikke er oppnådd", en="Find the goal not achieved"),
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
        case=PLAN,
        beside=("evidence.html", evidence),
    ),
)


def _line(goals: Sequence[GoalLine], code: str) -> GoalLine:
    found = next((one for one in goals if one.code == code), None)
    if found is None:
        flask.abort(404)
    return found
