"""The confidential texts of a plan, opened for those who may read them today."""

from __future__ import annotations

from collections.abc import Callable

from application.access import Act
from application.actors import Actor
from application.permitting import unknown_case
from application.plans import readers
from application.plans.acting import PlanActing
from application.plans.asking import Asked, Known, PlanAsking
from application.plans.disclosing import Disclosing, Words
from application.plans.matters import APART
from application.ports import Openings
from domain.plans.evaluations import EstablishmentEvaluated
from domain.plans.guidance import SessionMinuted
from domain.plans.kinds import PARTS
from domain.plans.path import ApplicationSubmitted
from domain.plans.rules.about import AboutKind
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotFound


class TextReading:
    """Every view that opens texts; each opening is noted before anything is shown."""

    def __init__(self, plans: PlanActing, openings: Openings) -> None:
        self._plans = plans
        self._asking = PlanAsking(plans)
        self._disclosing = Disclosing(plans.acting.histories, openings)

    def minutes(self, asked: Asked, session: Id, actor: Actor) -> tuple[Words, ...]:
        """Return the minutes of a session, for those who took part or were let in (L-KP-01)."""
        known = self._asking.known(asked, Act.READ_MINUTES, actor, session=session)
        now, today = known.now.plan.case, self._plans.acting.clock.today()
        now.guidance.session(session)
        readers.refuse_outsider(now, session, actor.person, today)
        return self._opened(
            known,
            lambda fact: isinstance(fact, SessionMinuted) and fact.session == session,
            asked=asked,
            actor=actor,
            parties=readers.parties(now, AboutKind.SESSION, session, today),
        )

    def of_activity(self, asked: Asked, activity: Id, actor: Actor) -> tuple[Words, ...]:
        """Return what was written of an activity, for the doctor and those who answer it today."""
        known = self._asking.known(asked, Act.READ_ACTIVITY, actor)
        now, today = known.now.plan.case, self._plans.acting.clock.today()
        now.activities.activity(activity)
        answering = readers.parties(now, AboutKind.ACTIVITY, activity, today)
        if actor.person not in answering:
            raise unknown_case()
        return self._opened(
            known,
            lambda fact: getattr(fact, "activity", None) == activity,
            asked=asked,
            actor=actor,
            parties=answering,
        )

    def of_appointments(self, asked: Asked, actor: Actor) -> tuple[Words, ...]:
        """Return why a plan was opened, a supervisor appointed, or applied, despite a finding."""
        known = self._asking.known(asked, Act.READ_GROUNDS, actor)
        return self._opened(
            known,
            lambda fact: (
                PARTS.get(type(fact)) in ("opening", "roles")
                or isinstance(fact, ApplicationSubmitted)
            ),
            asked=asked,
            actor=actor,
        )

    def of_goal(self, asked: Asked, goal: str, actor: Actor) -> tuple[Words, ...]:
        """Return what advisers and leaders wrote of a goal."""
        known = self._asking.known(asked, Act.READ_GROUNDS, actor)
        code = self._plans.catalogue.goal(goal).code
        return self._opened(
            known,
            lambda fact: getattr(fact, "goal", None) == code and type(fact) not in APART,
            asked=asked,
            actor=actor,
        )

    def of_review(self, asked: Asked, review: Id, actor: Actor) -> tuple[Words, ...]:
        """Return the minutes of a review, and the measures, for those who were present."""
        known = self._asking.known(asked, Act.READ_REVIEW, actor)
        held = known.now.plan.case.reviews.by_id.get(review)
        return self._confided(known, held, "review", asked=asked, actor=actor)

    def of_concern(self, asked: Asked, concern: Id, actor: Actor) -> tuple[Words, ...]:
        """Return what was written of a concern; it is written to the leaders."""
        known = self._asking.known(asked, Act.READ_CONCERN, actor)
        raised = known.now.plan.case.progression.concern(concern).raised
        return self._confided(known, raised, "concern", asked=asked, actor=actor)

    def of_panel(self, asked: Asked, panel: Id, actor: Actor) -> tuple[Words, ...]:
        """Return what a panel concluded; its members need not say why they read it."""
        known = self._asking.known(asked, Act.READ_PANEL, actor)
        convened = known.now.plan.case.panels.panel(panel).convened
        members = frozenset(member.person for member in convened.members)
        return self._opened(
            known,
            lambda fact: getattr(fact, "panel", None) == panel,
            asked=asked,
            actor=actor,
            parties=members,
        )

    def _confided(
        self, known: Known, fact: Fact | None, key: str, *, asked: Asked, actor: Actor
    ) -> tuple[Words, ...]:
        """Open what is of one thing with a fact, for those it was written for."""
        if fact is None:
            raise NotFound(
                "unknown-review",
                nb="Planen har ikke noe slikt halvårsmøte.",
                en="The plan has no such half-yearly review.",
                field="review",
            )
        readers.refuse_not_confided(known.now.plan.case, fact, actor)
        return self._opened(
            known,
            lambda other: getattr(other, key, None) == getattr(fact, key),
            asked=asked,
            actor=actor,
            parties=readers.addressed(actor, fact),
        )

    def of_reassessment(self, asked: Asked, reassessment: Id, actor: Actor) -> tuple[Words, ...]:
        """Return what was written of a new assessment; it is written to the leaders too."""
        known = self._asking.known(asked, Act.READ_REASSESSMENT, actor)
        known.now.plan.case.reassessments.reassessment(reassessment)
        return self._opened(
            known,
            lambda fact: getattr(fact, "reassessment", None) == reassessment,
            asked=asked,
            actor=actor,
            parties=readers.addressed(actor),
        )

    def of_visit(self, asked: Asked, visit: Id, actor: Actor) -> tuple[Words, ...]:
        """Return the name and the document a doctor wrote of a practice visit."""
        known = self._asking.known(asked, Act.READ_GROUNDS, actor)
        known.now.plan.case.visits.visit(visit)
        return self._opened(
            known, lambda fact: getattr(fact, "visit", None) == visit, asked=asked, actor=actor
        )

    def of_evaluation(self, asked: Asked, actor: Actor) -> tuple[Words, ...]:
        """Return what the doctor wrote of the establishment; it is written to its leaders."""
        known = self._asking.known(asked, Act.READ_EVALUATION, actor)
        return self._opened(
            known,
            lambda fact: isinstance(fact, EstablishmentEvaluated),
            asked=asked,
            actor=actor,
            parties=readers.addressed(actor),
        )

    def _opened(
        self,
        known: Known,
        wanted: Callable[[Fact], bool],
        *,
        asked: Asked,
        actor: Actor,
        parties: frozenset[Id] = frozenset(),
    ) -> tuple[Words, ...]:
        """Open the confidential texts of the facts wanted; the doctor is always party to them."""
        plan = known.then.plan.case
        return self._disclosing.words(
            known,
            lambda recorded: wanted(plan.concerned(recorded.fact)),
            asked=asked,
            actor=actor,
            parties=parties | {known.now.plan.case.doctor},
        )
