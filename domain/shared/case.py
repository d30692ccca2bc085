"""A case: what the facts of one history come to, one after the other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar

import msgspec

from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen, tag_of
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed

Effects = dict[type[Fact], Callable[[Any, int], None]]
"""What each kind of fact does to a case or a part of it, given the fact and its version."""


class Correction(Fact, frozen=True, kw_only=True):
    """Base of the facts that mark an earlier fact of the same case as recorded in error."""

    corrects: int
    corrected_fact: str
    corrected_by: Id
    corrected_on: date
    reason: Confidential


class PersonMerged(Fact, frozen=True, kw_only=True):
    """Base of the facts that tell that two ids were one person's all along."""

    double: Id
    into: Id
    merged_by: Id
    merged_on: date


K = TypeVar("K", bound=Correction)


class Case(ABC):
    """Base of everything that has a history of its own.

    ``facts`` are all that were told, ``struck`` the versions that were corrected, each with the
    version of its correction. What was struck has no effect; it stays in the history. ``same``
    are the ids that turned out to be another's: everything reads as if that had been known.
    """

    def __init__(self) -> None:
        self.version = 0
        self.facts: list[Fact] = []
        self.struck: dict[int, int] = {}
        self.same: dict[Id, Id] = {}
        self.begin()
        self._effects: Effects = self.effects()

    @abstractmethod
    def begin(self) -> None:
        """Be a case of which nothing is told yet."""

    @abstractmethod
    def effects(self) -> Effects:
        """Return what each kind of fact of the case does; asked anew after each beginning."""

    @abstractmethod
    def leans(self, later: Fact, earlier: Fact) -> bool:
        """Return whether a later fact would make no sense if the earlier had never been told."""

    def apply(self, fact: Fact) -> None:
        """Let the next fact take effect. It happened: nothing is judged again."""
        self.fold((fact,))

    def fold(self, facts: Iterable[Fact]) -> None:
        """Let the next facts take effect; in one call, for histories have thousands."""
        told = list(facts)
        self.facts += told
        kinds = list(map(type, told))
        if marks := set(filter(_is_mark, set(kinds))):
            told = self._heed([at for at, kind in enumerate(kinds) if kind in marks], told)
        if self.same:
            told = [renamed(fact, self.same) for fact in told]
        effects = self._effects
        for version, fact in enumerate(told, start=self.version + 1):
            # Told before the effect, so that one that fails is found at its version.
            self.version = version
            effects[type(fact)](fact, version)

    def strike(self, fact: Correction, at: int) -> None:
        """Note that a fact is to be read as if it had not been told."""
        self.struck[fact.corrects] = at

    def merge(self, fact: PersonMerged, at: int) -> None:  # noqa: ARG002
        """Note that a person is to be read as having had one id all along."""
        for double, into in self.same.items():
            if into == fact.double:
                self.same[double] = fact.into
        self.same[fact.double] = fact.into

    def _heed(self, marks: list[int], told: list[Fact]) -> list[Fact]:
        """Begin again once, as the last of the marks leaves it; return what was told after it.

        What the marks before it left is of no matter: the last one has all told anew. ``marks``
        says which of those told they are.
        """
        before = self.version
        for at in marks:
            mark = told[at]
            self._effects[type(mark)](renamed(mark, self.same), before + at + 1)
        self.version = before + marks[-1] + 1
        self._begin_again()
        return told[marks[-1] + 1 :]

    def _begin_again(self) -> None:
        self.begin()
        same, struck = self.same, self.struck
        self._effects = self.effects()
        effects = {kind: _none if _is_mark(kind) else do for kind, do in self._effects.items()}
        for version, fact in enumerate(self.facts[: self.version], start=1):
            if version not in struck:
                effects[type(fact)](renamed(fact, same) if same else fact, version)

    def concerned(self, fact: Fact) -> Fact:
        """Return what a fact is about: for a correction what it corrects."""
        return self.facts[fact.corrects - 1] if isinstance(fact, Correction) else fact

    def leaning_on(self, version: int) -> Iterator[int]:
        """Yield the later versions that make no sense without one, and still stand."""
        earlier = renamed(self.facts[version - 1], self.same)
        for later in range(version + 1, self.version + 1):
            if later not in self.struck:
                # Read with the ids they turned out to be, as the effects are.
                fact = self.facts[later - 1]
                if self.leans(renamed(fact, self.same) if self.same else fact, earlier):
                    yield later

    def mark(
        self, kind: type[K], version: int, *, by: Id, on: date, reason: Confidential, **more: object
    ) -> K:
        """Return the correction of a fact; raises Invalid or NotAllowed."""
        return kind(
            corrects=version,
            corrected_fact=tag_of(self.correctable(version)),
            corrected_by=by,
            corrected_on=on,
            reason=reason,
            **more,
        )

    def refuse_unknown_version(self, version: int) -> None:
        if not 1 <= version <= self.version:
            raise Invalid(
                "unknown-version",
                nb=f"Versjon {version} finnes ikke; saken har versjon {self.version}.",
                en=f"There is no version {version}; the case is at version {self.version}.",
                field="version",
            )

    def correctable(self, version: int) -> Fact:
        """Return the fact that may be corrected; raises Invalid or NotAllowed.

        What leans on it is corrected first, the last of it first.
        """
        self.refuse_unknown_version(version)
        fact = self.facts[version - 1]
        if isinstance(fact, Correction):
            raise NotAllowed(
                "correction-of-a-correction",
                nb=f"Versjon {version} er selv en retting og kan ikke rettes; gjør handlingen på "
                "nytt.",
                en=f"Version {version} is itself a correction and cannot be corrected; do the act "
                "again.",
                field="version",
            )
        if isinstance(fact, PersonMerged):
            raise NotAllowed(
                "merging-stands",
                nb="At to registreringer er samme person, kan ikke rettes.",
                en="That two entries are one person cannot be corrected.",
                field="version",
            )
        if version in self.struck:
            raise NotAllowed(
                "already-corrected",
                nb=f"Versjon {version} er allerede rettet i versjon {self.struck[version]}.",
                en=f"Version {version} was already corrected in version {self.struck[version]}.",
                field="version",
            )
        if leaning := sorted(self.leaning_on(version), reverse=True):
            named = ", ".join(f"{at} ({tag_of(self.facts[at - 1])})" for at in leaning)
            raise NotAllowed(
                "leant-on",
                nb=f"Senere hendelser bygger på versjon {version}; rett dem først, i denne "
                f"rekkefølgen: {named}.",
                en=f"Later facts lean on version {version}; correct them first, in this order: "
                f"{named}.",
                field="version",
            )
        return fact


@cache
def _is_mark(kind: type[Fact]) -> bool:
    """Return whether a kind of fact tells how others are to be read."""
    return issubclass(kind, Correction | PersonMerged)


def _none(_fact: Fact, _at: int) -> None:
    """Let a mark be when all is told anew: it was heeded before."""


def renamed(value: Any, same: Mapping[Id, Id]) -> Any:
    """Return a fact, or what it holds, with ids read as those they turned out to be.

    What was seen stays as it was seen: it names a case, whose bytes do not change.
    """
    match value:
        case str():
            return same.get(Id(value), value)
        case tuple():
            return tuple(renamed(one, same) for one in value)
        case msgspec.Struct() if same and not isinstance(value, Seen):
            held = {name: getattr(value, name) for name in value.__struct_fields__}
            read = {name: renamed(one, same) for name, one in held.items()}
            changed = {name: one for name, one in read.items() if one != held[name]}
            return msgspec.structs.replace(value, **changed) if changed else value
    return value
