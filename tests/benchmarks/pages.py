"""Measures how long pages take, asked for at a steady pace, and by many at once."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import cycle, islice

from psycopg_pool import ConnectionPool

from application.demo import simulation
from application.sessions import SignedIn
from domain.shared.ids import Id
from domain.shared.refusals import Refused
from infrastructure.directory import PostgresDirectory
from infrastructure.embedded import EmbeddedPostgres
from infrastructure.projector.rebuilding import rebuild
from infrastructure.sessions import PostgresSessions
from tests.benchmarks.filling import fill
from tests.benchmarks.histories import BenchKeys, lived, new_world
from tests.benchmarks.servers import Place, fresh_place
from tests.benchmarks.serving import INSIDE
from tests.support.demo import free_port
from web.pages.visit import COOKIE

A_SECOND, CLOSED = 30, 16
MILLISECONDS = 1_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One page, and whose browser asks for it."""

    name: str
    path: str
    cookie: str


@dataclass(slots=True)
class Paced:
    """Milliseconds inside the application and as the client saw them, by page; and the pace."""

    inside: dict[str, list[float]] = field(default_factory=dict)
    outside: list[float] = field(default_factory=list)
    a_second: float = 0

    def note(self, name: str, inside: float, outside: float) -> None:
        self.inside.setdefault(name, []).append(inside)
        self.outside.append(outside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    facts: int
    doctors: int
    steady: Paced
    crowded: Paced


def visited(server: EmbeddedPostgres, *, facts: int, doctors: int, seconds: int) -> Pages:
    """Ask for the pages of a busy doctor and of the leader of many, at a pace and by a crowd."""
    place = fresh_place(server)
    visits = _filled(place, facts=facts, doctors=doctors)
    with _served(place) as port:
        # Each process makes its templates and connections before it is measured.
        _asked(port, visits, count=4 * len(visits), start=lambda _: None)
        steady = _steadily(port, visits, seconds)
        crowded = _by_many(port, visits, seconds)
    return Pages(facts=facts, doctors=doctors, steady=steady, crowded=crowded)


def _filled(place: Place, *, facts: int, doctors: int) -> Sequence[Visit]:
    world = new_world()
    busy = lived(world, facts)
    histories = [busy.recorded[:facts]]
    numbers = iter(range(2, 10 * doctors))
    while len(histories) < doctors:
        with suppress(Refused):
            until = datetime.now(UTC)
            plans = simulation.careers(world, [next(numbers)], until=until)
            histories.extend(book.recorded for book in plans)
    fill(place.owner, [*histories, *(book.recorded for book in world.books())])
    rebuild(place.ours.application)
    with ConnectionPool(place.ours.application, min_size=1, max_size=2) as pool:
        directory = PostgresDirectory(pool, BenchKeys())
        for person in world.people.values():
            directory.enter(person, identity_number=None)
        sessions = PostgresSessions(pool)
        doctor = _cookie(sessions, world.person("lege-1"))
        leader = _cookie(sessions, world.person("leder-2"))
    plan = histories[0][0].case_id
    own = ("", "/goals", "/guidance", "/work", "/plan", "/reviews", "/files", "/history")
    return (
        Visit(name="waits for the doctor", path="/", cookie=doctor),
        *(
            Visit(name=f"doctor{path or '/overview'}", path=f"/doctor/{plan}{path}", cookie=doctor)
            for path in own
        ),
        Visit(name="log a session", path=f"/doctor/do/plans/{plan}/sessions", cookie=doctor),
        Visit(name="waits for the leader", path="/", cookie=leader),
        Visit(name="leader", path="/leader", cookie=leader),
        Visit(name="leader/doctor", path=f"/leader/{plan}", cookie=leader),
    )


def _cookie(sessions: PostgresSessions, person: Id) -> str:
    how = SignedIn(issuer="bench", subject=person, authenticated_at=datetime.now(UTC))
    return f"{COOKIE}={sessions.open(person, how, language='nb')}"


@contextmanager
def _served(place: Place) -> Iterator[int]:
    port = free_port()
    told = {
        "DATABASE_URL": place.ours.application,
        "MIGRATE_DATABASE_URL": place.ours.migrate,
        "KEYS_DATABASE_URL": place.ours.keys,
    }
    command = [sys.executable, "-m", "tests.benchmarks.serving", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, env={**os.environ, **told}) as process:
        try:
            _wait_for(port, process)
            yield port
        finally:
            process.terminate()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, "the server ended by itself"
        with suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/api/v1/health")
            if connection.getresponse().status == http.client.OK:
                return
        time.sleep(0.1)
    raise TimeoutError("the server does not answer")


def _ask(port: int, visit: Visit) -> tuple[float, float]:
    """Return how many milliseconds a page took inside, and as the client saw it."""
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", visit.path, headers={"Cookie": visit.cookie})
    found = connection.getresponse()
    found.read()
    connection.close()
    outside = MILLISECONDS * (time.perf_counter() - began)
    assert found.status == http.client.OK, (visit.path, found.status)
    return float((found.getheader(INSIDE) or "").partition("dur=")[2]), outside


def _asked(
    port: int, visits: Sequence[Visit], *, count: int, start: Callable[[int], None]
) -> Paced:
    """Ask one after another as ``start`` lets each begin, whether or not the last has come."""
    found = Paced()
    with ThreadPoolExecutor(CLOSED * 4) as pool:
        asked = []
        began = time.perf_counter()
        for at, visit in enumerate(islice(cycle(visits), count)):
            start(at)
            asked.append((visit.name, pool.submit(_ask, port, visit)))
        for name, answer in asked:
            found.note(name, *answer.result())
    found.a_second = count / (time.perf_counter() - began)
    return found


def _steadily(port: int, visits: Sequence[Visit], seconds: int) -> Paced:
    began = time.perf_counter()

    def start(at: int) -> None:
        time.sleep(max(0.0, began + at / A_SECOND - time.perf_counter()))

    return _asked(port, visits, count=A_SECOND * seconds, start=start)


def _by_many(port: int, visits: Sequence[Visit], seconds: int) -> Paced:
    found, ends = Paced(), time.perf_counter() + seconds

    def client(at: int) -> list[tuple[str, float, float]]:
        own = islice(cycle(visits), at, None)
        took = []
        while time.perf_counter() < ends:
            visit = next(own)
            took.append((visit.name, *_ask(port, visit)))
        return took

    with ThreadPoolExecutor(CLOSED) as pool:
        for took in pool.map(client, range(CLOSED)):
            for name, inside, outside in took:
                found.note(name, inside, outside)
    found.a_second = len(found.outside) / seconds
    return found


def whole(by_page: Mapping[str, Sequence[float]]) -> list[float]:
    return [one for took in by_page.values() for one in took]
