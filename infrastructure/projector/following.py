"""The one projector: waits for its turn, and keeps the rows in step for as long as it has it."""

from __future__ import annotations

import logging
from threading import Event
from typing import TYPE_CHECKING, Any

from domain.stored_facts import StoredFact
from infrastructure.projector import generations
from infrastructure.projector.connecting import connect
from infrastructure.projector.faults import Overtaken, Stopped
from infrastructure.projector.lease import PROJECTING, REBUILDING, Lease
from infrastructure.projector.projection import FACTS_AT_ONCE, Projection
from infrastructure.projector.rebuilding import rebuild_under
from infrastructure.store.datastore import UNREACHABLE
from infrastructure.store.facts import FactStore

if TYPE_CHECKING:
    from psycopg import Connection

LOG = logging.getLogger(__name__)
SECONDS_TO_NOTICE_STOP = 0.25
SECONDS_BETWEEN_TRIES = 1.0


class Projector:
    """Keeps all views; any number may run, and one is active."""

    def __init__(self, address: str, *, facts_at_once: int = FACTS_AT_ONCE) -> None:
        self._address = address
        self._facts_at_once = facts_at_once

    def run(self, stop: Event) -> None:
        """Keep the rows until stopped; a lost connection is made anew.

        What cannot be read, folded or asked for its rows is raised: it is never skipped.
        """
        while not stop.is_set():
            try:
                self._take_turn(stop)
            except UNREACHABLE as lost:
                LOG.warning("the projector lost the database and tries again: %s", lost)
                stop.wait(SECONDS_BETWEEN_TRIES)
            except Stopped:
                return

    def _take_turn(self, stop: Event) -> None:
        with Lease(self._address, PROJECTING) as lease:
            if not lease.take(stop):
                return
            LOG.info("the projector is active")
            lease.listen()
            with (
                FactStore(self._address, facts=StoredFact) as store,
                connect(self._address, name="projector") as connection,
            ):
                while not stop.is_set():
                    self._follow(self._ready(store, connection, stop), lease, stop)

    def _ready(self, store: FactStore, connection: Connection[Any], stop: Event) -> Projection:
        """Return the rows in use, made anew first if this program would make others."""
        wanted = generations.fingerprint()
        with Lease(self._address, REBUILDING) as lease:
            used = generations.in_use(connection)
            if used and used.fingerprint == wanted:
                if lease.take_now():
                    generations.sweep(connection)
                return Projection(store, connection, used, facts_at_once=self._facts_at_once)
            # Perhaps somebody is rebuilding already.
            if not lease.take(stop):
                raise Stopped("stopped before the rows were there")
            used = generations.in_use(connection)
            if not used or used.fingerprint != wanted:
                done = rebuild_under(lease, self._address, _log_progress, stop=stop)
                LOG.info("rebuilt the rows of %d cases in %.1f s", done.cases, done.seconds)
        return self._ready(store, connection, stop)

    def _follow(self, projection: Projection, lease: Lease, stop: Event) -> None:
        """Bring the rows forward until stopped, or until others have been put in their place."""
        while not stop.is_set():
            try:
                taken = projection.step()
            except Overtaken as overtaken:
                lease.confirm()
                LOG.info("%s; reading on from there", overtaken)
                return
            lease.wait(0 if taken else SECONDS_TO_NOTICE_STOP)


def _log_progress(done: int, of: int) -> None:
    LOG.debug("rebuilding the rows: %d of %d cases", done, of)
