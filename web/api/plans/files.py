"""Files over HTTP: attached as a form, handed out as something to save, never to run."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import flask
from marshmallow import Schema
from marshmallow import fields as ma
from webargs import core
from webargs.multidictproxy import MultiDictProxy
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from application.plans.files import LARGEST_FILE, AttachFile, too_large
from domain.shared.ids import Id, derived_id
from domain.shared.texts import Text
from web.api import request
from web.api.acts import REPEATED, ReceiptSchema, answered
from web.api.blueprint import (
    ACTING,
    ORDERING,
    REASON,
    TO_ACTS,
    TO_VIEWS,
    ApiBlueprint,
    Parser,
)
from web.api.downloads import handed_out
from web.api.plans.paths import FILE, PLAN
from web.api.problems import Malformed, NotForm
from web.api.seen import AskedSchema, asked_of
from web.api.shapes import shape

FORM = "multipart/form-data"
AROUND_THE_FILE = 100_000
"""What a form may hold besides its file."""


ONE_FILE = Text(nb="Send én fil om gangen.", en="Send one file at a time.")


class FormParser(Parser):
    """Reads a form with one file in it."""

    def load_form(self, req: flask.Request, schema: Schema) -> Any:
        try:
            parts: MultiDict[str, Any] = MultiDict(req.form)
            parts.update(req.files)
        except RequestEntityTooLarge:
            raise too_large() from None
        if len(parts.getlist("file")) > 1:
            raise Malformed({"file": [ONE_FILE]})
        return MultiDictProxy(parts, schema) if parts else core.missing


def _let_in_a_file() -> None:
    """Refuse another type before any of it is read; the size is then counted as it comes."""
    if flask.request.method == "POST":
        if flask.request.mimetype != FORM:
            raise NotForm(flask.request.mimetype)
        flask.request.max_content_length = LARGEST_FILE + AROUND_THE_FILE


class FileBlueprint(ApiBlueprint):
    """The routes of files; only here may a body be large."""

    ARGUMENTS_PARSER = FormParser()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before_request(_let_in_a_file)


class Sent(ma.Field[FileStorage]):
    """The file itself; what the form says of its type is not believed."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> FileStorage:
        if not isinstance(value, FileStorage):
            raise self.make_error("required")
        return value


_FIELDS = shape(AttachFile, without=("plan", "file", "name", "content"))
_BINARY = {"type": "string", "format": "binary", "description": "The file, with its name."}
AttachFileSchema = type("AttachFile", (_FIELDS,), {"file": Sent(required=True, metadata=_BINARY)})

blueprint = FileBlueprint("plan-files", __name__, description="Files attached to a plan")


@blueprint.route(PLAN + "/files", methods=["POST"])
@blueprint.arguments(AttachFileSchema, location="form", content_type=FORM)
@blueprint.response(201, ReceiptSchema, description="Recorded.")
@blueprint.alt_response(200, schema=ReceiptSchema, description=REPEATED)
@blueprint.told(ORDERING, TO_ACTS)
def attach_file(form: dict[str, Any], plan: Id) -> flask.Response:
    """Attach a file (PDF, PNG, JPEG, text, DOCX, XLSX). No patient may be recognisable in it."""
    by = request.actor()
    sent: FileStorage = form.pop("file")
    content, name = sent.read(), sent.filename or ""
    said = form | {"name": name, "content": sha256(content).hexdigest()}
    order = request.order(by, {"plan": plan}, said)
    file = derived_id(order.command_id, "file")
    command = AttachFile(plan=plan, file=file, name=name, content=content, **form)
    return answered(request.services().files.attach(command, by, order), file)


@blueprint.route(FILE + "/content", methods=["GET"])
@blueprint.arguments(AskedSchema(only=("known_at",)), location="query")
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type="*/*")
@blueprint.told((*ACTING, REASON), (*TO_VIEWS, 409, 410))
def get_content(query: dict[str, Any], plan: Id, file: Id) -> flask.Response:
    """Hand out a file, opened, to be saved."""
    asked = asked_of(plan, query | {"on": None}, reason=request.reason())
    found = request.services().documents.content(asked, file, request.actor())
    return handed_out(found)
