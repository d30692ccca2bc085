"""Spaces that a line must not be broken at: in § 29, bokstav a, and 7. april."""

from __future__ import annotations

import re

_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_TOGETHER = re.compile(rf"(?<=§) (?=\w)|(?<=\bbokstav) (?=\w\b)|(?<=\d\.) (?=(?:{_MONTHS})\b)")
NO_BREAK = "\N{NO-BREAK SPACE}"


def kept_together(text: str) -> str:
    """Return the text with spaces that do not break where it would read badly."""
    return _TOGETHER.sub(NO_BREAK, text)
