"""Whatever the organiser does, a group and the plans of its members tell the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from application.actors import Actor, Role
from application.groups import commands as c
from application.ids import new_id
from application.plans.opening import OpenPlan
from application.ports import Receipt
from domain.catalogue.group_years import GroupYear
from domain.groups.facts import GroupFactCorrected
from domain.groups.group import Group
from domain.plans.opening import EmploymentModel
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id
from domain.shared.refusals import Refused
from tests.support.town import Town, order

BEGINS = {GroupYear.FIRST: date(2024, 9, 2), GroupYear.SECOND: date(2024, 9, 9)}
LENGTH = timedelta(days=5)
STARTS = date(2024, 9, 1)

two = st.integers(0, 1)
years = st.sampled_from(GroupYear)
days = st.integers(0, 14).map(lambda days: STARTS + timedelta(days=days))
some = st.lists(two, min_size=0, max_size=3)
Stay = tuple[Id, str, date, date, int]


class Organising(RuleBasedStateMachine):
    """Two groups of short years, and the plans of two doctors who may be in them."""

    def __init__(self, town: Town) -> None:
        super().__init__()
        self.town = town.with_new_people()
        self.organiser = Actor(person=town.people["organiser"], acting_as=Role.GROUP_ORGANISER)
        self.doctors = [self.town.people[name] for name in ("doctor", "another_doctor")]
        self.plans = [self._open(doctor) for doctor in self.doctors]
        self.groups = [self._form() for _ in range(2)]

    def _open(self, doctor: Id) -> Id:
        leader = Actor(person=self.town.people["leader"], acting_as=Role.LEADER)
        opening = OpenPlan(
            doctor=doctor,
            organisation=self.town.organisation,
            employment_model=EmploymentModel.SALARIED_GP,
            starts_on=STARTS,
            part_one_completed_on=STARTS - timedelta(days=1),
        )
        return self.town.services.opening.open(opening, leader, order()).case_id

    def _form(self) -> Id:
        group, service = new_id(), self.town.services.groups
        service.form(c.FormGroup(group=group, name="Gruppe"), self.organiser, order())
        for year, first_day in BEGINS.items():
            planned = c.PlanGroupYear(
                group=group,
                year=year,
                first_day=first_day,
                last_day=first_day + LENGTH,
                gatherings=10,
            )
            service.plan_year(planned, self.organiser, order())
        return group

    def attempt(self, act: Callable[[], Receipt], what: str) -> None:
        """Try the act; one that is refused records nothing."""
        before = self.town.services.histories.position()
        try:
            act()
        except Refused as refused:
            event(f"{what} refused: {refused.code}")
            assert self.town.services.histories.position() == before
        else:
            event(f"{what} done")

    @rule(group=two, year=years, plan=two, day=st.none() | days)
    def admit(self, group: int, year: GroupYear, plan: int, day: date | None) -> None:
        command = c.AdmitMember(
            group=self.groups[group], year=year, plan=self.plans[plan], first_day=day
        )
        act = self.town.services.groups.admit
        self.attempt(lambda: act(command, self.organiser, order()), "admit")

    @rule(group=two, year=years, doctor=two, day=days)
    def release(self, group: int, year: GroupYear, doctor: int, day: date) -> None:
        command = c.ReleaseMember(
            group=self.groups[group], year=year, doctor=self.doctors[doctor], last_day=day
        )
        act = self.town.services.groups.release
        self.attempt(lambda: act(command, self.organiser, order()), "release")

    @rule(group=two, year=years, day=days, present=some)
    def hold(self, group: int, year: GroupYear, day: date, present: list[int]) -> None:
        command = c.HoldGathering(
            group=self.groups[group],
            gathering=new_id(),
            year=year,
            held_on=day,
            duration_minutes=60,
            present=tuple(self.doctors[doctor] for doctor in present),
        )
        act = self.town.services.groups.hold
        self.attempt(lambda: act(command, self.organiser, order()), "hold")

    @rule(group=two, year=years, plan=two, day=days)
    def come_and_go(self, group: int, year: GroupYear, plan: int, day: date) -> None:
        """Be admitted, and leave on a day of the year or try to."""
        self.admit(group, year, plan, None)
        self.release(group, year, plan, day)

    @rule(group=two, doctor=two, day=days)
    def issue_diploma(self, group: int, doctor: int, day: date) -> None:
        command = c.IssueDiploma(
            group=self.groups[group], doctor=self.doctors[doctor], diploma="1", issued_on=day
        )
        act = self.town.services.groups.issue_diploma
        self.attempt(lambda: act(command, self.organiser, order()), "diploma")

    @rule(group=two, back=st.integers(0, 3))
    def correct(self, group: int, back: int) -> None:
        """Correct one of the last facts that stand, for the others are leant on."""
        found = self.town.services.histories.load({self.groups[group]: Group})
        case: Group = found[self.groups[group]].case
        standing = [
            at
            for at, fact in enumerate(case.facts, start=1)
            if at not in case.struck and not isinstance(fact, GroupFactCorrected)
        ]
        version = standing[-1 - back] if back < len(standing) else 0
        command = c.CorrectGroupFact(group=self.groups[group], version=version, reason="Feil.")
        act = self.town.services.groups.correct
        self.attempt(lambda: act(command, self.organiser, order()), "correct")

    @rule(group=two, plan=two)
    def take_part_in_both_years(self, group: int, plan: int) -> None:
        """Do everything it takes to be given a diploma."""
        for year, first_day in BEGINS.items():
            self.admit(group, year, plan, None)
            self.hold(group, year, first_day, [plan])
        self.issue_diploma(group, plan, BEGINS[GroupYear.SECOND])

    @invariant()
    def groups_and_plans_tell_the_same(self) -> None:
        wanted: dict[Id, type] = dict.fromkeys(self.groups, Group)
        wanted |= dict.fromkeys(self.plans, TrainingPlan)
        found = self.town.services.histories.load(wanted)
        groups = {group: found[group].case for group in self.groups}
        for doctor, plan_id in zip(self.doctors, self.plans, strict=True):
            plan: TrainingPlan = found[plan_id].case
            assert Counter(_of_plan(plan)) == Counter(_of_groups(groups, doctor))
            diplomas = [case for case in groups.values() if doctor in case.diplomas]
            assert len(diplomas) == (plan.groups.diploma is not None)


def _of_plan(plan: TrainingPlan) -> list[Stay]:
    return [
        (
            held.joined.group,
            held.joined.year,
            held.span.first_day,
            held.span.last_day,
            held.minutes,
        )
        for held in plan.groups.years
    ]


def _of_groups(groups: dict[Id, Group], doctor: Id) -> list[Stay]:
    return [
        (
            group,
            member.year,
            member.span.first_day,
            member.span.last_day,
            sum(
                held.duration_minutes
                for held in case.gatherings.values()
                if held.year == member.year
                and held.held_on in member.span
                and doctor in held.present
            ),
        )
        for group, case in groups.items()
        for member in case.memberships
        if member.doctor == doctor
    ]


def test_whatever_the_organiser_does_groups_and_plans_agree(shared: Town) -> None:
    class InTown(Organising):
        def __init__(self) -> None:
            super().__init__(shared)

    quick = settings(
        max_examples=15,
        stateful_step_count=25,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(InTown, settings=quick)
