"""Every refusal as RFC 9457 problem details, by one table."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

import flask
from werkzeug.exceptions import HTTPException

from application.limiting import TooMany
from application.on_behalf import reading
from application.ports import (
    FileRefused,
    FileTooLarge,
    Gone,
    NotDurable,
    NotYetVisible,
    Unavailable,
    Unreadable,
)
from domain.shared import refusals
from domain.shared.citation import Citation
from domain.shared.findings import Finding
from domain.shared.texts import Text
from web.api.challenges import SCOPE_MISSING, challenge
from web.api.field_words import in_words
from web.api.language import in_language

LOG = logging.getLogger(__name__)
CONTENT_TYPE = "application/problem+json"
KEPT_OUT = frozenset({401, 403, 429})


class Malformed(refusals.Refused):
    """The request cannot be read; ``errors`` tells what is wrong, field by field."""

    def __init__(self, errors: dict[str, Any]) -> None:
        super().__init__(
            "malformed",
            nb="Forespørselen har feil i: " + ", ".join(sorted(errors)) + ".",
            en="The request is wrong in: " + ", ".join(sorted(errors)) + ".",
        )
        self.errors = errors


def malformed(name: str, *, nb: str, en: str) -> Malformed:
    """Return that one header or field cannot be read, with what would be right."""
    return Malformed({name: [Text(nb=nb, en=en)]})


class NotReadable(Malformed):
    """The body is said to be JSON, and is not, or is more than can be held."""

    def __init__(self) -> None:
        said = Text(nb="Innholdet kan ikke leses som JSON.", en="The body cannot be read as JSON.")
        super().__init__({"body": [said]})
        self.text = said


class NotForm(refusals.Refused):
    """A file did not come as a form."""

    def __init__(self, sent: str) -> None:
        super().__init__(
            "unsupported-media-type",
            nb=f"Send filen som «multipart/form-data»; dette kom som {sent or 'intet'}.",
            en=f"Send the file as 'multipart/form-data'; this came as {sent or 'nothing'}.",
        )


class NotAnObject(Malformed):
    """The body is JSON, but no object with named fields."""

    def __init__(self) -> None:
        said = Text(
            nb='Innholdet må være et JSON-objekt: {"felt": verdi, ...}.',
            en='The body must be a JSON object: {"field": value, ...}.',
        )
        super().__init__({"body": [said]})
        self.text = said


class WrongType(refusals.Refused):
    """The body is not said to be of a type that is read here."""

    def __init__(self, sent: str, right: str) -> None:
        super().__init__(
            "unsupported-media-type",
            nb=f"Innholdet kom som {sent or 'intet'}; send en av {right}.",
            en=f"The body came as {sent or 'nothing'}; send one of {right}.",
        )


class NotJson(refusals.Refused):
    """The body is not said to be JSON."""

    def __init__(self, sent: str) -> None:
        super().__init__(
            "unsupported-media-type",
            nb=f"Send JSON, med «Content-Type: application/json»; dette kom som {sent or 'intet'}.",
            en=f"Send JSON, with 'Content-Type: application/json'; this came as "
            f"{sent or 'nothing'}.",
        )


STATUS: dict[type[refusals.Refused], int] = {
    Malformed: 400,
    NotJson: 415,
    NotForm: 415,
    FileRefused: 422,
    FileTooLarge: 413,
    Gone: 410,
    WrongType: 415,
    refusals.Invalid: 400,
    refusals.NotSignedIn: 401,
    refusals.NotPermitted: 403,
    refusals.NotFound: 404,
    refusals.NotAllowed: 409,
    refusals.CaseChanged: 409,
    refusals.PartChanged: 412,
    refusals.KeyReused: 422,
    refusals.RuleBroken: 422,
    TooMany: 429,
    NotYetVisible: 503,
    NotDurable: 503,
    Unavailable: 503,
    Unreadable: 500,
}


def status_of(refused: refusals.Refused) -> int:
    """Return the status of the nearest kind in the table."""
    return next(STATUS[kind] for kind in type(refused).__mro__ if kind in STATUS)


def problem(status: int, code: str, detail: str, **more: Any) -> flask.Response:
    """Return a response of problem details; members without value are left out."""
    title = _TITLES_OF_CODES.get(code) or _TITLES.get(HTTPStatus(status), _OTHER)
    body = {
        "type": f"urn:alis:problem:{code}",
        "title": in_language(title),
        "status": status,
        "code": code,
        "detail": detail,
        **{name: value for name, value in more.items() if value},
    }
    response = flask.jsonify(body)
    response.status_code, response.content_type = status, CONTENT_TYPE
    if status == HTTPStatus.UNAUTHORIZED or code == SCOPE_MISSING:
        response.headers["WWW-Authenticate"] = challenge(code)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "1"
    return response


def told(refused: refusals.Refused) -> flask.Response:
    """Return a refusal as a problem: what is wrong, by which rule, and the citation."""
    note(refused)
    response = problem(
        status_of(refused),
        refused.code,
        in_language(refused.text),
        rule=refused.rule,
        field=refused.field,
        basis=[cited(citation) for citation in refused.basis],
        findings=[found(f) for f in getattr(refused, "findings", ())],
        errors=in_words(getattr(refused, "errors", None)),
        changes=[
            {"version": version, "fact": tag} for version, tag in getattr(refused, "changes", ())
        ],
    )
    if isinstance(refused, TooMany):
        response.headers["Retry-After"] = str(refused.seconds)
    return response


def note(refused: refusals.Refused) -> None:
    """Log that somebody was kept out: who, from where, and why; never what they sent."""
    if (status := status_of(refused)) in KEPT_OUT:
        reader = reading()
        person = reader.person if reader else None
        at = flask.request.endpoint
        LOG.info("refused %s to %s at %s: %s", status, person or "nobody", at, refused.code)


def told_http(refused: HTTPException) -> flask.Response:
    """Return what Flask itself refuses (404, 405, 413, 415 ...) as a problem."""
    status = refused.code or 500
    code = HTTPStatus(status).phrase.lower().replace(" ", "-")
    words = _SAID.get(HTTPStatus(status), _UNREADABLE)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        words = _too_large(flask.request.max_content_length or 0)
    response = problem(status, code, in_language(words))
    for name, value in refused.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            response.headers[name] = value
    return response


def told_unexpected(error: Exception) -> flask.Response:
    """Log what we did not expect, without the request's contents, and say only that."""
    LOG.error("unexpected %s at %s", type(error).__name__, flask.request.endpoint, exc_info=error)
    return problem(500, "unexpected", in_language(_UNEXPECTED))


