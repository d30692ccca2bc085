"""What is recorded of something that came in and found no case of its own."""

from __future__ import annotations

from datetime import date

from domain.shared.case import Correction, PersonMerged
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.findings import Finding
from domain.shared.ids import Id


class IncomingReceived(Fact, frozen=True, kw_only=True, tag="incoming.received"):
    """Something was received that found no case; both its days are kept as they were."""

    # None where whoever sent it is nobody known here; then it is told in words.
    sender: Id | None
    sender_told: Confidential | None
    # To whom it was addressed, and who had it first.
    to: str
    received_by: str
    organisation: Id | None
    channel: str
    sent_on: date | None
    received_on: date
    # Which decision it says it is about, as it says it.
    about: Confidential | None
    # None where nothing but that it appealed was said.
    words: Confidential | None
    because: str
    entered_by: Id
    entered_on: date


class IncomingDaysChanged(Fact, frozen=True, kw_only=True, tag="incoming.days-changed"):
    """Its days, or the way it came, were found to be others than those entered."""

    channel: str
    sent_on: date | None
    received_on: date
    reason: Confidential
    entered_by: Id
    entered_on: date


class IncomingRedirected(Fact, frozen=True, kw_only=True, tag="incoming.redirected"):
    """The body that had it sent it on to another, and told the sender so."""

    to: str
    organisation: Id | None
    # What the sender is told: where it went, and why.
    told: Confidential
    redirected_by: Id
    redirected_on: date
    basis: tuple[Citation, ...]


class IncomingPlaced(Fact, frozen=True, kw_only=True, tag="incoming.placed"):
    """It was placed in a proceeding, as an appeal or as more to one that ran."""

    proceeding: Id
    # At which version of the proceeding it stands.
    version: int
    appeal: Id
    placed_by: Id
    placed_on: date


class IncomingDocumentReceived(Fact, frozen=True, kw_only=True, tag="incoming.document-received"):
    """A document came in from one without authority, and was kept as it is until that is shown."""

    document: Id
    # The case and the appeal it was sent to, as the sender named them.
    proceeding: Id
    appeal: Id | None
    name: Confidential
    media_type: str
    size_in_bytes: int
    # Of the content as it is stored, encrypted.
    sha256: str
    names_no_patient: bool
    # What looked like a patient's identity, of which the sender said that it was not.
    findings: tuple[Finding, ...]


class IncomingDocumentPlaced(Fact, frozen=True, kw_only=True, tag="incoming.document-placed"):
    """The document was taken into a case, among its documents."""

    proceeding: Id
    # At which version of the proceeding it stands.
    version: int
    document: Id
    placed_by: Id
    placed_on: date


class IncomingSetAside(Fact, frozen=True, kw_only=True, tag="incoming.set-aside"):
    """It was set aside by a person, with the reason."""

    ground: str
    reason: Confidential
    set_aside_by: Id
    set_aside_on: date


class IncomingFactCorrected(Correction, frozen=True, kw_only=True, tag="incoming.fact-corrected"):
    """An earlier fact of what came in was marked as recorded in error, with the reason."""


class IncomingPersonMerged(PersonMerged, frozen=True, kw_only=True, tag="incoming.person-merged"):
    """Two ids in what came in were found to be one person's."""


IncomingFact = (
    IncomingReceived
    | IncomingDaysChanged
    | IncomingRedirected
    | IncomingPlaced
    | IncomingDocumentReceived
    | IncomingDocumentPlaced
    | IncomingSetAside
    | IncomingFactCorrected
    | IncomingPersonMerged
)
