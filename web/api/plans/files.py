"""Files over HTTP: attached as a form, handed out as something to save, never to run."""

from __future__ import annotations

from typing import Any

import flask

from application.plans.files import AttachFile
from domain.shared.ids import Id, derived_id
from web.api import request
from web.api.acts import REPEATED, ReceiptSchema, answered
from web.api.blueprint import ACTING, ORDERING, REASON, TO_ACTS, TO_HEAVY_VIEWS
from web.api.forms import BINARY, FORM, FileBlueprint, form_of, handed_out, taken_out
from web.api.plans.paths import FILE, PLAN
from web.api.seen import AskedSchema, asked_of

AttachFileSchema = form_of(AttachFile, without=("plan", "file"))

blueprint = FileBlueprint("plan-files", __name__, description="Files attached to a plan")


@blueprint.route(PLAN + "/files", methods=["POST"])
@blueprint.arguments(AttachFileSchema, location="form", content_type=FORM)
@blueprint.response(201, ReceiptSchema, description="Recorded.")
@blueprint.alt_response(200, schema=ReceiptSchema, description=REPEATED)
@blueprint.told(ORDERING, TO_ACTS)
def attach_file(form: dict[str, Any], plan: Id) -> flask.Response:
    """Attach a file (PDF, PNG, JPEG, text, DOCX, XLSX). No patient may be recognisable in it."""
    by = request.actor()
    sent, said = taken_out(form)
    order = request.order(by, {"plan": plan}, said)
    file = derived_id(order.command_id, "file")
    command = AttachFile(plan=plan, file=file, **sent, **form)
    return answered(request.services().files.attach(command, by, order), file)


@blueprint.route(FILE + "/content", methods=["GET"])
@blueprint.arguments(AskedSchema(only=("known_at",)), location="query")
@blueprint.response(200, BINARY, content_type="*/*")
@blueprint.told((*ACTING, REASON), (*TO_HEAVY_VIEWS, 409, 410))
def get_content(query: dict[str, Any], plan: Id, file: Id) -> flask.Response:
    """Hand out a file, opened, to be saved."""
    asked = asked_of(plan, query | {"on": None}, reason=request.reason())
    return handed_out(request.services().documents.content(asked, file, request.actor()))
