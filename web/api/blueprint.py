"""A blueprint that asks who is there first, parses in our own words, and documents its headers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from http import HTTPStatus
from typing import Any

import flask
import marshmallow
from flask_smorest import Api, Blueprint
from marshmallow import fields as ma
from webargs import core
from webargs.flaskparser import FlaskParser, is_json_request
from webargs.multidictproxy import MultiDictProxy
from werkzeug.datastructures import MultiDict

from domain.shared.texts import Text
from web import limits, readers
from web.api import machines, request
from web.api.document import either, mended
from web.api.problems import CONTENT_TYPE, Malformed, NotAnObject, NotJson, NotReadable
from web.api.schema import Schema

OPEN_TO_ALL = frozenset({"operations.get_health", "own-days.get_calendars_ics"})
"""Routes that need no token: the one tells nothing, the other has its secret in the address."""
"""The routes of the API that need no token."""

REFUSALS = {
    400: "The request is malformed, or names something that does not exist.",
    401: "Nobody is signed in.",
    403: "The role is not held, or may not do this.",
    404: "There is no such case, or none you may know of.",
    409: "The case is in a state where this cannot be done, or somebody was first.",
    410: "What was written there can never be read again: its key was destroyed.",
    412: "The same part of the case has changed since the version in If-Match.",
    413: "The body is too large.",
    415: "The body is of another type than the one documented.",
    422: "A rule forbids it, or the Idempotency-Key came with another body.",
    429: "Too many requests came in a short while; Retry-After tells how long to wait.",
    500: "Something went wrong on our side, or a stored fact cannot be read.",
    503: "The answer cannot be given now; the same request may be repeated.",
}
TO_ALL = (400, 401, 403, 500, 503)
TO_IMPORTS = tuple(
    status
    for status in REFUSALS
    if status not in (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, HTTPStatus.GONE)
)
TO_VIEWS = (400, 401, 403, 404, 500, 503)
TO_HEAVY_VIEWS = (400, 401, 403, 404, 429, 500, 503)
TO_ACTS = tuple(status for status in REFUSALS if status != HTTPStatus.GONE)
TO_ENTRIES = (400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503)


class ProblemSchema(Schema):
    """Problem details (RFC 9457)."""

    type = ma.String(required=True)
    title = ma.String(required=True)
    status = ma.Integer(required=True)
    code = ma.String(required=True)
    detail = ma.String(required=True)
    rule = ma.String()
    field = ma.String()
    basis = ma.List(ma.Dict())
    findings = ma.List(ma.Dict())
    errors = ma.Dict()
    changes = ma.List(ma.Dict())


PROBLEM = ProblemSchema()
"""The one that all the routes tell of; making one for each takes its time."""


def _header(
    name: str, description: str, *, required: bool = False, **form: object
) -> dict[str, Any]:
    return {
        "in": "header",
        "name": name,
        "description": description,
        "required": required,
        "schema": {"type": "string", **form},
    }


ACTING_AS = _header("Acting-As", "The capacity acted in, such as leader.", required=True)
ACTING_FOR = _header(
    "Acting-For",
    "The establishment a leader or administrator acts for, where no case says it.",
    format="uuid",
)
MAYBE_ACTING_AS = _header("Acting-As", "The capacity acted in; as oneself if not given.")
IDEMPOTENCY_KEY = _header(
    "Idempotency-Key",
    "A repeat with the same key gets the first answer.",
    minLength=1,
    maxLength=request.LONGEST_KEY,
)
IF_MATCH = _header("If-Match", "The version seen, in quotes.", pattern=request.ETAG)
CORRELATION_ID = _header("Correlation-Id", "A UUID that ties requests together.", format="uuid")
READ_AFTER = _header(
    "Read-After",
    "The position of a receipt that the answer must know of.",
    pattern=request.POSITION,
)
PREFER = _header("Prefer", "wait=SECONDS: how long to wait for Read-After, 30 at most.")
REASON = _header(
    "Reason",
    "Why the text is opened (UTF-8), by one who is not party to it; the doctor sees it.",
)
LANGUAGE = _header("Accept-Language", "nb or en, for the words of a refusal; nb if not given.")

ACTING = (ACTING_AS, ACTING_FOR)
READING = (MAYBE_ACTING_AS, ACTING_FOR)
ORDERING = (*ACTING, IDEMPOTENCY_KEY, IF_MATCH, CORRELATION_ID)
TWICE = Text(nb="Er oppgitt mer enn én gang.", en="Is said more than once.")
AFTER = (READ_AFTER, PREFER)


WRITTEN = {"true": True, "false": False}


def with_yes_and_no(said: MultiDict[str, Any], schema: marshmallow.Schema) -> MultiDict[str, Any]:
    """Return what a query or a form says, where all is text, with what is true or false read."""
    read: MultiDict[str, Any] = MultiDict(said)
    for field in schema.fields.values():
        name = str(field.data_key or field.name)
        if isinstance(field, ma.Boolean) and said.get(name) in WRITTEN:
            read[name] = WRITTEN[said[name]]
    return read


class Parser(FlaskParser):
    """Tells what is malformed as a problem, all fields at once."""

    DEFAULT_VALIDATION_STATUS = 400
    # The schema decides: what it does not know is refused, in a query too.
    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = {"query": None, "json": None}  # noqa: RUF012

    def load_querystring(self, req: flask.Request, schema: marshmallow.Schema) -> Any:
        """Return the query; what is said twice is refused, for only one of them could count."""
        if twice := [name for name, said in req.args.lists() if len(said) > 1]:
            raise Malformed({name: [TWICE] for name in twice})
        return MultiDictProxy(with_yes_and_no(req.args, schema), schema)

    def load_json(self, req: flask.Request, _: marshmallow.Schema) -> Any:
        """Return the body; one that no reader of JSON can hold is malformed, whatever the reason.

        An act that needs nothing said may come without a body, and then without a type.
        """
        content = req.get_data(cache=True)
        if not content:
            return core.missing
        if not is_json_request(req):
            raise NotJson(req.mimetype)
        try:
            body = core.parse_json(content)
        except (ValueError, RecursionError):
            raise NotReadable from None
        if not isinstance(body, dict):
            raise NotAnObject
        return body

    def handle_error(self, error: Any, *_: Any, **__: Any) -> Any:
        messages = error.messages
        raise Malformed(
            messages.get("json") or messages.get("query") or messages.get("form") or messages
        )


class ApiBlueprint(Blueprint):
    """A blueprint of the API: routes are named after their paths, so the names last."""

    ARGUMENTS_PARSER = Parser()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._prepare_doc_cbks.append(_with_headers)
        self.before_request(_someone_is_there)

    def add_url_rule(
        self, rule: str, endpoint: str | None = None, view_func: Any = None, **options: Any
    ) -> None:
        """Add a route under the name of its method and path, such as post_plans_sessions."""
        words = re.findall(r"[a-z]+", re.sub(r"<[^>]*>", "", rule))
        name = endpoint or "_".join([options["methods"][0].lower(), *words])
        first, *rest = name.split("_")
        operation_id = first + "".join(map(str.capitalize, rest))
        super().add_url_rule(rule, name, self.doc(operationId=operation_id)(view_func), **options)

    def told(
        self, headers: Iterable[dict[str, Any]] = (), refusals: Iterable[int] = TO_VIEWS
    ) -> Callable[[Any], Any]:
        """Return a decorator that documents the headers a route reads and how it may refuse."""

        def decorator(view: Any) -> Any:
            for status in refusals:
                view = self.alt_response(
                    status,
                    schema=PROBLEM,
                    description=REFUSALS[status],
                    content_type=CONTENT_TYPE,
                )(view)
            view._apidoc["headers"] = [*headers, LANGUAGE]  # noqa: SLF001 - smorest keeps it there
            return view

        return decorator


class AlisApi(Api):
    """flask-smorest, but refusals are told, and documented, by our own table for every path."""

    DEFAULT_ERROR_RESPONSE_NAME = None

    def document(self) -> dict[str, Any]:
        """Return the OpenAPI document as it is served."""
        return mended(self.spec.to_dict())

    def _openapi_json(self) -> flask.Response:
        return flask.jsonify(self.document())

    def _init_spec(self, **options: Any) -> None:
        super()._init_spec(**options)
        self.ma_plugin.converter.add_attribute_function(either)

    def _register_error_handlers(self) -> None:
        pass

    def _register_responses(self) -> None:
        pass


def _someone_is_there() -> None:
    """Refuse those without a token, or too often here, before anything of the request is read."""
    if flask.request.endpoint in OPEN_TO_ALL:
        if flask.request.endpoint == limits.AT_CALENDARS:
            limits.keep_stranger_within(limits.CALENDAR)
    elif client := machines.admitted():
        limits.keep_program_within(client.client_id)
    else:
        person = request.person()
        readers.known_to_be(person)
        limits.keep_person_within(person)


def _with_headers(doc: dict[str, Any], doc_info: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Add the headers to the arguments, which flask-smorest's own way would replace."""
    doc.setdefault("parameters", []).extend(deepcopy(doc_info.get("headers", [])))
    return doc
