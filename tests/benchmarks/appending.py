"""Measures how fast facts are recorded, one a command, by one writer and by several."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass

from infrastructure.embedded import EmbeddedPostgres
from tests.benchmarks import writers
from tests.benchmarks.measuring import Contender, Rates, in_turns, warmed
from tests.benchmarks.servers import fresh_place
from tests.benchmarks.tailing import Tailed, tailed
from tests.benchmarks.teams import Team, team

SEVERAL = 6
WAYS = {"ours": writers.ours, "library": writers.library, "bare insert": writers.bare}


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What one writer and several came to, and what a reader saw of the writing."""

    alone: Rates
    together: Rates
    tailed: Tailed


def appended(server: EmbeddedPostgres, *, facts: int, rounds: int) -> Appended:
    """Measure each way with one writer and with several; then prove that no reader misses any."""
    place = fresh_place(server)
    writers.make_tables(place)
    with ExitStack() as stack:
        teams = {
            name: stack.enter_context(team(make, place, SEVERAL)) for name, make in WAYS.items()
        }
        return Appended(
            alone=in_turns(rounds, warmed(_contenders(teams, 1, facts))),
            together=in_turns(rounds, warmed(_contenders(teams, SEVERAL, facts))),
            tailed=tailed(
                teams["ours"], place.ours.application, writers=SEVERAL, facts=rounds * facts
            ),
        )


def _contenders(teams: dict[str, Team], size: int, facts: int) -> dict[str, Contender]:
    return {name: _contender(found, size, facts) for name, found in teams.items()}


def _contender(found: Team, size: int, facts: int) -> Contender:
    return lambda: found.write(size, facts)
