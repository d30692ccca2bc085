"""How values are shown to people: days, numbers and words in the reader's language, never codes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import singledispatch
from typing import Any

from flask_babel import format_decimal, gettext

from application.people.service import is_identity_number
from domain.shared.texts import Text
from web.pages.fields import Field, Kind, Option
from web.pages.language import instant, read_out, say, short_day
from web.pages.typed import Typed
from web.pages.visit import services
from web.pages.words import codes

IN_A_CASE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} / [0-9]+")


def stated(where: str) -> str:
    """Return where a decision is stated; the id of a case here tells people nothing."""
    return str(gettext("vedtaket i saken her")) if IN_A_CASE.fullmatch(where) else where


def words(value: Text | str) -> str:
    """Return a text in the reader's language, and what is no text as it is."""
    return read_out(value) if isinstance(value, Text) else value


def code(written: str | None, kind: str) -> str:
    """Return the word for a code that a view has as text."""
    return say(codes.word(kind, written)) if written else ""


def shown(value: Any, names: Mapping[str, str] | None = None) -> str:
    """Return a value as it is shown in a table or a list; ``names``: of the people met there."""
    if isinstance(value, Sequence | frozenset) and not isinstance(value, str):
        return ", ".join(shown(one, names) for one in value)
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return (names or {}).get(value, value)
    return _shown(value)


@singledispatch
def _shown(value: Any) -> str:
    return "" if value is None else str(value)


@_shown.register
def _(value: Text) -> str:
    return read_out(value)


@_shown.register
def _(value: StrEnum) -> str:
    return say(codes.of(value))


@_shown.register
def _(value: bool) -> str:  # noqa: FBT001
    return str(gettext("ja") if value else gettext("nei"))


@_shown.register
def _(value: datetime) -> str:
    return instant(value)


@_shown.register
def _(value: date) -> str:
    return "" if value in (date.min, date.max) else short_day(value)


@_shown.register(int)
@_shown.register(Decimal)
def _(value: int | Decimal) -> str:
    return str(format_decimal(value))


def typed(field: Field, sent: Typed) -> str:
    """Return what was typed or chosen in a field, to be read over."""
    match field.kind:
        case Kind.TICK:
            return gettext("ja") if field.key in sent else ""
        case Kind.DAY | Kind.DAYS:
            return ", ".join(_day(one) for one in sent.getlist(field.key) if one)
        case Kind.PERSON | Kind.PEOPLE:
            return ", ".join(
                _person(one) for one in sent.get(field.key, "").replace(",", " ").split()
            )
    known = dict(field.options)
    return ", ".join(_chosen(known, one) for one in sent.getlist(field.key) if one.strip())


def _chosen(known: Mapping[str, Option | Text | str], value: str) -> str:
    found = known.get(value, value)
    return words(found) if isinstance(found, Text | str) else value


def _day(written: str) -> str:
    return short_day(date.fromisoformat(written))


def _person(number: str) -> str:
    """Return the name beside the number: whom one is about to name is seen before it is done."""
    person = services().people.having(number)
    name = services().people.names([person]).get(person, "")
    # An identity number is typed once, and shown no more.
    return name if is_identity_number(number) else f"{name} ({number})"
