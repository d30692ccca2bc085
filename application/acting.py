"""How every act runs: answer a repeat, decide on what is known, append, try again if overtaken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from application.actors import Actor, Order
from application.ports import Change, Clock, Histories, Receipt
from domain.shared.confidential import Confidential
from domain.shared.facts import Seen
from domain.shared.refusals import CaseChanged, Invalid, PartChanged

TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What an act came to: the changes, and the other cases it leant on."""

    changes: tuple[Change, ...]
    leant_on: tuple[Seen, ...] = ()


class Acting:
    """Runs acts against the recorded facts."""

    def __init__(self, histories: Histories, clock: Clock) -> None:
        self.histories = histories
        self.clock = clock

    def perform(self, actor: Actor, order: Order, decide: Callable[[], Decided]) -> Receipt:
        """Return the receipt of the act; ``decide`` loads afresh each time it is called."""
        if order.keyed and (receipt := self.histories.receipt_of(order)):
            return receipt
        for _ in range(TRIES - 1):
            try:
                return self._append(actor, order, decide())
            except PartChanged:
                raise
            except CaseChanged:
                continue
        return self._append(actor, order, decide())

    def _append(self, actor: Actor, order: Order, decided: Decided) -> Receipt:
        return self.histories.append(
            decided.changes, by=actor, order=order, leant_on=decided.leant_on
        )

    def legal_day(self, on: date | None, *, field: str = "on") -> date:
        """Return the day an act is for, today if not given; raises Invalid for days to come."""
        today = self.clock.today()
        if on and on > today:
            raise Invalid(
                "day-in-future",
                nb=f"{on} er ikke kommet ennå; i dag er {today}.",
                en=f"{on} has not come yet; today is {today}.",
                field=field,
            )
        return on or today


def text(written: str | None) -> Confidential | None:
    """Return what somebody wrote as confidential text; nothing but blanks is nothing."""
    return Confidential(written.strip()) if written and written.strip() else None


def required_text(written: str, *, field: str) -> Confidential:
    """Return what somebody wrote as confidential text; raises Invalid if it is empty."""
    found = text(written)
    if found is None:
        raise Invalid(
            "text-missing",
            nb="Teksten kan ikke være tom.",
            en="The text cannot be empty.",
            field=field,
        )
    return found
