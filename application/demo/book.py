"""A case kept in memory while it is simulated, with what will be stored of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID, uuid5

from application.actors import Role
from domain.shared.facts import Fact, Recorded, Seen

C = TypeVar("C", bound="Folded")

_COMMANDS = UUID("d2a3b0cf-4a2b-5d0e-9d52-7a0c1f6f9a03")
SOURCE = "simulated"


class Folded(Protocol):
    """Anything that applies facts."""

    def apply(self, fact: Any) -> None: ...


class Scribe(Protocol):
    """Seals and hashes exactly as the store will."""

    def sealed(self, recorded: Recorded, subject: UUID | None) -> Recorded:
        """Return the same with every open text sealed for its place."""

    def seen(self, recorded: Recorded) -> Seen:
        """Return the fact's place and the hash of the bytes it will be stored as."""


class Book(Generic[C]):
    """One simulated case: folded as it grows, its facts ready to be appended."""

    def __init__(
        self, case_id: UUID, case: C, scribe: Scribe, *, subject: UUID | None = None
    ) -> None:
        self.case_id = case_id
        self.case = case
        self.recorded: list[Recorded] = []
        self._instants: list[datetime] = []
        self._scribe = scribe
        self._subject = subject

    def record(self, *facts: Fact, at: datetime, by: UUID, acting_as: Role) -> None:
        """Add what an act came to; ``at`` never falls within a case."""
        for fact in facts:
            version = len(self.recorded) + 1
            command = uuid5(_COMMANDS, f"{self.case_id}/{version}")
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

    def last_seen(self, at: datetime) -> Seen:
        """Return the last fact recorded by an instant."""
        return self.seen(
            sum(r.recorded_at is not None and r.recorded_at <= at for r in self.recorded)
        )


def in_time_order(books: Sequence[Book[C]]) -> list[Recorded]:
    """Return the facts of all books as they were recorded, so that time never falls."""
    facts = [recorded for book in books for recorded in book.recorded]
    return sorted(facts, key=lambda r: (r.recorded_at, r.case_id, r.version))
