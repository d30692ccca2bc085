"""The acts before a decision: applied, replied to meanwhile, told, heard, withdrawn."""

from __future__ import annotations

from datetime import date

from application.access import Act
from application.acting import required_text, text
from application.actors import Actor, Order
from application.ports import Receipt
from application.proceedings.acting import At, ProceedingActing
from application.proceedings.before import commands as c
from application.proceedings.before.gaps import gaps
from application.proceedings.commands import OpenForEstablishment, OpenProceeding
from domain.proceedings.preparation_facts import ApplicationReceived
from domain.proceedings.proceeding import Proceeding
from domain.shared.facts import Fact
from domain.shared.ids import Id

SPEAK, CONDUCT = Act.SPEAK_IN_PROCEEDING, Act.CONDUCT_PROCEEDING


class PreparationService:
    """Every act that prepares a decision; each returns the receipt."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings
        self._law = proceedings.law

    # what the party sends

    def comment(self, command: c.CommentOnCase, actor: Actor, order: Order) -> Receipt:
        received = received_on(self._proceedings, command.proceeding, command.received_on, actor)
        comments = required_text(command.text, field="text")

        def decide(at: At) -> Fact:
            return at.case.preparation.comment(
                comments,
                received_on=received,
                decided_on=decided_on(at.case),
                by=actor.person,
            )

        return self._proceedings.on_proceeding(command.proceeding, SPEAK, actor, order, decide)

    def withdraw(self, command: c.WithdrawFromProceeding, actor: Actor, order: Order) -> Receipt:
        """Take the application back; the plan tells it where that ended the case."""
        received = received_on(self._proceedings, command.proceeding, command.received_on, actor)

        def decide(at: At) -> Fact:
            return at.case.preparation.withdraw(
                text(command.reason),
                applied=at.case.be_open().received_on is not None,
                decided_on=decided_on(at.case),
                received_on=received,
                by=actor.person,
                on=self._proceedings.today,
            )

        return self._proceedings.on_proceeding(command.proceeding, SPEAK, actor, order, decide)

    # what the body does

    def reply(self, command: c.SendProvisionalReply, actor: Actor, order: Order) -> Receipt:
        because = required_text(command.reason, field="reason")

        def decide(at: At) -> Fact:
            return at.case.preparation.reply(
                command.expected_on,
                because=because,
                applied=at.case.be_open().received_on is not None,
                decided_on=decided_on(at.case),
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._proceedings.on_proceeding(command.proceeding, CONDUCT, actor, order, decide)

    def give_notice(self, command: c.GiveAdvanceNotice, actor: Actor, order: Order) -> Receipt:
        written = required_text(command.text, field="text")

        def decide(at: At) -> Fact:
            return at.case.preparation.give_notice(
                written,
                command.comment_by,
                decided_on=decided_on(at.case),
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._proceedings.on_proceeding(command.proceeding, CONDUCT, actor, order, decide)

    def leave_notice_out(
        self, command: c.LeaveOutAdvanceNotice, actor: Actor, order: Order
    ) -> Receipt:
        because = required_text(command.reason, field="reason")

        def decide(at: At) -> Fact:
            return at.case.preparation.leave_notice_out(
                command.ground,
                because,
                decided_on=decided_on(at.case),
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._proceedings.on_proceeding(command.proceeding, CONDUCT, actor, order, decide)


def receipt_of(
    proceedings: ProceedingActing,
    at: At,
    command: OpenProceeding | OpenForEstablishment,
    received: date,
    actor: Actor,
) -> ApplicationReceived:
    """Return the receipt of an application: what it showed and lacked on the day it came in."""
    law = proceedings.law
    return at.case.preparation.receive(
        f"{received.year}-{command.proceeding[:8].upper()}",
        received_on=received,
        seen=at.about.seen(law),
        findings=gaps(proceedings, at.about.plan, command.kind, received),
        by=actor.person,
        on=proceedings.today,
        law=law,
    )


def received_on(
    proceedings: ProceedingActing, proceeding: Id, day: date | None, actor: Actor
) -> date:
    """Return when it came in: a party's own today, a letter's the day an official states."""
    if proceedings.speaks_for_party(proceeding, actor):
        return proceedings.today
    return proceedings.acting.legal_day(day, field="receivedOn")


def decided_on(case: Proceeding) -> date | None:
    """Return when the case was decided, if it is."""
    standing = case.rulings.standing
    return None if standing is None or case.is_to_be_decided else standing.decided_on
