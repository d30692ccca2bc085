"""A house of one's own: a town on its own databases, with a door to a provider."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from infrastructure.embedded import EmbeddedPostgres
from tests.infrastructure.oidc.dishonest import dishonest
from tests.support.town import Town
from tests.support.town_fixtures import own_town
from tests.web.sign_in.house import House, Present, house


@pytest.fixture(scope="session")
def hamlet(server: EmbeddedPostgres) -> Iterator[Town]:
    with own_town(server) as made:
        yield made


@pytest.fixture
def watch() -> Present:
    return Present()


@pytest.fixture
def home(hamlet: Town, watch: Present) -> Iterator[House]:
    with dishonest(watch) as liar, house(hamlet, liar, watch) as made:
        yield made
