"""Whether somebody else listens where we would."""

from __future__ import annotations

import socket

from web.cli.room import Failed


def free(bind: str, port: int) -> bool:
    """Return whether nobody answers at the address."""
    with socket.socket() as one:
        return one.connect_ex((bind, port)) != 0


def refuse_taken(bind: str, port: int) -> None:
    """Raise Failed if another program listens there."""
    if not free(bind, port):
        raise Failed(f"port {port} is taken by another program; choose one with --port")
