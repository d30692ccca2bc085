"""A leaf of the transparency log: what binds a stored row to the tree of all rows."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.shared.ids import Id

# RFC 6962: a leaf can never be passed off as an inner node, which begins with 01.
LEAF = b"\x00"


def leaf(case: Id, version: int, tag: str, recorded_at: datetime, state: bytes) -> bytes:
    """Return the hash of a row as stored.

    Sealed texts are hashed sealed, so a history still verifies after its key was shredded.
    """
    instant = recorded_at.astimezone(UTC).isoformat(timespec="microseconds")
    head = f"{case}|{version}|{tag}|{instant}|".encode()
    return sha256(LEAF + head + state).digest()
