"""Service in posts, entered and confirmed by anybody on any day."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.plans.rules.confirm_service import Confirmation, confirm_service
from domain.plans.service import ServiceConfirmed, ServiceKind
from domain.shared.ids import Id
from tests.domain.plans.machine import SETTING, days, deciders
from tests.domain.plans.machine_records import Records
from tests.support.services import EMPLOYER, OTHER_PERIOD, PERIOD

periods = st.sampled_from([PERIOD, OTHER_PERIOD])


class Serving(Records):
    """What happens to the doctor's service."""

    @rule(
        period=periods,
        kind=st.sampled_from(ServiceKind),
        first_day=days,
        last_day=days,
        percentage=st.integers(-1, 101),
    )
    def enter_service(
        self, period: Id, kind: ServiceKind, first_day: date, last_day: date, percentage: int
    ) -> None:
        self.attempt(
            lambda: self.plan.service.enter(
                period,
                kind=kind,
                arena=None,
                employer=EMPLOYER,
                first_day=first_day,
                last_day=last_day,
                percentage=percentage,
                on=last_day,
            )
        )

    @rule(period=periods, by=deciders, on=days)
    def confirm_service(self, period: Id, by: Id, on: date) -> None:
        asked = Confirmation(plan=self.plan, period=period, by=by, on=on, setting=SETTING)
        self.attempt(lambda: confirm_service(asked))

    @rule(period=periods, kind=st.sampled_from(ServiceKind), by=deciders, first_day=days, on=days)
    def serve(self, period: Id, kind: ServiceKind, by: Id, first_day: date, on: date) -> None:
        """Do everything it takes to have service confirmed."""
        self.enter_service(period, kind, first_day, on, 50)
        self.confirm_service(period, by, on)

    @invariant()
    def service_was_confirmed_once_by_a_leader_when_it_was_over(self) -> None:
        confirmed = [fact for fact in self.standing() if isinstance(fact, ServiceConfirmed)]
        assert len({fact.period for fact in confirmed}) == len(confirmed)
        for fact in confirmed:
            entered = self.plan.service.period(fact.period).entered
            assert 1 <= entered.percentage <= 100
            assert entered.first_day <= entered.last_day <= fact.confirmed_on
            assert fact.confirmed_by is not None
            assert fact.confirmed_by != self.plan.doctor
            assert SETTING.leader_on(fact.confirmed_by, fact.confirmed_on)
