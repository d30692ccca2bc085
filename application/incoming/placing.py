"""Placing what came in as an appeal: it keeps its own days and channel, and is judged by them.

One append tells it in the proceeding, in the party's own history, and of what came in.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from application.access import Act
from application.actors import Actor, Order
from application.incoming.acting import IncomingActing, change, here, refuse_elsewhere, refuse_own
from application.incoming.commands import Place
from application.plans.disclosing import Disclosing
from application.ports import Loaded, Openings, Receipt
from application.proceedings.acting import At, ProceedingActing, Told
from domain.incoming.facts import IncomingReceived
from domain.incoming.incoming import Incoming, room
from domain.incoming.refusals import sender_named
from domain.law.book import LawBook
from domain.law.remedies import Instance
from domain.proceedings.appeal import Defect
from domain.proceedings.appeal_facts import AppealFiled, AppealSupplemented
from domain.proceedings.rules.file_appeal import file_appeal
from domain.shared.confidential import Confidential
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """What is placed: by whom it was sent, what it lacks, and when it was where it belongs."""

    incoming: Id
    case: Incoming
    sender: Id
    defects: Collection[Defect]
    reached: date


class PlacingService:
    """Places it in a proceeding of the body whose inbox it is in."""

    def __init__(
        self, incoming: IncomingActing, proceedings: ProceedingActing, openings: Openings
    ) -> None:
        self._incoming = incoming
        self._proceedings = proceedings
        self._disclosing = Disclosing(proceedings.acting.histories, openings)

    def place(self, command: Place, actor: Actor, order: Order) -> Receipt:
        def decide(at: At) -> Told:
            found = self._incoming.found(command.incoming, actor)
            loaded = here(found[command.incoming])
            self._refuse(loaded.case, at, actor)
            filed = filed_as_appeal(
                at, self._sent(command, at, loaded), by=actor.person, law=self._proceedings.law
            )
            placed = loaded.case.place(
                command.proceeding,
                filed.appeal,
                version=at.proceeding.version + 1,
                by=actor.person,
                on=self._proceedings.today,
            )
            # Opened last, when nothing stands in the way: each opening is noted.
            told = replace(filed, grounds=self._words(loaded, actor))
            return Told((told,), (change(loaded, placed),))

        return self._proceedings.on_proceeding(
            command.proceeding, Act.CONDUCT_PROCEEDING, actor, order, decide
        )

    def _refuse(self, incoming: Incoming, at: At, actor: Actor) -> None:
        opened = at.case.be_open()
        refuse_elsewhere(incoming, room(Instance(opened.decided_by), opened.organisation))
        refuse_own(incoming, actor, self._proceedings.regime(at.case))
        incoming.be_waiting()
        at.case.be_ruled()

    def _sent(self, command: Place, at: At, loaded: Loaded[Incoming]) -> _Sent:
        """Return what is placed; what another than the party sent waits for authority."""
        told = loaded.case.be_received().sender
        # Who acted for an establishment is asked of the day it was sent, not of today.
        received = loaded.case.be_received()
        on = received.sent_on or received.received_on
        if told and command.sent_by_party:
            raise sender_named()
        own = at.about.sender(told, self._proceedings.acting.same, on)
        found = own or command.sent_by_lawyer or command.sent_by_party
        reached = loaded.case.reached(loaded.case.room)
        assert reached
        return _Sent(
            incoming=command.incoming,
            case=loaded.case,
            sender=own or told or at.about.party,
            # A power of attorney is never inferred (R-APP-03).
            # Nor of a lawyer is any asked for; the body may still demand it (AMB-23).
            defects={
                *command.defects,
                *(() if found else (Defect.AUTHORITY,)),
            },
            reached=reached,
        )

    def _words(self, loaded: Loaded[Incoming], actor: Actor) -> Confidential | None:
        """Open the words, which is noted, to be sealed with the doctor's key as grounds."""
        opened = self._disclosing.words_of(
            loaded.case_id,
            lambda recorded: isinstance(recorded.fact, IncomingReceived),
            subject=loaded.case.subject(loaded.case_id),
            reason=None,
            actor=actor,
            parties=frozenset({actor.person}),
        )
        words = next((one.text for one in opened if one.field == "words"), None)
        return Confidential(words) if words else None


def filed_as_appeal(
    at: At, sent: _Sent, *, by: Id, law: LawBook
) -> AppealFiled | AppealSupplemented:
    """Return what it is in the proceeding: an appeal by its own days, or more to one that runs.

    The appeal keeps the reference it was received under.
    """
    received = sent.case.be_received()
    astray = sent.case.first_room != sent.case.room
    return file_appeal(
        at.case,
        sent.incoming,
        dataclasses.replace(sent.case.filing, reached=sent.reached) if astray else sent.case.filing,
        appellant=at.about.party,
        sent_by=sent.sender,
        received_by=Instance(received.received_by),
        defects=sent.defects,
        grounds=None,
        by=by,
        law=law,
    )
