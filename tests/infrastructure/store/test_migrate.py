"""Migrations: applied once, in order, by one process at a time, and never past each other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import TYPE_CHECKING

import psycopg
import pytest

from infrastructure.store import migrate as migrating
from infrastructure.store.migrate import DatabaseDiffers, migrate, migrate_keys, read_migrations

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.pg_cluster import Cluster


@pytest.fixture
def owner(cluster: Cluster, empty_database: str) -> str:
    return cluster.url(empty_database, user="alis_migrator")


def test_a_second_run_applies_nothing(owner: str) -> None:
    assert migrate(owner)[0] == "0001_facts"
    assert migrate(owner) == []


def test_the_keys_have_migrations_of_their_own(owner: str) -> None:
    assert migrate_keys(owner) == ["0001_keys"]
    assert migrate_keys(owner) == []


def test_two_processes_may_migrate_at_once(owner: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        applied = list(pool.map(migrate, [owner, owner]))
    assert sorted(applied) == [[], [found.name for found in read_migrations(migrating.FACTS)]]


def test_a_database_newer_than_the_program_is_refused(owner: str) -> None:
    migrate(owner)
    _as_owner(
        owner, "INSERT INTO migrations.applied (number, name, sha256) VALUES (9999, '9999_new', '')"
    )
    with pytest.raises(DatabaseDiffers, match="newer than this program: it has 9999_new"):
        migrate(owner)


def test_a_migration_changed_after_it_was_applied_is_refused(owner: str) -> None:
    migrate(owner)
    _as_owner(owner, "UPDATE migrations.applied SET sha256 = 'other' WHERE number = 1")
    with pytest.raises(DatabaseDiffers, match="0001_facts was changed after it was applied"):
        migrate(owner)


def test_a_real_database_never_becomes_a_demo(owner: str) -> None:
    migrate(owner)
    with pytest.raises(DatabaseDiffers, match="marked real, not demo"):
        migrate(owner, kind="demo")


def test_a_later_migration_is_added_to_the_earlier(
    owner: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(owner)
    for migration in read_migrations(migrating.FACTS):
        (tmp_path / f"{migration.name}.sql").write_text(migration.text)
    later = "CREATE TABLE views.later (number integer)"
    (tmp_path / "9000_later.sql").write_text(later)
    monkeypatch.setattr(migrating, "FACTS", tmp_path)
    assert migrate(owner) == ["9000_later"]
    with psycopg.connect(owner) as connection:
        row = connection.execute("SELECT sha256 FROM migrations.applied WHERE number = 9000")
        assert row.fetchone() == (sha256(later.encode()).hexdigest(),)


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    owner: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "0001_half.sql").write_text("CREATE TABLE half (number integer); SELECT 1 / 0")
    monkeypatch.setattr(migrating, "KEYS", tmp_path)
    with pytest.raises(psycopg.errors.DivisionByZero):
        migrate_keys(owner)
    with psycopg.connect(owner) as connection:
        assert connection.execute("SELECT to_regclass('half')").fetchone() == (None,)


def _as_owner(owner: str, statement: str) -> None:
    with psycopg.connect(owner) as connection:
        connection.execute("SET ROLE alis_owner")
        connection.execute(statement.encode())
