"""Other processes that use the server, to be killed and counted."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from infrastructure.embedded.postmaster import running

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Iterator
    from pathlib import Path

SHARER = """
import sys, pathlib, signal
from infrastructure.embedded import EmbeddedPostgres
# A test run in the background of a shell hands on that Ctrl-C is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    with EmbeddedPostgres(pathlib.Path(sys.argv[1])):
        print("ready", flush=True)
        sys.stdin.read()
except KeyboardInterrupt:
    sys.exit(130)
"""


@contextmanager
def sharer(data: Path) -> Iterator[subprocess.Popen[str]]:
    """Give a process that holds a share until it is killed or its input closes."""
    with subprocess.Popen(
        [sys.executable, "-c", SHARER, str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process


def await_ready(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"


def end(process: subprocess.Popen[str], by: signal.Signals) -> int:
    process.send_signal(by)
    return process.wait(timeout=60)


def runs(data: Path) -> bool:
    """Return whether the folder's server runs."""
    return running((data / "postgres").resolve() / "cluster") is not None


def eventually(question: Callable[[], bool], *, tries: int = 500) -> bool:
    """Ask again until the answer is yes, or it has been asked often enough."""
    for _ in range(tries):
        if question():
            return True
        time.sleep(0.02)
    return False
