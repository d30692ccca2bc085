"""Reading the rows: by value, by day, and not before they have come far enough."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from application.ids import new_id
from infrastructure.projector.rebuilding import rebuild
from infrastructure.views import PostgresViews
from tests.support.projecting import World, projecting
from tests.support.training import FIRST_DAY

if TYPE_CHECKING:
    from infrastructure.store.facts import FactStore

DAY = timedelta(days=1)


def test_a_row_counts_from_its_first_day_to_its_last(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    world = World(store, 1)
    organisation, before = next(iter(world.leaders.items()))
    after = world.replace_leader(organisation)
    rebuild(address)
    (first,) = views.rows("offices", person=before)
    (second,) = views.rows("offices", person=after)
    assert second.first_day == first.last_day + DAY
    assert second.last_day == date.max
    held = {
        day: [row.person for row in views.rows("offices", case_id=organisation, on=day)]
        for day in (first.first_day - DAY, first.first_day, first.last_day, second.first_day)
    }
    assert list(held.values()) == [[], [before], [before], [after]]
    assert views.rows("offices", on=date.max, person=after) == [second]


def test_first_and_last_days_of_all_come_back_as_they_went(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    world = World(store, 2)
    world.go_on(15)
    rebuild(address)
    spans = {(row.first_day, row.last_day) for row in views.rows("tasks")}
    assert (date.min, date.max) in spans
    assert views.rows("tasks", first_day=date.min, last_day=date.max)
    assert views.rows("tasks", first_day=date.max) == []


def test_rows_without_a_span_are_the_same_every_day(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    world = World(store, 3)
    world.go_on(15)
    rebuild(address)
    plans = views.rows("plan_register", on=FIRST_DAY)
    assert plans == views.rows("plan_register")
    organisation = plans[0].organisation
    theirs = [row for row in plans if row.organisation == organisation]
    assert views.rows("plan_register", organisation=organisation) == theirs
    unheld = [row for row in plans if row.last_session_on is None]
    assert views.rows("plan_register", last_session_on=None) == unheld
    assert views.rows("plan_register", organisation=new_id()) == []


def test_only_known_views_and_columns_can_be_asked_for(views: PostgresViews) -> None:
    for view in ("generations", "leans_on", "tasks; --"):
        with pytest.raises(LookupError):
            views.rows(view)
    strange: dict[str, Any] = {"person; --": 1}
    with pytest.raises(LookupError, match="tasks has no person; --"):
        views.rows("tasks", **strange)


def test_waiting_ends_when_the_rows_have_come_or_the_time_has_passed(
    address: str, store: FactStore, views: PostgresViews
) -> None:
    world = World(store, 4)
    assert not views.wait_for(store.position(), seconds=0.2)
    with ThreadPoolExecutor(4) as threads:
        waiting = [threads.submit(views.wait_for, store.position(), seconds=20) for _ in range(4)]
        with projecting(address):
            assert all(one.result(20) for one in waiting)
            world.go_on(1)
            assert views.wait_for(store.position(), seconds=10)
    assert views.wait_for(0, seconds=0)


def test_nothing_connects_before_it_is_used() -> None:
    with PostgresViews("host=127.0.0.1 port=1") as views:
        assert views._reading.closed
