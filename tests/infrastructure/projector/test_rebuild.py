"""A rebuild makes all rows anew, and nobody notices."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

import psycopg
import pytest

from infrastructure.projector import rebuilding
from infrastructure.projector.connecting import connect
from infrastructure.projector.faults import AlreadyRebuilding, NotFolded, Stopped
from infrastructure.projector.generations import in_use
from infrastructure.projector.lease import REBUILDING, Lease
from infrastructure.projector.rebuilding import rebuild
from infrastructure.projector.tables import TABLES
from tests.support.appends import eventually
from tests.support.projecting import ROOT, World, expected, found, projecting

if TYPE_CHECKING:
    from infrastructure.store.facts import FactStore
    from infrastructure.views import PostgresViews

TABLES_THERE = "SELECT tablename FROM pg_tables WHERE schemaname = 'views' AND tablename ~ '[0-9]$'"
FOR_EVER_REBUILDING = """
import sys
from infrastructure.projector import rebuilding

def wait(done, of):
    if done:
        print("ready", flush=True)
        sys.stdin.read()

if __name__ == "__main__":
    rebuilding.WORTH_MORE_PROCESSES = 0
    rebuilding.FACTS_AT_ONCE = 1
    rebuilding.rebuild(sys.argv[1], wait, processes=int(sys.argv[2]))
"""
FILLING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE application_name = 'alis rebuild' AND datname = current_database()
"""


def tables(address: str) -> set[str]:
    with psycopg.connect(address) as connection:
        return {name for (name,) in connection.execute(TABLES_THERE).fetchall()}


def test_rows_made_anew_are_what_the_views_say(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    world = World(store, 1)
    world.go_on(30)
    heard: list[tuple[int, int]] = []
    done = rebuild(address, lambda *told: heard.append(told))
    cases = len(world.versions)
    assert (done.cases, done.position) == (cases, store.position())
    assert done.facts == store.position()
    assert (heard[0], heard[-1]) == ((0, cases), (cases, cases))
    assert found(views) == expected(store)
    assert views.position() == store.position()


def test_an_empty_store_has_views_without_rows(address: str, views: PostgresViews) -> None:
    assert views.rows("tasks") == []
    assert rebuild(address).cases == 0
    assert views.rows("tasks") == []
    assert views.position() == 0


def test_in_several_processes_the_rows_are_the_same(
    address: str, store: FactStore, views: PostgresViews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "WORTH_MORE_PROCESSES", 0)
    monkeypatch.setattr(rebuilding, "FACTS_AT_ONCE", 20)
    world = World(store, 2, plans=8)
    world.go_on(60)
    assert rebuild(address, processes=2).cases == len(world.versions)
    assert found(views) == expected(store)


def test_what_fails_in_another_process_is_told(
    address: str, store: FactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "WORTH_MORE_PROCESSES", 0)
    world = World(store, 3)
    world.go_on(10)
    case, training = next(iter(world.plans.items()))
    training.sessions = {case: "minuted"}
    world.tell(case, training._session_on(case))
    with pytest.raises(NotFolded, match=f"case {case} cannot be folded"):
        rebuild(address, processes=2)


def test_facts_keep_coming_and_readers_keep_reading(
    address: str, store: FactStore, views: PostgresViews, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(store, 4, plans=6)
    world.go_on(30)
    stop = Event()

    def read() -> list[tuple[int, int]]:
        seen = []
        while not stop.is_set():
            seen.append((views.position(), len(views.rows("plan_register"))))
        return seen

    def write() -> None:
        while not stop.is_set():
            world.go_on(1)

    with projecting(address), ThreadPoolExecutor(2) as threads:
        assert views.wait_for(store.position(), seconds=10)
        reading, writing = threads.submit(read), threads.submit(write)
        for _ in range(4):
            rebuild(address)
        stop.set()
        writing.result(20)
        seen = reading.result(20)
        assert views.wait_for(store.position(), seconds=10)
        assert found(views) == expected(store)
    assert seen == sorted(seen), "neither the position nor the number of plans ever falls"


def test_only_the_tables_in_use_are_left(address: str, store: FactStore) -> None:
    World(store, 5).go_on(5)
    for _ in range(3):
        rebuild(address)
    with connect(address, name="test") as connection:
        used = in_use(connection)
    assert used
    assert tables(address) == {f"{name}_{used.generation}" for name in TABLES}


@pytest.mark.parametrize("processes", [1, 2])
def test_killed_in_the_middle_the_old_rows_stay(
    address: str, store: FactStore, views: PostgresViews, processes: int
) -> None:
    world = World(store, 6)
    world.go_on(10)
    rebuild(address)
    kept = found(views)
    with subprocess.Popen(
        [sys.executable, "-c", FOR_EVER_REBUILDING, address, str(processes)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        with pytest.raises(AlreadyRebuilding):
            rebuild(address)
        process.kill()
    assert found(views) == kept
    assert len(tables(address)) == 2 * len(TABLES)
    with Lease(address, REBUILDING) as lease:
        eventually(lease.take_now)
    with psycopg.connect(address, autocommit=True) as connection:
        # Those that filled for the one that was killed have ended too.
        eventually(lambda: connection.execute(FILLING).fetchone() == (0,))
    with projecting(address):
        eventually(lambda: len(tables(address)) == len(TABLES))
    assert found(views) == kept


def test_a_rebuild_that_is_called_off_leaves_the_old_rows(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    World(store, 7).go_on(10)
    rebuild(address)
    kept, stop = found(views), Event()
    stop.set()
    with pytest.raises(Stopped):
        rebuild(address, stop=stop)
    assert found(views) == kept
