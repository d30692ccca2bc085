"""What is recorded of the documents of a proceeding; their contents lie outside the facts."""

from __future__ import annotations

from datetime import date

from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.findings import Finding
from domain.shared.ids import Id


class DocumentAttached(Fact, frozen=True, kw_only=True, tag="proceeding.document-attached"):
    """A document was sent to the case by a party, or added by an instance as its own."""

    document: Id
    appeal: Id | None
    name: Confidential
    media_type: str
    size_in_bytes: int
    # Of the content as it is stored, encrypted.
    sha256: str
    # The one who sent or entered it said that no patient can be recognised in it.
    names_no_patient: bool
    # Whose official entered it; None where a party sent it here.
    instance: str | None
    # The instance's own, not what it entered of a party's.
    own: bool
    # For the instance alone (sections 18 a and 18 b), and whom it forwards it to.
    internal: bool
    sent_by: Id
    received_on: date
    entered_by: Id
    # What looked like a patient's identity, of which they said that it was not.
    findings: tuple[Finding, ...]


class DocumentWithdrawn(Fact, frozen=True, kw_only=True, tag="proceeding.document-withdrawn"):
    """A document was taken back by the one who sent it; it stays listed."""

    document: Id
    # The instances that had it then, from which it is not taken.
    kept_by: tuple[str, ...]
    withdrawn_by: Id
    withdrawn_on: date
    reason: Confidential


class DocumentForwarded(Fact, frozen=True, kw_only=True, tag="proceeding.document-forwarded"):
    """An internal document was sent with the case to the body that hears the appeal."""

    document: Id
    appeal: Id
    to: str
    forwarded_by: Id
    forwarded_on: date


class DocumentNoted(Fact, frozen=True, kw_only=True, tag="proceeding.document-noted"):
    """An official of the body that has it saw what a party sent; it waits no more."""

    document: Id
    noted_by: Id
    noted_on: date


DocumentFact = DocumentAttached | DocumentWithdrawn | DocumentForwarded | DocumentNoted
