"""The acts on an appeal: what parties send is taken in, then one instance acts at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from application.access import Act
from application.acting import required_text, text
from application.actors import Actor, Order, Role
from application.ports import Receipt
from application.proceedings import commands as c
from application.proceedings.acting import At, ProceedingActing, Told
from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Filing
from domain.law.remedies import Instance
from domain.plans.decisions import AppealConcludedTold, AppealTold, ForwardingTold
from domain.proceedings.appeal import OVER, Review, Stage
from domain.proceedings.appeal_facts import AppealFiled
from domain.proceedings.rules import appeal_body, first_instance
from domain.shared.facts import Fact
from domain.shared.ids import Id


class AppealService:
    """Every act on an appeal; each returns the receipt."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings
        self._law = proceedings.law

    # what parties send

    def file(self, command: c.FileAppeal, actor: Actor, order: Order) -> Receipt:
        """Take an appeal in; it is refused only for days that cannot be."""
        today, own = self._proceedings.today, actor.acting_as is Role.DOCTOR
        received = today if own else self._day(command.received_on, "receivedOn")
        filing = Filing(
            channel=Channel.DIGITAL if own else command.channel,
            sent=None if own else command.sent_on,
            received=received,
        )

        def decide(at: At) -> Told:
            doctor = at.plan.plan.case.doctor
            fact = at.case.appeals.file(
                command.appeal,
                filing,
                appellant=doctor,
                sent_by=doctor,
                received_by=command.received_by or Instance(at.case.be_open().decided_by),
                # Whoever signs in here is authenticated, and the decision is the one addressed.
                defects=() if own else command.defects,
                grounds=text(command.grounds),
                deadline=at.case.deadline(self._law),
                by=actor.person,
                law=self._law,
            )
            if not isinstance(fact, AppealFiled):
                return Told((fact,))
            told = AppealTold(
                proceeding=command.proceeding,
                appeal=command.appeal,
                received_on=fact.received_on,
                verdict=fact.verdict,
            )
            return Told((fact,), (told,))

        return self._run(command.proceeding, Act.FILE_APPEAL, actor, order, decide)

    def withdraw(self, command: c.OnAppeal, actor: Actor, order: Order) -> Receipt:
        on = self._proceedings.today

        def decide(at: At) -> Told:
            fact = at.case.appeals.withdraw(command.appeal, by=actor.person, on=on)
            return Told((fact,), (self._concluded(command, Stage.WITHDRAWN, on),))

        return self._run(command.proceeding, Act.FILE_APPEAL, actor, order, decide)

    def answer_rest(self, command: c.AnswerRest, actor: Actor, order: Order) -> Receipt:
        on = self._proceedings.today

        def decide(at: At) -> Told:
            fact = at.case.appeals.answer_rest(
                command.appeal, maintained=command.maintained, by=actor.person, on=on
            )
            ended = () if command.maintained else (self._concluded(command, Stage.CHANGED, on),)
            return Told((fact,), ended)

        return self._run(command.proceeding, Act.FILE_APPEAL, actor, order, decide)

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
                at.case.appeals,
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
                at.case.appeals,
                command.appeal,
                command.ground,
                because=because,
                deadline=at.case.deadline(self._law),
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
                at.case.appeals,
                command.appeal,
                because=because,
                by=actor.person,
                on=self._proceedings.today,
            ),
            ends=Stage.DISMISSED,
        )

    def review(self, command: c.ReviewAppeal, actor: Actor, order: Order) -> Receipt:
        because = required_text(command.text, field="text")
        return self._first(
            command,
            actor,
            order,
            lambda at: first_instance.review(
                at.case.appeals,
                command.appeal,
                command.outcome,
                because=because,
                seen=at.plan.plan.last_seen(),
                by=actor.person,
                on=self._proceedings.today,
                law=self._law,
            ),
            ends=Stage.CHANGED if command.outcome is Review.CHANGED else None,
        )

    def forward(self, command: c.ForwardAppeal, actor: Actor, order: Order) -> Receipt:
        on = self._proceedings.today

        def decide(at: At) -> Told:
            fact = first_instance.forward(
                at.case.appeals,
                command.appeal,
                command.to,
                way=at.case.way(self._law),
                by=actor.person,
                on=on,
            )
            told = ForwardingTold(
                proceeding=command.proceeding,
                appeal=command.appeal,
                to=fact.to,
                forwarded_on=on,
            )
            return Told((fact,), (told,))

        return self._run(command.proceeding, Act.CONDUCT_PROCEEDING, actor, order, decide)

    # what the appeal body does

    def notify_detriment(self, command: c.OnAppeal, actor: Actor, order: Order) -> Receipt:
        def decide(at: At) -> Told:
            return Told(
                (
                    appeal_body.notify_detriment(
                        at.case.appeals,
                        command.appeal,
                        by=actor.person,
                        on=self._proceedings.today,
                    ),
                )
            )

        return self._run(command.proceeding, Act.HEAR_APPEAL, actor, order, decide)

    def decide(self, command: c.DecideAppeal, actor: Actor, order: Order) -> Receipt:
        on, written = self._proceedings.today, required_text(command.text, field="text")

        def decide(at: At) -> Told:
            fact = appeal_body.decide(
                at.case.appeals,
                command.appeal,
                command.outcome,
                to_detriment=command.to_detriment,
                text=written,
                first_instance=at.case.first_instance,
                seen=at.plan.plan.last_seen(),
                by=actor.person,
                on=on,
                law=self._law,
            )
            return Told((fact,), (self._concluded(command, command.outcome, on),))

        return self._run(command.proceeding, Act.HEAR_APPEAL, actor, order, decide)

    def _first(
        self,
        command: c.OnAppeal,
        actor: Actor,
        order: Order,
        act: Callable[[At], Fact],
        *,
        ends: Stage | None = None,
    ) -> Receipt:
        """Run an act of the first instance; ``ends``: what it tells the plan if it is the end."""
        assert ends is None or ends in OVER

        def decide(at: At) -> Told:
            fact = act(at)
            on = self._proceedings.today
            return Told((fact,), (self._concluded(command, ends, on),) if ends else ())

        return self._run(command.proceeding, Act.CONDUCT_PROCEEDING, actor, order, decide)

    def _run(
        self,
        proceeding: Id,
        act: Act,
        actor: Actor,
        order: Order,
        decide: Callable[[At], Told],
    ) -> Receipt:
        return self._proceedings.on_proceeding(proceeding, act, actor, order, decide)

    def _concluded(self, command: c.OnAppeal, outcome: str, on: date) -> AppealConcludedTold:
        return AppealConcludedTold(
            proceeding=command.proceeding,
            appeal=command.appeal,
            outcome=outcome,
            concluded_on=on,
        )

    def _day(self, day: date | None, field: str) -> date:
        return self._proceedings.acting.legal_day(day, field=field)
