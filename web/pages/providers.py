"""Signing in by a provider: there by a form, back with an answer, and let in or told why not."""

from __future__ import annotations

from http import HTTPStatus

import flask

from application.sessions import Session
from domain.shared.refusals import NotFound, NotSignedIn, Refused
from web.api.problems import status_of
from web.pages import resuming
from web.pages.language import language
from web.pages.marks import open_to_all
from web.pages.returning import FRONT, NEXT, own_page
from web.pages.visit import entrance, go_to, let_in, public_address, visit

BEGUN = "__Host-alis-begun"
"""Known to this browser alone; what it began is kept on the server, and good once."""
GOOD_FOR = 3600
pages = flask.Blueprint("providers", __name__)


@pages.post("/sign-in/<provider>")
@open_to_all
def begin(provider: str) -> flask.Response:
    door = entrance().door(provider)
    back_to = own_page(flask.request.form.get(NEXT, FRONT))
    try:
        going = entrance().begin(door, answer_address(provider), back_to=back_to)
    except NotFound:
        raise
    except Refused as refused:
        return failed(refused, back_to=back_to)
    return sent_to(door.title, going.url, going.secret)


@pages.get("/sign-in/<provider>/answer")
@open_to_all
def answer(provider: str) -> flask.Response:
    """Take what the provider says, once, from the browser that was sent there and no other."""
    door = entrance().door(provider)
    taken = entrance().take(flask.request.cookies.get(BEGUN))
    back_to = taken.back_to if taken else FRONT
    said_twice = any(len(said) > 1 for _, said in flask.request.args.lists())
    told = None if said_twice else flask.request.args.to_dict()
    try:
        entered = entrance().complete(door, taken, told, before=had(), language=language())
    except NotFound:
        raise
    except Refused as refused:
        anew = bool(taken and taken.begun.subject)
        return forgotten(failed(refused, back_to=back_to, anew=anew))
    # What was sent and not done, where one was to sign in first, is on its page again.
    back_to = resuming.resumed(entered.secret, entered.person) or own_page(entered.back_to)
    return forgotten(let_in(go_to(back_to), entered.secret))


@pages.get("/signed-out")
@open_to_all
def signed_out() -> str:
    """Show what one comes back to from a provider one has left."""
    return flask.render_template("signed_out.html", leaving=None, title=None)


def had() -> tuple[str, Session] | None:
    """Return the session the browser has, with its secret."""
    here = visit()
    return (here.secret, here.session) if here else None


def answer_address(provider: str) -> str:
    return public_address(flask.url_for("providers.answer", provider=provider))


def sent_to(title: str, url: str, secret: str) -> flask.Response:
    """Show a page that goes on to the provider by itself.

    A form may only be answered with an address of ours, so this is no redirect.
    """
    page = flask.render_template("going.html", title=title, url=url)
    response = flask.make_response(page)
    response.headers["Refresh"] = f"0; url={url}"
    response.set_cookie(
        BEGUN, secret, max_age=GOOD_FOR, secure=True, httponly=True, samesite="Lax", path="/"
    )
    return response


def forgotten(response: flask.Response) -> flask.Response:
    response.delete_cookie(BEGUN, secure=True, httponly=True, samesite="Lax", path="/")
    return response


def failed(refused: Refused, *, back_to: str, anew: bool = False) -> flask.Response:
    """Tell why nobody was let in, and how to try again."""
    status = status_of(refused)
    if isinstance(refused, NotSignedIn):
        # No page of ours can be signed in to by a header, which 401 would promise.
        status = HTTPStatus.FORBIDDEN
    page = flask.render_template(
        "sign_in_failed.html",
        says=refused.text,
        back_to=own_page(back_to),
        anew=anew and visit() is not None,
        unknown=refused.code in {"person-not-entered", "person-entered-twice"},
    )
    return flask.make_response(page, status)
