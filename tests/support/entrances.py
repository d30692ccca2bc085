"""The way in to the town's pages, over the real store; through no provider if none is given."""

from __future__ import annotations

from collections.abc import Sequence

from psycopg_pool import ConnectionPool

from application.doors import Door
from application.entrance import Entrance
from application.people.directory import Directory
from application.ports import Clock, Histories
from infrastructure.clock import SystemClock
from infrastructure.oidc.used_once import PostgresUsedOnce
from infrastructure.on_the_way import PostgresOnTheWay
from infrastructure.sessions import PostgresSessions
from infrastructure.sign_in_log import PostgresSignInLog


def entrance_over(
    pool: ConnectionPool,
    *,
    directory: Directory,
    histories: Histories,
    clock: Clock,
    doors: Sequence[Door] = (),
    watch: Clock | None = None,
) -> Entrance:
    """Return it; ``watch`` tells when what was used once is forgotten."""
    return Entrance(
        sessions=PostgresSessions(pool),
        on_the_way=PostgresOnTheWay(pool),
        log=PostgresSignInLog(pool),
        once=PostgresUsedOnce(pool, watch or SystemClock()),
        directory=directory,
        histories=histories,
        clock=clock,
        doors=doors,
    )
