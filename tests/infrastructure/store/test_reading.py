"""Reading: whole cases at once, as known at a position, and the tail of all facts."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from random import Random
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from eventsourcing.persistence import ApplicationRecorder

from application.ids import new_id
from domain.shared.ids import Id
from infrastructure.store.mapper import StoredFact
from infrastructure.store.reading import Stream
from infrastructure.store.refusals import UnreadableFact, VersionsMissing
from tests.support.appends import BODY, append_facts, append_held
from tests.support.sample_facts import held, recorded

if TYPE_CHECKING:
    from infrastructure.store.facts import FactStore
    from tests.support.pg_cluster import Cluster

SUPERUSER_PAST_THE_TRIGGER = "ALTER TABLE facts.alis_events DISABLE TRIGGER append_only"


def test_a_stream_gives_facts_envelopes_and_instants(store: FactStore) -> None:
    case, command = new_id(), new_id()
    facts = {1: held(30), 2: held(60)}
    receipt = append_facts(store, case, facts, command=command)
    stream = store.streams([case])[case]
    assert stream.facts() == list(facts.values())
    first = stream.recorded()[0]
    assert (first.case_id, first.version, first.fact) == (case, 1, facts[1])
    assert (first.command_id, first.acting_as, first.source) == (command, "supervisor", "here")
    assert first.recorded_at == receipt.recorded_at
    assert first == store.tail(0, 1)[0].recorded


def test_many_cases_are_read_at_once_and_unknown_ones_left_out(store: FactStore) -> None:
    cases = [new_id() for _ in range(3)]
    for number, case in enumerate(cases, start=1):
        append_held(store, case, *range(1, number + 1))
    streams = store.streams([*cases, new_id()])
    assert {case: stream.version for case, stream in streams.items()} == {
        cases[0]: 1,
        cases[1]: 2,
        cases[2]: 3,
    }
    assert store.streams([]) == {}


def test_a_long_case_comes_whole_and_in_order(store: FactStore) -> None:
    case = new_id()
    facts = {version: held(version % 500 + 1) for version in range(1, 301)}
    append_facts(store, case, facts)
    assert store.streams([case, case])[case].facts() == list(facts.values())
    cut = store.streams([case], upto_position=200)[case]
    assert [one.version for one in cut.recorded()] == list(range(1, 201))


def test_instants_are_read_to_the_microsecond(store: FactStore) -> None:
    first = datetime(2000, 1, 1, tzinfo=UTC)
    drawn = Random(1)
    elapsed = [drawn.randrange(7_000_000_000_000_000) for _ in range(20_000)]
    stream = Stream(
        store._reader,
        case_id=new_id(),
        version=len(elapsed),
        pieces=[],
        instants=struct.pack(f">{len(elapsed)}q", *elapsed),
    )
    assert stream.instants() == [first + timedelta(microseconds=one) for one in elapsed]


def test_a_position_cuts_every_case_at_the_same_moment(store: FactStore) -> None:
    one, other = new_id(), new_id()
    append_held(store, one, 1)
    append_held(store, other, 1)
    append_held(store, one, 2)
    known = store.streams([one, other], upto_position=2)
    assert (known[one].version, known[other].version) == (1, 1)
    assert list(store.streams([one, other], upto_position=1)) == [one]


def test_what_was_seen_is_the_hash_of_the_stored_bytes(store: FactStore) -> None:
    case = new_id()
    append_held(store, case, 1, 2)
    stored = store._recorder.select_events(case, gt=1)[0]
    assert isinstance(stored, StoredFact)
    stream = store.streams([case])[case]
    seen = stream.seen(2)
    assert (seen.case, seen.version) == (case, 2)
    assert seen.sha256 == sha256(stored.state).hexdigest()
    with pytest.raises(VersionsMissing):
        stream.seen(3)


@pytest.mark.parametrize(
    "state", ["not json", "", '{"fact":{"fact":"sample.held"}}', "{},{}", '{"fact":1}']
)
def test_an_unreadable_fact_is_named(
    cluster: Cluster, database: str, store: FactStore, state: str
) -> None:
    case = new_id()
    append_held(store, case, 1, 2, 3)
    cluster.run(
        SUPERUSER_PAST_THE_TRIGGER,
        f"UPDATE facts.alis_events SET state = '{state}' WHERE originator_version = 2",
        database=database,
    )
    stream = store.streams([case])[case]
    for read in (stream.facts, stream.recorded):
        with pytest.raises(UnreadableFact, match=rf"case {case}, version 2 \(sample.held\)"):
            read()
    with pytest.raises(UnreadableFact, match="version 2"):
        store.tail(0, 10)


def test_a_missing_version_is_named(cluster: Cluster, database: str, store: FactStore) -> None:
    case = new_id()
    append_held(store, case, 1, 2, 3)
    cluster.run(
        SUPERUSER_PAST_THE_TRIGGER,
        "DELETE FROM facts.alis_events WHERE originator_version = 2",
        database=database,
    )
    with pytest.raises(VersionsMissing, match=f"case {case} lacks version 2 of 3"):
        store.streams([case])


def test_a_row_whose_tag_was_changed_is_unreadable(
    cluster: Cluster, database: str, store: FactStore
) -> None:
    append_held(store, new_id(), 1)
    cluster.run(
        SUPERUSER_PAST_THE_TRIGGER,
        "UPDATE facts.alis_events SET topic = 'sample.opened'",
        database=database,
    )
    with pytest.raises(UnreadableFact, match=r"it holds a sample\.held"):
        store.tail(0, 1)


def test_the_tail_is_in_order_and_bounded(store: FactStore) -> None:
    case = new_id()
    append_held(store, case, 1, 2, 3)
    assert [found.position for found in store.tail(1, 10)] == [2, 3]
    assert [found.recorded.version for found in store.tail(0, 2)] == [1, 2]


def test_known_at_an_instant_is_one_position(demo_store: FactStore) -> None:
    start = datetime(2023, 1, 1, tzinfo=UTC)
    instants = [start + timedelta(days=day) for day in (0, 1, 1, 2, 5)]
    case = new_id()
    demo_store.append(
        [recorded(held(), case=case, version=version) for version in range(1, 6)],
        command_id=new_id(),
        body_hash=BODY,
        simulated=instants,
    )
    asked = [(-1, 0), (0, 1), (1, 3), (1.5, 3), (4, 4), (5, 5), (900, 5)]
    for days, position in asked:
        assert demo_store.position_at(start + timedelta(days=days)) == position


def test_an_empty_store_is_at_position_0(store: FactStore) -> None:
    assert store.position() == 0
    assert store.position_at(datetime.now(UTC)) == 0


def test_a_subscription_gives_what_was_recorded_and_what_comes(store: FactStore) -> None:
    case = new_id()
    append_held(store, case, 1, 2)
    with store.subscribe(1) as subscription:
        facts = iter(subscription)
        assert next(facts).position == 2
        append_held(store, case, 3)
        assert next(facts).recorded.version == 3


def test_stopping_a_subscription_ends_the_one_who_waits(store: FactStore) -> None:
    with store.subscribe(0) as subscription:
        waiting = Thread(target=list, args=(iter(subscription),))
        waiting.start()
        subscription.stop()
        waiting.join(10)
        assert not waiting.is_alive()


def test_the_library_reads_the_same_rows(store: FactStore) -> None:
    case: Id = new_id()
    append_held(store, case, 1, 2, 3)
    application = store._application
    assert isinstance(application.recorder, ApplicationRecorder)
    assert list(application.events.get(case)) == store.streams([case])[case].recorded()
    backwards = application.events.get(case, desc=True, limit=1, lte=2)
    assert [found.originator_version for found in backwards] == [2]
    section = application.notification_log["1,10"]
    assert [notification.id for notification in section.items] == [1, 2, 3]
    assert application.recorder.select_notifications(1, 10, topics=["sample.opened"]) == []
