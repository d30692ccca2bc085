"""Norwegian first, English as complete: the reader's choice, else what their browser asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

import flask
from flask_babel import format_date, format_datetime, get_locale, refresh

from domain.shared.citation import Citation
from domain.shared.texts import Text
from web.pages.visit import sessions, signed_in, visit

LANGUAGES = {"nb": "Bokmål", "en": "English"}
CHOICE = "__Host-alis-language"
LASTS = timedelta(days=365)
ISO_DAY = re.compile(r"(?<!-)\b(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
FIGURE = re.compile(r"\b(\d+)\.(\d{1,2})\b(?![.\d])")


def language() -> str:
    """Return the language of the page: of the session, the browser's choice, or what it asks."""
    here = visit()
    chosen = here.session.language if here else flask.request.cookies.get(CHOICE)
    if chosen in LANGUAGES:
        return chosen
    best = flask.request.accept_languages.best_match(("nb", "no", "nn", "en"), default="nb")
    return "en" if best == "en" else "nb"


def speak_from_now(chosen: str) -> None:
    """Have this page, and those after it, be in another language."""
    here = signed_in()
    sessions().speak(here.secret, chosen)
    flask.g.visit = replace(here, session=replace(here.session, language=chosen))
    flask.g.language = chosen
    refresh()


def remembering(response: flask.Response, chosen: str) -> flask.Response:
    """Have the browser keep the choice, for when nobody is signed in at it."""
    response.set_cookie(
        CHOICE, chosen, max_age=LASTS, secure=True, httponly=True, samesite="Lax", path="/"
    )
    return response


def say(text: Text) -> str:
    """Return a text in the language of the page."""
    return text.en if str(get_locale()) == "en" else text.nb


def day(value: date) -> str:
    """Return a day with its weekday: a count of days alone says too little."""
    pattern = "EEEE d MMMM y" if str(get_locale()) == "en" else "EEEE d. MMMM y"
    return str(format_date(value, pattern))


def short_day(value: date) -> str:
    return str(format_date(value, "d MMM y" if str(get_locale()) == "en" else "d. MMM y"))


def instant(value: datetime) -> str:
    pattern = "d MMM y HH:mm" if str(get_locale()) == "en" else "d. MMM y HH:mm"
    return str(format_datetime(value, pattern))


def read_out(text: Text) -> str:
    """Return a text of the domain with its days and figures as people write them here."""
    said = ISO_DAY.sub(lambda found: short_day(date.fromisoformat(found[0])), say(text))
    return said if str(get_locale()) == "en" else FIGURE.sub(r"\1,\2", said)


def cite(basis: Iterable[Citation]) -> str:
    """Return where something is said, in the language of the page."""
    english = str(get_locale()) == "en"
    return "; ".join(one.en if english else one.nb for one in basis)
