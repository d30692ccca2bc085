"""Which goals an establishment, and each of its plans, lacks an arena for."""

from __future__ import annotations

from typing import Any

import flask

from application.organisations.views import OrganisationCoverage
from domain.shared.ids import Id
from web.api import request
from web.api.blueprint import AFTER, READING, TO_VIEWS, ApiBlueprint
from web.api.machines import ESTABLISHMENTS, also
from web.api.organisations import ORGANISATION
from web.api.seen import AskedSchema, shown, with_people
from web.api.shapes import shape

blueprint = ApiBlueprint("coverage", __name__, description="Goals that no arena offers")


@blueprint.route(ORGANISATION + "/coverage", methods=["GET"])
@blueprint.arguments(AskedSchema(only=("on",)), location="query")
@blueprint.response(200, with_people(shape(OrganisationCoverage)))
@blueprint.doc(security=also(ESTABLISHMENTS))
@blueprint.told((*READING, *AFTER), refusals=TO_VIEWS)
def see_coverage(query: dict[str, Any], organisation: Id) -> flask.Response:
    """Tell the goals no open arena offers; and by plan, to those who may see the register."""
    by = request.reader()
    request.wait_for_own_write()
    found = request.services().establishments.coverage(organisation, by, **query)
    return shown(shape(OrganisationCoverage), found)
