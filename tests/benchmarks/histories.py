"""Histories to measure with, lived by the demo's simulator."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from itertools import count

from application.demo import simulation
from application.demo.book import Book
from application.demo.career import Career
from application.demo.days import activities, guidance
from application.demo.opening import begin
from application.demo.world import World
from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.plans.plan import TrainingPlan
from domain.shared.facts import Recorded
from domain.shared.refusals import Refused
from infrastructure.demo import StoreScribe

STARTS_ON = date(2020, 2, 1)
UNTIL = datetime(2026, 1, 1, tzinfo=UTC)
# So late that most of the doctors have come to the end of their training.
LATE = datetime(2038, 1, 1, tzinfo=UTC)
SEED = 20190301


class BenchKeys:
    """One key for everybody; sealing costs the same."""

    def key_for(self, _subject: object) -> bytes:
        return bytes(32)

    def existing(self, _subject: object) -> bytes:
        return bytes(32)


class NoFiles:
    """Keeps nothing: what is measured here is facts."""

    def keep(self, _content: bytes, *, subject: str, context: str) -> str:  # noqa: ARG002
        return "ab" * 32

    def open_file(self, sha256: str, *, subject: str, context: str) -> None:  # noqa: ARG002
        return None


def new_world() -> World:
    return simulation.world(StoreScribe(BenchKeys(), NoFiles()))


def long_plan(facts: int) -> list[Recorded]:
    """Return the first facts of a busy doctor's plan: everyday work twice that of the others."""
    return lived(new_world(), facts).recorded[:facts]


def lived(world: World, facts: int) -> Book[TrainingPlan]:
    """Return a busy doctor's plan of at least so many facts."""
    career = Career.begin(
        world,
        1,
        starts_on=STARTS_ON,
        until=UNTIL,
        catalogue=CATALOGUE,
        law=IN_FORCE,
        seed=SEED,
    )
    begin(career)
    guidance(career)
    activities(career)
    book = career.run()
    assert len(book.recorded) >= facts, f"the busy doctor has only {len(book.recorded)} facts"
    return book


def many_plans(plans: int) -> Iterator[list[Recorded]]:
    """Yield the histories of so many plans, and of the cases they lean on.

    A life the rules stop on its way is left out; the simulator, rarely, asks for what it may not.
    """
    world, numbers, made = new_world(), count(1), 0
    while made < plans:
        with suppress(Refused):
            for book in simulation.careers(world, [next(numbers)], until=LATE, seed=SEED):
                yield book.recorded
                made += 1
    # The doctors are authorised as they begin, so the others are whole only now.
    for book in world.books():
        yield book.recorded
