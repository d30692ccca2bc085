"""Taking in what finds no case: whatever a party sends is recorded, and waits for a person."""

from __future__ import annotations

from collections.abc import Callable

from application.access import Act
from application.acting import Decided, required_text, text
from application.actors import Actor, Order, Role
from application.incoming.acting import IncomingActing, is_official, room_of
from application.incoming.commands import Receive
from application.permitting import permit_in_office
from application.ports import Change, Receipt
from application.proceedings.about import OFFICES
from application.proceedings.acting import ProceedingActing
from application.proceedings.appealing import AppealService
from application.proceedings.commands import FileAppeal
from application.standing import roles_held
from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Filing
from domain.incoming.facts import IncomingReceived
from domain.incoming.incoming import Incoming, Why, room
from domain.law.remedies import Instance
from domain.organisations.organisation import Organisation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotFound, NotPermitted

WITHOUT_AUTHORITY = frozenset(
    {"unknown-case", "role-not-held", "role-not-permitted", "out-of-scope", "other-instance"}
)
"""By which refusals one is not let in, or in another role: not by what the case itself says."""


More = Callable[[], tuple[Fact, ...]]
"""What is recorded beside that something came in: a document, whose content is kept then."""


class ReceivingService:
    """Each returns the receipt: its case is the reference, its instant when it came."""

    def __init__(
        self, incoming: IncomingActing, proceedings: ProceedingActing, appeals: AppealService
    ) -> None:
        self.proceedings = proceedings
        self._incoming = incoming
        self._acting = incoming.acting
        self._appeals = appeals

    def receive(self, command: Receive, actor: Actor, order: Order) -> Receipt:
        """Take it in; raises Invalid only for days that cannot be and for empty words."""
        words = required_text(command.words, field="words")
        if is_official(actor) and not self._has_left(actor):
            return self._entered(command, words, actor, order)
        return self.sent(command, words, actor, order)

    def appeal(self, command: FileAppeal, actor: Actor, order: Order) -> Receipt:
        """File an appeal; where it cannot be filed it is taken in for a person.

        Whoever may not know of a case is answered in the same way as where there is none.
        """
        return self.unless_without_authority(
            lambda: self._appeals.file(command, actor, order),
            command.appeal,
            command.proceeding,
            command.grounds,
            to=command.received_by,
            actor=actor,
            order=order,
        )

    def unless_without_authority(
        self,
        act: Callable[[], Receipt],
        incoming: Id,
        proceeding: Id,
        words: str | None,
        *,
        to: Instance | None = None,
        actor: Actor,
        order: Order,
        more: More = lambda: (),
    ) -> Receipt:
        """Do it, or take in what was said where the sender may not act or know of the case.

        Where they know of it, it comes to the body that decides; ``more``: what came with it.
        """
        try:
            return act()
        except (NotFound, NotPermitted) as found:
            if self._of_body(proceeding, actor) or found.code not in WITHOUT_AUTHORITY:
                raise
            known = isinstance(found, NotPermitted)
        opened = self.proceedings.at(proceeding, None).case.be_open() if known else None
        unknown = Receive(
            incoming=incoming,
            words="",
            to=to or (Instance(opened.decided_by) if opened else None),
            organisation=opened.organisation if opened else None,
            about=proceeding,
            because=Why.WITHOUT_AUTHORITY if known else Why.UNKNOWN_DECISION,
        )
        return self.sent(unknown, text(words), actor, order, more)

    def _has_left(self, actor: Actor) -> bool:
        """Return whether one led the establishment they say they lead, and no longer does."""
        if actor.acting_as is not Role.LEADER or actor.acting_for is None:
            return False
        held = roles_held(self._acting.histories, actor, self._acting.clock)
        named = self._acting.histories.load({actor.acting_for: Organisation})[actor.acting_for]
        led = named.case.officers.of(actor.person, *OFFICES)
        return Role.LEADER not in held and any(True for _ in led)

    def _of_body(self, proceeding: Id, actor: Actor) -> bool:
        """Return whether one acts for a body or the audit, whose acts alone are refused.

        One who led the establishment a case is about, and does no more, is as anybody else.
        """
        if actor.acting_as is Role.AUDITOR:
            return True
        if not is_official(actor):
            return False
        if not self.proceedings.speaks_for_party(proceeding, actor):
            return True
        return not self.proceedings.at(proceeding, None).about.has_acted_for(actor.person)

    def sent(
        self,
        command: Receive,
        words: Confidential | None,
        actor: Actor,
        order: Order,
        more: More = lambda: (),
    ) -> Receipt:
        """Take in what somebody signed in sends of their own: it arrives as it is sent."""
        filing = Filing(channel=Channel.DIGITAL, received=self._incoming.today)

        def decided() -> Decided:
            organisation = self._incoming.establishment(command.organisation)
            to = command.to or Instance.DIRECTORATE
            case = Incoming()
            fact = case.receive(
                words,
                sender=actor.person,
                sender_told=None,
                to=to,
                by=room(to, organisation),
                organisation=organisation,
                filing=filing,
                about=text(command.about),
                because=command.because,
                entered_by=actor.person,
                on=self._incoming.today,
            )
            return self._received(command, fact, *more())

        return self._acting.perform(actor, order, decided)

    def _entered(
        self, command: Receive, words: Confidential, actor: Actor, order: Order
    ) -> Receipt:
        """Enter what came to an official's body from somebody who need not be known here."""
        received_on = self._acting.legal_day(
            command.received_on, field="receivedOn", rule="L-FVL-05"
        )
        filing = Filing(channel=command.channel, sent=command.sent_on, received=received_on)
        if command.sender:
            self._acting.refuse_unknown(command.sender, field="sender")

        def decided() -> Decided:
            held = roles_held(self._acting.histories, actor, self._acting.clock)
            permit_in_office(Act.HANDLE_INCOMING, actor, held)
            here = room_of(actor)
            fact = Incoming().receive(
                words,
                sender=command.sender,
                sender_told=text(command.sender_told),
                to=command.to or here.instance,
                by=here,
                organisation=self._incoming.establishment(command.organisation),
                filing=filing,
                about=text(command.about),
                because=command.because,
                entered_by=actor.person,
                on=self._incoming.today,
            )
            return self._received(command, fact)

        return self._acting.perform(actor, order, decided)

    def _received(self, command: Receive, fact: IncomingReceived, *more: Fact) -> Decided:
        change = Change(
            case_id=command.incoming,
            version=0,
            facts=(fact, *more),
            subject=fact.sender or command.incoming,
        )
        return Decided(changes=(change,))
