"""What can be seen of a plan without opening a text, by whom, as known at any instant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import Actor, Role
from application.plans import (
    absences,
    correction_views,
    evaluations,
    exemption_views,
    group_views,
    panels,
    programme_views,
    progression,
    reassessment_views,
    record_views,
    reviews,
    timeline,
    views,
    work_views,
)
from application.plans.acting import PlanActing
from application.plans.asking import Asked, PlanAsking
from application.plans.common_goals import CommonGoalsPreview, common_goals_preview
from application.plans.corrections import is_importers
from application.plans.invitations import InvitationLine, invitations
from application.plans.representatives import RepresentativeLine, representatives
from application.plans.standing import Standing
from application.ports import Openings
from domain.catalogue.goals import Goal
from domain.plans.rules.correct_fact import FactCorrection
from domain.plans.rules.decide_goal import Outcome, earliest_decision, gaps
from domain.shared.confidential import Confidential
from domain.shared.facts import Recorded
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalGaps:
    """What is missing before a leader can decide on a goal; empty when nothing is.

    ``earliest`` is the first day it can be decided, None if the goal is out of force.
    """

    goal: Goal
    stage: str
    earliest: date | None
    missing: tuple[Finding, ...]


class PlanReading:
    """Every view of one plan but its texts; each is refused like an act."""

    def __init__(self, plans: PlanActing, openings: Openings) -> None:
        self._plans = plans
        self._histories = plans.acting.histories
        self._asking = PlanAsking(plans, openings)

    def let_in(self, asked: Asked, actor: Actor) -> None:
        """Raise NotFound or NotPermitted to one who does not have the capacity here today."""
        self._asking.now(asked, actor).refuse_unheld(actor, self._plans.acting.clock.today())

    def card(self, asked: Asked, actor: Actor) -> views.PlanCard:
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        return views.plan_card(at.plan.case, self._plans.catalogue, day)

    def goals(self, asked: Asked, actor: Actor) -> tuple[views.GoalLine, ...]:
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        arenas = at.organisation.case.offered(day)
        return views.goal_matrix(at.plan.case, self._plans.catalogue, arenas, day)

    def coverage(self, asked: Asked, actor: Actor) -> views.Coverage:
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        arenas = at.organisation.case.offered(day)
        return views.plan_coverage(at.plan.case, self._plans.catalogue, arenas, day)

    def versions(self, asked: Asked, actor: Actor) -> tuple[programme_views.PlanVersionLine, ...]:
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        return programme_views.plan_versions(at.plan.case, day)

    def invitations(self, asked: Asked, actor: Actor) -> tuple[InvitationLine, ...]:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return invitations(at.plan.case)

    def representatives(self, asked: Asked, actor: Actor) -> tuple[RepresentativeLine, ...]:
        """Return the powers of attorney, to the doctor who gave them."""
        at, _ = self._at(asked, Act.AUTHORISE_REPRESENTATIVE, actor)
        return representatives(at.plan.case)

    def common_goals(self, asked: Asked, actor: Actor) -> CommonGoalsPreview:
        """Return what going over to the new common goals does to the plan."""
        at, _ = self._at(asked, Act.SEE_PLAN, actor)
        return common_goals_preview(at.plan.case, self._plans.catalogue)

    def review_material(self, asked: Asked, actor: Actor) -> evaluations.ReviewMaterial:
        at, day = self._at(asked, Act.SEE_HISTORY, actor)
        return evaluations.review_material(at.plan.case, self._plans.catalogue, day)

    def evaluations(self, asked: Asked, actor: Actor) -> tuple[evaluations.EvaluationLine, ...]:
        at, _ = self._at(asked, Act.READ_EVALUATION, actor)
        return evaluations.evaluations(at.plan.case)

    def sessions(self, asked: Asked, actor: Actor) -> tuple[work_views.SessionLine, ...]:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return work_views.sessions(at.plan.case)

    def activities(self, asked: Asked, actor: Actor) -> tuple[work_views.ActivityLine, ...]:
        """Return the activities; a clinical supervisor sees those sent to them (R-KP-01)."""
        at, _ = self._at(asked, Act.SEE_PLAN, actor)
        clinical = actor.acting_as is Role.CLINICAL_SUPERVISOR
        return work_views.activities(at.plan.case, sent_to=actor.person if clinical else None)

    def courses(self, asked: Asked, actor: Actor) -> tuple[record_views.CourseTaken, ...]:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return record_views.courses(at.plan.case)

    def visits(self, asked: Asked, actor: Actor) -> tuple[record_views.VisitLine, ...]:
        """Return the practice visits; a colleague sees those with them."""
        at, _ = self._at(asked, Act.SEE_VISITS, actor)
        theirs = actor.person if actor.acting_as is Role.COLLEAGUE else None
        return record_views.visits(at.plan.case, colleague=theirs)

    def visiting(self, asked: Asked, actor: Actor) -> Id:
        """Return the doctor of the visits, whom a colleague who took part in them met."""
        at, _ = self._at(asked, Act.SEE_VISITS, actor)
        return at.plan.case.doctor

    def group_guidance(self, asked: Asked, actor: Actor) -> group_views.GroupAccount:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return group_views.group_account(at.plan.case, self._plans.law)

    def gatherings(self, asked: Asked, actor: Actor) -> tuple[group_views.GatheringLine, ...]:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return group_views.gatherings(at.plan.case)

    def exemptions(self, asked: Asked, actor: Actor) -> exemption_views.PlanExemptions:
        """Return the exemptions, and what lacks its basis, hours and advice by date."""
        at, day = self._at(asked, Act.SEE_HISTORY, actor)
        law = self._plans.law
        return exemption_views.plan_exemptions(at.plan.case, at.setting(law), law, day)

    def service(self, asked: Asked, actor: Actor) -> tuple[work_views.ServiceLine, ...]:
        at, _ = self._at(asked, Act.SEE_PLAN, actor)
        return work_views.service(at.plan.case)

    def absences(self, asked: Asked, actor: Actor) -> tuple[absences.AbsenceLine, ...]:
        at, _ = self._at(asked, Act.SEE_ABSENCES, actor)
        return absences.absences(at.plan.case, seen_as=actor.acting_as)

    def reassessments(
        self, asked: Asked, actor: Actor
    ) -> tuple[reassessment_views.ReassessmentLine, ...]:
        at, day = self._at(asked, Act.SEE_REASSESSMENTS, actor)
        return reassessment_views.reassessments(at.plan.case, self._plans.law, day)

    def reviews(self, asked: Asked, actor: Actor) -> reviews.ReviewOverview:
        at, day = self._at(asked, Act.SEE_HISTORY, actor)
        return reviews.reviews(at.plan.case, self._plans.law, day)

    def concerns(self, asked: Asked, actor: Actor) -> tuple[progression.ConcernLine, ...]:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return progression.concerns(at.plan.case)

    def panels(self, asked: Asked, actor: Actor) -> tuple[panels.PanelLine, ...]:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return panels.panels(at.plan.case)

    def gaps(self, asked: Asked, goal: str, actor: Actor) -> GoalGaps:
        """Return what the leader's decision on a goal still lacks on the day."""
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        found = self._plans.catalogue.goal(goal)
        question = Outcome(
            plan=at.plan.case,
            goal=found.code,
            by=actor.person,
            on=day,
            today=day,
            in_force=self._plans.catalogue.codes_in_force(day),
            replaced=self._plans.catalogue.replaced_by(found.code),
            setting=at.setting(self._plans.law),
            law=self._plans.law,
            stored=at.plan.stored,
        )
        stage = at.plan.case.goals.goal(found.code).stage
        return GoalGaps(
            goal=found,
            stage=stage,
            earliest=earliest_decision(question, found),
            missing=gaps(question),
        )

    def corrections(
        self, asked: Asked, actor: Actor
    ) -> tuple[correction_views.CorrectionLine, ...]:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return correction_views.corrections(at.plan.case)

    def correction_preview(
        self, asked: Asked, version: int, actor: Actor
    ) -> correction_views.CorrectionPreview:
        """Return what correcting a version of the plan would do."""
        at, day = self._at(asked, Act.SEE_HISTORY, actor)
        return correction_views.correction_preview(
            FactCorrection(
                plan=at.plan.case,
                stored=at.plan.stored,
                version=version,
                reason=Confidential(""),
                by=actor.person,
                on=day,
                imported=is_importers(self.history(asked, actor), version, actor),
            )
        )

    def timeline(self, asked: Asked, actor: Actor) -> timeline.Timeline:
        return timeline.Timeline(self.history(asked, actor))

    def history(self, asked: Asked, actor: Actor) -> Sequence[Recorded]:
        """Return the plan's facts in their envelopes, texts sealed."""
        self._at(asked, Act.SEE_HISTORY, actor)
        return self._histories.history(asked.plan, upto=self._upto(asked))

    def outcome(self, asked: Asked, goal: str, actor: Actor) -> views.OutcomeView:
        """Return the recorded outcome: who was heard, the evidence, the law, the findings."""
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        found = at.plan.case.goals.goal(self._plans.catalogue.goal(goal).code)
        if found.outcome is None:
            raise NotFound(
                "no-outcome", nb=f"{goal} er ikke avgjort.", en=f"{goal} is not decided."
            )
        return views.outcome_view(found.outcome)

    def _at(
        self, asked: Asked, act: Act, actor: Actor, *, session: Id | None = None
    ) -> tuple[Standing, date]:
        """Return the plan as it was known, and the day it is seen from."""
        known = self._asking.known(asked, act, actor, session=session)
        return known.then, known.day

    def _upto(self, asked: Asked) -> int | None:
        return self._histories.position_at(asked.known_at) if asked.known_at else None
