"""A page as data: sections of tables, findings and what can be done, shown one way for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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


Cell = Any
"""A text, day, number, Link, Tag, Press, or a sequence of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    head: tuple[Text, ...]
    rows: Sequence[Sequence[Cell]]


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


def does(name: str, *, of: str = "", **path: Any) -> Link | None:
    """Return the link to a form, or None where there is none of that name."""
    if name not in FORMS:
        return None
    address, title = link(name, **path)
    return Link(title, address, of)


def shown(sheet: Sheet) -> str:
    return flask.render_template("sheet.html", sheet=sheet, areas=areas())
