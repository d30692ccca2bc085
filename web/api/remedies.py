"""What can be done against a decision: nothing is looked up and nothing is kept."""

from __future__ import annotations

from typing import Any

import flask

from application.proceedings.remedies import AskRemedy, RemedyView, ask_remedy
from web.api.blueprint import TO_ALL, ApiBlueprint
from web.api.seen import shown, with_people
from web.api.shapes import shape

blueprint = ApiBlueprint("remedies", __name__, description="Ways to go against a decision")


@blueprint.route("/remedies/<string:kind>", methods=["GET"])
@blueprint.arguments(shape(AskRemedy), location="query")
@blueprint.response(200, with_people(shape(RemedyView)))
@blueprint.told(refusals=TO_ALL)
def see_remedy(query: dict[str, Any], kind: str) -> flask.Response:
    """Tell what can be done against a kind of decision: how, to whom, and where that is said."""
    return shown(shape(RemedyView), ask_remedy(kind, AskRemedy(**query)))
