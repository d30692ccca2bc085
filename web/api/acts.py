"""An act as a route: parse, call one use case, answer with the receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any
from uuid import UUID, uuid5

import flask
from flask_smorest import Blueprint
from marshmallow import Schema
from marshmallow import fields as ma
from webargs.flaskparser import FlaskParser

from application.actors import Actor, Order
from application.ports import Receipt
from application.services import Services
from web.api import request
from web.api.problems import CONTENT_TYPE, Malformed
from web.api.shapes import shape

UseCase = Callable[[Any, Actor, Order], Receipt]
FREE_TEXT = (
    "minutes",
    "description",
    "comment",
    "rationale",
    "statement",
    "justification",
    "reason",
    "guidance",
    "assessment",
    "supervision",
)


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


class ReceiptSchema(Schema):
    """What was recorded; ``position`` is for Read-After, ``version`` for If-Match."""

    case_id = ma.UUID(data_key="caseId", required=True)
    version = ma.Integer(required=True)
    position = ma.Integer(required=True)
    recorded_at = ma.AwareDateTime(data_key="recordedAt", required=True)
    repeated = ma.Boolean(required=True)
    made = ma.UUID(metadata={"description": "The id of the session or activity made."})


class Parser(FlaskParser):
    """Tells what is malformed as a problem, all fields at once."""

    def handle_error(self, error: Any, *_: Any, **__: Any) -> Any:
        messages = error.messages
        raise Malformed(messages.get("json") or messages.get("query") or messages)


class ApiBlueprint(Blueprint):
    """A blueprint whose arguments are parsed by ours."""

    ARGUMENTS_PARSER = Parser()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One act: where, what it takes, the use case, and which id a new thing is made under."""

    path: str
    command: type
    use_case: Callable[[Services], UseCase]
    summary: str
    makes: str | None = None


def add(blueprint: ApiBlueprint, route: Route) -> None:
    """Add an act to the blueprint, with its documentation."""
    in_path = tuple(f.name for f in fields(route.command) if f":{f.name}>" in route.path)
    hidden = (*in_path, *((route.makes,) if route.makes else ()))
    schema = shape(route.command, without=hidden, long=FREE_TEXT)
    name = route.command.__name__ + "".join(w.capitalize() for w in route.path.split("/")[-1:])

    def view(body: dict[str, Any], **path: Any) -> flask.Response:
        by = request.actor()
        order = request.order(by, path, body)
        made = {route.makes: uuid5(order.command_id, route.makes)} if route.makes else {}
        command = route.command(**path, **body, **made)
        receipt = route.use_case(request.services())(command, by, order)
        return answered(receipt, next(iter(made.values()), None))

    view.__name__ = f"{name}_{len(route.path)}"
    view.__doc__ = route.summary
    documented = blueprint.arguments(schema, location="json")(view)
    documented = blueprint.response(201, ReceiptSchema, description="Recorded.")(documented)
    documented = blueprint.alt_response(
        200, schema=ReceiptSchema, description="Recorded before, by the same Idempotency-Key."
    )(documented)
    for status, when in REFUSALS.items():
        documented = blueprint.alt_response(
            status, schema=ProblemSchema, description=when, content_type=CONTENT_TYPE
        )(documented)
    documented = blueprint.doc(parameters=HEADERS)(documented)
    blueprint.route(route.path, methods=["POST"])(documented)


def answered(receipt: Receipt, made: UUID | None) -> flask.Response:
    """Return the receipt: 201 the first time, 200 for a repeat; the ETag is the version."""
    shown = asdict(receipt) | ({"made": made} if made else {})
    response = flask.jsonify(ReceiptSchema().dump(shown))
    response.status_code = 200 if receipt.repeated else 201
    response.headers["ETag"] = f'"{receipt.version}"'
    return response


REFUSALS = {
    400: "The request is malformed, or names something that does not exist.",
    401: "Nobody is signed in.",
    403: "The role is not held, or may not do this.",
    404: "There is no such case, or none you may know of.",
    409: "The case is in a state where this cannot be done, or somebody was first.",
    412: "The same part of the case has changed since the version in If-Match.",
    422: "A rule forbids it, or the Idempotency-Key came with another body.",
    503: "The answer cannot be given now; the same request may be repeated.",
}


def _header(name: str, description: str, *, required: bool = False) -> dict[str, Any]:
    return {
        "in": "header",
        "name": name,
        "description": description,
        "required": required,
        "schema": {"type": "string"},
    }


HEADERS = [
    _header("Acting-As", "The capacity acted in, such as leader.", required=True),
    _header("Acting-For", "The establishment an administrator acts for."),
    _header("Idempotency-Key", "A repeat with the same key gets the first receipt."),
    _header("If-Match", "The version seen, in quotes."),
    _header("Correlation-Id", "A UUID that ties requests together."),
]
