"""What can be asked to have done before a decision: told, heard, shown, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.access_places import AccessGround
from domain.law.advance_notice_places import LeftOut
from domain.law.impartial_places import Partiality
from domain.law.remedies import Instance
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class SendProvisionalReply:
    """Tell the party that it takes longer than a month, why, and when an answer is expected."""

    proceeding: Id
    expected_on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAdvanceNotice:
    """Tell the party what is to be decided; ``text`` is what they get to read."""

    proceeding: Id
    text: str
    comment_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOutAdvanceNotice:
    proceeding: Id
    ground: LeftOut
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentOnCase:
    """Say something in the case; an official enters what came in with the day it came."""

    proceeding: Id
    text: str
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawFromProceeding:
    proceeding: Id
    reason: str | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForAccess:
    """Ask to see the documents of the case, or those that the text names."""

    proceeding: Id
    request: Id
    text: str | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAccess:
    """An act on one request for access that needs no more said."""

    proceeding: Id
    request: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseAccess(OnAccess):
    """Keep something back; ``ground`` is the provision, which the party is told to the letter."""

    ground: AccessGround
    reason: str
    in_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealOverAccess(OnAccess):
    grounds: str | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterAccessAnswer(OnAccess):
    """Enter what the body that heard the appeal came to: whether access is given after all."""

    access: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionImpartiality:
    """Ask whether one who handles the case is impartial; ``official`` if one knows who it is.

    ``instance`` is where the official sits; without it, the one that decides. A party may demand
    that the superior answers.
    """

    proceeding: Id
    question: Id
    reason: str
    official: Id | None = None
    instance: Instance | None = None
    demands_superior: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideImpartiality:
    """Answer the question; ``official`` where it named nobody, ``ground`` where disqualified.

    ``no_time_reason`` is why the official answers though the party wanted the superior to;
    ``subordinates`` those directly under a disqualified official, who then decide nothing.
    """

    proceeding: Id
    question: Id
    disqualified: bool
    reason: str
    ground: Partiality | None = None
    official: Id | None = None
    no_time_reason: str | None = None
    subordinates: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointSubstitute:
    proceeding: Id
    question: Id
    substitute: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class StateUrgency:
    """Say why something cannot wait for another; it holds for what one does that day."""

    proceeding: Id
    reason: str
