"""Who looks at a page: the session of the browser that asks, and the capacity of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import flask

from application.actors import Actor, Role
from application.entrance import Entrance
from application.services import Services
from application.sessions import Session, Sessions
from domain.shared.ids import Id
from domain.shared.refusals import NotSignedIn
from web import readers

COOKIE = "__Host-alis"
"""Only sent over TLS, or to the machine itself, to this host alone, and never to a script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A browser that is signed in, and the secret by which it is."""

    session: Session
    secret: str

    def actor(self, acting_as: Role, acting_for: Id | None = None) -> Actor:
        """Return the person in a capacity; whether it is held is read from the facts."""
        return Actor(person=self.session.person, acting_as=acting_as, acting_for=acting_for)


def services() -> Services:
    return cast(Services, flask.current_app.extensions["alis"])


def sessions() -> Sessions:
    return cast(Sessions, flask.current_app.extensions["alis-sessions"])


def entrance() -> Entrance:
    return cast(Entrance, flask.current_app.extensions["alis-entrance"])


def public_address(path: str) -> str:
    """Return an address of ours as others find it: by the settings, never by what was asked."""
    own = flask.current_app.extensions["alis-address"]
    if own is None:
        raise RuntimeError("people cannot be sent back here: no public address was set")
    return f"{own}{path}"


def address_of(path: str) -> str:
    """Return what a person is shown of one of our addresses, also where none was set."""
    own = flask.current_app.extensions["alis-address"]
    return f"{own or flask.request.host_url.rstrip('/')}{path}"


def visit() -> Visit | None:
    """Return who is signed in at the browser that asks, looked up once a request."""
    if "visit" not in flask.g:
        secret = flask.request.cookies.get(COOKIE)
        session = sessions().find(secret) if secret else None
        flask.g.visit = Visit(session=session, secret=secret) if session and secret else None
        if session:
            readers.known_to_be(session.person)
    return cast("Visit | None", flask.g.visit)


def signed_in() -> Visit:
    """Return who is signed in; raises NotSignedIn."""
    found = visit()
    if found is None:
        raise NotSignedIn(
            "not-signed-in",
            nb="Logg inn for å se denne siden.",
            en="Sign in to see this page.",
        )
    return found


def actor(acting_as: Role, acting_for: Id | None = None) -> Actor:
    """Return the one who looks, in a capacity; raises NotSignedIn."""
    return signed_in().actor(acting_as, acting_for)


def go_to(address: str) -> flask.Response:
    """Have the browser ask for another page, whatever it asked by."""
    return flask.make_response(flask.redirect(address, 303))


def let_in(response: flask.Response, secret: str) -> flask.Response:
    """Give the browser its secret; the session ends on the server, so the cookie has no date."""
    response.set_cookie(COOKIE, secret, secure=True, httponly=True, samesite="Lax", path="/")
    return response


def let_out(response: flask.Response) -> flask.Response:
    response.delete_cookie(COOKIE, secure=True, httponly=True, samesite="Lax", path="/")
    return response
