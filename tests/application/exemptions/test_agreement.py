"""Whatever is decided on exemptions, they and the plans they cover tell the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from application.exemptions import commands as c
from application.exemptions.acting import ExemptionActing
from application.exemptions.expiring import ExpiryService
from application.ports import Receipt
from domain.exemptions.exemption import Exemption
from domain.plans.plan import TrainingPlan
from domain.shared.case import Correction
from domain.shared.ids import Id
from domain.shared.refusals import Refused
from tests.application.exemptions.granting import Rows, apply_for, leader, officer, open_plan
from tests.support.town import TODAY, Town, order

DAY = timedelta(days=1)
two = st.integers(0, 1)
days = st.integers(-6, 6).map(lambda days: TODAY + days * DAY)
covered = st.sampled_from([None, (0,), (0, 1)])


class Deciding(RuleBasedStateMachine):
    """Two exemptions of one supervisor, applied for with two plans each."""

    def __init__(self, town: Town) -> None:
        super().__init__()
        self.town = town.with_new_people()
        self.plans = [open_plan(self.town, name) for name in ("doctor", "another_doctor")]
        self.exemptions = [apply_for(self.town, *self.plans) for _ in range(2)]
        rows: Any = Rows(self.town, tuple(self.exemptions))
        acting = self.town.services.exemptions._exemptions.acting
        self.expiry = ExpiryService(ExemptionActing(acting), rows)

    def attempt(self, act: Callable[[], Receipt], what: str) -> None:
        """Try the act; one that is refused records nothing."""
        before = self.town.services.histories.position()
        try:
            act()
        except Refused as refused:
            event(f"{what} refused: {refused.code}")
            assert self.town.services.histories.position() == before
        else:
            event(f"{what} done")

    @rule(which=two, first_day=days, lasts=st.integers(0, 6), plans=covered)
    def grant(self, which: int, first_day: date, lasts: int, plans: tuple[int, ...] | None) -> None:
        command = c.GrantExemption(
            exemption=self.exemptions[which],
            first_day=first_day,
            last_day=first_day + lasts * DAY,
            plans=tuple(self.plans[at] for at in plans) if plans else None,
            stated_in="vedtak",
            decided_on=TODAY - 6 * DAY,
        )
        act = self.town.services.exemptions.grant
        self.attempt(lambda: act(command, officer(self.town), order()), "grant")

    @rule(which=two, last_day=days, on=days)
    def extend(self, which: int, last_day: date, on: date) -> None:
        command = c.ExtendExemption(
            exemption=self.exemptions[which],
            last_day=last_day,
            stated_in="vedtak",
            decided_on=on,
        )
        act = self.town.services.exemptions.extend
        self.attempt(lambda: act(command, officer(self.town), order()), "extend")

    @rule(which=two, last_day=days, on=days)
    def revoke(self, which: int, last_day: date, on: date) -> None:
        command = c.RevokeExemption(
            exemption=self.exemptions[which],
            last_day=last_day,
            stated_in="vedtak",
            decided_on=on,
        )
        act = self.town.services.exemptions.revoke
        self.attempt(lambda: act(command, officer(self.town), order()), "revoke")

    @rule()
    def expire(self) -> None:
        told = self.expiry.expire(self.town.clock.today())
        event(f"noted {len(told.noted)}")
        assert told.failed == ()

    @rule(ahead=st.integers(-2, 3))
    def move_time(self, ahead: int) -> None:
        self.town.clock.day = TODAY + ahead * DAY

    @rule(which=two)
    def withdraw(self, which: int) -> None:
        command = c.WithdrawApplication(exemption=self.exemptions[which])
        act = self.town.services.exemptions.withdraw
        self.attempt(lambda: act(command, leader(self.town), order()), "withdraw")

    @rule(which=two)
    def correct_the_last(self, which: int) -> None:
        case = self._case(self.exemptions[which])
        standing = [
            at
            for at, fact in enumerate(case.facts, start=1)
            if at > 1 and at not in case.struck and not isinstance(fact, Correction)
        ]
        if not standing:
            return
        command = c.CorrectExemptionFact(
            exemption=self.exemptions[which], version=standing[-1], reason="Feil."
        )
        act = self.town.services.exemption_corrections.correct
        self.attempt(lambda: act(command, officer(self.town), order()), "correct")

    def _case(self, exemption: Id) -> Exemption:
        found = self.town.services.histories.load({exemption: Exemption})
        case: Exemption = found[exemption].case
        return case

    @invariant()
    def exemptions_and_plans_tell_the_same(self) -> None:
        found = self.town.services.histories.load(dict.fromkeys(self.plans, TrainingPlan))
        for exemption in self.exemptions:
            case = self._case(exemption)
            granted = case.granted
            for plan_id in self.plans:
                held = found[plan_id].case.exemptions.by_id.get(exemption)
                assert (held is not None) == bool(granted and plan_id in granted.plans)
                if held and granted:
                    assert held.granted.first_day == granted.first_day
                    assert held.last_day == case.last_day
                    assert (held.ended is not None) == bool(case.revoked or case.expired)


def test_whatever_is_decided_exemptions_and_plans_agree(shared: Town) -> None:
    class InTown(Deciding):
        def __init__(self) -> None:
            super().__init__(shared)

    quick = settings(
        max_examples=20,
        stateful_step_count=20,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(InTown, settings=quick)
