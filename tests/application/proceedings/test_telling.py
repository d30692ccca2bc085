"""What the party's own history tells follows the proceeding, whatever was done and struck there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from application.proceedings.telling import IN_ORGANISATION, IN_PLAN, Telling, retold, told
from domain.law.remedies import DecisionKind
from domain.organisations.decisions import OrganisationDecisionTold
from domain.organisations.facts import OrganisationFactCorrected
from domain.organisations.organisation import Organisation
from domain.plans.corrections import FactCorrected
from domain.plans.plan import TrainingPlan
from domain.proceedings.facts import DecisionMade, ProceedingFactCorrected
from domain.shared.case import Case, Correction
from domain.shared.facts import Fact
from domain.shared.refusals import Refused
from tests.domain.proceedings.test_invariants import acts
from tests.domain.proceedings.test_struck import BEGINNINGS, LATER
from tests.support.plans import DOCTOR, text
from tests.support.proceedings import APPEAL as PROCEEDING
from tests.support.proceedings import Story

UNDECIDED: tuple[Callable[[], Story], ...] = (lambda: Story().opened(), *BEGINNINGS)
back = st.integers(0, 6)
tries = st.lists(st.tuples(st.one_of(acts(), back), st.integers(0, 40)), max_size=20)


class Own:
    """A party's own history beside a proceeding, told of each act as it is done."""

    def __init__(self, case: Case, where: Telling, marking: Any) -> None:
        self.case, self.where, self.marking = case, where, marking

    def hears(self, before: list[Fact], facts: list[Fact]) -> None:
        telling = partial(told, self.where)
        marks = [one for one in facts if isinstance(one, ProceedingFactCorrected)]
        for version in retold(telling, self.case, PROCEEDING, before, marks):
            marked = self.case.mark(self.marking, version, by=DOCTOR, on=LATER, reason=text())
            self.case.fold((marked,))
        self.case.fold(telling(PROCEEDING, before, facts))

    def stands(self) -> list[Fact]:
        """Return what is told and was not taken back."""
        facts = enumerate(self.case.facts, start=1)
        return [
            fact
            for at, fact in facts
            if at not in self.case.struck and not isinstance(fact, Correction)
        ]


@pytest.mark.parametrize(
    ("kind", "where", "marking"),
    [
        (TrainingPlan, IN_PLAN, partial(FactCorrected, evidence_in=())),
        (Organisation, IN_ORGANISATION, OrganisationFactCorrected),
    ],
)
@given(begin=st.sampled_from(UNDECIDED), tried=tries)
@settings(max_examples=300)
def test_what_is_told_follows_what_stands(
    kind: type[Case],
    where: Telling,
    marking: Any,
    begin: Callable[[], Story],
    tried: list[tuple[object, int]],
) -> None:
    story, day = begin(), LATER
    own = Own(kind(), where, marking)
    own.hears([], list(story.case.facts))
    for act, days in tried:
        day += timedelta(days=days)
        before = list(story.case.facts)
        with suppress(Refused):
            if callable(act):
                act(story, day)
            else:
                assert isinstance(act, int)
                story.struck(story.case.version - act, day)
                event("something was struck")
        own.hears(before, story.case.facts[len(before) :])
    # What stands there is what was told of all that stands here, and of nothing else.
    facts, struck = story.case.facts, story.case.struck
    assert own.stands() == [
        one
        for at, fact in enumerate(facts, start=1)
        if at not in struck
        for one in told(where, PROCEEDING, facts[: at - 1], (fact,))
    ]


def test_what_was_told_before_the_day_of_the_application_was_is_found_when_it_is_corrected() -> (
    None
):
    """A registration refused before that was told is not refused for ever once it is an error."""
    story = Story().opened(DecisionKind.REGISTRATION).decided()
    facts = list(story.case.facts)
    (made,) = (at for at, one in enumerate(facts, start=1) if isinstance(one, DecisionMade))
    own = Organisation()
    (now,) = told(IN_ORGANISATION, PROCEEDING, facts[: made - 1], (facts[made - 1],))
    assert isinstance(now, OrganisationDecisionTold)
    assert now.applied_on
    own.fold((replace(now, applied_on=None),))
    mark = ProceedingFactCorrected(
        corrects=made,
        corrected_fact="proceeding.decision-made",
        corrected_by=DOCTOR,
        corrected_on=LATER,
        reason=text(),
    )
    assert retold(partial(told, IN_ORGANISATION), own, PROCEEDING, facts, (mark,)) == [1]
