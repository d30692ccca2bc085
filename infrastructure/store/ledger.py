"""Asks the database to append, and turns its answers into receipts and refusals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, LiteralString

import psycopg
from psycopg import Connection
from psycopg.rows import DictRow, class_row
from psycopg.types.numeric import Int8

from application.ports import Receipt
from domain.shared.refusals import CaseChanged, KeyReused
from infrastructure.store.appending import Appending
from infrastructure.store.refusals import AppendRefused, CommittedHereOnly

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eventsourcing.persistence import StoredEvent
    from psycopg.errors import Diagnostic

    from domain.shared.ids import Id

APPEND = """
    SELECT * FROM facts.append(
        %(command)b::uuid, %(body)b, %(cases)b::uuid[], %(versions)b::bigint[], %(tags)b::text[],
        %(states)b::bytea[], %(leant_cases)b::uuid[], %(leant_versions)b::bigint[],
        %(simulated)b::timestamptz[])
"""
RECEIPT_OF = """
    SELECT * FROM facts.receipt_of(%(command)b::uuid, %(body)b) AS receipt WHERE receipt.repeated
"""
CHANGES = """
    SELECT originator_version AS version, topic FROM facts.alis_events
    WHERE originator_id = %s AND originator_version > %s ORDER BY 1 LIMIT 100
"""

CASE_MOVED, COMMAND_REUSED, LEANT_ON_MOVED = "AL001", "AL002", "AL003"
SENT_WRONGLY = {"AL004", "AL005", "22023"}


def append(
    connection: Connection[DictRow], stored: Sequence[StoredEvent], appending: Appending
) -> Receipt:
    """Record the facts and the command, or find that the command was recorded before."""
    leant_on = appending.leant_on
    rows = _ask(
        connection,
        APPEND,
        {
            "command": appending.command_id,
            "body": appending.body_hash,
            "cases": [row.originator_id for row in stored],
            "versions": [Int8(row.originator_version) for row in stored],
            "tags": [row.topic for row in stored],
            "states": [row.state for row in stored],
            "leant_cases": list(leant_on) or None,
            "leant_versions": [Int8(version) for version in leant_on.values()] or None,
            "simulated": None if appending.simulated is None else list(appending.simulated),
        },
    )
    return rows[0]


def receipt_of(connection: Connection[DictRow], command_id: Id, body_hash: bytes) -> Receipt | None:
    """Return the receipt of a command recorded before."""
    rows = _ask(connection, RECEIPT_OF, {"command": command_id, "body": body_hash})
    return rows[0] if rows else None


def _ask(
    connection: Connection[DictRow], statement: LiteralString, asked: Mapping[str, Any]
) -> list[Receipt]:
    warnings: list[str | None] = []

    def listen(notice: Diagnostic) -> None:
        # Read now: a notice is empty once its handler has returned.
        if notice.severity_nonlocalized == "WARNING":
            warnings.append(notice.message_primary)

    connection.add_notice_handler(listen)
    try:
        with connection.cursor(binary=True, row_factory=class_row(Receipt)) as cursor:
            rows = cursor.execute(statement, asked, prepare=True).fetchall()
    except psycopg.Error as error:
        _refuse(connection, error)
        raise
    finally:
        connection.remove_notice_handler(listen)
    # A cancelled wait for the standby comes back as success, with no more than a warning.
    if warnings:
        raise CommittedHereOnly(str(warnings[0]))
    return rows


def _refuse(connection: Connection[DictRow], error: psycopg.Error) -> None:
    if error.sqlstate in (CASE_MOVED, LEANT_ON_MOVED):
        raise _changed(connection, json.loads(error.diag.message_detail or "")) from error
    if error.sqlstate == COMMAND_REUSED:
        raise KeyReused(
            "key-reused",
            nb="Den samme nøkkelen er brukt før, med et annet innhold.",
            en="The same key was used before, with another body.",
        ) from error
    if error.sqlstate in SENT_WRONGLY:
        raise AppendRefused(error.diag.message_primary) from error


def _changed(connection: Connection[DictRow], moved: Mapping[str, Any]) -> CaseChanged:
    case, expected, found = moved["case"], moved["expected"], moved["found"]
    rows = connection.execute(CHANGES, [case, expected]).fetchall()
    return CaseChanged(
        nb=f"Sak {case} er endret: den har versjon {found}, ikke {expected}.",
        en=f"Case {case} has changed: it is at version {found}, not {expected}.",
        changes=tuple((row["version"], row["topic"]) for row in rows),
    )
