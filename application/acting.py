"""How every act runs: answer a repeat, decide on what is known, append, try again if overtaken."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from application.actors import Actor, Order
from application.people.directory import Directory
from application.ports import Change, Clock, Histories, Receipt, Stream
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen, tag_of
from domain.shared.ids import Id
from domain.shared.refusals import CaseChanged, Invalid, NotPermitted, PartChanged, Refused

WAITS = (0.01, 0.05, 0.2)
"""About how long, in seconds, an act that was overtaken waits before each new try."""


class Rehearsed(Exception):
    """A rehearsed act could be done now; nothing was recorded, and no use case goes on from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What an act came to: the changes, and the other cases it leant on."""

    changes: tuple[Change, ...]
    leant_on: tuple[Seen, ...] = ()


class Acting:
    """Runs acts against the recorded facts."""

    def __init__(self, histories: Histories, clock: Clock, directory: Directory) -> None:
        self.histories = histories
        self.clock = clock
        self._directory = directory

    def perform(self, actor: Actor, order: Order, decide: Callable[[], Decided]) -> Receipt:
        """Return the receipt of the act; ``decide`` loads afresh each time it is called.

        Raises Rehearsed instead of recording anything where the order is a rehearsal.
        """
        if receipt := self._receipt_of(order):
            return receipt
        try:
            return self._done(actor, order, decide)
        except Refused:
            # The same command, sent twice at once, may have been done by the other meanwhile.
            if receipt := self._receipt_of(order):
                return receipt
            raise

    def _receipt_of(self, order: Order) -> Receipt | None:
        """Return the receipt of a command the client may have sent before."""
        return self.histories.receipt_of(order) if order.keyed else None

    def _done(self, actor: Actor, order: Order, decide: Callable[[], Decided]) -> Receipt:
        for wait in WAITS:
            try:
                return self._append(actor, order, decide())
            except PartChanged:
                raise
            except CaseChanged:
                # Those who were overtaken together do not come back together.
                time.sleep(wait * random.uniform(0.5, 1.5))  # noqa: S311 - no secret
        return self._append(actor, order, decide())

    def refuse_unknown(self, person: Id, *, field: str) -> None:
        """Raise Invalid unless the person is in the directory."""
        if person not in self._directory.people([person]):
            raise Invalid(
                "unknown-person",
                nb="Personen er ikke i personregisteret; registrer vedkommende først.",
                en="The person is not in the directory; enter them first.",
                field=field,
            )

    def same(self, person: Id) -> frozenset[Id]:
        """Return every id the person has had: entries of one person may have been merged."""
        return self._directory.same([person])

    def _append(self, actor: Actor, order: Order, decided: Decided) -> Receipt:
        if order.rehearsal:
            raise Rehearsed
        return self.histories.append(
            decided.changes, by=actor, order=order, leant_on=decided.leant_on
        )

    def legal_day(
        self,
        on: date | None,
        *,
        field: str = "on",
        rule: str | None = None,
        basis: tuple[Citation, ...] = (),
    ) -> date:
        """Return the day an act is for, today if not given; raises Invalid for days to come."""
        today = self.clock.today()
        if on and on > today:
            raise Invalid(
                "day-in-future",
                nb=f"{on} er ikke kommet ennå; i dag er {today}.",
                en=f"{on} has not come yet; today is {today}.",
                rule=rule,
                basis=basis,
                field=field,
            )
        return on or today


def refuse_if_changed(
    stored: Stream, order: Order, *, concerns: Callable[[Fact], bool] = lambda _: True
) -> None:
    """Raise PartChanged if facts that concern the act came since the version the client saw.

    Raises Invalid for a version that does not exist.
    """
    seen = order.seen_version
    if seen is None:
        return
    if seen > stored.version:
        raise Invalid(
            "unknown-version",
            nb=f"Versjon {seen} finnes ikke; saken har versjon {stored.version}.",
            en=f"There is no version {seen}; the case is at version {stored.version}.",
            field="If-Match",
        )
    since = tuple(
        (version, tag_of(fact))
        for version, fact in enumerate(stored.facts(), start=1)
        if version > seen and concerns(fact)
    )
    if since:
        raise PartChanged(
            nb=f"Saken er endret siden versjon {seen}, som du så.",
            en=f"The case has changed since version {seen}, which you saw.",
            changes=since,
        )


def refuse_oneself(actor: Actor, person: Id) -> None:
    """Raise NotPermitted to one who would appoint, or vouch for, themselves (house rule)."""
    if actor.person == person:
        raise NotPermitted(
            "oneself",
            nb="Ingen oppnevner seg selv eller registrerer egne offentlige godkjenninger.",
            en="Nobody appoints themselves or records public acts about themselves.",
            rule="R-ROL-02",
            field="person",
        )


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
