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
from domain.plans.goals import GoalApproved, GoalNotAchieved
from domain.plans.guidance import SessionFinalised, SessionMinuted, SessionStage
from domain.plans.plan import PARTS, TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.setting import Setting
from domain.plans.visits import VisitConfirmed, VisitDocumented
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, tag_of
from tests.support.history import Given, StoredInMemory
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
    SESSION,
    STARTS,
    SUPERVISOR,
    SURGEON,
    text,
)

BEGAN = (Span(date(2019, 3, 1)),)
SETTING = Setting(
    leaders={
        LEADER: (Span(STARTS - timedelta(days=60)),),
        DEPUTY: (Span(STARTS + timedelta(days=4), STARTS + timedelta(days=9)),),
        SUPERVISOR: (Span(STARTS + timedelta(days=12)),),
        DOCTOR: (Span(STARTS + timedelta(days=15)),),
    },
    specialists={SUPERVISOR: BEGAN, NEXT_SUPERVISOR: (Span(STARTS + timedelta(days=3)),)},
    authorised={DOCTOR: BEGAN},
    registered=BEGAN,
)

VOUCHED = (SessionFinalised, ActivitySigned, CourseCertified, VisitConfirmed, VisitDocumented)

people = st.sampled_from(
    [DOCTOR, SUPERVISOR, NEXT_SUPERVISOR, MIDWIFE, SURGEON, LEADER, DEPUTY, OUTSIDER]
)
deciders = st.sampled_from([LEADER, LEADER, LEADER, DEPUTY, SUPERVISOR, DOCTOR, OUTSIDER])
advisers = st.sampled_from([SUPERVISOR, MIDWIFE, MIDWIFE, NEXT_SUPERVISOR, SURGEON, DOCTOR])
writers = st.sampled_from([SUPERVISOR, SUPERVISOR, DOCTOR, NEXT_SUPERVISOR, LEADER, MIDWIFE])
days = st.integers(-1, 18).map(lambda days: STARTS + timedelta(days=days))
goals = st.sampled_from([GOAL, GOAL, OTHER_GOAL])
sessions = st.sampled_from([SESSION, OTHER_SESSION])
activities = st.sampled_from([ACTIVITY, OTHER_ACTIVITY])
reasons = st.sampled_from([None, text("grunn"), text("grunn")])
last_days = st.none() | days


def opened(value: object) -> object:
    if isinstance(value, Confidential):
        return value.text
    raise TypeError(f"a case holds no {type(value).__name__}")


def state(plan: TrainingPlan) -> bytes:
    """Return everything a plan knows, all the way down."""
    parts = {part: getattr(plan, part) for part in set(PARTS.values())}
    return msgspec.json.encode((plan.version, parts), enc_hook=opened)


class PlanMachine(RuleBasedStateMachine):
    """One plan, and everybody who may or may not act on it."""

    def __init__(self) -> None:
        super().__init__()
        self.plan = TrainingPlan()
        self.facts: list[Fact] = []

    @property
    def stored(self) -> StoredInMemory:
        return StoredInMemory(ORGANISATION, self.facts)

    def attempt(self, act: Callable[[], Fact]) -> None:
        """Try the act: record what it returns, or see that a refusal changed nothing."""
        before = state(self.plan)
        then = Given(self.plan, self.stored).when(lambda _: act())
        assert state(self.plan) == before, "an act decides; it never changes anything"
        assert then.refused is None or (then.refused.text.nb and then.refused.text.en)
        for fact in then.facts:
            event(f"recorded {tag_of(fact)}")
            self.record(fact)

    @initialize()
    def begin(self) -> None:
        for fact in APPOINTED:
            self.record(fact)

    def record(self, fact: Fact) -> None:
        self.plan.apply(fact)
        self.facts.append(fact)

    def outcomes(self) -> Iterator[GoalApproved | GoalNotAchieved]:
        return (fact for fact in self.facts if isinstance(fact, GoalApproved | GoalNotAchieved))

    @invariant()
    def the_plan_is_what_its_facts_say(self) -> None:
        again = TrainingPlan()
        again.fold(self.facts)
        assert state(again) == state(self.plan)
        assert self.plan.version == len(self.facts)

    @invariant()
    def no_day_has_two_supervisors(self) -> None:
        for day in (STARTS + timedelta(days=days) for days in range(-2, 21)):
            assert len(list(self.plan.roles.supervisors(day))) <= 1

    @invariant()
    def two_others_were_heard_and_one_of_them_took_part(self) -> None:
        for at, outcome in enumerate(self.facts):
            if isinstance(outcome, GoalApproved | GoalNotAchieved):
                heard = {one.person: one.capacity for one in outcome.heard}
                assert len(heard) == len(outcome.heard) >= 2
                assert DOCTOR not in heard
                assert set(heard.values()) == set(Capacity)
                clinical = {who for who, c in heard.items() if c == Capacity.CLINICAL_SUPERVISOR}
                signing = (f for f in self.facts[:at] if isinstance(f, ActivitySigned))
                assert clinical <= {fact.signed_by for fact in signing}

    @invariant()
    def a_leader_in_office_who_is_not_the_doctor_decided(self) -> None:
        for outcome in self.outcomes():
            by, on = (
                (outcome.approved_by, outcome.approved_on)
                if isinstance(outcome, GoalApproved)
                else (outcome.decided_by, outcome.decided_on)
            )
            assert by != DOCTOR
            assert SETTING.leader_on(by, on)

    @invariant()
    def only_what_was_vouched_for_is_evidence(self) -> None:
        for outcome in self.outcomes():
            for seen in outcome.evidence:
                fact = self.facts[seen.version - 1]
                assert isinstance(fact, VOUCHED)
                assert seen == self.stored.seen(seen.version)

    @invariant()
    def a_finalised_session_was_minuted_and_confirmed_by_its_supervisor(self) -> None:
        minuted = {fact.session for fact in self.facts if isinstance(fact, SessionMinuted)}
        confirmed = {
            fact.session: fact.finalised_by
            for fact in self.facts
            if isinstance(fact, SessionFinalised)
        }
        for key, session in self.plan.guidance.sessions.items():
            assert (session.stage is SessionStage.FINALISED) == (key in confirmed)
            if session.stage is SessionStage.FINALISED:
                assert key in minuted
                assert confirmed[key] == session.drafted.supervisor
