"""Ids on a connection: uuid in the database, plain text here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg.adapt import Loader
from psycopg.pq import Format

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg.abc import Buffer


class _Load(Loader):
    def load(self, data: Buffer) -> str:
        return bytes(data).decode()


class _LoadBinary(Loader):
    format = Format.BINARY

    def load(self, data: Buffer) -> str:
        told = bytes(data).hex()
        return f"{told[:8]}-{told[8:12]}-{told[12:16]}-{told[16:20]}-{told[20:]}"


def plain_ids(connection: Connection[Any]) -> None:
    """Let uuid columns come back as text on this connection."""
    for loader in (_Load, _LoadBinary):
        connection.adapters.register_loader("uuid", loader)
