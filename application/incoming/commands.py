"""What can be asked to have done with something that came in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.appeal_question import Channel
from domain.incoming.incoming import Aside, Why
from domain.law.remedies import Instance
from domain.proceedings.appeal import Defect
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive:
    """Send something in, or enter what came; one's own arrives the day it is sent here.

    ``to``: the body it is addressed to; ``about``: which decision, as the sender says it;
    ``sender_told``: who sent it, in words, where that is nobody known here.
    """

    incoming: Id
    words: str
    to: Instance | None = None
    organisation: Id | None = None
    about: str | None = None
    because: Why = Why.UNKNOWN_DECISION
    channel: Channel = Channel.LETTER
    sent_on: date | None = None
    received_on: date | None = None
    sender: Id | None = None
    sender_told: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDays:
    """Enter its right days, or the right channel, where an official entered wrong ones."""

    incoming: Id
    reason: str
    received_on: date
    channel: Channel = Channel.LETTER
    sent_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """Send it on to the body it ought to have come to; the words are what the sender is told."""

    incoming: Id
    to: Instance
    words: str
    organisation: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Place it as an appeal in a proceeding; ``defects`` are what it is found to lack.

    ``sent_by_lawyer``: by an advokat or advokatfullmektig, of whom no authority is asked.
    ``sent_by_party``: by the party itself, as is found of a sender who was not named here.
    """

    incoming: Id
    proceeding: Id
    defects: tuple[Defect, ...] = ()
    sent_by_lawyer: bool = False
    sent_by_party: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn:
    """Take a document into a case; of the appeal it was sent to, unless another is named."""

    incoming: Id
    proceeding: Id
    appeal: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    incoming: Id
    ground: Aside
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectIncomingFact:
    incoming: Id
    version: int
    reason: str
