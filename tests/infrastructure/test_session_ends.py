"""A session ends by itself: idle too long, or too old; and what is to be decided asks for more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from psycopg_pool import ConnectionPool

from application.ids import new_id
from application.sessions import FRESH, IDLE, LONGEST, SignedIn
from infrastructure.ids import plain_ids
from infrastructure.sessions import PostgresSessions
from infrastructure.store.migrate import migrate
from tests.support.postgres import Databases

MOMENT = timedelta(seconds=30)


@pytest.fixture
def sessions(databases: Databases) -> Iterator[PostgresSessions]:
    migrate(databases.addresses.migrate)
    address = databases.addresses.application
    with ConnectionPool(address, min_size=1, open=False, configure=plain_ids) as pool:
        yield PostgresSessions(pool)


def long_ago(databases: Databases, column: str, by: timedelta) -> None:
    """Have all sessions be as if that had been so long ago."""
    with psycopg.connect(databases.addresses.migrate) as connection:
        connection.execute("SET LOCAL ROLE alis_owner")
        moved = f"UPDATE sessions.open SET {column} = {column} - %s"
        connection.execute(moved.encode(), [by])


def signed_in() -> SignedIn:
    return SignedIn(issuer="test", subject="one", authenticated_at=datetime.now(UTC))


def test_idle_too_long_it_is_over(sessions: PostgresSessions, databases: Databases) -> None:
    secret = sessions.open(new_id(), signed_in(), language="nb")
    long_ago(databases, "seen_at", IDLE - MOMENT)
    assert sessions.find(secret), "and this is seen now"
    long_ago(databases, "seen_at", IDLE + MOMENT)
    assert sessions.find(secret) is None


def test_too_old_it_is_over_however_busy(sessions: PostgresSessions, databases: Databases) -> None:
    secret = sessions.open(new_id(), signed_in(), language="nb")
    long_ago(databases, "opened_at", LONGEST - MOMENT)
    assert sessions.find(secret)
    long_ago(databases, "opened_at", 2 * MOMENT)
    assert sessions.find(secret) is None


def test_signed_in_a_while_ago_it_is_no_longer_fresh(
    sessions: PostgresSessions, databases: Databases
) -> None:
    secret = sessions.open(new_id(), signed_in(), language="nb")
    found = sessions.find(secret)
    assert found
    assert found.fresh
    long_ago(databases, "authenticated_at", FRESH + MOMENT)
    later = sessions.find(secret)
    assert later
    assert not later.fresh


def test_only_a_hash_of_the_secret_is_kept(
    sessions: PostgresSessions, databases: Databases
) -> None:
    secret = sessions.open(new_id(), signed_in(), language="nb")
    with psycopg.connect(databases.addresses.application) as connection:
        (kept,) = connection.execute("SELECT open::text FROM sessions.open").fetchone() or ("",)
    assert secret not in kept
    assert secret.encode().hex() not in kept
