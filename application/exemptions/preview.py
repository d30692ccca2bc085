"""What falls in the plans covered if an exemption ends on a day, told before it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import MACHINE, Actor
from application.exemptions.views import ExemptionReading
from application.plans import standing
from application.ports import Histories
from domain.exemptions.exemption import Exemption
from domain.law.book import LawBook
from domain.plans.rules.exemption_falls import falls
from domain.plans.rules.without_basis import WithoutBasis
from domain.shared.days import day_after
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFalls:
    """What falls in one plan, so far as it is recorded by now."""

    plan: Id
    doctor: Id
    falls: WithoutBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionPreview:
    """What would lack its basis from the day after a last day, plan by plan."""

    exemption: Id
    last_day: date
    falls_from: date
    plans: tuple[PlanFalls, ...]
    version: int


class ExemptionPreviews:
    """The same function tells what falls before the day and after it."""

    def __init__(self, histories: Histories, reading: ExemptionReading, law: LawBook) -> None:
        self._histories = histories
        self._reading = reading
        self._law = law

    def preview(
        self, exemption: Id, actor: Actor, *, last_day: date | None = None
    ) -> ExemptionPreview:
        """Return what falls if it ends on the day, its own last day if none is given."""
        self._reading.seen_by(exemption, actor, Act.PREVIEW_EXEMPTION)
        return self.unasked(exemption, last_day=last_day)

    def unasked(self, exemption: Id, *, last_day: date | None = None) -> ExemptionPreview:
        """Return the same without asking who: for reminders, and beside the database."""
        case: Exemption = self._histories.load({exemption: Exemption})[exemption].case
        last = last_day or case.last_day
        plans = case.be_granted().plans
        return ExemptionPreview(
            exemption=exemption,
            last_day=last,
            falls_from=day_after(last),
            plans=tuple(self._falls(exemption, plan, last) for plan in plans),
            version=case.version,
        )

    def _falls(self, exemption: Id, plan: Id, last_day: date) -> PlanFalls:
        at = standing.of_plan(self._histories, plan, MACHINE)
        return PlanFalls(
            plan=plan,
            doctor=at.plan.case.doctor,
            falls=falls(at.plan.case, at.setting(self._law), self._law, exemption, last_day),
        )
