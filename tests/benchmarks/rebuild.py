"""Measures how fast all kept rows are made anew from the facts."""

from __future__ import annotations

import time
from dataclasses import dataclass
from uuid import uuid4

from infrastructure.embedded import EmbeddedPostgres
from infrastructure.projector.rebuilding import rebuild
from tests.benchmarks.filling import fill
from tests.benchmarks.histories import long_plan, many_plans
from tests.benchmarks.library_application import LibraryPlans
from tests.benchmarks.library_history import write
from tests.benchmarks.library_view import bring_forward
from tests.benchmarks.measuring import Rates, in_turns
from tests.benchmarks.servers import Place, fresh_place

ONE_PLAN = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilds:
    """How much was rebuilt, and how fast."""

    plans: int
    facts: int
    library_facts: int
    rates: Rates


def rebuilds(server: EmbeddedPostgres, *, plans: int, library_plans: int, rounds: int) -> Rebuilds:
    """Rebuild every view in each round, and let the library's one view count some more facts."""
    place = fresh_place(server)
    facts = fill(place.owner, many_plans(plans))
    with LibraryPlans(env=place.library) as library:
        rates = in_turns(
            rounds,
            {
                "ours": lambda: _rebuilt(place),
                "library": lambda: _projected(library, place, library_plans),
            },
        )
    return Rebuilds(
        plans=plans, facts=facts, library_facts=rounds * library_plans * ONE_PLAN, rates=rates
    )


def _rebuilt(place: Place) -> float:
    done = rebuild(place.ours.application)
    return done.facts / done.seconds


def _projected(library: LibraryPlans, place: Place, plans: int) -> float:
    history = long_plan(ONE_PLAN)
    for _ in range(plans):
        write(library, history, uuid4())
    position = library.recorder.max_notification_id()
    assert position
    began = time.perf_counter()
    bring_forward(place.library, position)
    return plans * ONE_PLAN / (time.perf_counter() - began)
