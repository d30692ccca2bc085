"""A doctor's individual training plan: the sum of its parts, folded from its facts."""

from __future__ import annotations

from datetime import date

from domain.plans.absences import Absences
from domain.plans.activities import Activities
from domain.plans.comments import Comments
from domain.plans.common_goals import CommonGoals
from domain.plans.corrections import FactCorrected, PlanPersonMerged
from domain.plans.courses import Courses
from domain.plans.decisions import Decisions
from domain.plans.employment import Employment, EmploymentChanged
from domain.plans.enforced import Enforced
from domain.plans.evaluations import Evaluations
from domain.plans.exemptions import Exemptions
from domain.plans.files import FileAttached, Files
from domain.plans.goals import GoalRecommended, Goals
from domain.plans.groups import Groups
from domain.plans.guidance import Guidance
from domain.plans.invitations import (
    Invitations,
    InvitationSent,
)
from domain.plans.kinds import (
    BEFORE_A_REQUEST,
    BEGINNINGS,
    ENDED_INVITATIONS,
    KEYS,
    OUTCOMES,
    PARTS,
    SHOWN_BY_FILE,
)
from domain.plans.old_scheme import OldScheme
from domain.plans.opening import Opening, PlanOpened
from domain.plans.outcomes import GoalReassessed
from domain.plans.panels import Panels
from domain.plans.path import MovedAway, MovedHere, Path
from domain.plans.programme import PlanVersionProposed, Programme
from domain.plans.progression import Progression
from domain.plans.reassessment import NewAssessmentRequested, Reassessments
from domain.plans.representatives import (
    Representatives,
)
from domain.plans.reviews import Reviews
from domain.plans.roles import Roles
from domain.plans.service import Service
from domain.plans.sharing import Sharing
from domain.plans.visits import Visits
from domain.shared.case import Case, Effects
from domain.shared.enforced import Lapsed, Reminded
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id
from domain.shared.refusals import NotAllowed, NotFound

_PLANS = Id("5f2f2b0a-6d0e-5c9a-9a57-0a3f8c8f3b11")


def plan_id(doctor: Id, organisation: Id) -> Id:
    """Return the id of a doctor's plan at an establishment, so that there is never a second."""
    return derived_id(_PLANS, f"{doctor}/{organisation}")


