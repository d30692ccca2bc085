"""Invented people: names drawn from a list, numbers that belong to nobody."""

from __future__ import annotations

from functools import cache
from random import Random

from application.people.directory import Person
from domain.shared.ids import Id, derived_id

_PEOPLE = Id("4f0a9c1e-5b7d-5e55-8f2d-2b9f0c6d7a04")

_FIRST = """
    Aslaug Birk Cecilie Dagfinn Eira Fredrik Gunn Håkon Ingvild Jostein Kaia Leif Marit Njål
    Oddny Peder Ragna Sigurd Tiril Ulrik Vigdis Ylva Åse Ørjan Amna Bilal Chen Dalia Emeka
    Fatima Goran Hana Ivana Jamal Khadija Luca Mina Noor Olena Priya
"""
_LAST = """
    Bergset Dalseng Elvestad Fossnes Granerud Haugsvik Isdal Jordheim Kvernmo Lauvås Myrvang
    Nordlie Opsal Raknes Skogheim Tangvik Ulvedal Vollan Østby Åkre Brenden Engmark Furuset
    Holtan Knapstad Lysaker Moen Rønning Sørli Tveiten
"""


def person_id(key: str) -> Id:
    """Return the id of one of the demo's people; the same every time."""
    return derived_id(_PEOPLE, key)


@cache
def _names() -> tuple[str, ...]:
    names = [f"{first} {last}" for first in _FIRST.split() for last in _LAST.split()]
    Random(2019).shuffle(names)  # noqa: S311 - names, not secrets
    return tuple(names)


def invent(key: str, number: int) -> Person:
    """Return an invented person; for a thousand numbers no two have the same name."""
    return Person(
        person=person_id(key),
        name=_names()[number % len(_names())],
        email=f"{key}@example.no",
        hpr=str(9_000_000 + number),
    )
