"""What may be used once is first once, whoever asks and however many at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import psycopg
import pytest
from psycopg_pool import ConnectionPool

from application.ports import Unavailable
from infrastructure.oidc.used_once import PostgresUsedOnce
from tests.infrastructure.oidc.watch import Watch

MINUTE = timedelta(minutes=1)


def test_the_second_is_not_first(once: PostgresUsedOnce, watch: Watch) -> None:
    until = watch.now() + MINUTE
    assert once.first("a", until=until)
    assert not once.first("a", until=until)
    assert once.first("b", until=until)


def test_of_many_at_once_one_is_first(once: PostgresUsedOnce, watch: Watch) -> None:
    until = watch.now() + MINUTE
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: once.first("a", until=until), range(40)))
    assert answers.count(True) == 1


def test_what_is_past_is_forgotten(once: PostgresUsedOnce, watch: Watch, once_address: str) -> None:
    assert once.first("a", until=watch.now() + MINUTE)
    watch.pass_by(seconds=59)
    assert not once.first("a", until=watch.now() + MINUTE)
    watch.pass_by(seconds=1)
    assert once.first("b", until=watch.now() + MINUTE)
    with psycopg.connect(once_address) as connection:
        kept = connection.execute("SELECT key FROM signing_in.used_once").fetchall()
    assert len(kept) == 1
    assert once.first("a", until=watch.now() + MINUTE)


def test_only_a_digest_is_kept(once: PostgresUsedOnce, watch: Watch, once_address: str) -> None:
    once.first("a secret", until=watch.now() + MINUTE)
    with psycopg.connect(once_address) as connection:
        [(kept,)] = connection.execute("SELECT key FROM signing_in.used_once").fetchall()
    assert len(kept) == 32
    assert b"secret" not in kept


def test_without_a_database_nothing_counts_as_first(watch: Watch) -> None:
    address = "postgresql://nobody@127.0.0.1:9/none"
    pool = ConnectionPool(address, open=False, min_size=0, max_size=1, timeout=0.2)
    with pytest.raises(Unavailable):
        PostgresUsedOnce(pool, watch).first("a", until=watch.now() + MINUTE)
    pool.close()
