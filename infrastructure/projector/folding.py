"""Folds cases from stored facts and asks the views for their rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from application.kept import CASES, KEPT, leans_on
from domain.shared.facts import Fact, tag_of
from domain.shared.ids import Id
from infrastructure.projector.faults import NoRows, NotFolded
from infrastructure.projector.tables import LEANINGS, Leaning

if TYPE_CHECKING:
    from infrastructure.store.reading import Stream

Rows = Mapping[str, Collection[Any]]
"""The rows of one case by the name of their table."""


def fold(stream: Stream) -> Any:
    """Return the case; raises UnreadableFact or NotFolded, which name the version at fault."""
    facts = stream.facts()
    case = None
    try:
        case = _empty_case(facts[0])
        case.fold(facts)
    except Exception as cause:
        raise NotFolded(stream.case_id, case.version if case else 1, repr(cause)) from cause
    return case


def apply_next(case: Any, case_id: Id, version: int, fact: Fact) -> None:
    """Apply the next fact of a folded case."""
    if version != case.version + 1:
        raise NotFolded(case_id, version, f"the last version folded was {case.version}")
    try:
        case.apply(fact)
    except Exception as cause:
        raise NotFolded(case_id, version, repr(cause)) from cause


def rows_of(case_id: Id, case: Any, others: Mapping[Id, Any]) -> dict[str, frozenset[Any]]:
    """Return the rows the case gives each view, and the cases it leans on; raises NoRows."""
    kind = type(case)
    asked = [(kept.name, kept.of[kind]) for kept in KEPT if kind in kept.of]
    found = {LEANINGS.name: frozenset(_leanings(case_id, case))}
    for name, view in asked:
        try:
            found[name] = frozenset(view(case_id, case, others))
        except Exception as cause:
            raise NoRows(name, case_id, case.version, repr(cause)) from cause
    return found


def _leanings(case_id: Id, case: Any) -> list[Leaning]:
    return [Leaning(case_id=case_id, other=other) for other in leans_on(case)]


def _empty_case(first: Fact) -> Any:
    return CASES[tag_of(first).partition(".")[0]]()
