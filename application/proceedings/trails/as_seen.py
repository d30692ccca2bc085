"""The cases as a decision saw them: to the versions it kept, and no further."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from application.ports import Histories, Loaded, Stream
from domain.shared.facts import Fact, Seen
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class _UpTo:
    """A stream that ends at a version."""

    stream: Stream
    version: int

    def facts(self) -> Sequence[Fact]:
        return self.stream.facts()[: self.version]

    def seen(self, version: int) -> Seen:
        return self.stream.seen(version)


@dataclass(frozen=True, slots=True, kw_only=True)
class AsSeen:
    """Loads cases as somebody saw them once; of others, as known at the position.

    A case that was seen ends at its version: what was recorded of it afterwards, corrections too,
    is as if it had not been told.
    """

    histories: Histories
    versions: Mapping[Id, int]
    position: int

    def load(self, wanted: Mapping[Id, type], *, upto: int | None = None) -> Mapping[Id, Any]:
        position = self.position if upto is None else min(upto, self.position)
        found = self.histories.load(wanted, upto=position)
        return {case_id: self._as_seen(loaded) for case_id, loaded in found.items()}

    def _as_seen(self, loaded: Loaded[Any]) -> Loaded[Any]:
        version = self.versions.get(loaded.case_id, loaded.version)
        if version >= loaded.version:
            return loaded
        stored, case = _UpTo(stream=loaded.stored, version=version), type(loaded.case)()
        case.fold(stored.facts())
        return Loaded(case_id=loaded.case_id, case=case, stored=stored)


def as_seen(histories: Histories, seen: Sequence[Seen], recorded_at: datetime) -> AsSeen:
    """Return the cases as one saw them who kept what was seen, and recorded it at an instant."""
    return AsSeen(
        histories=histories,
        versions={one.case: one.version for one in seen},
        position=histories.position_at(recorded_at),
    )