def cited(citation: Citation) -> dict[str, Any]:
    """Return a citation with its parts and its words."""
    parts = {name: getattr(citation, name) for name in citation.__struct_fields__}
    words = in_language(Text(nb=citation.nb, en=citation.en))
    return {_camel(k): v for k, v in parts.items() if v is not None} | {"text": words}


def found(finding: Finding) -> dict[str, Any]:
    """Return a finding: rule, force, words, citation, and how sure we are of the rule."""
    return {
        "rule": finding.rule,
        "force": finding.force,
        "says": in_language(finding.says),
        "basis": [cited(citation) for citation in finding.basis],
        "confidence": finding.confidence,
    }


def _too_large(most: int) -> Text:
    return Text(
        nb=f"Innholdet er for stort; det største er {f'{most:,}'.replace(',', ' ')} byte.",
        en=f"The body is too large; the largest is {most:,} bytes.",
    )


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))


_UNEXPECTED = Text(
    nb="Noe gikk galt hos oss; feilen er loggført. Send det samme igjen med samme "
    "Idempotency-Key: er det alt registrert, får du kvitteringen.",
    en="Something went wrong on our side; the error is logged. Send the same again with the same "
    "Idempotency-Key: if it was recorded all the same, you get the receipt.",
)

_UNREADABLE = Text(
    nb="Forespørselen kan ikke leses; se /api/docs.",
    en="The request cannot be read; see /api/docs.",
)

_SAID = {
    HTTPStatus.NOT_FOUND: Text(
        nb="Det er ingenting på denne adressen; se /api/docs.",
        en="There is nothing at this address; see /api/docs.",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: Text(
        nb="Dette kan ikke gjøres med denne adressen; «Allow» sier hva som kan.",
        en="This cannot be done with this address; 'Allow' tells what can.",
    ),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: Text(
        nb="Innholdet er av feil type; send «Content-Type: application/json».",
        en="The body is of the wrong type; send 'Content-Type: application/json'.",
    ),
}

_TITLES = {
    HTTPStatus.BAD_REQUEST: Text(nb="Feil i forespørselen", en="The request is wrong"),
    HTTPStatus.UNAUTHORIZED: Text(nb="Ikke innlogget", en="Not signed in"),
    HTTPStatus.FORBIDDEN: Text(nb="Ikke tillatt for denne rollen", en="Not permitted in this role"),
    HTTPStatus.NOT_FOUND: Text(nb="Finnes ikke", en="Not found"),
    HTTPStatus.METHOD_NOT_ALLOWED: Text(nb="Kan ikke gjøres her", en="Cannot be done here"),
    HTTPStatus.GONE: Text(nb="Borte for alltid", en="Gone for good"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Text(nb="For stort", en="Too large"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: Text(nb="Feil innholdstype", en="Wrong type of content"),
    HTTPStatus.CONFLICT: Text(nb="Ikke mulig nå", en="Not possible now"),
    HTTPStatus.PRECONDITION_FAILED: Text(nb="Endret siden du så", en="Changed since you looked"),
    HTTPStatus.UNPROCESSABLE_ENTITY: Text(nb="En regel er til hinder", en="A rule forbids it"),
    HTTPStatus.TOO_MANY_REQUESTS: Text(nb="For mange forespørsler", en="Too many requests"),
    HTTPStatus.SERVICE_UNAVAILABLE: Text(nb="Prøv igjen snart", en="Try again soon"),
}
_TITLES_OF_CODES = {
    "key-reused": Text(nb="Nøkkelen er brukt før", en="The key was used before"),
}
_OTHER = Text(nb="Avvist", en="Refused")
