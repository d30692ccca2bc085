"""Whatever is done with an exemption, in whatever order, it is granted once and ends once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from domain.exemptions.exemption import Exemption
from domain.exemptions.facts import (
    ExemptionExpired,
    ExemptionExtended,
    ExemptionFactCorrected,
    ExemptionGranted,
    ExemptionRefused,
    ExemptionRevoked,
    ExemptionWithdrawn,
)
from domain.exemptions.status import Status, status_on, statuses
from domain.shared.days import day_after
from domain.shared.facts import Fact
from domain.shared.refusals import Refused
from tests.domain.exemptions.asking import applying, extending, granting, refusing, revoking
from tests.support.exemptions import APPLIED_ON, DAY
from tests.support.plans import LEADER, text

days = st.integers(0, 9).map(lambda n: APPLIED_ON + timedelta(days=n))
maybe = st.none() | days
mostly = st.sampled_from([True, True, True, False])
EVER = [APPLIED_ON + timedelta(days=n) for n in range(-2, 14)]


class ExemptionMachine(RuleBasedStateMachine):
    """One exemption that anybody may try anything with, and another that nobody ever expires."""

    def __init__(self) -> None:
        super().__init__()
        self.case = Exemption()
        self.last_day: date | None = None

    def attempt(self, act: Callable[[Exemption], Fact]) -> None:
        try:
            fact = act(self.case)
        except Refused as refused:
            event(f"refused: {refused.code}")
            return
        event(f"told: {type(fact).__name__}")
        self.case.apply(fact)
        if isinstance(fact, ExemptionGranted | ExemptionExtended | ExemptionRevoked):
            self._moves(fact)

    def _moves(self, fact: ExemptionGranted | ExemptionExtended | ExemptionRevoked) -> None:
        """The last day is set by the grant, moved on by an extension, back by a revocation."""
        before, self.last_day = self.last_day, fact.last_day
        if isinstance(fact, ExemptionGranted):
            assert before is None
        elif isinstance(fact, ExemptionExtended):
            assert before is not None
            assert fact.decided_on <= before < fact.last_day
        else:
            assert before is not None
            assert fact.decided_on <= fact.last_day < before

    @initialize(granted=mostly, first_day=days, lasts=st.integers(0, 5), on=st.integers(0, 2))
    def begin(self, first_day: date, lasts: int, on: int, *, granted: bool) -> None:
        """Mostly begin with one that is granted: what is withdrawn or refused is soon told."""
        if granted:
            self.attempt(applying())
            decided_on, last_day = APPLIED_ON + on * DAY, first_day + lasts * DAY
            self.attempt(granting(first_day=first_day, last_day=last_day, on=decided_on))

    @rule()
    def apply_for(self) -> None:
        self.attempt(applying())

    @rule(on=days)
    def withdraw(self, on: date) -> None:
        self.attempt(lambda case: case.withdraw(by=LEADER, on=on))

    @rule(first_day=days, last_day=maybe, on=days)
    def grant(self, first_day: date, last_day: date | None, on: date) -> None:
        self.attempt(granting(first_day=first_day, last_day=last_day, on=on))

    @rule(on=days)
    def refuse(self, on: date) -> None:
        self.attempt(refusing(on=on))

    @property
    def around(self) -> date:
        """Return the last day there is, so that what is tried is often on the edge."""
        return self.case.last_day if self.case.granted else APPLIED_ON

    @rule(longer=st.none() | st.integers(-1, 4), before=st.integers(-1, 3))
    def extend(self, longer: int | None, before: int) -> None:
        last_day = None if longer is None else self.around + longer * DAY
        self.attempt(extending(last_day, on=self.around - before * DAY))

    @rule(shorter=st.integers(-1, 4), before=st.integers(-1, 3))
    def revoke(self, shorter: int, before: int) -> None:
        last_day = self.around - shorter * DAY
        self.attempt(revoking(last_day, on=last_day - before * DAY))

    @rule(after=st.integers(0, 4))
    def expire(self, after: int) -> None:
        noticed_on = self.around + after * DAY
        self.attempt(lambda case: case.expire(noticed_on=noticed_on))

    @rule()
    def correct_the_last(self) -> None:
        """Take back the last step that stands, unless nothing does."""
        standing = [at for at in range(1, self.case.version + 1) if at not in self.case.struck]
        standing = [
            at for at in standing if not isinstance(self.case.facts[at - 1], ExemptionFactCorrected)
        ]
        version = standing[-1] if standing else 0
        if version and isinstance(self.case.facts[version - 1], ExemptionExpired):
            self.attempt(
                lambda case: case.mark(
                    ExemptionFactCorrected, version, by=LEADER, on=APPLIED_ON, reason=text()
                )
            )

    @invariant()
    def it_is_decided_once(self) -> None:
        told = Counter(type(fact) for fact in self.case.facts)
        decisions = (ExemptionGranted, ExemptionRefused, ExemptionWithdrawn)
        assert sum(told[kind] for kind in decisions) <= 1
        assert told[ExemptionRevoked] <= 1

    @invariant()
    def it_expires_once_from_a_last_day(self) -> None:
        standing = [
            fact.last_day
            for at, fact in enumerate(self.case.facts, start=1)
            if isinstance(fact, ExemptionExpired) and at not in self.case.struck
        ]
        assert len(standing) == len(set(standing))
        if self.case.expired:
            assert self.case.expired.last_day == self.case.last_day

    @invariant()
    def its_last_day_moves_only_by_decisions(self) -> None:
        if self.case.granted:
            assert self.case.last_day == self.last_day

    @invariant()
    def every_day_has_one_status_whoever_noticed(self) -> None:
        unnoticed = Exemption()
        unnoticed.fold(
            fact
            for fact in self.case.facts
            if not isinstance(fact, ExemptionExpired | ExemptionFactCorrected)
        )
        assert statuses(unnoticed) == statuses(self.case)
        for day in EVER:
            assert sum(day in span for _, span in statuses(self.case)) <= 1
            if self.case.granted and day >= self.case.granted.first_day:
                in_force = status_on(self.case, day) is Status.IN_FORCE
                assert in_force == (day <= self.case.last_day)

    @invariant()
    def what_is_due_is_over(self) -> None:
        for day in EVER:
            if self.case.is_due(day):
                assert status_on(self.case, day) is Status.EXPIRED
                assert not self.case.is_due(self.case.last_day)
                assert self.case.is_due(day_after(day))

    @invariant()
    def it_reads_the_same_all_at_once(self) -> None:
        whole = Exemption()
        whole.fold(self.case.facts)
        assert statuses(whole) == statuses(self.case)
        assert whole.expired == self.case.expired


def test_whatever_is_done_an_exemption_is_granted_once_and_ends_once() -> None:
    quick = settings(max_examples=500, stateful_step_count=15)
    run_state_machine_as_test(ExemptionMachine, settings=quick)
