"""Serves the application with the time inside it told in a header: started as a process."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

from infrastructure.bootstrap import System, opened
from infrastructure.settings import read_settings
from web.wsgi import Server, application

INSIDE = "Server-Timing"
WORKERS = 2


class TimedServer(Server):
    """The server as it is run, and a clock around the application."""

    def __init__(self, system: System, *, address: str) -> None:
        self._measured = system
        super().__init__(system, address=address, workers=WORKERS)

    def load(self) -> Any:
        app: Flask = application(self._measured)
        app.wsgi_app = _timed(app.wsgi_app)  # type: ignore[method-assign]
        return app


def _timed(inner: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        began = time.perf_counter()
        started: list[Any] = []
        body = b"".join(inner(environ, lambda *told: started.append(told)))
        status, headers, *more = started[0]
        taken = 1_000 * (time.perf_counter() - began)
        start_response(status, [*headers, (INSIDE, f"app;dur={taken:.3f}")], *more)
        return [body]

    return answer


if __name__ == "__main__":
    with opened(read_settings(os.environ)) as found:
        TimedServer(found, address=sys.argv[1]).run()
