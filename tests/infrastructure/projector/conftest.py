"""Databases with the migrations applied, and what reads and writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from domain.stored_facts import StoredFact
from infrastructure.store.facts import FactStore
from infrastructure.store.migrate import migrate, migrate_keys
from infrastructure.views import PostgresViews
from tests.support.postgres import Databases, drop, fresh_database, own_databases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from infrastructure.embedded import EmbeddedPostgres


@pytest.fixture(scope="session")
def template(server: EmbeddedPostgres) -> Iterator[str]:
    pair = fresh_database(server)
    migrate(pair.addresses.migrate)
    migrate_keys(pair.addresses.migrate_keys)
    yield pair.name
    drop(server, pair)


@pytest.fixture
def databases(server: EmbeddedPostgres, template: str) -> Iterator[Databases]:
    with own_databases(server, template) as pair:
        yield pair


@pytest.fixture
def address(databases: Databases) -> str:
    return databases.addresses.application


@pytest.fixture
def superuser(
    server: EmbeddedPostgres, databases: Databases
) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Who may do what nobody should."""
    url = server.address("postgres", databases.name)
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


@pytest.fixture
def store(address: str) -> Iterator[FactStore]:
    with FactStore(address, facts=StoredFact) as opened:
        yield opened


@pytest.fixture
def views(address: str) -> Iterator[PostgresViews]:
    with PostgresViews(address) as opened:
        yield opened
