"""A town whose rows of deadlines are kept, and that is swept as of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from application.enforcement.outcome import Outcome
from domain.shared.ids import Id
from infrastructure.projector.tables import KEPT_TABLES, SCHEMA
from tests.support.projecting import projecting
from tests.support.town import Town

CLEARED = ("deadlines", "exemptions")
CLOSES = date(2026, 12, 31)
STATED = {"begunOn": "2018-09-01", "statedIn": "bekreftelse"}


def begun_before(town: Town) -> Id:
    """Return the id of a plan of one who began under the earlier scheme, kept in the rows."""
    plan = town.plan()
    receipt = town.done(f"{plan}/old-scheme", "leader", "leader", STATED)
    assert town.services.views.wait_for(receipt["position"], seconds=20)
    return Id(plan.removeprefix("/plans/"))


def swept(town: Town, day: date) -> dict[str, Outcome]:
    town.clock.day = day
    return town.services.enforcement.sweep()


@pytest.fixture
def kept(aasnes: Town) -> Iterator[Town]:
    """Give a town whose rows are kept, where nothing of what other tests left is due."""
    with projecting(aasnes.addresses.application):
        services = aasnes.services
        assert services.views.wait_for(services.histories.position(), seconds=20)
        with psycopg.connect(aasnes.addresses.application, autocommit=True) as connection:
            for view in CLEARED:
                table = Identifier(SCHEMA, KEPT_TABLES[view].name)
                connection.execute(SQL("DELETE FROM {}").format(table))
        with psycopg.connect(aasnes.addresses.migrate, autocommit=True) as connection:
            connection.execute("DELETE FROM post.messages")
            connection.execute("UPDATE directory.people SET email = NULL")
        yield aasnes
