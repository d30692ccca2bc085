"""The web application under gunicorn; it starts no threads of its own before the fork."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from infrastructure.bootstrap import System
from web.app import create_app
from web.cli.demo_people import around
from web.pages.areas import NAMES
from web.pages.signing import DemoPerson


def application(system: System) -> Flask:
    """Return the WSGI application over the system; raises where its ways in are misconfigured."""
    tokens, ways = system.tokens(), system.ways_in()
    return create_app(
        system.services,
        tokens=tokens.person if tokens else None,
        entrance=system.entrance(ways),
        demo=partial(demo_people, system) if system.is_demo() else None,
        machines=system.machines(ways),
        address=ways.address,
        counting=system.counting,
        proxies=system.settings.proxies,
    )


def demo_people(system: System) -> Sequence[DemoPerson]:
    """Return whom a visitor of the demo may be."""
    found = dict(around(system))
    names = system.services.people.names(found)
    return [
        DemoPerson(person=person, name=names.get(person, person), does=NAMES[role])
        for person, role in found.items()
    ]


class Server(BaseApplication):
    """gunicorn over the system; connections open in the workers, after the fork."""

    def __init__(self, system: System, *, address: str, workers: int) -> None:
        # Told in a sentence before anything listens, rather than by each worker.
        system.ways_in()
        self._system = system
        self._options = {
            "bind": address,
            "workers": workers,
            "threads": 4,
            "worker_class": "gthread",
            "graceful_timeout": 2,
            "loglevel": "warning",
            "control_socket_disable": True,
            # Whom a proxy speaks for is read in one place, by ALIS_PROXIES.
            "forwarded_allow_ips": "",
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        return application(self._system)
