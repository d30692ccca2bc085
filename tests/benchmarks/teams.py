"""Writers in processes of their own, told together when to begin."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection

from infrastructure.collector import collect_rarely
from tests.benchmarks.servers import Place
from tests.benchmarks.writers import Write

MakeWriter = Callable[[Place], Write]
WARMING_UP = 20


class Team:
    """Processes that write when told; idle between the rounds."""

    def __init__(self, lines: list[Connection]) -> None:
        self._lines = lines

    def write(self, writers: int, facts: int) -> float:
        """Have some of the writers share out the facts; return how many a second it came to."""
        each = facts // writers
        began = time.perf_counter()
        for line in self._lines[:writers]:
            line.send(each)
        for line in self._lines[:writers]:
            line.recv()
        return each * writers / (time.perf_counter() - began)


@contextmanager
def team(make: MakeWriter, place: Place, size: int) -> Iterator[Team]:
    """Give processes with connections and plans ready."""
    lines, processes = [], []
    spawning = get_context("spawn")
    for _ in range(size):
        line, far_end = spawning.Pipe()
        process = spawning.Process(target=_work, args=(make, place, far_end), daemon=True)
        process.start()
        far_end.close()
        lines.append(line)
        processes.append(process)
    for line in lines:
        line.recv()
    yield Team(lines)
    for line, process in zip(lines, processes, strict=True):
        line.close()
        process.join()


def _work(make: MakeWriter, place: Place, line: Connection) -> None:
    collect_rarely()
    write = make(place)
    write(WARMING_UP)
    line.send(None)
    try:
        while True:
            write(line.recv())
            line.send(None)
    except EOFError:
        return
