"""Makes all rows anew beside the old ones, and puts them in their place at one stroke."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import get_context
from threading import Event
from typing import TYPE_CHECKING, Any

from domain.shared.ids import Id
from domain.stored_facts import StoredFact
from infrastructure.projector import filling, generations
from infrastructure.projector.connecting import connect
from infrastructure.projector.faults import AlreadyRebuilding, Stopped
from infrastructure.projector.filling import Filler, Order
from infrastructure.projector.lease import REBUILDING, Lease
from infrastructure.projector.projection import Projection
from infrastructure.store.facts import FactStore

if TYPE_CHECKING:
    from psycopg import Connection

    from infrastructure.projector.generations import Generation

# From one case to the next along the key, however many facts each has.
CASES = """
    WITH RECURSIVE cases (case_id) AS (
        (SELECT originator_id FROM facts.alis_events ORDER BY originator_id LIMIT 1)
        UNION ALL
        SELECT (SELECT originator_id FROM facts.alis_events AS e
            WHERE e.originator_id > cases.case_id ORDER BY e.originator_id LIMIT 1)
        FROM cases WHERE cases.case_id IS NOT NULL
    )
    SELECT case_id, (SELECT max(originator_version) FROM facts.alis_events AS e
        WHERE e.originator_id = cases.case_id) AS facts
    FROM cases WHERE case_id IS NOT NULL
"""
# Cases lie scattered through each other: the more are read at once, the fewer pages are read
# for each; but the longer it takes to notice that one is to stop.
FACTS_AT_ONCE = 60_000
SECONDS_OF_SWEEPING = 2.0
WORTH_MORE_PROCESSES = 50_000

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a rebuild came to; ``facts`` are those folded whole, not those that came meanwhile."""

    cases: int
    facts: int
    position: int
    seconds: float


def rebuild(
    address: str,
    progress: Progress = lambda _done, _of: None,
    *,
    stop: Event | None = None,
    processes: int = 2,
) -> Rebuilt:
    """Rebuild the rows while readers read the old ones, and a projector brings them forward.

    ``progress`` hears how many cases are done, of how many. Raises AlreadyRebuilding, or
    Stopped; the old rows then stay, and what was made is dropped by whoever comes next.
    """
    stop = stop or Event()
    with Lease(address, REBUILDING) as lease:
        # A projector that starts holds it for a moment, to sweep.
        if not lease.take(Event(), seconds=SECONDS_OF_SWEEPING):
            raise AlreadyRebuilding("another process is rebuilding the rows")
        return rebuild_under(lease, address, progress, stop=stop, processes=processes)


def rebuild_under(
    lease: Lease, address: str, progress: Progress, *, stop: Event, processes: int = 2
) -> Rebuilt:
    """Rebuild by a lease that is already held."""
    began = time.monotonic()
    with (
        FactStore(address, facts=StoredFact) as store,
        connect(address, name="rebuild") as connection,
    ):
        generations.sweep(connection)
        made = generations.make(connection, position=store.position())
        order = Order(address=address, generation=made.generation, upto=made.position)
        parts = _parts(connection)
        facts = _fill(order, parts, progress, stop=stop, processes=processes)
        generations.index(connection, made.generation)
        projection = Projection(store, connection, made)
        _catch_up(projection, store.position(), stop)
        lease.confirm()
        _put_in_place(address, projection, made)
        generations.sweep(connection)
    return Rebuilt(
        cases=sum(map(len, parts)),
        facts=facts,
        position=projection.position,
        seconds=time.monotonic() - began,
    )


def _parts(connection: Connection[Any]) -> list[list[Id]]:
    """Return all cases in parts of about as many facts each."""
    parts: list[list[Id]] = []
    room = 0
    for case_id, facts in connection.execute(CASES).fetchall():
        if room <= 0:
            parts.append([])
            room = FACTS_AT_ONCE
        parts[-1].append(case_id)
        room -= facts
    return parts


def _fill(
    order: Order, parts: list[list[Id]], progress: Progress, *, stop: Event, processes: int
) -> int:
    done, facts, of = 0, 0, sum(map(len, parts))
    progress(done, of)
    several = processes > 1 and order.upto >= WORTH_MORE_PROCESSES
    work = _in_processes(order, parts, processes) if several else _here(order, parts)
    for more_cases, more_facts in work:
        done, facts = done + more_cases, facts + more_facts
        progress(done, of)
        if stop.is_set():
            work.close()
            raise Stopped("the rebuild was called off; the old rows are still there")
    return facts


def _here(order: Order, parts: list[list[Id]]) -> Generator[tuple[int, int], None, None]:
    with Filler(order) as filler:
        for part in parts:
            yield len(part), filler.fill(part)


def _in_processes(
    order: Order, parts: list[list[Id]], processes: int
) -> Generator[tuple[int, int], None, None]:
    # Spawned: a fork would take along our threads' locks and our connections.
    spawned = get_context("spawn")
    with ExitStack() as leaving:
        pool = ProcessPoolExecutor(processes, mp_context=spawned, initializer=filling.begin)
        leaving.callback(pool.shutdown, cancel_futures=True)
        for future in as_completed([pool.submit(filling.fill, order, part) for part in parts]):
            yield future.result()


def _catch_up(projection: Projection, head: int, stop: Event) -> None:
    # To where the facts were when we began: whoever writes fast would keep us here for ever.
    while projection.position < head:
        projection.step()
        if stop.is_set():
            raise Stopped("the rebuild was called off; the old rows are still there")


def _put_in_place(address: str, projection: Projection, made: Generation) -> None:
    """Swap, not before the new rows have come as far as the old ones."""
    with connect(address, name="swap") as swapping, swapping.transaction():
        # From here on nobody brings the old rows forward; our own go on by the other connection.
        old = generations.lock_in_use(swapping)
        while old and projection.position < old.position:
            projection.step()
        generations.use(swapping, made.generation)
