"""Entering, minuting, finalising and discarding guidance sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import required_text, text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.ports import Receipt
from domain.plans.guidance import SessionDiscarded, SessionMinuted
from domain.plans.rules.hold_session import (
    Draft,
    Finalisation,
    TakingPart,
    draft_session,
    finalise_session,
    refuse_outsider,
)
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.name_no_patient import Wording, refuse_patients


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSession:
    plan: Id
    session: Id
    supervisor: Id
    held_on: date
    duration_minutes: int
    goals: tuple[str, ...] = ()
    minutes: str | None = None
    patients_not_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMinutes:
    plan: Id
    session: Id
    minutes: str
    patients_not_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FinaliseSession:
    plan: Id
    session: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardSession:
    plan: Id
    session: Id


class GuidanceService:
    """The acts on guidance sessions."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def _held_on(self, day: date) -> date:
        """Return the day if it has come: only guidance that was given is entered (R-SUP-03)."""
        today = self._plans.acting.clock.today()
        basis = (self._plans.law.guidance.on(today).citation,)
        return self._plans.acting.legal_day(day, field="heldOn", rule="R-SUP-03", basis=basis)

    def draft(self, command: DraftSession, actor: Actor, order: Order) -> Receipt:
        """Enter a session, with its minutes if they came along."""
        held_on = self._held_on(command.held_on)
        goals = self._plans.goals(command.goals, on=held_on)
        minutes = text(command.minutes)

        def decide(at: Standing) -> tuple[Fact, ...]:
            at.plan.case.opening.refuse_before_start(held_on, field="heldOn")
            draft = draft_session(
                Draft(
                    plan=at.plan.case,
                    session=command.session,
                    supervisor=command.supervisor,
                    held_on=held_on,
                    duration_minutes=command.duration_minutes,
                    goals=goals,
                    by=actor.person,
                    setting=at.setting(self._plans.law),
                    law=self._plans.law,
                )
            )
            if minutes is None:
                return (draft,)
            refuse_patients(Wording(text=minutes, names_no_patient=command.patients_not_named))
            written = SessionMinuted(
                session=command.session,
                minutes=minutes,
                written_by=actor.person,
                written_on=self._plans.acting.clock.today(),
            )
            return (draft, written)

        return self._plans.on_plan(command.plan, Act.ENTER_SESSION, actor, order, decide)

    def write_minutes(self, command: WriteMinutes, actor: Actor, order: Order) -> Receipt:
        minutes = required_text(command.minutes, field="minutes")

        def decide(at: Standing) -> SessionMinuted:
            refuse_outsider(TakingPart(plan=at.plan.case, session=command.session, by=actor.person))
            refuse_patients(Wording(text=minutes, names_no_patient=command.patients_not_named))
            return at.plan.case.guidance.write_minutes(
                command.session, minutes, by=actor.person, on=self._plans.acting.clock.today()
            )

        return self._plans.on_plan(
            command.plan, Act.ENTER_SESSION, actor, order, decide, session=command.session
        )

    def finalise(self, command: FinaliseSession, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.FINALISE_SESSION,
            actor,
            order,
            lambda at: finalise_session(
                Finalisation(
                    plan=at.plan.case,
                    session=command.session,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                )
            ),
            session=command.session,
        )

    def discard(self, command: DiscardSession, actor: Actor, order: Order) -> Receipt:
        def decide(at: Standing) -> SessionDiscarded:
            refuse_outsider(TakingPart(plan=at.plan.case, session=command.session, by=actor.person))
            return at.plan.case.guidance.discard(
                command.session, by=actor.person, on=self._plans.acting.clock.today()
            )

        return self._plans.on_plan(
            command.plan, Act.ENTER_SESSION, actor, order, decide, session=command.session
        )
