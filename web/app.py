"""Puts the web application together over the services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import IO, Any, Required, TypedDict, Unpack

from flask import Flask, Request, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import UUIDConverter

from application.entrance import Entrance
from application.limiting import Counting
from application.services import Services
from application.signing_in import MachineAccess
from domain.shared.ids import Id, parsed_id
from domain.shared.refusals import Refused
from web import readers
from web.api import (
    aside,
    catalogue,
    coverage,
    deadlines,
    document_acts,
    documentation,
    exemptions,
    groups,
    histories,
    incoming,
    operations,
    organisations,
    own_days,
    people,
    practitioners,
    preparing,
    proceeding_documents,
    proceedings,
    remedies,
    statistics,
)
from web.api.blueprint import AlisApi
from web.api.plans import absences as plan_absences
from web.api.plans import accounts as plan_accounts
from web.api.plans import acts as plan_acts
from web.api.plans import common_goals as plan_common_goals
from web.api.plans import corrections as plan_corrections
from web.api.plans import courses as plan_courses
from web.api.plans import documents as plan_documents
from web.api.plans import evaluations as plan_evaluations
from web.api.plans import files as plan_files
from web.api.plans import invitations as plan_invitations
from web.api.plans import meetings as plan_meetings
from web.api.plans import old_scheme as plan_old_scheme
from web.api.plans import path as plan_path
from web.api.plans import programme as plan_programme
from web.api.plans import reassessment as plan_reassessment
from web.api.plans import representatives as plan_representatives
from web.api.plans import service as plan_service
from web.api.plans import views as plan_views
from web.api.plans import visits as plan_visits
from web.api.problems import told, told_http, told_unexpected
from web.limits import COUNTING
from web.pages import frame
from web.pages.signing import DemoPerson

MOST_BYTES = 1_000_000
BLUEPRINTS = (
    plan_acts,
    plan_views,
    plan_accounts,
    plan_courses,
    plan_visits,
    incoming,
    exemptions,
    groups,
    plan_documents,
    plan_files,
    plan_corrections,
    plan_representatives,
    plan_programme,
    plan_invitations,
    plan_path,
    plan_common_goals,
    plan_evaluations,
    plan_service,
    plan_old_scheme,
    plan_absences,
    plan_reassessment,
    plan_meetings,
    organisations,
    histories,
    coverage,
    people,
    own_days,
    practitioners,
    catalogue,
    deadlines,
    remedies,
    statistics,
    proceedings,
    preparing,
    aside,
    proceeding_documents,
    document_acts,
    operations,
)
GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
}

MACHINES = {
    "type": "http",
    "scheme": "dpop",
    "description": "An access token of a machine client, bound to its key (RFC 9449).",
}


class IdInPath(UUIDConverter):
    """An id in an address, kept as text."""

    def to_python(self, value: str) -> Any:
        return parsed_id(value)

    def to_url(self, value: Any) -> str:
        return str(value)


class InMemory(Request):
    """A request whose files stay in memory: on disk they would lie there unencrypted."""

    def _get_file_stream(self, *_: Any, **__: Any) -> IO[bytes]:
        return BytesIO()


class Furniture(TypedDict, total=False):
    """What the routes work with.

    ``tokens`` reads those of people who act by program; None where none may. ``entrance`` lets
    people in. ``demo``: the people a visitor may be, where nothing is real. ``machines`` reads the
    tokens of machine clients, where none are the demo's. ``address``: where all of them find us.
    Without ``counting`` nobody is refused for asking too often.
    """

    tokens: Required[Callable[[str], Id] | None]
    entrance: Entrance | None
    demo: Callable[[], Sequence[DemoPerson]] | None
    machines: MachineAccess | None
    address: str | None
    counting: Counting | None


def create_app(services: Services, *, proxies: int = 0, **given: Unpack[Furniture]) -> Flask:
    """Return the application; without an entrance it has no pages.

    ``proxies``: how many there are in front, each telling whom it speaks for; of what comes with
    a request, no more is believed.
    """
    app = Flask(__name__)
    app.request_class = InMemory
    app.config |= {
        "API_TITLE": "alis",
        "API_VERSION": "v1",
        "OPENAPI_VERSION": "3.1.0",
        "OPENAPI_URL_PREFIX": "/api",
        "OPENAPI_JSON_PATH": "openapi.json",
        "MAX_CONTENT_LENGTH": MOST_BYTES,
    }
    app.url_map.converters["uuid"] = IdInPath
    app.json.sort_keys = False  # type: ignore[attr-defined]
    if proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=0, x_port=0, x_prefix=0
        )
    app.before_request(readers.nobody_yet)
    app.teardown_request(readers.no_more)
    app.register_error_handler(Refused, told)
    app.register_error_handler(HTTPException, told_http)
    app.register_error_handler(Exception, told_unexpected)
    api = AlisApi(app, spec_kwargs={"security": [{"token": []}]})
    api.spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    api.spec.components.security_scheme("machine", MACHINES)
    for module in BLUEPRINTS:
        api.register_blueprint(module.blueprint, url_prefix="/api/v1")
    app.register_blueprint(documentation.pages(api))
    if given.get("entrance"):
        frame.put_on(app)
    app.after_request(_guarded)
    furnish(app, services, **given)
    return app


def furnish(app: Flask, services: Services, **given: Unpack[Furniture]) -> None:
    """Give an application all that its routes work with."""
    entrance = given.get("entrance")
    app.extensions |= {
        "alis": services,
        "alis-tokens": given["tokens"],
        "alis-machines": given.get("machines"),
        "alis-address": given.get("address"),
        "alis-entrance": entrance,
        "alis-sessions": entrance.sessions if entrance else None,
        "alis-demo": given.get("demo"),
        COUNTING: given.get("counting"),
    }


def _guarded(response: Response) -> Response:
    """Have nothing of the API kept by anybody, and nothing run that it answers."""
    for name, value in GUARDS.items():
        response.headers.setdefault(name, value)
    if request.path.startswith("/api/"):
        response.headers["Cache-Control"] = "no-store"
    return response
