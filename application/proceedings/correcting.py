"""Correcting what was recorded of a proceeding, where the plan tells it as well."""

from __future__ import annotations

from application.access import Act
from application.acting import required_text
from application.actors import Actor, Order
from application.ports import Receipt
from application.proceedings.acting import At, ProceedingActing, Told
from application.proceedings.commands import CorrectProceedingFact
from domain.plans import decisions as told
from domain.plans.rules.correct_fact import FactCorrection, correct_fact
from domain.proceedings import appeal_facts as a
from domain.proceedings import facts as f
from domain.proceedings import preparation_facts as p
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact

OF_THE_APPEAL_BODY = (a.AppealDecided, a.DetrimentNotified)
RETOLD: dict[type[Fact], type[Fact]] = {
    f.DecisionMade: told.DecisionTold,
    f.DecisionReversed: told.DecisionTold,
    f.AppealDeadlineComputed: told.AppealPeriodTold,
    p.ApplicationWithdrawn: told.WithdrawalTold,
    a.AppealFiled: told.AppealTold,
    a.AppealForwarded: told.ForwardingTold,
    a.AppealReviewed: told.AppealConcludedTold,
    a.RestAnswered: told.AppealConcludedTold,
    a.AppealDismissed: told.AppealConcludedTold,
    a.AppealWithdrawn: told.AppealConcludedTold,
    a.AppealDecided: told.AppealConcludedTold,
}
"""What a fact of a proceeding is in the plan, if it is told there at all."""


class ProceedingCorrections:
    """Each instance corrects what it recorded, the last of it first."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings

    def correct(self, command: CorrectProceedingFact, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")
        # A fact never changes, so what it is can be asked before the act is tried.
        facts = self._proceedings.at(command.proceeding, actor).case.facts
        fact = facts[command.version - 1] if 1 <= command.version <= len(facts) else None
        hears = isinstance(fact, OF_THE_APPEAL_BODY)

        def decide(at: At) -> Told:
            marked = at.case.mark(
                f.ProceedingFactCorrected,
                command.version,
                by=actor.person,
                on=self._proceedings.today,
                reason=reason,
            )
            corrected = at.case.facts[command.version - 1]
            return Told((marked,), self._in_plan(at, corrected, command, actor, reason))

        act = Act.HEAR_APPEAL if hears else Act.CONDUCT_PROCEEDING
        return self._proceedings.on_proceeding(command.proceeding, act, actor, order, decide)

    def _in_plan(
        self,
        at: At,
        fact: Fact,
        command: CorrectProceedingFact,
        actor: Actor,
        reason: Confidential,
    ) -> tuple[Fact, ...]:
        version = _retold(at, fact, command)
        if version is None:
            return ()
        plan = at.plan.plan
        asked = FactCorrection(
            plan=plan.case,
            stored=plan.stored,
            version=version,
            reason=reason,
            by=actor.person,
            on=self._proceedings.today,
        )
        return (correct_fact(asked),)


def _retold(at: At, fact: Fact, command: CorrectProceedingFact) -> int | None:
    """Return the version at which the plan tells of the fact, the last that still stands."""
    kind, appeal = RETOLD.get(type(fact)), getattr(fact, "appeal", None)
    plan = at.plan.plan.case
    for version in range(plan.version, 0, -1):
        one = plan.facts[version - 1]
        of_it = getattr(one, "proceeding", None) == command.proceeding
        same = getattr(one, "appeal", None) == appeal
        if type(one) is kind and of_it and same and version not in plan.struck:
            return version
    return None
