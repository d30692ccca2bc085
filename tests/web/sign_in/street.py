"""The application at an address of its own, and the certified provider that knows it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from application.doors import Door
from domain.shared.ids import Id
from infrastructure.clock import SystemClock
from infrastructure.ids import plain_ids
from infrastructure.oidc.machine import MachineTokens
from infrastructure.oidc.profiles import PROFILES
from infrastructure.oidc.settings import MachineSettings
from infrastructure.oidc.used_once import PostgresUsedOnce
from infrastructure.oidc.ways_in import TITLES
from tests.infrastructure.oidc.running import (
    AUDIENCE,
    DOCTOR,
    LEADER,
    Registered,
    running,
)
from tests.support.entrances import entrance_over
from tests.support.town import Town
from tests.web.sign_in.house import entered
from tests.web.sign_in.surfing import Surfer
from web.app import create_app


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """The application at an address, and both issuers of the certified provider."""

    address: str
    issuers: dict[str, str]
    town: Town
    kari: Id
    lars: Id
    surfers: list[Surfer]

    def browser(self) -> Surfer:
        self.surfers.append(Surfer(self.address))
        return self.surfers[-1]

    def answer(self, by: str) -> str:
        return f"{self.address}/sign-in/{by}/answer"

    def last(self) -> tuple[Any, ...]:
        """Return who came in or did not last, by which provider, and what came of it."""
        line = "SELECT person::text, provider, outcome FROM signing_in.log"
        with psycopg.connect(self.town.addresses.application) as connection:
            found = connection.execute(f"{line} ORDER BY number DESC LIMIT 1".encode()).fetchone()
        assert found
        return found

    def opened(self) -> int:
        with psycopg.connect(self.town.addresses.application) as connection:
            found = connection.execute("SELECT count(*) FROM sessions.open").fetchone()
        assert found
        return int(found[0])


def _nothing_yet(_: Any, start: Callable[..., Any]) -> list[bytes]:
    start("503 Service Unavailable", [])
    return []


@contextmanager
def serving(server: BaseWSGIServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def street_of(hamlet: Town) -> Iterator[Street]:
    """Give the application served, and the provider that knows its addresses."""
    server = make_server("127.0.0.1", 0, _nothing_yet, threaded=True, request_handler=_Quiet)
    address = f"http://127.0.0.1:{server.server_port}"
    with (
        serving(server),
        running(Registered.at(address)) as both,
        ConnectionPool(
            hamlet.addresses.application, min_size=1, max_size=4, open=False, configure=plain_ids
        ) as pool,
    ):
        clock, surfers = SystemClock(), list[Surfer]()
        machines = MachineSettings(issuer=both.issuers["helseid"], audience=AUDIENCE)
        doors = [
            Door(
                name=profile.name,
                title=TITLES[profile.name],
                issuer=both.issuers[profile.name],
                provider=both.relying_party(profile),
            )
            for profile in PROFILES
        ]
        server.app = create_app(
            hamlet.services,
            tokens=None,
            entrance=entrance_over(
                pool,
                directory=hamlet.directory,
                histories=hamlet.services.histories,
                clock=hamlet.clock,
                doors=doors,
            ),
            machines=MachineTokens(machines, clock, PostgresUsedOnce(pool, clock)),
            address=address,
        )
        yield Street(
            address=address,
            issuers=both.issuers,
            town=hamlet,
            kari=entered(hamlet, "Kari Nordmann", DOCTOR),
            lars=entered(hamlet, "Lars Holm", LEADER),
            surfers=surfers,
        )
        for one in surfers:
            one.close()
