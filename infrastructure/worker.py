"""The process that works when nobody asks: the projector, and what is done by the clock."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING, Any

from apscheduler.schedulers.background import BackgroundScheduler

from infrastructure import heartbeat
from infrastructure.projector.following import Projector
from infrastructure.scheduled import Enforcing
from infrastructure.store.datastore import UNREACHABLE

if TYPE_CHECKING:
    from types import FrameType

SECONDS_BETWEEN_BEATS = 15
SECONDS_BETWEEN_TRIES = 1.0
SIGNALS = (signal.SIGTERM, signal.SIGINT)

# The clock only says when: a job that was missed is done once, however often it was missed.
JOBS = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


class Worker:
    """Any number may run; one of them keeps the rows, and all give signs of life."""

    def __init__(
        self, address: str, *, name: str | None = None, enforcing: Enforcing | None = None
    ) -> None:
        self._address = address
        self._enforcing = enforcing
        self._name = name or socket.gethostname()
        self._projector = Projector(address)

    def run(self, stop: Event) -> None:
        """Work until stopped; raises what the projector cannot go past."""
        if not self._started(stop):
            return
        with self._by_the_clock():
            self._projector.run(stop)

    def _started(self, stop: Event) -> bool:
        """Wait for the database; return whether it came before one was stopped."""
        while not stop.is_set():
            try:
                heartbeat.start(self._address, self._name)
            except UNREACHABLE as missing:
                heartbeat.LOG.warning("the worker waits for the database: %s", missing)
                stop.wait(SECONDS_BETWEEN_TRIES)
            else:
                return True
        return False

    @contextmanager
    def _by_the_clock(self) -> Iterator[None]:
        scheduler = BackgroundScheduler(timezone="UTC", job_defaults=JOBS)
        self._every(scheduler, SECONDS_BETWEEN_BEATS, heartbeat.beat)
        if self._enforcing:
            self._enforcing.schedule(scheduler)
        scheduler.start()
        try:
            yield
        finally:
            scheduler.shutdown()

    def _every(
        self, scheduler: BackgroundScheduler, seconds: int, work: Callable[[str, str], None]
    ) -> None:
        told = [self._address, self._name]
        scheduler.add_job(work, "interval", seconds=seconds, args=told, name=work.__name__)


@contextmanager
def stopped_by_signals() -> Iterator[Event]:
    """Give an event that is set when the process is asked to end; for the main thread only."""
    stop = Event()

    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before: dict[signal.Signals, Any] = {one: signal.signal(one, ask_to_stop) for one in SIGNALS}
    try:
        yield stop
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
