"""The change of common goals (felles kompetansemål): the plan goes over to the new set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec

from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.facts import Fact, Seen
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed


class Kept(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An approval of a former common goal, kept as evidence."""

    goal: str
    approved_on: date
    seen: Seen


class CommonGoalsChanged(Fact, frozen=True, kw_only=True, tag="plan.common-goals-changed"):
    """The plan went over to the new common goals; former approvals were kept as evidence."""

    kept: tuple[Kept, ...]
    fallen: tuple[str, ...]
    new: tuple[str, ...]
    changed_by: Id
    changed_on: date
    law: str
    basis: tuple[Citation, ...]


@dataclass(slots=True)
class CommonGoals:
    """Whether the plan has gone over.

    What of the former goals is evidence is asked of the goals themselves: one may be corrected, or
    come along from elsewhere, since.
    """

    changed: CommonGoalsChanged | None = None

    # acts

    def refuse_if_changed(self) -> None:
        if self.changed:
            raise NotAllowed(
                "common-goals-changed",
                nb=f"Planen gikk over til de nye målene {self.changed.changed_on}.",
                en=f"The plan went over to the new goals on {self.changed.changed_on}.",
                rule="AMB-37",
            )

    # effects

    def effects(self) -> Effects:
        return {CommonGoalsChanged: self._changed}

    def _changed(self, fact: CommonGoalsChanged, _: int) -> None:
        self.changed = fact
