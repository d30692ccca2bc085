"""The library's recorder, writing by the append function and reading the database's instants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, LiteralString, TypeVar, cast

from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresSubscription
from psycopg.rows import DictRow, class_row

from infrastructure.store import ledger
from infrastructure.store.mapper import PositionedFact, StoredFact
from infrastructure.store.subscription import FactSubscription

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from psycopg import Connection

    from application.ports import Receipt
    from domain.shared.ids import Id
    from infrastructure.store.appending import Appending
    from infrastructure.store.datastore import FactsDatastore

S = TypeVar("S", bound=StoredEvent)

STORED = "SELECT originator_id, originator_version, topic, state, recorded_at"
OF_CASE = f"""
    {STORED} FROM facts.alis_events
    WHERE originator_id = %(case)s AND originator_version > %(after)s
        AND (%(last)s::bigint IS NULL OR originator_version <= %(last)s)
"""
EVENTS = f"{OF_CASE} ORDER BY originator_version LIMIT %(limit)s"
EVENTS_BACKWARDS = f"{OF_CASE} ORDER BY originator_version DESC LIMIT %(limit)s"
NOTIFICATIONS = f"""
    {STORED}, notification_id AS id FROM facts.alis_events
    WHERE notification_id >= %(first)s
        AND (%(last)s::bigint IS NULL OR notification_id <= %(last)s)
        AND (%(topics)s::text[] IS NULL OR topic = ANY (%(topics)s))
    ORDER BY notification_id LIMIT %(limit)s
"""
LAST_POSITION = "SELECT max(notification_id) AS position FROM facts.alis_events"


class FactRecorder(PostgresApplicationRecorder):
    """Appends by ``facts.append``, so that the ledger of commands answers a retry.

    The library's own insert is repeated when its answer was lost, and then reports a conflict
    with itself.
    """

    @property
    def facts(self) -> FactsDatastore:
        return cast("FactsDatastore", self.datastore)

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        appending: Appending = kwargs["appending"]
        receipt = self.facts.run(lambda found: ledger.append(found, stored_events, appending))
        appending.receipt = receipt
        if receipt.repeated:
            return None
        return range(receipt.position - len(stored_events) + 1, receipt.position + 1)

    def receipt_of(self, command_id: Id, body_hash: bytes) -> Receipt | None:
        return self.facts.run(lambda found: ledger.receipt_of(found, command_id, body_hash))

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        asked = {"case": originator_id, "after": gt or 0, "last": lte, "limit": limit}
        return self._select(EVENTS_BACKWARDS if desc else EVENTS, asked, StoredFact)

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[PositionedFact]:
        first = (start or 0) + (not inclusive_of_start)
        asked = {"first": first, "last": stop, "topics": list(topics) or None, "limit": limit}
        return self._select(NOTIFICATIONS, asked, PositionedFact)

    def max_notification_id(self) -> int | None:
        rows = self.facts.run(lambda found: found.execute(LAST_POSITION).fetchall())
        position: int | None = rows[0]["position"]
        return position

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> PostgresSubscription:
        return FactSubscription(recorder=self, gt=gt, topics=topics)

    def _select(
        self, statement: LiteralString, asked: Mapping[str, Any], row: type[S]
    ) -> Sequence[S]:
        def select(found: Connection[DictRow]) -> list[S]:
            with found.cursor(binary=True, row_factory=class_row(row)) as cursor:
                return cursor.execute(statement, asked, prepare=True).fetchall()

        return self.facts.run(select)
