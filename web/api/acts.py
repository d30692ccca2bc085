"""An act as a route: parse, call one use case, answer with the receipt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import flask
from marshmallow import fields as ma

from application.actors import Actor, Order
from application.ports import Receipt
from application.services import Services
from domain.shared.ids import Id, derived_id
from web.api import request
from web.api.blueprint import ORDERING, TO_ACTS, ApiBlueprint
from web.api.language import in_language
from web.api.schema import Schema
from web.api.shapes import shape

REPEATED = "Recorded before, by the same Idempotency-Key."
UseCase = Callable[[Any, Actor, Order], Receipt]
FREE_TEXT = (
    "minutes",
    "document",
    "description",
    "comment",
    "rationale",
    "statement",
    "justification",
    "reason",
    "guidance",
    "assessment",
    "supervision",
    "text",
    "note",
    "words",
    "measures",
    "grounds",
    "conclusion",
)


class ReceiptSchema(Schema):
    """What was recorded; ``position`` is for Read-After, ``version`` for If-Match."""

    case_id = ma.UUID(data_key="caseId", required=True)
    version = ma.Integer(required=True)
    position = ma.Integer(required=True)
    recorded_at = ma.AwareDateTime(data_key="recordedAt", required=True)
    repeated = ma.Boolean(required=True)
    made = ma.UUID(
        metadata={"description": "The id of what was made, such as a session or a course."}
    )
    says = ma.String(
        metadata={"description": "Where nothing came of what a party sent: why, in words."}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One act: where, what it takes, the use case, and which id a new thing is made under."""

    path: str
    command: type
    use_case: Callable[[Services], UseCase]
    summary: str
    makes: str | None = None


def schema_of(route: Route, *, without: tuple[str, ...] = ()) -> type[Schema]:
    """Return the shape of what an act takes besides what stands in its path."""
    in_path = tuple(re.findall(r"<(?:\w+:)?(\w+)>", route.path))
    hidden = (*in_path, *((route.makes,) if route.makes else ()), *without)
    return shape(route.command, without=hidden, long=FREE_TEXT)


def add(blueprint: ApiBlueprint, route: Route) -> None:
    """Add an act to the blueprint, with its documentation."""
    schema = schema_of(route)

    def view(body: dict[str, Any], **path: Any) -> flask.Response:
        by = request.actor()
        order = request.order(by, path, body)
        made = {route.makes: derived_id(order.command_id, route.makes)} if route.makes else {}
        command = route.command(**path, **body, **made)
        receipt = route.use_case(request.services())(command, by, order)
        return answered(receipt, next(iter(made.values()), None))

    view.__doc__ = route.summary
    documented = blueprint.arguments(schema, location="json")(view)
    documented = blueprint.response(201, ReceiptSchema, description="Recorded.")(documented)
    documented = blueprint.alt_response(200, schema=ReceiptSchema, description=REPEATED)(documented)
    documented = blueprint.told(ORDERING, TO_ACTS)(documented)
    blueprint.route(route.path, methods=["POST"])(documented)


def answered(receipt: Receipt, made: Id | None) -> flask.Response:
    """Return the receipt: 201 the first time, 200 for a repeat; the ETag is the version."""
    shown = asdict(receipt) | ({"made": made} if made else {})
    shown.pop("says")
    if receipt.says:
        shown["says"] = in_language(receipt.says)
    response = flask.jsonify(ReceiptSchema().dump(shown))
    response.status_code = 200 if receipt.repeated else 201
    response.headers["ETag"] = f'"{receipt.version}"'
    return response
