"""A plan to which anything may happen, and what must hold after every act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import msgspec
from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from domain.calendar.spans import Span
from domain.plans.activities import ActivitySigned
from domain.plans.courses import CourseCertified
from domain.plans.goals import GoalApproved, GoalCarriedOver, GoalNotAchieved
from domain.plans.groups import DiplomaReceived, GatheringAttended, GroupLeft
from domain.plans.guidance import SessionFinalised, SessionMinuted, SessionStage
from domain.plans.kinds import PARTS
from domain.plans.outcomes import GoalReassessed
from domain.plans.path import TrainingResumed
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.setting import Setting
from domain.plans.visits import VisitConfirmed, VisitDocumented
from domain.shared.case import Correction, PersonMerged, renamed
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, tag_of
from domain.shared.ids import Id
from domain.shared.refusals import Refused
from tests.domain.plans.machine_people import DOCTOR_AGAIN, MIDWIFE_AGAIN, SUPERVISOR_AGAIN, anyone
from tests.support.history import StoredInMemory, Then
from tests.support.plans import (
    ACTIVITY,
    APPOINTED,
    DEPUTY,
    DOCTOR,
    GOAL,
    LEADER,
    MIDWIFE,
    NEXT_SUPERVISOR,
    ORGANISATION,
    OTHER_ACTIVITY,
    OTHER_GOAL,
    OTHER_SESSION,
    OUTSIDER,
    PLANNED,
    SESSION,
    STARTS,
    SUPERVISOR,
    SURGEON,
    carried_over,
    text,
)

BEGAN = (Span(date(2019, 3, 1)),)
SETTING = Setting(
    leaders={
        LEADER: (Span(STARTS - timedelta(days=60)),),
        DEPUTY: (Span(STARTS + timedelta(days=4), STARTS + timedelta(days=9)),),
        **dict.fromkeys((SUPERVISOR, SUPERVISOR_AGAIN), (Span(STARTS + timedelta(days=12)),)),
        **dict.fromkeys((DOCTOR, DOCTOR_AGAIN), (Span(STARTS + timedelta(days=15)),)),
    },
    specialists={
        **dict.fromkeys((SUPERVISOR, SUPERVISOR_AGAIN), BEGAN),
        NEXT_SUPERVISOR: (Span(STARTS + timedelta(days=3)),),
    },
    authorised=dict.fromkeys((DOCTOR, DOCTOR_AGAIN), BEGAN),
    registered=BEGAN,
)

VOUCHED = (SessionFinalised, ActivitySigned, CourseCertified, VisitConfirmed, VisitDocumented)
ALWAYS = (Correction, PersonMerged, TrainingResumed, GatheringAttended, GroupLeft, DiplomaReceived)
"""What is recorded also when the training is over; some of it comes from the group."""

FORMER = ("LM-04", "LM-13")
NEW = ("FKM-001",)
NEW_FROM = STARTS + timedelta(days=9)

people = anyone(
    *(DOCTOR, SUPERVISOR, NEXT_SUPERVISOR, MIDWIFE, SURGEON, LEADER, DEPUTY, OUTSIDER),
    *(SUPERVISOR_AGAIN, MIDWIFE_AGAIN),
)
deciders = anyone(LEADER, LEADER, LEADER, DEPUTY, SUPERVISOR, DOCTOR, OUTSIDER)
advisers = anyone(SUPERVISOR, MIDWIFE, MIDWIFE, MIDWIFE_AGAIN, NEXT_SUPERVISOR, SURGEON, DOCTOR)
writers = anyone(SUPERVISOR, SUPERVISOR, DOCTOR, NEXT_SUPERVISOR, LEADER, MIDWIFE)
days = st.integers(-1, 18).map(lambda days: STARTS + timedelta(days=days))
goals = st.sampled_from([GOAL, GOAL, OTHER_GOAL, FORMER[0], NEW[0]])
sessions = st.sampled_from([SESSION, OTHER_SESSION])
activities = st.sampled_from([ACTIVITY, OTHER_ACTIVITY])
reasons = st.sampled_from([None, text("grunn"), text("grunn")])
last_days = st.none() | days
capacities = st.none() | st.sampled_from(Capacity)
"""Acting in the capacity one has, mostly, or in any."""


def in_force(on: date) -> frozenset[str]:
    """Return the goals in force on a day: of the common ones the former, or the new."""
    return frozenset({GOAL, OTHER_GOAL, *(NEW if on >= NEW_FROM else FORMER)})


def is_former(fact: Fact, goal: str) -> bool:
    """Return whether a fact approved a goal that another took the place of."""
    approving = GoalApproved | GoalCarriedOver | GoalReassessed
    return isinstance(fact, approving) and fact.goal in replaced(goal)


def replaced(goal: str) -> tuple[str, ...]:
    return FORMER if goal in NEW else ()


def opened(value: object) -> object:
    if isinstance(value, Confidential):
        return value.text
    raise TypeError(f"a case holds no {type(value).__name__}")


def state(plan: TrainingPlan) -> bytes:
    """Return everything a plan knows, all the way down."""
    parts = {part: getattr(plan, part) for part in set(PARTS.values())}
    return msgspec.json.encode((plan.version, parts), enc_hook=opened)


def decided(plan: TrainingPlan, act: Callable[[], Fact | tuple[Fact, ...]], today: date) -> Then:
    """Return what came of an act; none but some are done when the training is over."""
    try:
        told = act()
        facts = told if isinstance(told, tuple) else (told,)
        if not any(isinstance(fact, ALWAYS) for fact in facts):
            plan.path.refuse_if_over(today)
    except Refused as refused:
        return Then((), refused)
    return Then(facts, None)


class PlanMachine(RuleBasedStateMachine):
    """One plan, and everybody who may or may not act on it."""

    def __init__(self) -> None:
        super().__init__()
        self.plan = TrainingPlan()
        self.facts: list[Fact] = []
        self.today = STARTS

    @property
    def stored(self) -> StoredInMemory:
        return StoredInMemory(ORGANISATION, self.facts)

    def attempt(self, act: Callable[[], Fact | tuple[Fact, ...]]) -> None:
        """Try the act: record what it returns, or see that a refusal changed nothing."""
        before = state(self.plan)
        then = decided(self.plan, act, self.today)
        assert then.refused is None or (then.refused.text.nb and then.refused.text.en)
        assert state(self.plan) == before, "an act decides; it never changes anything"
        for fact in then.facts:
            event(f"recorded {tag_of(fact)}")
            self.record(fact)

    @initialize()
    def begin(self) -> None:
        for fact in (*APPOINTED, *PLANNED):
            self.record(fact)

    def capacity(self, person: Id, acting: Capacity | None, on: date) -> Capacity:
        """Return the capacity acted in: that which the person has, unless another is said."""
        held = self.plan.roles.capacity(person, on) or Capacity.CLINICAL_SUPERVISOR
        return acting or held

    def now(self, person: Id) -> Id:
        """Return who a person is known to be by now."""
        return self.plan.same.get(person, person)

    def record(self, fact: Fact) -> None:
        self.plan.apply(fact)
        self.facts.append(fact)

    def outcomes(self) -> Iterator[GoalApproved | GoalNotAchieved]:
        return (
            fact for fact in self.standing() if isinstance(fact, GoalApproved | GoalNotAchieved)
        )

    def standing(self) -> Iterator[Fact]:
        """Yield the facts that were not corrected, people read as who they turned out to be."""
        same = self.plan.same
        for version, fact in enumerate(self.facts, start=1):
            if version not in self.plan.struck:
                yield renamed(fact, same) if same else fact

    def as_known(self, at: int) -> list[Fact]:
        """Return the facts up to a version, people read as they were known by then."""
        same: dict[Id, Id] = {}
        for fact in self.facts[:at]:
            if isinstance(fact, PersonMerged):
                same = {
                    double: renamed(into, {fact.double: fact.into}) for double, into in same.items()
                }
                same[fact.double] = fact.into
        return [renamed(fact, same) for fact in self.facts[:at]] if same else self.facts[:at]

    @invariant()
    def the_plan_is_what_its_facts_say(self) -> None:
        again = TrainingPlan()
        again.fold(self.facts)
        assert state(again) == state(self.plan)
        assert self.plan.version == len(self.facts)

    @invariant()
    def what_was_corrected_has_no_effect(self) -> None:
        if not self.plan.struck:
            return
        harmless = carried_over("ALM-088")
        gone = {*self.plan.struck, *self.plan.struck.values()}
        told = enumerate(self.facts, start=1)
        without = TrainingPlan()
        without.fold(harmless if version in gone else fact for version, fact in told)
        without.goals.by_code.pop("ALM-088", None)
        assert state(without) == state(self.plan)

    @invariant()
    def no_day_has_two_supervisors(self) -> None:
        for day in (STARTS + timedelta(days=days) for days in range(-2, 21)):
            assert len(list(self.plan.roles.supervisors(day))) <= 1

    @invariant()
    def two_others_were_heard_and_one_of_them_took_part(self) -> None:
        for at, told in enumerate(self.facts, start=1):
            if isinstance(told, GoalApproved | GoalNotAchieved):
                *before, outcome = self.as_known(at)
                assert isinstance(outcome, GoalApproved | GoalNotAchieved)
                heard = {one.person: one.capacity for one in outcome.heard}
                assert len(heard) == len(outcome.heard) >= 2
                assert not heard.keys() & {DOCTOR, DOCTOR_AGAIN}
                assert set(heard.values()) == set(Capacity)
                clinical = {who for who, c in heard.items() if c == Capacity.CLINICAL_SUPERVISOR}
                signing = (f for f in before if isinstance(f, ActivitySigned))
                assert clinical <= {fact.signed_by for fact in signing}

    @invariant()
    def a_leader_in_office_who_is_not_the_doctor_decided(self) -> None:
        for outcome in self.outcomes():
            by, on = (
                (outcome.approved_by, outcome.approved_on)
                if isinstance(outcome, GoalApproved)
                else (outcome.decided_by, outcome.decided_on)
            )
            assert by != self.plan.doctor
            assert SETTING.leader_on(by, on)

    @invariant()
    def only_what_was_vouched_for_is_evidence(self) -> None:
        for outcome in self.outcomes():
            for seen in outcome.evidence:
                fact = self.facts[seen.version - 1]
                assert isinstance(fact, VOUCHED) or is_former(fact, outcome.goal)
                assert seen == self.stored.seen(seen.version)

    @invariant()
    def a_finalised_session_was_minuted_and_confirmed_by_its_supervisor(self) -> None:
        minuted = {fact.session for fact in self.standing() if isinstance(fact, SessionMinuted)}
        confirmed = {
            fact.session: fact.finalised_by
            for fact in self.standing()
            if isinstance(fact, SessionFinalised)
        }
        for key, session in self.plan.guidance.sessions.items():
            assert (session.stage is SessionStage.FINALISED) == (key in confirmed)
            if session.stage is SessionStage.FINALISED:
                assert key in minuted
                assert confirmed[key] == session.drafted.supervisor
