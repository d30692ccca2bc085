"""How letters word days, lengths of time, other people's texts and places in the law."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from application.letters.letter import NumberedStep, Paragraph
from domain.calendar.deadlines import Step
from domain.calendar.words import capital, day_in_words, length_in_words
from domain.law.timers import TimerRule
from domain.shared.citation import Citation
from domain.shared.dated import Version

_BLANK_LINES = re.compile(r"\n\s*\n")
_PUBLISHED = re.compile(r" \([^)]*\)$")


def day(on: date) -> str:
    """Return a day without its weekday: 10. april 2026."""
    return day_in_words(on).nb.partition(" ")[2]


def length(period: Version[TimerRule]) -> str:
    """Return how long a period is: tre uker."""
    return length_in_words(period.value.length, period.value.unit).nb


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text as somebody wrote it; line breaks in them are kept."""
    lines = "\n".join(text.splitlines())
    return tuple(part.strip() for part in _BLANK_LINES.split(lines) if part.strip())


def told(text: str) -> tuple[Paragraph, ...]:
    """Return a text as blocks."""
    return tuple(Paragraph(text=part) for part in paragraphs(text))


def place(cited: Citation) -> str:
    """Return a place in the law as running text has it: forvaltningsloven § 29 første ledd.

    An act's number of publication stands once in each letter, in the line of `acts`.
    """
    return cited.nb.replace(cited.act, _short(cited.act), 1)


def places(cited: Iterable[Citation]) -> str:
    """Return several places, each once, as one would read them out, an act named once in a row."""
    each = list(dict.fromkeys(cited))
    before = [None, *(one.act for one in each)]
    told = [
        place(one).removeprefix(f"{_short(one.act)} ") if one.act == act else place(one)
        for one, act in zip(each, before, strict=False)
    ]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} og {told[-1]}"


def numbered(steps: Iterable[Step]) -> tuple[NumberedStep, ...]:
    """Return the steps of a deadline, told in Norwegian with where each is said."""
    return tuple(
        NumberedStep(says=step.says.nb, basis=tuple(dict.fromkeys(map(place, step.basis))))
        for step in steps
    )


def acts(cited: Iterable[Citation]) -> tuple[Paragraph, ...]:
    """Return a line saying which acts the short names in running text stand for, if any do.

    Raises ValueError for two acts with one short name: nobody could tell them apart.
    """
    full: dict[str, str] = {}
    for act in (one.act for one in cited if _short(one.act) != one.act):
        if full.setdefault(_short(act), act) != act:
            raise ValueError(f"a letter cannot cite both {full[_short(act)]} and {act}")
    if not full:
        return ()
    named = [f"med {short} menes {act}" for short, act in sorted(full.items())]
    return (Paragraph(text=f"{capital('; '.join(named))}."),)


def _short(act: str) -> str:
    return _PUBLISHED.sub("", act)
