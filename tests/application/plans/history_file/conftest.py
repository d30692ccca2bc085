"""A portal for the tests of its files."""

from __future__ import annotations

import pytest

from tests.support.portal import Portal
from tests.support.portal import portal as made
from tests.support.town import Town


@pytest.fixture
def portal(aasnes: Town) -> Portal:
    return made(aasnes)
