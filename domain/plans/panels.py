"""Assessment panels (vurderingskollegium): convened for a period, and what they concluded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import msgspec

from domain.calendar.spans import asked_span
from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound


class PanelCapacity(StrEnum):
    """In which capacity somebody sits in a panel (R-ASM-04)."""

    LEADER = "leader"
    SUPERVISOR = "supervisor"
    CLINICAL_SUPERVISOR = "clinical-supervisor"
    DOCTOR = "doctor"
    OTHER = "other"


class Member(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One who sits in a panel, in one capacity."""

    person: Id
    capacity: str


class PanelConvened(Fact, frozen=True, kw_only=True, tag="plan.panel-convened"):
    """The leader convened a panel to assess the doctor's competence over a period."""

    panel: Id
    first_day: date
    last_day: date
    meets_on: date
    members: tuple[Member, ...]
    goals: tuple[str, ...]
    convened_by: Id
    convened_on: date


class PanelConcluded(Fact, frozen=True, kw_only=True, tag="plan.panel-concluded"):
    """The panel's conclusion was recorded."""

    panel: Id
    conclusion: Confidential
    concluded_by: Id
    concluded_on: date


PanelFact = PanelConvened | PanelConcluded


@dataclass(slots=True)
class Panel:
    """One panel, and its conclusion once there is one."""

    convened: PanelConvened
    concluded: PanelConcluded | None = None


@dataclass(slots=True)
class Panels:
    """The doctor's assessment panels, as the facts so far leave them."""

    by_id: dict[Id, Panel] = field(default_factory=dict)

    # acts

    def convene(
        self,
        panel: Id,
        *,
        first_day: date,
        last_day: date,
        meets_on: date,
        members: tuple[Member, ...],
        goals: tuple[str, ...],
        by: Id,
        on: date,
    ) -> PanelConvened:
        """Convene a panel; that it is composed as it should be is the caller's to ask."""
        if panel in self.by_id:
            raise NotAllowed("panel-exists", nb="Kollegiet finnes allerede.", en="It exists.")
        asked_span(first_day, last_day)
        if meets_on < first_day:
            raise Invalid(
                "panel-meets-too-early",
                nb=f"Kollegiet møtes ikke før perioden det vurderer, begynner {first_day}.",
                en=f"The panel does not meet before the period it assesses begins on {first_day}.",
                rule="R-ASM-04",
                field="meetsOn",
            )
        if len({member.person for member in members}) < len(members):
            raise Invalid(
                "member-twice",
                nb="Hver person sitter i kollegiet i én egenskap.",
                en="Each person sits in the panel in one capacity.",
                rule="R-ASM-04",
                field="members",
            )
        return PanelConvened(
            panel=panel,
            first_day=first_day,
            last_day=last_day,
            meets_on=meets_on,
            members=members,
            goals=goals,
            convened_by=by,
            convened_on=on,
        )

    def conclude(self, panel: Id, conclusion: Confidential, *, by: Id, on: date) -> PanelConcluded:
        found = self.panel(panel)
        if found.concluded:
            raise NotAllowed(
                "panel-concluded",
                nb=f"Kollegiet konkluderte {found.concluded.concluded_on}.",
                en=f"The panel concluded on {found.concluded.concluded_on}.",
                rule="R-ASM-04",
            )
        if on < found.convened.meets_on:
            raise NotAllowed(
                "panel-has-not-met",
                nb=f"Kollegiet møtes {found.convened.meets_on} og har ikke konkludert før det.",
                en=f"The panel meets on {found.convened.meets_on} and has not concluded before.",
                rule="R-ASM-04",
            )
        return PanelConcluded(panel=panel, conclusion=conclusion, concluded_by=by, concluded_on=on)

    # questions

    def panel(self, panel: Id) -> Panel:
        """Return the panel; raises NotFound."""
        try:
            return self.by_id[panel]
        except KeyError:
            raise NotFound(
                "unknown-panel",
                nb="Planen har ikke noe slikt vurderingskollegium.",
                en="The plan has no such assessment panel.",
                field="panel",
            ) from None

    # effects

    def effects(self) -> Effects:
        return {PanelConvened: self._convened, PanelConcluded: self._concluded}

    def _convened(self, fact: PanelConvened, _: int) -> None:
        self.by_id[fact.panel] = Panel(fact)

    def _concluded(self, fact: PanelConcluded, _: int) -> None:
        self.by_id[fact.panel].concluded = fact
