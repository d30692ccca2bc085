"""Applying for a decision; from one without authority the application waits in the inbox."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from application.acting import text
from application.actors import Actor, Order, Role
from application.incoming.acting import is_official
from application.incoming.commands import Receive
from application.incoming.receiving import WITHOUT_AUTHORITY, ReceivingService
from application.plans.words import WORDS
from application.ports import Receipt
from application.proceedings.about import About, about_establishment, about_plan
from application.proceedings.commands import OpenForEstablishment, OpenProceeding
from application.proceedings.service import DecisionService
from domain.incoming.incoming import Why
from domain.law.remedies import DecisionKind, Instance
from domain.proceedings.remedies import route
from domain.shared.ids import Id
from domain.shared.refusals import NotFound, NotPermitted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Applied:
    """What is applied for, as the inbox has it; ``party``: the plan or the establishment."""

    incoming: Id
    kind: DecisionKind
    party: Id
    words: str
    whom: Callable[[], About]


class ApplyingService:
    """Opens the case for those who may; of others the body that decides such cases judges."""

    def __init__(self, receiving: ReceivingService) -> None:
        self._receiving = receiving
        self._proceedings = receiving.proceedings
        self._decisions = DecisionService(receiving.proceedings)

    def of_doctor(self, command: OpenProceeding, actor: Actor, order: Order) -> Receipt:
        cases = self._proceedings.acting.histories
        applied = _Applied(
            incoming=command.proceeding,
            kind=command.kind,
            party=command.plan,
            words=_words(command.kind, command.about),
            whom=lambda: about_plan(cases, command.plan, None),
        )
        return self._or_taken_in(
            lambda: self._decisions.open(command, actor, order), applied, actor, order
        )

    def of_establishment(
        self, command: OpenForEstablishment, actor: Actor, order: Order
    ) -> Receipt:
        cases = self._proceedings.acting.histories
        applied = _Applied(
            incoming=command.proceeding,
            kind=command.kind,
            party=command.organisation,
            words=_words(command.kind, command.exemption),
            whom=lambda: about_establishment(cases, command.organisation, None),
        )
        return self._or_taken_in(
            lambda: self._decisions.open_of_establishment(command, actor, order),
            applied,
            actor,
            order,
        )

    def _or_taken_in(
        self, act: Callable[[], Receipt], applied: _Applied, actor: Actor, order: Order
    ) -> Receipt:
        """Do it, or take the application in; whoever may not know of a plan is told nothing."""
        try:
            return act()
        except (NotFound, NotPermitted) as found:
            if found.code not in WITHOUT_AUTHORITY or self._of_body(applied, actor):
                raise
            known = applied.whom() if isinstance(found, NotPermitted) else None
        way = route(applied.kind, self._proceedings.law, self._proceedings.today)
        taken_in = Receive(
            incoming=applied.incoming,
            words="",
            to=(way.decided_by or Instance.ESTABLISHMENT) if known else None,
            organisation=known.organisation.case_id if known else None,
            about=applied.party,
            because=Why.WITHOUT_AUTHORITY,
        )
        return self._receiving.sent(taken_in, text(applied.words), actor, order)

    def _of_body(self, applied: _Applied, actor: Actor) -> bool:
        """Return whether one acts for a body or the audit, whose acts alone are refused.

        One who led the establishment that applies, and does no more, is as anybody else.
        """
        if not is_official(actor):
            return actor.acting_as is Role.AUDITOR
        if actor.acting_as is not Role.LEADER:
            return True
        try:
            whom = applied.whom()
        except NotFound:
            return True
        return whom.plan is not None or not whom.has_acted_for(actor.person)


def _words(kind: DecisionKind, about: str | None) -> str:
    return f"Søker om {WORDS['kind'][kind].nb}. {about or ''}".rstrip()
