"""Measures how fast the days to come are found among very many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random

from application.enforcement.rows import DeadlineRow
from domain.plans.rules.deadlines import PlanDeadline
from infrastructure.embedded import EmbeddedPostgres
from infrastructure.projector import generations
from infrastructure.projector.connecting import connect
from infrastructure.projector.tables import KEPT_TABLES
from infrastructure.views import PostgresViews
from tests.benchmarks.measuring import Times, timed_in_turns
from tests.benchmarks.servers import fresh_place
from tests.support.elsewhere import some_id

TODAY = date(2026, 5, 4)
FIRST_DAY, DAYS = TODAY - timedelta(days=365), 3 * 365
ESTABLISHMENTS = 500
AHEAD = timedelta(days=13)
FIRST_ROWS = 100
SEED = 20261231


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How long the questions took, and how many rows they found."""

    times: Times
    today: int
    ahead: int


def asked(server: EmbeddedPostgres, *, deadlines: int, rounds: int) -> Asked:
    """Ask the same questions in turns, of rows kept, indexed and analysed as a rebuild does."""
    address = fresh_place(server).ours.application
    keep(address, _rows(deadlines))
    with PostgresViews(address) as views:
        days = {"first_day": TODAY, "last_day": TODAY + AHEAD}
        today = partial(views.due, "deadlines", first_day=TODAY, last_day=TODAY)
        count = partial(views.count_due, "deadlines", **days)
        first = partial(views.due, "deadlines", **days, limit=FIRST_ROWS)
        found = Asked(
            times=timed_in_turns(
                rounds,
                {
                    "due today": today,
                    "count of the next 14 days": count,
                    "first 100 of the next 14 days": first,
                },
            ),
            today=len(today()),
            ahead=count(),
        )
        assert len(first()) == min(FIRST_ROWS, found.ahead)
    return found


def keep(address: str, rows: Iterator[DeadlineRow]) -> None:
    """Put the rows into use as the only ones there are."""
    with connect(address, name="bench") as connection:
        made = generations.make(connection, position=0)
        KEPT_TABLES["deadlines"].copy(connection, made.generation, rows)
        generations.index(connection, made.generation)
        with connection.transaction():
            generations.use(connection, made.generation)


def _rows(deadlines: int) -> Iterator[DeadlineRow]:
    rng = Random(SEED)
    establishments = [some_id(rng) for _ in range(ESTABLISHMENTS)]
    for _ in range(deadlines):
        lapses = rng.random() < 0.5
        yield DeadlineRow(
            case_id=some_id(rng),
            organisation=rng.choice(establishments),
            person=some_id(rng),
            other=None if lapses else some_id(rng),
            kind=PlanDeadline.OLD_SCHEME if lapses else PlanDeadline.SUPERVISOR_ENDS,
            subject="" if lapses else "supervisor",
            due_on=FIRST_DAY + timedelta(days=rng.randrange(DAYS)),
            lapses=lapses,
        )
