"""People found to be one and the same, at any time."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.plans.corrections import PlanPersonMerged
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.shared.case import PersonMerged, renamed
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from tests.domain.plans.machine import days, state
from tests.domain.plans.machine_acts import Around
from tests.domain.plans.machine_people import DOCTOR_AGAIN, MIDWIFE_AGAIN, SUPERVISOR_AGAIN
from tests.support.plans import (
    DOCTOR,
    LEADER,
    MIDWIFE,
    NEXT_SUPERVISOR,
    STARTS,
    SUPERVISOR,
    SURGEON,
    carried_over,
)

doubles = st.sampled_from(
    [
        (SUPERVISOR_AGAIN, SUPERVISOR),
        (SUPERVISOR, SUPERVISOR_AGAIN),
        (NEXT_SUPERVISOR, SUPERVISOR),
        (MIDWIFE_AGAIN, MIDWIFE),
        (MIDWIFE, MIDWIFE_AGAIN),
        (SURGEON, MIDWIFE),
        (MIDWIFE, DOCTOR),
        (DOCTOR, DOCTOR_AGAIN),
    ]
)


class Merging(Around):
    """Who turned out to be entered twice."""

    @rule(entries=doubles)
    def merge(self, entries: tuple[Id, Id]) -> None:
        double, into = entries[0], self.now(entries[1])
        if double in self.plan.same or double == into:
            # The directory knows only one of them.
            return
        self.attempt(lambda: merged(self.plan, double, into))

    @rule(first_day=days, signed_on=days, last_day=days)
    def take_part_under_two_names(self, first_day: date, signed_on: date, last_day: date) -> None:
        """Do everything it takes to be known by one name and then by another."""
        self.appoint_clinical_supervisor(self.now(MIDWIFE_AGAIN), first_day, None)
        self.supervise(self.now(MIDWIFE_AGAIN), signed_on)
        self.merge((MIDWIFE_AGAIN, MIDWIFE))
        self.release(self.now(MIDWIFE), last_day, Capacity.CLINICAL_SUPERVISOR)

    @invariant()
    def no_double_is_named_any_more(self) -> None:
        told = state(self.plan)
        for double, into in self.plan.same.items():
            assert double.encode() not in told
            assert into not in self.plan.same

    @invariant()
    def it_is_as_if_it_had_been_known_from_the_start(self) -> None:
        if not self.plan.same:
            return
        harmless = carried_over("ALM-088")
        known = TrainingPlan()
        known.fold(
            harmless if isinstance(fact, PersonMerged) else renamed(fact, self.plan.same)
            for fact in self.facts
        )
        known.goals.by_code.pop("ALM-088", None)
        assert state(known) == state(self.plan)


def merged(plan: TrainingPlan, double: Id, into: Id) -> PlanPersonMerged:
    """Return the mark; raises NotAllowed where one person cannot be both."""
    mark = PlanPersonMerged(double=double, into=into, merged_by=LEADER, merged_on=STARTS)
    after = TrainingPlan()
    after.fold([*plan.facts, mark])
    if any(held.person == after.doctor for held in after.roles.appointments.all):
        raise NotAllowed("would-guide-themselves", nb="Seg selv.", en="Themselves.")
    after.roles.refuse_two_supervisors()
    return mark
