"""A form with one file in it, and a file handed out as something to save, never to run."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import Any

import flask
from marshmallow import Schema
from marshmallow import fields as ma
from webargs import core
from webargs.multidictproxy import MultiDictProxy
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from application.contents import LARGEST_FILE, FileContent, too_large
from domain.shared.texts import Text
from web.api.blueprint import ApiBlueprint, Parser, with_yes_and_no
from web.api.problems import Malformed, NotForm
from web.api.shapes import shape

FORM = "multipart/form-data"
BINARY = {"type": "string", "format": "binary"}
AROUND_THE_FILE = 100_000
"""What a form may hold besides its file."""


ONE_FILE = Text(nb="Send én fil om gangen.", en="Send one file at a time.")


class FormParser(Parser):
    """Reads a form with one file in it."""

    def load_form(self, req: flask.Request, schema: Schema) -> Any:
        try:
            parts = with_yes_and_no(req.form, schema)
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


def form_of(command: type, *, without: tuple[str, ...]) -> type[Schema]:
    """Return the form of a command: its fields but for what the path and the file say."""
    fields = shape(command, without=(*without, "name", "content"))
    described = BINARY | {"description": "The file, with its name."}
    return type(command.__name__, (fields,), {"file": Sent(required=True, metadata=described)})


def taken_out(form: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the file's name and content, and what the form says: with the content's hash."""
    file: FileStorage = form.pop("file")
    sent = {"name": file.filename or "", "content": file.read()}
    return sent, form | sent | {"content": sha256(sent["content"]).hexdigest()}


def handed_out(found: FileContent) -> flask.Response:
    """Return a file, opened, to be saved."""
    response = flask.send_file(
        BytesIO(found.content),
        mimetype=found.media_type,
        as_attachment=True,
        download_name=found.name,
        conditional=False,
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
