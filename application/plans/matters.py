"""What a fact of a plan is about, for those who would read its words."""

from __future__ import annotations

from collections.abc import Mapping

from application.access import Act
from domain.plans.evaluations import EstablishmentEvaluated
from domain.plans.files import FileWithdrawn
from domain.plans.outcomes import GoalReassessed
from domain.plans.panels import PanelConcluded
from domain.plans.plan import TrainingPlan
from domain.plans.progression import ConcernClosed, ConcernRaised, MeasuresAgreed
from domain.plans.reassessment import NewAssessmentArranged
from domain.plans.reviews import ReviewHeld
from domain.plans.rules.about import AboutKind
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid

APART: Mapping[type[Fact], Act] = {
    EstablishmentEvaluated: Act.READ_EVALUATION,
    NewAssessmentArranged: Act.READ_REASSESSMENT,
    GoalReassessed: Act.READ_REASSESSMENT,
    ReviewHeld: Act.READ_REVIEW,
    ConcernRaised: Act.READ_CONCERN,
    MeasuresAgreed: Act.READ_CONCERN,
    ConcernClosed: Act.READ_CONCERN,
    PanelConcluded: Act.READ_PANEL,
}
"""What is read by others than those who read the grounds, though it is about the plan."""


def matter(plan: TrainingPlan, plan_id: Id, version: int) -> tuple[AboutKind, str]:
    """Return what the words at a version are about; raises Invalid for none.

    A correction is about what it corrects. What is of no session or activity, and of nothing that
    was commented on or attached to, is about the plan.
    """
    if not 1 <= version <= plan.version:
        raise Invalid(
            "unknown-version",
            nb=f"Versjon {version} finnes ikke; saken har versjon {plan.version}.",
            en=f"There is no version {version}; the case is at version {plan.version}.",
            field="version",
        )
    fact = plan.concerned(plan.facts[version - 1])
    if isinstance(fact, FileWithdrawn):
        fact = _attached(plan, fact)
    if kind := getattr(fact, "about_kind", None):
        return AboutKind(kind), str(getattr(fact, "about", ""))
    for name, about in (("session", AboutKind.SESSION), ("activity", AboutKind.ACTIVITY)):
        if found := getattr(fact, name, None):
            return about, found
    return AboutKind.PLAN, plan_id


def _attached(plan: TrainingPlan, withdrawn: FileWithdrawn) -> Fact:
    """Return how the file was attached, also if that was corrected since."""
    return next(fact for fact in plan.facts if getattr(fact, "file", None) == withdrawn.file)