class TrainingPlan(Case):
    """One doctor's plan at one establishment."""

    def begin(self) -> None:
        self.opening = Opening()
        self.roles = Roles()
        self.representatives = Representatives()
        self.programme = Programme()
        self.employment = Employment()
        self.invitations = Invitations()
        self.path = Path()
        self.common_goals = CommonGoals()
        self.evaluations = Evaluations()
        self.guidance = Guidance()
        self.activities = Activities()
        self.goals = Goals()
        self.courses = Courses()
        self.visits = Visits()
        self.groups = Groups()
        self.exemptions = Exemptions()
        self.comments = Comments()
        self.files = Files()
        self.sharing = Sharing()
        self.service = Service()
        self.old_scheme = OldScheme()
        self.enforced = Enforced()
        self.absences = Absences()
        self.reassessments = Reassessments()
        self.reviews = Reviews()
        self.progression = Progression()
        self.panels = Panels()
        self.decisions = Decisions()

    def effects(self) -> Effects:
        return {
            **self.opening.effects(),
            **self.roles.effects(),
            **self.representatives.effects(),
            **self.programme.effects(),
            **self.employment.effects(),
            **self.invitations.effects(),
            **self.path.effects(),
            **self.common_goals.effects(),
            **self.evaluations.effects(),
            **self.guidance.effects(),
            **self.activities.effects(),
            **self.goals.effects(),
            **self.courses.effects(),
            **self.visits.effects(),
            **self.groups.effects(),
            **self.exemptions.effects(),
            **self.comments.effects(),
            **self.files.effects(),
            **self.sharing.effects(),
            **self.service.effects(),
            **self.old_scheme.effects(),
            **self.enforced.effects(),
            **self.absences.effects(),
            **self.reassessments.effects(),
            **self.reviews.effects(),
            **self.progression.effects(),
            **self.panels.effects(),
            **self.decisions.effects(),
            GoalReassessed: self._reassessed,
            FactCorrected: self.strike,
            PlanPersonMerged: self.merge,
        }

    def _reassessed(self, fact: GoalReassessed, at: int) -> None:
        """Let the outcome of a new assessment take effect on both the parts it concerns."""
        self.goals.apply(fact, at)
        self.reassessments.conclude(fact)

    def leans(self, later: Fact, earlier: Fact) -> bool:
        """Return whether both are of one thing, and the later did not begin it anew.

        A certificate or a document stands on the file that it names, and asking again on the
        answer that was no; the outcome of a new assessment on how it came about.
        """
        if isinstance(earlier, FileAttached) and isinstance(later, SHOWN_BY_FILE):
            return bool(later.file == earlier.file)
        if isinstance(earlier, ENDED_INVITATIONS) and isinstance(later, InvitationSent):
            ended = self.invitations.by_id[earlier.invitation].sent
            return (ended.person, ended.invited_as) == (later.person, later.invited_as)
        if isinstance(earlier, BEFORE_A_REQUEST) and isinstance(later, NewAssessmentRequested):
            return bool(later.goal == earlier.goal)
        part = PARTS.get(type(earlier))
        if part == "groups":
            return self.groups.leans(later, earlier)
        if part == "reassessments" and isinstance(later, GoalReassessed):
            return bool(later.reassessment == getattr(earlier, KEYS[part]))
        return part == PARTS.get(type(later)) and (
            part in {"path", "old_scheme"} or self._is_of_one_thing(part, later, earlier)
        )

    def _is_of_one_thing(self, part: str | None, later: Fact, earlier: Fact) -> bool:
        """Return the same of facts of one part; of a goal only an outcome stands on advice."""
        # What is told of a proceeding stands or falls with the fact there, which says the order.
        if part not in KEYS or part == "decisions" or isinstance(later, BEGINNINGS):
            return False
        if isinstance(earlier, GoalRecommended) and not isinstance(later, OUTCOMES):
            return False
        return bool(getattr(later, KEYS[part]) == getattr(earlier, KEYS[part]))

    def correctable(self, version: int) -> Fact:
        """Return the fact that may be corrected; raises Invalid or NotAllowed."""
        fact = super().correctable(version)
        if isinstance(fact, Lapsed | Reminded):
            raise NotAllowed(
                "noticed-by-the-clock",
                nb="Dette la klokken merke til; rett det fristen bygger på i stedet.",
                en="The clock noticed this; correct what the deadline stands on instead.",
                field="version",
            )
        if isinstance(fact, MovedAway | MovedHere):
            raise NotAllowed(
                "move-stands",
                nb="Utdanningen ble tatt imot i den andre virksomheten, og begge planene sier det. "
                "Flytt den tilbake i stedet.",
                en="The training was received at the other establishment, and both plans say so. "
                "Move it back instead.",
                rule="AMB-54",
                field="version",
            )
        return fact

    def part_of(self, fact: Fact) -> str:
        """Return which part of the plan a fact concerns."""
        return PARTS.get(type(self.concerned(fact)), "")

    @property
    def subject(self) -> Id:
        """Return whose key seals the plan's texts: the doctor as first told of, whoever since.

        A merging of two entries reads the doctor anew; the texts were sealed before, or are to be
        read beside those that were.
        """
        told = self.facts[0]
        assert isinstance(told, PlanOpened)
        return told.doctor

    @property
    def opened(self) -> PlanOpened:
        """Return how the plan was opened; raises NotFound for a plan without facts."""
        if self.opening.opened is None:
            raise NotFound("unknown-plan", nb="Planen finnes ikke.", en="There is no such plan.")
        return self.opening.opened

    def change_employment(
        self, employment_model: str, *, first_day: date, by: Id
    ) -> EmploymentChanged:
        """Change the model of employment to another than it would be on the day."""
        held = self.employment.model_on(first_day, self.opened.employment_model)
        if held == employment_model:
            raise NotAllowed(
                "employment-unchanged",
                nb=f"Legen har allerede denne tilknytningen den {first_day}.",
                en=f"The doctor already has this model of employment on {first_day}.",
                rule="R-DEF-01",
                field="employmentModel",
            )
        self.opening.refuse_before_start(first_day, field="firstDay")
        return self.employment.change(employment_model, first_day=first_day, by=by)

    @property
    def next_version(self) -> int:
        """Return the number of the next version of the individual plan.

        No number is given twice, also not that of a version that was struck: whoever has read
        that one must not be taken to have agreed to another.
        """
        told = (fact.number for fact in self.facts if isinstance(fact, PlanVersionProposed))
        return max(told, default=0) + 1

    def arenas_on(self, day: date) -> tuple[str, ...]:
        """Return the arenas planned: of the version in force, or as first settled."""
        version = self.programme.in_force(day)
        if version is None:
            return self.opening.arenas
        return tuple(dict.fromkeys(rotation.arena for rotation in version.proposed.rotations))

    @property
    def doctor(self) -> Id:
        return self.opened.doctor
