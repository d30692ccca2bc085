"""A view as a route: who asks, as known when, dumped with the names of the people in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any
from uuid import UUID

import flask
from marshmallow import RAISE, Schema
from marshmallow import fields as ma

from application.actors import Actor
from application.plans.reading import Asked
from application.services import Services
from web.api import request
from web.api.acts import HEADERS, REFUSALS, ApiBlueprint, ProblemSchema
from web.api.problems import CONTENT_TYPE
from web.api.shapes import shape


class AskedSchema(Schema):
    """As known at an instant (now if not given), seen from a day (that instant's if not given)."""

    class Meta:
        unknown = RAISE

    known_at = ma.AwareDateTime(data_key="knownAt", load_default=None, default_timezone=UTC)
    on = ma.Date(load_default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One view of a plan: where, what is shown, and how it is asked for."""

    path: str
    shows: type
    view: Callable[[Services, Asked, Actor, Mapping[str, Any]], Any]
    summary: str
    listed: bool = False


def add(blueprint: ApiBlueprint, seen: Seen) -> None:
    """Add a view of a plan to the blueprint, with its documentation."""
    schema = shape(seen.shows)
    response = listing(schema) if seen.listed else with_people(schema)

    def view(query: dict[str, Any], plan: UUID, **path: Any) -> flask.Response:
        asked = Asked(plan=plan, known_at=query["known_at"], on=query["on"])
        found = seen.view(request.services(), asked, request.actor(), path)
        return shown(schema, found)

    view.__name__ = (
        "see_" + seen.path.rsplit("/", 1)[-1].strip("<>").replace(":", "_") + str(len(seen.path))
    )
    view.__doc__ = seen.summary
    documented = blueprint.arguments(AskedSchema, location="query")(view)
    documented = blueprint.response(200, response)(documented)
    for status in (400, 401, 403, 404):
        documented = blueprint.alt_response(
            status,
            schema=ProblemSchema,
            description=REFUSALS[status],
            content_type=CONTENT_TYPE,
        )(documented)
    documented = blueprint.doc(parameters=HEADERS[:2])(documented)
    blueprint.route(seen.path, methods=["GET"])(documented)


def shown(schema: type[Schema], found: Any) -> flask.Response:
    """Return what was found, with the names behind the ids in it; ETag is a case's version."""
    listed = isinstance(found, Sequence)
    dumped = schema(many=listed).dump(found)
    body = {"items": dumped} if listed else dict(dumped)
    names = request.services().people.names(set(_people(found)))
    body["people"] = {str(person): name for person, name in sorted(names.items())}
    response = flask.jsonify(body)
    response.headers["Cache-Control"] = "no-store"
    if version := getattr(found, "version", None):
        response.headers["ETag"] = f'"{version}"'
    return response


@cache
def with_people(schema: type[Schema]) -> type[Schema]:
    """Return the schema with the names of the people met in it."""
    return type(schema.__name__ + "WithPeople", (schema,), {"people": _names()})


@cache
def listing(schema: type[Schema]) -> type[Schema]:
    """Return the schema of a list with the names of the people met in it."""
    members = {"items": ma.List(ma.Nested(schema)), "people": _names()}
    return type(schema.__name__ + "List", (Schema,), members)


def _names() -> ma.Field[Any]:
    return ma.Dict(keys=ma.String(), values=ma.String())


def _people(found: Any) -> Iterator[UUID]:
    """Yield every id in a view; those that are not people are not in the directory."""
    match found:
        case UUID():
            yield found
        case str() | date() | datetime():
            return
        case _ if is_dataclass(found):
            for member in fields(found):
                yield from _people(getattr(found, member.name))
        case Mapping():
            for value in found.values():
                yield from _people(value)
        case Sequence():
            for value in found:
                yield from _people(value)
