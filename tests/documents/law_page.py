"""Prints docs/law.md: every rule that changes with time, and each of its wordings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from domain.law.book import LawBook
from domain.shared.dated import Dated, Version

INTRODUCTION = """\
# The law as the program knows it

Law book **{version}**, last read against the sources on {snapshot}.

A rule is chosen by the day something legally happened, never by the day it was typed in, and a
decision keeps the name of the book it was made under. This page is printed by the tests from
the rules themselves (`make approve`).

Confidence: **A** the primary text was read in full, **B** an official page, **C** one secondary
source or inference.
"""


def law_page(book: LawBook) -> str:
    """Return the whole page."""
    introduction = INTRODUCTION.format(version=book.version, snapshot=_day(book.snapshot))
    return "\n".join((introduction, *(_chapter(rule) for rule in dated(book))))


def dated(book: LawBook) -> Iterator[Dated[Any]]:
    """Yield every rule of the book that changes with time."""
    values = (getattr(book, field.name) for field in fields(book))
    return (value for value in values if isinstance(value, Dated))


def _chapter(rule: Dated[Any]) -> str:
    meaning = type(rule.wordings[0].value).__doc__
    head = f"## {rule.name.capitalize()}\n\n{meaning}\n"
    return "\n".join((head, *(_version(version) for version in rule.wordings)))


def _version(version: Version[Any]) -> str:
    amended = version.citation.amended_by
    lines = (
        f"### From {_day(version.in_force_from)}\n",
        *(f"* {_words(name)}: **{_value(value)}**" for name, value in _values(version.value)),
        f"* nb: {version.citation.nb}",
        f"* en: {version.citation.en}",
        *([f"* as amended by {amended}"] if amended else []),
        f"* confidence {version.confidence}",
    )
    return "\n".join((*lines, ""))


def _values(value: Any) -> Iterator[tuple[str, object]]:
    return ((field.name, getattr(value, field.name)) for field in fields(value))


def _words(name: str) -> str:
    return name.replace("_", " ")


def _value(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum() | Decimal() | int() | str():
            return str(value)
        case tuple():
            return ", ".join(map(str, value))
        case _:
            raise TypeError(f"say how a {type(value).__name__} reads in docs/law.md")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
