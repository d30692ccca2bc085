"""Acts around the plan itself, by anybody on any day: versions, employment, representatives."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.plans.opening import EmploymentModel
from domain.plans.programme import Party, Rotation
from domain.plans.representatives import Scope
from domain.plans.rules.draw_up_plan import draw_up_plan
from domain.plans.rules.drawing import Drawing
from domain.shared.ids import Id
from tests.domain.plans.machine import PlanMachine, days, last_days, people
from tests.support.plans import LEADER, STARTS

OPEN = {"ARE-01": (Span(STARTS),), "ARE-06": (Span(STARTS, STARTS + timedelta(days=9)),)}
rotations = st.lists(
    st.builds(
        Rotation,
        arena=st.sampled_from(["ARE-01", "ARE-01", "ARE-06", "ARE-99"]),
        first_day=days,
        last_day=days,
        percentage=st.integers(0, 101),
    ),
    max_size=2,
).map(tuple)


class AroundThePlan(PlanMachine):
    """What is planned of the training, and who may look at it."""

    @rule(rotations=rotations, party=st.sampled_from(Party), by=people, on=days)
    def draw_up(self, rotations: tuple[Rotation, ...], party: Party, by: Id, on: date) -> None:
        asked = Drawing(
            plan=self.plan,
            first_day=STARTS,
            last_day=STARTS + timedelta(days=18),
            rotations=rotations,
            guidance_hours_a_year=42,
            note=None,
            by=by,
            party=party,
            on=on,
            open_days=OPEN,
            offers={},
            goal_days={},
            law=IN_FORCE,
        )
        self.attempt(lambda: draw_up_plan(asked))

    @rule(number=st.integers(1, 3), party=st.sampled_from(Party), by=people, on=days)
    def agree(self, number: int, party: Party, by: Id, on: date) -> None:
        self.attempt(lambda: self.plan.programme.agree(number, by=by, party=party, on=on))

    @rule(model=st.sampled_from(EmploymentModel), first_day=days)
    def change_employment(self, model: EmploymentModel, first_day: date) -> None:
        self.attempt(lambda: self.plan.change_employment(model, first_day=first_day, by=LEADER))

    @rule(person=people, scope=st.sampled_from(Scope), first_day=days, last_day=last_days)
    def authorise(self, person: Id, scope: Scope, first_day: date, last_day: date | None) -> None:
        self.attempt(
            lambda: self.plan.representatives.authorise(
                person,
                (scope,),
                doctor=self.plan.doctor,
                first_day=first_day,
                last_day=last_day,
                on=first_day,
            )
        )

    @rule(person=people, last_day=days)
    def revoke(self, person: Id, last_day: date) -> None:
        self.attempt(lambda: self.plan.representatives.revoke(person, last_day=last_day))

    @invariant()
    def a_version_in_force_was_agreed_by_all_three(self) -> None:
        for day in (STARTS, STARTS + timedelta(days=20)):
            version = self.plan.programme.in_force(day)
            assert version is None or set(version.agreed) == set(Party)

    @invariant()
    def nobody_represents_themselves(self) -> None:
        assert not self.plan.representatives.scopes(self.plan.doctor, STARTS)
