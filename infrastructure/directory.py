"""The people behind the ids, in their own tables outside the facts."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Mapping
from hashlib import sha256

from psycopg.errors import UniqueViolation
from psycopg.rows import class_row
from psycopg_pool import ConnectionPool

from application.ports import Person
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from infrastructure.reaching import reaching
from infrastructure.store.sealing import SubjectKeys, seal_bytes

ENTER = """
    INSERT INTO directory.people AS known
        (person, name, email, hpr, identity_number_sealed, identity_number_digest)
    VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT (person) DO UPDATE SET name = excluded.name, email = excluded.email,
        hpr = coalesce(excluded.hpr, known.hpr),
        identity_number_sealed =
            coalesce(excluded.identity_number_sealed, known.identity_number_sealed),
        identity_number_digest =
            coalesce(excluded.identity_number_digest, known.identity_number_digest)
"""
PEOPLE = "SELECT person, name, email, hpr FROM directory.people WHERE person = ANY(%s::uuid[])"
WITH_HPR = "SELECT person, name, email, hpr FROM directory.people WHERE hpr = %s"
WITH_HPRS = "SELECT person, name, email, hpr FROM directory.people WHERE hpr = ANY(%s)"

DIGEST = "SELECT identity_number_digest FROM directory.people WHERE person = %s"

DIRECTORY = Id("0d7f1d2e-7d2b-4f43-9a39-6f1a6c1c0a01")
"""The subject whose key keys the digests; not a person."""


class PostgresDirectory:
    """Names, e-mail, HPR numbers; identity numbers sealed, compared by keyed digest only."""

    def __init__(self, pool: ConnectionPool, keys: SubjectKeys) -> None:
        self._pool = pool
        self._keys = keys

    @reaching
    def enter(self, person: Person, *, identity_number: str | None) -> None:
        sealed = digest = None
        if identity_number is not None:
            sealed = seal_bytes(self._keys.key_for(person.person), identity_number, person.person)
            digest = self._digest(identity_number)
        row = (person.person, person.name, person.email, person.hpr, sealed, digest)
        try:
            self._pool.open()
            with self._pool.connection() as connection:
                connection.execute(ENTER, row)
        except UniqueViolation as known:
            raise NotAllowed(
                "person-known",
                nb="En annen person har allerede dette HPR-nummeret eller fødselsnummeret.",
                en="Another person already has this HPR number or identity number.",
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
    def has_identity_number(self, person: Id, number: str | None) -> bool:
        self._pool.open()
        with self._pool.connection() as connection:
            found = connection.execute(DIGEST, [person]).fetchone()
        kept = found[0] if found else None
        if number is None or kept is None:
            return number is kept
        return hmac.compare_digest(self._digest(number), kept)

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
