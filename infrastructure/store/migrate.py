"""Brings a database to the shape this program knows, by numbered SQL files."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from psycopg.rows import TupleRow

FACTS = Path(__file__).parent / "migrations"
KEYS = Path(__file__).parent / "key_migrations"

BECOME_OWNER = "SET LOCAL ROLE alis_owner"
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(4702111234474983746)"
MAKE_LEDGER = """
    CREATE SCHEMA IF NOT EXISTS migrations;
    CREATE TABLE IF NOT EXISTS migrations.applied (
        number integer PRIMARY KEY,
        name text NOT NULL,
        sha256 text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )
"""
APPLIED = "SELECT number, name, sha256 FROM migrations.applied ORDER BY number"
NOTE = "INSERT INTO migrations.applied (number, name, sha256) VALUES (%s, %s, %s)"
SET_KIND = "INSERT INTO facts.kind (kind) VALUES (%s) ON CONFLICT DO NOTHING"
LEDGER_IS_THERE = "SELECT to_regclass('migrations.applied') IS NOT NULL"
GET_KIND = "SELECT kind FROM facts.kind"


class DatabaseDiffers(Exception):
    """The database is not one this program may use; nothing was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One numbered file."""

    number: int
    name: str
    text: str

    @property
    def sha256(self) -> str:
        return sha256(self.text.encode()).hexdigest()


def migrate(conninfo: str, *, kind: str | None = None) -> list[str]:
    """Bring the database of facts up to date and return the names of what was applied.

    Safe to run any number of times and by several processes at once. ``kind`` is written the
    first time, 'real' if not given, and never changes; a 'demo' takes simulated times.
    """
    with psycopg.connect(conninfo) as connection:
        applied = _apply(connection, FACTS)
        connection.execute(SET_KIND, [kind or "real"])
        found = connection.execute(GET_KIND).fetchone()
        if kind and found != (kind,):
            raise DatabaseDiffers(
                f"the database is marked {found and found[0]}, not {kind}; "
                "a demo has a folder of its own: choose another with --data DIR"
            )
    return applied


def kind_of(conninfo: str) -> str:
    """Return whether the database is 'real' or a 'demo'."""
    with psycopg.connect(conninfo) as connection:
        found = connection.execute(GET_KIND).fetchone()
    assert found is not None
    return str(found[0])


def migrate_keys(conninfo: str) -> list[str]:
    """Bring the database of keys up to date and return the names of what was applied."""
    with psycopg.connect(conninfo) as connection:
        return _apply(connection, KEYS)


def read_migrations(folder: Path) -> list[Migration]:
    """Return the migrations of a folder, lowest number first."""
    return [
        Migration(number=int(path.name.partition("_")[0]), name=path.stem, text=path.read_text())
        for path in sorted(folder.glob("*.sql"))
    ]


def outstanding(connection: psycopg.Connection[TupleRow], folder: Path) -> list[str]:
    """Return the names of those that are missing, unknown here or changed; nothing is applied."""
    there = connection.execute(LEDGER_IS_THERE).fetchone() == (True,)
    applied = connection.execute(APPLIED).fetchall() if there else []
    found = {(number, name, digest) for number, name, digest in applied}
    ours = {(one.number, one.name, one.sha256) for one in read_migrations(folder)}
    return sorted({name for _, name, _ in found ^ ours})


def _apply(connection: psycopg.Connection[TupleRow], folder: Path) -> list[str]:
    ours = read_migrations(folder)
    connection.execute(ONE_AT_A_TIME)
    connection.execute(BECOME_OWNER)
    connection.execute(MAKE_LEDGER)
    known = {migration.number: migration for migration in ours}
    applied = connection.execute(APPLIED).fetchall()
    for number, name, digest in applied:
        _check(known.get(number), name, digest)
    done = {number for number, _, _ in applied}
    missing = [migration for migration in ours if migration.number not in done]
    for migration in missing:
        connection.execute(migration.text)
        connection.execute(NOTE, [migration.number, migration.name, migration.sha256])
    return [migration.name for migration in missing]


def _check(ours: Migration | None, name: str, digest: str) -> None:
    if ours is None:
        raise DatabaseDiffers(
            f"the database is newer than this program: it has {name}, which is unknown here"
        )
    if ours.sha256 != digest:
        raise DatabaseDiffers(
            f"{ours.name} was changed after it was applied here: the database has "
            f"{name} with hash {digest}, this program {ours.sha256}"
        )
