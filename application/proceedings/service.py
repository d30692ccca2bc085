"""The acts on a decision and its notice, by the instance that decides."""

from __future__ import annotations

from datetime import date

from application.access import Act
from application.acting import required_text, text
from application.actors import Actor, Order, Role
from application.ports import Receipt
from application.proceedings import commands as c
from application.proceedings.acting import At, ProceedingActing, Told
from application.proceedings.gaps import gaps
from application.proceedings.preparing import receipt_of
from domain.calendar.appeal_question import AppealQuestion
from domain.law.remedies import OF_ESTABLISHMENTS, DecisionKind
from domain.plans.decisions import AppealPeriodTold, DecisionTold
from domain.proceedings.facts import AppealDeadlineComputed
from domain.proceedings.rules.reversal import reverse
from domain.shared.citation import Citation
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import Invalid

ACT = Act.CONDUCT_PROCEEDING


class DecisionService:
    """Every act on a decision and its notice; each returns the receipt."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings
        self._law = proceedings.law

    def open(self, command: c.OpenProceeding, actor: Actor, order: Order) -> Receipt:
        today = self._proceedings.today
        # A doctor's own comes in today; where an official opens it, maybe nobody applied.
        own = actor.acting_as is Role.DOCTOR
        received = today if own else self._known(command.received_on, "receivedOn")
        if command.kind in OF_ESTABLISHMENTS:
            kinds = ", ".join(sorted(set(DecisionKind) - OF_ESTABLISHMENTS))
            raise Invalid(
                "kind-of-an-establishment",
                nb=f"«{command.kind}» gjelder en virksomhet, ikke en lege; velg {kinds}.",
                en=f"'{command.kind}' is of an establishment, not of a doctor; choose {kinds}.",
                rule="L-SPF-35",
                field="kind",
            )

        def decide(at: At) -> Told:
            opened = at.case.open(
                command.kind,
                party=at.plan.plan.case.doctor,
                organisation=at.plan.plan.case.opened.organisation,
                plan=command.plan,
                about=command.about,
                received_on=received,
                by=actor.person,
                on=today,
                law=self._law,
            )
            if received is None:
                return Told((opened,))
            receipt = receipt_of(self._proceedings, at, command, received, actor)
            return Told((opened, receipt))

        return self._proceedings.on_new(command.proceeding, command.plan, actor, order, decide)

    def decide(self, command: c.MakeDecision, actor: Actor, order: Order) -> Receipt:
        on = self._day(command.decided_on, "decidedOn")
        written = required_text(command.text, field="text")

        def decide(at: At) -> Told:
            findings = self._findings(at, on)
            made = at.case.decide(
                command.outcome,
                text=written,
                conditions=text(command.conditions),
                consulted=command.consulted,
                seen=self._seen(at),
                basis=_basis(findings),
                findings=findings,
                by=actor.person,
                on=on,
                law=self._law,
            )
            told = DecisionTold(
                proceeding=command.proceeding,
                kind=at.case.kind,
                outcome=made.outcome,
                remedy=made.remedy,
                decided_on=on,
            )
            return Told((made,), (told,))

        return self._proceedings.on_proceeding(command.proceeding, ACT, actor, order, decide)

    def reverse(self, command: c.ReverseDecision, actor: Actor, order: Order) -> Receipt:
        on = self._day(command.reversed_on, "reversedOn")
        written = required_text(command.text, field="text")

        def decide(at: At) -> Told:
            fact = reverse(
                at.case,
                command.ground,
                command.outcome,
                text=written,
                by=actor.person,
                on=on,
                law=self._law,
            )
            told = DecisionTold(
                proceeding=command.proceeding,
                kind=at.case.kind,
                outcome=fact.outcome,
                remedy=at.case.be_decided().remedy,
                decided_on=on,
            )
            return Told((fact,), (told,))

        return self._proceedings.on_proceeding(command.proceeding, ACT, actor, order, decide)

    def send_notice(self, command: c.SendNotice, actor: Actor, order: Order) -> Receipt:
        on = self._day(command.dispatched_on, "dispatchedOn")

        def decide(at: At) -> Told:
            sent = at.case.send_notice(
                command.channel,
                command.says,
                left_out_because=text(command.left_out_because),
                by=actor.person,
                on=on,
                law=self._law,
            )
            return Told((sent,))

        return self._proceedings.on_proceeding(command.proceeding, ACT, actor, order, decide)

    def enter_arrival(self, command: c.EnterArrival, actor: Actor, order: Order) -> Receipt:
        asked = AppealQuestion(
            channel=command.channel,
            arrived=self._known(command.arrived_on, "arrivedOn"),
            available=self._known(command.available_on, "availableOn"),
            alerted=self._known(command.alerted_on, "alertedOn"),
            representative_arrived=self._known(
                command.representative_arrived_on, "representativeArrivedOn"
            ),
            arrival_basis=command.arrival_basis,
        )
        today = self._proceedings.today

        def decide(at: At) -> Told:
            facts = at.case.notice_arrived(asked, by=actor.person, on=today, law=self._law)
            return _with_period(command.proceeding, facts)

        return self._proceedings.on_proceeding(command.proceeding, ACT, actor, order, decide)

    def repeat_notice(self, command: c.RepeatNotice, actor: Actor, order: Order) -> Receipt:
        on = self._day(command.alerted_on, "alertedOn")

        def decide(at: At) -> Told:
            return Told((at.case.notice.repeat(on, by=actor.person, law=self._law),))

        return self._proceedings.on_proceeding(command.proceeding, ACT, actor, order, decide)

    def demand_reasons(self, command: c.DemandReasons, actor: Actor, order: Order) -> Receipt:
        on = self._day(command.demanded_on, "demandedOn")

        def decide(at: At) -> Told:
            facts = at.case.demand_reasons(on, by=actor.person, law=self._law)
            return _with_period(command.proceeding, facts)

        return self._proceedings.on_proceeding(
            command.proceeding, Act.FILE_APPEAL, actor, order, decide
        )

    def give_reasons(self, command: c.GiveReasons, actor: Actor, order: Order) -> Receipt:
        on = self._day(command.arrived_on, "arrivedOn")
        written = required_text(command.text, field="text")

        def decide(at: At) -> Told:
            facts = at.case.give_reasons(written, arrived_on=on, by=actor.person, law=self._law)
            return _with_period(command.proceeding, facts)

        return self._proceedings.on_proceeding(command.proceeding, ACT, actor, order, decide)

    def extend(self, command: c.ExtendPeriod, actor: Actor, order: Order) -> Receipt:
        on = self._day(command.extended_on, "extendedOn")
        because = required_text(command.reason, field="reason")

        def decide(at: At) -> Told:
            facts = at.case.extend(
                command.until, because=because, by=actor.person, on=on, law=self._law
            )
            return _with_period(command.proceeding, facts)

        return self._proceedings.on_proceeding(command.proceeding, ACT, actor, order, decide)

    def close(self, command: c.CloseProceeding, actor: Actor, order: Order) -> Receipt:
        on = self._proceedings.today

        def decide(at: At) -> Told:
            return Told((at.case.close(by=actor.person, on=on),))

        return self._proceedings.on_proceeding(command.proceeding, ACT, actor, order, decide)

    def _findings(self, at: At, on: date) -> tuple[Finding, ...]:
        """Return what an application for approval lacked on the day, kept with the decision."""
        return gaps(self._proceedings, at.plan, at.case.kind, on)

    def _seen(self, at: At) -> tuple[Seen, ...]:
        """Return the facts that stood last when it was decided: of the plan, and around it."""
        plan = at.plan.plan
        return (*plan.last_seen(), *at.plan.setting(self._law).leant_on)

    def _day(self, day: date | None, field: str) -> date:
        return self._proceedings.acting.legal_day(day, field=field)

    def _known(self, day: date | None, field: str) -> date | None:
        return self._day(day, field) if day else None


def _basis(findings: tuple[Finding, ...]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cited for finding in findings for cited in finding.basis))


def _with_period(proceeding: Id, facts: tuple[Fact, ...]) -> Told:
    """Return the facts, and in the plan until when there now is time to appeal."""
    computed = [fact for fact in facts if isinstance(fact, AppealDeadlineComputed)]
    return Told(
        facts,
        tuple(
            AppealPeriodTold(
                proceeding=proceeding, last_day=one.last_day, computed_on=one.computed_on
            )
            for one in computed
        ),
    )
