"""A view as a route: who asks, as known when, dumped with the names of the people in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any, get_type_hints

import flask
import msgspec
from marshmallow import RAISE
from marshmallow import fields as ma

from application.actors import Actor
from application.plans.asking import Asked
from application.services import Services
from domain.shared.ids import Id
from web.api import request
from web.api.blueprint import ACTING, REASON, ApiBlueprint
from web.api.instants import Instant
from web.api.schema import Schema
from web.api.shapes import Day, whole


class AskedSchema(Schema):
    """As known at an instant (now if not given), seen from a day (that instant's if not given)."""

    class Meta:
        unknown = RAISE

    known_at = Instant(data_key="knownAt", load_default=None)
    on = Day(load_default=None)


class AskedByLawSchema(AskedSchema):
    """The same, under a law book: the one in force if not given, or a proposal by its name."""

    law = ma.String(load_default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One view of a plan: where, what is shown, and how it is asked for."""

    path: str
    shows: type
    view: Callable[[Services, Asked, Actor, Mapping[str, Any]], Any]
    summary: str
    listed: bool = False
    opens: bool = False
    """Whether it opens confidential texts, for which strangers to them give a reason."""
    by_law: bool = False
    """Whether it can be asked for under another law book than the one in force."""


def add(blueprint: ApiBlueprint, seen: Seen) -> None:
    """Add a view of a plan to the blueprint, with its documentation."""
    schema = whole(seen.shows)
    response = listing(schema) if seen.listed else with_people(schema)

    def view(query: dict[str, Any], plan: Id, **path: Any) -> flask.Response:
        asked = asked_of(plan, query, reason=request.reason() if seen.opens else None)
        found = seen.view(request.services(), asked, request.actor(), path)
        return shown(schema, found)

    view.__doc__ = seen.summary
    query = AskedByLawSchema if seen.by_law else AskedSchema
    documented = blueprint.arguments(query, location="query")(view)
    documented = blueprint.response(200, response)(documented)
    documented = blueprint.told((*ACTING, REASON) if seen.opens else ACTING)(documented)
    blueprint.route(seen.path, methods=["GET"])(documented)


def asked_of(plan: Id, query: Mapping[str, Any], *, reason: str | None = None) -> Asked:
    """Return what a query asks about a plan."""
    return Asked(
        plan=plan,
        known_at=query["known_at"],
        on=query["on"],
        reason=reason,
        law=query.get("law"),
    )


def shown(schema: type[Schema], found: Any) -> flask.Response:
    """Return what was found, with the names behind the ids in it; ETag is a case's version."""
    listed = isinstance(found, Sequence)
    dumped = schema(many=listed).dump(found)
    body = {"items": dumped} if listed else dict(dumped)
    names = request.services().people.names(set(_people(found)))
    body["people"] = dict(sorted(names.items()))
    response = flask.jsonify(body)
    if version := getattr(found, "version", None):
        response.headers["ETag"] = f'"{version}"'
    return response


@cache
def with_people(schema: type[Schema]) -> type[Schema]:
    """Return the schema with the names of the people met in it."""
    return type(schema.__name__ + "WithPeople", (schema,), {"people": _names()})


IS_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@cache
def listing(schema: type[Schema]) -> type[Schema]:
    """Return the schema of a list with the names of the people met in it."""
    members = {"items": ma.List(ma.Nested(schema)), "people": _names()}
    return type(schema.__name__ + "List", (Schema,), members)


def _names() -> ma.Field[Any]:
    return ma.Dict(keys=ma.String(), values=ma.String())


def _people(found: Any) -> Iterator[Id]:
    """Yield every id in a view; those that are not people are not in the directory."""
    if isinstance(found, str) and IS_ID.fullmatch(found):
        yield Id(found)
    for member in _members(found):
        yield from _people(member)


@cache
def _not_texts(kind: type) -> tuple[str, ...]:
    """Return the fields that may lead to ids: a text that looks like one names nobody."""
    hints = get_type_hints(kind)
    return tuple(name for name, hint in hints.items() if hint not in (str, str | None))


def _members(found: Any) -> Iterable[Any]:
    """Return what a part of a view is made of."""
    match found:
        case str() | bytes():
            return ()
        case Mapping():
            return found.values()
        case Sequence():
            return found
        case _ if is_dataclass(found) or isinstance(found, msgspec.Struct):
            kind: type = type(found)
            return [getattr(found, name) for name in _not_texts(kind)]
    return ()
