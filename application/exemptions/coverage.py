"""Which plans an exemption may cover."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from domain.exemptions.facts import ExemptionApplied
from domain.plans.plan import TrainingPlan
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.refusals import Invalid, RuleBroken
from domain.shared.texts import Text


def refuse_other_plans(
    plans: Iterable[TrainingPlan], applied: ExemptionApplied, today: date
) -> None:
    """Raise Invalid, NotAllowed or RuleBroken unless all are under way where it is asked from.

    Of a plan elsewhere no more is told than of one that does not exist.
    """
    for plan in plans:
        opened = plan.opening.opened
        if opened is None or opened.organisation != applied.organisation:
            raise Invalid(
                "unknown-plan",
                nb="Virksomheten har ingen slik utdanningsplan.",
                en="The establishment has no such training plan.",
                rule="R-EXM-01",
                field="plans",
            )
        plan.path.refuse_if_over(today)
        if opened.doctor == applied.supervisor:
            raise RuleBroken(
                Finding(
                    rule="R-ROL-02",
                    force=Force.HARD,
                    confidence=Confidence.C,
                    says=Text(
                        nb="Legen kan ikke være sin egen veileder.",
                        en="Nobody supervises themselves.",
                    ),
                )
            )
