"""New assessments (ny vurdering) of a goal that was not achieved; no appeal (section 26)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.plans.outcomes import GoalReassessed
from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound


class NewAssessmentRequested(Fact, frozen=True, kw_only=True, tag="plan.new-assessment-requested"):
    """The doctor requested a new assessment of a goal that was not achieved."""

    reassessment: Id
    goal: str
    # The first is a right; the next ones are demanded after months of activities.
    round: int
    requested_on: date
    # What was done for the goal since the new assessment before, if there was one.
    shown: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]


class NewAssessmentWithdrawn(Fact, frozen=True, kw_only=True, tag="plan.new-assessment-withdrawn"):
    """The doctor took back the request for a new assessment."""

    reassessment: Id
    goal: str
    withdrawn_on: date


class ActivitiesSinceConfirmed(
    Fact, frozen=True, kw_only=True, tag="plan.activities-since-confirmed"
):
    """A person confirmed that relevant activities had covered the months a demand waits for."""

    reassessment: Id
    goal: str
    confirmed_by: Id
    confirmed_on: date
    shown: tuple[Seen, ...]
    basis: tuple[Citation, ...]


class NewAssessmentArranged(Fact, frozen=True, kw_only=True, tag="plan.new-assessment-arranged"):
    """The county governor arranged who was to assess the goal anew, where and when."""

    reassessment: Id
    goal: str
    assessors: tuple[Id, ...]
    place: str
    takes_place_on: date
    arranged_by: Id
    arranged_on: date
    justification: Confidential | None
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]


ReassessmentFact = (
    NewAssessmentRequested
    | NewAssessmentWithdrawn
    | ActivitiesSinceConfirmed
    | NewAssessmentArranged
)


class ReassessmentStage(StrEnum):
    """Where a new assessment is on its way."""

    REQUESTED = "requested"
    ARRANGED = "arranged"
    ASSESSED = "assessed"
    WITHDRAWN = "withdrawn"


_NB = {
    ReassessmentStage.REQUESTED: "bedt om",
    ReassessmentStage.ARRANGED: "avtalt",
    ReassessmentStage.ASSESSED: "gjennomført",
    ReassessmentStage.WITHDRAWN: "trukket tilbake",
}
UNDER_WAY = (ReassessmentStage.REQUESTED, ReassessmentStage.ARRANGED)


@dataclass(slots=True)
class Reassessment:
    """One new assessment on its way."""

    requested: NewAssessmentRequested
    stage: ReassessmentStage = ReassessmentStage.REQUESTED
    confirmed: ActivitiesSinceConfirmed | None = None
    arranged: NewAssessmentArranged | None = None
    withdrawn: NewAssessmentWithdrawn | None = None
    outcome: GoalReassessed | None = None

    @property
    def under_way(self) -> bool:
        return self.stage in UNDER_WAY

    @property
    def waits_for_confirmation(self) -> bool:
        """Return whether a person still has to say that the activities cover the months."""
        return self.requested.round > 1 and self.confirmed is None


@dataclass(slots=True)
class Reassessments:
    """The new assessments of the doctor's goals, as the facts so far leave them."""

    by_id: dict[Id, Reassessment] = field(default_factory=dict)

    # acts

    def request(
        self,
        reassessment: Id,
        *,
        goal: str,
        on: date,
        shown: tuple[Seen, ...],
        law: str,
        basis: tuple[Citation, ...],
    ) -> NewAssessmentRequested:
        if reassessment in self.by_id:
            raise NotAllowed("new-assessment-exists", nb="Den finnes allerede.", en="It exists.")
        self.refuse_under_way(goal)
        return NewAssessmentRequested(
            reassessment=reassessment,
            goal=goal,
            round=len(self.assessed(goal)) + 1,
            requested_on=on,
            shown=shown,
            law=law,
            basis=basis,
        )

    def withdraw(self, reassessment: Id, *, on: date) -> NewAssessmentWithdrawn:
        found = self.in_stage(reassessment, *UNDER_WAY)
        return NewAssessmentWithdrawn(
            reassessment=reassessment, goal=found.requested.goal, withdrawn_on=on
        )

    # questions

    def reassessment(self, reassessment: Id) -> Reassessment:
        """Return the new assessment; raises NotFound."""
        try:
            return self.by_id[reassessment]
        except KeyError:
            raise NotFound(
                "unknown-new-assessment",
                nb="Planen har ingen slik ny vurdering.",
                en="The plan has no such new assessment.",
                field="reassessment",
            ) from None

    def in_stage(self, reassessment: Id, *stages: ReassessmentStage) -> Reassessment:
        """Return the new assessment if it is in one of the stages; raises NotFound, NotAllowed."""
        found = self.reassessment(reassessment)
        if found.stage not in stages:
            raise NotAllowed(
                "new-assessment-in-wrong-state",
                nb=f"Den nye vurderingen er {_NB[found.stage]}; dette krever at den er "
                f"{' eller '.join(_NB[stage] for stage in stages)}.",
                en=f"The new assessment is {found.stage}; this needs it to be "
                f"{' or '.join(stages)}.",
                rule="R-ASM-06",
            )
        return found

    def under_way(self, goal: str) -> Reassessment | None:
        """Return the new assessment of a goal that is under way, if one is."""
        return next((r for r in self._of(goal) if r.under_way), None)

    def refuse_under_way(self, goal: str) -> None:
        if found := self.under_way(goal):
            raise NotAllowed(
                "new-assessment-under-way",
                nb=f"Ny vurdering av {goal} ble bedt om {found.requested.requested_on} og er ikke "
                "avsluttet.",
                en=f"A new assessment of {goal} was requested on {found.requested.requested_on} "
                "and is not over.",
                rule="R-ASM-06",
                field="goal",
            )

    def assessed(self, goal: str) -> list[Reassessment]:
        """Return the new assessments of a goal that were made, in the order of their requests."""
        return [found for found in self._of(goal) if found.outcome]

    def last_failed_on(self, goal: str) -> date | None:
        """Return the day on which the goal was last found not achieved by a new assessment."""
        outcomes = (found.outcome for found in self.assessed(goal))
        failed = (one.assessed_on for one in outcomes if one and not one.achieved)
        return max(failed, default=None)

    def _of(self, goal: str) -> list[Reassessment]:
        return [found for found in self.by_id.values() if found.requested.goal == goal]

    # effects

    def effects(self) -> Effects:
        return {
            NewAssessmentRequested: self._requested,
            NewAssessmentWithdrawn: self._withdrawn,
            ActivitiesSinceConfirmed: self._confirmed,
            NewAssessmentArranged: self._arranged,
        }

    def conclude(self, fact: GoalReassessed) -> None:
        """Take note of the outcome, which is a fact of the goal."""
        found = self.by_id[fact.reassessment]
        found.stage, found.outcome = ReassessmentStage.ASSESSED, fact

    def _requested(self, fact: NewAssessmentRequested, _: int) -> None:
        self.by_id[fact.reassessment] = Reassessment(fact)

    def _withdrawn(self, fact: NewAssessmentWithdrawn, _: int) -> None:
        found = self.by_id[fact.reassessment]
        found.stage, found.withdrawn = ReassessmentStage.WITHDRAWN, fact

    def _confirmed(self, fact: ActivitiesSinceConfirmed, _: int) -> None:
        self.by_id[fact.reassessment].confirmed = fact

    def _arranged(self, fact: NewAssessmentArranged, _: int) -> None:
        found = self.by_id[fact.reassessment]
        found.stage, found.arranged = ReassessmentStage.ARRANGED, fact
