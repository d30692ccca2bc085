"""PostgreSQL servers for the tests, and databases in them that cost little."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
from psycopg import sql

from infrastructure.addresses import Addresses
from infrastructure.embedded import EmbeddedPostgres
from infrastructure.embedded.server import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

# A test's database need not survive the machine. Never so outside the tests.
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "300",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Databases:
    """A pair of databases of one's own; ``name`` can be the template of other pairs."""

    name: str
    addresses: Addresses


def common_folder(run: str) -> Path:
    """Return a folder that every worker of one test run finds, and root's server can enter."""
    folder = Path(tempfile.gettempdir(), f"alis-tests-{os.geteuid()}-{run}")
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.geteuid():
        raise PermissionError(f"{folder} is somebody else's")
    return folder


def fresh_database(server: EmbeddedPostgres, template: str | None = None) -> Databases:
    """Make a pair of databases, empty or copied from the pair of that name, with their grants."""
    name = f"alis_{uuid4().hex}"
    with psycopg.connect(server.address(), autocommit=True) as connection:
        for suffix in ("", "_keys"):
            source = f"{template}{suffix}" if template else "template1"
            create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            names = sql.Identifier(f"{name}{suffix}"), sql.Identifier(source)
            connection.execute(create.format(*names))
    server.run_script(ROLES.read_text(encoding="utf-8"), database=name, keys=f"{name}_keys")
    addresses = Addresses(
        application=server.address("alis_app", name),
        migrate=server.address("alis_migrator", name),
        keys=server.address("alis_keys", f"{name}_keys"),
    )
    return Databases(name=name, addresses=addresses)


def drop(server: EmbeddedPostgres, databases: Databases) -> None:
    with psycopg.connect(server.address(), autocommit=True) as connection:
        for suffix in ("", "_keys"):
            name = sql.Identifier(f"{databases.name}{suffix}")
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


@contextmanager
def own_databases(server: EmbeddedPostgres, template: str | None = None) -> Iterator[Databases]:
    """Give a pair of databases for as long as the block lasts."""
    databases = fresh_database(server, template)
    try:
        yield databases
    finally:
        drop(server, databases)


def take_away(data: Path) -> None:
    """Remove a data folder, and first stop the server that a killed process left there."""
    if (data / "postgres" / "cluster" / "postmaster.pid").exists():
        with EmbeddedPostgres(data):
            pass
    home = (data / "postgres").resolve()
    shutil.rmtree(home, ignore_errors=True)
    shutil.rmtree(data)
