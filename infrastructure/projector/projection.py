"""Brings one generation of rows forward, a batch of facts at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from psycopg.errors import UndefinedTable
from psycopg.sql import SQL

from application.kept import leans_on
from domain.shared.ids import Id
from infrastructure.projector.answers import Answers
from infrastructure.projector.cases import Cases
from infrastructure.projector.faults import Overtaken
from infrastructure.projector.folding import Rows, rows_of
from infrastructure.projector.generations import TELL, Generation, in_use
from infrastructure.projector.tables import LEANINGS, TABLES

if TYPE_CHECKING:
    from psycopg import Connection

    from application.ports import Positioned
    from infrastructure.store.facts import FactStore

# On condition of the position it came from: who was overtaken changes nothing.
MOVE = """
    UPDATE views.generations SET position = %(to)s
    WHERE generation = %(generation)s AND position = %(came_from)s
"""
DEPENDANTS = SQL("SELECT DISTINCT case_id FROM {} WHERE other = ANY (%s::uuid[])")

FACTS_AT_ONCE = 2_000
CASES_AT_ONCE = 50


@dataclass(slots=True)
class Changes:
    """Rows to take out and to put in, by table, and what the cases then give."""

    out: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    into: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    given: dict[Id, Rows] = field(default_factory=dict)

    def note(self, case_id: Id, before: Rows, after: Rows) -> None:
        for name in TABLES:
            old, new = set(before.get(name, ())), set(after.get(name, ()))
            self.out[name] += old - new
            self.into[name] += new - old
        self.given[case_id] = after


class Projection:
    """The rows of one generation, and how far they have come."""

    def __init__(
        self,
        store: FactStore,
        connection: Connection[Any],
        generation: Generation,
        *,
        facts_at_once: int = FACTS_AT_ONCE,
    ) -> None:
        self.position = generation.position
        self.generation = generation.generation
        self._store = store
        self._connection = connection
        self._facts_at_once = facts_at_once
        self._cases = Cases(store)
        self._answers = Answers(connection, self.generation)

    def step(self) -> int:
        """Take in the next facts and return how many; rows and position change together.

        Raises Overtaken, UnreadableFact, NotFolded or NoRows, and has then written nothing.
        """
        facts = self._store.tail(self.position, self._facts_at_once)
        if not facts:
            return 0
        try:
            self._take_in(facts)
        except UndefinedTable as gone:
            raise Overtaken(f"generation {self.generation} is no longer there") from gone
        finally:
            if self.position != facts[-1].position:
                # The cases at hand may have gone further than the rows.
                self._cases.forget()
                self._answers.forget()
        return len(facts)

    def is_in_use(self) -> bool:
        """Return whether these are the rows in use, and no further than we brought them."""
        used = in_use(self._connection)
        ours = (self.generation, self.position)
        return used is not None and ours == (used.generation, used.position)

    def _take_in(self, facts: Sequence[Positioned]) -> None:
        last = facts[-1].position
        self._cases.advance(facts)
        changed = list(dict.fromkeys(one.recorded.case_id for one in facts))
        changes = Changes()
        for some in _parts([*changed, *self._dependants(changed)]):
            self._refresh(some, last, changes)
        self._write(last, changes)
        self._answers.remember(changes.given)
        self.position = last

    def _dependants(self, changed: list[Id]) -> list[Id]:
        statement = DEPENDANTS.format(LEANINGS.of(self.generation))
        found = self._connection.execute(statement, [changed]).fetchall()
        return sorted({case_id for (case_id,) in found} - set(changed))

    def _refresh(self, case_ids: Sequence[Id], upto: int, changes: Changes) -> None:
        cases = self._cases.folded(case_ids, upto=upto)
        leant_on = {other for case in cases.values() for other in leans_on(case)}
        others = self._cases.folded(leant_on, upto=upto)
        before = self._answers.of(cases)
        for case_id, case in cases.items():
            changes.note(case_id, before[case_id], rows_of(case_id, case, others))

    def _write(self, last: int, changes: Changes) -> None:
        move = {"to": last, "generation": self.generation, "came_from": self.position}
        with self._connection.transaction():
            # First of all, for it makes whoever else would write wait, and then fail.
            if not self._connection.execute(MOVE, move).rowcount:
                raise Overtaken(f"the rows are no longer at position {self.position}")
            for name, table in TABLES.items():
                if changes.out[name]:
                    table.delete(self._connection, self.generation, changes.out[name])
                if changes.into[name]:
                    table.copy(self._connection, self.generation, changes.into[name])
            self._connection.execute(TELL)


def _parts(case_ids: Sequence[Id]) -> Iterator[Sequence[Id]]:
    starts: Iterable[int] = range(0, len(case_ids), CASES_AT_ONCE)
    return (case_ids[start : start + CASES_AT_ONCE] for start in starts)
