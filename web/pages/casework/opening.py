"""Opening what is confidential: by a button, with a reason where one must be said, never by a link.

Each opening is noted where whoever it concerns can see it; a reason is kept with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus

import flask
from werkzeug.datastructures import MultiDict

from application.contents import FileContent
from application.ports import Opening
from application.role_names import ROLES
from domain.shared.refusals import Invalid
from domain.shared.texts import Text
from web.api.forms import handed_out
from web.pages.casework.looking import names_of, shows
from web.pages.doing import Sent
from web.pages.language import say
from web.pages.opening import together
from web.pages.words.labels import LABELS

REASON = "reason"
WHY = Text(
    nb="Du er ikke part i dette. Skriv hvorfor du åpner det.",
    en="You are not a party to this. Write why you open it.",
)
FILE = Text(nb="Fil", en="File")
Answer = flask.Response | str


def opened(title: Text, back: str, show: Callable[[str | None], Answer]) -> flask.Response:
    """Return what is opened; the form for it before that, and again where a reason is lacking."""
    sent, status = Sent(typed=MultiDict(flask.request.form)), HTTPStatus.OK
    if flask.request.method == "POST":
        try:
            return flask.make_response(show(sent.typed.get(REASON, "").strip() or None))
        except Invalid as lacking:
            if lacking.field not in ("reason", "Reason"):
                raise
            sent.errors, status = {REASON: [say(WHY)]}, HTTPStatus.BAD_REQUEST
    page = shows("open.html", title=title, back=back, sent=sent)
    return flask.make_response(page, status)


def saved(found: FileContent) -> flask.Response:
    """Return a file to be saved."""
    return handed_out(found)


def log(
    openings: Sequence[Opening], title: Text, back: str, *, steps: Mapping[int, Text] | None = None
) -> str:
    """Return the page of who opened what, the latest first; ``steps``: what holds each text."""
    names = names_of({one.opened_by for one in openings})
    roles = {str(role): says for role, says in ROLES.items()}
    return shows(
        "openings.html",
        openings=[(found[0], _which(found, steps or {})) for found in together(openings)],
        names=names,
        roles=roles,
        title=title,
        back=back,
    )


def _which(found: Sequence[Opening], steps: Mapping[int, Text]) -> list[Text]:
    """Return which texts were opened: by the step each belongs to, or by what it is called."""
    says = (steps.get(one.version) or LABELS.get(one.field, FILE) for one in found)
    return list(dict.fromkeys(says))
