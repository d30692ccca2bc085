"""Measures how fast deadlines that ran out are recorded, and proves that each is, once."""

from __future__ import annotations

from dataclasses import dataclass

from infrastructure.embedded import EmbeddedPostgres
from infrastructure.projector.rebuilding import rebuild
from tests.benchmarks.filling import fill
from tests.benchmarks.measuring import Rates, in_turns
from tests.benchmarks.servers import fresh_place
from tests.support.lapsing import be_lapsed_once, due_plans, lapsing, race

BOTH, ONE_KILLED = "two workers", "two workers, one killed"
KILLED_AFTER = 1 / 3
"""Of all there is to append, by the one that is killed or by both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """How many deadlines ran out in each round of each way, and how fast that was recorded."""

    deadlines: int
    rates: Rates


def lapsed(server: EmbeddedPostgres, *, deadlines: int, rounds: int) -> Lapsed:
    """Have two workers lapse the same deadlines at once; raises NotOnce."""
    dies_at = max(1, round(deadlines * KILLED_AFTER))
    return Lapsed(
        deadlines=deadlines,
        rates=in_turns(
            rounds,
            {
                BOTH: lambda: _once(server, deadlines, None),
                ONE_KILLED: lambda: _once(server, deadlines, dies_at),
            },
        ),
    )


def _once(server: EmbeddedPostgres, deadlines: int, dies_at: int | None) -> float:
    place = fresh_place(server)
    fill(place.owner, due_plans(deadlines))
    rebuild(place.ours.application)
    raced = race(place.ours, dies_at=dies_at)
    be_lapsed_once(place.ours, deadlines)
    # The rows still tell of all of them; nothing is recorded twice.
    with lapsing(place.ours) as lapse_again:
        lapse_again()
    be_lapsed_once(place.ours, deadlines)
    return deadlines / raced.seconds
