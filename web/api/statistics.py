"""How decisions fare: what was appealed, changed, upheld and reversed, with the cases behind."""

from __future__ import annotations

from datetime import date
from typing import Any

import flask
from marshmallow import RAISE

from application.proceedings.counted.statistics import AppealStatistics
from web.api import request
from web.api.blueprint import ACTING, AFTER, TO_HEAVY_VIEWS, ApiBlueprint
from web.api.schema import Schema
from web.api.seen import shown, with_people
from web.api.shapes import Day, shape

blueprint = ApiBlueprint("statistics", __name__, description="Numbers, with the cases behind")


class SpanSchema(Schema):
    """The days the decisions were made on, both included; all there is if not given."""

    class Meta:
        unknown = RAISE

    first_day = Day(data_key="from", load_default=None)
    last_day = Day(data_key="to", load_default=None)


@blueprint.route("/statistics/appeals", methods=["GET"])
@blueprint.arguments(SpanSchema, location="query")
@blueprint.response(200, with_people(shape(AppealStatistics)))
@blueprint.told((*ACTING, *AFTER), TO_HEAVY_VIEWS)
def see_appeals(query: dict[str, Any]) -> flask.Response:
    """Count what became of the decisions one may open, by kind, rule and establishment."""
    by = request.actor()
    request.wait_for_own_write()
    days: dict[str, date | None] = query
    return shown(shape(AppealStatistics), request.services().statistics.of(by, **days))
