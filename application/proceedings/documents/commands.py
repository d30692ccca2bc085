"""What can be asked to have done with the documents of a proceeding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachDocument:
    """Send a document to the case or one appeal in it; a party's own comes in the day it is sent.

    An official says who sent one that came in, and when; without ``sent_by`` it is the body's
    own, and may be internal.
    """

    proceeding: Id
    document: Id
    name: str
    content: bytes
    appeal: Id | None = None
    sent_by: Id | None = None
    received_on: date | None = None
    internal: bool = False
    patients_not_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDocument:
    """An act on one document that needs no more said."""

    proceeding: Id
    document: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDocument(OnDocument):
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardDocument(OnDocument):
    """Send an internal document to the body an appeal was forwarded to."""

    appeal: Id
