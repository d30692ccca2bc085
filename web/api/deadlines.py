"""Deadlines, computed from what is asked: nothing is looked up and nothing is kept."""

from __future__ import annotations

from typing import Any

import flask

from application.deadlines import (
    AskAppealDeadline,
    AskPeriod,
    DeadlineView,
    ask_appeal_deadline,
    ask_period,
)
from web.api.blueprint import TO_ALL, ApiBlueprint
from web.api.seen import shown, with_people
from web.api.shapes import shape

blueprint = ApiBlueprint("deadlines", __name__, description="Deadlines, step by step")


@blueprint.route("/deadlines/appeal", methods=["GET"])
@blueprint.arguments(shape(AskAppealDeadline), location="query")
@blueprint.response(200, with_people(shape(DeadlineView)))
@blueprint.told(refusals=(*TO_ALL, 409))
def see_appeal_deadline(query: dict[str, Any]) -> flask.Response:
    """Tell until when a decision can be appealed, with every step and where it is said."""
    return shown(shape(DeadlineView), ask_appeal_deadline(AskAppealDeadline(**query)))


@blueprint.route("/deadlines/periods/<string:name>", methods=["GET"])
@blueprint.arguments(shape(AskPeriod), location="query")
@blueprint.response(200, with_people(shape(DeadlineView)))
@blueprint.told(refusals=TO_ALL)
def see_period(query: dict[str, Any], name: str) -> flask.Response:
    """Tell when a period of the register is over, with every step and where it is said."""
    return shown(shape(DeadlineView), ask_period(name, AskPeriod(**query)))
