"""The certified provider, started once for the tests here that need it."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg_pool import ConnectionPool

from infrastructure.embedded import EmbeddedPostgres
from infrastructure.oidc.profiles import HELSEID
from infrastructure.oidc.relying_party import RelyingParty
from infrastructure.oidc.used_once import PostgresUsedOnce
from infrastructure.store.migrate import migrate
from tests.infrastructure.oidc.browser import Browser
from tests.infrastructure.oidc.dishonest import Dishonest, dishonest
from tests.infrastructure.oidc.listening import Listener, listening
from tests.infrastructure.oidc.running import Registered, Running, running, settings_at
from tests.infrastructure.oidc.watch import Watch
from tests.support.postgres import own_databases


@pytest.fixture(scope="session")
def listener() -> Iterator[Listener]:
    """Where the provider says that a session has ended."""
    with listening() as own:
        yield own


@pytest.fixture(scope="session")
def certified(listener: Listener) -> Iterator[Running]:
    """Both issuers, without nonces of the provider's."""
    with running(Registered(back_channel=listener.url)) as both:
        yield both


@pytest.fixture(scope="session")
def with_nonces(listener: Listener) -> Iterator[Running]:
    """The same where the provider demands its own nonce in each proof."""
    with running(Registered(back_channel=listener.url), nonces=True) as both:
        yield both


@pytest.fixture
def browser() -> Iterator[Browser]:
    own = Browser()
    yield own
    own.close()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def liar(watch: Watch) -> Iterator[Dishonest]:
    with dishonest(watch) as server:
        yield server


@pytest.fixture
def party(liar: Dishonest, watch: Watch) -> RelyingParty:
    """Us, the HelseID way, before a provider that tells lies."""
    return RelyingParty(settings_at(liar.issuer, HELSEID), watch)


@pytest.fixture(scope="session")
def once_address(server: EmbeddedPostgres) -> Iterator[str]:
    """A database with the table of what was used once; made once, for it takes its time."""
    with own_databases(server) as databases:
        migrate(databases.addresses.migrate)
        yield databases.addresses.application


@pytest.fixture
def once_pool(once_address: str) -> Iterator[ConnectionPool]:
    with psycopg.connect(once_address) as connection:
        connection.execute("DELETE FROM signing_in.used_once")
    with ConnectionPool(once_address, open=False, min_size=0, max_size=4) as pool:
        yield pool


@pytest.fixture
def once(once_pool: ConnectionPool, watch: Watch) -> PostgresUsedOnce:
    return PostgresUsedOnce(once_pool, watch)
