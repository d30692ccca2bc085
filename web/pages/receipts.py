"""That something was recorded is told to the browser that did it, and cannot be made by a link."""

from __future__ import annotations

import hmac

import flask

from web.pages.visit import signed_in

SEAL = "seal"


def sealed(name: str, position: str) -> str:
    """Return what only this session can say of a form that was done at a position."""
    key = signed_in().session.form_key.encode()
    return hmac.digest(key, f"{name}|{position}".encode(), "sha256").hex()[:32]


def was_done(name: str) -> bool:
    told = flask.request.args.get(SEAL, "")
    made = sealed(name, flask.request.args.get("after", ""))
    return hmac.compare_digest(told.encode("utf-8", "surrogatepass"), made.encode())
