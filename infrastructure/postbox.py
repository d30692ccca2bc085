"""The postbox in PostgreSQL: what is put once is sent at most once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from psycopg_pool import ConnectionPool

from application.enforcement.post import Message, Posted
from domain.shared.ids import Id
from infrastructure.reaching import reaching

PUT = """
    INSERT INTO post.messages (message, person, kind, case_id, due_on, put_on)
    VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (message) DO NOTHING
"""
POSTED = """
    SELECT message, person, kind, case_id, due_on, put_on, begun_at, sent_at, failure
    FROM post.messages WHERE person = coalesce(%s, person) ORDER BY put_at DESC, message LIMIT %s
"""
# Whoever begins with a message has it alone, however many work at once.
BEGIN = """
    UPDATE post.messages SET begun_at = clock_timestamp(), failure = NULL WHERE message = (
        SELECT message FROM post.messages WHERE begun_at IS NULL AND message <> ALL (%s::uuid[])
        ORDER BY put_at, message FOR UPDATE SKIP LOCKED LIMIT 1
    ) RETURNING message, person, kind, case_id, due_on, put_on
"""
SENT = "UPDATE post.messages SET sent_at = clock_timestamp() WHERE message = %s"
# Refused before anything was handed over: it can be tried again later.
GIVEN_BACK = "UPDATE post.messages SET begun_at = NULL, failure = %s WHERE message = %s"
SHOWN_AT_MOST = 1000

LOG = logging.getLogger(__name__)


class NotHandedOver(Exception):
    """Nothing of the message left this machine, so it may be tried again."""


Send = Callable[[Message], None]
"""Hands a message over; raises NotHandedOver if it surely did not, anything else if unsure."""


class PostgresPostbox:
    """Messages wait here until somebody sends them; in the demo they are only looked at."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    @reaching
    def put(self, messages: Sequence[Message]) -> int:
        rows = [(m.message, m.person, m.kind, m.case_id, m.due_on, m.put_on) for m in messages]
        if not rows:
            return 0
        self._pool.open()
        with self._pool.connection() as connection, connection.cursor() as cursor:
            cursor.executemany(PUT, rows)
            return cursor.rowcount

    @reaching
    def posted(self, *, person: Id | None = None) -> Sequence[Posted]:
        self._pool.open()
        with self._pool.connection() as connection:
            found = connection.execute(POSTED, [person, SHOWN_AT_MOST]).fetchall()
        return [_posted(*row) for row in found]

    @reaching
    def deliver(self, send: Send) -> int:
        """Send what waits; return how many were sent. One that fails keeps no other waiting."""
        sent, given_back = 0, list[Id]()
        while (message := self._begun(given_back)) is not None:
            try:
                send(message)
            except NotHandedOver as why:
                self._change(GIVEN_BACK, [str(why), message.message])
                given_back.append(message.message)
            except Exception:
                # It may have arrived: what became of it is for a person to find out.
                LOG.exception("whether message %s was sent is not known", message.message)
            else:
                self._change(SENT, [message.message])
                sent += 1
        return sent

    def _begun(self, given_back: list[Id]) -> Message | None:
        self._pool.open()
        with self._pool.connection() as connection:
            row = connection.execute(BEGIN, [given_back]).fetchone()
        return _message(*row) if row else None

    def _change(self, statement: str, values: list[Any]) -> None:
        with self._pool.connection() as connection:
            connection.execute(statement, values)


def _message(  # noqa: PLR0917 - a row
    message: Id, person: Id, kind: str, case_id: Id, due_on: date, put_on: date
) -> Message:
    return Message(
        message=message, person=person, kind=kind, case_id=case_id, due_on=due_on, put_on=put_on
    )


def _posted(*row: Any) -> Posted:
    begun_at: datetime | None
    *message, begun_at, sent_at, failure = row
    return Posted(message=_message(*message), begun_at=begun_at, sent_at=sent_at, failure=failure)
