"""How fast all rows are rebuilt: plans of some length, recorded through each other."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import psycopg

from domain.shared.facts import Fact, tag_of
from infrastructure.embedded import EmbeddedPostgres
from infrastructure.projector.rebuilding import rebuild
from infrastructure.store.envelope import Envelope, EnvelopeTranscoder
from infrastructure.store.migrate import migrate
from tests.support.training import Training, establishment, some_id

COPY = "COPY facts.alis_events FROM STDIN"
PLANS_AN_ESTABLISHMENT = 20
INSTANT = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--plans", type=int, default=1000)
    asked.add_argument("--facts", type=int, default=1200, help="a plan")
    asked.add_argument("--processes", type=int, default=2)
    asked.add_argument("--times", type=int, default=3)
    asked.add_argument("--data", type=Path, help="kept, and used again")
    told = asked.parse_args()
    data = told.data or Path(tempfile.mkdtemp(prefix="alis-bench-"))
    data.mkdir(exist_ok=True)
    # As root, the server runs under another user, who must pass.
    data.chmod(0o711)
    with EmbeddedPostgres(data) as server:
        address = server.addresses.application
        if migrate(server.addresses.migrate):
            fill(server.address("postgres", "alis"), told.plans, told.facts)
        for _ in range(told.times):
            done = rebuild(address, processes=told.processes)
            speed = done.facts / done.seconds
            sys.stdout.write(
                f"{done.cases} cases, {done.facts} facts, {done.seconds:.1f} s, {speed:,.0f}/s\n"
            )
    if not told.data:
        shutil.rmtree(data)


def fill(superuser: str, plans: int, facts: int) -> None:
    """Put histories into the table directly: appending them is not what is measured."""
    with psycopg.connect(superuser) as connection, connection.cursor() as cursor:
        with cursor.copy(COPY) as copying:
            for position, row in enumerate(_rows(plans, facts), start=1):
                copying.write_row((*row, position, INSTANT))
        connection.commit()
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE facts.alis_events")


def _rows(plans: int, facts: int) -> Iterator[tuple[UUID, int, str, bytes]]:
    transcoder = EnvelopeTranscoder(Any)
    for case, version, fact in _histories(Random(1), plans, facts):
        envelope: Envelope[Any] = Envelope(
            recorded_by=str(case),
            acting_as="doctor",
            command_id=case,
            correlation_id=case,
            fact=fact,
        )
        yield case, version, tag_of(fact), transcoder.encode(envelope)


def _histories(rng: Random, plans: int, facts: int) -> Iterator[tuple[UUID, int, Fact]]:
    trainings: dict[UUID, Training] = {}
    for _ in range(0, plans, PLANS_AN_ESTABLISHMENT):
        organisation, leader = some_id(rng), some_id(rng)
        for version, fact in enumerate(establishment(leader), start=1):
            yield organisation, version, fact
        for _ in range(PLANS_AN_ESTABLISHMENT):
            trainings[some_id(rng)] = Training(
                rng=rng, organisation=organisation, doctor=some_id(rng), leader=leader
            )
    for version in range(1, facts + 1):
        for case, training in trainings.items():
            yield case, version, training.next()


if __name__ == "__main__":
    main()
