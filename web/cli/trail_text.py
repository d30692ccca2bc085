"""A trail printed in one language: headings, and lines that stand in under what they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from application.proceedings.trails.told.lines import Line, Section
from web.cli.deadlines import said

INDENT = "  "


def printed(sections: Iterable[Section], language: str, width: int) -> Iterator[str]:
    """Yield the lines as they are printed; what is too long goes on below, further in."""
    for number, section in enumerate(sections):
        if number:
            yield ""
        heading = said(section.heading, language)
        yield from (heading, "=" * len(heading))
        for line in section.lines:
            yield from _wrapped(line, language, width)


def _wrapped(line: Line, language: str, width: int) -> list[str]:
    before = INDENT * line.depth
    return wrap(
        said(line.says, language),
        max(width, 40),
        initial_indent=before,
        subsequent_indent=f"{before}{INDENT * 2}",
        break_long_words=False,
        break_on_hyphens=False,
    )
