"""Whether the system works, for those who keep it running; never case content."""

from __future__ import annotations

import flask

from application.waiting import Progress
from web.api import request
from web.api.acts import ApiBlueprint
from web.api.shapes import shape

blueprint = ApiBlueprint("operations", __name__, description="Operations")


@blueprint.route("/health", methods=["GET"])
def health() -> flask.Response:
    """Answer if the facts can be reached; needs no token."""
    request.services().histories.position()
    return flask.jsonify({"status": "ok"})


@blueprint.route("/operations/views", methods=["GET"])
@blueprint.response(200, shape(Progress))
def see_progress() -> Progress:
    """Show how far the kept views have come."""
    return request.services().waiting.progress(request.actor())
