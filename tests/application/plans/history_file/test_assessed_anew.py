"""A goal approved by a new assessment is written out like any other approved goal."""

from __future__ import annotations

from application.plans.history_file.entries import GoalEntry
from application.plans.history_file.telling import entries_of
from domain.plans.outcomes import Reassessed
from tests.support.history import given
from tests.support.plans import DOCTOR, GOAL
from tests.support.reassessments import ASSESSED_ON, TO_BE_MADE, reassessed

NAME = "Fjellvik kommune"


def goals(outcome: Reassessed) -> list[GoalEntry]:
    plan = given(*TO_BE_MADE, reassessed(outcome=outcome)).case
    return [entry for entry in entries_of(plan, NAME) if isinstance(entry, GoalEntry)]


def test_what_was_achieved_anew_is_written_and_what_was_not_is_not() -> None:
    told = GoalEntry(doctor=DOCTOR, day=ASSESSED_ON, goal=GOAL, stated_in=NAME)
    assert goals(Reassessed.ACHIEVED) == [told]
    assert goals(Reassessed.NOT_ACHIEVED) == []
