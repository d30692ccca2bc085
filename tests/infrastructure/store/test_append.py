"""Appending: all or nothing, once, in order, and only on what has not changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import psycopg
import pytest

from application.ids import new_id
from domain.shared.refusals import CaseChanged, KeyReused
from infrastructure.store.refusals import AppendRefused, UnreadableFact
from tests.support.appends import BODY, append_facts, append_held
from tests.support.sample_facts import DAY, Held, held, recorded

if TYPE_CHECKING:
    from infrastructure.store.facts import FactStore
    from tests.support.pg_cluster import Cluster


def test_the_receipt_tells_where_the_facts_went(store: FactStore) -> None:
    case = new_id()
    append_held(store, new_id(), 1)
    receipt = append_held(store, case, 1, 2)
    assert (receipt.case_id, receipt.version, receipt.position) == (case, 2, 3)
    assert receipt.recorded_at <= datetime.now(UTC)
    assert not receipt.repeated


def test_a_repeated_command_gets_its_first_receipt_whenever_it_comes(store: FactStore) -> None:
    case, command = new_id(), new_id()
    first = append_held(store, case, 1, command=command)
    append_held(store, case, 2)
    again = append_held(store, case, 1, command=command)
    assert again.repeated
    assert (again.version, again.position, again.recorded_at) == (1, 1, first.recorded_at)
    assert store.position() == 2


def test_a_receipt_can_be_asked_for(store: FactStore) -> None:
    command = new_id()
    assert store.receipt_of(command, BODY) is None
    receipt = append_held(store, new_id(), 1, command=command)
    found = store.receipt_of(command, BODY)
    assert found is not None
    assert found.repeated
    assert found.position == receipt.position
    with pytest.raises(KeyReused):
        store.receipt_of(command, b"other")


def test_the_same_command_with_another_body_is_refused(store: FactStore) -> None:
    command, case = new_id(), new_id()
    append_held(store, case, 1, command=command)
    with pytest.raises(KeyReused):
        store.append([recorded(held(), case=case, version=2)], command_id=command, body_hash=b"x")
    assert store.position() == 1


def test_losing_a_race_tells_what_came_first(store: FactStore) -> None:
    case = new_id()
    append_held(store, case, 1, 2, 3)
    with pytest.raises(CaseChanged, match=f"Case {case} has changed") as refused:
        append_held(store, case, 2)
    assert refused.value.changes == ((2, "sample.held"), (3, "sample.held"))


@pytest.mark.parametrize("versions", [(2,), (1, 3), (1, 1), (2, 1)])
def test_versions_follow_each_other_without_a_gap(
    store: FactStore, versions: tuple[int, ...]
) -> None:
    case = new_id()
    with pytest.raises(CaseChanged):
        store.append(
            [recorded(held(), case=case, version=version) for version in versions],
            command_id=new_id(),
            body_hash=BODY,
        )
    assert store.position() == 0


def test_several_cases_are_appended_together_or_not_at_all(store: FactStore) -> None:
    plan, proceeding = new_id(), new_id()
    append_held(store, proceeding, 1)
    both = [recorded(held(), case=plan, version=1), recorded(held(), case=proceeding, version=1)]
    with pytest.raises(CaseChanged, match=str(proceeding)):
        store.append(both, command_id=new_id(), body_hash=BODY)
    assert store.position() == 1
    both[1] = recorded(held(), case=proceeding, version=2)
    receipt = store.append(both, command_id=new_id(), body_hash=BODY)
    assert (receipt.case_id, receipt.version, receipt.position) == (plan, 1, 3)


def test_facts_of_two_cases_may_alternate(store: FactStore) -> None:
    one, other = new_id(), new_id()
    order = [(one, 1), (other, 1), (one, 2), (other, 2)]
    receipt = store.append(
        [recorded(held(), case=case, version=version) for case, version in order],
        command_id=new_id(),
        body_hash=BODY,
    )
    assert (receipt.case_id, receipt.version, receipt.position) == (one, 2, 4)


def test_an_append_is_refused_when_a_case_it_leans_on_has_moved(store: FactStore) -> None:
    case, leader = new_id(), new_id()
    append_held(store, leader, 1, 2)
    sent = [recorded(held(), case=case, version=1)]
    with pytest.raises(CaseChanged, match=f"Case {leader}.*at version 2, not 1") as refused:
        store.append(sent, command_id=new_id(), body_hash=BODY, leant_on={leader: 1})
    assert refused.value.changes == ((2, "sample.held"),)
    leant_on = {leader: 2, new_id(): 0}
    assert store.append(sent, command_id=new_id(), body_hash=BODY, leant_on=leant_on).position == 3


def test_recorded_at_never_falls_even_when_the_clock_goes_back(demo_store: FactStore) -> None:
    ahead = datetime.now(UTC) + timedelta(days=400)
    sent = [recorded(held(), case=new_id(), version=1)]
    demo_store.append(sent, command_id=new_id(), body_hash=BODY, simulated=[ahead])
    assert append_held(demo_store, new_id(), 1).recorded_at == ahead


def test_simulated_times_are_kept_in_a_demo_and_may_not_fall(demo_store: FactStore) -> None:
    case, first = new_id(), datetime(2021, 3, 1, 12, tzinfo=UTC)
    times = [first, first + timedelta(days=30)]
    sent = [recorded(held(), case=case, version=version) for version in (1, 2)]
    receipt = demo_store.append(sent, command_id=new_id(), body_hash=BODY, simulated=times)
    assert receipt.recorded_at == times[1]
    assert demo_store.streams([case])[case].instants() == times
    for falling in ([first], [None]):
        with pytest.raises(AppendRefused, match="simulated time"):
            demo_store.append(
                [recorded(held(), case=case, version=3)],
                command_id=new_id(),
                body_hash=BODY,
                simulated=falling,  # type: ignore[arg-type]
            )


def test_a_real_database_refuses_simulated_times(store: FactStore) -> None:
    with pytest.raises(AppendRefused, match="for a demo database only"):
        store.append(
            [recorded(held(), case=new_id(), version=1)],
            command_id=new_id(),
            body_hash=BODY,
            simulated=[datetime(2021, 3, 1, tzinfo=UTC)],
        )


def test_an_append_without_facts_is_refused(store: FactStore) -> None:
    with pytest.raises(AppendRefused, match="at least one fact"):
        append_facts(store, new_id(), {})


def test_a_fact_of_the_wrong_type_is_refused_before_it_is_sent(store: FactStore) -> None:
    case = new_id()
    smuggled = Held(held_on=DAY, minutes="sixty")  # type: ignore[arg-type]
    with pytest.raises(UnreadableFact, match=rf"case {case}, version 1 \(sample.held\).*int"):
        append_facts(store, case, {1: smuggled})
    assert store.position() == 0


def test_a_fact_that_reads_back_as_something_else_is_refused(store: FactStore) -> None:
    smuggled = Held(held_on="2026-05-04", minutes=60)  # type: ignore[arg-type]
    with pytest.raises(UnreadableFact, match="reads back as something else"):
        append_facts(store, new_id(), {1: smuggled})


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_only_read_committed_is_taken(cluster: Cluster, database: str, level: str) -> None:
    call = "SELECT facts.append(gen_random_uuid(), 'x', %s, '{1}', '{t}', %s, NULL, NULL, NULL)"
    with psycopg.connect(cluster.url(database, user="alis_app")) as connection:
        connection.execute(f"SET TRANSACTION ISOLATION LEVEL {level}".encode())
        with pytest.raises(psycopg.Error, match="READ COMMITTED only") as refused:
            connection.execute(call, [[new_id()], [b"{}"]])
    assert refused.value.sqlstate == "AL005"
