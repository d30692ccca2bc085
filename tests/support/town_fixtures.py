"""A town for the tests of the web, on a pair of databases of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from infrastructure.embedded import EmbeddedPostgres
from infrastructure.store.migrate import migrate, migrate_keys
from tests.support.postgres import own_databases
from tests.support.town import Town, town


@pytest.fixture(scope="session")
def shared(server: EmbeddedPostgres) -> Iterator[Town]:
    """One town for all the tests of a process."""
    with own_databases(server) as pair:
        migrate(pair.addresses.migrate)
        migrate_keys(pair.addresses.migrate_keys)
        with town(pair.addresses) as made:
            yield made


@pytest.fixture
def aasnes(shared: Town) -> Town:
    """The town on its day, with doctors and a stranger nobody has heard of before."""
    return shared.with_new_people()
