"""Signing in and out; in the demo by choosing one of its people, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar, cast

import flask

from application.sessions import SignedIn
from domain.shared.ids import Id, parsed_id
from domain.shared.refusals import Invalid, NotFound
from domain.shared.texts import Text
from web.pages import resuming
from web.pages.language import CHOICE, LANGUAGES, LASTS, language
from web.pages.visit import go_to, let_in, let_out, sessions, signed_in, visit

V = TypeVar("V", bound=Callable[..., object])
DEMO = "demo"
"""Who vouches for the people of the demo: nobody."""
pages = flask.Blueprint("signing", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """One whom a visitor of the demo may be."""

    person: Id
    name: str
    does: Text


def open_to_all(view: V) -> V:
    """Mark a page that is shown to one who is not signed in; all others are refused."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


@pages.get("/sign-in")
@open_to_all
def sign_in() -> flask.Response | str:
    if visit():
        return go_to(flask.url_for("home.front"))
    return flask.render_template("sign_in.html", people=_people())


@pages.post("/sign-in/demo")
@open_to_all
def be_somebody() -> flask.Response:
    """Sign in as one of the demo's people; there is no such page where data is real."""
    known = {one.person for one in _people()}
    if not known:
        raise NotFound(
            "no-demo",
            nb="Her finnes ingen demo å logge inn i.",
            en="There is no demo to sign in to.",
        )
    try:
        person = parsed_id(flask.request.form.get("person", ""))
    except ValueError:
        person = None
    if person not in known:
        raise Invalid(
            "person-unknown",
            nb="Velg en av personene på listen.",
            en="Choose one of the people on the list.",
            field="person",
        )
    before = visit()
    if before:
        sessions().end(before.secret)
    now = datetime.now(UTC)
    how = SignedIn(issuer=DEMO, subject=person, authenticated_at=now)
    secret = sessions().open(person, how, language=language())
    back = resuming.resumed(secret, person) or flask.url_for("home.front")
    return let_in(go_to(back), secret)


@pages.post("/sign-out")
def sign_out() -> flask.Response:
    """Sign out here, or at every browser (`everywhere`)."""
    here = signed_in()
    if flask.request.form.get("everywhere"):
        sessions().end_all(here.session.person)
    else:
        sessions().end(here.secret)
    return let_out(go_to(flask.url_for("signing.sign_in")))


@pages.post("/language")
@open_to_all
def choose_language() -> flask.Response:
    chosen = flask.request.form.get("language", "")
    if chosen not in LANGUAGES:
        raise Invalid(
            "language-unknown",
            nb=f"Velg et av språkene: {', '.join(LANGUAGES)}.",
            en=f"Choose one of the languages: {', '.join(LANGUAGES)}.",
            field="language",
        )
    if here := visit():
        sessions().speak(here.secret, chosen)
    response = go_to(_own_path(flask.request.form.get("back", "/")))
    response.set_cookie(
        CHOICE, chosen, max_age=LASTS, secure=True, httponly=True, samesite="Lax", path="/"
    )
    return response


def _own_path(told: str) -> str:
    """Return a path of this site; a form may name no other."""
    return told if told.startswith("/") and not told.startswith(("//", "/\\")) else "/"


def _people() -> Sequence[DemoPerson]:
    whose = flask.current_app.extensions["alis-demo"]
    return cast("Callable[[], Sequence[DemoPerson]]", whose)() if whose else ()
