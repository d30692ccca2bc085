"""How the work of the clock went: what was recorded, what had been, and which cases failed."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.shared.ids import Id


@dataclass(slots=True)
class Outcome:
    """One case that fails keeps no other from being done."""

    recorded: int = 0
    done_before: int = 0
    failed: dict[Id, str] = field(default_factory=dict)

    def fails(self, case_id: Id, fault: Exception) -> None:
        """Keep why a case failed, for whoever looks after the system."""
        self.failed[case_id] = f"{type(fault).__name__}: {fault}"
