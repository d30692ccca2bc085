"""The days to come in a plan: what is due by when, and until when it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.law.book import IN_FORCE
from domain.plans.rules.deadlines import PlanDeadline, plan_deadlines
from domain.shared.facts import Fact
from tests.support import clockwork, meetings, way
from tests.support.accounts import replace_fact
from tests.support.history import given
from tests.support.plans import (
    APPOINTED,
    DOCTOR,
    NEXT_SUPERVISOR,
    OPENED,
    PLANNED,
    STARTS,
    SUPERVISOR,
    supervisor_appointed,
    supervisor_released,
)

LEAVES = date(2026, 6, 30)


def due(*facts: Fact) -> list[tuple[str, date]]:
    found = plan_deadlines(given(*facts).case, IN_FORCE)
    return [(one.kind, one.due_on) for one in found if one.kind != PlanDeadline.REVIEW]


def test_a_training_begins_with_an_invitation_and_a_plan() -> None:
    """R-ALI-02, R-PLN-01: begun 1 September, invited by 1 October, planned within 60 days."""
    assert due(OPENED) == [
        (PlanDeadline.INVITATIONS, date(2025, 10, 1)),
        (PlanDeadline.INDIVIDUAL_PLAN, STARTS + timedelta(days=60)),
    ]


@pytest.mark.parametrize(
    ("facts", "kinds"),
    [
        pytest.param((OPENED, way.sent()), {"individual-plan"}, id="R-ALI-02-invited"),
        pytest.param(APPOINTED, {"individual-plan"}, id="R-ALI-02-appointed"),
        pytest.param((*APPOINTED, *PLANNED), set(), id="R-ALI-03-agreed-to-by-three"),
        pytest.param((*APPOINTED, *PLANNED[:2]), {"individual-plan"}, id="R-ALI-03-not-by-all"),
    ],
)
def test_what_is_done_is_no_longer_due(facts: tuple[Fact, ...], kinds: set[str]) -> None:
    assert {kind for kind, _ in due(*facts)} == kinds


def test_the_last_supervisor_leaves_a_day_to_come_and_a_successor_takes_it_away() -> None:
    leaving = (*APPOINTED, *PLANNED, supervisor_released(last_day=LEAVES))
    one, review = plan_deadlines(given(*leaving).case, IN_FORCE)
    assert (review.kind, review.due_on) == ("review", date(2026, 3, 1))
    assert (one.kind, one.due_on, one.subject) == ("supervisor-ends", LEAVES, SUPERVISOR)
    assert one.concerns == (DOCTOR, SUPERVISOR)
    after = supervisor_appointed(NEXT_SUPERVISOR, first_day=LEAVES + timedelta(days=1))
    assert due(*leaving, after) == []
    late = supervisor_appointed(NEXT_SUPERVISOR, first_day=LEAVES + timedelta(days=2))
    assert due(*leaving, late) == [("supervisor-ends", LEAVES)]


def test_the_earlier_scheme_closes_once_and_not_for_those_who_left_it() -> None:
    begun = (*APPOINTED, *PLANNED, clockwork.old_scheme_stated())
    assert due(*begun) == [("old-scheme", clockwork.CLOSES)]
    assert due(*begun, clockwork.old_scheme_left()) == []
    assert due(*begun, clockwork.lapsed()) == []
    assert due(*begun, clockwork.lapsed(date(2025, 3, 1))) == [("old-scheme", clockwork.CLOSES)]


def test_nothing_is_due_after_the_training_is_over() -> None:
    over = (*APPOINTED, *PLANNED, clockwork.old_scheme_stated(), way.training_withdrawn())
    assert due(*over) == []


def test_a_concern_is_answered_by_a_day_and_then_followed_up_on_another() -> None:
    """R-SUP-05."""
    raised = (*APPOINTED, *PLANNED, meetings.raised())
    assert due(*raised) == [("concern", meetings.raised().due_on)]
    answered = (*raised, meetings.measures_agreed())
    assert due(*answered) == [("follow-up", meetings.measures_agreed().follow_up_on)]
    assert due(*answered, meetings.closed()) == []


def test_one_who_has_applied_is_through_with_it_until_it_is_refused() -> None:
    begun = (*APPOINTED, *PLANNED, clockwork.old_scheme_stated(), way.applied())
    assert due(*begun) == []
    assert due(*begun, way.cleared()) != []


def test_what_is_due_on_the_last_day_of_the_training_is_still_due() -> None:
    ends = replace_fact(way.training_withdrawn(), last_day=clockwork.CLOSES)
    begun = (*APPOINTED, *PLANNED, clockwork.old_scheme_stated())
    assert due(*begun, ends) == [("old-scheme", clockwork.CLOSES)]
    earlier = replace_fact(ends, last_day=clockwork.CLOSES - timedelta(days=1))
    assert due(*begun, earlier) == []
