"""The acts on an appeal: what parties send is taken in, then one instance acts at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from application.access import Act
from application.acting import required_text, text
from application.actors import Actor, Order
from application.ports import Receipt
from application.proceedings import commands as c
from application.proceedings.acting import (
    At,
    ProceedingActing,
    instance_of,
    is_of_party,
    other_instance,
)
from application.proceedings.appellants import refuse_unknown_appellant
from application.proceedings.documents.service import forwarded_with
from application.proceedings.rooms import act_on_appeal
from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Filing
from domain.exemptions.outcome import ExemptionTerms
from domain.law.remedies import Instance
from domain.proceedings.rules import appeal_body, first_instance
from domain.proceedings.rules.file_appeal import file_appeal
from domain.proceedings.rules.speak_of_appeal import answer_rest, withdraw_appeal
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id


class AppealService:
    """Every act on an appeal; each returns the receipt."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings
        self._law = proceedings.law

    # what parties send

    def file(self, command: c.FileAppeal, actor: Actor, order: Order) -> Receipt:
        """Take an appeal in; it is refused only for days that cannot be."""
        today = self._proceedings.today
        own = self._proceedings.speaks_for_party(command.proceeding, actor)
        received = today if own else self._day(command.received_on, "receivedOn")
        filing = Filing(
            channel=Channel.DIGITAL if own else command.channel,
            sent=None if own else command.sent_on,
            received=received,
        )
        if not own:
            # What a party says of these counts for nothing.
            refuse_unknown_appellant(self._proceedings.acting, command.appellant)
            if command.sent_by:
                self._proceedings.acting.refuse_unknown(command.sent_by, field="sentBy")

        stated = None if own else command.reached_on
        reached = stated and self._day(stated, "reachedOn")

        def decide(at: At) -> Fact:
            party = at.about.party
            appellant = party if own else command.appellant or party
            here = Instance(at.case.be_open().decided_by)
            came_to = here if own else command.received_by or here
            if command.ruling and not own:
                at.case.be_ruled(command.ruling)
            return file_appeal(
                at.case,
                command.appeal,
                filing if came_to == here else replace(filing, reached=reached or today),
                appellant=appellant,
                sent_by=actor.person if own else command.sent_by or appellant,
                received_by=came_to,
                # Whoever signs in here is authenticated, and the decision is the one addressed.
                defects=() if own else command.defects,
                grounds=text(command.grounds),
                by=actor.person,
                law=self._law,
                knew_on=command.knew_on,
                ruling=command.ruling,
            )

        return self._run(command.proceeding, Act.FILE_APPEAL, actor, order, decide)

    def withdraw(self, command: c.OnAppeal, actor: Actor, order: Order) -> Receipt:
        act = act_on_appeal(self._proceedings, command.proceeding, command.appeal, actor)
        on = self._proceedings.today
        return self._run(
            command.proceeding,
            act,
            actor,
            order,
            lambda at: withdraw_appeal(
                at.case.appeals,
                command.appeal,
                party=_party(at, actor),
                sending=derived_id(order.command_id, "sending"),
                by=actor.person,
                on=on,
            ),
        )

    def answer_rest(self, command: c.AnswerRest, actor: Actor, order: Order) -> Receipt:
        act = act_on_appeal(self._proceedings, command.proceeding, command.appeal, actor)
        on = self._proceedings.today
        return self._run(
            command.proceeding,
            act,
            actor,
            order,
            lambda at: answer_rest(
                at.case.appeals,
                command.appeal,
                maintained=command.maintained,
                party=_party(at, actor),
                sending=derived_id(order.command_id, "sending"),
                by=actor.person,
                on=on,
            ),
        )

    def mend(self, command: c.MendAppeal, actor: Actor, order: Order) -> Receipt:
        on = self._day(command.received_on, "receivedOn")
        return self._first(
            command,
            actor,
            order,
            lambda at: at.case.appeals.mend(
                command.appeal, command.defects, received_on=on, by=actor.person
            ),
        )

    # what the first instance does

    def demand(self, command: c.DemandCorrection, actor: Actor, order: Order) -> Receipt:
        on = self._proceedings.today
        return self._first(
            command,
            actor,
            order,
            lambda at: first_instance.demand(
                at.case,
                command.appeal,
                days=command.days,
                by=actor.person,
                on=on,
                law=self._law,
            ),
        )

    def accept_late(self, command: c.AcceptLate, actor: Actor, order: Order) -> Receipt:
        because = required_text(command.reason, field="reason")
        return self._first(
            command,
            actor,
            order,
            lambda at: first_instance.accept_late(
                at.case,
                command.appeal,
                command.ground,
                because=because,
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            ),
        )

    def dismiss(self, command: c.DismissAppeal, actor: Actor, order: Order) -> Receipt:
        because = required_text(command.reason, field="reason")
        return self._first(
            command,
            actor,
            order,
            lambda at: first_instance.dismiss(
                at.case,
                command.appeal,
                because=because,
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            ),
        )

    def review(self, command: c.ReviewAppeal, actor: Actor, order: Order) -> Receipt:
        because = required_text(command.text, field="text")
        return self._first(
            command,
            actor,
            order,
            lambda at: first_instance.review(
                at.case,
                command.appeal,
                command.outcome,
                result=command.result,
                because=because,
                seen=at.about.own.last_seen(),
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            ),
            terms=command.exemption,
        )

    def forward(self, command: c.ForwardAppeal, actor: Actor, order: Order) -> Receipt:
        """Send the case on, with those internal documents that are to go with it."""
        on = self._proceedings.today

        def decide(at: At) -> tuple[Fact, ...]:
            forwarded = first_instance.forward(
                at.case, command.appeal, command.to, by=actor.person, on=on, law=self._law
            )
            more = forwarded_with(
                at, command.documents, command.appeal, command.to, actor=actor, on=on
            )
            return (forwarded, *more)

        return self._run(command.proceeding, Act.CONDUCT_PROCEEDING, actor, order, decide)

    # what the appeal body does

    def notify_detriment(self, command: c.OnAppeal, actor: Actor, order: Order) -> Receipt:
        def decide(at: At) -> Fact:
            _refuse_with_another(at, command.appeal, actor)
            return appeal_body.notify_detriment(
                at.case,
                command.appeal,
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._run(command.proceeding, Act.HEAR_APPEAL, actor, order, decide)

    def decide(self, command: c.DecideAppeal, actor: Actor, order: Order) -> Receipt:
        written = required_text(command.text, field="text")

        def decide(at: At) -> Fact:
            _refuse_with_another(at, command.appeal, actor)
            return appeal_body.decide(
                at.case,
                command.appeal,
                command.outcome,
                to_detriment=command.to_detriment,
                result=command.result,
                text=written,
                seen=at.about.own.last_seen(),
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._run(
            command.proceeding, Act.HEAR_APPEAL, actor, order, decide, terms=command.exemption
        )

    def _first(
        self,
        command: c.OnAppeal,
        actor: Actor,
        order: Order,
        act: Callable[[At], Fact],
        *,
        terms: ExemptionTerms | None = None,
    ) -> Receipt:
        conduct = Act.CONDUCT_PROCEEDING
        return self._run(command.proceeding, conduct, actor, order, act, terms=terms)

    def _run(
        self,
        proceeding: Id,
        act: Act,
        actor: Actor,
        order: Order,
        decide: Callable[[At], Fact | tuple[Fact, ...]],
        *,
        terms: ExemptionTerms | None = None,
    ) -> Receipt:
        return self._proceedings.on_proceeding(proceeding, act, actor, order, decide, terms=terms)

    def _day(self, day: date | None, field: str) -> date:
        return self._proceedings.acting.legal_day(day, field=field)


def _party(at: At, actor: Actor) -> Id | None:
    """Return as whose a party speaks of an appeal; None for an official, who enters a letter."""
    return at.about.party if is_of_party(at.case, actor) else None


def _refuse_with_another(at: At, appeal: Id, actor: Actor) -> None:
    """Raise NotPermitted to a body that hears another appeal of the case, and not this one."""
    forwarded = at.case.appeals.appeal(appeal).forwarded
    if forwarded and forwarded.to != instance_of(at.case, actor):
        raise other_instance(actor, forwarded.to)
