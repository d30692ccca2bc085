"""The acts beside an appeal: what parties send is taken in, each body acts in its own room."""

from __future__ import annotations

from datetime import date

from application.access import APPEAL_BODIES, Act
from application.acting import required_text, text
from application.actors import Actor, Order
from application.ports import Receipt
from application.proceedings.acting import ROLE_OF, At, Decide, ProceedingActing
from application.proceedings.beside import commands as c
from application.proceedings.rooms import act_of_ruling
from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Filing
from domain.law.remedies import Instance
from domain.proceedings.aside_facts import DeferralRequested
from domain.proceedings.rules import costs, defer, lawsuit, superior
from domain.shared.facts import Fact
from domain.shared.ids import Id

INSTANCE_OF = {role: instance for instance, role in ROLE_OF.items()}


class AsideService:
    """Every act beside an appeal; each returns the receipt."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings
        self._law = proceedings.law

    # what parties send

    def claim_costs(self, command: c.ClaimCosts, actor: Actor, order: Order) -> Receipt:
        """Take a claim in; it is refused only for days and sums that cannot be."""
        own = self._proceedings.speaks_for_party(command.proceeding, actor)
        filing = Filing(
            channel=Channel.DIGITAL if own else command.channel,
            sent=None if own else command.sent_on,
            received=self._received(command.received_on, own=own),
        )
        if not own:
            self._refuse_unknown(command.claimant, "claimant")
            self._refuse_unknown(command.sent_by, "sentBy")

        def decide(at: At) -> Fact:
            party = at.about.party
            claimant = party if own else command.claimant or party
            if command.ruling and not own:
                at.case.be_ruled(command.ruling)
            return costs.claim_costs(
                at.case,
                command.claim,
                filing,
                ruling=command.ruling,
                claimant=claimant,
                sent_by=actor.person if own else command.sent_by or claimant,
                amount=command.amount,
                grounds=text(command.grounds),
                by=actor.person,
                law=self._law,
            )

        return self._run(command.proceeding, _act_of_sender(actor), actor, order, decide)

    def state_sum(self, command: c.StateSum, actor: Actor, order: Order) -> Receipt:
        """Take the sum of a claim in, also after it was decided."""
        own = self._proceedings.speaks_for_party(command.proceeding, actor)
        received = self._received(command.received_on, own=own)
        self._refuse_unknown(None if own else command.sent_by, "sentBy")

        def decide(at: At) -> Fact:
            return costs.state_sum(
                at.case,
                command.claim,
                command.amount,
                sent_by=actor.person if own else command.sent_by or at.about.party,
                received_on=received,
                by=actor.person,
            )

        return self._run(command.proceeding, _act_of_sender(actor), actor, order, decide)

    def request_deferral(self, command: c.RequestDeferral, actor: Actor, order: Order) -> Receipt:
        """Take a request in; it is refused only for days that cannot be."""
        own = self._proceedings.speaks_for_party(command.proceeding, actor)
        received = self._received(command.received_on, own=own)
        self._refuse_unknown(None if own else command.sent_by, "sentBy")

        def decide(at: At) -> DeferralRequested:
            party = at.about.party
            if command.ruling and not own:
                at.case.be_ruled(command.ruling)
            return defer.request_deferral(
                at.case,
                command.deferral,
                ruling=command.ruling,
                until=command.until,
                grounds=text(command.grounds),
                sent_by=actor.person if own else command.sent_by or party,
                received_on=received,
                by=actor.person,
            )

        return self._run(command.proceeding, _act_of_sender(actor), actor, order, decide)

    # what the bodies do

    def decide_costs(self, command: c.DecideCosts, actor: Actor, order: Order) -> Receipt:
        because = required_text(command.reason, field="reason")

        def decide(at: At) -> Fact:
            return costs.decide_costs(
                at.case,
                command.claim,
                command.outcome,
                amount=command.amount,
                because=because,
                late_ground=command.late_ground,
                body=_body_of(actor),
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._run(command.proceeding, _act_of_body(actor), actor, order, decide)

    def decide_deferral(self, command: c.DecideDeferral, actor: Actor, order: Order) -> Receipt:
        """Decide a request that was made; another id is none."""

        def decide(at: At) -> Fact:
            at.case.aside.deferral(command.deferral)
            return self._deferral(at, command, actor)

        return self._run(command.proceeding, _act_of_body(actor), actor, order, decide)

    def defer(self, command: c.DecideDeferral, actor: Actor, order: Order) -> Receipt:
        """Defer of the body's own accord, where nobody asked."""
        return self._run(
            command.proceeding,
            _act_of_body(actor),
            actor,
            order,
            lambda at: self._deferral(at, command, actor),
        )

    def _deferral(self, at: At, command: c.DecideDeferral, actor: Actor) -> Fact:
        return defer.decide_deferral(
            at.case,
            command.deferral,
            deferred=command.deferred,
            until=command.until,
            conditions=text(command.conditions),
            because=text(command.reason),
            irreversible=command.irreversible,
            exception=command.exception,
            body=_body_of(actor),
            by=actor.person,
            on=self._proceedings.today,
            law=self._law,
        )

    def set_condition(self, command: c.SetLawsuitCondition, actor: Actor, order: Order) -> Receipt:
        """Set that a lawsuit waits, by the body whose ruling it is."""
        act = act_of_ruling(self._proceedings, command.proceeding, command.ruling)

        def decide(at: At) -> Fact:
            return lawsuit.set_condition(
                at.case,
                ruling=command.ruling,
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._run(command.proceeding, act, actor, order, decide)

    # what the body above does

    def announce_review(self, command: c.AnnounceReview, actor: Actor, order: Order) -> Receipt:
        def decide(at: At) -> Fact:
            return superior.announce_review(
                at.case,
                body=_body_of(actor),
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._run(command.proceeding, Act.REVIEW_AS_SUPERIOR, actor, order, decide)

    def reverse(self, command: c.ReverseAsSuperior, actor: Actor, order: Order) -> Receipt:
        written = required_text(command.text, field="text")

        def decide(at: At) -> Fact:
            return superior.reverse_above(
                at.case,
                command.ground,
                command.outcome,
                text=written,
                body=_body_of(actor),
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._proceedings.on_proceeding(
            command.proceeding,
            Act.REVIEW_AS_SUPERIOR,
            actor,
            order,
            decide,
            terms=command.exemption,
        )

    def _run(self, proceeding: Id, act: Act, actor: Actor, order: Order, decide: Decide) -> Receipt:
        return self._proceedings.on_proceeding(proceeding, act, actor, order, decide)

    def _received(self, stated: date | None, *, own: bool) -> date:
        """Return the day something came in: a party's own today, whatever day it says."""
        if own:
            return self._proceedings.today
        return self._proceedings.acting.legal_day(stated, field="receivedOn")

    def _refuse_unknown(self, person: Id | None, field: str) -> None:
        if person:
            self._proceedings.acting.refuse_unknown(person, field=field)


def _body_of(actor: Actor) -> Instance:
    return INSTANCE_OF[actor.acting_as]


def _act_of_body(actor: Actor) -> Act:
    """Return the act by which the actor's body decides; which body may is asked besides."""
    return Act.HEAR_APPEAL if actor.acting_as in APPEAL_BODIES else Act.CONDUCT_PROCEEDING


def _act_of_sender(actor: Actor) -> Act:
    """Return the act by which a party, or an official of a body that has the case, enters it."""
    return Act.HEAR_APPEAL if actor.acting_as in APPEAL_BODIES else Act.FILE_APPEAL
