"""Fills the tables of a generation in the making, some cases at a time, in whichever process."""

from __future__ import annotations

import gc
import os
import signal
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import parent_process
from threading import Thread
from typing import TYPE_CHECKING, Any, Self

from application.kept import leans_on
from domain.shared.ids import Id
from domain.stored_facts import StoredFact
from infrastructure.projector.cases import Cases
from infrastructure.projector.connecting import connect, with_options
from infrastructure.projector.folding import fold, rows_of
from infrastructure.projector.tables import TABLES
from infrastructure.store.facts import FactStore

if TYPE_CHECKING:
    from types import TracebackType

MOST_FACTS_LEANT_ON = 50_000
# We are the parallel workers ourselves, and sort some sixty thousand facts at a time.
FOR_READING_MUCH = "-c max_parallel_workers_per_gather=0 -c jit=off -c work_mem=64MB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which generation to fill, as of which position."""

    address: str = field(repr=False)
    generation: int
    upto: int


class Filler:
    """Folds whole cases without their envelopes and sends their rows by COPY."""

    def __init__(self, order: Order) -> None:
        self._order = order
        reading = with_options(order.address, FOR_READING_MUCH)
        self._store = FactStore(reading, facts=StoredFact, pool_size=1)
        self._connection = connect(order.address, name="rebuild")
        self._leant_on = Cases(self._store, most_facts=MOST_FACTS_LEANT_ON)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with closing(self._store), closing(self._connection):
            pass

    def fill(self, case_ids: Sequence[Id]) -> int:
        """Write the rows of the cases and return how many facts they were folded from."""
        streams = self._store.streams(case_ids, upto_position=self._order.upto)
        cases = {case_id: fold(stream) for case_id, stream in streams.items()}
        self._copy(cases)
        return sum(stream.version for stream in streams.values())

    def _copy(self, cases: Mapping[Id, Any]) -> None:
        wanted = {other for case in cases.values() for other in leans_on(case)}
        others = self._leant_on.folded(wanted, upto=self._order.upto)
        rows: dict[str, list[Any]] = defaultdict(list)
        for case_id, case in cases.items():
            for name, given in rows_of(case_id, case, others).items():
                rows[name] += given
        with self._connection.transaction():
            for name, table in TABLES.items():
                table.copy(self._connection, self._order.generation, rows[name])


def begin() -> None:
    """Prepare a process that only fills; to be called once, first of all."""
    # Ctrl-C reaches the whole group of processes; the first of them decides what becomes of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    # Folding makes no cycles, and looking for them takes a third of the time.
    gc.freeze()
    gc.disable()


def fill(order: Order, case_ids: Sequence[Id]) -> tuple[int, int]:
    """Fill in a process of its own; return how many cases and facts were done."""
    return len(case_ids), _filler(order).fill(case_ids)


@cache
def _filler(order: Order) -> Filler:
    return Filler(order)


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent
    parent.join()
    os._exit(1)
