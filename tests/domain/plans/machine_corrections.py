"""What was recorded in error, the opening too, marked as such by anybody."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.law.book import IN_FORCE
from domain.plans.corrections import FactCorrected
from domain.plans.goals import GoalApproved, GoalNotAchieved
from domain.plans.opening import EmploymentModel, PlanOpened
from domain.plans.plan import TrainingPlan
from domain.plans.rules.correct_fact import FactCorrection, correct_fact
from domain.plans.rules.open_plan import PlanOpening, open_plan, refuse_start_after_work
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.domain.plans.machine import SETTING, PlanMachine, days, deciders
from tests.domain.plans.machine_people import anyone
from tests.support.plans import DOCTOR, LEADER, MIDWIFE, ORGANISATION, STARTS, SUPERVISOR, text


class Correcting(PlanMachine):
    """Nothing is edited; what was corrected stays in the history, without effect."""

    @rule(version=st.integers(0, 12), by=anyone(LEADER, DOCTOR, SUPERVISOR, MIDWIFE))
    def correct_what_was_recorded(self, version: int, by: Id) -> None:
        """Correct a version counted from the last, so that there is often one."""
        at = len(self.facts) - version
        if at < 1 or isinstance(self.facts[at - 1], PlanOpened):
            # An opening is corrected by another.
            return
        asked = FactCorrection(
            plan=self.plan, stored=self.stored, version=at, reason=text(), by=by, on=STARTS
        )
        self.attempt(lambda: correct_fact(asked))

    @rule(starts_on=days, by=deciders, model=st.sampled_from(EmploymentModel))
    def correct_opening(self, starts_on: date, by: Id, model: EmploymentModel) -> None:
        self.attempt(lambda: self.opened_anew(starts_on, by, model))

    def opened_anew(self, starts_on: date, by: Id, model: EmploymentModel) -> tuple[Fact, ...]:
        """Return the mark on how the plan was opened, and how it ought to have been."""
        opened_at = self.plan.opening.opened_at
        assert opened_at is not None
        refuse_start_after_work(self.plan, starts_on)
        asked = FactCorrection(
            plan=self.plan, stored=self.stored, version=opened_at, reason=text(), by=by, on=STARTS
        )
        anew = PlanOpening(
            plan=TrainingPlan(),
            doctor=self.plan.doctor,
            organisation=ORGANISATION,
            employment_model=model,
            starts_on=starts_on,
            part_one_completed_on=self.plan.opened.part_one_completed_on,
            part_one_exception=None,
            by=by,
            on=STARTS,
            setting=SETTING,
            law=IN_FORCE,
        )
        return correct_fact(asked), open_plan(anew)

    @invariant()
    def there_is_one_opening_of_one_doctors_plan(self) -> None:
        (opened,) = (fact for fact in self.standing() if isinstance(fact, PlanOpened))
        assert opened == self.plan.opened
        assert opened.opened_by != opened.doctor

    @invariant()
    def what_was_struck_is_no_evidence_of_what_came_later(self) -> None:
        for at, fact in enumerate(self.facts, start=1):
            if isinstance(fact, GoalApproved | GoalNotAchieved):
                leant_on = {seen.version for seen in fact.evidence}
                leant_on |= {one.seen.version for one in fact.heard}
                assert all(self.plan.struck.get(version, at) >= at for version in leant_on)

    @invariant()
    def a_correction_tells_the_standing_outcomes_that_leant_on_it(self) -> None:
        for at, fact in enumerate(self.facts, start=1):
            if isinstance(fact, FactCorrected):
                leaning = {
                    version
                    for version, outcome in enumerate(self.facts[: at - 1], start=1)
                    if isinstance(outcome, GoalApproved | GoalNotAchieved)
                    and self.plan.struck.get(version, at) >= at
                    and fact.corrects in {seen.version for seen in outcome.evidence}
                }
                assert leaning <= set(fact.evidence_in)
