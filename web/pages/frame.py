"""Puts the pages on the application: their guards, words, templates and what they load."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import flask
from flask_babel import Babel, format_decimal
from werkzeug.exceptions import HTTPException

from application.plans.words import WORDS
from application.role_names import ROLES
from domain.shared.refusals import Refused
from web.api.problems import told_http
from web.pages import (
    anew,
    back_channel,
    deciding,
    establishment,
    file,
    groups,
    guards,
    home,
    me,
    operations,
    own,
    problems,
    providers,
    returning,
    sheets,
    shown,
    signing,
    typed,
)
from web.pages.casework.pages import CASEWORK
from web.pages.forms import FORMS, Form, link
from web.pages.language import LANGUAGES, cite, day, instant, language, read_out, say, short_day
from web.pages.receipts import was_done
from web.pages.sign_in_words import NOT_IN, OUTCOMES, PLAIN, PROVIDERS
from web.pages.visit import visit

STATIC = Path(__file__).parent.parent / "static"
YEAR = 31_536_000
FILTERS = {
    "say": say,
    "cite": cite,
    "read_out": read_out,
    "day": day,
    "short_day": short_day,
    "instant": instant,
    "number": format_decimal,
    "role": lambda role: say(ROLES[role]),
    "provider": lambda name: say(PROVIDERS.get(name, PLAIN)),
    "outcome": lambda code: say(OUTCOMES.get(code, NOT_IN)),
    "advice": lambda advice: say(WORDS["advice"][advice]),
    "part": sheets.part,
    "is_press": lambda one: isinstance(one, sheets.Press),
    "code": shown.code,
    "stated": shown.stated,
    "words": shown.words,
    "shown": shown.shown,
    "typed": shown.typed,
    "rows": lambda field, sent: list(typed.rows(field, sent)),
    "filled": lambda field, sent: list(typed.filled(field, sent)),
}
AREAS = (
    home.pages,
    signing.pages,
    providers.pages,
    anew.pages,
    me.pages,
    own.pages,
    file.pages,
    deciding.pages,
    establishment.pages,
    establishment.people_pages,
    groups.pages,
    operations.pages,
    *CASEWORK,
)

for one in AREAS:
    one.before_request(guards.refuse_strangers)
    one.before_request(guards.refuse_too_many)
    one.before_request(guards.see_own_act)
    one.before_request(guards.read_once)
    one.teardown_request(guards.has_read)
    one.after_request(guards.guarded)
    one.register_error_handler(Refused, problems.refused)
    one.register_error_handler(HTTPException, problems.http_error)
    one.register_error_handler(Exception, problems.unexpected)


def put_on(app: flask.Flask) -> None:
    """Put the pages on an application."""
    app.extensions[returning.PAGES] = frozenset(area.name for area in AREAS)
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(Path(__file__).parent / "translations")
    app.config["BABEL_DEFAULT_LOCALE"] = "nb"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Oslo"
    Babel(app, locale_selector=language)
    whole = flask.Blueprint("pages", __name__, template_folder="templates")
    for area in AREAS:
        app.register_blueprint(area)
    app.register_blueprint(back_channel.pages)
    app.register_blueprint(whole)
    app.context_processor(_known)
    app.register_error_handler(HTTPException, _of_no_page)
    app.jinja_env.filters |= FILTERS
    app.jinja_env.globals["act"] = link
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _of_no_page(error: HTTPException) -> flask.Response:
    """Tell of an address that nothing answers at: to programs as to programs."""
    if flask.request.path.startswith("/api/"):
        return told_http(error)
    return guards.guarded(problems.http_error(error))


def _known() -> dict[str, Any]:
    """Return what every page is told."""
    here = visit()
    people = flask.current_app.extensions["alis"].people
    return {
        "session": here.session if here else None,
        "own_name": people.names([here.session.person]).get(here.session.person) if here else None,
        "form_key": here.session.form_key if here else "",
        "language": language(),
        "languages": LANGUAGES,
        "static": static_address,
        "done": _done() if here else None,
        "is_demo": bool(flask.current_app.extensions["alis-demo"]),
    }


def _done() -> Form | None:
    """Return the form that was just done, for the page one came to after it."""
    name = flask.request.args.get("done", "")
    return FORMS[name] if name in FORMS and was_done(name) else None


def static_address(name: str) -> str:
    """Return the address of a file that is loaded: another when its content is another."""
    known: dict[str, str] = flask.current_app.extensions.setdefault("alis-static", {})
    if name not in known:
        known[name] = sha256((STATIC / name).read_bytes()).hexdigest()[:16]
    return flask.url_for("static", filename=name, v=known[name])
