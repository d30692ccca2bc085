"""What falls if an exemption ends on a day is told before it ends, and is what then falls."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.law.exemptions import ExemptionKind
from domain.plans.exemptions import Ending
from domain.plans.goals import Advice, GoalRecommended
from domain.plans.outcomes import Heard
from domain.plans.plan import TrainingPlan
from domain.plans.qualification import qualified_on
from domain.plans.roles import Capacity
from domain.plans.rules.exemption_falls import falls
from domain.plans.rules.without_basis import (
    AppointmentWithoutBasis,
    ServiceWithoutBasis,
    WithoutBasis,
    without_basis,
)
from domain.plans.service import ServiceKind
from domain.plans.setting import Setting
from domain.shared.facts import Fact, Seen
from domain.shared.ids import derived_id
from tests.support import history
from tests.support.exemptions import (
    DAY,
    EXEMPTION,
    FIRST_DAY,
    LAST_DAY,
    OTHER_EXEMPTION,
    PLAN,
    told_ended,
    told_granted,
)
from tests.support.plans import (
    GOAL,
    OPENED,
    SUPERVISOR,
    approved,
    drafted,
    supervisor_appointed,
)
from tests.support.services import service_entered

NOTHING: Any = WithoutBasis(appointments=(), sessions=(), advice=(), outcomes=(), service=())
NOBODY = Setting()
MARCH = date(2026, 3, 15)


def session(held_on: date, number: int = 0) -> Fact:
    key = derived_id(PLAN, f"session/{held_on}/{number}")
    return msgspec.structs.replace(drafted(key, minutes=60), held_on=held_on)


def advice(given_on: date, goal: str = GOAL) -> GoalRecommended:
    return GoalRecommended(
        goal=goal,
        given_by=SUPERVISOR,
        capacity=Capacity.SUPERVISOR,
        advice=Advice.ACHIEVED,
        given_on=given_on,
    )


def outcome(heard_at: int, on: date) -> Fact:
    seen = Seen(case=PLAN, version=heard_at, sha256="")
    heard = Heard(
        person=SUPERVISOR, capacity=Capacity.SUPERVISOR, advice=Advice.ACHIEVED, seen=seen
    )
    return msgspec.structs.replace(approved(), heard=(heard,), approved_on=on)


def plan_of(*facts: Fact) -> TrainingPlan:
    return history.given(*facts).case


LIVED = (
    OPENED,
    told_granted(),
    supervisor_appointed(first_day=FIRST_DAY),
    session(date(2026, 3, 1)),
    session(MARCH),
    session(date(2026, 4, 1)),
    advice(date(2026, 4, 2)),
    outcome(7, date(2026, 4, 10)),
)


@pytest.mark.parametrize(
    ("last_day", "minutes", "advised", "decided"),
    [
        pytest.param(LAST_DAY, 0, 0, 0, id="R-EXM-01-its-own-last-day"),
        pytest.param(date(2026, 4, 2), 0, 0, 0, id="AMB-53-the-day-of-the-advice-counts"),
        pytest.param(date(2026, 4, 1), 0, 1, 1, id="R-EXM-01-advice-the-day-after-falls"),
        pytest.param(MARCH, 60, 1, 1, id="AMB-53-the-day-of-the-session-counts"),
        pytest.param(MARCH - DAY, 120, 1, 1, id="R-EXM-01-the-session-the-day-after-falls"),
        pytest.param(FIRST_DAY - DAY, 180, 1, 1, id="R-EXM-01-all-of-it"),
    ],
)
def test_what_falls_if_it_ends_on_a_day(
    last_day: date, minutes: int, advised: int, decided: int
) -> None:
    told = falls(plan_of(*LIVED), NOBODY, IN_FORCE, EXEMPTION, last_day)
    assert (told.minutes, len(told.advice), len(told.outcomes)) == (minutes, advised, decided)
    first_day = max(last_day + DAY, FIRST_DAY)
    assert told.appointments == (
        AppointmentWithoutBasis(person=SUPERVISOR, first_day=first_day, last_day=None),
    )


def test_nothing_falls_where_the_supervisor_is_a_specialist_by_then() -> None:
    setting = Setting(specialists={SUPERVISOR: (Span(date(2026, 2, 15)),)})
    told = falls(plan_of(*LIVED), setting, IN_FORCE, EXEMPTION, date(2026, 2, 20))
    assert told == NOTHING


def test_nothing_falls_that_another_exemption_covers() -> None:
    other = told_granted(MARCH, LAST_DAY, exemption=OTHER_EXEMPTION)
    told = falls(plan_of(*LIVED, other), NOBODY, IN_FORCE, EXEMPTION, date(2026, 3, 1))
    gap = AppointmentWithoutBasis(
        person=SUPERVISOR, first_day=date(2026, 3, 2), last_day=MARCH - DAY
    )
    # From August on the other is over, and this one would have lasted.
    later = AppointmentWithoutBasis(person=SUPERVISOR, first_day=LAST_DAY + DAY, last_day=None)
    assert told == replace(NOTHING, appointments=(gap, later))


HALF_TIME = told_granted(
    date(2023, 2, 1),
    date(2024, 6, 30),
    kind=ExemptionKind.HALF_TIME_PRACTICE,
    supervisor=None,
)


def served(first_day: date, last_day: date, percentage: int = 40, **changed: Any) -> Fact:
    days = {"first_day": first_day, "last_day": last_day, "percentage": percentage}
    kind = {"kind": ServiceKind.OPEN_UNSELECTED_PRACTICE}
    return msgspec.structs.replace(service_entered(), **(days | kind | changed))


@pytest.mark.parametrize(
    ("service", "days"),
    [
        pytest.param(
            served(date(2023, 1, 1), date(2024, 12, 31)),
            [
                (date(2023, 1, 1), date(2023, 1, 31)),
                (date(2024, 7, 1), date(2024, 12, 31)),
            ],
            id="R-SVC-03-outside-the-exemption",
        ),
        pytest.param(
            served(date(2024, 12, 1), date(2026, 6, 30)),
            [(date(2024, 12, 1), date(2024, 12, 31))],
            id="R-REG-04-no-floor-from-2025",
        ),
        pytest.param(served(date(2023, 1, 1), date(2023, 12, 31), 50), [], id="R-SVC-03-half"),
        pytest.param(
            served(date(2023, 1, 1), date(2023, 12, 31), kind=ServiceKind.INSTITUTION),
            [],
            id="R-SVC-03-other-service",
        ),
    ],
)
def test_less_than_half_time_lacks_its_basis_outside_an_exemption(
    service: Fact, days: list[tuple[date, date]]
) -> None:
    found = without_basis(plan_of(OPENED, HALF_TIME, service), NOBODY, IN_FORCE).service
    assert [(one.first_day, one.last_day) for one in found] == days


def test_service_falls_with_the_exemption_from_half_time() -> None:
    plan = plan_of(OPENED, HALF_TIME, served(date(2023, 1, 1), date(2024, 6, 30)))
    told = falls(plan, NOBODY, IN_FORCE, EXEMPTION, date(2023, 12, 31))
    (one,) = told.service
    assert isinstance(one, ServiceWithoutBasis)
    assert (one.first_day, one.last_day) == (date(2024, 1, 1), date(2024, 6, 30))


# What is previewed, and what then is

days = st.integers(0, 60).map(lambda n: FIRST_DAY + timedelta(days=n))
spans = st.tuples(days, days).map(lambda two: Span(min(two), max(two)))


@st.composite
def lives(draw: st.DrawFn) -> tuple[list[Fact], Setting]:
    """Draw a plan with exemptions, appointments, sessions and advice on any days."""
    facts: list[Fact] = [OPENED]
    for exemption in (EXEMPTION, OTHER_EXEMPTION)[: draw(st.integers(1, 2))]:
        span = draw(spans)
        facts.append(told_granted(span.first_day, span.last_day, exemption=exemption))
    facts += [
        supervisor_appointed(first_day=span.first_day, last_day=span.last_day)
        for span in draw(st.lists(spans, max_size=2))
    ]
    facts += [session(day, n) for n, day in enumerate(draw(st.lists(days, max_size=6)))]
    if given_on := draw(st.none() | days):
        facts.append(advice(given_on))
        if draw(st.booleans()):
            facts.append(outcome(len(facts), draw(days)))
    specialists = {SUPERVISOR: tuple(draw(st.lists(spans, max_size=1)))}
    return facts, Setting(specialists=specialists)


@given(life=lives(), last_day=days, ending=st.sampled_from(Ending))
@settings(max_examples=400)
def test_the_preview_for_a_day_is_what_has_happened_when_it_has_ended(
    life: tuple[list[Fact], Setting], last_day: date, ending: Ending
) -> None:
    facts, setting = life
    before = plan_of(*facts)
    after = plan_of(*facts, told_ended(last_day, ending))
    previewed = falls(before, setting, IN_FORCE, EXEMPTION, last_day)
    event("something falls" if previewed != NOTHING else "nothing falls")
    assert previewed == falls(after, setting, IN_FORCE, EXEMPTION, last_day)
    # All that the plan then says lacks a basis is what was previewed, and what lacked it anyway.
    lasting = without_basis(before, setting, IN_FORCE, {EXEMPTION: date.max})
    then = without_basis(after, setting, IN_FORCE)
    assert without_basis(before, setting, IN_FORCE, {EXEMPTION: last_day}) == then
    for part in ("sessions", "advice", "outcomes"):
        lacked, fell, now = (getattr(one, part) for one in (lasting, previewed, then))
        assert set(now) == {*lacked, *fell}
        assert not {*lacked} & {*fell}


@given(life=lives(), last_day=days)
@settings(max_examples=200)
def test_what_falls_is_what_nobody_qualified_did_on_the_day(
    life: tuple[list[Fact], Setting], last_day: date
) -> None:
    facts, setting = life
    after = plan_of(*facts, told_ended(last_day))
    fallen = falls(plan_of(*facts), setting, IN_FORCE, EXEMPTION, last_day)
    for held in fallen.sessions:
        assert held.held_on > last_day
        assert not qualified_on(after, setting, IN_FORCE, held.supervisor, held.held_on)
    for gap in fallen.appointments:
        for day in (gap.first_day, gap.last_day or gap.first_day):
            assert day > last_day
            assert not qualified_on(after, setting, IN_FORCE, gap.person, day)
