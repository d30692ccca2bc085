"""Given recorded facts, when somebody acts, then this is recorded, or refused.

*Given* folds facts and calls no act, so a test of today's rule cannot be broken by yesterday's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

import msgspec

from domain.plans.plan import TrainingPlan
from domain.shared.case import Case
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.ids import Id
from domain.shared.refusals import Refused, RuleBroken

C = TypeVar("C", bound=Case)


def _plain(value: object) -> object:
    if isinstance(value, Confidential):
        return value.text
    raise TypeError(f"a case holds no {type(value).__name__}")


class StoredInMemory:
    """The stored facts of one case, hashed as they would be encoded."""

    def __init__(self, case_id: Id, facts: Iterable[Fact]) -> None:
        self.case_id = case_id
        self.facts = tuple(facts)

    def seen(self, version: int) -> Seen:
        stored = msgspec.json.encode(self.facts[version - 1], enc_hook=_plain)
        return Seen(case=self.case_id, version=version, sha256=hashlib.sha256(stored).hexdigest())


@dataclass(frozen=True, slots=True)
class Then:
    """What came of an act: the facts, or the refusal."""

    facts: tuple[Fact, ...]
    refused: Refused | None

    def then(self, *facts: Fact) -> None:
        assert self.refused is None, f"refused: {self.refused}"
        assert self.facts == facts

    def then_recorded(self, kind: type[Fact]) -> Fact:
        assert self.refused is None, f"refused: {self.refused}"
        assert [type(fact) for fact in self.facts] == [kind]
        return self.facts[0]

    def then_refused(self, kind: type[Refused], *, saying: str = "", rule: str = "") -> Refused:
        assert isinstance(self.refused, kind), f"not refused with {kind.__name__}: {self}"
        assert saying in str(self.refused)
        if rule:
            rules = [self.refused.rule]
            if isinstance(self.refused, RuleBroken):
                rules = [finding.rule for finding in self.refused.findings]
            assert rule in rules, f"{rule} not in {rules}"
        return self.refused


@dataclass(frozen=True, slots=True)
class Given(Generic[C]):
    """A case as facts left it."""

    case: C
    stored: StoredInMemory

    def when(self, act: Callable[[C], Fact]) -> Then:
        try:
            return Then((act(self.case),), None)
        except Refused as refused:
            return Then((), refused)


def folded(kind: type[C], case_id: Id, *facts: Fact) -> Given[C]:
    """Return a case of the kind, folded from the facts."""
    case = kind()
    case.fold(facts)
    return Given(case, StoredInMemory(case_id, facts))


def given(*facts: Fact) -> Given[TrainingPlan]:
    """Return a training plan folded from the facts."""
    return folded(TrainingPlan, Id(f"{UUID(int=1)}"), *facts)
