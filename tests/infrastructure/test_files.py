"""The contents of files: sealed for one place, and never handed out when anything is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import psycopg
import pytest
from psycopg_pool import ConnectionPool

from application.actors import Actor, Role
from application.ids import new_id
from application.ports import Damaged, Unavailable
from domain.shared.ids import Id
from infrastructure.embedded import EmbeddedPostgres
from infrastructure.files import PostgresFiles
from infrastructure.ids import plain_ids
from infrastructure.keys import KeyMissing, Keys, SubjectShredded
from infrastructure.openings import PostgresOpenings
from infrastructure.store.migrate import migrate, migrate_keys
from infrastructure.store.sealing import SealBroken
from tests.support.postgres import Databases

CONTENT = b"Egenvurdering: dette gikk godt." * 100
PLACE = "plan|file|content"


@pytest.fixture
def keys(databases: Databases) -> Iterator[Keys]:
    migrate(databases.addresses.migrate)
    migrate_keys(databases.addresses.migrate_keys)
    with Keys(databases.addresses.keys) as opened:
        yield opened


@pytest.fixture
def pool(databases: Databases) -> Iterator[ConnectionPool]:
    with ConnectionPool(
        databases.addresses.application, min_size=1, open=False, configure=plain_ids
    ) as opened:
        yield opened


@pytest.fixture
def files(pool: ConnectionPool, keys: Keys) -> PostgresFiles:
    return PostgresFiles(pool, keys)


@pytest.fixture
def subject() -> Id:
    return new_id()


def stored(databases: Databases) -> list[tuple[bytes, bytes]]:
    with psycopg.connect(databases.addresses.application) as connection:
        return connection.execute("SELECT sha256, content FROM files.contents").fetchall()


def put(databases: Databases, content: bytes) -> str:
    """Store other bytes under their own hash, as one could who writes to the database."""
    digest = sha256(content)
    with psycopg.connect(databases.addresses.application) as connection:
        connection.execute(
            "INSERT INTO files.contents (sha256, content) VALUES (%s, %s)",
            [digest.digest(), content],
        )
    return digest.hexdigest()


def test_a_content_is_named_by_the_hash_of_what_is_stored(
    databases: Databases, files: PostgresFiles, subject: Id
) -> None:
    kept = files.keep(CONTENT, subject=subject, context=PLACE)
    ((name, content),) = stored(databases)
    assert kept == name.hex() == sha256(content).hexdigest()
    assert CONTENT[:20] not in content
    assert files.open_file(kept, subject=subject, context=PLACE) == CONTENT


def test_the_same_content_twice_is_two(files: PostgresFiles, subject: Id) -> None:
    kept = {files.keep(CONTENT, subject=subject, context=PLACE) for _ in range(2)}
    assert len(kept) == 2


def test_the_database_refuses_a_name_that_is_not_the_hash(
    databases: Databases,
    files: PostgresFiles,
) -> None:
    with (
        psycopg.connect(databases.addresses.application) as connection,
        pytest.raises(psycopg.errors.CheckViolation),
    ):
        connection.execute("INSERT INTO files.contents (sha256, content) VALUES ('x', 'y')")


def test_a_content_moved_elsewhere_does_not_open(
    files: PostgresFiles, keys: Keys, subject: Id
) -> None:
    mine = files.keep(CONTENT, subject=subject, context=PLACE)
    other = new_id()
    keys.key_for(other)
    for wrong in (
        {"subject": subject, "context": "plan|another|content"},
        {"subject": other, "context": PLACE},
    ):
        with pytest.raises(Damaged, match=mine):
            files.open_file(mine, **wrong)  # type: ignore[arg-type]


def test_a_ciphertext_put_in_anothers_place_does_not_open(
    databases: Databases, files: PostgresFiles, subject: Id
) -> None:
    files.keep(CONTENT, subject=subject, context="plan|another|content")
    ((_, content),) = stored(databases)
    assert put_again(databases, content) == sha256(content).hexdigest()
    with pytest.raises(Damaged):
        files.open_file(sha256(content).hexdigest(), subject=subject, context=PLACE)


def put_again(databases: Databases, content: bytes) -> str:
    """Return the name it has already: a content cannot be there twice."""
    with pytest.raises(psycopg.errors.UniqueViolation):
        put(databases, content)
    return sha256(content).hexdigest()


@pytest.mark.parametrize("left", [0, 1, 12, 13, 14, 100])
def test_a_truncated_ciphertext_does_not_open(
    databases: Databases, files: PostgresFiles, subject: Id, left: int
) -> None:
    files.keep(CONTENT, subject=subject, context=PLACE)
    ((_, content),) = stored(databases)
    cut = put(databases, content[:left])
    with pytest.raises(Damaged) as told:
        files.open_file(cut, subject=subject, context=PLACE)
    assert told.value.code == "file-damaged"


def test_bytes_that_are_not_what_their_name_says_are_not_handed_out(
    databases: Databases, files: PostgresFiles, subject: Id, server: EmbeddedPostgres
) -> None:
    kept = files.keep(CONTENT, subject=subject, context=PLACE)
    with psycopg.connect(server.address("postgres", databases.name)) as connection:
        connection.execute("ALTER TABLE files.contents DISABLE TRIGGER append_only")
        connection.execute("ALTER TABLE files.contents DROP CONSTRAINT contents_check")
        connection.execute("UPDATE files.contents SET content = content || 'x'")
    with pytest.raises(Damaged):
        files.open_file(kept, subject=subject, context=PLACE)
    assert len(stored(databases)) == 1


def test_a_content_that_is_missing_is_told_so(
    files: PostgresFiles, keys: Keys, subject: Id
) -> None:
    keys.key_for(subject)
    with pytest.raises(Damaged, match="ab" * 32):
        files.open_file("ab" * 32, subject=subject, context=PLACE)


def test_once_the_key_is_destroyed_nothing_opens_and_nothing_is_kept(
    databases: Databases, files: PostgresFiles, keys: Keys, subject: Id
) -> None:
    kept = files.keep(CONTENT, subject=subject, context=PLACE)
    keys.shred(subject, "bedt om det")
    assert files.open_file(kept, subject=subject, context=PLACE) is None
    with pytest.raises(SubjectShredded):
        files.keep(CONTENT, subject=subject, context=PLACE)
    assert len(stored(databases)) == 1


def test_keys_that_are_not_the_ones_that_sealed_are_missed(
    files: PostgresFiles, subject: Id
) -> None:
    with pytest.raises(KeyMissing):
        files.open_file("ab" * 32, subject=subject, context=PLACE)


def test_a_database_out_of_reach_is_told_as_such(keys: Keys, subject: Id) -> None:
    nowhere = "postgresql://alis_app@127.0.0.1:1/alis"
    with ConnectionPool(nowhere, min_size=1, open=False, timeout=0.5) as pool:
        for ask in (
            lambda: PostgresFiles(pool, keys).keep(CONTENT, subject=subject, context=PLACE),
            lambda: PostgresOpenings(pool, keys).of_case(subject, subject=subject),
        ):
            with pytest.raises(Unavailable):
                ask()


def test_a_reason_opens_in_its_own_row_only(
    databases: Databases, pool: ConnectionPool, keys: Keys, subject: Id
) -> None:
    openings, case = PostgresOpenings(pool, keys), new_id()
    by = Actor(person=new_id(), acting_as=Role.AUDITOR)
    openings.note(case, [(1, "text"), (2, "name")], by=by, reason="Tilsyn.", subject=subject)
    openings.note(case, [(3, "text")], by=by, reason=None, subject=subject)
    found = openings.of_case(case, subject=subject)
    assert [(one.version, one.field, one.reason) for one in found] == [
        (1, "text", "Tilsyn."),
        (2, "name", "Tilsyn."),
        (3, "text", None),
    ]
    with psycopg.connect(databases.addresses.application) as connection:
        connection.execute(
            """
            INSERT INTO openings.log
                (opening, case_id, version, field, opened_by, acting_as, reason_sealed)
            SELECT gen_random_uuid(), case_id, 4, field, opened_by, acting_as, reason_sealed
            FROM openings.log WHERE version = 1
            """
        )
    with pytest.raises(SealBroken):
        openings.of_case(case, subject=subject)
