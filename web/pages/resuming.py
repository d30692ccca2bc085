"""A form that is sent after one was signed out is kept, and found again after signing in."""

from __future__ import annotations

import json

import flask
from werkzeug.datastructures import MultiDict

from application.sessions import Unsent, UnsentForms
from domain.shared.ids import Id
from web.pages.forms import FORMS
from web.pages.typed import Typed
from web.pages.visit import COOKIE, sessions, signed_in

FORM_KEY, FOR = "form_key", "for"
MOST_BYTES = 200_000


def unsent() -> UnsentForms:
    return sessions().unsent


def keep() -> bool:
    """Keep the form that was just sent, if it is one of ours; return whether it was."""
    secret = flask.request.cookies.get(COOKIE)
    sent = flask.request.form
    of_ours = (flask.request.endpoint or "").removesuffix("-do") in FORMS
    if not secret or not of_ours or flask.request.method != "POST":
        return False
    pairs = [(name, value) for name, value in sent.items(multi=True) if name != FORM_KEY]
    typed = json.dumps(pairs).encode()
    if len(typed) > MOST_BYTES:
        return False
    return unsent().keep(secret, sent.get(FORM_KEY, ""), Unsent(path=_path(), typed=typed))


def resumed(secret: str, person: Id) -> str | None:
    """Return the page of what was kept at this browser, for the one who signs in now."""
    before = flask.request.cookies.get(COOKIE)
    return unsent().hand_over(before, secret, person) if before else None


def kept_here() -> Typed | None:
    """Return what was kept of the form on this page, once."""
    found = unsent().take(signed_in().secret, _path())
    return MultiDict(json.loads(found)) if found else None


def _path() -> str:
    whose = flask.request.values.get(FOR)
    return f"{flask.request.path}?{FOR}={whose}" if whose else flask.request.path
