"""The acts on exemptions: an establishment applies, the Directorate decides (R-EXM-01)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from application.access import Act
from application.acting import refuse_oneself
from application.actors import Actor, Order
from application.exemptions import commands as c
from application.exemptions.acting import At, Decide, ExemptionActing, Told
from application.exemptions.coverage import refuse_other_plans
from application.ports import Loaded, Receipt
from domain.calendar.appeal_question import AppealQuestion
from domain.exemptions.facts import ExemptionGranted
from domain.law.book import LawBook
from domain.plans.exemptions import Ending
from domain.plans.plan import TrainingPlan
from domain.shared.facts import Fact


class ExemptionService:
    """Every act on an exemption; each returns the receipt of what was recorded."""

    def __init__(self, exemptions: ExemptionActing, law: LawBook) -> None:
        self._exemptions = exemptions
        self._law = law

    def apply_for(self, command: c.ApplyForExemption, actor: Actor, order: Order) -> Receipt:
        if command.supervisor:
            self._exemptions.acting.refuse_unknown(command.supervisor, field="supervisor")
        on = self._legal_day(command.applied_on, field="appliedOn")
        today = self._exemptions.acting.clock.today()

        def decide(at: At) -> Told:
            applied = at.case.apply_for(
                command.kind,
                organisation=command.organisation,
                supervisor=command.supervisor,
                plans=command.plans,
                supporting=command.supporting,
                by=actor.person,
                on=on,
                law=self._law,
            )
            plans = [at.plans[plan].case for plan in applied.plans]
            refuse_other_plans(plans, applied, today)
            for plan in plans:
                refuse_oneself(actor, plan.doctor)
            return Told(applied)

        return self._exemptions.on_new(
            command.exemption,
            actor,
            order,
            decide,
            organisation=command.organisation,
            plans=command.plans,
        )

    def withdraw(self, command: c.WithdrawApplication, actor: Actor, order: Order) -> Receipt:
        on = self._legal_day(command.withdrawn_on, field="withdrawnOn")

        def decide(at: At) -> Told:
            at.case.be_decided_here()
            return Told(at.case.withdraw(by=actor.person, on=on))

        return self._exemptions.on_exemption(
            command.exemption, Act.APPLY_FOR_EXEMPTION, actor, order, decide
        )

    def grant(self, command: c.GrantExemption, actor: Actor, order: Order) -> Receipt:
        on = self._legal_day(command.decided_on)

        def decide(at: At) -> Told:
            _refuse_deciding_on_oneself(at, actor)
            at.case.be_decided_here()
            granted = at.case.grant(
                first_day=command.first_day,
                last_day=command.last_day,
                plans=command.plans,
                by=actor.person,
                on=on,
                stated_in=command.stated_in,
                law=self._law,
            )
            return Told(granted, tuple(told_of_grant(at, granted)))

        return self._decided_by_directorate(command, actor, order, decide)

    def refuse(self, command: c.RefuseExemption, actor: Actor, order: Order) -> Receipt:
        on = self._legal_day(command.decided_on)

        def decide(at: At) -> Told:
            _refuse_deciding_on_oneself(at, actor)
            at.case.be_decided_here()
            stated_in = command.stated_in
            return Told(at.case.refuse(by=actor.person, on=on, stated_in=stated_in, law=self._law))

        return self._decided_by_directorate(command, actor, order, decide)

    def enter_notice(self, command: c.EnterNotice, actor: Actor, order: Order) -> Receipt:
        today = self._exemptions.acting.clock.today()
        asked = AppealQuestion(
            channel=command.channel,
            arrived=self._arrival(command.arrived_on, "arrivedOn"),
            available=self._arrival(command.available_on, "availableOn"),
            alerted=self._arrival(command.alerted_on, "alertedOn"),
            arrival_basis=command.arrival_basis,
        )

        def decide(at: At) -> Told:
            first, *more = at.case.notify(asked, by=actor.person, on=today, law=self._law)
            return Told(first, following=tuple(more))

        return self._exemptions.on_exemption(
            command.exemption, Act.ENTER_NOTICE, actor, order, decide
        )

    def _arrival(self, day: date | None, field: str) -> date | None:
        return self._legal_day(day, field=field) if day else None

    def extend(self, command: c.ExtendExemption, actor: Actor, order: Order) -> Receipt:
        on = self._legal_day(command.decided_on)

        def decide(at: At) -> Told:
            _refuse_deciding_on_oneself(at, actor)
            extended = at.case.extend(
                command.last_day,
                by=actor.person,
                on=on,
                stated_in=command.stated_in,
                law=self._law,
            )

            def told(plan: TrainingPlan) -> Fact:
                return plan.exemptions.extend(
                    command.exemption,
                    last_day=extended.last_day,
                    decided_on=on,
                    basis=extended.basis,
                )

            return Told(extended, tuple((plan, told(plan.case)) for plan in at.covered()))

        return self._decided_by_directorate(command, actor, order, decide)

    def revoke(self, command: c.RevokeExemption, actor: Actor, order: Order) -> Receipt:
        on = self._legal_day(command.decided_on)

        def decide(at: At) -> Told:
            _refuse_deciding_on_oneself(at, actor)
            revoked = at.case.revoke(
                command.last_day,
                by=actor.person,
                on=on,
                stated_in=command.stated_in,
                law=self._law,
            )
            return Told(revoked, ended(at, Ending.REVOKED, last_day=revoked.last_day, noted_on=on))

        return self._decided_by_directorate(command, actor, order, decide)

    def _decided_by_directorate(
        self,
        command: c.GrantExemption | c.RefuseExemption | c.ExtendExemption | c.RevokeExemption,
        actor: Actor,
        order: Order,
        decide: Decide,
    ) -> Receipt:
        act = Act.DECIDE_EXEMPTION
        return self._exemptions.on_exemption(command.exemption, act, actor, order, decide)

    def _legal_day(self, on: date | None, *, field: str = "decidedOn") -> date:
        return self._exemptions.acting.legal_day(on, field=field)


def ended(
    at: At,
    ending: Ending,
    *,
    last_day: date,
    noted_on: date,
    plans: Sequence[Loaded[TrainingPlan]] | None = None,
) -> tuple[tuple[Loaded[TrainingPlan], Fact], ...]:
    """Return what an end comes to in the plans covered, also where the training is over."""
    exemption = at.exemption.case_id
    return tuple(
        (plan, plan.case.exemptions.end(exemption, ending, last_day=last_day, noted_on=noted_on))
        for plan in (at.covered() if plans is None else plans)
    )


def told_of_grant(at: At, granted: ExemptionGranted) -> Iterator[tuple[Loaded[TrainingPlan], Fact]]:
    applied = at.case.be_applied_for()
    for covered in granted.plans:
        plan = at.plans[covered]
        told = plan.case.exemptions.grant(
            at.exemption.case_id,
            kind=applied.kind,
            supervisor=applied.supervisor,
            first_day=granted.first_day,
            last_day=granted.last_day,
            decided_on=granted.decided_on,
            basis=granted.basis,
        )
        yield plan, told


def _refuse_deciding_on_oneself(at: At, actor: Actor) -> None:
    for person in at.about():
        refuse_oneself(actor, person)
