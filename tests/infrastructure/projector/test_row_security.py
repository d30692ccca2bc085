"""PostgreSQL shows nobody the rows of another municipality, whatever the program asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.rows import scalar_row
from psycopg.sql import SQL, Identifier

from application.actors import Role
from application.ids import new_id
from application.kept import KEPT
from application.on_behalf import Reader, on_behalf_of, read_for, reading
from application.ports import Unavailable
from domain.bodies.body import BodyKind
from domain.bodies.facts import BodyEstablished, BodyOfficerAppointed
from domain.shared.ids import Id
from infrastructure.projector.policies import POLICIES
from infrastructure.projector.rebuilding import rebuild
from infrastructure.projector.tables import TABLES
from infrastructure.views import PostgresViews
from tests.support.projecting import World
from tests.support.training import FIRST_DAY

if TYPE_CHECKING:
    from infrastructure.store.facts import FactStore

# Leaders are replaced as the world goes on; on this day all who lead at last have begun.
DAY = date(2100, 1, 1)
Ask = Callable[..., list[Any]]


# Each makes a world of its own, and every view of it.
pytestmark = pytest.mark.slow


@pytest.fixture
def world(address: str, store: FactStore) -> World:
    made = World(store, 7, plans=6)
    made.go_on(200)
    made.invite()
    rebuild(address)
    return made


@pytest.fixture
def ask(address: str, world: World) -> Iterator[Ask]:
    """Ask as the role that pages read with, on a connection that stays the same."""
    with psycopg.connect(address, autocommit=True, row_factory=scalar_row) as connection:

        def asked(statement: str, person: Id | None = None, day: date | None = DAY) -> list[Any]:
            with connection.transaction():
                connection.execute("SET LOCAL ROLE alis_reader")
                if person:
                    connection.execute("SELECT set_config('alis.person', %s, true)", [person])
                    connection.execute("SELECT set_config('alis.day', %s, true)", [str(day)])
                return connection.execute(statement.encode()).fetchall()

        yield asked


@pytest.fixture(autouse=True)
def the_machine_reads_afterwards() -> Iterator[None]:
    yield
    assert reading() is None


def of_all(views: PostgresViews, view: str, column: str) -> set[Any]:
    return {getattr(row, column) for row in views.rows(view)}


@pytest.mark.parametrize("view", [kept.name for kept in KEPT])
def test_without_a_person_there_is_no_row(ask: Ask, views: PostgresViews, view: str) -> None:
    assert views.rows(view), "the world has rows of every view"
    assert ask(f"SELECT count(*) FROM views.{view}") == [0]


@pytest.mark.parametrize("view", ["plan_register", "coverage", "deadlines"])
def test_a_leader_sees_the_own_municipality_and_none_of_the_other(
    ask: Ask, world: World, views: PostgresViews, view: str
) -> None:
    (one, leader), (other, _) = world.leaders.items()
    assert {one, other} <= of_all(views, view, "organisation")
    of_plans = f"FROM views.{view} WHERE case_id <> organisation"
    assert set(ask(f"SELECT organisation::text {of_plans}", leader)) == {one}
    assert ask(f"SELECT count(*) {of_plans} AND organisation = '{other}'", leader) == [0]


def test_after_the_transaction_the_connection_knows_of_nobody(ask: Ask, world: World) -> None:
    leader = next(iter(world.leaders.values()))
    everything = "SELECT count(*) FROM views.plan_register"
    assert ask(everything, leader) > [0]
    assert ask("SELECT current_setting('alis.person', true)") in ([""], [None])
    assert ask(everything) == [0]


def test_a_new_generation_is_guarded_as_the_one_before(
    address: str, ask: Ask, world: World
) -> None:
    one, leader = next(iter(world.leaders.items()))
    rebuild(address)
    assert set(ask("SELECT organisation::text FROM views.plan_register", leader)) == {one}
    assert ask("SELECT count(*) FROM views.plan_register") == [0]


def test_who_led_sees_nothing_any_more(
    address: str, ask: Ask, world: World, views: PostgresViews
) -> None:
    organisation, before = next(iter(world.leaders.items()))
    after = world.replace_leader(organisation)
    rebuild(address)
    (office,) = views.rows("offices", person=before, case_id=organisation)
    last, register = office.last_day, "SELECT count(*) FROM views.plan_register"
    assert ask(register, before, last) > [0]
    assert ask(register, before, last + timedelta(days=1)) == [0]
    assert ask(register, after, last) == [0]
    assert ask(register, after, last + timedelta(days=1)) > [0]


def test_a_doctor_sees_the_own_plan_and_a_supervisor_the_own_tasks(
    ask: Ask, views: PostgresViews
) -> None:
    row = views.rows("plan_register")[0]
    assert ask("SELECT case_id::text FROM views.plan_register", row.doctor) == [row.case_id]
    for view in ("tasks", "offices"):
        for person in sorted(of_all(views, view, "person"))[:5]:
            seen = set(ask(f"SELECT person::text FROM views.{view}", person))
            assert seen == {person}, view


def test_a_supervisor_sees_whose_the_plans_are_that_they_guide_and_no_others(
    ask: Ask, views: PostgresViews
) -> None:
    every = of_all(views, "plan_register", "case_id")
    guiding = [row for row in views.rows("offices", on=DAY) if row.role == "supervisor"]
    for person in {row.person for row in guiding}:
        own = {row.case_id for row in views.rows("offices", on=DAY, person=person)} & every
        assert set(ask("SELECT case_id::text FROM views.plan_register", person)) == own
        assert own < every


@pytest.mark.parametrize(
    ("kind", "sees", "not_those"),
    [
        (BodyKind.DIRECTORATE, ["plan_register", "exemptions", "docket"], ["guidance_groups"]),
        (BodyKind.AUDIT, ["plan_register", "guidance_groups", "decisions_made"], ["tasks"]),
        (BodyKind.MEDICAL_ASSOCIATION, ["guidance_groups"], ["plan_register", "docket"]),
        (BodyKind.OPERATIONS, [], ["plan_register", "docket", "incoming", "deadlines"]),
    ],
)
def test_a_body_of_the_state_sees_across_what_is_its_business(  # noqa: PLR0917 - a table
    address: str,
    world: World,
    ask: Ask,
    kind: BodyKind,
    sees: list[str],
    not_those: list[str],
) -> None:
    officer = new_id()
    appointed = BodyOfficerAppointed(person=officer, first_day=FIRST_DAY, last_day=None)
    world.tell(new_id(), BodyEstablished(kind=kind, name=str(kind)), appointed)
    rebuild(address)
    for view in sees:
        assert ask(f"SELECT count(*) FROM views.{view}", officer) > [0], view
    for view in not_those:
        assert ask(f"SELECT count(*) FROM views.{view}", officer) == [0], view


def test_pages_read_with_a_role_that_can_do_nothing_else(ask: Ask, world: World) -> None:
    leader = next(iter(world.leaders.values()))
    for statement in (
        "SELECT count(*) FROM facts.alis_events",
        "SELECT count(*) FROM directory.people",
        "SELECT count(*) FROM sessions.open",
        "SELECT count(*) FROM openings.log",
        "SELECT count(*) FROM views.generations",
        "DELETE FROM views.plan_register RETURNING 1",
        "UPDATE views.offices SET role = 'leader' RETURNING 1",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ask(statement, leader)


def test_every_table_of_rows_is_guarded(address: str, world: World) -> None:
    assert set(POLICIES) == {kept.name for kept in KEPT}
    with psycopg.connect(address) as connection:
        found = connection.execute("""
            SELECT regexp_replace(relname, '_[0-9]+$', ''), relrowsecurity,
                (SELECT count(*) FROM pg_policy WHERE polrelid = c.oid)
            FROM pg_class AS c WHERE relnamespace = 'views'::regnamespace AND relkind = 'r'
            AND relname ~ '_[0-9]+$'
        """).fetchall()
    assert {name for name, _, _ in found} == set(TABLES)
    assert all(on for _, on, _ in found)
    assert {name for name, _, policies in found if policies != 1} == {"leans_on"}
    assert world.leaders


def test_views_are_read_for_a_person_and_then_for_the_machine_again(
    world: World, views: PostgresViews
) -> None:
    (one, leader), (other, _) = world.leaders.items()
    with on_behalf_of(leader, DAY):
        assert {row.organisation for row in views.rows("plan_register")} == {one}
        assert views.rows("plan_register", organisation=other) == []
        always: dict[str, Any] = {"first_day": date.min, "last_day": date.max}
        assert {row.organisation for row in views.due("deadlines", **always)} == {one}
        assert views.count_due("deadlines", organisation=other, **always) == 0
    assert of_all(views, "plan_register", "organisation") == {one, other}


def test_nobody_yet_reads_nothing(world: World, views: PostgresViews) -> None:
    read_for(Reader(person=None, day=DAY))
    try:
        assert [view.name for view in KEPT if views.rows(view.name)] == []
    finally:
        read_for(None)
    assert world.leaders


def test_one_who_leads_nothing_sees_what_an_establishment_lacks_but_not_its_plans(
    ask: Ask, world: World
) -> None:
    seen = ask("SELECT case_id = organisation FROM views.coverage", new_id())
    assert set(seen) == {True}
    assert world.leaders


def test_rows_an_earlier_program_made_are_said_to_be_in_the_making(
    address: str, world: World, views: PostgresViews
) -> None:
    leader = next(iter(world.leaders.values()))
    with psycopg.connect(address, autocommit=True) as connection:
        revoke = SQL("REVOKE SELECT ON {} FROM alis_reader")
        connection.execute(revoke.format(Identifier("views", "plan_register")))
    with on_behalf_of(leader, DAY), pytest.raises(Unavailable):
        views.rows("plan_register")
    assert views.rows("plan_register")


def test_the_roles_in_the_policies_are_roles(world: World) -> None:
    named = {
        role
        for condition in POLICIES.values()
        for part in condition.split("'{")[1:]
        for role in part.split("}'")[0].split(",")
        if role
    }
    assert named <= {str(role) for role in Role}
    assert len(named) > 5
    assert world.leaders
