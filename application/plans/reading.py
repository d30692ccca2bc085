"""What can be seen of a plan, by whom, as known at any instant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from application.access import Act, unknown_case
from application.actors import Actor, Role
from application.plans import (
    correction_views,
    evaluations,
    group_views,
    programme_views,
    record_views,
    standing,
    timeline,
    views,
    work_views,
)
from application.plans.acting import PlanActing
from application.plans.common_goals import CommonGoalsPreview, common_goals_preview
from application.plans.earlier import EarlierPlan, earlier_plan
from application.plans.standing import Standing
from domain.catalogue.goals import Goal
from domain.plans.evaluations import EstablishmentEvaluated
from domain.plans.guidance import SessionMinuted
from domain.plans.plan import PARTS, TrainingPlan
from domain.plans.rules.decide_goal import Outcome, gaps
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Recorded, tag_of
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotFound, NotPermitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which plan is asked about, as known at which instant, and seen from which day.

    No instant means now; no day means the day of the instant.
    """

    plan: Id
    known_at: datetime | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalGaps:
    """What is missing before a leader can decide on a goal; empty when nothing is."""

    goal: Goal
    stage: str
    missing: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One confidential text, opened; None where the key was shredded."""

    version: int
    tag: str
    field: str
    text: str | None


class PlanReading:
    """Every view of one plan; each is refused like an act."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans
        self._histories = plans.acting.histories

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

    def guidance(self, asked: Asked, actor: Actor) -> tuple[work_views.GuidanceYear, ...]:
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        return work_views.guidance_account(at.plan.case, self._plans.law, day)

    def versions(self, asked: Asked, actor: Actor) -> tuple[programme_views.PlanVersionLine, ...]:
        at, day = self._at(asked, Act.SEE_PLAN, actor)
        return programme_views.plan_versions(at.plan.case, day)

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

    def evaluation_words(self, asked: Asked, actor: Actor) -> tuple[Words, ...]:
        at, _ = self._at(asked, Act.READ_EVALUATION, actor)
        return self._words(at, lambda fact: isinstance(fact, EstablishmentEvaluated))

    def earlier(self, asked: Asked, actor: Actor) -> EarlierPlan:
        """Return what came along from the plan left behind: decisions and hours, no minutes."""
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        here = at.plan.case.path.here
        if here is None:
            raise NotFound(
                "no-earlier-plan",
                nb="Utdanningen begynte i denne virksomheten.",
                en="The training began at this establishment.",
            )
        found = self._histories.load({here.plan: TrainingPlan}, upto=self._upto(asked))[here.plan]
        return earlier_plan(here.plan, found.case, self._plans.law)

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

    def visit_words(self, asked: Asked, visit: Id, actor: Actor) -> tuple[Words, ...]:
        """Return the name and the document a doctor wrote of a practice visit."""
        at, _ = self._at(asked, Act.READ_GROUNDS, actor)
        at.plan.case.visits.visit(visit)
        return self._words(at, lambda fact: getattr(fact, "visit", None) == visit)

    def group_guidance(self, asked: Asked, actor: Actor) -> group_views.GroupAccount:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return group_views.group_account(at.plan.case, self._plans.law)

    def gatherings(self, asked: Asked, actor: Actor) -> tuple[group_views.GatheringLine, ...]:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return group_views.gatherings(at.plan.case)

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
            setting=at.setting(self._plans.law),
            law=self._plans.law,
            stored=at.plan.stored,
        )
        stage = at.plan.case.goals.goal(found.code).stage
        return GoalGaps(goal=found, stage=stage, missing=gaps(question))

    def corrections(
        self, asked: Asked, actor: Actor
    ) -> tuple[correction_views.CorrectionLine, ...]:
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return correction_views.corrections(at.plan.case)

    def correction_preview(
        self, asked: Asked, version: int, actor: Actor
    ) -> correction_views.CorrectionPreview:
        """Return what correcting a version of the plan would do."""
        at, _ = self._at(asked, Act.SEE_HISTORY, actor)
        return correction_views.correction_preview(at.plan.case, at.plan.stored, version)

    def timeline(self, asked: Asked, actor: Actor) -> tuple[timeline.TimelineEntry, ...]:
        return timeline.timeline(self.history(asked, actor))

    def history(self, asked: Asked, actor: Actor) -> Sequence[Recorded]:
        """Return the plan's facts in their envelopes, texts sealed."""
        self._at(asked, Act.SEE_HISTORY, actor)
        return self._histories.history(asked.plan, upto=self._upto(asked))

    def minutes(self, asked: Asked, session: Id, actor: Actor) -> tuple[Words, ...]:
        """Return the minutes of a session, for the two who took part (L-KP-01)."""
        at, _ = self._at(asked, Act.READ_MINUTES, actor, session=session)
        drafted = at.plan.case.guidance.session(session).drafted
        if actor.person not in (at.plan.case.doctor, drafted.supervisor):
            raise NotPermitted(
                "did-not-take-part",
                nb="Referatet leses av legen og veilederen som deltok.",
                en="The minutes are read by the doctor and the supervisor who took part.",
                rule="L-KP-01",
            )
        return self._words(
            at, lambda fact: isinstance(fact, SessionMinuted) and fact.session == session
        )

    def activity_words(self, asked: Asked, activity: Id, actor: Actor) -> tuple[Words, ...]:
        """Return what was written of an activity, for the doctor and those who answer it today."""
        at, _ = self._at(asked, Act.READ_ACTIVITY, actor)
        now, today = self._now(asked, actor), self._plans.acting.clock.today()
        sent = now.activities.activity(activity).submitted
        reading = {now.doctor, now.roles.supervisor_on(today), sent.to if sent else None}
        if actor.person not in reading:
            raise unknown_case()
        return self._words(at, lambda fact: getattr(fact, "activity", None) == activity)

    def appointment_words(self, asked: Asked, actor: Actor) -> tuple[Words, ...]:
        """Return why a plan was opened, or a supervisor appointed, in spite of a finding."""
        at, _ = self._at(asked, Act.READ_GROUNDS, actor)
        return self._words(at, lambda fact: PARTS[type(fact)] in ("opening", "roles"))

    def goal_words(self, asked: Asked, goal: str, actor: Actor) -> tuple[Words, ...]:
        """Return what advisers and leaders wrote of a goal."""
        at, _ = self._at(asked, Act.READ_GROUNDS, actor)
        code = self._plans.catalogue.goal(goal).code
        return self._words(at, lambda fact: getattr(fact, "goal", None) == code)

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
        """Return the plan as it was known, and the day it is seen from.

        Who may see it is asked of the facts as they stand today, whatever day is looked at.
        """
        today = self._plans.acting.clock.today()
        now = standing.of_plan(self._histories, asked.plan, actor)
        now.permit(act, actor, today, session=session)
        if asked.known_at is None:
            return now, asked.on or today
        upto = self._histories.position_at(asked.known_at)
        try:
            then = standing.of_plan(self._histories, asked.plan, actor, upto=upto)
        except NotFound:
            raise NotFound(
                "not-yet-known",
                nb=f"Planen var ikke registrert {asked.known_at:%Y-%m-%d %H:%M}.",
                en=f"The plan was not recorded at {asked.known_at:%Y-%m-%d %H:%M}.",
                field="knownAt",
            ) from None
        return then, asked.on or self._plans.acting.clock.day_of(asked.known_at)

    def _now(self, asked: Asked, actor: Actor) -> TrainingPlan:
        return standing.of_plan(self._histories, asked.plan, actor).plan.case

    def _upto(self, asked: Asked) -> int | None:
        return self._histories.position_at(asked.known_at) if asked.known_at else None

    def _words(self, at: Standing, wanted: Callable[[Fact], bool]) -> tuple[Words, ...]:
        """Open the confidential texts of the facts wanted, oldest first."""
        return tuple(
            Words(
                version=version,
                tag=tag_of(fact),
                field=name,
                text=self._histories.open_text(
                    sealed,
                    subject=at.plan.case.doctor,
                    context=f"{at.plan.case_id}|{version}|{tag_of(fact)}|{name}",
                ),
            )
            for version, fact in enumerate(at.plan.stored.facts(), start=1)
            if wanted(at.plan.case.concerned(fact))
            for name in fact.__struct_fields__
            if isinstance(sealed := getattr(fact, name), Confidential)
        )
