"""A durable embedded PostgreSQL over TCP, with a database for us and one for the library."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from infrastructure.addresses import Addresses
from infrastructure.embedded import EmbeddedPostgres, Reach
from infrastructure.store.migrate import migrate, migrate_keys
from tests.support.postgres import fresh_database

# Any number of writers may connect; durability is left as PostgreSQL has it: on.
SETTINGS = {"max_connections": "60"}
SHOWN = ("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one benchmark writes: our databases, the library's, and the server itself."""

    ours: Addresses
    owner: str
    library: dict[str, str]


@contextmanager
def durable_server() -> Iterator[EmbeddedPostgres]:
    """Give a server that loses nothing when the machine stops, for as long as the block lasts."""
    data = Path(tempfile.mkdtemp(prefix="alis-bench-"))
    data.chmod(0o711)
    try:
        with EmbeddedPostgres(data, reach=Reach.LOOPBACK, settings=SETTINGS) as server:
            yield server
    finally:
        shutil.rmtree((data / "postgres").resolve(), ignore_errors=True)
        shutil.rmtree(data)


def fresh_place(server: EmbeddedPostgres) -> Place:
    """Return new databases; ours is a demo, which takes simulated times."""
    pair = fresh_database(server)
    migrate(pair.addresses.migrate, kind="demo")
    migrate_keys(server.address("alis_migrator", f"{pair.name}_keys"))
    return Place(
        ours=pair.addresses,
        owner=server.address(database=pair.name),
        library=_library_settings(server),
    )


def shown(server: EmbeddedPostgres) -> dict[str, str]:
    """Return the settings that tell what was measured."""
    with psycopg.connect(server.address()) as connection:
        return {name: _setting(connection, name) for name in SHOWN}


def _setting(connection: psycopg.Connection, name: str) -> str:
    found = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
    assert found
    return str(found[0])


def _library_settings(server: EmbeddedPostgres) -> dict[str, str]:
    name = f"library_{uuid4().hex}"
    with psycopg.connect(server.address(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    given = conninfo_to_dict(server.address(database=name))
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": name,
        "POSTGRES_HOST": str(given["host"]),
        "POSTGRES_PORT": str(given["port"]),
        "POSTGRES_USER": str(given["user"]),
        "POSTGRES_PASSWORD": str(given["password"]),
    }
