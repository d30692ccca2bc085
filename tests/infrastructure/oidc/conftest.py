"""The certified provider, started once for the tests here that need it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.infrastructure.oidc.browser import Browser
from tests.infrastructure.oidc.listening import Listener, listening
from tests.infrastructure.oidc.running import Running, running


@pytest.fixture(scope="session")
def listener() -> Iterator[Listener]:
    """Where the provider says that a session has ended."""
    with listening() as own:
        yield own


@pytest.fixture(scope="session")
def certified(listener: Listener) -> Iterator[Running]:
    """Both issuers, without nonces of the provider's."""
    with running(back_channel=listener.url, nonces=False) as both:
        yield both


@pytest.fixture(scope="session")
def with_nonces(listener: Listener) -> Iterator[Running]:
    """The same where the provider demands its own nonce in each proof."""
    with running(back_channel=listener.url, nonces=True) as both:
        yield both


@pytest.fixture
def browser() -> Iterator[Browser]:
    own = Browser()
    yield own
    own.close()
