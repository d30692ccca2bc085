"""A reader that follows the writers, and what it missed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from domain.stored_facts import StoredFact
from infrastructure.store.facts import FactStore
from tests.benchmarks.teams import Team

AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Tailed:
    """How many facts were written, how many of them were seen, each once and in order."""

    writers: int
    written: int
    seen: int
    missed: int
    in_order: bool


def tailed(ours: Team, conninfo: str, *, writers: int, facts: int) -> Tailed:
    """Have the writers write while a reader asks again and again for what comes next."""
    with FactStore(conninfo, facts=StoredFact) as store, ThreadPoolExecutor(1) as pool:
        start = store.position()
        writing = pool.submit(ours.write, writers, facts)
        positions: list[int] = []
        while not writing.done():
            positions += _next(store, positions, start)
        while further := _next(store, positions, start):
            positions += further
        writing.result()
        written = store.position() - start
    return Tailed(
        writers=writers,
        written=written,
        seen=len(positions),
        missed=len(set(range(start + 1, start + written + 1)) - set(positions)),
        in_order=positions == sorted(positions),
    )


def _next(store: FactStore, positions: list[int], start: int) -> list[int]:
    after = positions[-1] if positions else start
    return [found.position for found in store.tail(after, AT_ONCE)]
