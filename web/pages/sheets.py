"""A page as data: sections of tables, findings and what can be done, shown one way for all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import flask

from domain.shared.findings import Finding
from domain.shared.texts import Text
from web.pages.areas import areas
from web.pages.bars import Bar
from web.pages.forms import FORMS, link
from web.pages.pictures.drawing import Picture


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go; ``of`` tells a screen reader which row it is of."""

    says: Text | str
    to: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word on how something stands."""

    says: Text | str
    colour: str = "neutral"


@dataclass(frozen=True, slots=True)
class Press:
    """Something that is fetched by a form, since it leaves a trace or names a person."""

    says: Text | str
    to: str
    of: str = ""


AT_A_TIME = 50
NUMBER = re.compile("[0-9]{1,5}")
Cell = Any
"""A text, day, number, Link, Tag, Press, or a sequence of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """``each`` makes a row of what is in ``rows``, for those that are shown."""

    head: tuple[Text, ...]
    rows: Sequence[Any]
    each: Callable[[Any], Sequence[Cell]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a page; ``none`` is said where the table has no rows."""

    title: Text
    says: Text | str | None = None
    table: Table | None = None
    none: Text | None = None
    facts: Sequence[tuple[Text, Cell]] = ()
    findings: Sequence[Finding] = ()
    bars: Sequence[Bar] = ()
    links: Sequence[Link | Press | None] = ()
    picture: Picture | None = None
    # What somebody wrote, shown as written.
    words: Sequence[tuple[Text | str, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    title: Text
    lead: Text | str | None = None
    # The other pages of the same case, the one shown among them.
    beside: Sequence[Link] = ()
    sections: Sequence[Section | None] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What of a long table is shown: some rows of it, and the way to those before and after."""

    rows: Sequence[Sequence[Cell]]
    first: int
    last: int
    of: int
    before: str | None
    after: str | None


def part(table: Table, number: int) -> Part:
    """Return the part of a table that is asked for in the address, the first if none is."""
    name = f"part-{number}"
    asked = flask.request.args.get(name, "1")
    pages = max(-(-len(table.rows) // AT_A_TIME), 1)
    at = min(int(asked), pages) if NUMBER.fullmatch(asked) else 1
    first = (max(at, 1) - 1) * AT_A_TIME
    shown = table.rows[first : first + AT_A_TIME]
    return Part(
        rows=[table.each(one) for one in shown] if table.each else shown,
        first=first + 1,
        last=first + len(shown),
        of=len(table.rows),
        before=_part(name, at - 1) if at > 1 else None,
        after=_part(name, at + 1) if at < pages else None,
    )


def _part(name: str, at: int) -> str:
    return f"{flask.request.path}?{urlencode({**flask.request.args, name: at})}#{name}"


def does(name: str, *, of: str = "", **path: Any) -> Link | None:
    """Return the link to a form, or None where there is none of that name."""
    if name not in FORMS:
        return None
    address, title = link(name, **path)
    return Link(title, address, of)


def shown(sheet: Sheet) -> str:
    return flask.render_template("sheet.html", sheet=sheet, areas=areas())
