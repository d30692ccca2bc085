"""Learning goals (læringsmål): submitted, recommended on, decided, corrected."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import assert_never, get_args

from domain.plans.outcomes import GoalReassessed, Heard
from domain.shared.case import Effects
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed


class Advice(StrEnum):
    """What an adviser says of a goal; the leader decides all the same (R-ASM-02)."""

    ACHIEVED = "achieved"
    NOT_YET = "not-yet"


class GoalSubmitted(Fact, frozen=True, kw_only=True, tag="plan.goal-submitted"):
    """The doctor, having consulted the supervisor, asked the leader to assess a goal."""

    goal: str
    consulted: Id
    consulted_on: date
    submitted_on: date


class GoalRecalled(Fact, frozen=True, kw_only=True, tag="plan.goal-recalled"):
    """The doctor took a submitted goal back."""

    goal: str
    recalled_on: date


class GoalRecommended(Fact, frozen=True, kw_only=True, tag="plan.goal-recommended"):
    """One who knows the doctor's work advised on a learning goal."""

    goal: str
    given_by: Id
    capacity: str
    advice: str
    given_on: date
    rationale: Confidential | None = None


class GoalApproved(Fact, frozen=True, kw_only=True, tag="plan.goal-approved"):
    """The leader confirmed that the competence is achieved."""

    goal: str
    approved_by: Id
    approved_on: date
    statement: Confidential
    justification: Confidential | None
    heard: tuple[Heard, ...]
    evidence: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]


class GoalNotAchieved(Fact, frozen=True, kw_only=True, tag="plan.goal-not-achieved"):
    """The leader found that the competence is not achieved; a new assessment may be asked for."""

    goal: str
    decided_by: Id
    decided_on: date
    reasons: Confidential
    justification: Confidential | None
    heard: tuple[Heard, ...]
    evidence: tuple[Seen, ...]
    law: str
    basis: tuple[Citation, ...]
    findings: tuple[Finding, ...]


class GoalReturned(Fact, frozen=True, kw_only=True, tag="plan.goal-returned"):
    """The leader sent a submitted goal back to the doctor with a comment."""

    goal: str
    returned_by: Id
    returned_on: date
    comment: Confidential


class GoalCarriedOver(Fact, frozen=True, kw_only=True, tag="plan.goal-carried-over"):
    """A goal approved elsewhere, before this plan or this system, was entered as achieved."""

    goal: str
    approved_on: date
    stated_in: str
    seen: tuple[Seen, ...]


GoalFact = (
    GoalSubmitted
    | GoalRecalled
    | GoalRecommended
    | GoalApproved
    | GoalNotAchieved
    | GoalReturned
    | GoalCarriedOver
    | GoalReassessed
)
Outcome = GoalApproved | GoalNotAchieved | GoalReassessed


class Stage(StrEnum):
    """Where a goal is on its way (R-ASM-05)."""

    OPEN = "open"
    SUBMITTED = "submitted"
    RECALLED = "recalled"
    RETURNED = "returned"
    NOT_ACHIEVED = "not-achieved"
    APPROVED = "approved"


_NB = {
    Stage.OPEN: "ikke sendt inn",
    Stage.SUBMITTED: "sendt inn",
    Stage.RECALLED: "trukket tilbake",
    Stage.RETURNED: "sendt tilbake",
    Stage.NOT_ACHIEVED: "vurdert som ikke oppnådd",
    Stage.APPROVED: "godkjent",
}


@dataclass(frozen=True, slots=True)
class Given:
    """One piece of advice and the version of its fact."""

    fact: GoalRecommended
    at: int


@dataclass(slots=True)
class Goal:
    """One learning goal on its way.

    Advice up to version ``counts_after`` no longer counts. ``carried`` tells that, and where, it
    was approved elsewhere; ``assessed_by`` are those who found it not achieved, or advised then.
    """

    stage: Stage = Stage.OPEN
    advice: list[Given] = field(default_factory=list)
    counts_after: int = 0
    submitted: GoalSubmitted | None = None
    returned: GoalReturned | None = None
    carried: GoalCarriedOver | None = None
    outcome: Outcome | None = None
    outcome_at: int | None = None
    assessed_by: tuple[Id, ...] = ()

    @property
    def approved_on(self) -> date | None:
        """Return the day the goal was approved, here or elsewhere, if it is."""
        if isinstance(self.outcome, GoalApproved):
            return self.outcome.approved_on
        if isinstance(self.outcome, GoalReassessed) and self.outcome.achieved:
            return self.outcome.assessed_on
        return self.carried.approved_on if self.carried else None

    @property
    def decided_on(self) -> date | None:
        if isinstance(self.outcome, GoalNotAchieved):
            return self.outcome.decided_on
        if isinstance(self.outcome, GoalReassessed):
            return self.outcome.assessed_on
        return self.approved_on

    def counting(self, on: date = date.max) -> list[Given]:
        """Return the latest advice of each person, up to the day, that still counts."""
        counting = (a for a in self.advice if a.at > self.counts_after and a.fact.given_on <= on)
        return list({a.fact.given_by: a for a in counting}.values())


