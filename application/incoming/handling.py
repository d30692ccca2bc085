"""What officials do with what came in: its right days, sending it on, setting it aside."""

from __future__ import annotations

from application.acting import required_text
from application.actors import Actor, Order
from application.incoming import commands as c
from application.incoming.acting import IncomingActing
from application.ports import Receipt
from domain.calendar.timeliness import Filing
from domain.incoming import refusals
from domain.incoming.facts import (
    IncomingDocumentPlaced,
    IncomingFactCorrected,
    IncomingPlaced,
)
from domain.incoming.incoming import Incoming
from domain.proceedings.proceeding import Proceeding
from domain.shared.facts import Fact

PLACED = (IncomingPlaced, IncomingDocumentPlaced)


class HandlingService:
    """Every act on what waits, but placing it; each returns the receipt."""

    def __init__(self, incoming: IncomingActing) -> None:
        self._incoming = incoming

    def change_days(self, command: c.ChangeDays, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")
        filing = Filing(channel=command.channel, sent=command.sent_on, received=command.received_on)
        return self._incoming.on_incoming(
            command.incoming,
            actor,
            order,
            lambda case: case.change_days(
                filing, reason=reason, by=actor.person, on=self._incoming.today
            ),
        )

    def redirect(self, command: c.Redirect, actor: Actor, order: Order) -> Receipt:
        told = required_text(command.words, field="words")
        return self._incoming.on_incoming(
            command.incoming,
            actor,
            order,
            lambda case: case.redirect(
                command.to,
                self._incoming.establishment(command.organisation),
                told=told,
                by=actor.person,
                on=self._incoming.today,
                law=self._incoming.law,
            ),
        )

    def set_aside(self, command: c.SetAside, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")
        return self._incoming.on_incoming(
            command.incoming,
            actor,
            order,
            lambda case: case.put_aside(
                command.ground, reason=reason, by=actor.person, on=self._incoming.today
            ),
        )

    def correct(self, command: c.CorrectIncomingFact, actor: Actor, order: Order) -> Receipt:
        """Mark a fact as recorded in error; what was placed is corrected where it stands first."""
        reason = required_text(command.reason, field="reason")

        def decide(case: Incoming) -> Fact:
            marked = case.mark(
                IncomingFactCorrected,
                command.version,
                by=actor.person,
                on=self._incoming.today,
                reason=reason,
            )
            fact = case.facts[command.version - 1]
            if isinstance(fact, PLACED) and self._still_stands(fact):
                raise refusals.still_in_the_proceeding()
            return marked

        return self._incoming.on_incoming(command.incoming, actor, order, decide)

    def _still_stands(self, placed: IncomingPlaced | IncomingDocumentPlaced) -> bool:
        found = self._incoming.acting.histories.load({placed.proceeding: Proceeding})
        case: Proceeding = found[placed.proceeding].case
        return placed.version not in case.struck
