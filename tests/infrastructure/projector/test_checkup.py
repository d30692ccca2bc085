"""A check-up finds nothing in a healthy database, and names what is wrong in another."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from infrastructure import heartbeat
from infrastructure.addresses import Addresses
from infrastructure.checkup import Check, checkup
from infrastructure.clock import SystemClock
from infrastructure.projector.rebuilding import rebuild
from tests.support.projecting import World

if TYPE_CHECKING:
    import psycopg

    from infrastructure.store.facts import FactStore
    from tests.support.postgres import Databases

FAULTS = {
    "DROP TRIGGER append_only ON facts.commands": ("append-only", "commands"),
    "ALTER TABLE facts.kind ENABLE TRIGGER append_only": ("append-only", "kind"),
    "ALTER TABLE facts.alis_events DISABLE TRIGGER append_only": ("append-only", "alis_events"),
    "GRANT DELETE ON facts.alis_events TO alis_app": (
        "privileges",
        "alis_app: DELETE ON alis_events",
    ),
    "GRANT UPDATE (state) ON facts.alis_events TO PUBLIC": (
        "privileges",
        "alis_app: UPDATE ON alis_events",
    ),
    "GRANT CREATE ON SCHEMA facts TO alis_app": ("privileges", "alis_app: CREATE ON SCHEMA facts"),
    "ALTER TABLE facts.commands OWNER TO postgres": ("privileges", "commands: owned by postgres"),
    "DELETE FROM migrations.applied WHERE number = 3": ("migrations", "0003_views"),
    "UPDATE migrations.applied SET sha256 = '' WHERE number = 1": ("migrations", "0001_facts"),
    "UPDATE views.generations SET fingerprint = ''": ("projector", "another version"),
    "GRANT UPDATE ON files.contents TO alis_app": (
        "privileges",
        "alis_app: UPDATE ON contents",
    ),
    "ALTER TABLE openings.log OWNER TO alis_app": ("privileges", "log: owned by alis_app"),
    "ALTER TABLE openings.log DISABLE TRIGGER append_only": ("append-only", "openings.log"),
    "ALTER TABLE signing_in.log DISABLE TRIGGER append_only": ("append-only", "signing_in.log"),
    "GRANT UPDATE (outcome) ON signing_in.log TO alis_app": (
        "privileges",
        "alis_app: UPDATE ON log",
    ),
    "ALTER TABLE openings.looks DISABLE TRIGGER append_only": ("append-only", "openings.looks"),
    "GRANT UPDATE ON openings.looks TO alis_app": ("privileges", "alis_app: UPDATE ON looks"),
    """DO $$ BEGIN EXECUTE (
        SELECT format('ALTER TABLE views.%I DISABLE ROW LEVEL SECURITY', relname) FROM pg_class
        WHERE relkind = 'r' AND relname ~ '^plan_register_[0-9]+$'
    ); END $$""": ("privileges", "without row security"),
    "UPDATE views.heartbeat SET beat_at = beat_at - interval '1 hour'": (
        "heartbeat",
        "one gave a sign of life 3600 s ago",
    ),
}


class SlowClock(SystemClock):
    """A clock that is an hour late."""

    def now(self) -> datetime:
        return datetime.now(UTC) - timedelta(hours=1)

    def today(self) -> date:
        return self.day_of(self.now())


@pytest.fixture
def healthy(databases: Databases, store: FactStore) -> Addresses:
    World(store, 1).go_on(3)
    rebuild(databases.addresses.application)
    heartbeat.start(databases.addresses.application, "one")
    return databases.addresses


def faults(addresses: Addresses) -> dict[str, Check]:
    return {one.name: one for one in checkup(addresses, SystemClock()) if not one.ok}


def test_a_healthy_database_has_no_faults(healthy: Addresses) -> None:
    checks = checkup(healthy, SystemClock())
    assert [one for one in checks if not one.ok] == []
    assert len(checks) == 10
    assert all(one.says.nb and one.says.en for one in checks)


@pytest.mark.parametrize(("statement", "expected"), FAULTS.items())
def test_what_is_wrong_is_named(
    healthy: Addresses,
    superuser: psycopg.Connection[tuple[object, ...]],
    statement: str,
    expected: tuple[str, str],
) -> None:
    superuser.execute(statement.encode())
    found = faults(healthy)
    name, words = expected
    assert set(found) == {name}
    assert words in found[name].says.en


def test_a_clock_that_is_wrong_is_seen(healthy: Addresses) -> None:
    found = [one for one in checkup(healthy, SlowClock()) if not one.ok]
    assert [one.name for one in found] == ["clock"]
    assert found[0].says.en == "The database's clock is +3600.0 s from ours."


def test_rows_left_behind_are_seen_when_nobody_works(
    healthy: Addresses, store: FactStore, superuser: psycopg.Connection[tuple[object, ...]]
) -> None:
    World(store, 2).go_on(1)
    assert faults(healthy) == {}
    superuser.execute("UPDATE views.heartbeat SET beat_at = beat_at - interval '1 hour'")
    assert set(faults(healthy)) == {"heartbeat", "projector"}


def test_what_cannot_be_reached_is_told_without_its_password(healthy: Addresses) -> None:
    nowhere = "postgresql://alis_keys:secret@127.0.0.1:1/alis_keys"
    lost = Addresses(application=healthy.application, migrate=healthy.migrate, keys=nowhere)
    found = faults(lost)
    assert set(found) == {"keys", "key-migrations"}
    assert "secret" not in str(found)
