"""What every test may ask for."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

from infrastructure.embedded import EmbeddedPostgres
from tests.support import postgres15
from tests.support.chromium import CHROMIUM, LEFT_OUT
from tests.support.postgres import FAST, Databases, common_folder, own_databases, take_away

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = ["tests.support.town_fixtures", "tests.support.clock_town"]
RUN = pytest.StashKey[str]()

# One profile for every test, loaded before any is collected. No time is ever asserted: a busy
# machine is no fault of what is tried.
settings.register_profile(
    "alis", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("alis")


def pytest_configure(config: pytest.Config) -> None:
    """Name the run once, so that all its workers share one server."""
    told = getattr(config, "workerinput", {})
    config.stash[RUN] = told.get("testrunuid") or uuid4().hex
    if not told:
        config.option.testrunuid = config.stash[RUN]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what this machine cannot try."""
    if not CHROMIUM.exists():
        terminalreporter.write_sep("!", LEFT_OUT, red=True)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the server away, also from workers that were killed."""
    if not hasattr(config, "workerinput"):
        take_away(common_folder(config.stash[RUN]))


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Iterator[EmbeddedPostgres]:
    """One server of version 18 for the whole run; its workers share it."""
    with EmbeddedPostgres(common_folder(request.config.stash[RUN]), settings=FAST) as shared:
        yield shared


@pytest.fixture(scope="session")
def server15() -> Iterator[EmbeddedPostgres]:
    """A server of version 15; for slow tests."""
    data = Path(tempfile.mkdtemp(prefix="alis-15-"))
    with postgres15.started(data) as oldest:
        yield oldest
    shutil.rmtree(data)


@pytest.fixture
def databases(server: EmbeddedPostgres) -> Iterator[Databases]:
    """A pair of empty databases for one test."""
    with own_databases(server) as pair:
        yield pair


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder of one's own, where also root's server can come; pytest's folders are shut."""
    folder = Path(tempfile.mkdtemp(prefix="alis-"))
    folder.chmod(0o711)
    yield folder
    take_away(folder)
