"""Generations of the kept rows: one in use, perhaps one in the making, the rest swept away."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from psycopg.rows import class_row
from psycopg.sql import SQL, Identifier

from application.kept import definitions
from infrastructure.projector.faults import Overtaken
from infrastructure.projector.policies import POLICIES
from infrastructure.projector.tables import GRANT, KEPT_TABLES, SCHEMA, TABLES

if TYPE_CHECKING:
    from psycopg import Connection

IN_USE = "SELECT generation, position, fingerprint FROM views.generations WHERE in_use"
LOCK_IN_USE = f"{IN_USE} FOR UPDATE"
MAKE = """
    INSERT INTO views.generations (position, fingerprint) VALUES (%s, %s)
    RETURNING generation, position, fingerprint
"""
RETIRE = "UPDATE views.generations SET in_use = false WHERE in_use"
USE = "UPDATE views.generations SET in_use = true WHERE generation = %s"
FORGET = "DELETE FROM views.generations WHERE NOT in_use"
TELL = "SELECT pg_notify('alis_views', '')"

OLD_VIEWS = "SELECT viewname FROM pg_views WHERE schemaname = 'views' ORDER BY 1"
DROP_VIEW = SQL("DROP VIEW {}")
# Read with the rights of who reads it, so that the policies of the tables hold.
CREATE_VIEW = SQL("CREATE VIEW {} WITH (security_invoker = true) AS SELECT {} FROM {}")

# Also tables of views that this program no longer knows.
LEFT_OVER = """
    SELECT tablename FROM pg_tables
    WHERE schemaname = 'views' AND tableowner = current_user AND tablename ~ '_[0-9]+$'
        AND substring(tablename FROM '[0-9]+$') <> %s
"""
DROP_TABLE = SQL("DROP TABLE {}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """All kept rows as one set of tables, how far they have come, and what made them so."""

    generation: int
    position: int
    fingerprint: str


def fingerprint() -> str:
    """Return a name for what this program would keep; another name asks for a rebuild."""
    return sha256(f"{definitions()}\n{POLICIES}".encode()).hexdigest()


def in_use(connection: Connection[Any]) -> Generation | None:
    return _generation(connection, IN_USE)


def lock_in_use(connection: Connection[Any]) -> Generation | None:
    """Return the same, which nobody then brings forward before the transaction ends."""
    return _generation(connection, LOCK_IN_USE)


def make(connection: Connection[Any], *, position: int) -> Generation:
    """Make the tables of the next generation, as yet without rows and indexes."""
    with connection.transaction():
        made = _generation(connection, MAKE, position, fingerprint())
        assert made
        for table in TABLES.values():
            table.create(connection, made.generation)
    return made


def index(connection: Connection[Any], generation: int) -> None:
    for table in TABLES.values():
        table.index(connection, generation)
        connection.execute(SQL("ANALYZE {}").format(table.of(generation)))


def use(connection: Connection[Any], generation: int) -> None:
    """Let readers see this generation; to be called in a transaction."""
    for (name,) in connection.execute(OLD_VIEWS).fetchall():
        connection.execute(DROP_VIEW.format(Identifier(SCHEMA, name)))
    for name, table in KEPT_TABLES.items():
        view = Identifier(SCHEMA, name)
        connection.execute(CREATE_VIEW.format(view, table.names, table.of(generation)))
        connection.execute(GRANT.format(view))
    connection.execute(RETIRE)
    if not connection.execute(USE, [generation]).rowcount:
        raise Overtaken(f"generation {generation} was swept away by somebody else")
    connection.execute(TELL)


def sweep(connection: Connection[Any]) -> None:
    """Drop every generation but the one in use; nobody else may be making one."""
    used = in_use(connection)
    connection.execute(FORGET)
    for (name,) in connection.execute(LEFT_OVER, [str(used.generation) if used else ""]).fetchall():
        connection.execute(DROP_TABLE.format(Identifier(SCHEMA, name)))


def _generation(connection: Connection[Any], statement: Any, *told: object) -> Generation | None:
    with connection.cursor(row_factory=class_row(Generation)) as cursor:
        return cursor.execute(statement, told).fetchone()
