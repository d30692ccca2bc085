"""Plans with a deadline that ran out, and workers that notice it all at once, without any lease."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from random import Random
from threading import Timer
from time import perf_counter
from typing import Any

import psycopg
from msgspec.structs import replace
from psycopg_pool import ConnectionPool

from application.acting import Acting
from application.enforcement.lapse import lapse
from application.enforcement.outcome import Outcome
from application.ports import Change, Histories, Receipt
from domain.law.book import IN_FORCE
from domain.shared.facts import Fact, Recorded
from domain.shared.ids import Id
from domain.stored_facts import StoredFact
from infrastructure.addresses import Addresses
from infrastructure.directory import PostgresDirectory
from infrastructure.histories import StoredHistories
from infrastructure.ids import plain_ids
from infrastructure.keys import Keys
from infrastructure.store.facts import FactStore
from infrastructure.store.sealing import Sealer
from infrastructure.views import PostgresViews
from tests.support.clock import StoppedClock
from tests.support.clockwork import old_scheme_stated
from tests.support.elsewhere import some_id
from tests.support.plans import LEADER, OPENED, ORGANISATION
from tests.support.sample_facts import recorded
from tests.support.training import establishment

RECORDED_AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
NOTICED_ON = date(2027, 1, 1)
RECORDED = """
    SELECT count(*), count(DISTINCT originator_id) FROM facts.alis_events
    WHERE topic = 'plan.deadline-lapsed'
"""
Around = Callable[[Histories], Any]
"""Makes something of the histories that does more than they do."""

MOST_SECONDS_OF_AN_APPEND = 0.002


class NotOnce(Exception):
    """What was due was not recorded once each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raced:
    """What each worker came to, None of one that was killed, and how long it took them all."""

    outcomes: Sequence[Outcome | None]
    seconds: float


def due_plans(number: int, *, seed: int = 1) -> Iterator[list[Recorded]]:
    """Yield an establishment, and its plans: each with one deadline over by the day."""
    rng = Random(seed)
    yield _history(ORGANISATION, *establishment(LEADER))
    for _ in range(number):
        yield _history(some_id(rng), OPENED, old_scheme_stated())


def race(addresses: Addresses, *, workers: int = 2, dies_at: int | None = None) -> Raced:
    """Have processes lapse the same day at once; one is killed about its so-manieth append."""
    spawned = get_context("spawn")
    lines: list[Connection] = []
    processes = []
    for place in range(workers):
        line, far_end = spawned.Pipe()
        told = (addresses, far_end, None if place else dies_at)
        process = spawned.Process(target=_work, args=told, daemon=True)
        process.start()
        far_end.close()
        lines.append(line)
        processes.append(process)
    for line in lines:
        line.recv()
    began = perf_counter()
    for line in lines:
        line.send(None)
    outcomes = [_outcome(line) for line in lines]
    seconds = perf_counter() - began
    for line, process in zip(lines, processes, strict=True):
        process.join()
        line.close()
    killed = [process.exitcode for process in processes if process.exitcode]
    if killed != ([] if dies_at is None else [-signal.SIGKILL]):
        raise NotOnce(f"the workers ended with {killed}")
    return Raced(outcomes=outcomes, seconds=seconds)


def be_lapsed_once(addresses: Addresses, plans: int) -> None:
    """Raise NotOnce unless there is exactly one fact of each of so many plans."""
    with psycopg.connect(addresses.application) as connection:
        found = connection.execute(RECORDED).fetchone()
    if found != (plans, plans):
        raise NotOnce(f"{plans} deadlines ran out, and (facts, plans) recorded are {found}")


def _as_it_is(histories: Histories) -> Histories:
    return histories


@contextmanager
def lapsing(addresses: Addresses, *, around: Around = _as_it_is) -> Iterator[LapseAll]:
    """Give the sweep of one day over the real parts, with connections open."""
    with (
        Keys(addresses.keys) as keys,
        FactStore(addresses.application, facts=StoredFact, sealer=Sealer(keys)) as store,
        PostgresViews(addresses.application) as views,
        ConnectionPool(
            addresses.application, min_size=1, max_size=2, open=False, configure=plain_ids
        ) as pool,
    ):
        histories, directory = StoredHistories(store, Sealer(keys)), PostgresDirectory(pool, keys)
        histories.position()
        views.position()
        yield LapseAll(Acting(around(histories), StoppedClock(NOTICED_ON), directory), views)


class LapseAll:
    """Lapses everything that is due on the day."""

    def __init__(self, acting: Acting, views: PostgresViews) -> None:
        self._acting = acting
        self._views = views

    def __call__(self) -> Outcome:
        return lapse(self._acting, self._views, IN_FORCE, NOTICED_ON)


class Doomed:
    """Histories whose process is killed about its so-manieth append: before, in or after it."""

    def __init__(self, histories: Histories, dies_at: int) -> None:
        self._histories = histories
        self._left = dies_at

    def __getattr__(self, name: str) -> Any:
        return getattr(self._histories, name)

    def append(self, changes: Sequence[Change], **told: Any) -> Receipt:
        self._left -= 1
        if not self._left:
            within = Random().uniform(0, MOST_SECONDS_OF_AN_APPEND)
            Timer(within, os.kill, (os.getpid(), signal.SIGKILL)).start()
        return self._histories.append(changes, **told)


def _history(case: Id, *facts: Fact) -> list[Recorded]:
    sent = (recorded(fact, case=case, version=at) for at, fact in enumerate(facts, start=1))
    return [replace(one, recorded_at=RECORDED_AT) for one in sent]


def _work(addresses: Addresses, line: Connection, dies_at: int | None) -> None:
    around: Around = partial(Doomed, dies_at=dies_at) if dies_at else _as_it_is
    with lapsing(addresses, around=around) as lapse_all:
        line.send(None)
        line.recv()
        line.send(lapse_all())


def _outcome(line: Connection) -> Outcome | None:
    try:
        found: Outcome = line.recv()
    except EOFError:
        return None
    if found.failed:
        raise NotOnce(f"{len(found.failed)} failed, as {next(iter(found.failed.items()))}")
    return found
