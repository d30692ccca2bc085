"""Drawing up a version of the individual plan: its number, what refuses it, what is only told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain.calendar.spans import Span
from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.plans.plan import TrainingPlan
from domain.plans.programme import Party, PlanVersionProposed
from domain.plans.rules.draw_up_plan import draw_up_plan
from domain.plans.rules.drawing import Drawing
from domain.shared.facts import Fact
from domain.shared.findings import Finding, Force
from domain.shared.refusals import Invalid, NotAllowed, Refused, RuleBroken
from tests.support.history import Then, given
from tests.support.plans import (
    APPOINTED,
    DAY,
    DOCTOR,
    LEADER,
    PLANNED,
    STARTS,
    corrected,
    text,
)
from tests.support.programme import ENDS, proposed, rotation

OPEN = {
    "ARE-01": (Span(date(2019, 3, 1)),),
    "ARE-06": (Span(date(2019, 3, 1), date(2026, 6, 30)),),
}


def drawing(*before: Any, **changed: Any) -> Then:
    """Try to draw up a version of one rotation at ARE-01, changed."""

    def act(plan: TrainingPlan) -> PlanVersionProposed:
        asked: dict[str, Any] = {
            "plan": plan,
            "first_day": STARTS,
            "last_day": ENDS,
            "rotations": (rotation(),),
            "guidance_hours_a_year": 42,
            "note": text("hver fredag på helsestasjonen"),
            "by": DOCTOR,
            "party": Party.DOCTOR,
            "on": DAY,
            "open_days": OPEN,
            "offers": {"ARE-01": {"ALM-001"}, "ARE-06": {"ALM-055"}},
            "goal_days": CATALOGUE.days(),
            "law": IN_FORCE,
        }
        return draw_up_plan(Drawing(**(asked | changed)))

    return given(*APPOINTED, *before).when(act)


def test_a_version_is_drawn_up_and_its_author_has_agreed() -> None:
    fact = drawing().then_recorded(PlanVersionProposed)
    assert isinstance(fact, PlanVersionProposed)
    assert (fact.number, fact.party, fact.findings) == (1, Party.DOCTOR, ())
    assert fact.basis[0].letter == "a"
    plan = given(*APPOINTED, fact).case
    assert plan.programme.version(1).missing == (Party.LEADER, Party.SUPERVISOR)
    assert plan.programme.in_force(DAY) is None


@pytest.mark.parametrize(
    ("changed", "kind", "code", "rule"),
    [
        pytest.param({"rotations": ()}, Invalid, "no-rotations", "R-PLN-01", id="no-rotation"),
        pytest.param(
            {"rotations": (rotation(last_day=ENDS + timedelta(days=1)),)},
            RuleBroken,
            "rule-broken",
            "R-PLN-01",
            id="R-PLN-01-after-the-plan",
        ),
        pytest.param(
            {"rotations": (rotation(first_day=STARTS - timedelta(days=1)),)},
            RuleBroken,
            "rule-broken",
            "R-PLN-01",
            id="R-PLN-01-before-the-plan",
        ),
        pytest.param(
            {"rotations": (rotation("ARE-06", last_day=date(2026, 7, 1)),)},
            RuleBroken,
            "rule-broken",
            "R-PLN-01",
            id="R-PLN-01-an-arena-that-closes",
        ),
        pytest.param(
            {"rotations": (rotation("ARE-99"),)},
            RuleBroken,
            "rule-broken",
            "R-PLN-01",
            id="R-PLN-01-an-unknown-arena",
        ),
        pytest.param(
            {"rotations": (rotation(percentage=0),)}, Invalid, "percentage-out-of-range", "", id="0"
        ),
        pytest.param(
            {"rotations": (rotation(percentage=101),)},
            Invalid,
            "percentage-out-of-range",
            "",
            id="101",
        ),
        pytest.param({"last_day": date(2025, 1, 1)}, Invalid, "days-reversed", "", id="backwards"),
        pytest.param({"guidance_hours_a_year": -1}, Invalid, "hours-out-of-range", "", id="-1"),
        pytest.param(
            {"guidance_hours_a_year": 211},
            Invalid,
            "hours-out-of-range",
            "R-SUP-03",
            id="R-SUP-03-more-in-a-year-than-in-five",
        ),
        pytest.param(
            {"rotations": (rotation(first_day=date(2026, 3, 1), goals=("LM-04",)),)},
            RuleBroken,
            "rule-broken",
            "L-LG-02",
            id="L-LG-02-a-goal-repealed-before-the-rotation",
        ),
        pytest.param(
            {"rotations": (rotation(last_day=date(2026, 2, 28), goals=("FKM-001",)),)},
            RuleBroken,
            "rule-broken",
            "L-LG-02",
            id="L-LG-02-a-goal-of-after-the-rotation",
        ),
        pytest.param(
            {"first_day": STARTS - timedelta(days=1)},
            NotAllowed,
            "before-the-training",
            "R-DEF-02",
            id="R-DEF-02-before-the-training",
        ),
    ],
)
def test_a_version_is_refused(
    changed: dict[str, Any], kind: type[Any], code: str, rule: str
) -> None:
    refused = drawing(**changed).then_refused(kind, rule=rule)
    assert refused.code == code


def test_the_last_day_of_an_arena_may_be_the_last_of_a_rotation() -> None:
    last = rotation("ARE-06", last_day=date(2026, 6, 30))
    drawing(rotations=(last,)).then_recorded(PlanVersionProposed)


FIRST = len(APPOINTED) + 1
"""The version of the first fact after the appointments."""
DRAWN_UP = "plan.version-proposed"


@pytest.mark.parametrize(
    ("before", "number"),
    [
        pytest.param((proposed(by=DOCTOR),), 2, id="R-PLN-02-the-next"),
        pytest.param(
            (proposed(by=DOCTOR), proposed(2, by=DOCTOR), corrected(FIRST + 1, DRAWN_UP)),
            3,
            id="R-PLN-02-the-last-was-struck",
        ),
        pytest.param(
            (
                *(proposed(by=DOCTOR), corrected(FIRST, DRAWN_UP)),
                *(proposed(2, by=DOCTOR), corrected(FIRST + 2, DRAWN_UP)),
            ),
            3,
            id="R-PLN-02-all-were-struck",
        ),
    ],
)
def test_no_number_of_a_version_is_given_twice(before: tuple[Fact, ...], number: int) -> None:
    fact = drawing(*before).then_recorded(PlanVersionProposed)
    assert isinstance(fact, PlanVersionProposed)
    assert fact.number == number
    agreeing = given(*APPOINTED, *before, fact).when(
        lambda plan: plan.programme.agree(number - 1, by=LEADER, party=Party.LEADER, on=DAY)
    )
    agreeing.then_refused(Refused)


def years(number: int, percentage: int = 100) -> dict[str, Any]:
    """Return a plan of so many years, at one arena and a percentage all the time."""
    last_day = STARTS.replace(year=STARTS.year + number) - timedelta(days=1)
    only = rotation(last_day=last_day, percentage=percentage)
    return {"last_day": last_day, "rotations": (only,)}


AWAY = date(2026, 6, 30)
HOSPITAL = rotation("ARE-06", last_day=AWAY)


@pytest.mark.parametrize(
    ("changed", "rule", "saying"),
    [
        pytest.param(
            {"rotations": (rotation(goals=("ALM-055",)),)},
            "R-ARE-01",
            "ALM-055 (ARE-01)",
            id="R-ARE-01-not-listed-with-the-arena",
        ),
        pytest.param(
            {"rotations": (rotation(), HOSPITAL)},
            "R-SVC-01",
            "From 2025-09-01 more than full time",
            id="R-SVC-01-two-full-time-posts",
        ),
        pytest.param(
            {"guidance_hours_a_year": 41}, "R-SUP-03", "at least 42", id="R-SUP-03-an-hour-short"
        ),
        pytest.param(
            {"guidance_hours_a_year": 0}, "R-SUP-03", "0 hours of guidance", id="R-SUP-03-none"
        ),
        pytest.param(
            {"rotations": (HOSPITAL, rotation(first_day=date(2026, 7, 2)))},
            "R-PLN-01",
            "covers 2026-07-01 - 2026-07-01.",
            id="R-PLN-01-a-day-between-rotations",
        ),
        pytest.param(
            {"rotations": (rotation(first_day=STARTS + timedelta(days=2)),)},
            "R-PLN-01",
            "covers 2025-09-01 - 2025-09-02.",
            id="R-PLN-01-the-first-days",
        ),
        pytest.param(
            {
                "rotations": (
                    rotation(last_day=ENDS - timedelta(days=1), percentage=60),
                    rotation("ARE-06", last_day=AWAY, percentage=40),
                )
            },
            "R-PLN-01",
            f"covers {ENDS} - {ENDS}.",
            id="R-PLN-01-the-last-day-although-others-overlap",
        ),
        pytest.param(years(4), "R-SVC-01", "come to 4.0 years", id="R-SVC-01-a-shorter-contract"),
        pytest.param(years(5, 60), "R-SVC-01", "come to 3.0 years", id="R-SVC-01-five-part-time"),
        pytest.param(years(6), "R-SVC-01", "come to 6.0 years", id="R-SVC-01-a-year-too-long"),
    ],
)
def test_what_is_odd_is_told_and_hinders_nothing(
    changed: dict[str, Any], rule: str, saying: str
) -> None:
    told = {(f.rule, f.force) for f in findings(**changed) if saying in f.says.en}
    assert told == {(rule, Force.INFO)}


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"guidance_hours_a_year": 42}, id="R-SUP-03-what-is-owed"),
        pytest.param({"guidance_hours_a_year": 210}, id="R-SUP-03-as-much-as-in-five-years"),
        pytest.param(
            {"rotations": (HOSPITAL, rotation(first_day=date(2026, 7, 1)))},
            id="R-PLN-01-one-after-the-other",
        ),
        pytest.param(years(6, 80), id="R-SVC-01-part-time-is-longer"),
        pytest.param(years(5, 91), id="R-SVC-01-about-five"),
        pytest.param(
            {"rotations": (rotation(goals=("ALM-001",)),)}, id="R-ARE-01-listed-with-the-arena"
        ),
    ],
)
def test_nothing_is_told_of_what_is_as_it_should_be(changed: dict[str, Any]) -> None:
    assert findings(**changed) == ()


def test_a_goal_that_falls_away_while_the_rotation_lasts_may_be_planned() -> None:
    until = rotation(goals=("LM-04",))
    assert [f.rule for f in findings(rotations=(until,))] == ["R-ARE-01"]


def test_a_revision_counts_the_years_planned_before_its_first_day() -> None:
    since = date(2026, 9, 1)
    rest: dict[str, Any] = {"first_day": since, "rotations": (rotation(first_day=since),)}
    assert findings(*PLANNED, **rest) == ()
    assert [f.rule for f in findings(**rest)] == ["R-SVC-01"]


def findings(*before: Fact, **changed: Any) -> tuple[Finding, ...]:
    fact = drawing(*before, **changed).then_recorded(PlanVersionProposed)
    assert isinstance(fact, PlanVersionProposed)
    return fact.findings
