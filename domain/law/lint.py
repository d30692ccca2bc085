"""What is odd in a law book: overlaps, gaps, texts known late, and provisions that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any

import msgspec

from domain.law.book import LawBook
from domain.law.provisions import REFERENCES, SECTIONS, Reference
from domain.law.specialist_training import ACT
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Repeal, Version, known_from
from domain.shared.texts import Text


class Oddity(StrEnum):
    """The ways in which rules can stand oddly to each other."""

    OVERLAP = "overlap"
    GAP = "gap"
    KNOWN_LATE = "known-late"
    DANGLING = "dangling"


class Odd(msgspec.Struct, frozen=True, kw_only=True):
    """One oddity: of which rule or provision, from which day."""

    kind: Oddity
    where: str
    day: date
    says: Text


def lint(book: LawBook) -> tuple[Odd, ...]:
    """Return everything odd in the book; in a sound one only what the law itself left behind."""
    rules = book.rules()
    found = [odd for name, rule in rules.items() for odd in _of_rule(name, rule)]
    found += [odd for one in REFERENCES for odd in _dangling(one, book.snapshot)]
    return tuple(found)


def _of_rule(name: str, rule: Dated[Any]) -> Iterator[Odd]:
    for earlier, later in pairwise(rule.versions):
        if earlier.in_force_from == later.in_force_from:
            yield _odd(
                Oddity.OVERLAP,
                name,
                later.in_force_from,
                nb="to ordlyder gjelder fra samme dag; den som ble kunngjort sist, står",
                en="two wordings are in force from one day; the one announced last stands",
            )
        if isinstance(earlier, Repeal):
            yield _odd(
                Oddity.GAP,
                name,
                earlier.in_force_from,
                nb=f"regelen sier ingenting før {later.in_force_from}",
                en=f"the rule says nothing until {later.in_force_from}",
            )
    for version in rule.versions:
        if known_from(version) > version.in_force_from:
            yield _odd(
                Oddity.KNOWN_LATE,
                name,
                version.in_force_from,
                nb=f"kunngjort først {version.announced_on}",
                en=f"announced only on {version.announced_on}",
            )
        yield from _cited_in_vain(name, rule, version)


def _cited_in_vain(name: str, rule: Dated[Any], version: Version[Any] | Repeal) -> Iterator[Odd]:
    """Yield the first day of a wording's life on which what it cites is not there."""
    later = [v.in_force_from for v in rule.versions if v.in_force_from > version.in_force_from]
    section = SECTIONS.get(version.citation.section)
    changes = [v.in_force_from for v in section.versions] if section else []
    life = [day for day in changes if day > version.in_force_from and day < min(later, default=day)]
    # An open wording lives on through every change.
    if not later:
        life = [day for day in changes if day > version.in_force_from]
    for day in (version.in_force_from, *life):
        if gone := _missing(version.citation, day):
            yield _odd(Oddity.DANGLING, name, day, nb=gone.nb, en=gone.en)
            return


def _dangling(one: Reference, until: date) -> Iterator[Odd]:
    """Yield the day from which a provision names another that is not there."""
    section = SECTIONS.get(one.to.section)
    days = [] if section is None else [v.in_force_from for v in section.versions]
    for day in sorted({one.since, *days}):
        if one.since <= day <= until and _stands(one.at, day) and (gone := _missing(one.to, day)):
            yield _odd(Oddity.DANGLING, one.at.nb, day, nb=gone.nb, en=gone.en)
            return


def _stands(cited: Citation, day: date) -> bool:
    return _missing(cited, day) is None


def _missing(cited: Citation, day: date) -> Text | None:
    """Return what to say of a cited provision that is not there on the day.

    Acts whose division is not kept here are believed.
    """
    if cited.act != ACT or cited.annex:
        return None
    section = SECTIONS.get(cited.section)
    version = section.find(day) if section else None
    if version and version.value.has(cited):
        return None
    return Text(nb=f"viser til {cited.nb}, som ikke finnes", en=f"names {cited.en}, not there")


def _odd(kind: Oddity, where: str, day: date, *, nb: str, en: str) -> Odd:
    return Odd(kind=kind, where=where, day=day, says=Text(nb=nb, en=en))
