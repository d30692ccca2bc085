"""The rows are what the views say of the facts, whatever happens to the projector."""

from __future__ import annotations

import pickle
import signal
from random import Random
from typing import TYPE_CHECKING

import pytest

from application.ids import new_id
from application.ports import Unreadable
from domain.plans.guidance import SessionFinalised
from domain.shared.facts import Fact
from infrastructure.projector import generations, projection
from infrastructure.projector.connecting import connect
from infrastructure.projector.faults import NoRows, NotFolded, Overtaken
from infrastructure.projector.generations import in_use
from infrastructure.projector.lease import PROJECTING
from infrastructure.projector.projection import Projection
from infrastructure.projector.rebuilding import rebuild
from infrastructure.store.refusals import UnreadableFact
from tests.support.appends import eventually
from tests.support.elsewhere import some_id
from tests.support.projecting import World, expected, found, projecting, projector_process
from tests.support.training import FIRST_DAY, Training

if TYPE_CHECKING:
    import psycopg

    from infrastructure.store.facts import FactStore
    from infrastructure.views import PostgresViews

PAST_THE_TRIGGER = "ALTER TABLE facts.alis_events DISABLE TRIGGER append_only"
SPOIL = "UPDATE facts.alis_events SET state = 'not json' WHERE notification_id = %s"
CUT_OFF = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'alis lease' AND datname = current_database()
"""
ACTIVE = f"""
    SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND (classid::bigint << 32) | objid::bigint = {PROJECTING}
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def test_the_rows_are_what_the_views_say(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    world = World(store, 1)
    world.go_on(20)
    with projecting(address, facts_at_once=7):
        assert views.wait_for(store.position(), seconds=10)
        assert found(views) == expected(store)
        world.go_on(20)
        world.invite()
        assert views.wait_for(store.position(), seconds=10)
    assert found(views) == expected(store)
    assert all(found(views).values())


@pytest.mark.parametrize("seed", range(6))
def test_rows_kept_fact_by_fact_equal_rows_made_anew(
    address: str, store: FactStore, views: PostgresViews, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = Random(seed)
    # Hardly anything at hand: cases and answers are forgotten and fetched all the time.
    monkeypatch.setattr(projection, "CASES_AT_ONCE", rng.choice([1, 2, 50]))
    rebuild(address)
    world = World(store, seed, plans=5)
    with connect(address, name="test") as connection:
        generation = in_use(connection)
        assert generation
        one = Projection(store, connection, generation, facts_at_once=rng.choice([1, 5, 2000]))
        one._cases._most_facts = rng.choice([0, 60, 100_000])
        one._answers._most_cases = rng.choice([0, 2, 100])
        for _ in range(10):
            world.go_on(rng.randint(1, 6))
            while one.step():
                pass
            assert found(views) == expected(store)
    kept = found(views)
    rebuild(address)
    assert found(views) == kept


def test_a_change_of_leader_reaches_the_tasks_of_the_plans(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    world = World(store, 2, plans=0)
    organisation, before = next(iter(world.leaders.items()))
    plan = some_id(world.rng)
    training = Training(
        rng=world.rng, organisation=organisation, doctor=some_id(world.rng), leader=before
    )
    world.tell(plan, training.next())
    with projecting(address):
        assert views.wait_for(store.position(), seconds=10)
        (task,) = views.rows("tasks", person=before, kind="appoint-supervisor")
        assert (task.case_id, task.kind) == (plan, "appoint-supervisor")
        after = world.replace_leader(organisation)
        assert views.wait_for(store.position(), seconds=10)
        (shortened,) = views.rows("tasks", person=before, kind="appoint-supervisor")
        (theirs,) = views.rows("tasks", person=after, kind="appoint-supervisor")
    assert shortened.last_day < theirs.first_day


def test_two_projectors_take_turns(
    address: str,
    store: FactStore,
    views: PostgresViews,
    superuser: psycopg.Connection[tuple[object, ...]],
) -> None:
    world = World(store, 3)
    with projecting(address), projecting(address):
        assert views.wait_for(store.position(), seconds=10)
        assert superuser.execute(ACTIVE).fetchone() == (1,)
        for _ in range(3):
            superuser.execute(CUT_OFF)
            world.go_on(5)
            assert views.wait_for(store.position(), seconds=20)
    assert found(views) == expected(store)
    assert superuser.execute(ACTIVE).fetchone() == (0,)


def test_one_who_was_overtaken_writes_nothing(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    rebuild(address)
    world = World(store, 4)
    world.go_on(10)
    with connect(address, name="one") as one, connect(address, name="other") as other:
        generation = in_use(one)
        assert generation
        zombie, active = (Projection(store, each, generation) for each in (one, other))
        while active.step():
            pass
        with pytest.raises(Overtaken):
            zombie.step()
        rebuild(address)
        world.go_on(3)
        with pytest.raises(Overtaken, match="generation 1 is no longer there"):
            active.step()
    with projecting(address):
        assert views.wait_for(store.position(), seconds=10)
    assert found(views) == expected(store)


def test_a_table_taken_away_by_hand_stops_the_projector(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    rebuild(address)
    with connect(address, name="test") as connection:
        connection.execute("DROP TABLE views.leans_on_1")
    position = World(store, 10).store.position()
    with pytest.raises(Overtaken, match="no longer there"), projecting(address):
        assert not views.wait_for(position, seconds=0.5)


def test_what_went_wrong_is_told_from_one_process_to_another() -> None:
    for told in (
        UnreadableFact(new_id(), 3, "plan.opened", ValueError("cause")),
        NotFolded(new_id(), 3, "cause"),
        NoRows("tasks", new_id(), 3, "cause"),
    ):
        assert str(pickle.loads(pickle.dumps(told))) == str(told)


@pytest.mark.parametrize("how", ["step", "rebuild"])
def test_a_fact_that_cannot_be_read_stops_everything_with_its_name(
    address: str,
    store: FactStore,
    views: PostgresViews,
    superuser: psycopg.Connection[tuple[object, ...]],
    how: str,
) -> None:
    world = World(store, 5)
    world.go_on(5)
    if how == "step":
        rebuild(address)
    kept = found(views)
    case = next(iter(world.plans))
    position = world.tell(case, *(world.plans[case].next() for _ in range(3)))
    superuser.execute(PAST_THE_TRIGGER)
    superuser.execute(SPOIL, [position])
    named = rf"case {case}, version {world.versions[case]} \(plan\."
    with pytest.raises(Unreadable, match=named), projecting(address):
        assert not views.wait_for(position, seconds=0.5)
    assert found(views) == kept


def test_a_case_that_cannot_be_folded_is_named(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    world = World(store, 6)
    world.go_on(10)
    case = next(iter(world.plans))
    stray = SessionFinalised(session=new_id(), finalised_by=new_id(), finalised_on=FIRST_DAY)
    position = world.tell(case, stray)
    named = f"case {case} cannot be folded at version {world.versions[case]}: KeyError"
    with pytest.raises(NotFolded, match=named), projecting(address):
        assert not views.wait_for(position, seconds=0.5)


def test_a_view_that_raises_is_named_with_its_case(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    world = World(store, 7)
    strange = Training(rng=world.rng, organisation=new_id(), doctor=new_id(), leader=new_id())
    case = new_id()
    first: Fact = strange.next()
    position = world.tell(case, first)
    with (
        pytest.raises(NoRows, match=f"view tasks fails for case {case} at version 1: KeyError"),
        projecting(address),
    ):
        assert not views.wait_for(position, seconds=0.5)


def test_rows_of_another_program_are_made_anew_at_the_start(
    address: str, store: FactStore, views: PostgresViews, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(store, 8)
    world.go_on(10)
    rebuild(address)
    with connect(address, name="test") as connection:
        before = in_use(connection)
        connection.execute("DELETE FROM views.tasks_1")
        with projecting(address):
            world.go_on(1)
            assert views.wait_for(store.position(), seconds=10)
        assert in_use(connection).generation == before.generation  # type: ignore[union-attr]
        monkeypatch.setattr(generations, "definitions", lambda: "another law")
        with projecting(address):
            eventually(lambda: in_use(connection).generation > before.generation)  # type: ignore[union-attr]
    assert found(views) == expected(store)


@pytest.mark.slow
def test_killed_in_the_middle_everything_is_counted_once(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    rebuild(address)
    world = World(store, 9, plans=6)
    for _ in range(8):
        reached = views.position()
        world.go_on(40)
        with projector_process(address) as process:
            # It takes three facts at a time, so it is in the midst of them.
            eventually(lambda reached=reached: views.position() > reached + 5, within=30)  # type: ignore[misc]
            process.send_signal(signal.SIGKILL)
    assert views.position() < store.position()
    with projecting(address):
        assert views.wait_for(store.position(), seconds=20)
    assert found(views) == expected(store)
