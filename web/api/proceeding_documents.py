"""The documents of a proceeding: sent as a form, handed out to save."""

from __future__ import annotations

from typing import Any

import flask

from application.proceedings.documents import commands as c
from domain.shared.ids import Id, derived_id
from web.api import request
from web.api.acts import REPEATED, ReceiptSchema, answered
from web.api.blueprint import ACTING, ORDERING, REASON, TO_ACTS, TO_HEAVY_VIEWS
from web.api.forms import BINARY, FORM, FileBlueprint, form_of, handed_out, taken_out
from web.api.proceedings import PROCEEDING

DOCUMENTS = PROCEEDING + "/documents"
DOCUMENT = DOCUMENTS + "/<uuid:document>"

AttachDocumentSchema = form_of(c.AttachDocument, without=("proceeding", "document"))

blueprint = FileBlueprint("proceeding-documents", __name__, description="Documents of a case")


@blueprint.route(DOCUMENTS, methods=["POST"])
@blueprint.arguments(AttachDocumentSchema, location="form", content_type=FORM)
@blueprint.response(201, ReceiptSchema, description="Recorded.")
@blueprint.alt_response(200, schema=ReceiptSchema, description=REPEATED)
@blueprint.told(ORDERING, TO_ACTS)
def attach_document(form: dict[str, Any], proceeding: Id) -> flask.Response:
    """Send a document to the case or an appeal in it, or enter one that came in."""
    by = request.actor()
    sent, said = taken_out(form)
    order = request.order(by, {"proceeding": proceeding}, said)
    document = derived_id(order.command_id, "document")
    command = c.AttachDocument(proceeding=proceeding, document=document, **sent, **form)
    receipt = request.services().speaking.attach_document(command, by, order)
    return answered(receipt, document)


@blueprint.route(DOCUMENT, methods=["GET"])
@blueprint.response(200, BINARY, content_type="*/*")
@blueprint.told((*ACTING, REASON), (*TO_HEAVY_VIEWS, 409, 410))
def get_document(proceeding: Id, document: Id) -> flask.Response:
    """Hand out a document, opened, to be saved; the audit says why."""
    by, reason = request.actor(), request.reason()
    contents = request.services().proceeding_document_contents
    return handed_out(contents.content(proceeding, document, by, reason=reason))
