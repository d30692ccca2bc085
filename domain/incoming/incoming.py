"""Something that came in (en henvendelse): with one body at a time until a person deals with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Filing
from domain.incoming import refusals
from domain.incoming.facts import (
    IncomingDaysChanged,
    IncomingDocumentPlaced,
    IncomingDocumentReceived,
    IncomingFactCorrected,
    IncomingPersonMerged,
    IncomingPlaced,
    IncomingReceived,
    IncomingRedirected,
    IncomingSetAside,
)
from domain.law.book import LawBook
from domain.law.remedies import Instance
from domain.shared.case import Case, Correction, Effects, PersonMerged
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id

NO_INBOX = (Instance.MUNICIPAL_APPEALS, Instance.COUNTY_GOVERNOR)
ROOMS = tuple(one for one in Instance if one not in NO_INBOX)
"""The bodies with an inbox here; what is for another waits with the Directorate."""


class Why(StrEnum):
    """Why it is here, and in no case."""

    UNKNOWN_DECISION = "unknown-decision"
    WRONG_BODY = "wrong-body"
    WITHOUT_AUTHORITY = "without-authority"
    UNCLEAR = "unclear"


class Aside(StrEnum):
    """Why it was set aside."""

    NOT_AN_APPEAL = "not-an-appeal"
    SENT_TWICE = "sent-twice"
    NO_DECISION = "no-decision"
    OTHER = "other"


class Stage(StrEnum):
    """Whether a person has dealt with it."""

    WAITING = "waiting"
    PLACED = "placed"
    SET_ASIDE = "set-aside"


@dataclass(frozen=True, slots=True)
class Room:
    """Whose inbox it is in: a body, and for establishments which one."""

    instance: Instance
    organisation: Id | None = None


def room(to: Instance, organisation: Id | None) -> Room:
    """Return whose inbox takes what is for a body; where none does the Directorate's."""
    if to not in ROOMS or (to is Instance.ESTABLISHMENT and organisation is None):
        return Room(Instance.DIRECTORATE)
    return Room(to, organisation if to is Instance.ESTABLISHMENT else None)


