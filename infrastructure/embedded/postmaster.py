"""What postmaster.pid tells of a running server, and whether it is still true."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from infrastructure.embedded.unavailable import DatabaseUnavailable

LINES = 8
PATIENCE = 60.0
PAUSE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Postmaster:
    """A server that takes connections; ``loopback`` is the TCP address, or nothing."""

    socket: Path
    port: int
    loopback: str


def running(cluster: Path) -> Postmaster | None:
    """Return the cluster's server, waited for if it is just starting; None if it does not run."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        told = _lines(cluster)
        if not told or not _is_server(int(told[0]), cluster):
            return None
        if len(told) >= LINES and told[7] == "ready":
            return Postmaster(socket=Path(told[4]), port=int(told[3]), loopback=told[5])
        time.sleep(PAUSE)
    raise DatabaseUnavailable(f"the server does not get ready; see {cluster / 'server.log'}")


def disown(cluster: Path) -> bool:
    """Make the file of a dead server harmless; return whether there was one.

    Its number may now name another process, or a dead one that nobody reaped, and PostgreSQL
    would take that for a running server. It never minds the process that starts it, and the
    file's other lines still let it see whether the dead server's children are gone. So we put
    our own number there instead of deleting the file.
    """
    told = _lines(cluster)
    if told:
        file = cluster / "postmaster.pid"
        file.write_text("\n".join([str(os.getpid()), *told[1:], ""]), encoding="utf-8")
    return bool(told)


def _lines(cluster: Path) -> list[str]:
    try:
        text = (cluster / "postmaster.pid").read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    return [line.strip() for line in text.splitlines()]


def _is_server(pid: int, cluster: Path) -> bool:
    return f" -D {cluster} " in f"{_command(pid)} "


def _command(pid: int) -> str:
    if Path("/proc/self/cmdline").exists():
        try:
            told = Path(f"/proc/{pid}/cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            return ""
        return os.fsdecode(told.replace(b"\0", b" ").strip())
    shown = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    return subprocess.run(shown, check=False, capture_output=True, text=True).stdout.strip()  # noqa: S603 - no shell
