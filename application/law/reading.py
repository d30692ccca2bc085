"""What a law book says: every rule, each of its wordings, or those in force on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from domain.law.book import LawBook
from domain.law.courts import EasterDay, FixedDay, Weekday
from domain.law.lint import Odd, lint
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Repeal, Version
from domain.shared.days import day_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing a wording says; ``value`` as a person reads it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingLine:
    """One wording of a rule, or its repeal, which says nothing."""

    rule: str
    first_day: date
    # None while it is in force.
    last_day: date | None
    announced_on: date | None
    says: tuple[Said, ...]
    repealed: bool
    citation: Citation
    amended_by: str | None
    confidence: str


def wordings(book: LawBook, *, on: date | None = None) -> tuple[WordingLine, ...]:
    """Return every wording of every rule, or only those in force on a day."""
    return tuple(
        line
        for name, rule in book.rules().items()
        for line in _lines(name, rule)
        if on is None or (line.first_day <= on and (line.last_day is None or on <= line.last_day))
    )


def _lines(name: str, rule: Dated[Any]) -> Iterator[WordingLine]:
    starts: list[date | None] = [version.in_force_from for version in rule.versions]
    for version, end in zip(rule.versions, [*starts[1:], None], strict=False):
        # One that was replaced from its own first day was never in force.
        if end != version.in_force_from:
            yield _line(name, version, end)


def _line(name: str, version: Version[Any] | Repeal, end: date | None) -> WordingLine:
    repealed = isinstance(version, Repeal)
    return WordingLine(
        rule=name,
        first_day=version.in_force_from,
        last_day=day_before(end) if end else None,
        announced_on=version.announced_on,
        says=() if isinstance(version, Repeal) else tuple(said(version.value)),
        repealed=repealed,
        citation=version.citation,
        amended_by=version.citation.amended_by,
        confidence="" if isinstance(version, Repeal) else version.confidence,
    )


def said(value: Any) -> Iterator[Said]:
    """Yield what the value of a rule says, field by field."""
    for field in fields(value):
        yield Said(name=field.name.replace("_", " "), value=in_words(getattr(value, field.name)))


def in_words(value: object) -> str:
    """Return how a part of a rule reads; raises TypeError for what has no words yet."""
    match value:
        case bool():
            return "yes" if value else "no"
        case date() | Enum() | Decimal() | int() | str() | FixedDay() | EasterDay() | Weekday():
            return str(value)
        case tuple():
            return ", ".join(map(in_words, value))
        case None:
            return "none"
        case _:
            raise TypeError(f"say how a {type(value).__name__} reads in docs/law.md")


def oddities(book: LawBook) -> tuple[Odd, ...]:
    """Return what is odd in the book: overlaps, gaps, texts known late, provisions gone."""
    return lint(book)
