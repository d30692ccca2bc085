"""Acts on a proceeding in processes that are killed: before a statement, or when it is sent."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from multiprocessing import get_context
from threading import current_thread, main_thread
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg_pool import ConnectionPool

from application.acting import Acting
from application.actors import Actor, Order
from application.incoming.acting import IncomingActing
from application.incoming.placing import PlacingService
from application.ports import Receipt
from application.proceedings.acting import ProceedingActing
from application.proceedings.appealing import AppealService
from application.proceedings.service import DecisionService
from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.stored_facts import StoredFact
from infrastructure.addresses import Addresses
from infrastructure.directory import PostgresDirectory
from infrastructure.histories import StoredHistories
from infrastructure.ids import plain_ids
from infrastructure.keys import Keys
from infrastructure.openings import PostgresOpenings
from infrastructure.store.facts import FactStore
from infrastructure.store.sealing import Sealer
from tests.support.clock import StoppedClock

NAME = "doomed"
"""What the connections of such a process are called on the server."""

Services = Mapping[str, Any]
"""What acts on proceedings, by name."""


class Moment(StrEnum):
    """When, around a statement, the process dies."""

    BEFORE = "before"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One act as it is sent, as often as it takes: the service, its method, what is said."""

    service: str
    method: str
    command: Any
    actor: Actor
    order: Order
    day: date

    def done(self, services: Services) -> Receipt:
        receipt: Receipt = getattr(services[self.service], self.method)(
            self.command, self.actor, self.order
        )
        return receipt


@contextmanager
def services_over(addresses: Addresses, *, name: str, day: date) -> Iterator[Services]:
    """Give what acts on proceedings, over the real store, with connections of a name."""
    address = make_conninfo(addresses.application, application_name=name)
    with (
        Keys(addresses.keys) as keys,
        FactStore(address, facts=StoredFact, sealer=Sealer(keys)) as store,
        ConnectionPool(address, min_size=1, max_size=2, open=False, configure=plain_ids) as pool,
    ):
        acting = Acting(
            StoredHistories(store, Sealer(keys)),
            StoppedClock(day),
            PostgresDirectory(pool, keys),
        )
        proceedings = ProceedingActing(acting=acting, catalogue=CATALOGUE, law=IN_FORCE)
        incoming = IncomingActing(acting=acting, law=IN_FORCE)
        yield {
            "histories": acting.histories,
            "decisions": DecisionService(proceedings),
            "appeals": AppealService(proceedings),
            "placing": PlacingService(incoming, proceedings, PostgresOpenings(pool, keys)),
        }


def died(addresses: Addresses, asked: Asked, *, at: int, moment: Moment) -> bool:
    """Return whether a process was killed at the so-manieth statement of the act, or got by."""
    with started(addresses, asked, at=at, moment=moment) as process:
        process.join(60)
    code: int | None = process.exitcode
    if code not in {0, -signal.SIGKILL}:
        raise AssertionError(f"the process ended with {code}")
    return code != 0


@contextmanager
def started(
    addresses: Addresses, asked: Asked, *, at: int = 0, moment: Moment = Moment.BEFORE
) -> Iterator[Any]:
    """Give a process that is at the act; without ``at`` nothing kills it from within."""
    preloaded = get_context("forkserver")
    preloaded.set_forkserver_preload([__name__])
    process = preloaded.Process(target=_act, args=(addresses, asked, at, moment), daemon=True)
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()


def _act(addresses: Addresses, asked: Asked, at: int, moment: Moment) -> None:
    with services_over(addresses, name=NAME, day=asked.day) as services:
        if at:
            _doom(at, moment)
        asked.done(services)
        # It is told now, and nobody has the answer yet: here it can die as well.
        services["histories"].position()
        # Nothing is closed in an orderly way, which takes more or less from time to time.
        os._exit(0)


def _doom(at: int, moment: Moment) -> None:
    """Have this process kill itself at the so-manieth time it has the database do something."""
    wait, left = psycopg.Connection.wait, [at]

    def doomed(self: Any, doing: Any, *args: Any, **more: Any) -> Any:
        # The pool connects in threads of its own, whenever it comes to it.
        if current_thread() is not main_thread():
            return wait(self, doing, *args, **more)
        left[0] -= 1
        if not left[0]:
            if moment is Moment.SENT:
                # By the first thing it waits for, what it had to say is on its way.
                next(doing, None)
            os.kill(os.getpid(), signal.SIGKILL)
        return wait(self, doing, *args, **more)

    psycopg.Connection.wait = doomed  # type: ignore[method-assign, assignment]
