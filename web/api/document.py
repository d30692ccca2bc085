"""The OpenAPI document as it is served: what flask-smorest says in it that is not so is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from application.actors import Role
from web.api.shapes import Either

LIMITS = ("minLength", "maxLength", "minimum", "maximum", "pattern")
REFERENCE = re.compile(r"#/components/schemas/(.+)")


def mended(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with limits on what is taken only, never on what is shown."""
    schemas = document["components"]["schemas"]
    # flask-smorest's own, for paging that we have none of.
    schemas.pop("PaginationMetadata", None)
    taken: set[str] = set()
    for operation in _operations(document):
        body = operation.get("requestBody", {})
        for content in body.get("content", {}).values():
            _reach(content.get("schema", {}), schemas, taken)
        _say_whether_needed(body, schemas)
        _name_roles(operation)
    for name, schema in schemas.items():
        if name not in taken:
            _without_limits(schema)
    return document


def either(converter: Any, field: Any, **_: Any) -> dict[str, Any]:
    """Document a value of one of two shapes; the converter of apispec knows of none."""
    if not isinstance(field, Either):
        return {}
    return {"anyOf": [converter.field2property(one) for one in field.shapes]}


def _operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        for method, operation in item.items():
            if method != "parameters":
                yield operation


def _reach(schema: Any, schemas: dict[str, Any], found: set[str]) -> None:
    """Add the names of all schemas a schema refers to, and those refer to."""
    match schema:
        case {"$ref": str(reference)} if name := REFERENCE.fullmatch(reference):
            if name[1] not in found:
                found.add(name[1])
                _reach(schemas[name[1]], schemas, found)
        case dict():
            for member in schema.values():
                _reach(member, schemas, found)
        case list():
            for member in schema:
                _reach(member, schemas, found)


def _say_whether_needed(body: dict[str, Any], schemas: dict[str, Any]) -> None:
    """An act that needs nothing said may come without a body."""
    reference = body.get("content", {}).get("application/json", {}).get("schema", {}).get("$ref")
    if reference and (name := REFERENCE.fullmatch(reference)):
        body["required"] = bool(schemas[name[1]].get("required"))


def _name_roles(operation: dict[str, Any]) -> None:
    for parameter in operation.get("parameters", []):
        if parameter.get("name") == "Acting-As":
            parameter["schema"] = {"type": "string", "enum": [str(role) for role in Role]}


def _without_limits(schema: Any) -> None:
    match schema:
        case dict():
            for limit in LIMITS:
                if not isinstance(schema.get(limit), dict):
                    schema.pop(limit, None)
            for member in schema.values():
                _without_limits(member)
        case list():
            for member in schema:
                _without_limits(member)
