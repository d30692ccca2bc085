"""One data folder of PostgreSQL: made once, started and stopped."""

from __future__ import annotations

import shlex
import shutil
import socket
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from infrastructure import private
from infrastructure.embedded.places import socket_folder
from infrastructure.embedded.postmaster import Postmaster, disown, running
from infrastructure.embedded.unavailable import DatabaseUnavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from infrastructure.embedded.account import Account

SUPERUSER = "postgres"
LOOPBACK = "127.0.0.1"
TRIES_AFTER_DEATH = 50
PAUSE = 0.2

HOST_RULES = """\
local all all scram-sha-256
host  all all 127.0.0.1/32 scram-sha-256
"""

SETTINGS = {
    "timezone": "UTC",
    "log_timezone": "UTC",
    "shared_buffers": "128MB",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    # What people wrote must not end in a log file.
    "log_statement": "none",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
}


class Cluster:
    """PostgreSQL's own folder inside our home folder."""

    def __init__(self, home: Path, programs: Path, account: Account) -> None:
        self._home = home
        self._programs = programs
        self._account = account
        self._folder = home / "cluster"

    def create(self, password: str) -> None:
        """Make the cluster unless it is there; one that was interrupted is made afresh."""
        for left in self._home.glob("making-*"):
            _remove(left)
        if self._folder.exists():
            return
        # A name of its own: an interrupted initdb may still be at work beside us.
        making = Path(tempfile.mkdtemp(prefix="making-", dir=self._home))
        self._initdb(making, password)
        (making / "cluster/pg_hba.conf").write_text(HOST_RULES, encoding="utf-8")
        self._account.own_tree(making / "cluster")
        (making / "cluster").rename(self._folder)
        shutil.rmtree(making)

    def start(self, settings: Mapping[str, str]) -> Postmaster:
        """Return the running server, started unless it runs."""
        if server := running(self._folder):
            return server
        # The children of a server that was killed take a moment to notice, and bar the way.
        tries = TRIES_AFTER_DEATH if disown(self._folder) else 1
        folder = socket_folder(self._home, self._account)
        # The setting is a list, so a comma or a blank in the path must stand in quotes.
        chosen = SETTINGS | {"unix_socket_directories": f'"{folder}"', "listen_addresses": ""}
        options = [f"-c{name}={value}" for name, value in (chosen | dict(settings)).items()]
        log = self._folder / "server.log"
        for _ in range(tries):
            self._account.run(self._control("-l", log, "-o", shlex.join(options), "start"))
            if server := running(self._folder):
                return server
            time.sleep(PAUSE)
        raise DatabaseUnavailable(f"the server does not start; see {log}")

    def stop(self) -> None:
        server = running(self._folder)
        if server is None:
            return
        self._account.must(self._control("-m", "fast", "stop"))
        if server.socket.parent != self._home:
            server.socket.rmdir()

    def _control(self, *arguments: str | Path) -> list[str | Path]:
        return [self._programs / "pg_ctl", "-w", "-t", "120", "-D", self._folder, *arguments]

    def _initdb(self, making: Path, password: str) -> None:
        maker = self._account.initdb()
        private.write(making / "password", password)
        maker.own_tree(making)
        options = ["-k", "-E", "UTF8", "--no-locale", "-U", SUPERUSER, "-A", "scram-sha-256"]
        places = [f"--pwfile={making / 'password'}", f"--pgdata={making / 'cluster'}"]
        maker.must([self._programs / "initdb", *options, *places])


def _remove(left: Path) -> None:
    """Remove what an interrupted making left; what cannot go now is left for the next start.

    initdb goes on for a while after the process that began it is killed, and writes into the
    folder while it is being emptied. It ends when it misses what was taken away.
    """
    for _ in range(TRIES_AFTER_DEATH):
        shutil.rmtree(left, ignore_errors=True)
        if not left.exists():
            return
        time.sleep(PAUSE)


def loopback_settings() -> dict[str, str]:
    """Return the settings that let the server be reached by TCP, from this machine only."""
    with socket.create_server((LOOPBACK, 0)) as free:
        port = free.getsockname()[1]
    return {"listen_addresses": LOOPBACK, "port": str(port)}
