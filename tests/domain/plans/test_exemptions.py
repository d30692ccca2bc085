"""The exemptions a plan leans on, as the plan tells them."""

from __future__ import annotations

from datetime import date

import pytest

from application.plans.exemption_views import exemption_lines, plan_exemptions
from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.law.exemptions import ExemptionKind
from domain.plans.corrections import FactCorrected
from domain.plans.exemptions import Ending, PlanExemptionEnded, PlanExemptionGranted
from domain.plans.setting import Setting
from domain.shared.facts import Fact
from domain.shared.refusals import NotAllowed
from tests.support.exemptions import (
    DAY,
    DECIDED_ON,
    EXEMPTION,
    FIRST_DAY,
    LAST_DAY,
    told_ended,
    told_extended,
    told_granted,
)
from tests.support.history import given
from tests.support.plans import LEADER, OPENED, SUPERVISOR, supervisor_appointed, text

LATER = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("facts", "last_day", "ended"),
    [
        pytest.param((told_granted(),), LAST_DAY, None, id="granted"),
        pytest.param((told_granted(), told_extended(LATER)), LATER, None, id="extended"),
        pytest.param((told_granted(), told_ended()), LAST_DAY, "expired", id="expired"),
        pytest.param(
            (told_granted(), told_ended(date(2026, 3, 31), Ending.REVOKED)),
            date(2026, 3, 31),
            "revoked",
            id="revoked",
        ),
        pytest.param(
            (told_granted(), told_ended(), told_extended(LATER)),
            LATER,
            None,
            id="extended-in-time-recorded-late",
        ),
    ],
)
def test_a_plan_replayed_alone_tells_its_exemptions(
    facts: tuple[Fact, ...], last_day: date, ended: str | None
) -> None:
    plan = given(OPENED, *facts).case
    (line,) = exemption_lines(plan)
    assert (line.first_day, line.last_day, line.ended) == (FIRST_DAY, last_day, ended)
    assert plan.exemptions.of_supervisor(SUPERVISOR) == (Span(FIRST_DAY, last_day),)
    assert plan.exemptions.from_half_time() == ()


def test_the_exemption_from_half_time_is_of_no_supervisor() -> None:
    told = told_granted(kind=ExemptionKind.HALF_TIME_PRACTICE, supervisor=None)
    plan = given(OPENED, told).case
    assert plan.exemptions.from_half_time() == (Span(FIRST_DAY, LAST_DAY),)
    assert plan.exemptions.of_supervisor(SUPERVISOR) == ()


def test_a_plan_is_covered_once_by_an_exemption() -> None:
    def again(*facts: Fact) -> PlanExemptionGranted:
        return given(*facts).case.exemptions.grant(
            EXEMPTION,
            kind=ExemptionKind.SUPERVISOR_SPECIALTY,
            supervisor=SUPERVISOR,
            first_day=FIRST_DAY,
            last_day=LAST_DAY,
            decided_on=DECIDED_ON,
            basis=(),
        )

    assert again(OPENED) == told_granted()
    with pytest.raises(NotAllowed, match="covered by the exemption already"):
        again(OPENED, told_granted())


def test_an_end_tells_the_first_day_without_it() -> None:
    plan = given(OPENED, told_granted()).case
    late = LAST_DAY + 40 * DAY
    told = plan.exemptions.end(EXEMPTION, Ending.EXPIRED, last_day=LAST_DAY, noted_on=late)
    assert told == PlanExemptionEnded(
        exemption=EXEMPTION,
        ending="expired",
        last_day=LAST_DAY,
        ended_on=LAST_DAY + DAY,
        noted_on=late,
    )


def test_a_step_is_corrected_only_after_those_that_stand_on_it() -> None:
    plan = given(OPENED, told_granted(), told_extended(LATER), told_ended(LATER)).case
    with pytest.raises(NotAllowed, match="lean on version 2"):
        plan.correctable(2)
    marked = plan.mark(FactCorrected, 4, by=LEADER, on=LATER, reason=text(), evidence_in=())
    plan.apply(marked)
    assert plan.exemptions.by_id[EXEMPTION].ended is None
    assert plan.correctable(3) == told_extended(LATER)


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        pytest.param(LAST_DAY, [], id="AMB-53-qualified-on-the-last-day"),
        pytest.param(LAST_DAY + DAY, ["R-EXM-01"], id="R-EXM-01-found-the-day-after"),
    ],
)
def test_the_view_finds_that_the_supervisor_is_not_qualified(day: date, rules: list[str]) -> None:
    plan = given(OPENED, told_granted(), supervisor_appointed(first_day=FIRST_DAY)).case
    seen = plan_exemptions(plan, Setting(), IN_FORCE, day)
    assert [found.rule for found in seen.findings] == rules
    assert seen.supervisor == SUPERVISOR
