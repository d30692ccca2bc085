"""What the measurements ran on, without names of machines or folders."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

from infrastructure.embedded import EmbeddedPostgres
from tests.benchmarks.servers import shown

LIBRARIES = ("eventsourcing", "msgspec", "psycopg")
GIGABYTE = 1 << 30


def machine(server: EmbeddedPostgres) -> dict[str, str]:
    """Return the facts a reader needs to judge the numbers by."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{_memory() / GIGABYTE:.0f} GB",
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
        **{_label(name): value for name, value in shown(server).items()},
        "reached by": "TCP on the loopback",
        "load at the start": f"{os.getloadavg()[0]:.1f}",
    }


def _label(setting: str) -> str:
    return "PostgreSQL" if setting == "server_version" else setting


def _processor() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
