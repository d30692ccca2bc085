"""Holds every answer of the API against the document it publishes."""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import Flask
from jsonschema import Draft202012Validator
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse


@cache
def _document(app: Flask) -> dict[str, Any]:
    found = app.test_client().get("/api/openapi.json").json
    assert isinstance(found, dict)
    return found


def be_as_documented(app: Flask, method: str, path: str, response: TestResponse) -> None:
    """Fail unless the status and the body are among those the route is documented with."""
    try:
        rule, _ = app.url_map.bind("localhost").match(
            path.partition("?")[0], method=method, return_rule=True
        )
    except HTTPException:
        return
    document = _document(app)
    item = document["paths"].get(_template(rule.rule))
    if item is None or response.status_code == 401:
        return
    told = item[method.lower()]["responses"]
    status = str(response.status_code)
    assert status in told, f"{method} {rule.rule} answered {status}, documented are {list(told)}"
    documented = told[status].get("content", {})
    if not response.is_json:
        fits = not documented or "*/*" in documented or response.mimetype in documented
        assert fits, f"{method} {rule.rule} answered {response.mimetype}"
        return
    content = documented.get(response.mimetype, {})
    schema = {**content.get("schema", {}), "components": document["components"]}
    faults = [
        f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}"
        for fault in Draft202012Validator(schema).iter_errors(response.json)
    ]
    assert not faults, f"{method} {rule.rule} {status} is not as documented: {faults}"


def _template(rule: str) -> str:
    """Return a route as the document writes it."""
    return "".join(
        f"{{{part.partition('>')[0].rpartition(':')[2]}}}{part.partition('>')[2]}" if at else part
        for at, part in enumerate(rule.split("<"))
    )
