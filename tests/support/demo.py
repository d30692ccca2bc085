"""A demo in a process of its own, ended the way a person ends it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from tests.support.processes import eventually


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def running_demo(data: Path, *, doctors: int) -> Iterator[int]:
    """Give the port of a demo that answers; Ctrl-C ends it."""
    port = free_port()
    command = [sys.executable, "-m", "web.cli", "--data", str(data), "demo"]
    demo = subprocess.Popen(
        [*command, "--doctors", str(doctors), "--port", str(port)],
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        eventually(lambda: _answers(port) or demo.poll() is not None, tries=3_000)
        assert demo.poll() is None, "the demo ended by itself"
        yield port
    finally:
        demo.send_signal(signal.SIGINT)
        demo.wait(timeout=60)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
