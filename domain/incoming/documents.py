"""A document that found no case: kept as it came, and taken into one by an official."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.incoming import refusals
from domain.incoming.facts import IncomingDocumentPlaced, IncomingDocumentReceived
from domain.incoming.incoming import Incoming
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.name_no_patient import is_said_to_name_no_patient, looks_like_no_patient
from domain.shared.texts import Text

CONDITIONS = (is_said_to_name_no_patient, looks_like_no_patient)
"""As of every file (R-KP-03)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """May this document be kept? ``places``: where it seems to name a patient."""

    document: Id
    proceeding: Id
    appeal: Id | None
    name: Confidential
    media_type: str
    size_in_bytes: int
    places: tuple[Text, ...]
    names_no_patient: bool


def decide_keeping(asked: Kept) -> tuple[Finding, ...]:
    """Return what is recorded of its check, before its content is stored; raises RuleBroken."""
    return decide(CONDITIONS, asked)


def keep_document(asked: Kept, *, sha256: str) -> IncomingDocumentReceived:
    """Keep the document, stored under the hash; raises RuleBroken as ``decide_keeping``."""
    return IncomingDocumentReceived(
        document=asked.document,
        proceeding=asked.proceeding,
        appeal=asked.appeal,
        name=asked.name,
        media_type=asked.media_type,
        size_in_bytes=asked.size_in_bytes,
        sha256=sha256,
        names_no_patient=asked.names_no_patient,
        findings=decide_keeping(asked),
    )


def document_in(incoming: Incoming) -> IncomingDocumentReceived:
    """Return the document that waits; raises NotAllowed where none does."""
    incoming.be_waiting()
    if incoming.document is None:
        raise refusals.no_document()
    return incoming.document


def place_document(
    incoming: Incoming, proceeding: Id, *, version: int, by: Id, on: date
) -> IncomingDocumentPlaced:
    """Say that it stands in a proceeding at a version; raises NotAllowed."""
    found = document_in(incoming)
    return IncomingDocumentPlaced(
        proceeding=proceeding, version=version, document=found.document, placed_by=by, placed_on=on
    )