@dataclass(slots=True)
class Goals:
    """The doctor's learning goals, as the facts so far leave them."""

    by_code: dict[str, Goal] = field(default_factory=dict)

    # acts

    def submit(self, goal: str, *, consulted: Id, consulted_on: date, on: date) -> GoalSubmitted:
        self.refuse_unless_submittable(goal)
        return GoalSubmitted(
            goal=goal, consulted=consulted, consulted_on=consulted_on, submitted_on=on
        )

    def refuse_unless_submittable(self, goal: str) -> None:
        self.in_stage(goal, *_SUBMITTABLE)

    def recall(self, goal: str, *, on: date) -> GoalRecalled:
        self.in_stage(goal, Stage.SUBMITTED)
        return GoalRecalled(goal=goal, recalled_on=on)

    def recommend(
        self,
        goal: str,
        advice: Advice,
        *,
        by: Id,
        capacity: str,
        rationale: Confidential | None,
        on: date,
    ) -> GoalRecommended:
        self.in_stage(goal, *_ADVISABLE)
        return GoalRecommended(
            goal=goal,
            given_by=by,
            capacity=capacity,
            advice=advice,
            given_on=on,
            rationale=rationale,
        )

    def send_back(self, goal: str, *, by: Id, comment: Confidential, on: date) -> GoalReturned:
        self.in_stage(goal, Stage.SUBMITTED)
        return GoalReturned(goal=goal, returned_by=by, returned_on=on, comment=comment)

    def goal(self, goal: str) -> Goal:
        """Return the goal as it stands, untouched if nothing is recorded of it."""
        return self.by_code.get(goal) or Goal()

    def in_stage(self, goal: str, *stages: Stage) -> Goal:
        """Return the goal if it is in one of the stages; raises NotAllowed."""
        found = self.goal(goal)
        if found.stage not in stages:
            raise NotAllowed(
                "goal-in-wrong-state",
                nb=f"{goal} er {_NB[found.stage]}. Dette kan bare gjøres med et mål som er "
                f"{' eller '.join(_NB[stage] for stage in stages)}.",
                en=f"{goal} is {found.stage}; this needs it to be {' or '.join(stages)}.",
                rule="R-ASM-05",
                field="goal",
            )
        return found

    # effects

    def effects(self) -> Effects:
        return dict.fromkeys(get_args(GoalFact), self.apply)

    def apply(self, fact: GoalFact, at: int) -> None:
        goal = self.by_code.get(fact.goal)
        if goal is None:
            goal = self.by_code[fact.goal] = Goal()
        match fact:
            case GoalRecommended():
                goal.advice.append(Given(fact, at))
            case GoalSubmitted():
                goal.stage, goal.submitted = Stage.SUBMITTED, fact
            case GoalApproved() | GoalNotAchieved() | GoalReassessed():
                _decide(goal, fact, at)
            case GoalRecalled():
                goal.stage, goal.counts_after = Stage.RECALLED, at
            case GoalReturned():
                goal.stage, goal.counts_after, goal.returned = Stage.RETURNED, at, fact
            case GoalCarriedOver():
                goal.stage, goal.carried, goal.outcome_at = Stage.APPROVED, fact, at
            case _:
                assert_never(fact)


def _decide(goal: Goal, outcome: Outcome, at: int) -> None:
    goal.outcome, goal.outcome_at = outcome, at
    match outcome:
        case GoalApproved():
            goal.stage, goal.counts_after = Stage.APPROVED, at
        case GoalNotAchieved():
            goal.stage, goal.counts_after = Stage.NOT_ACHIEVED, at
            goal.assessed_by += (outcome.decided_by, *(one.person for one in outcome.heard))
        case GoalReassessed():
            goal.assessed_by += outcome.assessed_by
            # One that failed leaves a goal that was submitted again where it is.
            if outcome.achieved or goal.stage is Stage.NOT_ACHIEVED:
                goal.counts_after = at
            goal.stage = Stage.APPROVED if outcome.achieved else goal.stage


_ADVISABLE = tuple(stage for stage in Stage if stage is not Stage.APPROVED)
_SUBMITTABLE = (Stage.OPEN, Stage.RECALLED, Stage.RETURNED, Stage.NOT_ACHIEVED)
