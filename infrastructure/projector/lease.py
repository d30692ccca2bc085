"""A lock that dies with the connection that holds it: one process at a time, no clean-up."""

from __future__ import annotations

import time
from math import inf
from typing import TYPE_CHECKING, Final, Self

from infrastructure.projector.connecting import connect

if TYPE_CHECKING:
    from threading import Event
    from types import TracebackType

PROJECTING: Final = 4702111234474983747
REBUILDING: Final = 4702111234474983748
ENFORCING: Final = 4702111234474983749
TRY = "SELECT pg_try_advisory_lock(%s::bigint)"
LISTEN = "LISTEN alis_events"
STILL_THERE = "SELECT 1"
SECONDS_BETWEEN_TRIES = 0.25


class Lease:
    """The right to do what only one process at a time may do."""

    def __init__(self, address: str, right: int) -> None:
        self._right = right
        self._connection = connect(address, name="lease")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def take_now(self) -> bool:
        """Return whether nobody else had it."""
        found = self._connection.execute(TRY, [self._right]).fetchone()
        return found == (True,)

    def take(self, stop: Event, *, seconds: float = inf) -> bool:
        """Wait until nobody else has it, or until stopped; return whether it was had."""
        ends = time.monotonic() + seconds
        while not stop.is_set() and time.monotonic() < ends:
            if self.take_now():
                return True
            stop.wait(SECONDS_BETWEEN_TRIES)
        return False

    def confirm(self) -> None:
        """Raise if the connection, and so the lease, was lost."""
        self._connection.execute(STILL_THERE)

    def listen(self) -> None:
        """Begin to hear of new facts."""
        self._connection.execute(LISTEN)

    def wait(self, seconds: float) -> None:
        """Return when facts were recorded since the last time, or the seconds have passed.

        Raises if the lease was lost.
        """
        list(self._connection.notifies(timeout=seconds, stop_after=1))
        # One answer is enough for all that have come meanwhile.
        list(self._connection.notifies(timeout=0))
