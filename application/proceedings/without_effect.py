"""What a party sent that had no effect: told in its receipt, waiting, and noted as seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from application.access import APPEAL_BODIES, Act
from application.actors import Actor, Order
from application.ports import Receipt
from application.proceedings.acting import At, ProceedingActing, instance_of, other_instance
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.without_effect import Because, Meant, told_of
from domain.proceedings.without_effect_facts import SentWithoutEffect
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSending:
    """An act on one thing that was sent without effect."""

    proceeding: Id
    sending: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutEffectLine:
    """One thing a party sent that had no effect; ``says`` is what its receipt told them."""

    sending: Id
    version: int
    what: str
    of: Id
    because: str
    stage: str | None
    says: Text
    received_on: date
    entered_by: Id
    noted_on: date | None


class NotingService:
    """Says that what was sent without effect was seen, by the instance that has it."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings

    def note(self, command: OnSending, actor: Actor, order: Order) -> Receipt:
        def decide(at: At) -> Fact:
            found = at.case.appeals.without_effect.sending(command.sending)
            has_it = at.case.instance_with(found.appeal)
            if instance_of(at.case, actor) != has_it:
                raise other_instance(actor, has_it)
            return at.case.appeals.without_effect.note(
                command.sending, by=actor.person, on=self._proceedings.today
            )

        hears = actor.acting_as in APPEAL_BODIES
        act = Act.HEAR_APPEAL if hears else Act.CONDUCT_PROCEEDING
        return self._proceedings.on_proceeding(command.proceeding, act, actor, order, decide)


def without_effect(
    meant: Meant,
    of: Id,
    because: Because,
    *,
    words: Confidential | None,
    order: Order,
    by: Id,
    on: date,
) -> SentWithoutEffect:
    """Return that a party sent something else than of an appeal, of which nothing came."""
    return SentWithoutEffect(
        sending=derived_id(order.command_id, "sending"),
        what=meant,
        of=of,
        because=because,
        stage=None,
        words=words,
        received_on=on,
        entered_by=by,
    )


def with_what_came_of_it(
    proceedings: ProceedingActing, proceeding: Id, receipt: Receipt
) -> Receipt:
    """Return a receipt that tells the sender if nothing came of it, also when sent again."""
    if receipt.case_id != proceeding:
        return receipt
    fact = proceedings.loaded(proceeding).case.facts[receipt.version - 1]
    if not isinstance(fact, SentWithoutEffect):
        return receipt
    return replace(receipt, says=told_of(fact))


def without_effect_lines(case: Proceeding) -> Iterator[WithoutEffectLine]:
    """Yield what was sent without effect, oldest first, as the trail lists it."""
    for version, sent in case.told(SentWithoutEffect):
        found = case.appeals.without_effect.sending(sent.sending)
        yield WithoutEffectLine(
            sending=sent.sending,
            version=version,
            what=sent.what,
            of=sent.of,
            because=sent.because,
            stage=sent.stage,
            says=told_of(sent),
            received_on=sent.received_on,
            entered_by=found.sent.entered_by,
            noted_on=found.noted.noted_on if found.noted else None,
        )
