"""The people behind the ids, in their own tables outside the facts."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from hashlib import sha256

from psycopg.errors import UniqueViolation
from psycopg.rows import class_row
from psycopg_pool import ConnectionPool

from application.people.directory import FormerName, Person
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from infrastructure.reaching import reaching
from infrastructure.store.sealing import SubjectKeys, seal_bytes

ENTER = """
    INSERT INTO directory.people
        (person, name, email, hpr, identity_number_sealed, identity_number_digest)
    VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT (person) DO NOTHING
"""
PEOPLE = "SELECT person, name, email, hpr FROM directory.people WHERE person = ANY(%s::uuid[])"
WITH_HPR = "SELECT person, name, email, hpr FROM directory.people WHERE hpr = %s"
WITH_NUMBER = """
    SELECT person, name, email, hpr FROM directory.people WHERE identity_number_digest = %s
"""
WITH_HPRS = "SELECT person, name, email, hpr FROM directory.people WHERE hpr = ANY(%s)"

NAME = "SELECT name FROM directory.people WHERE person = %s FOR UPDATE"
RENAME = "UPDATE directory.people SET name = %s WHERE person = %s"
KEEP_NAME = "INSERT INTO directory.former_names (person, name, last_day) VALUES (%s, %s, %s)"
FORMER_NAMES = """
    SELECT name, last_day FROM directory.former_names WHERE person = %s ORDER BY changed_at
"""
# Numbers are one person's only: taken from the double before they are given to the other.
SAME = """
    WITH RECURSIVE up AS (
        SELECT person, same_as FROM directory.people WHERE person = ANY(%(people)s::uuid[])
        UNION
        SELECT known.person, known.same_as
        FROM directory.people AS known JOIN up ON known.person = up.same_as
    ), down AS (
        SELECT person FROM up WHERE same_as IS NULL
        UNION
        SELECT known.person FROM directory.people AS known JOIN down ON known.same_as = down.person
    )
    SELECT person FROM down
"""
MERGE = """
    WITH was AS (
        SELECT hpr, identity_number_digest FROM directory.people WHERE person = %(double)s
    ), emptied AS (
        UPDATE directory.people SET same_as = %(into)s, hpr = NULL, identity_number_digest = NULL,
            identity_number_sealed = NULL
        WHERE person = %(double)s RETURNING person
    )
    SELECT was.hpr, was.identity_number_digest FROM was, emptied
"""
# What is sealed with the double's own key stays behind; one signs in by the digest.
GIVE_NUMBERS = """
    UPDATE directory.people SET hpr = coalesce(hpr, %s),
        identity_number_digest = coalesce(identity_number_digest, %s)
    WHERE person = %s
"""

DIGEST = "SELECT identity_number_digest FROM directory.people WHERE person = %s"

DIRECTORY = Id("0d7f1d2e-7d2b-4f43-9a39-6f1a6c1c0a01")
"""The subject whose key keys the digests; not a person."""


class PostgresDirectory:
    """Names, e-mail, HPR numbers; identity numbers sealed, compared by keyed digest only."""

    def __init__(self, pool: ConnectionPool, keys: SubjectKeys) -> None:
        self._pool = pool
        self._keys = keys

    @reaching
    def enter(self, person: Person, *, identity_number: str | None) -> bool:
        sealed = digest = None
        if identity_number is not None:
            sealed = seal_bytes(self._keys.key_for(person.person), identity_number, person.person)
            digest = self._digest(identity_number)
        row = (person.person, person.name, person.email, person.hpr, sealed, digest)
        try:
            self._pool.open()
            with self._pool.connection() as connection:
                return connection.execute(ENTER, row).rowcount == 1
        except UniqueViolation as known:
            raise NotAllowed(
                "person-known",
                nb="En annen person har allerede dette HPR-nummeret eller fødselsnummeret.",
                en="Another person already has this HPR number or identity number.",
                rule="L-HPR-01",
                field="hpr" if "hpr" in (known.diag.constraint_name or "") else "identityNumber",
            ) from None

    @reaching
    def people(self, ids: Collection[Id]) -> Mapping[Id, Person]:
        self._pool.open()
        with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=class_row(Person))
            found = cursor.execute(PEOPLE, [list(ids)]).fetchall()
        return {person.person: person for person in found}

    @reaching
    def rename(self, person: Id, name: str, *, last_day: date) -> bool:
        self._pool.open()
        with self._pool.connection() as connection:
            held = connection.execute(NAME, [person]).fetchone()
            if held is None or held[0] == name:
                return False
            connection.execute(KEEP_NAME, [person, held[0], last_day])
            connection.execute(RENAME, [name, person])
        return True

    @reaching
    def former_names(self, person: Id) -> Sequence[FormerName]:
        self._pool.open()
        with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=class_row(FormerName))
            return cursor.execute(FORMER_NAMES, [person]).fetchall()

    @reaching
    def merge(self, double: Id, into: Id) -> None:
        self._pool.open()
        with self._pool.connection() as connection:
            was = connection.execute(MERGE, {"double": double, "into": into}).fetchone()
            if was:
                connection.execute(GIVE_NUMBERS, [*was, into])

    @reaching
    def same(self, people: Collection[Id]) -> frozenset[Id]:
        self._pool.open()
        with self._pool.connection() as connection:
            found = connection.execute(SAME, {"people": list(people)}).fetchall()
        return frozenset(row[0] for row in found) | frozenset(people)

    @reaching
    def has_identity_number(self, person: Id, number: str | None) -> bool:
        self._pool.open()
        with self._pool.connection() as connection:
            found = connection.execute(DIGEST, [person]).fetchone()
        kept = found[0] if found else None
        if number is None or kept is None:
            return number is kept
        return hmac.compare_digest(self._digest(number), kept)

    @reaching
    def with_identity_number(self, number: str) -> Person | None:
        self._pool.open()
        with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=class_row(Person))
            return cursor.execute(WITH_NUMBER, [self._digest(number)]).fetchone()

    def _digest(self, number: str) -> bytes:
        return hmac.digest(self._keys.key_for(DIRECTORY), number.encode(), sha256)

    @reaching
    def with_hpr(self, hpr: str) -> Person | None:
        self._pool.open()
        with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=class_row(Person))
            return cursor.execute(WITH_HPR, [hpr]).fetchone()

    @reaching
    def with_hprs(self, hprs: Collection[str]) -> Mapping[str, Person]:
        self._pool.open()
        with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=class_row(Person))
            found = cursor.execute(WITH_HPRS, [list(hprs)]).fetchall()
        return {person.hpr: person for person in found if person.hpr}
