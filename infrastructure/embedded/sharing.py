"""Who uses the server: the last to leave stops it, and a killed process has left."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Sharing:
    """Two lock files: one is held while starting or stopping, the other for as long as one uses.

    The system lets go of a lock when its process ends, however it ends.
    """

    def __init__(self, folder: Path) -> None:
        self._turn = folder / "turn"
        self._sharers = folder / "sharers"
        self._held: IO[bytes] | None = None

    @contextmanager
    def turn(self) -> Iterator[None]:
        with self._turn.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def join(self) -> None:
        self._held = self._sharers.open("ab")
        fcntl.flock(self._held, fcntl.LOCK_SH)

    def leave(self) -> bool:
        """Return whether nobody else is left. To be called in one's turn."""
        if self._held is None:
            return False
        with self._held as file:
            self._held = None
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
        return True
