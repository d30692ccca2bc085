"""Looks at the databases as a doctor would, and tells what is as it should be and what is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg

from domain.shared.texts import Text
from infrastructure import examinations
from infrastructure.store.datastore import PATIENCE
from infrastructure.store.migrate import FACTS, KEYS, outstanding

if TYPE_CHECKING:
    from application.ports import Clock
    from infrastructure.addresses import Addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at, whether it is well, and what there is to say."""

    name: str
    ok: bool
    says: Text


Examination = Callable[[psycopg.Connection[Any]], examinations.Found]


def checkup(addresses: Addresses, clock: Clock) -> tuple[Check, ...]:
    """Return every check, also when a database cannot be reached; nothing is changed."""
    application: tuple[tuple[str, Examination], ...] = (
        ("database-version", examinations.version),
        ("roles", examinations.roles),
        ("privileges", examinations.privileges),
        ("append-only", examinations.triggers),
        ("clock", lambda connection: examinations.clock_skew(connection, clock)),
        ("projector", examinations.projector),
        ("heartbeat", examinations.heartbeat),
    )
    looked_at = (
        *((name, addresses.application, look) for name, look in application),
        ("migrations", addresses.migrate, lambda found: _migrations(found, FACTS)),
        ("keys", addresses.keys, examinations.keys),
        ("key-migrations", addresses.migrate_keys, lambda found: _migrations(found, KEYS)),
    )
    return tuple(_check(name, address, look) for name, address, look in looked_at)


def _check(name: str, address: str, look: Examination) -> Check:
    try:
        with psycopg.connect(address, autocommit=True, **PATIENCE) as connection:  # type: ignore[arg-type]
            ok, says = look(connection)
    except psycopg.Error as error:
        cause = str(error).strip()
        return Check(name=name, ok=False, says=Text(nb=f"Feilet: {cause}", en=f"Failed: {cause}"))
    return Check(name=name, ok=ok, says=says)


def _migrations(connection: psycopg.Connection[Any], folder: Any) -> examinations.Found:
    missing = outstanding(connection, folder)
    names = ", ".join(missing)
    return not missing, Text(
        nb=f"Mangler eller avviker: {names}" if missing else "Alle er kjørt.",
        en=f"Missing or different: {names}" if missing else "All applied.",
    )
