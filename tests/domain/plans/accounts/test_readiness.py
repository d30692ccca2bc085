"""What an application lacks: empty exactly when it would be accepted without a reason."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.spans import Span
from domain.catalogue.catalogue import CATALOGUE
from domain.plans.rules.application import Application
from domain.plans.rules.application_conditions import CONDITIONS
from domain.plans.rules.apply_for_approval import apply_for_approval, readiness
from domain.shared.facts import Fact
from domain.shared.findings import Confidence, Force
from domain.shared.refusals import NotAllowed, NotJustified
from tests.support import way
from tests.support.accounts import (
    INSTITUTION,
    OTHER,
    OTHER_SPECIALTY,
    day,
    monthly,
    served,
    sessions,
)
from tests.support.applying import BECAUSE
from tests.support.plans import carried_over, submitted
from tests.support.ready import (
    APPLIES,
    EVERYTHING,
    GOALS,
    GOALS_APPROVED,
    GROUPS,
    SERVICE,
    STARTS,
    application,
)


def rules(asked: Application) -> list[str]:
    return [gap.finding.rule for gap in readiness(asked).missing]


def test_nothing_is_missing_when_everything_is_there() -> None:
    """L-SPA-01."""
    asked = application()
    found = readiness(asked)
    assert (found.missing, found.ready, found.earliest) == ((), True, day(APPLIES))
    fact = apply_for_approval(asked)
    assert (fact.findings, fact.justification) == ((), None)
    assert fact.law == "in-force/2026-07-02"


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        pytest.param(
            {"goals": tuple(one for one in GOALS_APPROVED if one.goal != "ALM-088")},
            "R-LG-01",
            id="R-LG-01-ALM-088-missing",
        ),
        pytest.param({"goals": ()}, "R-LG-01", id="R-LG-01-none"),
        pytest.param(
            {"goals": (*GOALS_APPROVED[1:], submitted(GOALS[0], on=day("2025-11-01")))},
            "R-LG-01",
            id="R-KP-04-submitted-and-approved-on-paper-only",
        ),
        pytest.param({"service": SERVICE[2:]}, "R-SVC-01", id="R-SVC-01-less-than-five-years"),
        pytest.param(
            {
                "service": (
                    *served("2021-01-01", "2023-12-31"),
                    *served("2024-01-01", "2025-06-30", kind=OTHER),
                    *served("2025-07-01", "2025-08-31", kind=OTHER),
                    *served("2025-09-01", "2025-12-31", kind=INSTITUTION),
                )
            },
            "R-SVC-05",
            id="R-SVC-05-four-months-in-an-institution-055-and-085-approved",
        ),
        pytest.param(
            {
                "service": (
                    *served("2021-01-01", "2022-11-25"),
                    *served("2022-11-26", "2024-12-31", kind=OTHER),
                    *served("2025-01-01", "2025-12-31", kind=INSTITUTION),
                )
            },
            "R-SVC-02",
            id="R-SVC-02-1.9-years-of-open-practice",
        ),
        pytest.param(
            {"service": (*SERVICE, *served("2020-01-01", "2020-06-30", confirmed=None))},
            "R-CNF-01",
            id="R-CNF-01-something-unconfirmed",
        ),
        pytest.param({"groups": GROUPS[:-1]}, "R-GRP-01", id="R-GRP-01-no-diploma"),
        pytest.param({"groups": GROUPS[-1:]}, None, id="R-GRP-01-the-diploma-decides"),
        pytest.param(
            {
                "guidance": sessions(
                    ("2021-06-01", 41.5),
                    ("2022-06-01", 42),
                    ("2023-06-01", 42),
                    ("2024-06-01", 42),
                    ("2025-06-01", 42),
                )
            },
            "R-SUP-03",
            id="R-SUP-03-half-an-hour-in-2021",
        ),
        pytest.param(
            {"guidance": monthly("2021-01", 48, 4)}, "R-SUP-03", id="R-SUP-03-none-since-2025"
        ),
    ],
)
def test_each_thing_that_is_missing_is_told_by_its_rule(
    changed: dict[str, tuple[Fact, ...]], rule: str | None
) -> None:
    assert (rule in rules(application(**changed))) if rule else rules(application(**changed)) == []


def test_goals_carried_over_are_approved_goals() -> None:
    carried = tuple(carried_over(goal) for goal in GOALS)
    assert rules(application(goals=carried)) == []


def test_a_group_year_that_was_not_in_open_practice_is_told() -> None:
    """R-GRP-02, AMB-28."""
    service = (
        *served("2021-01-01", "2021-12-31"),
        *served("2022-01-01", "2023-12-31", kind=OTHER),
        *served("2024-01-01", "2025-06-30"),
        *served("2025-07-01", "2025-12-31", kind=INSTITUTION),
    )
    (gap,) = readiness(application(service=service)).missing
    assert (gap.finding.rule, gap.finding.confidence) == ("R-GRP-02", Confidence.C)


def test_six_years_and_four_months_are_not_six_and_a_half() -> None:
    """L-SPF-29: all goals, 6.4 years with part one."""
    at = application(service=(*SERVICE[:4], *served("2025-07-01", "2025-11-24", kind=INSTITUTION)))
    assert "R-SVC-01" in rules(at)


def test_one_who_is_not_authorised_is_told() -> None:
    asked = application()
    bare = replace(asked.stay, setting=replace(asked.stay.setting, authorised={}))
    (gap,) = readiness(replace(asked, record=(bare,))).missing
    assert (gap.finding.rule, gap.earliest) == ("L-SPF-29", None)


@pytest.mark.parametrize(
    ("fact", "on", "earliest"),
    [
        pytest.param(way.applied(day("2025-12-31")), APPLIES, None, id="applied-already"),
        pytest.param(way.move_requested(), APPLIES, None, id="on-the-way-elsewhere"),
        pytest.param(way.training_withdrawn(), APPLIES, None, id="withdrawn"),
        pytest.param(None, "2020-12-31", STARTS, id="before-the-training"),
    ],
)
def test_what_bars_the_application_is_missing_too(
    fact: Fact | None, on: str, earliest: str | None
) -> None:
    """R-DEF-02: no reason sets it aside."""
    asked = application(on, goals=(*GOALS_APPROVED, *((fact,) if fact else ())))
    gap = readiness(asked).missing[0]
    assert (gap.finding.rule, gap.finding.force) == ("R-DEF-02", Force.HARD)
    assert gap.finding.confidence is Confidence.C
    assert gap.earliest == (day(earliest) if earliest else None)
    with pytest.raises(NotAllowed, match=re.escape(gap.finding.says.en)):
        apply_for_approval(replace(asked, justification=BECAUSE))


@pytest.mark.parametrize(
    ("last_day", "told"),
    [
        # 1,826 days were served from 2021 to 2025.
        pytest.param("2023-07-02", True, id="L-SPF-02-half-of-it"),
        pytest.param("2023-07-03", False, id="L-SPF-02-a-day-more"),
    ],
)
def test_the_essential_part_is_tied_to_a_registered_establishment(
    last_day: str, *, told: bool
) -> None:
    asked = application()
    registered = (Span(day(STARTS), day(last_day)),)
    at = replace(asked.stay, setting=replace(asked.stay.setting, registered=registered))
    gaps = {gap.finding.rule: gap for gap in readiness(replace(asked, record=(at,))).missing}
    assert ("L-SPF-02" in gaps) is told
    if told:
        found = gaps["L-SPF-02"]
        assert (found.finding.confidence, found.earliest) == (Confidence.C, None)
        assert "913 of 1826 days" in found.finding.says.en


@pytest.mark.parametrize(
    ("service", "told"),
    [
        pytest.param(
            served("2015-01-01", "2020-12-31"), "0 of 2192 days", id="L-SPF-02-before-the-plan"
        ),
        pytest.param(
            served("2021-01-01", "2025-12-31", kind=OTHER_SPECIALTY),
            "0 of 1826 days",
            id="L-SPF-02-another-specialty-or-abroad",
        ),
    ],
)
def test_what_is_served_elsewhere_is_tied_to_no_establishment(
    service: tuple[Fact, ...], told: str
) -> None:
    asked = application(service=service)
    gaps = {gap.finding.rule: gap.finding for gap in readiness(asked).missing}
    assert told in gaps["L-SPF-02"].says.en


def test_days_of_service_told_in_two_plans_are_days_once() -> None:
    asked = application(service=served("2021-01-01", "2025-12-31", 50))
    registered = (Span(day(STARTS), day("2022-12-31")),)
    at = replace(asked.stay, setting=replace(asked.stay.setting, registered=registered))
    gaps = {
        one.finding.rule: one.finding for one in readiness(replace(asked, record=(at, at))).missing
    }
    assert "730 of 1826 days" in gaps["L-SPF-02"].says.en


def test_common_goals_of_before_march_2026_are_not_those_asked_for_after() -> None:
    """L-LG-02: an application of 10 March 2026 with the goals approved that were in force."""
    applies = "2026-03-10"
    asked = replace(application(applies), in_force=CATALOGUE.codes_in_force(day(applies)))
    gaps = {gap.finding.rule: gap.finding for gap in readiness(asked).missing}
    new = asked.in_force - frozenset(GOALS)
    assert len(new) == 14
    assert all(code.startswith("FKM-") for code in new)
    assert f"14 of {len(asked.in_force)} learning goals" in gaps["R-LG-01"].says.en


def test_what_is_missing_may_be_set_aside_with_a_reason_and_is_recorded() -> None:
    asked = application(goals=())
    with pytest.raises(NotJustified) as told:
        apply_for_approval(asked)
    assert [finding.rule for finding in told.value.findings] == ["R-LG-01"]
    fact = apply_for_approval(replace(asked, justification=BECAUSE))
    assert [finding.rule for finding in fact.findings] == ["R-LG-01"]
    assert fact.justification == BECAUSE


def test_one_who_has_applied_is_told_that_and_not_what_is_missing() -> None:
    asked = application(goals=(way.applied(day("2025-12-31")),))
    with pytest.raises(NotAllowed, match="needs it to be running"):
        apply_for_approval(asked)


AROUND = ("authorised", "registered", "confirmed")


@given(st.fixed_dictionaries({name: st.booleans() for name in (*EVERYTHING, *AROUND)}))
def test_nothing_is_missing_exactly_when_the_act_is_accepted(there: dict[str, bool]) -> None:
    nothing: tuple[Fact, ...] = ()
    left_out = {name: nothing for name in EVERYTHING if not there[name]}
    if there["service"] and not there["confirmed"]:
        left_out["service"] = (*SERVICE, *served("2020-01-01", "2020-06-30", confirmed=None))
    asked = application(**left_out)
    setting = asked.stay.setting
    if not there["authorised"]:
        setting = replace(setting, authorised={})
    if not there["registered"]:
        setting = replace(setting, registered=())
    asked = replace(asked, record=(replace(asked.stay, setting=setting),))
    found = readiness(asked)
    wanting = {name for name in there if not there[name]}
    # Where nothing was served there is nothing to confirm, and no part of it is essential.
    assert found.ready is not bool(wanting - ({"confirmed"} if "service" in wanting else set()))
    if found.ready:
        assert apply_for_approval(asked).findings == ()
        return
    with pytest.raises(NotJustified) as told:
        apply_for_approval(asked)
    assert list(told.value.findings) == [gap.finding for gap in found.missing]


def test_every_condition_can_fail() -> None:
    seen = {
        condition.__name__
        for condition in CONDITIONS
        for asked in (application(goals=(), groups=(), guidance=(), service=()),)
        if condition(asked)
    }
    left = {condition.__name__ for condition in CONDITIONS} - seen
    assert left == {
        "is_authorised",
        "service_is_confirmed",
        "essential_part_was_registered",
        "a_group_year_was_in_open_practice",
    }
