"""Folded cases at hand: brought forward fact by fact, the longest unused forgotten first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from domain.shared.ids import Id
from infrastructure.projector.folding import apply_next, fold

if TYPE_CHECKING:
    from application.ports import Positioned
    from infrastructure.store.facts import FactStore

MOST_FACTS = 200_000


class Cases:
    """Cases as of one position; what is not at hand is folded from the store in one read."""

    def __init__(self, store: FactStore, *, most_facts: int = MOST_FACTS) -> None:
        self._store = store
        self._most_facts = most_facts
        self._held: OrderedDict[Id, Any] = OrderedDict()
        self._facts = 0

    def advance(self, facts: Iterable[Positioned]) -> None:
        """Apply the next facts of all to the cases at hand."""
        for one in facts:
            recorded = one.recorded
            if case := self._held.get(recorded.case_id):
                apply_next(case, recorded.case_id, recorded.version, recorded.fact)
                self._facts += 1

    def folded(self, case_ids: Iterable[Id], *, upto: int) -> dict[Id, Any]:
        """Return the cases as of a position, up to which those at hand have been advanced."""
        wanted = list(dict.fromkeys(case_ids))
        missing = [case_id for case_id in wanted if case_id not in self._held]
        if missing:
            for case_id, stream in self._store.streams(missing, upto_position=upto).items():
                self._hold(case_id, fold(stream))
        found = {case_id: self._held[case_id] for case_id in wanted if case_id in self._held}
        for case_id in found:
            self._held.move_to_end(case_id)
        self._forget_oldest()
        return found

    def forget(self) -> None:
        self._held.clear()
        self._facts = 0

    def _hold(self, case_id: Id, case: Any) -> None:
        self._held[case_id] = case
        self._facts += case.version

    def _forget_oldest(self) -> None:
        while self._facts > self._most_facts:
            _, case = self._held.popitem(last=False)
            self._facts -= case.version
