"""The order behind a command line act."""

from __future__ import annotations

from hashlib import sha256

from application.actors import Order
from application.ids import new_id


def order_for(command: str, content: bytes) -> Order:
    """Return a new order; the command line repeats nothing by itself."""
    command_id = new_id()
    return Order(
        command_id=command_id,
        body_hash=sha256(command.encode() + b"\0" + content).digest(),
        correlation_id=command_id,
    )
