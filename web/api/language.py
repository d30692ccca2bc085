"""Which of the two languages the reader asked for; Norwegian unless English is preferred."""

from __future__ import annotations

import flask

from domain.shared.texts import Text


def in_language(text: Text) -> str:
    """Return the text in the language of the request."""
    best = flask.request.accept_languages.best_match(("nb", "no", "nn", "en"), default="nb")
    return text.en if best == "en" else text.nb
