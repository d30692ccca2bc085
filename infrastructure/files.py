"""The contents of files in PostgreSQL: sealed, named by their hash, never changed."""

from __future__ import annotations

from hashlib import sha256

from psycopg_pool import ConnectionPool

from application.ports import Damaged
from domain.shared.ids import Id
from infrastructure.reaching import reaching
from infrastructure.store.sealing import SealBroken, SubjectKeys, open_content, seal_content

KEEP = "INSERT INTO files.contents (sha256, content) VALUES (%s, %b)"
CONTENT = "SELECT content FROM files.contents WHERE sha256 = %s"


class FileDamaged(Damaged):
    """The content is not there, or not what was stored for this place."""

    def __init__(self, digest: str) -> None:
        super().__init__(
            "file-damaged",
            nb=f"Det som er lagret av filen, er skadet eller mangler; gi driften dette: {digest}.",
            en=f"What is stored of the file is damaged or missing; give operations this: {digest}.",
        )


class PostgresFiles:
    """Each content under the SHA-256 of its ciphertext."""

    def __init__(self, pool: ConnectionPool, keys: SubjectKeys) -> None:
        self._pool = pool
        self._keys = keys

    @reaching
    def keep(self, content: bytes, *, subject: Id, context: str) -> str:
        sealed = seal_content(self._keys.key_for(subject), content, context)
        digest = sha256(sealed)
        self._pool.open()
        with self._pool.connection() as connection:
            connection.execute(KEEP, [digest.digest(), sealed])
        return digest.hexdigest()

    @reaching
    def open_file(self, sha256: str, *, subject: Id, context: str) -> bytes | None:
        key = self._keys.existing(subject)
        if key is None:
            return None
        try:
            return open_content(key, self._sealed(sha256), context)
        except SealBroken as broken:
            raise FileDamaged(sha256) from broken

    def _sealed(self, digest: str) -> bytes:
        self._pool.open()
        with self._pool.connection() as connection, connection.cursor(binary=True) as cursor:
            row = cursor.execute(CONTENT, [bytes.fromhex(digest)]).fetchone()
        if row is None or sha256(row[0]).hexdigest() != digest:
            raise FileDamaged(digest)
        sealed: bytes = row[0]
        return sealed
