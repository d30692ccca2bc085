"""How an official acts on what came in: in the inbox it is in, and never on one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.access import Act
from application.acting import Acting, Decided, refuse_if_changed
from application.actors import Actor, Order
from application.permitting import permit_in_office, unknown_case
from application.ports import Change, Loaded, Receipt
from application.proceedings.acting import INSTANCE_OF
from application.standing import offices_of, roles_in
from domain.incoming.incoming import Incoming, Room, room
from domain.law.administration import Regime
from domain.law.aside_places import regime_of
from domain.law.book import LawBook
from domain.law.impartial_places import OF_ACT
from domain.law.remedies import INSTANCE_NAMES, Instance
from domain.organisations.organisation import Organisation
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotPermitted


def is_official(actor: Actor) -> bool:
    """Return whether one acts for a body with an inbox; all others send what is their own."""
    return actor.acting_as in INSTANCE_OF


def room_of(actor: Actor) -> Room:
    """Return the inbox of the office one acts in."""
    return room(INSTANCE_OF[actor.acting_as], actor.acting_for)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingActing:
    """Runs acts on what came in."""

    acting: Acting
    law: LawBook

    @property
    def today(self) -> date:
        return self.acting.clock.today()

    def on_incoming(
        self,
        incoming: Id,
        actor: Actor,
        order: Order,
        decide: Callable[[Incoming], Fact],
    ) -> Receipt:
        """Run an act by the office whose inbox it is in."""

        def decided() -> Decided:
            loaded = self.loaded(incoming, Act.HANDLE_INCOMING, actor)
            refuse_elsewhere(loaded.case, room_of(actor))
            refuse_own(loaded.case, actor, regime_of(self.law, self.today))
            refuse_if_changed(loaded.stored, order)
            return Decided(changes=(change(loaded, decide(loaded.case)),))

        return self.acting.perform(actor, order, decided)

    def loaded(self, incoming: Id, act: Act, actor: Actor) -> Loaded[Incoming]:
        """Return what came in, for one who holds the office claimed; raises NotFound."""
        found = self.found(incoming, actor)
        permit_in_office(act, actor, roles_in(found, actor, self.acting.clock))
        return here(found[incoming])

    def found(self, incoming: Id, actor: Actor) -> Mapping[Id, Any]:
        return self.acting.histories.load({**offices_of(actor), incoming: Incoming})

    def establishment(self, organisation: Id | None) -> Id | None:
        """Return the establishment if it is one that is registered."""
        if organisation is None:
            return None
        found = self.acting.histories.load({organisation: Organisation})[organisation]
        return organisation if found.case.registered else None


def here(loaded: Loaded[Incoming]) -> Loaded[Incoming]:
    if loaded.case.received is None:
        raise unknown_case()
    return loaded


def change(loaded: Loaded[Incoming], *facts: Fact) -> Change:
    """Return the change; its texts are sealed with the sender's key, or one of its own."""
    return Change(
        case_id=loaded.case_id,
        version=loaded.version,
        facts=facts,
        subject=loaded.case.subject(loaded.case_id),
    )


def refuse_elsewhere(incoming: Incoming, there: Room) -> None:
    """Raise NotPermitted to those whose inbox it is not in; it is sent on first."""
    if incoming.room != there:
        has_it, own = (INSTANCE_NAMES[Instance(one.instance)] for one in (incoming.room, there))
        raise NotPermitted(
            "other-instance",
            nb=f"Dette ligger i innboksen til {has_it.nb}, ikke hos {own.nb}; det må sendes hit "
            "først.",
            en=f"This is in the inbox of {has_it.en}, not of {own.en}; it has to be sent on first.",
            rule="L-FVL-13",
            field="Acting-As",
        )


def refuse_own(incoming: Incoming, actor: Actor, regime: Regime) -> None:
    """Raise NotPermitted to an official who sent it (§ 6; § 26)."""
    if incoming.be_received().sender == actor.person:
        raise NotPermitted(
            "own-case",
            nb="Ingen behandler det de selv har sendt; en annen må gjøre det.",
            en="Nobody handles what they sent themselves; another has to.",
            rule="L-FVL-15",
            basis=(OF_ACT[regime].party,),
            field="Acting-As",
        )
