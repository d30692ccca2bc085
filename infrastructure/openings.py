"""The log of openings in PostgreSQL: ids, and sealed reasons."""

from __future__ import annotations

from collections.abc import Sequence

from psycopg_pool import ConnectionPool

from application.actors import Actor
from application.ids import new_id
from application.ports import Opening
from domain.shared.ids import Id
from infrastructure.reaching import reaching
from infrastructure.store.sealing import SubjectKeys, open_content, seal_bytes

NOTE = """
    INSERT INTO openings.log
        (opening, case_id, version, field, opened_by, acting_as, reason_sealed)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
OF_CASE = """
    SELECT opening, opened_at, opened_by, acting_as, version, field, reason_sealed
    FROM openings.log WHERE case_id = %s ORDER BY number
"""


class PostgresOpenings:
    """Every opening, noted before anything is shown."""

    def __init__(self, pool: ConnectionPool, keys: SubjectKeys) -> None:
        self._pool = pool
        self._keys = keys

    @reaching
    def note(
        self,
        case_id: Id,
        places: Sequence[tuple[int, str]],
        *,
        by: Actor,
        reason: str | None,
        subject: Id,
    ) -> None:
        key = self._keys.key_for(subject) if reason else None
        rows = []
        for version, field in places:
            opening = new_id()
            sealed = seal_bytes(key, reason, _context(opening)) if key and reason else None
            rows.append((opening, case_id, version, field, by.person, by.acting_as, sealed))
        self._pool.open()
        with self._pool.connection() as connection, connection.cursor() as cursor:
            cursor.executemany(NOTE, rows)

    @reaching
    def of_case(self, case_id: Id, *, subject: Id) -> Sequence[Opening]:
        self._pool.open()
        with self._pool.connection() as connection:
            rows = connection.execute(OF_CASE, [case_id]).fetchall()
        sealed = any(row[-1] is not None for row in rows)
        key = self._keys.existing(subject) if sealed else None
        return [
            Opening(
                opened_at=at,
                opened_by=by,
                acting_as=role,
                version=version,
                field=field,
                reason=open_content(key, reason, _context(opening)).decode()
                if key and reason is not None
                else None,
            )
            for opening, at, by, role, version, field, reason in rows
        ]


def _context(opening: Id) -> str:
    """Return the one place a reason may be opened in."""
    return f"{opening}|opening|reason"
