"""The event sourcing library's application, set over our tables, rows and connections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eventsourcing.application import Application
from eventsourcing.postgres import PostgresFactory
from eventsourcing.utils import Environment, EnvType, get_topic

from domain.shared.ids import Id
from infrastructure.store.datastore import FactsDatastore
from infrastructure.store.envelope import EnvelopeTranscoder
from infrastructure.store.mapper import FactMapper
from infrastructure.store.recorder import FactRecorder

if TYPE_CHECKING:
    from eventsourcing.persistence import InfrastructureFactory, Mapper


class Alis(Application[Id]):
    """The library's application over our tables; its name makes the table's name."""

    name = "alis"

    def __init__(self, conninfo: str, *, facts: Any, pool_size: int) -> None:
        self._facts = facts
        self._datastore = FactsDatastore(conninfo, pool_size=pool_size)
        super().__init__()

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Return settings that do not depend on the variables of whoever started us."""
        return Environment(
            name,
            {
                "PERSISTENCE_MODULE": "eventsourcing.postgres",
                "APPLICATION_RECORDER_TOPIC": get_topic(FactRecorder),
                "CREATE_TABLE": "no",
                "POSTGRES_DBNAME": "",
                "POSTGRES_HOST": "",
                "POSTGRES_USER": "",
                "POSTGRES_PASSWORD": "",
                **(env or {}),
            },
        )

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        factory = super().construct_factory(env)
        assert isinstance(factory, PostgresFactory)
        factory.datastore = self._datastore
        return factory

    def construct_mapper(self) -> Mapper[Id]:
        return FactMapper(EnvelopeTranscoder(self._facts))
