"""All of it on PostgreSQL 15, the oldest we promise to run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from domain.stored_facts import StoredFact
from infrastructure import heartbeat
from infrastructure.checkup import checkup
from infrastructure.clock import SystemClock
from infrastructure.projector.rebuilding import rebuild
from infrastructure.store.facts import FactStore
from infrastructure.store.migrate import migrate, migrate_keys
from infrastructure.views import PostgresViews
from tests.support.postgres import own_databases
from tests.support.projecting import World, expected, found, projecting

if TYPE_CHECKING:
    from infrastructure.embedded import EmbeddedPostgres


@pytest.mark.slow
def test_rows_are_kept_rebuilt_and_found_well_on_15(server15: EmbeddedPostgres) -> None:
    with own_databases(server15) as pair:
        addresses = pair.addresses
        migrate(addresses.migrate)
        migrate_keys(addresses.migrate_keys)
        with (
            FactStore(addresses.application, facts=StoredFact) as store,
            PostgresViews(addresses.application) as views,
        ):
            world = World(store, 1)
            with projecting(addresses.application):
                world.go_on(20)
                assert views.wait_for(store.position(), seconds=20)
            kept = found(views)
            assert kept == expected(store)
            rebuild(addresses.application)
            assert found(views) == kept
            heartbeat.start(addresses.application, "one")
            assert [one for one in checkup(addresses, SystemClock()) if not one.ok] == []
