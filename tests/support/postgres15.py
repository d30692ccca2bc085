"""Debian's PostgreSQL 15, the oldest we promise to run on."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from infrastructure.embedded import EmbeddedPostgres
from tests.support.postgres import FAST

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = Path("/usr/lib/postgresql/15/bin")


@contextmanager
def started(data: Path) -> Iterator[EmbeddedPostgres]:
    """Give a server of version 15; in CI it must be there."""
    if not (PROGRAMS / "initdb").exists():
        _missing(f"PostgreSQL 15 is not in {PROGRAMS}: apt-get install postgresql-15")
    with EmbeddedPostgres(data, settings=FAST, programs=PROGRAMS) as server:
        yield server


def _missing(words: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(words)
    pytest.skip(f"NOT TESTED ON POSTGRESQL 15: {words}")
