"""Puts the web application together over the services."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import Flask
from flask_smorest import Api
from werkzeug.exceptions import HTTPException

from application.services import Services
from domain.shared.refusals import Refused
from web.api import (
    catalogue,
    coverage,
    documentation,
    operations,
    organisations,
    people,
    plan_views,
    plans,
    practitioners,
)
from web.api.problems import told, told_http, told_unexpected

MOST_BYTES = 1_000_000
BLUEPRINTS = (
    plans,
    plan_views,
    organisations,
    coverage,
    people,
    practitioners,
    catalogue,
    operations,
)


class AlisApi(Api):
    """flask-smorest, but refusals are told by our own table for every path."""

    def _register_error_handlers(self) -> None:
        pass


def create_app(services: Services, *, tokens: Callable[[str], UUID] | None) -> Flask:
    """Return the application; without ``tokens`` nobody can sign in."""
    app = Flask(__name__)
    app.config |= {
        "API_TITLE": "alis",
        "API_VERSION": "v1",
        "OPENAPI_VERSION": "3.1.0",
        "OPENAPI_URL_PREFIX": "/api",
        "OPENAPI_JSON_PATH": "openapi.json",
        "MAX_CONTENT_LENGTH": MOST_BYTES,
    }
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.extensions["alis"] = services
    app.extensions["alis-tokens"] = tokens
    app.register_error_handler(Refused, told)
    app.register_error_handler(HTTPException, told_http)
    app.register_error_handler(Exception, told_unexpected)
    api = AlisApi(app, spec_kwargs={"security": [{"token": []}]})
    api.spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    for module in BLUEPRINTS:
        api.register_blueprint(module.blueprint, url_prefix="/api/v1")
    app.register_blueprint(documentation.pages(api))
    return app
