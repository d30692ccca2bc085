"""The acts on the party's access to the documents of a case."""

from __future__ import annotations

from collections.abc import Callable

from application.access import Act
from application.acting import required_text, text
from application.actors import Actor, Order
from application.ports import Receipt
from application.proceedings.acting import At, ProceedingActing, is_of_party
from application.proceedings.before import commands as c
from application.proceedings.before.preparing import CONDUCT, SPEAK, received_on
from application.proceedings.without_effect import without_effect
from domain.law.remedies import Instance
from domain.proceedings.without_effect import Because, Meant
from domain.shared.facts import Fact
from domain.shared.ids import Id


class AccessService:
    """Every act on a request for access; each returns the receipt."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings

    # what the party sends

    def ask(self, command: c.AskForAccess, actor: Actor, order: Order) -> Receipt:
        received = received_on(self._proceedings, command.proceeding, command.received_on, actor)
        return self._run(
            command.proceeding,
            SPEAK,
            actor,
            order,
            lambda at: at.case.preparation.access.ask(
                command.request, text(command.text), received_on=received, by=actor.person
            ),
        )

    def appeal(self, command: c.AppealOverAccess, actor: Actor, order: Order) -> Receipt:
        received = received_on(self._proceedings, command.proceeding, command.received_on, actor)
        grounds = text(command.grounds)

        def appealed(at: At) -> Fact:
            requests = at.case.preparation.access
            if is_of_party(at.case, actor) and command.request not in requests.by_id:
                return without_effect(
                    Meant.ACCESS_APPEALED,
                    command.request,
                    Because.UNKNOWN,
                    words=grounds,
                    order=order,
                    by=actor.person,
                    on=received,
                )
            return requests.appeal(command.request, grounds, received_on=received, by=actor.person)

        return self._run(
            command.proceeding,
            SPEAK,
            actor,
            order,
            appealed,
        )

    # what the body does

    def give(self, command: c.OnAccess, actor: Actor, order: Order) -> Receipt:
        return self._run(
            command.proceeding,
            CONDUCT,
            actor,
            order,
            lambda at: at.case.preparation.access.give(
                command.request,
                by=actor.person,
                on=self._proceedings.today,
                regime=self._proceedings.regime(at.case),
            ),
        )

    def refuse(self, command: c.RefuseAccess, actor: Actor, order: Order) -> Receipt:
        because = required_text(command.reason, field="reason")
        return self._run(
            command.proceeding,
            CONDUCT,
            actor,
            order,
            lambda at: at.case.preparation.access.refuse(
                command.request,
                command.ground,
                in_part=command.in_part,
                because=because,
                by=actor.person,
                on=self._proceedings.today,
                regime=self._proceedings.regime(at.case),
            ),
        )

    def forward(self, command: c.OnAccess, actor: Actor, order: Order) -> Receipt:
        """Maintain the refusal, and send the appeal over it to the body that hears it."""
        return self._run(
            command.proceeding,
            CONDUCT,
            actor,
            order,
            lambda at: at.case.preparation.access.forward(
                command.request,
                decided_by=Instance(at.case.be_open().decided_by),
                by=actor.person,
                on=self._proceedings.today,
                regime=self._proceedings.regime(at.case),
            ),
        )

    def enter_answer(self, command: c.EnterAccessAnswer, actor: Actor, order: Order) -> Receipt:
        return self._run(
            command.proceeding,
            CONDUCT,
            actor,
            order,
            lambda at: at.case.preparation.access.enter_answer(
                command.request,
                access=command.access,
                by=actor.person,
                on=self._proceedings.today,
                regime=self._proceedings.regime(at.case),
            ),
        )

    def _run(
        self, proceeding: Id, act: Act, actor: Actor, order: Order, made: Callable[[At], Fact]
    ) -> Receipt:
        return self._proceedings.on_proceeding(proceeding, act, actor, order, made)
