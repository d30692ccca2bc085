"""The one template of screen and paper; everything in it is escaped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from application.letters.letter import Letter
from application.letters.writing import day

HERE = Path(__file__).parent
STYLES = "letter.css"


def rendered(letter: Letter, *, styles: str, finalize: Callable[[Any], Any] | None = None) -> str:
    """Return the letter as HTML; ``styles`` is where the page finds its style sheet."""
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("letter.html")
    return template.render(letter=letter, day=day(letter.on), styles=styles)
