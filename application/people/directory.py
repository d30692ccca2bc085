"""Who stands behind the ids: kept outside the facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who stands behind an id; kept outside the facts. The identity number is never handed out."""

    person: Id
    name: str
    email: str | None = None
    hpr: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name a person had, and the last day of it."""

    name: str
    last_day: date


class Directory(Protocol):
    """The people behind the ids."""

    def enter(self, person: Person, *, identity_number: str | None) -> bool:
        """Enter a person unless the id is known; return whether it was new.

        Raises NotAllowed if another has the HPR or identity number.
        """

    def people(self, ids: Collection[Id]) -> Mapping[Id, Person]:
        """Return those of the people who are known."""

    def has_identity_number(self, person: Id, number: str | None) -> bool:
        """Return whether this, or none, is the identity number of a known person."""

    def with_identity_number(self, number: str) -> Person | None:
        """Return the person with the identity number, if known."""

    def rename(self, person: Id, name: str, *, last_day: date) -> bool:
        """Give a person another name; the former is kept with its last day. False if the same."""

    def former_names(self, person: Id) -> Sequence[FormerName]:
        """Return the names a person had, latest last."""

    def merge(self, double: Id, into: Id) -> None:
        """Mark an entry as another's double; what the other lacks of numbers is moved there."""

    def same(self, people: Collection[Id]) -> frozenset[Id]:
        """Return every id these people have had: their own, their doubles', and those' doubles."""

    def with_hpr(self, hpr: str) -> Person | None:
        """Return the person with the HPR number, if known."""

    def with_hprs(self, hprs: Collection[str]) -> Mapping[str, Person]:
        """Return the people with the HPR numbers, of those that are known."""