class Incoming(Case):
    """One thing that came in, folded from its facts."""

    def begin(self) -> None:
        self.received: IncomingReceived | None = None
        self.days: IncomingDaysChanged | None = None
        self.redirected: list[IncomingRedirected] = []
        self.document: IncomingDocumentReceived | None = None
        self.placed: IncomingPlaced | IncomingDocumentPlaced | None = None
        self.set_aside: IncomingSetAside | None = None

    # acts

    def receive(
        self,
        words: Confidential | None,
        *,
        sender: Id | None,
        sender_told: Confidential | None,
        to: Instance,
        by: Room,
        organisation: Id | None,
        filing: Filing,
        about: Confidential | None,
        because: Why,
        entered_by: Id,
        on: date,
    ) -> IncomingReceived:
        """Take it in, whoever sent it; raises Invalid only for days that cannot be."""
        if self.received:
            raise refusals.received_already()
        assert filing.received
        refusals.refuse_odd_days(filing.sent, filing.received, today=on)
        return IncomingReceived(
            sender=sender,
            sender_told=sender_told,
            to=to,
            received_by=by.instance,
            organisation=by.organisation or organisation,
            channel=filing.channel,
            sent_on=filing.sent,
            received_on=filing.received,
            about=about,
            words=words,
            because=because,
            entered_by=entered_by,
            entered_on=on,
        )

    def change_days(
        self, filing: Filing, *, reason: Confidential, by: Id, on: date
    ) -> IncomingDaysChanged:
        """Enter the right days of what an official entered; of what was sent here they stand."""
        received = self.be_waiting()
        if received.sender is not None and received.entered_by == received.sender:
            raise refusals.sent_by_the_party()
        assert filing.received
        went_on = self.redirected[0].redirected_on if self.redirected else None
        refusals.refuse_odd_days(filing.sent, filing.received, today=on, went_on=went_on)
        return IncomingDaysChanged(
            channel=filing.channel,
            sent_on=filing.sent,
            received_on=filing.received,
            reason=reason,
            entered_by=by,
            entered_on=on,
        )

    def redirect(
        self,
        to: Instance,
        organisation: Id | None,
        *,
        told: Confidential,
        by: Id,
        on: date,
        law: LawBook,
    ) -> IncomingRedirected:
        """Send it on to the body it ought to have come to (L-EFV-03)."""
        self.be_waiting()
        basis = (law.wrong_body.on(on).citation,)
        there = room(to, organisation)
        if there.instance is not to:
            raise refusals.no_room_there(to, ROOMS, basis)
        if there == self.room:
            raise refusals.there_already(to)
        return IncomingRedirected(
            to=to,
            organisation=there.organisation,
            told=told,
            redirected_by=by,
            redirected_on=on,
            basis=basis,
        )

    def place(
        self, proceeding: Id, appeal: Id, *, version: int, by: Id, on: date
    ) -> IncomingPlaced:
        """Place it in a proceeding, where it stands at a version; raises for a document."""
        self.be_waiting()
        if self.document:
            raise refusals.a_document()
        return IncomingPlaced(
            proceeding=proceeding, version=version, appeal=appeal, placed_by=by, placed_on=on
        )

    def put_aside(
        self, ground: Aside, *, reason: Confidential, by: Id, on: date
    ) -> IncomingSetAside:
        self.be_waiting()
        return IncomingSetAside(ground=ground, reason=reason, set_aside_by=by, set_aside_on=on)

    def correctable(self, version: int) -> Fact:
        """Return the fact that may be corrected; raises Invalid or NotAllowed."""
        fact = super().correctable(version)
        if isinstance(fact, IncomingReceived | IncomingDocumentReceived):
            raise refusals.received_for_good()
        return fact

    # questions

    def be_received(self) -> IncomingReceived:
        """Return how it came in; raises NotFound."""
        if self.received is None:
            raise refusals.unknown_incoming()
        return self.received

    def be_waiting(self) -> IncomingReceived:
        """Return how it came in; raises NotAllowed once a person has dealt with it."""
        received = self.be_received()
        if self.placed:
            raise refusals.dealt_with(Stage.PLACED, self.placed.placed_on)
        if self.set_aside:
            raise refusals.dealt_with(Stage.SET_ASIDE, self.set_aside.set_aside_on)
        return received

    @property
    def stage(self) -> Stage:
        if self.placed:
            return Stage.PLACED
        return Stage.SET_ASIDE if self.set_aside else Stage.WAITING

    @property
    def first_room(self) -> Room:
        received = self.be_received()
        return room(Instance(received.received_by), received.organisation)

    @property
    def room(self) -> Room:
        """Return whose inbox it is in, or was in when it was dealt with."""
        return self.rooms[-1]

    @property
    def rooms(self) -> list[Room]:
        """Return every inbox it has been in, the first first."""
        return [
            self.first_room,
            *(room(Instance(one.to), one.organisation) for one in self.redirected),
        ]

    @property
    def received_on(self) -> date:
        """Return the day it first came in, as now known."""
        return (self.days or self.be_received()).received_on

    def reached(self, there: Room) -> date | None:
        """Return the day it first was in an inbox, None if it never was."""
        days = [self.received_on, *(one.redirected_on for one in self.redirected)]
        return next((day for one, day in zip(self.rooms, days, strict=True) if one == there), None)

    @property
    def here_since(self) -> date:
        """Return the day it came to the inbox it is in."""
        return self.redirected[-1].redirected_on if self.redirected else self.received_on

    @property
    def filing(self) -> Filing:
        """Return it as an appeal on its way, by its own days and channel."""
        told = self.days or self.be_received()
        return Filing(channel=Channel(told.channel), sent=told.sent_on, received=told.received_on)

    def subject(self, case_id: Id) -> Id:
        """Return whose key seals its texts: the sender's as first told of, or its own."""
        told = self.facts[0] if self.facts else None
        assert isinstance(told, IncomingReceived)
        return told.sender or case_id

    # effects

    def effects(self) -> Effects:
        return {
            IncomingReceived: self._note("received"),
            IncomingDaysChanged: self._note("days"),
            IncomingRedirected: lambda fact, _: self.redirected.append(fact),
            IncomingDocumentReceived: self._note("document"),
            IncomingPlaced: self._note("placed"),
            IncomingDocumentPlaced: self._note("placed"),
            IncomingSetAside: self._note("set_aside"),
            IncomingFactCorrected: self.strike,
            IncomingPersonMerged: self.merge,
        }

    def leans(self, later: Fact, earlier: Fact) -> bool:  # noqa: ARG002
        """Return whether it was done where, or with what, the earlier fact left it."""
        return not isinstance(later, Correction | PersonMerged)

    def _note(self, what: str) -> Any:
        """Return the effect of a fact that is kept under a name."""
        return lambda fact, _: setattr(self, what, fact)
