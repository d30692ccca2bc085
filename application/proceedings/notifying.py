"""The acts on the notice of a ruling, by the body whose ruling it is, and on what it starts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from application.access import Act
from application.acting import required_text, text
from application.actors import Actor, Order
from application.ports import Receipt
from application.proceedings import commands as c
from application.proceedings.acting import At, ProceedingActing
from application.proceedings.rooms import act_of_ruling
from domain.calendar.appeal_question import AppealQuestion
from domain.proceedings.rules import notify
from domain.shared.facts import Fact


class NoticeService:
    """Every act on a notice; each returns the receipt."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings
        self._law = proceedings.law

    def send(self, command: c.SendNotice, actor: Actor, order: Order) -> Receipt:
        on = self._day(command.dispatched_on, "dispatchedOn")

        def decide(at: At) -> Fact:
            return notify.send_notice(
                at.case,
                command.channel,
                command.says,
                ruling=command.ruling,
                left_out_because=text(command.left_out_because),
                letter=command.letter,
                by=actor.person,
                on=on,
                law=self._law,
            )

        return self._run(command, actor, order, decide)

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

        def decide(at: At) -> tuple[Fact, ...]:
            return notify.enter_arrival(
                at.case,
                asked,
                ruling=command.ruling,
                because=text(command.reason),
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._run(command, actor, order, decide)

    def repeat(self, command: c.RepeatNotice, actor: Actor, order: Order) -> Receipt:
        on = self._day(command.alerted_on, "alertedOn")

        def decide(at: At) -> Fact:
            return notify.repeat_notice(
                at.case, on, ruling=command.ruling, by=actor.person, law=self._law
            )

        return self._run(command, actor, order, decide)

    def demand_reasons(self, command: c.DemandReasons, actor: Actor, order: Order) -> Receipt:
        """Take a demand in: a party's own is made today, whatever day it says."""
        today = self._proceedings.today
        own = self._proceedings.speaks_for_party(command.proceeding, actor)
        on = today if own else self._day(command.demanded_on, "demandedOn")

        def decide(at: At) -> tuple[Fact, ...]:
            # A party that names a ruling there never was means the last.
            named = command.ruling in at.case.rulings.by_version or not own
            ruling = command.ruling if named else 0
            return notify.demand_reasons(
                at.case, on, ruling=ruling, by=actor.person, on=today, law=self._law
            )

        return self._proceedings.on_proceeding(
            command.proceeding, Act.FILE_APPEAL, actor, order, decide
        )

    def give_reasons(self, command: c.GiveReasons, actor: Actor, order: Order) -> Receipt:
        arrived = self._day(command.arrived_on, "arrivedOn")
        written = required_text(command.text, field="text")

        def decide(at: At) -> tuple[Fact, ...]:
            return notify.give_reasons(
                at.case,
                written,
                ruling=command.ruling,
                arrived_on=arrived,
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._run(command, actor, order, decide)

    def extend(self, command: c.ExtendPeriod, actor: Actor, order: Order) -> Receipt:
        """Extend the time today; a time that is over cannot be reopened by another day."""
        because = required_text(command.reason, field="reason")

        def decide(at: At) -> tuple[Fact, ...]:
            return notify.extend(
                at.case,
                command.until,
                ruling=command.ruling,
                because=because,
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            )

        return self._run(command, actor, order, decide)

    def _run(
        self,
        command: c.OnRuling,
        actor: Actor,
        order: Order,
        decide: Callable[[At], Fact | tuple[Fact, ...]],
    ) -> Receipt:
        act = act_of_ruling(self._proceedings, command.proceeding, command.ruling)
        return self._proceedings.on_proceeding(command.proceeding, act, actor, order, decide)

    def _day(self, day: date | None, field: str) -> date:
        return self._proceedings.acting.legal_day(day, field=field)

    def _known(self, day: date | None, field: str) -> date | None:
        return self._day(day, field) if day else None
