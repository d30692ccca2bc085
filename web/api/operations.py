"""Whether the system works, for those who keep it running; never case content."""

from __future__ import annotations

import flask
from marshmallow import fields as ma

from application.waiting import Progress
from web.api import request
from web.api.blueprint import ACTING, ApiBlueprint
from web.api.schema import Schema
from web.api.shapes import shape

blueprint = ApiBlueprint("operations", __name__, description="Operations")


class HealthSchema(Schema):
    """The facts can be reached."""

    status = ma.String(required=True)


@blueprint.route("/health", methods=["GET"])
@blueprint.response(200, HealthSchema)
@blueprint.doc(security=[])
@blueprint.told(refusals=(503,))
def health() -> flask.Response:
    """Answer if the facts can be reached; needs no token."""
    request.services().histories.position()
    return flask.jsonify({"status": "ok"})


@blueprint.route("/operations/views", methods=["GET"])
@blueprint.response(200, shape(Progress))
@blueprint.told(ACTING)
def see_progress() -> Progress:
    """Show how far the kept views have come."""
    return request.services().waiting.progress(request.actor())
