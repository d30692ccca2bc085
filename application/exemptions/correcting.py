"""Correcting what was recorded of an exemption, where the plans tell it as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from application.access import Act
from application.acting import required_text
from application.actors import Actor, Order
from application.exemptions.acting import At, ExemptionActing, Told
from application.exemptions.commands import CorrectExemptionFact
from application.ports import Loaded, Receipt
from domain.exemptions import facts as e
from domain.plans.exemptions import (
    PlanExemptionEnded,
    PlanExemptionExtended,
    PlanExemptionFact,
    PlanExemptionGranted,
)
from domain.plans.plan import TrainingPlan
from domain.plans.rules.correct_fact import FactCorrection, correct_fact
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id

OF_THE_ESTABLISHMENT = (e.ExemptionApplied, e.ExemptionWithdrawn)
RETOLD: dict[type[Fact], type[PlanExemptionFact]] = {
    e.ExemptionGranted: PlanExemptionGranted,
    e.ExemptionExtended: PlanExemptionExtended,
    e.ExemptionRevoked: PlanExemptionEnded,
    e.ExemptionExpired: PlanExemptionEnded,
}
"""What a fact of an exemption is in the plans; the others are told in none."""


class ExemptionCorrections:
    """Each corrects what is theirs: the establishment its application, the Directorate the rest."""

    def __init__(self, exemptions: ExemptionActing) -> None:
        self._exemptions = exemptions

    def correct(self, command: CorrectExemptionFact, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")
        today = self._exemptions.acting.clock.today()
        # A fact never changes, so what it is can be asked before the act is tried.
        facts = self._exemptions.at(command.exemption).case.facts
        told = facts[command.version - 1] if 1 <= command.version <= len(facts) else None
        asked = isinstance(told, OF_THE_ESTABLISHMENT)
        act = Act.APPLY_FOR_EXEMPTION if asked else Act.DECIDE_EXEMPTION

        def decide(at: At) -> Told:
            marked = at.case.mark(
                e.ExemptionFactCorrected,
                command.version,
                by=actor.person,
                on=today,
                reason=reason,
            )
            told = at.case.facts[command.version - 1]
            _refuse_what_a_proceeding_came_to(at, told)
            covered = at.covered() if type(told) in RETOLD else ()
            in_plans = told_in_plans(at, told, covered, reason=reason, by=actor.person, on=today)
            return Told(marked, tuple(in_plans))

        return self._exemptions.on_exemption(command.exemption, act, actor, order, decide)


def told_in_plans(
    at: At,
    fact: Fact,
    plans: Iterable[Loaded[TrainingPlan]],
    *,
    reason: Confidential,
    by: Id,
    on: date,
) -> Iterator[tuple[Loaded[TrainingPlan], Fact]]:
    """Yield the mark that a fact was recorded in error, in each of the plans that tell of it."""
    for plan, version in _retold(at, fact, plans):
        asked = FactCorrection(
            plan=plan.case, stored=plan.stored, version=version, reason=reason, by=by, on=on
        )
        yield plan, correct_fact(asked)


def _refuse_what_a_proceeding_came_to(at: At, fact: Fact) -> None:
    """Raise NotAllowed for what was recorded in the proceeding: it is corrected there, in both."""
    taken_up = at.case.taken_up
    if taken_up and (
        isinstance(fact, e.ExemptionTakenUp | e.ExemptionSetAside | e.ExemptionWithdrawn)
        or taken_up.proceeding in getattr(fact, "stated_in", "")
    ):
        at.case.be_decided_here()


def _retold(
    at: At, fact: Fact, plans: Iterable[Loaded[TrainingPlan]]
) -> Iterator[tuple[Loaded[TrainingPlan], int]]:
    """Yield each plan that tells of the fact, with the version where it does."""
    kind = RETOLD.get(type(fact))
    if kind is None:
        return
    is_it = _is(at.exemption.case_id, kind, fact)
    for plan in plans:
        # From the last: what was corrected already is no more.
        for version in range(plan.version, 0, -1):
            if version not in plan.case.struck and is_it(plan.case.facts[version - 1]):
                yield plan, version
                break


def _is(exemption: Id, kind: type[PlanExemptionFact], fact: Fact) -> Callable[[Fact], bool]:
    last_day = getattr(fact, "last_day", None)
    return lambda told: (
        isinstance(told, kind) and (told.exemption, told.last_day) == (exemption, last_day)
    )
