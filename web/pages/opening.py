"""Opening what is confidential: one who opens what is not their own matter says why."""

from __future__ import annotations

from http import HTTPStatus

import flask

from domain.shared.refusals import Invalid
from web.pages.areas import areas


def why(unsaid: Invalid) -> flask.Response:
    """Return a page that asks for the reason; raises what is wrong with anything else."""
    if unsaid.field not in ("reason", "Reason"):
        raise unsaid
    tried = "reason" in flask.request.form
    page = flask.render_template("why.html", wrong=unsaid.text if tried else None, areas=areas())
    return flask.make_response(page, HTTPStatus.BAD_REQUEST if tried else HTTPStatus.OK)
