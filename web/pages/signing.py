"""Where one signs in and out; in the demo by choosing one of its people, and nowhere else."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast
from urllib.parse import parse_qs, urlsplit

import flask

from application.sessions import SignedIn
from domain.shared.ids import Id, parsed_id
from domain.shared.refusals import Invalid, NotFound
from domain.shared.texts import Text
from web.pages import resuming
from web.pages.guards import form_may_leave_for
from web.pages.language import LANGUAGES, language, remembering
from web.pages.marks import open_to_all
from web.pages.providers import had
from web.pages.returning import FRONT, NEXT, own_page
from web.pages.visit import (
    entrance,
    go_to,
    let_in,
    let_out,
    public_address,
    sessions,
    signed_in,
    visit,
)

DEMO = "demo"
"""Who vouches for the people of the demo: nobody."""
pages = flask.Blueprint("signing", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """One whom a visitor of the demo may be."""

    person: Id
    name: str
    does: Text


@pages.get("/sign-in")
@open_to_all
def sign_in() -> flask.Response | str:
    back_to = own_page(flask.request.args.get(NEXT, FRONT))
    if visit():
        return go_to(back_to)
    return flask.render_template(
        "sign_in.html", people=_people(), doors=entrance().doors, back_to=back_to
    )


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
    how = SignedIn(issuer=DEMO, subject=person, authenticated_at=datetime.now(UTC))
    secret = entrance().vouch(DEMO, person, how, before=had(), language=language())
    back = resuming.resumed(secret, person) or own_page(flask.request.form.get(NEXT, FRONT))
    return let_in(go_to(back), secret)


@pages.post("/sign-out")
def sign_out() -> flask.Response:
    """Sign out here, or at every browser (`everywhere`); then at the provider, where one wants."""
    here = signed_in()
    door = entrance().door_of(here.session.issuer)
    leaving = entrance().leave(
        here.secret,
        here.session,
        back_to=public_address(flask.url_for("providers.signed_out")) if door else "",
        state=secrets.token_urlsafe(16),
        everywhere=bool(flask.request.form.get("everywhere")),
    )
    flask.g.visit = None
    if door is None or leaving is None:
        return let_out(go_to(flask.url_for("signing.sign_in")))
    page = flask.render_template("signed_out.html", leaving=leaving, title=door.title)
    return let_out(form_may_leave_for(flask.make_response(page), leaving.address, door.issuer))


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
    return remembering(go_to(_shown_before(flask.request.form.get("back", "/"))), chosen)


def _shown_before(told: str) -> str:
    """Return the page the form was on; a form may name no other site."""
    if not told.startswith("/sign-in"):
        return own_page(told)
    # Signing in goes on to where one was on the way to.
    asked = parse_qs(urlsplit(flask.request.referrer or "").query)
    back_to = own_page(asked.get(NEXT, [FRONT])[0])
    ask = "anew.ask" if told == flask.url_for("anew.ask") else "signing.sign_in"
    return flask.url_for(ask, next=None if back_to == FRONT else back_to)


def _people() -> Sequence[DemoPerson]:
    whose = flask.current_app.extensions["alis-demo"]
    return cast("Callable[[], Sequence[DemoPerson]]", whose)() if whose else ()
