"""What each case last gave the views: remembered, or else read from the rows themselves."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from domain.shared.ids import Id
from infrastructure.projector.tables import TABLES

if TYPE_CHECKING:
    from psycopg import Connection

    from infrastructure.projector.folding import Rows

MOST_CASES = 5_000


class Answers:
    """The rows of one generation by case, the longest unused forgotten first."""

    def __init__(
        self, connection: Connection[Any], generation: int, *, most_cases: int = MOST_CASES
    ) -> None:
        self._connection = connection
        self._generation = generation
        self._most_cases = most_cases
        self._held: OrderedDict[Id, Rows] = OrderedDict()

    def of(self, case_ids: Iterable[Id]) -> dict[Id, Rows]:
        """Return the rows that stand in the tables for each case."""
        wanted = list(case_ids)
        missing = [case_id for case_id in wanted if case_id not in self._held]
        read = self._read(missing) if missing else {}
        return {case_id: read.get(case_id) or self._held[case_id] for case_id in wanted}

    def remember(self, rows: Mapping[Id, Rows]) -> None:
        for case_id, told in rows.items():
            self._held[case_id] = told
            self._held.move_to_end(case_id)
        while len(self._held) > self._most_cases:
            self._held.popitem(last=False)

    def forget(self) -> None:
        self._held.clear()

    def _read(self, case_ids: list[Id]) -> dict[Id, Rows]:
        found: dict[Id, dict[str, set[Any]]] = {
            case_id: {name: set() for name in TABLES} for case_id in case_ids
        }
        for name, table in TABLES.items():
            for row in table.of_cases(self._connection, self._generation, case_ids):
                found[row.case_id][name].add(row)
        return dict(found)
