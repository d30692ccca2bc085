"""The log of openings in PostgreSQL: ids, and sealed reasons."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence

from psycopg_pool import ConnectionPool

from application.actors import Actor
from application.ids import new_id
from application.looking import Look
from application.ports import Opening
from domain.shared.ids import Id
from infrastructure.reaching import reaching
from infrastructure.store.sealing import SubjectKeys, open_content, seal_bytes

NOTE = """
    INSERT INTO openings.log
        (opening, case_id, version, field, opened_by, acting_as, reason_sealed, subject)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""
OF_CASE = """
    SELECT opening, opened_at, opened_by, acting_as, version, field, reason_sealed
    FROM openings.log WHERE case_id = %s ORDER BY number
"""
LOOK = """
    INSERT INTO openings.looks (about, case_id, what, looked_by, acting_as)
    VALUES (%s, %s, %s, %s, %s)
"""
OF_PEOPLE = """
    (SELECT opening, opened_at AS at, opened_by, acting_as, case_id, 'text' AS what, field,
        reason_sealed, subject
    FROM openings.log WHERE subject = ANY (%(ids)s::uuid[]) AND opened_by <> ALL (%(ids)s::text[])
    ORDER BY number DESC LIMIT %(most)s)
    UNION ALL
    (SELECT NULL, looked_at, looked_by, acting_as, case_id, what, NULL, NULL, about
    FROM openings.looks WHERE about = ANY (%(ids)s::uuid[]) AND looked_by <> ALL (%(ids)s::text[])
    ORDER BY number DESC LIMIT %(most)s)
    ORDER BY at DESC LIMIT %(most)s
"""
ONE_LOOK = 60
"""For how many seconds looking again is the same look: a page asks for several things of a plan."""
MOST_REMEMBERED = 10_000


class PostgresOpenings:
    """Every opening, noted before anything is shown."""

    def __init__(
        self,
        pool: ConnectionPool,
        keys: SubjectKeys,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pool = pool
        self._keys = keys
        self._seconds = seconds
        self._noted: dict[tuple[str | None, ...], float] = {}

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
            rows.append(
                (opening, case_id, version, field, by.person, by.acting_as, sealed, subject)
            )
        self._pool.open()
        with self._pool.connection() as connection, connection.cursor() as cursor:
            cursor.executemany(NOTE, rows)

    @reaching
    def note_look(self, about: Id, what: str, *, by: Actor, case_id: Id | None = None) -> None:
        now, look = self._seconds(), (about, case_id, what, by.person, by.acting_as)
        if now - self._noted.get(look, -ONE_LOOK) < ONE_LOOK:
            return
        self._pool.open()
        with self._pool.connection() as connection:
            connection.execute(LOOK, look)
        if len(self._noted) >= MOST_REMEMBERED:
            self._noted.clear()
        self._noted[look] = now

    @reaching
    def of_people(self, ids: Collection[Id], *, most: int) -> Sequence[Look]:
        self._pool.open()
        with self._pool.connection() as connection:
            rows = connection.execute(OF_PEOPLE, {"ids": list(ids), "most": most}).fetchall()
        keys = {
            subject: self._keys.existing(subject)
            for *_, sealed, subject in rows
            if sealed is not None
        }
        return [
            Look(
                looked_at=at,
                looked_by=by,
                acting_as=role,
                case_id=case_id,
                what=what,
                field=field,
                reason=_opened(keys.get(subject), opening, sealed),
            )
            for opening, at, by, role, case_id, what, field, sealed, subject in rows
        ]

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
                reason=_opened(key, opening, reason),
            )
            for opening, at, by, role, version, field, reason in rows
        ]


def _opened(key: bytes | None, opening: Id, sealed: bytes | None) -> str | None:
    if key is None or sealed is None:
        return None
    return open_content(key, sealed, _context(opening)).decode()


def _context(opening: Id) -> str:
    """Return the one place a reason may be opened in."""
    return f"{opening}|opening|reason"
