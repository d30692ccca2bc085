"""May this document come into the case? What a party sends does, as it is; it is looked into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.law.access_places import OF_ACT
from domain.law.administration import Regime
from domain.proceedings.document_facts import DocumentAttached
from domain.proceedings.proceeding import Proceeding
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.name_no_patient import is_said_to_name_no_patient, looks_like_no_patient
from domain.shared.refusals import Invalid
from domain.shared.texts import Text

CONDITIONS = (is_said_to_name_no_patient, looks_like_no_patient)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attaching:
    """May this document come in? ``places``: where it seems to name a patient."""

    proceeding: Proceeding
    document: Id
    appeal: Id | None
    name: Confidential
    media_type: str
    size_in_bytes: int
    places: tuple[Text, ...]
    names_no_patient: bool
    instance: str | None
    own: bool
    internal: bool
    regime: Regime
    sent_by: Id
    received_on: date
    by: Id


def refuse_internal(regime: Regime, *, own: bool) -> None:
    """Raise Invalid for a document that is a party's: it is internal to nobody."""
    if not own:
        raise Invalid(
            "not-internal",
            nb="Bare organets egne dokumenter kan være interne; utelat «internal».",
            en="Only the body's own documents can be internal; leave 'internal' out.",
            rule="L-FVL-15",
            basis=(OF_ACT[regime].internal,),
            field="internal",
        )


def decide_attaching(asked: Attaching) -> tuple[Finding, ...]:
    """Return what is recorded of its check, before its content is stored.

    Raises NotFound, NotAllowed, Invalid or RuleBroken.
    """
    asked.proceeding.documents.refuse_known(asked.document)
    if asked.appeal:
        asked.proceeding.appeals.appeal(asked.appeal)
    if asked.internal:
        refuse_internal(asked.regime, own=asked.own)
    return decide(CONDITIONS, asked)


def attach_document(asked: Attaching, *, sha256: str) -> DocumentAttached:
    """Take the document in, stored under the hash; raises as ``decide_attaching`` does."""
    findings = decide_attaching(asked)
    return DocumentAttached(
        document=asked.document,
        appeal=asked.appeal,
        name=asked.name,
        media_type=asked.media_type,
        size_in_bytes=asked.size_in_bytes,
        sha256=sha256,
        names_no_patient=asked.names_no_patient,
        instance=asked.instance,
        own=asked.own,
        internal=asked.internal,
        sent_by=asked.sent_by,
        received_on=asked.received_on,
        entered_by=asked.by,
        findings=findings,
    )
