"""What a page says when it cannot be shown: plain words, and who can help."""

from __future__ import annotations

import logging
from http import HTTPStatus

import flask
from werkzeug.exceptions import HTTPException

from application.limiting import TooMany
from domain.shared import refusals
from domain.shared.texts import Text
from web.api.problems import note, status_of
from web.pages import resuming
from web.pages.returning import (
    NotFresh,
    prove_anew_and_come_back,
    sign_in_and_come_back,
    where_one_is,
)

LOG = logging.getLogger(__name__)
UNEXPECTED = Text(
    nb="Noe gikk galt hos oss. Det er notert, og ingenting ble lagret.",
    en="Something went wrong here. It has been noted, and nothing was recorded.",
)
NOWHERE = Text(
    nb="Du har ikke denne rollen i noen virksomhet i dag.",
    en="You hold this role in no establishment today.",
)
ANSWERS = {
    HTTPStatus.NOT_FOUND: Text(
        nb="Siden finnes ikke, eller du har ikke noe med den å gjøre.",
        en="There is no such page, or none you have to do with.",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: Text(
        nb="Siden kan ikke åpnes på den måten.", en="The page cannot be opened in that way."
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Text(
        nb="Det som ble sendt, er for stort.", en="What was sent is too large."
    ),
}


def refused(problem: refusals.Refused) -> flask.Response:
    if isinstance(problem, NotFresh):
        resuming.keep()
        return prove_anew_and_come_back(problem.back_to)
    if isinstance(problem, refusals.NotSignedIn):
        resuming.keep()
        return sign_in_and_come_back(where_one_is())
    note(problem)
    if problem.code == "acting-for-missing":
        return _page(NOWHERE, HTTPStatus.FORBIDDEN, problem)
    status = HTTPStatus(status_of(problem))
    # Whether there is a case is not told; what it would be called here neither.
    says = ANSWERS[status] if problem.code == "unknown-case" else problem.text
    page = _page(says, status, problem)
    if isinstance(problem, TooMany):
        page.headers["Retry-After"] = str(problem.seconds)
    return page


def http_error(error: HTTPException) -> flask.Response:
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    return _page(ANSWERS.get(status, UNEXPECTED), status)


def unexpected(fault: Exception) -> flask.Response:
    LOG.error("a page failed", exc_info=fault)
    return _page(UNEXPECTED, HTTPStatus.INTERNAL_SERVER_ERROR)


def _page(
    says: Text, status: HTTPStatus, problem: refusals.Refused | None = None
) -> flask.Response:
    page = flask.render_template("problem.html", says=says, status=status, problem=problem)
    return flask.make_response(page, status)
