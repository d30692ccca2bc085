"""Killed between any two steps: every history an act belongs in tells of it, or none does.

Every act here changes two of them or three in one append. The same command
sent again is done exactly once.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count

import psycopg
import pytest

from application.actors import Actor, Order, Role
from application.ids import new_id
from application.incoming.commands import Place, Receive
from application.proceedings import commands as c
from domain.calendar.appeal_question import Channel
from domain.law.notices import ALWAYS
from domain.law.remedies import DecisionKind, Instance
from domain.proceedings.appeal import Review
from domain.proceedings.rulings import Decided
from domain.shared.ids import Id, parsed_id
from infrastructure.embedded import EmbeddedPostgres
from infrastructure.store.migrate import migrate, migrate_keys
from tests.support.doomed import NAME, Asked, Moment, died, services_over, started
from tests.support.postgres import own_databases
from tests.support.processes import eventually
from tests.support.town import TODAY, Town, order, town

# It looks for a receipt, reads what is there in bulk, and appends.
FEWEST_STATEMENTS = 4
SINCE = """
    SELECT originator_id::text, count(*) FROM facts.alis_events
    WHERE notification_id > %s GROUP BY 1
"""
LAST = "SELECT coalesce(max(notification_id), 0) FROM facts.alis_events"
COMMANDS = "SELECT count(*) FROM facts.commands WHERE command_id = %s"
CONNECTED = """
    SELECT pid FROM pg_stat_activity
    WHERE application_name = %s AND datname = current_database()
