"""Ids: UUIDs in their usual text form, lower case with hyphens.

Kept as text, since a long history holds thousands of them that nobody computes with: reading
them as ``uuid.UUID`` took half the time of decoding it.
"""

from __future__ import annotations

from typing import NewType
from uuid import UUID, uuid5

Id = NewType("Id", str)


def parsed_id(text: str) -> Id:
    """Return the id written in any of the ways a UUID is written; raises ValueError."""
    return Id(str(UUID(text)))


def derived_id(space: Id, name: str) -> Id:
    """Return the same id for the same name in the same space, always."""
    return Id(str(uuid5(UUID(space), name)))
