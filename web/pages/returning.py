"""Signing in, or anew, and coming back to where one was: only ever to a page of ours."""

from __future__ import annotations

import re
from urllib.parse import urlencode, urlsplit

import flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from domain.shared.refusals import NotSignedIn
from web.pages.visit import go_to, signed_in

NEXT = "next"
FRONT = "/"
PAGES = "alis-pages"
"""Where the application keeps which of its blueprints are pages."""
ON_THE_WAY = ("anew.ask", "anew.prove")
LONGEST = 300
PLAIN = re.compile(r"/[A-Za-z0-9/_.~-]*")


class NotFresh(NotSignedIn):
    """One is signed in, but since too long to decide; ``back_to`` is where one goes on from."""

    def __init__(self, back_to: str) -> None:
        super().__init__(
            "sign-in-not-fresh",
            nb="Du må bekrefte hvem du er på nytt før dette kan gjøres.",
            en="You must prove anew who you are before this can be done.",
        )
        self.back_to = back_to


def require_fresh(back_to: str | None = None) -> None:
    """Raise NotFresh unless who looks proved who they are a short while ago.

    ``back_to`` is the path of the page to come back to, this one if not given.
    """
    if not signed_in().session.fresh:
        raise NotFresh(own_page(back_to or where_one_is()))


def sign_in_and_come_back(path: str) -> flask.Response:
    """Send the browser to sign in, and from there to the path."""
    return _sent("signing.sign_in", path)


def prove_anew_and_come_back(path: str) -> flask.Response:
    """Have the one signed in prove who they are once more, and come back to the path."""
    return _sent("anew.ask", path)


def where_one_is() -> str:
    """Return the page that is shown: this one, or the one that a form or a part of it is on."""
    if flask.request.endpoint in ON_THE_WAY:
        return own_page(flask.request.values.get(NEXT, FRONT))
    if flask.request.method == "GET" and "HX-Request" not in flask.request.headers:
        return own_page(flask.request.path)
    shown = flask.request.headers.get("HX-Current-URL") or flask.request.referrer or ""
    return own_page(urlsplit(shown).path if shown.isprintable() else "")


def own_page(told: str) -> str:
    """Return the path if a page of ours answers there, otherwise the front page's.

    Whatever else a link could name, such as another site, is never gone to.
    """
    if len(told) > LONGEST or not PLAIN.fullmatch(told) or "//" in told:
        return FRONT
    try:
        endpoint, _ = flask.current_app.url_map.bind("").match(told, method="GET")
    except (HTTPException, RequestRedirect):
        return FRONT
    area = str(endpoint).partition(".")[0]
    pages: frozenset[str] = flask.current_app.extensions[PAGES]
    return told if area in pages and not told.startswith("/sign") else FRONT


def _sent(endpoint: str, path: str) -> flask.Response:
    back_to = own_page(path)
    query = f"?{urlencode({NEXT: back_to}, safe='/')}" if back_to != FRONT else ""
    address = f"{flask.url_for(endpoint)}{query}"
    if "HX-Request" not in flask.request.headers:
        return go_to(address)
    # What asked is a part of a page; the whole page is to go.
    response = flask.make_response("", 200)
    response.headers["HX-Redirect"] = address
    return response
