"""A fact: something that happened, recorded once and never changed."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import msgspec

from domain.shared.ids import Id

HERE = "here"


class Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="fact", gc=False):
    """Base of all facts. Every subclass states ``kw_only=True`` and its stored ``tag``.

    ``gc=False``, here and in what facts hold: frozen, they make no cycles, and whole histories
    are folded faster when the collector does not walk through them.
    """


def tag_of(fact: Fact | type[Fact]) -> str:
    """Return the name a fact is stored under."""
    tag = fact.__struct_config__.tag
    assert isinstance(tag, str)
    return tag


class Seen(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One fact somebody leant on: which case, which version, and the hash of its stored bytes."""

    case: Id
    version: int
    sha256: str


class Stored(Protocol):
    """The stored facts of one case, for those who lean on them."""

    def seen(self, version: int) -> Seen:
        """Return what stands behind the fact at a version, with the hash of its stored bytes."""


class Recorded(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A fact in its envelope: who recorded it, in which capacity, when, and because of what.

    ``recorded_at`` is None until the store has set it. ``originator_id`` and
    ``originator_version`` are what the event sourcing library calls case and version.
    """

    case_id: Id
    version: int
    recorded_by: str
    acting_as: str
    command_id: Id
    correlation_id: Id
    fact: Fact
    on_behalf_of: Id | None = None
    source: str = HERE
    recorded_at: datetime | None = None

    @property
    def originator_id(self) -> Id:
        return self.case_id

    @property
    def originator_version(self) -> int:
        return self.version
