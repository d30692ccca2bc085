"""A case kept in memory while it is simulated, with what will be stored of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from application.actors import Role
from domain.shared.case import Case
from domain.shared.facts import Fact, Recorded, Seen
from domain.shared.ids import Id, derived_id

C = TypeVar("C", bound=Case)

_COMMANDS = Id("d2a3b0cf-4a2b-5d0e-9d52-7a0c1f6f9a03")
SOURCE = "simulated"


class Scribe(Protocol):
    """Seals and hashes exactly as the store will."""

    def sealed(self, recorded: Recorded, subject: Id | None) -> Recorded:
        """Return the same with every open text sealed for its place."""

    def kept(self, content: bytes, *, subject: Id, context: str) -> str:
        """Store a file's content and return the hash it is found by."""

    def seen(self, recorded: Recorded) -> Seen:
        """Return the fact's place and the hash of the bytes it will be stored as."""


class Book(Generic[C]):
    """One simulated case: folded as it grows, its facts ready to be appended."""

    def __init__(self, case_id: Id, case: C, scribe: Scribe, *, subject: Id | None = None) -> None:
        self.case_id = case_id
        self.case = case
        self.recorded: list[Recorded] = []
        self._instants: list[datetime] = []
        self._earlier: dict[int, C] = {}
        self._scribe = scribe
        self._subject = subject

    def record(self, *facts: Fact, at: datetime, by: Id, acting_as: Role) -> None:
        """Add what an act came to; ``at`` never falls within a case."""
        for fact in facts:
            version = len(self.recorded) + 1
            command = derived_id(_COMMANDS, f"{self.case_id}/{version}")
            recorded = Recorded(
                case_id=self.case_id,
                version=version,
                recorded_by=str(by),
                acting_as=acting_as,
                command_id=command,
                correlation_id=command,
                fact=fact,
                source=SOURCE,
                recorded_at=at,
            )
            sealed = self._scribe.sealed(recorded, self._subject)
            self.case.apply(sealed.fact)
            self.recorded.append(sealed)
            self._instants.append(at)

    def seen(self, version: int) -> Seen:
        return self._scribe.seen(self.recorded[version - 1])

    def version_at(self, at: datetime) -> int:
        """Return the version as known at an instant; 0 before the first fact."""
        return bisect_right(self._instants, at)

    def known_at(self, at: datetime) -> C:
        """Return the case as known at an instant, folded once a version."""
        version = self.version_at(at)
        if version == len(self.recorded):
            return self.case
        if version not in self._earlier:
            case = self._earlier[version] = type(self.case)()
            case.fold(recorded.fact for recorded in self.recorded[:version])
        return self._earlier[version]

    def last_seen(self, at: datetime) -> tuple[Seen, ...]:
        """Return the last fact recorded by an instant, if there is one."""
        version = self.version_at(at)
        return (self.seen(version),) if version else ()


def in_time_order(books: Sequence[Book[C]]) -> list[Recorded]:
    """Return the facts of all books as they were recorded, so that time never falls."""
    facts = [recorded for book in books for recorded in book.recorded]
    return sorted(facts, key=lambda r: (r.recorded_at, r.case_id, r.version))
