"""What public acts say of a health professional."""

from __future__ import annotations

from typing import Any

import flask

from application.practitioners.views import PractitionerCard
from domain.shared.ids import Id
from web.api import request
from web.api.blueprint import READING, TO_VIEWS, ApiBlueprint
from web.api.seen import AskedSchema, shown, with_people
from web.api.shapes import shape

blueprint = ApiBlueprint("practitioners", __name__, description="What public acts say of people")


@blueprint.route("/practitioners/<uuid:person>", methods=["GET"])
@blueprint.arguments(AskedSchema(only=("known_at",)), location="query")
@blueprint.response(200, with_people(shape(PractitionerCard)))
@blueprint.told(READING, refusals=TO_VIEWS)
def see_practitioner(query: dict[str, Any], person: Id) -> flask.Response:
    """Show authorisations, specialist approvals and courses, each with its source."""
    by = request.reader()
    card = request.services().public_records.card(person, by, **query)
    return shown(shape(PractitionerCard), card)
