"""Faults: lost answers, lost connections, killed writers, cancelled waits."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import psycopg
import pytest
from eventsourcing.persistence import DataError

from application.ids import new_id
from application.ports import NotDurable
from domain.shared.ids import Id, parsed_id
from infrastructure.store.facts import FactStore
from infrastructure.store.migrate import migrate
from infrastructure.store.pieces import STREAMS
from tests.support.appends import append_facts, append_held, eventually
from tests.support.pg_cluster import Cluster, running_cluster
from tests.support.sample_facts import SampleFact, held
from tests.support.tcp_proxy import proxy_before

if TYPE_CHECKING:
    from psycopg.rows import DictRow

    from application.ports import Receipt

ROOT = Path(__file__).parents[3]
WAITS_FOR_STANDBY = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'"


def test_a_lost_answer_to_commit_is_no_conflict_and_stores_once(
    cluster: Cluster, database: str
) -> None:
    case, command = new_id(), new_id()
    with proxy_before(cluster.port) as proxy:
        url = cluster.url(database, user="alis_app").replace(str(cluster.port), str(proxy.port))
        with FactStore(url, facts=SampleFact, pool_size=1) as store:
            append_held(store, case, 1)
            proxy.lose_next_answer()
            receipt = append_held(store, case, 2, command=command)
            assert (receipt.version, receipt.position) == (2, 2)
            assert receipt.repeated
            assert [found.recorded.version for found in store.tail(0, 10)] == [1, 2]
            assert append_held(store, case, 3).position == 3


def test_connections_lost_while_idle_are_replaced(
    cluster: Cluster, database: str, store: FactStore
) -> None:
    case = new_id()
    append_held(store, case, 1)
    cluster.run(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'"
    )
    assert append_held(store, case, 2).position == 2
    assert store.streams([case])[case].version == 2


@pytest.mark.parametrize("read_before", [False, True], ids=["preparing", "reading"])
def test_a_history_whose_answer_is_lost_is_read_again_on_another_connection(
    cluster: Cluster,
    database: str,
    store: FactStore,
    read_before: bool,  # noqa: FBT001 - a parameter
) -> None:
    case = new_id()
    append_facts(store, case, {version: held() for version in range(1, 501)})
    with proxy_before(cluster.port) as proxy:
        url = cluster.url(database, user="alis_app").replace(str(cluster.port), str(proxy.port))
        with FactStore(url, facts=SampleFact, pool_size=1) as far:
            assert read_before is False or far.streams([case])
            assert far.position() == 500
            proxy.lose_next_answer()
            assert far.streams([case])[case].facts() == store.streams([case])[case].facts()


def test_a_reading_that_fails_leaves_the_connection_as_it_was(store: FactStore) -> None:
    case = new_id()
    append_held(store, case, 1)
    with pytest.raises(DataError, match="invalid input syntax for type uuid"):
        store.streams([Id("no id")])
    assert store.streams([case])[case].version == 1


def test_a_reading_given_up_on_the_way_leaves_the_connection_as_it_was(store: FactStore) -> None:
    case = new_id()
    append_facts(store, case, {version: held() for version in range(1, 501)})

    def give_up(connection: psycopg.Connection[DictRow]) -> object:
        pieces = STREAMS.of(connection, [case], None)
        assert next(pieces).nth == 1
        pieces.close()
        return connection.execute("SELECT 7 AS number").fetchall()[0]["number"]

    assert store._recorder.facts.run(give_up) == 7


def test_nothing_connects_before_it_is_used() -> None:
    with FactStore("host=127.0.0.1 port=1", facts=SampleFact) as store:
        assert store._recorder.facts.pool.closed


@pytest.mark.slow
def test_a_killed_writer_leaves_no_torn_batch_and_loses_nothing_it_was_told(
    cluster: Cluster, database: str, store: FactStore
) -> None:
    told: list[Id] = []
    for answers in (1, 7, 20, 40, 60):
        told += _told_before_kill(cluster.url(database, user="alis_app"), answers)
    facts = store.tail(0, 10_000)
    assert [found.position for found in facts] == list(range(1, len(facts) + 1))
    batches = Counter(found.recorded.command_id for found in facts)
    assert set(batches.values()) == {3}
    assert set(told) <= set(batches)
    store.streams({found.recorded.case_id for found in facts})


@pytest.mark.slow
def test_six_writers_and_a_tailing_reader_miss_nothing(store: FactStore) -> None:
    writers, appends = 6, 150
    cases = [new_id() for _ in range(writers)]

    def write(case: Id) -> None:
        for version in range(1, appends + 1):
            append_held(store, case, version)

    with ThreadPoolExecutor(writers) as pool:
        writing = [pool.submit(write, case) for case in cases]
        read = 0
        instants = []
        while read < writers * appends:
            if all(done.done() for done in writing):
                # What failed in a writer is told here rather than waited for.
                assert all(done.result() is None for done in writing)
            for found in store.tail(read, 7):
                assert found.position == read + 1
                instants.append(found.recorded.recorded_at)
                read = found.position
    assert instants == sorted(filter(None, instants))
    assert store.position() == writers * appends
    assert {stream.version for stream in store.streams(cases).values()} == {appends}


@pytest.mark.slow
def test_a_cancelled_wait_for_the_standby_is_not_taken_for_success(cluster: Cluster) -> None:
    with running_cluster(cluster.bin_dir) as own:
        own.create_database("alis")
        migrate(own.url("alis", user="alis_migrator"))
        with (
            FactStore(own.url("alis", user="alis_app"), facts=SampleFact) as store,
            ThreadPoolExecutor(1) as pool,
        ):
            own.run(
                "ALTER SYSTEM SET synchronous_standby_names = 'nobody'", "SELECT pg_reload_conf()"
            )
            command, waiting = _first_to_wait(own, pool, store)
            _cancel_the_wait(own)
            with pytest.raises(NotDurable, match="canceling wait for synchronous replication"):
                waiting.result(10)
            _the_repeat_waits_too(own, pool, store, command)


def _first_to_wait(
    own: Cluster, pool: ThreadPoolExecutor, store: FactStore
) -> tuple[Id, Future[Receipt]]:
    # The server takes a moment to notice its new settings; until then appends just succeed.
    while True:
        command = new_id()
        appending = pool.submit(append_held, store, command, 1, command=command)
        eventually(partial(_done_or_waiting, own, appending))
        if not appending.done():
            return command, appending


def _done_or_waiting(own: Cluster, appending: Future[Receipt]) -> bool:
    return appending.done() or bool(_waiting(own))


def _the_repeat_waits_too(
    own: Cluster, pool: ThreadPoolExecutor, store: FactStore, command: Id
) -> None:
    def again() -> Future[Receipt]:
        return pool.submit(append_held, store, command, 1, command=command)

    cancelled = again()
    _cancel_the_wait(own)
    with pytest.raises(NotDurable):
        cancelled.result(10)
    repeat = again()
    eventually(lambda: bool(_waiting(own)))
    own.run("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()")
    assert repeat.result(10).repeated
    assert store.streams([command])[command].version == 1


def _cancel_the_wait(own: Cluster) -> None:
    eventually(lambda: bool(_waiting(own)))
    (pid,) = _waiting(own)
    own.run(f"SELECT pg_cancel_backend({pid})")


def _waiting(own: Cluster) -> list[int]:
    with psycopg.connect(own.url()) as connection:
        return [pid for (pid,) in connection.execute(WAITS_FOR_STANDBY).fetchall()]


def _told_before_kill(conninfo: str, answers: int) -> list[Id]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.writer", conninfo],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        told = [parsed_id(line.strip()) for line in islice(writer.stdout, answers)]
        writer.kill()
        rest = writer.stdout.read().split()
        return told + [
            parsed_id(line) for line in rest if len(line) == len(str(Id(f"{UUID(int=0)}")))
        ]
