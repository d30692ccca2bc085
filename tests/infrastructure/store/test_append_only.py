"""What is recorded stays as it is, whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from application.ids import new_id
from infrastructure.store.facts import FactStore
from tests.infrastructure.store.conftest import made_database
from tests.support.appends import append_held
from tests.support.sample_facts import SampleFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.pg_cluster import Cluster

CHANGES = [
    "UPDATE facts.alis_events SET topic = 'other'",
    "DELETE FROM facts.alis_events",
    "TRUNCATE facts.alis_events",
    "UPDATE facts.commands SET version = 7",
    "DELETE FROM facts.commands",
    "TRUNCATE facts.commands",
    "UPDATE facts.kind SET kind = 'demo'",
    "DELETE FROM facts.kind",
    "UPDATE files.contents SET content = ''",
    "DELETE FROM files.contents",
    "TRUNCATE files.contents",
    "UPDATE openings.log SET reason_sealed = NULL",
    "DELETE FROM openings.log",
    "TRUNCATE openings.log",
    "UPDATE signing_in.log SET person = NULL",
    "DELETE FROM signing_in.log",
    "TRUNCATE signing_in.log",
    "UPDATE openings.looks SET looked_by = 'nobody'",
    "DELETE FROM openings.looks",
    "TRUNCATE openings.looks",
]
INSERTS = [
    "INSERT INTO facts.alis_events VALUES (gen_random_uuid(), 1, 't', '', 99, now())",
    "INSERT INTO facts.commands VALUES (gen_random_uuid(), '', gen_random_uuid(), 1, 1, now())",
    "INSERT INTO facts.kind VALUES (true, 'demo')",
    "INSERT INTO files.contents VALUES (sha256('x'), 'x', '2020-01-01')",
    "INSERT INTO openings.log (opened_at) VALUES ('2020-01-01')",
    "INSERT INTO signing_in.log (noted_at) VALUES ('2020-01-01')",
    "INSERT INTO openings.looks (looked_at) VALUES ('2020-01-01')",
]


@pytest.fixture(scope="module")
def filled(cluster: Cluster) -> Iterator[str]:
    """Return one database for all tests here: what they try is refused."""
    for database in made_database(cluster, template="real_template"):
        with FactStore(cluster.url(database, user="alis_app"), facts=SampleFact) as store:
            append_held(store, new_id(), 1, 2)
        yield database


@pytest.mark.parametrize("statement", [*CHANGES, *INSERTS])
def test_the_application_may_neither_change_nor_insert_as_it_likes(
    cluster: Cluster, filled: str, statement: str
) -> None:
    with (
        psycopg.connect(cluster.url(filled, user="alis_app")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())


@pytest.mark.parametrize("statement", CHANGES)
def test_the_owner_may_not_change(cluster: Cluster, filled: str, statement: str) -> None:
    with psycopg.connect(cluster.url(filled, user="alis_migrator")) as connection:
        connection.execute("SET ROLE alis_owner")
        _refused(connection, statement)


@pytest.mark.parametrize("statement", CHANGES)
def test_not_even_a_session_that_plays_replica_may_change(
    cluster: Cluster, filled: str, statement: str
) -> None:
    with psycopg.connect(cluster.url(filled)) as connection:
        connection.execute("SET session_replication_role = replica")
        _refused(connection, statement)


def test_the_application_may_make_tables_among_the_views(cluster: Cluster, database: str) -> None:
    with psycopg.connect(cluster.url(database, user="alis_app")) as connection:
        connection.execute("CREATE TABLE views.tasks (number integer)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE facts.tasks (number integer)")


def _refused(connection: psycopg.Connection[tuple[object, ...]], statement: str) -> None:
    with pytest.raises(psycopg.Error, match="is append-only") as refused:
        connection.execute(statement.encode())
    assert refused.value.sqlstate == "AL006"
