"""Writes our facts through the library's own aggregate, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_type_hints
from uuid import UUID

import msgspec

from domain.shared.confidential import Confidential
from domain.shared.facts import Recorded
from tests.benchmarks.library_application import LibraryPlans
from tests.benchmarks.library_plan import LibraryPlan

ONE_SAVE = 200
"""The library's insert of 1,800 events and more in one call can hang."""


def write(
    plans: LibraryPlans, history: Sequence[Recorded], case: UUID, *, ids: type = UUID
) -> None:
    """Record a plan's whole history as an aggregate with this id; ``ids``: UUID, or str as ours."""
    first, *rest = history
    plan = LibraryPlan._create(LibraryPlan.PlanOpened, id=case, **event_fields(first, ids))
    for start in range(0, len(rest), ONE_SAVE):
        for recorded in rest[start : start + ONE_SAVE]:
            plan.trigger_event(event_kind(recorded), **event_fields(recorded, ids))
        plans.save(plan)


def event_kind(recorded: Recorded) -> Any:
    return getattr(LibraryPlan, type(recorded.fact).__name__)


def event_fields(recorded: Recorded, ids: type = UUID) -> dict[str, Any]:
    """Return the fact's fields and the envelope's, as the library's events declare them."""
    fact, declared = recorded.fact, get_type_hints(event_kind(recorded))
    fields = {
        **{name: _plain(getattr(fact, name)) for name in fact.__struct_fields__},
        "recorded_by": recorded.recorded_by,
        "acting_as": str(recorded.acting_as),
        "command_id": recorded.command_id,
        "correlation_id": recorded.correlation_id,
        "source": recorded.source,
    }
    return {name: ids(value) if declared[name] is UUID else value for name, value in fields.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Confidential):
        assert value.sealed is not None
        return value.sealed
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, msgspec.Struct):
        fields = {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
        return {name: held for name, held in fields.items() if held is not None}
    return value
