"""A town for the tests of the web, on a pair of databases of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from infrastructure.embedded import EmbeddedPostgres
from infrastructure.store.migrate import migrate, migrate_keys
from tests.support.postgres import own_databases
from tests.support.projecting import projecting
from tests.support.town import Town, town


@contextmanager
def own_town(server: EmbeddedPostgres) -> Iterator[Town]:
    """Give a town on databases of its own."""
    with own_databases(server) as pair:
        migrate(pair.addresses.migrate)
        migrate_keys(pair.addresses.migrate_keys)
        with town(pair.addresses) as made:
            yield made


@pytest.fixture(scope="session")
def shared(server: EmbeddedPostgres) -> Iterator[Town]:
    """One town for all the tests of a process."""
    with own_town(server) as made:
        yield made


@pytest.fixture
def aasnes(shared: Town) -> Town:
    """The town on its day, with doctors and a stranger nobody has heard of before."""
    return shared.with_new_people()


@pytest.fixture
def at_work(aasnes: Town) -> Iterator[None]:
    """Keep the town's rows up meanwhile, so that nobody waits in vain for their own writing."""
    with projecting(aasnes.addresses.application):
        yield
