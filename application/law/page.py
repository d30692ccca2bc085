"""Prints a law book as docs/law.md: every rule, each of its wordings, and what is odd."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from application.law.reading import WordingLine, wordings
from domain.law.book import LawBook
from domain.law.lint import lint

INTRODUCTION = """\
# The law as the program knows it

Law book **{version}**, last read against the sources on {snapshot}.

A rule is chosen by the day something legally happened, never by the day it was typed in, and a
decision keeps the name of the book it was made under. This page is printed by the tests from
the rules themselves (`make approve`); `alis law show` prints the same, for any day.

Confidence: **A** the primary text was read in full, **B** an official page, **C** one secondary
source or inference.
"""


def law_page(book: LawBook) -> str:
    """Return the whole page."""
    introduction = INTRODUCTION.format(version=book.version, snapshot=_day(book.snapshot))
    rules = book.rules()
    chapters = (
        _chapter(rules[name].name, type(rules[name].wordings[0].value).__doc__ or "", lines)
        for name, lines in groupby(wordings(book), key=lambda line: line.rule)
    )
    return "\n".join((introduction, *chapters, *_oddities(book)))


def _chapter(name: str, meaning: str, lines: Iterator[WordingLine]) -> str:
    paragraphs = (" ".join(each.split()) for each in meaning.replace("``", "`").split("\n\n"))
    told = "\n\n".join(paragraphs)
    return "\n".join((f"## {name.capitalize()}\n\n{told}\n", *map(_wording, lines)))


def _wording(line: WordingLine) -> str:
    told = [
        f"### From {_day(line.first_day)}\n",
        *(["* **repealed**"] if line.repealed else []),
        *(f"* {each.name}: **{each.value}**" for each in line.says),
        f"* nb: {line.citation.nb}",
        f"* en: {line.citation.en}",
        *([f"* as amended by {line.amended_by}"] if line.amended_by else []),
        *([f"* announced {_day(line.announced_on)}"] if line.announced_on else []),
        *([f"* confidence {line.confidence}"] if line.confidence else []),
    ]
    return "\n".join((*told, ""))


def _oddities(book: LawBook) -> Iterator[str]:
    yield "## What is odd in the law itself\n"
    for odd in lint(book):
        yield f"* {odd.kind}, from {_day(odd.day)}: {odd.where} {odd.says.nb} ({odd.says.en})"
    yield ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
