"""Requests are counted by all nodes together, and by a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from psycopg_pool import ConnectionPool

from application.limiting import Limit
from application.ports import Unavailable
from infrastructure.limits import PostgresCounting
from infrastructure.store.migrate import migrate
from tests.support.postgres import Databases

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
THREE = Limit(name="three", most=3, within=timedelta(minutes=1))
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


class Hands:
    """What a clock shows."""

    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def pool(databases: Databases) -> Iterator[ConnectionPool]:
    migrate(databases.addresses.migrate)
    with ConnectionPool(databases.addresses.application, min_size=1, open=False) as made:
        yield made


def rows(pool: ConnectionPool) -> list[tuple[object, ...]]:
    with pool.connection() as connection:
        return connection.execute("SELECT key, times FROM limits.counted").fetchall()


def test_the_fourth_waits_until_the_minute_is_over(pool: ConnectionPool) -> None:
    hands = Hands()
    counting = PostgresCounting(pool, hands.now)
    assert [counting.count(THREE, "a") for _ in range(3)] == [None] * 3
    hands.at += 20 * SECOND
    assert counting.count(THREE, "a") == 40 * SECOND
    hands.at += 39 * SECOND
    assert counting.count(THREE, "a") == SECOND
    hands.at += SECOND
    assert [counting.count(THREE, "a") for _ in range(4)] == [None, None, None, MINUTE]


def test_each_is_counted_alone_and_for_each_limit_alone(pool: ConnectionPool) -> None:
    counting = PostgresCounting(pool, Hands().now)
    for _ in range(4):
        counting.count(THREE, "a")
    assert counting.count(THREE, "b") is None
    assert counting.count(Limit(name="other", most=1, within=MINUTE), "a") is None
    assert counting.count(THREE, "a") == MINUTE


def test_two_nodes_count_together(pool: ConnectionPool) -> None:
    one, other = PostgresCounting(pool, Hands().now), PostgresCounting(pool, Hands().now)
    assert [node.count(THREE, "a") for node in (one, other, one)] == [None] * 3
    assert other.count(THREE, "a") == MINUTE


def test_whom_is_counted_is_not_kept_and_is_another_the_next_day(pool: ConnectionPool) -> None:
    hands = Hands()
    counting = PostgresCounting(pool, hands.now)
    counting.count(THREE, "192.0.2.7")
    ((first, _),) = rows(pool)
    assert b"192.0.2.7" not in bytes(first)  # type: ignore[call-overload]
    hands.at += timedelta(days=1)
    counting.count(THREE, "192.0.2.7")
    counting.sweep()
    ((second, times),) = rows(pool)
    assert (second != first, times) == (True, 1)
    with pool.connection() as connection:
        left = connection.execute("SELECT day FROM limits.salts").fetchall()
    assert left == [(hands.at.date(),)]


def test_sweeping_leaves_what_still_counts(pool: ConnectionPool) -> None:
    hands = Hands()
    counting = PostgresCounting(pool, hands.now)
    counting.count(THREE, "early")
    hands.at += 30 * SECOND
    for _ in range(3):
        counting.count(THREE, "late")
    hands.at += 30 * SECOND
    counting.sweep()
    assert len(rows(pool)) == 1
    assert counting.count(THREE, "late") == 30 * SECOND


def test_without_a_database_nothing_is_let_through() -> None:
    address = "postgresql://alis_app@127.0.0.1:1/alis?connect_timeout=1"
    with (
        ConnectionPool(address, min_size=1, open=False, timeout=0.1) as nowhere,
        pytest.raises(Unavailable),
    ):
        PostgresCounting(nowhere, Hands().now).count(THREE, "a")
