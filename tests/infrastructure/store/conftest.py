"""Servers and databases for the store's tests: PostgreSQL 18 always, 15 in the slow set."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest

from infrastructure.keys import Keys
from infrastructure.store.facts import FactStore
from infrastructure.store.migrate import migrate, migrate_keys
from infrastructure.store.sealing import Sealer
from tests.support.pg_cluster import DEBIAN_15, Cluster, binaries_of_18, running_cluster
from tests.support.sample_facts import SampleFact

OpenStore = Callable[..., FactStore]


@pytest.fixture(
    scope="session", params=["postgresql-18", pytest.param("postgresql-15", marks=pytest.mark.slow)]
)
def cluster(request: pytest.FixtureRequest) -> Iterator[Cluster]:
    if request.param == "postgresql-15" and not DEBIAN_15.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL 15 must be installed in CI")
        pytest.skip("PostgreSQL 15 IS NOT INSTALLED: the store was not tested on it")
    bin_dir = DEBIAN_15 if request.param == "postgresql-15" else binaries_of_18()
    with running_cluster(bin_dir) as running:
        for name, kind in (("real_template", "real"), ("demo_template", "demo")):
            running.create_database(name)
            migrate(running.url(name, user="alis_migrator"), kind=kind)
        running.create_database("keys_template")
        migrate_keys(running.url("keys_template", user="alis_migrator"))
        yield running


@pytest.fixture
def empty_database(cluster: Cluster) -> Iterator[str]:
    yield from made_database(cluster, template="template1")


@pytest.fixture
def database(cluster: Cluster) -> Iterator[str]:
    yield from made_database(cluster, template="real_template")


@pytest.fixture
def demo_database(cluster: Cluster) -> Iterator[str]:
    yield from made_database(cluster, template="demo_template")


@pytest.fixture
def keys_database(cluster: Cluster) -> Iterator[str]:
    yield from made_database(cluster, template="keys_template")


@pytest.fixture
def store(cluster: Cluster, database: str) -> Iterator[FactStore]:
    with FactStore(cluster.url(database, user="alis_app"), facts=SampleFact) as opened:
        yield opened


@pytest.fixture
def demo_store(cluster: Cluster, demo_database: str) -> Iterator[FactStore]:
    with FactStore(cluster.url(demo_database, user="alis_app"), facts=SampleFact) as opened:
        yield opened


@pytest.fixture
def keys(cluster: Cluster, keys_database: str) -> Iterator[Keys]:
    with Keys(cluster.url(keys_database, user="alis_keys")) as opened:
        yield opened


@pytest.fixture
def sealing_store(cluster: Cluster, database: str, keys: Keys) -> Iterator[FactStore]:
    url = cluster.url(database, user="alis_app")
    with FactStore(url, facts=SampleFact, sealer=Sealer(keys)) as opened:
        yield opened


def made_database(cluster: Cluster, *, template: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    cluster.create_database(name, template=template)
    yield name
    cluster.drop_database(name)
