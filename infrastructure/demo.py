"""Fills a demo database with simulated histories, in the order of their time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any

from application.demo import simulation
from application.demo.book import Book, in_time_order
from application.demo.world import World
from application.people.directory import Directory
from application.ports import Files
from domain.shared.facts import Recorded, Seen
from domain.shared.ids import Id, derived_id
from domain.stored_facts import StoredFact
from infrastructure.store.envelope import EnvelopeTranscoder
from infrastructure.store.facts import FactStore
from infrastructure.store.mapper import FactMapper
from infrastructure.store.sealing import RememberedKeys, Sealer, SubjectKeys

BATCH = 2_000
_BATCHES = Id("0f8a5f0e-2f39-5e1f-8a3a-6f0b7f0c1d06")
LAST_BATCH = derived_id(_BATCHES, "last")
WHOLE = sha256(b"demo").digest()

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""


class StoreScribe:
    """Seals and hashes as the store does, so that evidence can lean on facts not yet stored."""

    def __init__(self, keys: SubjectKeys, files: Files) -> None:
        self._sealer = Sealer(RememberedKeys(keys))
        self._files = files
        self._mapper = FactMapper(EnvelopeTranscoder(StoredFact))

    def sealed(self, recorded: Recorded, subject: Id | None) -> Recorded:
        return self._sealer.seal(recorded, subject) if subject else recorded

    def kept(self, content: bytes, *, subject: Id, context: str) -> str:
        return self._files.keep(content, subject=subject, context=context)

    def seen(self, recorded: Recorded) -> Seen:
        state = self._mapper.to_stored_event(recorded).state
        return Seen(
            case=recorded.case_id,
            version=recorded.version,
            sha256=sha256(state).hexdigest(),
        )


def fill(
    store: FactStore,
    keys: SubjectKeys,
    directory: Directory,
    files: Files,
    *,
    doctors: int,
    until: datetime,
    progress: Progress,
) -> World:
    """Simulate so many doctors until an instant and record everything about them."""
    world = simulation.world(StoreScribe(keys, files))
    plans: list[Book[Any]] = []
    for plan in simulation.careers(world, range(1, doctors + 1), until=until):
        plans.append(plan)
        progress("simulating", len(plans), doctors)
    for person in world.people.values():
        directory.enter(person, identity_number=None)
    record(store, in_time_order([*world.books(), *plans]), progress)
    return world


def record(store: FactStore, facts: list[Recorded], progress: Progress) -> None:
    """Append the facts in batches with the instants they were simulated at."""
    for start in range(0, len(facts), BATCH):
        batch, done = facts[start : start + BATCH], min(start + BATCH, len(facts))
        store.append(
            batch,
            command_id=derived_id(_BATCHES, str(start)) if done < len(facts) else LAST_BATCH,
            body_hash=WHOLE,
            simulated=[fact.recorded_at for fact in batch if fact.recorded_at],
        )
        progress("recording", done, len(facts))


def interrupted(store: FactStore) -> bool:
    """Return whether a filling began and did not come to its end.

    It cannot go on from there: decisions lean on the very bytes of what was sealed before.
    """
    return store.position() > 0 and store.receipt_of(LAST_BATCH, WHOLE) is None