"""
HELD = CONNECTED + "AND wait_event = 'advisory'"
LOCK = 77
# Between the proceeding's facts and the plan's, in the middle of the one transaction.
STOP_BETWEEN = f"""
    CREATE FUNCTION public.stop_here() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF pg_backend_pid() IN (
            SELECT pid FROM pg_stat_activity WHERE application_name = '{NAME}'
        ) THEN
            PERFORM pg_advisory_xact_lock({LOCK});
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER stop_here BEFORE INSERT ON facts.alis_events
        FOR EACH ROW WHEN (NEW.topic LIKE 'plan.%') EXECUTE FUNCTION public.stop_here();
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A town with a plan, in which any number of proceedings come as far as an act."""

    town: Town
    plan: Id
    superuser: str

    def asked(self, act: str) -> Asked:
        return ACTS[act](self)

    def by(self, name: str, role: Role) -> Actor:
        return Actor(person=self.town.people[name], acting_as=role)

    @property
    def officer(self) -> Actor:
        return self.by("directorate", Role.DIRECTORATE_OFFICER)

    @property
    def doctor(self) -> Actor:
        return self.by("doctor", Role.DOCTOR)

    def opened(self) -> Id:
        proceeding = new_id()
        opened = c.OpenProceeding(
            plan=self.plan, proceeding=proceeding, kind=DecisionKind.SPECIALIST_APPROVAL
        )
        self.town.services.decisions.open(opened, self.doctor, order())
        return proceeding

    def notified(self) -> Id:
        proceeding, decisions = self.opened(), self.town.services.decisions
        made = c.MakeDecision(proceeding=proceeding, outcome=Decided.REFUSED, text="Avslag.")
        decisions.decide(made, self.officer, order())
        sent = c.SendNotice(proceeding=proceeding, channel=Channel.DIGITAL, says=tuple(ALWAYS))
        self.town.services.notices.send(sent, self.officer, order())
        arrived = c.EnterArrival(
            proceeding=proceeding,
            channel=Channel.DIGITAL,
            available_on=TODAY,
            alerted_on=TODAY,
        )
        self.town.services.notices.enter_arrival(arrived, self.officer, order())
        return proceeding

    def maintained(self) -> tuple[Id, Id]:
        proceeding, appeal = self.notified(), new_id()
        appeals = self.town.services.appeals
        filed = c.FileAppeal(proceeding=proceeding, appeal=appeal, grounds="Uenig.")
        appeals.file(filed, self.doctor, order())
        reviewed = c.ReviewAppeal(
            proceeding=proceeding, appeal=appeal, outcome=Review.MAINTAINED, text="Som før."
        )
        appeals.review(reviewed, self.officer, order())
        return proceeding, appeal


def decide(scene: Scene) -> Asked:
    command = c.MakeDecision(proceeding=scene.opened(), outcome=Decided.REFUSED, text="Avslag.")
    return _asked("decisions", "decide", command, scene.officer)


def file(scene: Scene) -> Asked:
    command = c.FileAppeal(proceeding=scene.notified(), appeal=new_id(), grounds="Uenig.")
    return _asked("appeals", "file", command, scene.doctor)


def forward(scene: Scene) -> Asked:
    proceeding, appeal = scene.maintained()
    command = c.ForwardAppeal(proceeding=proceeding, appeal=appeal, to=Instance.PERSONNEL_BOARD)
    return _asked("appeals", "forward", command, scene.officer)


def place(scene: Scene) -> Asked:
    incoming = new_id()
    sent = Receive(incoming=incoming, words="Jeg klager.", to=Instance.DIRECTORATE)
    scene.town.services.receiving.receive(sent, scene.doctor, order())
    command = Place(incoming=incoming, proceeding=scene.notified())
    return _asked("placing", "place", command, scene.officer)


ACTS: dict[str, Callable[[Scene], Asked]] = {
    "decide": decide,
    "file": file,
    "forward": forward,
    "place": place,
}


def _asked(service: str, method: str, command: object, actor: Actor) -> Asked:
    sent: Order = replace(order(), keyed=True)
    return Asked(
        service=service, method=method, command=command, actor=actor, order=sent, day=TODAY
    )


@pytest.fixture
def scene(server: EmbeddedPostgres) -> Iterator[Scene]:
    with own_databases(server) as pair:
        migrate(pair.addresses.migrate)
        migrate_keys(pair.addresses.migrate_keys)
        with town(pair.addresses) as settled:
            made = settled.with_new_people()
            plan = parsed_id(made.plan().removeprefix("/plans/"))
            yield Scene(town=made, plan=plan, superuser=server.address("postgres", pair.name))


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("moment", Moment)
def test_killed_around_any_statement_it_is_told_in_both_or_in_neither(
    scene: Scene, act: str, moment: Moment
) -> None:
    found: list[bool] = []
    for at in count(1):
        killed, told = _tried(scene, act, at, moment)
        found.append(told)
        if not killed:
            break
    assert len(found) > FEWEST_STATEMENTS
    assert (found[0], found[-1]) == (False, True)
    # Once it is told it is told, however much later the process dies.
    assert found == sorted(found)
    # One of them died when it was told, and before anybody had an answer.
    assert found[-2]


def _tried(scene: Scene, act: str, at: int, moment: Moment) -> tuple[bool, bool]:
    """Return whether a process was killed at a place of an act, and whether the act was told."""
    asked, before = scene.asked(act), _last(scene)
    killed = died(scene.town.addresses, asked, at=at, moment=moment)
    told = _told_in_both(scene, asked, before)
    _sent_again(scene, asked, before, repeated=told)
    return killed, told


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("server_too", [False, True], ids=["client", "server"])
def test_killed_between_the_facts_of_the_two_cases(
    scene: Scene,
    act: str,
    server_too: bool,  # noqa: FBT001 - a parameter
) -> None:
    """The proceeding's fact is written and the plan's is not, when the process is killed."""
    asked = scene.asked(act)
    with psycopg.connect(scene.superuser, autocommit=True) as parent:
        parent.execute(STOP_BETWEEN)
        before = _last(scene)
        parent.execute(f"SELECT pg_advisory_lock({LOCK})")
        with started(scene.town.addresses, asked) as process:
            assert eventually(lambda: bool(parent.execute(HELD, [NAME]).fetchall()))
            process.kill()
            process.join(60)
            assert process.exitcode == -signal.SIGKILL
        assert _since(scene, before) == {}
        (held,) = parent.execute(HELD, [NAME]).fetchall()
        if server_too:
            parent.execute("SELECT pg_terminate_backend(%s)", held)
        parent.execute(f"SELECT pg_advisory_unlock({LOCK})")
        told = _told_in_both(scene, asked, before)
        # A server that lives finishes what it was told, though nobody waits for the answer.
        assert told is not server_too
        _sent_again(scene, asked, before, repeated=told)


def _told_in_both(scene: Scene, asked: Asked, before: int) -> bool:
    """Return whether all cases tell of the act; raises where one does and another does not."""
    with psycopg.connect(scene.superuser, autocommit=True) as fresh:
        assert eventually(lambda: not fresh.execute(CONNECTED, [NAME]).fetchall())
    return _all_of_it(scene, asked, before) == 1


def _all_of_it(scene: Scene, asked: Asked, before: int) -> int:
    """Return how often the act is told, which is the same wherever it is to be told."""
    told = _since(scene, before)
    cases = {asked.command.proceeding, scene.plan, getattr(asked.command, "incoming", scene.plan)}
    times = {told.pop(case, 0) for case in cases}
    assert not told, told
    with psycopg.connect(scene.superuser) as fresh:
        found = fresh.execute(COMMANDS, [asked.order.command_id]).fetchone()
    assert found is not None
    times.add(found[0])
    assert len(times) == 1, times
    return times.pop()


def _sent_again(scene: Scene, asked: Asked, before: int, *, repeated: bool) -> None:
    """The client, which got no answer, sends the same again, and once more."""
    with services_over(scene.town.addresses, name="again", day=TODAY) as services:
        first = asked.done(services)
        second = asked.done(services)
    assert first.repeated is repeated
    assert second == replace(first, repeated=True)
    assert _all_of_it(scene, asked, before) == 1


def _last(scene: Scene) -> int:
    with psycopg.connect(scene.superuser) as fresh:
        found = fresh.execute(LAST).fetchone()
    assert found is not None
    return int(found[0])


def _since(scene: Scene, before: int) -> dict[Id, int]:
    """Return how many facts each case got since, as a fresh connection sees it."""
    with psycopg.connect(scene.superuser) as fresh:
        return {Id(case): number for case, number in fresh.execute(SINCE, [before]).fetchall()}
