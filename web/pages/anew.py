"""Proving anew who one is, before a decision: at the provider, or in the demo by a click."""

from __future__ import annotations

from datetime import UTC, datetime

import flask

from application.sessions import SignedIn
from domain.shared.refusals import Refused
from web.pages import resuming
from web.pages.language import language
from web.pages.providers import answer_address, failed, had, sent_to
from web.pages.returning import FRONT, NEXT, own_page, sign_in_and_come_back
from web.pages.signing import DEMO
from web.pages.visit import entrance, go_to, let_in, let_out, sessions, signed_in

pages = flask.Blueprint("anew", __name__)


@pages.get("/sign-in/anew")
def ask() -> str:
    door = entrance().door_of(signed_in().session.issuer)
    back_to = own_page(flask.request.args.get(NEXT, FRONT))
    return flask.render_template("anew.html", door=door, back_to=back_to)


@pages.post("/sign-in/anew")
def prove() -> flask.Response:
    """Send the one signed in to their provider once more; in the demo the click is enough."""
    here = signed_in()
    back_to = own_page(flask.request.form.get(NEXT, FRONT))
    door = entrance().door_of(here.session.issuer)
    if door:
        try:
            going = entrance().begin_again(
                door, here.secret, answer_address(door.name), back_to=back_to
            )
        except Refused as refused:
            return failed(refused, back_to=back_to, anew=True)
        return sent_to(door.title, going.url, going.secret)
    if flask.current_app.extensions["alis-demo"]:
        person = here.session.person
        how = SignedIn(issuer=DEMO, subject=person, authenticated_at=datetime.now(UTC))
        secret = entrance().vouch(DEMO, person, how, before=had(), language=language())
        return let_in(go_to(resuming.resumed(secret, person) or back_to), secret)
    # Nobody is left to ask: the provider one came by is no longer used here.
    sessions().end(here.secret)
    return let_out(sign_in_and_come_back(back_to))
