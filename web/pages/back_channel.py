"""What a provider says behind the browser's back: that somebody's session there has ended."""

from __future__ import annotations

import flask

from domain.shared.refusals import NotFound, NotSignedIn, Refused
from web.api.problems import status_of
from web.pages.marks import open_to_all
from web.pages.visit import entrance

LONGEST = 20_000
pages = flask.Blueprint("back-channel", __name__)
# No session, no cookie and no form key: whoever signs the token is believed, nobody else.


@pages.post("/sign-in/<provider>/logged-out")
@open_to_all
def logged_out(provider: str) -> flask.Response:
    flask.request.max_content_length = LONGEST
    tokens = flask.request.form.getlist("logout_token")
    try:
        door = entrance().door(provider)
        if len(tokens) != 1:
            return _answer("one logout_token is needed", 400)
        if not entrance().logged_out(door, tokens[0]):
            return _answer("the token was used before", 400)
    except NotSignedIn:
        return _answer("the token is not believed", 400)
    except NotFound:
        return _answer("no such provider", 404)
    except Refused as refused:
        return _answer(refused.code, status_of(refused))
    return _answer(None, 200)


def _answer(wrong: str | None, status: int) -> flask.Response:
    body = {"error": "invalid_request", "error_description": wrong} if wrong else {}
    response = flask.jsonify(body)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response
