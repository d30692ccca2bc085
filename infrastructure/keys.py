"""The key of each person's confidential texts, and the destroying of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, LiteralString, Self

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from psycopg_pool import ConnectionPool

from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from infrastructure.ids import plain_ids

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from psycopg.rows import TupleRow

BITS = 256
KEY_FOR = "SELECT keys.key_for(%s, %s::bytea)"
SHRED = "SELECT keys.shred(%s, %s::timestamptz, %s)"
LEDGER = "SELECT subject, shredded_at, reason FROM keys.shred_ledger ORDER BY shredded_at, subject"
IS_SHREDDED = "SELECT EXISTS (SELECT FROM keys.shred_ledger WHERE subject = %s)"


class SubjectShredded(NotAllowed):
    """The person's key was destroyed; nothing can be sealed for them again."""

    def __init__(self, subject: Id) -> None:
        super().__init__(
            "subject-shredded",
            nb="Nøkkelen til legens tekster er slettet; nye fortrolige tekster kan ikke lagres.",
            en=f"the key of {subject} was destroyed, so no new confidential text can be kept",
        )


class KeyMissing(Exception):
    """There is no key, and no shredding on record: the keys are not the ones that sealed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shred:
    """One line of the ledger of destroyed keys."""

    subject: Id
    shredded_at: datetime
    reason: str


def read_ledger(written: bytes) -> list[Shred]:
    """Return the ledger from its JSON; raises ValueError."""
    try:
        return msgspec.json.decode(written, type=list[Shred])
    except msgspec.DecodeError as wrong:
        raise ValueError(str(wrong)) from wrong


class Keys:
    """Keys in their own database; opened when first needed, and never held in memory here.

    A key kept in memory would go on opening texts after it was shredded elsewhere.
    """

    def __init__(self, conninfo: str, *, pool_size: int = 4) -> None:
        self._pool = ConnectionPool(
            conninfo,
            kwargs={"autocommit": True, "application_name": "alis-keys"},
            min_size=1,
            max_size=pool_size,
            configure=plain_ids,
            open=False,
        )

    def key_for(self, subject: Id) -> bytes:
        """Return the subject's key, made now if there is none; refuse if it was shredded."""
        key: bytes | None = self._value(KEY_FOR, subject, AESGCM.generate_key(BITS))
        if key is None:
            raise SubjectShredded(subject)
        return key

    def existing(self, subject: Id) -> bytes | None:
        """Return the subject's key, or None if it was shredded."""
        key: bytes | None = self._value(KEY_FOR, subject, None)
        if key is None and not self._value(IS_SHREDDED, subject):
            raise KeyMissing(f"no key for {subject}")
        return key

    def shred(self, subject: Id, reason: str) -> None:
        """Destroy the subject's key for good; doing it twice does no harm."""
        self._value(SHRED, subject, None, reason)

    def ledger(self) -> list[Shred]:
        """Return the ledger, oldest first, for a copy to be kept elsewhere."""
        return [
            Shred(subject=subject, shredded_at=at, reason=reason)
            for subject, at, reason in self._rows(LEDGER)
        ]

    def reapply_shreds(self, ledger_copy: Iterable[Shred]) -> list[Id]:
        """Destroy again what a restore brought back; return the subjects it was done for."""
        return [
            shred.subject
            for shred in ledger_copy
            if self._value(SHRED, shred.subject, shred.shredded_at, shred.reason)
        ]

    def close(self) -> None:
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _value(self, statement: LiteralString, *asked: object) -> Any:
        return self._rows(statement, *asked)[0][0]

    def _rows(self, statement: LiteralString, *asked: object) -> list[TupleRow]:
        self._pool.open()
        with self._pool.connection() as connection:
            return connection.execute(statement, asked).fetchall()
