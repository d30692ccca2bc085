"""The catalogue of learning goals, as of a day."""

from __future__ import annotations

from typing import Any

import flask
from marshmallow import RAISE

from application.catalogue import GoalView, goals_on
from web.api import request
from web.api.blueprint import TO_ALL, ApiBlueprint
from web.api.machines import CATALOGUE, also
from web.api.schema import Schema
from web.api.seen import listing, shown
from web.api.shapes import Day, shape

blueprint = ApiBlueprint("catalogue", __name__, description="Learning goals")


class OnSchema(Schema):
    class Meta:
        unknown = RAISE

    on = Day(load_default=None)


@blueprint.route("/catalogue/goals", methods=["GET"])
@blueprint.arguments(OnSchema, location="query")
@blueprint.response(200, listing(shape(GoalView)))
@blueprint.doc(security=also(CATALOGUE))
@blueprint.told(refusals=TO_ALL)
def see_goals(query: dict[str, Any]) -> flask.Response:
    """List the learning goals in force on a day, with their legal basis."""
    day = query["on"] or request.services().clock.today()
    return shown(shape(GoalView), goals_on(request.services().catalogue, day))
