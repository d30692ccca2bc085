"""Training establishments and the public bodies."""

from __future__ import annotations

from typing import Any

import flask

from application.bodies.service import AppointBodyOfficer, ReleaseBodyOfficer
from application.corrections import CorrectBodyFact, CorrectOrganisationFact, CorrectRegistration
from application.organisations import commands as c
from application.organisations.municipality_file.file import read
from application.organisations.views import OrganisationCard
from application.plans.register import RegisterRow
from domain.shared.ids import Id
from web.api import request
from web.api.acts import REPEATED, ReceiptSchema, Route, add, answered
from web.api.blueprint import ACTING, AFTER, ORDERING, READING, TO_IMPORTS, ApiBlueprint
from web.api.machines import ESTABLISHMENTS, also
from web.api.seen import AskedSchema, listing, shown, with_people
from web.api.shapes import shape

blueprint = ApiBlueprint("organisations", __name__, description="Training establishments")

ORGANISATION = "/organisations/<uuid:organisation>"
FILE = {
    "required": True,
    "description": "The municipality file, in TOML.",
    "content": {"text/plain": {"schema": {"type": "string"}}},
}

ACTS = (
    Route(
        path="/organisations",
        command=c.RegisterOrganisation,
        use_case=lambda s: s.organisations.register,
        summary="Register a municipality as a training establishment.",
    ),
    Route(
        path=ORGANISATION + "/arenas",
        command=c.OpenArena,
        use_case=lambda s: s.organisations.open_arena,
        summary="Open an arena.",
    ),
    Route(
        path=ORGANISATION + "/arenas/<arena>/close",
        command=c.CloseArena,
        use_case=lambda s: s.organisations.close_arena,
        summary="Close an arena after a last day.",
    ),
    Route(
        path=ORGANISATION + "/programmes",
        command=c.PublishProgramme,
        use_case=lambda s: s.organisations.publish_programme,
        summary="Publish the programme's next version.",
    ),
    Route(
        path=ORGANISATION + "/notifications",
        command=c.NotifyDirectorate,
        use_case=lambda s: s.organisations.notify_directorate,
        summary="Record that the Directorate was told of the changes so far.",
    ),
    Route(
        path=ORGANISATION + "/officers",
        command=c.AppointOfficer,
        use_case=lambda s: s.organisations.appoint,
        summary="Appoint a leader, deputy or administrator for given days.",
    ),
    Route(
        path=ORGANISATION + "/officers/<uuid:person>/release",
        command=c.ReleaseOfficer,
        use_case=lambda s: s.organisations.release,
        summary="Release an officer after a last day.",
    ),
    Route(
        path=ORGANISATION + "/facts/<int:version>/correct",
        command=CorrectOrganisationFact,
        use_case=lambda s: s.case_corrections.organisation,
        summary="Mark a fact of the establishment as recorded in error, with the reason.",
    ),
    Route(
        path=ORGANISATION + "/registration/correct",
        command=CorrectRegistration,
        use_case=lambda s: s.case_corrections.registration,
        summary="Mark the registration as an error, and say how it ought to have been.",
    ),
    Route(
        path="/bodies/facts/<int:version>/correct",
        command=CorrectBodyFact,
        use_case=lambda s: s.case_corrections.body,
        summary="Mark a fact of a public body as recorded in error, with the reason.",
    ),
    Route(
        path="/bodies/officers",
        command=AppointBodyOfficer,
        use_case=lambda s: s.bodies.appoint,
        summary="Appoint somebody to act for a public body.",
    ),
    Route(
        path="/bodies/officers/<uuid:person>/release",
        command=ReleaseBodyOfficer,
        use_case=lambda s: s.bodies.release,
        summary="Release one who acts for a public body.",
    ),
)

for act in ACTS:
    add(blueprint, act)


@blueprint.route("/organisations/file", methods=["POST"])
@blueprint.response(201, ReceiptSchema, description="Recorded.")
@blueprint.alt_response(200, schema=ReceiptSchema, description=REPEATED)
@blueprint.doc(requestBody=FILE)
@blueprint.told(ORDERING, TO_IMPORTS)
def import_file() -> flask.Response:
    """Register an establishment with everything its TOML file says."""
    by = request.actor()
    text = flask.request.get_data()
    order = request.order(by, {}, {"file": text.hex()})
    found = read(text, "file")
    receipt = request.services().organisations.import_file(found, by, order)
    return answered(receipt, receipt.case_id)


@blueprint.route(ORGANISATION, methods=["GET"])
@blueprint.arguments(AskedSchema, location="query")
@blueprint.response(200, with_people(shape(OrganisationCard)))
@blueprint.doc(security=also(ESTABLISHMENTS))
@blueprint.told(READING)
def see_organisation(query: dict[str, Any], organisation: Id) -> flask.Response:
    """Show an establishment: arenas, programme, officers, and the goals no arena offers."""
    by = request.reader()
    card = request.services().establishments.card(organisation, by, **query)
    return shown(shape(OrganisationCard), card)


@blueprint.route(ORGANISATION + "/plans", methods=["GET"])
@blueprint.response(200, listing(shape(RegisterRow)))
@blueprint.told((*ACTING, *AFTER))
def see_register(organisation: Id) -> flask.Response:
    """List the establishment's plans."""
    by = request.actor()
    request.wait_for_own_write()
    rows = request.services().establishments.register(organisation, by)
    return shown(shape(RegisterRow), rows)
