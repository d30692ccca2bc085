"""The worker keeps the rows, gives signs of life, and ends when asked."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

import psycopg
import pytest

from infrastructure import heartbeat, worker
from infrastructure.heartbeat import Beat
from infrastructure.worker import Worker, stopped_by_signals
from tests.support.appends import eventually
from tests.support.projecting import ROOT, World, expected, found

if TYPE_CHECKING:
    from infrastructure.store.facts import FactStore
    from infrastructure.views import PostgresViews

IN_A_PROCESS = """
import sys
from infrastructure.worker import Worker, stopped_by_signals
with stopped_by_signals() as stop:
    Worker(sys.argv[1], name="one").run(stop)
print("ended", flush=True)
"""
AGE = "UPDATE views.heartbeat SET beat_at = beat_at - make_interval(secs => %s)"
OUTAGES = "SELECT noticed_at - last_beat_at > '1 minute', noticed_by FROM views.outages"
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"


def last(address: str) -> Beat | None:
    with psycopg.connect(address) as connection:
        return heartbeat.last_beat(connection)


def test_a_worker_keeps_the_rows_and_beats(
    address: str, store: FactStore, views: PostgresViews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "SECONDS_BETWEEN_BEATS", 0.1)
    world = World(store, 1)
    stop = Event()
    with ThreadPoolExecutor(1) as thread:
        running = thread.submit(Worker(address, name="one").run, stop)
        world.go_on(10)
        assert views.wait_for(store.position(), seconds=10)
        eventually(lambda: (beat := last(address)) is not None and beat.position > 0)
        stop.set()
        running.result(5)
    assert found(views) == expected(store)
    beat = last(address)
    assert beat
    assert beat.name == "one"
    assert beat.started_at < beat.beat_at
    assert not [one for one in threading.enumerate() if "APScheduler" in one.name]


@pytest.mark.parametrize(("seconds", "noted"), [(30, []), (90, [(True, "two")])])
def test_an_outage_is_noted_at_the_start(
    address: str, seconds: int, noted: list[object], caplog: pytest.LogCaptureFixture
) -> None:
    heartbeat.start(address, "one")
    with psycopg.connect(address, autocommit=True) as connection:
        assert connection.execute(OUTAGES).fetchall() == []
        connection.execute(AGE, [seconds])
        with caplog.at_level(logging.WARNING):
            heartbeat.start(address, "two")
            heartbeat.start(address, "three")
        assert connection.execute(OUTAGES).fetchall() == noted
    assert len(caplog.messages) == len(noted)


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_ends_when_told_and_leaves_nothing(
    address: str, store: FactStore, views: PostgresViews, by: signal.Signals
) -> None:
    World(store, 2).go_on(5)
    with psycopg.connect(address, autocommit=True) as connection:
        before = connection.execute(OTHERS).fetchone()
        assert before
        with subprocess.Popen(
            [sys.executable, "-c", IN_A_PROCESS, address], cwd=ROOT, stdout=subprocess.PIPE
        ) as process:
            assert views.wait_for(store.position(), seconds=20)
            views.close()
            process.send_signal(by)
            assert process.wait(10) == 0
            assert process.stdout
            assert process.stdout.read() == b"ended\n"
        # Of the test's own connections some may be closed by now.
        eventually(lambda: (connection.execute(OTHERS).fetchone() or before) <= before)


def test_a_worker_waits_for_a_database_that_is_not_there() -> None:
    stop = Event()
    with ThreadPoolExecutor(1) as thread:
        running = thread.submit(Worker("host=127.0.0.1 port=1", name="one").run, stop)
        assert not running.done()
        stop.set()
        running.result(5)


def test_the_handlers_of_signals_are_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with stopped_by_signals() as stop:
        signal.raise_signal(signal.SIGTERM)
        assert stop.is_set()
    assert signal.getsignal(signal.SIGTERM) is before
