"""Measures how fast a long plan is folded from what the database holds of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from domain.plans.plan import TrainingPlan
from domain.shared.facts import Recorded
from domain.shared.ids import Id
from domain.stored_facts import StoredFact
from infrastructure.demo import record
from infrastructure.embedded import EmbeddedPostgres
from infrastructure.store.facts import FactStore
from tests.benchmarks.histories import long_plan
from tests.benchmarks.library_application import LibraryPlans
from tests.benchmarks.library_history import write
from tests.benchmarks.library_plan import LibraryPlan
from tests.benchmarks.measuring import Rates, in_turns, timed, warmed
from tests.benchmarks.servers import fresh_place


def fold_facts(store: FactStore, case: Id) -> TrainingPlan:
    """Load a plan as the use cases do."""
    plan = TrainingPlan()
    plan.fold(store.streams([case])[case].facts())
    return plan


def fold_recorded(store: FactStore, case: Id) -> TrainingPlan:
    """The same with who recorded each fact, in which capacity, when and because of what."""
    plan = TrainingPlan()
    plan.fold(recorded.fact for recorded in store.histories([case])[case].recorded())
    return plan


def replayed(server: EmbeddedPostgres, *, facts: int, rounds: int) -> Rates:
    """Return what each way of reading the same history comes to."""
    place, history = fresh_place(server), long_plan(facts)
    with (
        FactStore(place.ours.application, facts=StoredFact) as store,
        LibraryPlans(env=place.library) as plans,
    ):
        case = _written(store, plans, history)

        with_text = uuid4()
        write(plans, history, with_text, ids=str)

        def library(plan: UUID) -> LibraryPlan:
            return plans.repository.get(plan)

        assert library(UUID(case)).version == library(with_text).version == facts
        assert fold_facts(store, case).version == facts
        ways = {
            "facts": timed(facts, lambda: fold_facts(store, case)),
            "recorded": timed(facts, lambda: fold_recorded(store, case)),
            "library": timed(facts, lambda: library(UUID(case))),
            "library with text": timed(facts, lambda: library(with_text)),
        }
        return in_turns(rounds, warmed(ways))


def _written(store: FactStore, plans: LibraryPlans, history: Sequence[Recorded]) -> Id:
    record(store, list(history), lambda *_: None)
    case = history[0].case_id
    write(plans, history, UUID(case))
    return case
