"""The way of the training, walked by anybody on any day: moves, withdrawal, application, end."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.calendar.spans import Span
from domain.law.book import IN_FORCE
from domain.plans.evaluations import ASPECTS, BEST, EstablishmentEvaluated, Score
from domain.plans.opening import PlanOpened
from domain.plans.path import (
    ApplicationSubmitted,
    CompletionCleared,
    CompletionConfirmed,
    MovedAway,
    MovedHere,
    MoveRequested,
    PathFact,
    PathStage,
    TrainingResumed,
    TrainingWithdrawn,
)
from domain.plans.rules.end_training import withdraw
from domain.plans.rules.move import Moving, request_move
from domain.plans.rules.resume_training import Resuming, resume_training
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.domain.plans.machine import ALWAYS, SETTING, PlanMachine, days, deciders
from tests.support.applying import applied
from tests.support.plans import LEADER, ORGANISATION, STARTS, text
from tests.support.way import OTHER_ORGANISATION, OTHER_PLAN

REGISTERED = (Span(STARTS, STARTS + timedelta(days=15)),)
establishments = st.sampled_from([OTHER_ORGANISATION, OTHER_ORGANISATION, ORGANISATION])
scores = st.lists(
    st.builds(Score, aspect=st.sampled_from([*ASPECTS, "food"]), points=st.integers(0, BEST + 1)),
    max_size=2,
).map(tuple)

STAGE_AFTER: dict[type[Fact], PathStage] = {
    MoveRequested: PathStage.MOVING,
    MovedAway: PathStage.MOVED,
    TrainingWithdrawn: PathStage.WITHDRAWN,
    TrainingResumed: PathStage.RUNNING,
    ApplicationSubmitted: PathStage.APPLIED,
    CompletionConfirmed: PathStage.COMPLETED,
    CompletionCleared: PathStage.RUNNING,
}


class OnTheWay(PlanMachine):
    """How the training goes on elsewhere, or comes to its end; and how it was."""

    @rule(passing=st.integers(1, 9))
    def time_passes(self, passing: int) -> None:
        self.today += timedelta(days=passing)

    @rule(to=establishments, last_day=days)
    def ask_to_move(self, to: Id, last_day: date) -> None:
        asked = Moving(
            plan=self.plan,
            to=to,
            last_day=last_day,
            on=self.today,
            registered=REGISTERED,
            law=IN_FORCE,
        )
        self.attempt(lambda: request_move(asked))

    @rule(to=establishments)
    def move_away(self, to: Id) -> None:
        self.attempt(lambda: self.plan.path.move_away(OTHER_PLAN, to=to, on=self.today))

    @rule(last_day=days)
    def leave_the_training(self, last_day: date) -> None:
        self.attempt(lambda: withdraw(self.plan, last_day=last_day, reason=text(), on=self.today))

    @rule(first_day=days, by=deciders)
    def resume(self, first_day: date, by: Id) -> None:
        asked = Resuming(
            plan=self.plan,
            first_day=first_day,
            by=by,
            on=self.today,
            setting=SETTING,
            law=IN_FORCE,
        )
        self.attempt(lambda: resume_training(asked))

    @rule(submitted_on=days)
    def apply_for_approval(self, submitted_on: date) -> None:
        self.attempt(lambda: applied(self.plan, submitted_on))

    @rule(approved_on=days)
    def confirm_completion(self, approved_on: date) -> None:
        path = self.plan.path
        self.attempt(lambda: path.confirm(approved_on, stated_in="vedtak", by=LEADER))

    @rule(refused_on=days)
    def clear_completion(self, refused_on: date) -> None:
        path = self.plan.path
        self.attempt(lambda: path.clear(refused_on, stated_in="vedtak", by=LEADER))

    @rule(last_day=days)
    def go_elsewhere(self, last_day: date) -> None:
        """Do everything it takes to move."""
        self.ask_to_move(OTHER_ORGANISATION, last_day)
        self.move_away(OTHER_ORGANISATION)

    @rule(submitted_on=days, approved_on=days)
    def become_a_specialist(self, submitted_on: date, approved_on: date) -> None:
        """Do everything it takes to complete the training."""
        self.apply_for_approval(submitted_on)
        self.confirm_completion(approved_on)

    @rule(scores=scores, on=days)
    def evaluate(self, scores: tuple[Score, ...], on: date) -> None:
        self.attempt(lambda: self.plan.evaluations.evaluate(scores, text(), on=on))

    def steps(self) -> list[PathFact]:
        """Return the steps of the way that stand; that it began elsewhere is none of them."""
        told = (fact for fact in self.standing() if isinstance(fact, PathFact))
        return [fact for fact in told if not isinstance(fact, MovedHere)]

    def last_day(self) -> date | None:
        """Return the last day of the training, told from what was recorded of it alone."""
        match self.steps():
            case [*_, TrainingWithdrawn(last_day=day) | MovedAway(last_day=day)]:
                return day
            case [*_, ApplicationSubmitted(submitted_on=day), CompletionConfirmed()]:
                return day
        return None

    def record(self, fact: Fact) -> None:
        """See that nothing but what may is recorded once the training is over."""
        last_day = self.last_day() if self.facts else None
        if last_day and self.today > last_day:
            # An opening comes with the correction of another.
            assert isinstance(fact, (*ALWAYS, PlanOpened))
        super().record(fact)

    @invariant()
    def the_way_is_where_its_last_step_left_it(self) -> None:
        steps = self.steps()
        stage = STAGE_AFTER[type(steps[-1])] if steps else PathStage.RUNNING
        assert self.plan.path.stage is stage
        assert self.plan.path.ended_on == self.last_day()

    @invariant()
    def the_training_stops_neither_before_it_starts_nor_after_it_is_decided(self) -> None:
        path, steps = self.plan.path, self.steps()
        assert path.stops_on is None or path.stops_on >= self.plan.opened.starts_on
        for sent, decided in pairwise(steps):
            if isinstance(sent, ApplicationSubmitted):
                assert not isinstance(decided, MoveRequested | MovedAway | ApplicationSubmitted)
                if isinstance(decided, CompletionConfirmed):
                    assert decided.approved_on >= sent.submitted_on

    @invariant()
    def it_does_not_stop_before_it_was_taken_up_again(self) -> None:
        resumed = (s.first_day for s in self.steps() if isinstance(s, TrainingResumed))
        stops_on = self.plan.path.stops_on
        assert stops_on is None or stops_on >= max(resumed, default=stops_on)

    @invariant()
    def it_went_where_the_doctor_asked(self) -> None:
        steps = self.steps()
        for asked, moved in pairwise(steps):
            if isinstance(moved, MovedAway):
                assert isinstance(asked, MoveRequested)
                assert (asked.to, asked.last_day) == (moved.to, moved.last_day)
                assert moved.to != ORGANISATION

    @invariant()
    def every_evaluation_that_stands_is_kept_and_scores_from_one_to_five(self) -> None:
        told = [fact for fact in self.standing() if isinstance(fact, EstablishmentEvaluated)]
        assert told == self.plan.evaluations.all
        for fact in told:
            aspects = [score.aspect for score in fact.scores]
            assert aspects
            assert set(aspects) <= set(ASPECTS)
            assert len(set(aspects)) == len(aspects)
            assert all(1 <= score.points <= BEST for score in fact.scores)
