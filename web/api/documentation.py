"""The API's documentation, readable without any script: rendered from the OpenAPI document."""

from __future__ import annotations

from typing import Any

import flask

from web.api.blueprint import AlisApi

METHODS = ("get", "post", "put", "patch", "delete")


def pages(api: AlisApi) -> flask.Blueprint:
    """Return the blueprint of /api/docs."""
    blueprint = flask.Blueprint("documentation", __name__, template_folder="templates")

    @blueprint.get("/api/docs")
    def docs() -> flask.Response:
        document = api.document()
        page = flask.render_template(
            "docs.html", document=document, operations=list(_operations(document)), named=_named
        )
        response = flask.make_response(page)
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'"
        )
        return response

    return blueprint


def _operations(document: dict[str, Any]) -> Any:
    for path, item in document["paths"].items():
        shared = item.get("parameters", [])
        for method in METHODS:
            if method in item:
                operation = item[method]
                parameters = [*shared, *operation.get("parameters", [])]
                yield {"method": method.upper(), "path": path, **operation} | {
                    "parameters": parameters
                }


def _named(schema: dict[str, Any]) -> str:
    """Return the name of a schema, or of what a list holds."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if schema.get("type") == "array":
        return f"list of {_named(schema.get('items', {}))}"
    kinds = schema.get("type") or ", ".join(_named(s) for s in schema.get("anyOf", []))
    if isinstance(kinds, list):
        kinds = " or ".join(kinds)
    detail = schema.get("format") or "; ".join(map(str, schema.get("enum", [])))
    return f"{kinds} ({detail})" if detail else str(kinds or "any")
