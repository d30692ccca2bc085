"""Three ways of recording one small fact at a time: ours, the library's, and a bare insert."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from itertools import count
from uuid import UUID

import psycopg

from application.ids import new_id
from domain.plans.guidance import SessionDrafted, SessionFinalised
from domain.plans.opening import PlanOpened
from domain.shared.facts import Fact, Recorded
from domain.shared.ids import Id
from domain.stored_facts import StoredFact
from infrastructure.store.envelope import EnvelopeTranscoder
from infrastructure.store.facts import FactStore
from infrastructure.store.mapper import FactMapper
from tests.benchmarks.library_application import LibraryPlans
from tests.benchmarks.library_history import event_fields, event_kind
from tests.benchmarks.library_plan import LibraryPlan
from tests.benchmarks.servers import Place

Write = Callable[[int], None]
"""Records so many facts, one by one, each durable before the next."""

DAY = date(2026, 5, 4)
SESSION, PERSON = new_id(), new_id()
BARE_TABLE = """
    CREATE TABLE bare (case_id uuid, version bigint, tag text, state bytea,
        PRIMARY KEY (case_id, version))
"""
BARE_INSERT = "INSERT INTO bare VALUES (%b::uuid, %b::bigint, %b, %b)"

FINALISED = SessionFinalised(session=SESSION, finalised_by=PERSON, finalised_on=DAY)
DRAFTED = SessionDrafted(
    session=SESSION,
    supervisor=PERSON,
    held_on=DAY,
    duration_minutes=90,
    goals=("ALM-001",),
    drafted_by=PERSON,
)
OPENED = PlanOpened(
    doctor=PERSON,
    organisation=PERSON,
    employment_model="salaried-gp",
    starts_on=DAY,
    part_one_completed_on=None,
    part_one_exception=None,
    opened_by=PERSON,
    opened_on=DAY,
    seen=(),
    law="",
    basis=(),
    findings=(),
)


def enveloped(fact: Fact, case: Id, version: int) -> Recorded:
    command = new_id()
    return Recorded(
        case_id=case,
        version=version,
        recorded_by=str(PERSON),
        acting_as="supervisor",
        command_id=command,
        correlation_id=command,
        fact=fact,
    )


def ours(place: Place) -> Write:
    store, case, versions = FactStore(place.ours.application, facts=StoredFact), new_id(), count(1)

    def write(facts: int) -> None:
        for _ in range(facts):
            recorded = enveloped(FINALISED, case, next(versions))
            command = recorded.command_id
            body = sha256(command.encode()).digest()
            store.append([recorded], command_id=command, body_hash=body)

    return write


def library(place: Place) -> Write:
    plans = LibraryPlans(env=place.library | {"CREATE_TABLE": "no"})
    case = new_id()
    opened, drafted = enveloped(OPENED, case, 1), enveloped(DRAFTED, case, 2)
    plan = LibraryPlan._create(LibraryPlan.PlanOpened, id=UUID(case), **event_fields(opened))
    plan.trigger_event(event_kind(drafted), **event_fields(drafted))

    def write(facts: int) -> None:
        for _ in range(facts):
            recorded = enveloped(FINALISED, case, plan.version + 1)
            plan.trigger_event(event_kind(recorded), **event_fields(recorded))
            plans.save(plan)

    plans.save(plan)
    return write


def bare(place: Place) -> Write:
    connection = psycopg.connect(place.owner, autocommit=True)
    mapper, case, versions = FactMapper(EnvelopeTranscoder(StoredFact)), new_id(), count(1)
    stored = mapper.to_stored_event(enveloped(FINALISED, case, 1))

    def write(facts: int) -> None:
        for _ in range(facts):
            row = [case, next(versions), stored.topic, stored.state]
            connection.execute(BARE_INSERT, row, prepare=True)

    return write


def make_tables(place: Place) -> None:
    """Make what ours does not bring; the library's processes would collide over it."""
    with LibraryPlans(env=place.library), psycopg.connect(place.owner) as connection:
        connection.execute(BARE_TABLE)
