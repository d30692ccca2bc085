"""Which of the two languages the reader asked for; Norwegian unless English is preferred."""

from __future__ import annotations

import flask

from domain.shared.texts import Text


def in_language(text: Text) -> str:
    """Return the text in the language of the request: the page's, where it is one."""
    if chosen := flask.g.get("language"):
        return text.en if chosen == "en" else text.nb
    best = flask.request.accept_languages.best_match(("nb", "no", "nn", "en"), default="nb")
    return text.en if best == "en" else text.nb
