"""Forms: read by the shape of their command, done once, and kept as typed when refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from typing import Any

import flask
import msgspec
from marshmallow import Schema, ValidationError
from marshmallow import fields as ma

from application.actors import Actor, Order
from application.ids import new_id
from application.ports import Receipt
from application.services import Services
from domain.shared.ids import Id, derived_id, parsed_id
from domain.shared.refusals import NotSignedIn, Refused, RuleBroken
from domain.shared.texts import Text
from web.api.field_words import in_words
from web.api.problems import status_of
from web.api.shapes import shape
from web.pages.language import say
from web.pages.visit import go_to, services

ORDER_KEY, VERSION, CONFIRMED = "order_key", "version", "confirmed"
_KEYS = Id("5b0b2a8e-4b7c-5d5e-9a35-6c1d0f6f8a11")
UseCase = Callable[[Any, Actor, Order], Receipt]


@dataclass(slots=True)
class Sent:
    """What was typed into a form, and what was wrong with it; empty where nothing was sent."""

    typed: Mapping[str, Any] = field(default_factory=dict)
    errors: dict[str, list[str]] = field(default_factory=dict)
    refused: Refused | None = None

    @property
    def order_key(self) -> str:
        """Return the key that has a form that is sent twice be done once."""
        return self.typed.get(ORDER_KEY) or new_id()


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act as a form: the command, the use case, and what the path says of it."""

    command: type
    use_case: Callable[[Services], UseCase]
    path: Mapping[str, Any]
    makes: str | None = None


def sent() -> Sent:
    """Return what the form on this page was sent with last, if it came back."""
    found: Sent = flask.g.get("sent") or Sent()
    return found


def acted(
    act: Act, by: Actor, *, page: Callable[[], str], done: str, check: str | None = None
) -> flask.Response:
    """Do what a form asks, and go on; or show the page again with what was wrong.

    ``check``: a template in which one reads over what was typed before it is done.
    """
    form = Sent(typed=flask.request.form.to_dict())
    hidden = (*act.path, *((act.makes,) if act.makes else ()))
    schema = shape(act.command, without=hidden)()
    try:
        body = schema.load(_json(schema))
        if check and not flask.request.form.get(CONFIRMED):
            return flask.make_response(flask.render_template(check, sent=form, body=body, act=act))
        receipt = _done(act, by, body)
    except ValidationError as wrong:
        return _again(form, page, HTTPStatus.BAD_REQUEST, _worded(wrong))
    except NotSignedIn:
        raise
    except Refused as refused:
        form.refused = refused
        return _again(form, page, status_of(refused), _of_field(refused))
    return go_to(f"{done}{'&' if '?' in done else '?'}after={receipt.position}")


def _done(act: Act, by: Actor, body: Mapping[str, Any]) -> Receipt:
    command_id = _command_id(by)
    made = {act.makes: derived_id(command_id, act.makes)} if act.makes else {}
    said = [act.command.__name__, by.acting_as, str(by.acting_for), dict(act.path), dict(body)]
    seen = flask.request.form.get(VERSION, "")
    order = Order(
        command_id=command_id,
        body_hash=sha256(msgspec.json.encode(said, order="sorted")).digest(),
        correlation_id=command_id,
        seen_version=int(seen) if seen.isascii() and seen.isdigit() else None,
        keyed=True,
    )
    return act.use_case(services())(act.command(**act.path, **body, **made), by, order)


def _command_id(by: Actor) -> Id:
    """Return the id of the order: the same when the same form is sent twice."""
    try:
        key = parsed_id(flask.request.form.get(ORDER_KEY, ""))
    except ValueError:
        key = new_id()
    return derived_id(_KEYS, f"{by.person}|{key}")


def _json(schema: Schema) -> dict[str, Any]:
    """Return what was typed as the shape reads it: what was left empty was not said."""
    told: dict[str, Any] = {}
    for found in schema.fields.values():
        key = found.data_key
        assert key
        if isinstance(found, ma.List):
            if values := [one for one in flask.request.form.getlist(key) if one]:
                told[key] = values
        elif isinstance(found, ma.Boolean):
            told[key] = key in flask.request.form
        elif typed := flask.request.form.get(key, "").strip():
            whole = isinstance(found, ma.Integer) and typed.isascii() and typed.isdigit()
            told[key] = int(typed) if whole else typed
    return told


def _again(
    form: Sent, page: Callable[[], str], status: int, errors: dict[str, list[str]]
) -> flask.Response:
    form.errors = errors
    flask.g.sent = form
    return flask.make_response(page(), status)


def _worded(wrong: ValidationError) -> dict[str, list[str]]:
    found = wrong.messages if isinstance(wrong.messages, dict) else {"": wrong.messages}
    return {name: _flat(in_words(told)) for name, told in found.items()}


def _flat(told: Any) -> list[str]:
    if isinstance(told, Text):
        return [say(told)]
    if isinstance(told, Mapping):
        return [line for one in told.values() for line in _flat(one)]
    if isinstance(told, list | tuple):
        return [line for one in told for line in _flat(one)]
    return [str(told)]


def _of_field(refused: Refused) -> dict[str, list[str]]:
    says = [say(refused.text)]
    if isinstance(refused, RuleBroken):
        says = [say(one.says) for one in refused.findings]
    return {refused.field or "": says}
