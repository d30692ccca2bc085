"""Half-yearly reviews: who was there, which half year they fulfil, and what is overdue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.plans.opening import PlanOpened
from domain.plans.plan import TrainingPlan
from domain.plans.reviews import Attending, ReviewHeld
from domain.plans.roles import Capacity
from domain.plans.rules.hold_review import Review, hold_review
from domain.plans.rules.review_account import long_leaves, next_due, review_account
from domain.shared.facts import Fact
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed
from domain.shared.texts import Text
from tests.domain.plans.asking import SETTING
from tests.support.absences import OTHER_ABSENCE, absence_entered, absence_withdrawn
from tests.support.history import Then, given
from tests.support.meetings import OTHER_REVIEW, REVIEW, REVIEWED_ON, THREE, review_held
from tests.support.plans import (
    APPOINTED,
    DOCTOR,
    LEADER,
    MIDWIFE,
    OPENED,
    OUTSIDER,
    STARTS,
    SUPERVISOR,
    text,
)
from tests.support.way import training_resumed, training_withdrawn

MARCH = msgspec.structs.replace(OPENED, starts_on=date(2025, 3, 1))
MISSING = (
    Finding(
        rule="R-MTG-01",
        force=Force.SOFT,
        confidence=Confidence.C,
        says=Text(nb="veileder var ikke til stede", en="supervisor not present"),
    ),
)


def holding(*facts: Fact, **changed: Any) -> Then:
    at = given(*facts)
    asked = Review(
        plan=at.case,
        review=REVIEW,
        held_on=REVIEWED_ON,
        people=(DOCTOR, LEADER, SUPERVISOR),
        minutes=text("referat"),
        measures=text("mer legevakt"),
        by=LEADER,
        on=REVIEWED_ON,
        setting=SETTING,
    )
    return at.when(lambda _: hold_review(replace(asked, **changed)))


def test_a_review_of_the_three_fulfils() -> None:
    holding(*APPOINTED).then(review_held())
    assert review_held().fulfils


@pytest.mark.parametrize(
    ("people", "missing"),
    [
        pytest.param((DOCTOR, LEADER), "supervisor", id="R-MTG-01-without-supervisor"),
        pytest.param((DOCTOR, SUPERVISOR), "leader", id="R-MTG-01-without-leader"),
        pytest.param((LEADER, SUPERVISOR), "doctor", id="R-MTG-01-without-doctor"),
        pytest.param((DOCTOR, LEADER, MIDWIFE), "supervisor", id="R-MTG-01-another-instead"),
    ],
)
def test_a_review_without_one_of_them_is_recorded_and_fulfils_nothing(
    people: tuple[Id, ...], missing: str
) -> None:
    held = holding(*APPOINTED, people=people).then_recorded(ReviewHeld)
    assert isinstance(held, ReviewHeld)
    assert not held.fulfils
    (finding,) = held.findings
    assert (finding.rule, finding.force, finding.confidence) == ("R-MTG-01", Force.SOFT, "C")
    assert missing in finding.says.en


def test_capacities_are_those_of_the_day() -> None:
    held = holding(*APPOINTED, people=(DOCTOR, LEADER, MIDWIFE, OUTSIDER)).facts[0]
    assert isinstance(held, ReviewHeld)
    assert [one.capacities for one in held.present] == [
        (Attending.DOCTOR,),
        (Attending.LEADER,),
        (Attending.CLINICAL_SUPERVISOR,),
        (Attending.OTHER,),
    ]
    assert Attending(Capacity.SUPERVISOR) is Attending.SUPERVISOR
    late = holding(*APPOINTED, held_on=date(2026, 7, 1), on=date(2026, 7, 2)).facts[0]
    assert isinstance(late, ReviewHeld)
    assert not late.fulfils, "the leader left on 30 June"


def test_one_who_is_leader_and_supervisor_is_both_and_that_is_told() -> None:
    both = replace(SETTING, leaders={SUPERVISOR: (Span(STARTS),)})
    held = holding(*APPOINTED, people=(DOCTOR, SUPERVISOR), setting=both).facts[0]
    assert isinstance(held, ReviewHeld)
    assert held.fulfils
    assert [finding.rule for finding in held.findings] == ["AMB-24"]


def test_what_cannot_be_a_review_is_refused() -> None:
    nobody = holding(*APPOINTED, people=()).then_refused(Invalid, rule="R-MTG-01")
    assert nobody.field == "present"
    early = holding(*APPOINTED, held_on=date(2025, 8, 31))
    early.then_refused(NotAllowed, rule="R-DEF-02")
    twice = holding(*APPOINTED, review_held(), review=OTHER_REVIEW)
    twice.then_refused(NotAllowed, rule="R-MTG-01", saying="2026-02-24")


def account(*facts: Fact, on: date) -> list[tuple[date, date | None]]:
    found = review_account(given(MARCH, *facts).case, IN_FORCE, on)
    return [(due.last_day, due.held_on) for due in found.dues]


def overdue(*facts: Fact, on: date) -> int:
    found = review_account(given(MARCH, *facts).case, IN_FORCE, on)
    assert {finding.rule for finding in found.findings} <= {"R-MTG-01"}
    assert {finding.force for finding in found.findings} <= {Force.SOFT}
    return len(found.findings)


SEP, MAR = date(2025, 9, 1), date(2026, 3, 1)


def test_reviews_are_due_every_half_year_from_the_start() -> None:
    assert account(on=date(2025, 3, 1)) == [(SEP, None)]
    assert account(on=MAR) == [(SEP, None), (MAR, None)]
    assert [overdue(on=day) for day in (SEP, date(2025, 9, 2), date(2026, 3, 2))] == [0, 1, 2]


@pytest.mark.parametrize(
    ("held_on", "dues"),
    [
        pytest.param(SEP, [(SEP, SEP), (MAR, None)], id="R-MTG-01-on-the-day"),
        pytest.param(
            date(2025, 8, 15),
            [(SEP, date(2025, 8, 15)), (date(2026, 2, 15), None)],
            id="R-MTG-01-early",
        ),
        pytest.param(
            date(2025, 10, 1),
            [(SEP, date(2025, 10, 1)), (date(2026, 4, 1), None)],
            id="R-MTG-01-late",
        ),
    ],
)
def test_the_next_is_due_half_a_year_after_the_last(
    held_on: date, dues: list[tuple[date, date | None]]
) -> None:
    held = review_held(on=held_on)
    assert account(held, on=date(2026, 2, 1)) == dues
    assert next_due(given(MARCH, held).case, IN_FORCE) == dues[-1][0]
    assert overdue(held, on=date(2026, 2, 1)) == (held_on > SEP)


def test_a_meeting_without_the_supervisor_fulfils_no_half_year() -> None:
    held = review_held(on=date(2025, 8, 15), present=THREE[:2], findings=MISSING)
    assert account(held, on=SEP) == [(SEP, None)]
    assert overdue(held, on=date(2025, 9, 2)) == 1


def test_seen_from_an_earlier_day_a_review_is_not_held_yet() -> None:
    assert account(review_held(on=date(2025, 8, 15)), on=date(2025, 8, 1)) == [(SEP, None)]


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        pytest.param((), SEP, id="no-leave"),
        pytest.param(
            (absence_entered(first_day=date(2025, 6, 1), last_day=date(2025, 6, 30)),),
            SEP,
            id="a-month-less-a-day",
        ),
        pytest.param(
            (absence_entered(first_day=date(2025, 6, 1), last_day=date(2025, 7, 1)),),
            date(2025, 10, 2),
            id="more-than-a-month",
        ),
        pytest.param(
            (
                absence_entered(first_day=date(2025, 6, 1), last_day=date(2025, 6, 20)),
                absence_entered(
                    OTHER_ABSENCE, first_day=date(2025, 6, 21), last_day=date(2025, 7, 10)
                ),
            ),
            date(2025, 10, 11),
            id="one-after-the-other",
        ),
        pytest.param(
            (
                absence_entered(
                    first_day=date(2025, 6, 1), last_day=date(2025, 12, 31), percentage=99
                ),
            ),
            SEP,
            id="at-work-a-little",
        ),
        pytest.param(
            (
                absence_entered(first_day=date(2025, 6, 1), last_day=date(2025, 12, 31)),
                absence_withdrawn(),
            ),
            SEP,
            id="withdrawn",
        ),
        pytest.param(
            (absence_entered(first_day=date(2025, 8, 1), last_day=date(2026, 1, 31)),),
            date(2026, 3, 4),
            id="beyond-the-day-itself",
        ),
    ],
)
def test_a_long_leave_moves_what_is_due(facts: tuple[Fact, ...], due: date) -> None:
    assert next_due(given(MARCH, *facts).case, IN_FORCE) == due


def test_leaves_side_by_side_are_one() -> None:
    plan: TrainingPlan = given(
        MARCH,
        absence_entered(first_day=date(2025, 6, 1), last_day=date(2025, 7, 10)),
        absence_entered(OTHER_ABSENCE, first_day=date(2025, 6, 10), last_day=date(2025, 6, 12)),
    ).case
    assert long_leaves(plan) == (Span(date(2025, 6, 1), date(2025, 7, 10)),)


def test_nothing_is_due_after_the_training() -> None:
    ended = training_withdrawn()
    assert isinstance(MARCH, PlanOpened)
    last = review_account(given(MARCH, ended).case, IN_FORCE, date(2030, 1, 1)).dues[-1]
    assert last.first_day < ended.last_day <= last.last_day


def test_nothing_is_due_while_the_training_had_stopped() -> None:
    """R-MTG-01: withdrawn 31 March, taken up again 1 January: nine months are left out."""
    stopped = msgspec.structs.replace(training_withdrawn(), last_day=date(2025, 3, 31))
    again = training_resumed(date(2026, 1, 1))
    due = next_due(given(MARCH, stopped, again).case, IN_FORCE)
    assert due == date(2025, 9, 1) + timedelta(days=275)
