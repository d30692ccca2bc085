"""Deadlines that ran out are recorded once each, whoever else is at work or comes to grief."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pytest

from application.enforcement import noticing
from application.enforcement.outcome import Outcome
from application.ids import new_id
from application.ports import Change, Histories, Receipt, Unreadable
from infrastructure.projector.rebuilding import rebuild
from tests.support.appends import append_facts
from tests.support.clockwork import old_scheme_left
from tests.support.lapsing import be_lapsed_once, due_plans, lapsing, race

if TYPE_CHECKING:
    from domain.shared.ids import Id
    from infrastructure.store.facts import FactStore
    from tests.support.postgres import Databases


class Between:
    """Histories where something is done before each reading, and before the first append."""

    def __init__(
        self,
        histories: Histories,
        *,
        reading: Callable[[Mapping[Id, type]], object] = lambda _: None,
        recording: Callable[[Sequence[Change]], object] = lambda _: None,
    ) -> None:
        self._histories = histories
        self._reading = reading
        self._recording: Callable[[Sequence[Change]], object] | None = recording

    def __getattr__(self, name: str) -> Any:
        return getattr(self._histories, name)

    def load(self, wanted: Mapping[Id, type], **told: Any) -> Mapping[Id, Any]:
        self._reading(wanted)
        return self._histories.load(wanted, **told)

    def append(self, changes: Sequence[Change], **told: Any) -> Receipt:
        recording, self._recording = self._recording, None
        if recording:
            recording(changes)
        return self._histories.append(changes, **told)


def due(store: FactStore, address: str, plans: int) -> list[Id]:
    """Record so many plans with a deadline each, keep their rows, and return their ids."""
    histories = list(due_plans(plans))
    facts = [recorded for history in histories for recorded in history]
    store.append(facts, command_id=new_id(), body_hash=b"")
    rebuild(address)
    _, *those = (history[0].case_id for history in histories)
    return those


def test_cases_are_read_some_at_a_time(
    databases: Databases, store: FactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noticing, "READ_AT_ONCE", 4)
    due(store, databases.addresses.application, 10)
    read: list[int] = []
    around = _reading(lambda wanted: read.append(len(wanted)))
    with lapsing(databases.addresses, around=around) as lapse_all:
        assert lapse_all() == Outcome(recorded=10)
        assert lapse_all() == Outcome(done_before=10)
    assert read == [4, 4, 2] * 2
    be_lapsed_once(databases.addresses, 10)


def test_one_that_cannot_be_read_keeps_no_other_from_being_done(
    databases: Databases, store: FactStore
) -> None:
    broken = due(store, databases.addresses.application, 5)[2]

    def fail(wanted: Mapping[Id, type]) -> None:
        if broken in wanted:
            raise Unreadable("unreadable", nb="ødelagt", en="broken")

    with lapsing(databases.addresses, around=_reading(fail)) as lapse_all:
        outcome = lapse_all()
    assert (outcome.recorded, list(outcome.failed)) == (4, [broken])
    with lapsing(databases.addresses) as lapse_again:
        assert lapse_again() == Outcome(recorded=1, done_before=4)
    be_lapsed_once(databases.addresses, 5)


def test_what_came_after_the_reading_is_decided_on(databases: Databases, store: FactStore) -> None:
    plans = due(store, databases.addresses.application, 3)

    def leave(changes: Sequence[Change]) -> None:
        for plan in plans:
            if plan != changes[0].case_id:
                append_facts(store, plan, {3: old_scheme_left()})

    def around(histories: Histories) -> Between:
        return Between(histories, recording=leave)

    with lapsing(databases.addresses, around=around) as lapse_all:
        assert lapse_all() == Outcome(recorded=1, done_before=2)
    be_lapsed_once(databases.addresses, 1)


@pytest.mark.slow
@pytest.mark.parametrize("dies_at", [None, 60])
def test_two_workers_at_once_record_each_deadline_once(
    databases: Databases, store: FactStore, dies_at: int | None
) -> None:
    due(store, databases.addresses.application, 200)
    raced = race(databases.addresses, dies_at=dies_at)
    be_lapsed_once(databases.addresses, 200)
    if dies_at is None:
        assert sum(one.recorded for one in raced.outcomes if one) == 200
    with lapsing(databases.addresses) as lapse_again:
        assert lapse_again() == Outcome(done_before=200)
    be_lapsed_once(databases.addresses, 200)


def _reading(reading: Callable[[Mapping[Id, type]], object]) -> Callable[[Histories], Between]:
    return lambda histories: Between(histories, reading=reading)
