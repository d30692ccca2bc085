"""Correcting what was recorded of a plan: a marked fact with a reason, by who may do the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from application.access import TABLE, Act
from application.acting import required_text, text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.acts import ACT_OF
from application.plans.standing import Standing
from application.ports import IMPORTED, Loaded, Receipt
from domain.plans.corrections import FactCorrected
from domain.plans.decisions import PlanDecisionFact
from domain.plans.exemptions import PlanExemptionFact
from domain.plans.groups import PlanGroupFact
from domain.plans.kinds import OUTCOMES
from domain.plans.opening import EmploymentModel, PartOneException, PlanOpened
from domain.plans.plan import TrainingPlan
from domain.plans.rules.correct_fact import FactCorrection, correct_fact, given_by
from domain.plans.rules.correct_goal import Correction, correct_goal
from domain.plans.rules.open_plan import PlanOpening, open_plan, refuse_start_after_work
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Recorded
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectFact:
    """Mark a version of the plan as recorded in error."""

    plan: Id
    version: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectOpening:
    """Mark how the plan was opened as an error, and say how it ought to have been."""

    plan: Id
    reason: str
    employment_model: EmploymentModel
    starts_on: date
    part_one_completed_on: date | None = None
    part_one_exception: PartOneException | None = None
    justification: str | None = None


def is_importers(history: Sequence[Recorded], version: int, actor: Actor) -> bool:
    """Return whether a fact came from a file, and the actor is one who may bring files in."""
    told = history[version - 1] if 1 <= version <= len(history) else None
    may = actor.acting_as in TABLE[Act.IMPORT_HISTORY]
    return may and told is not None and told.source.startswith(IMPORTED)


class CorrectionService:
    """Nothing is edited: the corrected fact stays in the history, without effect."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def correct(self, command: CorrectFact, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")
        # A fact never changes, so what it is can be asked before the act is tried.
        history = self._plans.acting.histories.history(command.plan)
        known = 1 <= command.version <= len(history)
        asked_of = history[command.version - 1].fact if known else None
        by_importer = is_importers(history, command.version, actor)

        def decide(at: Standing) -> FactCorrected:
            fact = at.plan.case.correctable(command.version)
            if isinstance(fact, PlanOpened):
                raise NotAllowed(
                    "opening-needs-another",
                    nb="Åpningen rettes ved å oppgi hvordan den skulle ha vært.",
                    en="The opening is corrected by saying how it ought to have been.",
                    field="version",
                )
            if isinstance(fact, get_args(PlanGroupFact)):
                raise NotAllowed(
                    "corrected-in-the-group",
                    nb="Dette er ført i veiledningsgruppen; rett det der, så rettes planen også.",
                    en="This was recorded in the guidance group; correct it there, and the plan "
                    "is corrected too.",
                    rule="R-GRP-03",
                    field="version",
                )
            if isinstance(fact, get_args(PlanDecisionFact)):
                raise NotAllowed(
                    "corrected-in-the-proceeding",
                    nb="Dette ble registrert i saken om vedtaket; rett det der.",
                    en="This was recorded in the proceeding of the decision; correct it there.",
                    field="version",
                )
            if isinstance(fact, get_args(PlanExemptionFact)):
                raise NotAllowed(
                    "corrected-in-the-exemption",
                    nb="Dette er ført i saken om fritak; rett det der, så rettes planen også.",
                    en="This was recorded in the exemption; correct it there, and the plan is "
                    "corrected too.",
                    rule="R-EXM-01",
                    field="version",
                )
            if isinstance(fact, OUTCOMES):
                return correct_goal(
                    Correction(
                        plan=at.plan.case,
                        stored=at.plan.stored,
                        goal=fact.goal,
                        reason=reason,
                        by=actor.person,
                        on=self._plans.acting.clock.today(),
                        setting=at.setting(self._plans.law),
                    )
                )
            asked = self._asked(at, command.version, reason, actor)
            return correct_fact(replace(asked, imported=by_importer))

        act = ACT_OF.get(type(asked_of), Act.SEE_PLAN) if asked_of else Act.SEE_PLAN
        return self._plans.on_plan(
            command.plan,
            Act.IMPORT_HISTORY if by_importer else act,
            actor,
            order,
            decide,
            session=getattr(asked_of, "session", None),
            giver=given_by(asked_of) if asked_of else None,
            undoing=act,
        )

    def correct_opening(self, command: CorrectOpening, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")

        def decide(at: Standing) -> tuple[Fact, ...]:
            plan = at.plan.case
            assert plan.opening.opened_at is not None
            refuse_start_after_work(plan, command.starts_on)
            anew = PlanOpening(
                plan=TrainingPlan(),
                doctor=plan.doctor,
                organisation=plan.opened.organisation,
                employment_model=command.employment_model,
                starts_on=command.starts_on,
                part_one_completed_on=command.part_one_completed_on,
                part_one_exception=command.part_one_exception,
                justification=text(command.justification),
                by=actor.person,
                on=self._plans.acting.clock.today(),
                setting=at.setting(self._plans.law),
                law=self._plans.law,
            )
            marked = correct_fact(self._asked(at, plan.opening.opened_at, reason, actor))
            return (marked, open_plan(anew))

        doctor = self._plan(command.plan).opening.opened
        people = (doctor.doctor,) if doctor else ()
        return self._plans.on_plan(command.plan, Act.OPEN_PLAN, actor, order, decide, people=people)

    def _plan(self, plan: Id) -> TrainingPlan:
        loaded: Loaded[TrainingPlan] = self._plans.acting.histories.load({plan: TrainingPlan})[plan]
        return loaded.case

    def _asked(
        self, at: Standing, version: int, reason: Confidential, actor: Actor
    ) -> FactCorrection:
        return FactCorrection(
            plan=at.plan.case,
            stored=at.plan.stored,
            version=version,
            reason=reason,
            by=actor.person,
            on=self._plans.acting.clock.today(),
        )
