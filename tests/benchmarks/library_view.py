"""The smallest kept view there can be, as a user of the library writes it: one row, one number."""

from __future__ import annotations

from typing import Any

from eventsourcing.persistence import Tracking
from eventsourcing.postgres import PostgresDatastore, PostgresTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner
from psycopg.sql import SQL, Identifier

from tests.benchmarks.library_application import LibraryPlans

TABLE = "CREATE TABLE IF NOT EXISTS {}.counted (single integer PRIMARY KEY, facts bigint)"
COUNT = """
    INSERT INTO counted VALUES (1, 1)
    ON CONFLICT (single) DO UPDATE SET facts = counted.facts + 1
"""
SECONDS = 600


class Counted(PostgresTrackingRecorder):
    """How many facts there were."""

    def __init__(self, datastore: PostgresDatastore, **kwargs: Any) -> None:
        super().__init__(datastore, **kwargs)
        self.sql_create_statements.append(SQL(TABLE).format(Identifier(self.datastore.schema)))

    def count(self, tracking: Tracking) -> None:
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_tracking(cursor, tracking)
            cursor.execute(COUNT, prepare=True)


class Counting(Projection[Counted]):
    """Counts every fact as it comes."""

    name = "counting"

    def process_event(self, _event: Any, tracking: Tracking) -> None:
        self.view.count(tracking)


def bring_forward(env: dict[str, str], position: int) -> None:
    """Run the library's projection until the view has come to a position."""
    with ProjectionRunner(
        application_class=LibraryPlans, projection_class=Counting, view_class=Counted, env=env
    ) as runner:
        runner.wait(position, timeout=SECONDS)
