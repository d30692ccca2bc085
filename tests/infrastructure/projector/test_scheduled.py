"""When the work of the clock is done: at once, every hour, by one worker at a time."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import TYPE_CHECKING

import psycopg
import pytest
from apscheduler.schedulers.background import BackgroundScheduler

from application.enforcement.outages import Outage
from application.enforcement.outcome import Outcome
from domain.shared.days import OSLO
from infrastructure import heartbeat
from infrastructure.projector.lease import ENFORCING, Lease
from infrastructure.scheduled import Enforcing
from infrastructure.worker import JOBS, Worker
from tests.support.appends import eventually

if TYPE_CHECKING:
    from infrastructure.store.facts import FactStore


class Swept:
    """Counts, and tells of the outages it was shown."""

    def __init__(self) -> None:
        self.times = 0
        self.outages: list[Outage] = []

    def sweep(self) -> Mapping[str, Outcome]:
        self.times += 1
        return {"lapse": Outcome(recorded=1)}

    def note(self, outages: object) -> Outcome:
        self.outages = list(outages)  # type: ignore[call-overload]
        return Outcome()


@pytest.fixture
def swept() -> Swept:
    return Swept()


def enforcing(address: str, swept: Swept) -> Enforcing:
    return Enforcing(address=address, sweep=swept.sweep, note_outages=swept.note)


def test_it_is_swept_at_the_start_and_after_each_hour_so_after_midnight_in_oslo(
    address: str, swept: Swept
) -> None:
    scheduler = BackgroundScheduler(timezone="UTC", job_defaults=JOBS)
    replace(enforcing(address, swept), deliver=lambda: 0).schedule(scheduler)
    scheduler.start(paused=True)
    try:
        jobs = {job.name: job for job in scheduler.get_jobs()}
        assert set(jobs) == {"sweep at start", "sweep", "deliver"}
        for job in jobs.values():
            assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
        # Five past midnight in Oslo is among them, in summer and in winter.
        for midnight in (
            datetime(2026, 6, 30, 22, tzinfo=UTC),
            datetime(2026, 12, 1, 23, tzinfo=UTC),
        ):
            at = jobs["sweep"].trigger.get_next_fire_time(None, midnight)
            assert at == midnight + timedelta(minutes=5)
            assert (at.astimezone(OSLO).hour, at.astimezone(OSLO).minute) == (0, 5)
    finally:
        scheduler.shutdown()


def test_one_worker_sweeps_at_a_time(address: str, store: FactStore, swept: Swept) -> None:
    work = enforcing(address, swept)
    with Lease(address, ENFORCING) as other:
        assert other.take_now()
        assert not work.sweep_once()
    assert swept.times == 0
    assert work.sweep_once()
    assert work.sweep_once()
    assert swept.times == 2


def test_a_worker_sweeps_when_it_starts_and_shows_the_outages(
    address: str, store: FactStore, swept: Swept
) -> None:
    heartbeat.start(address, "before")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("UPDATE views.heartbeat SET beat_at = beat_at - interval '1 hour'")
    stop = Event()
    with ThreadPoolExecutor(1) as thread:
        worker = Worker(address, name="one", enforcing=enforcing(address, swept))
        running = thread.submit(worker.run, stop)
        eventually(lambda: swept.times == 1)
        stop.set()
        running.result(5)
    (outage,) = swept.outages
    assert outage.noticed_by == "one"
    assert outage.noticed_at > outage.last_beat_at
