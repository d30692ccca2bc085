"""The documents of a proceeding: whose room each is in, and who keeps what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from domain.proceedings.document_facts import (
    DocumentAttached,
    DocumentFact,
    DocumentForwarded,
    DocumentNoted,
    DocumentWithdrawn,
)
from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound


@dataclass(slots=True)
class Document:
    """One document and what was done with it; the version is that of its first fact."""

    attached: DocumentAttached
    at: int
    withdrawn: DocumentWithdrawn | None = None
    forwarded: list[DocumentForwarded] = field(default_factory=list)
    noted: DocumentNoted | None = None

    def is_open_to(self, instance: str | None) -> bool:
        """Return whether an instance may know of it; None is the parties."""
        one = self.attached
        return not one.internal or instance in {one.instance, *(to.to for to in self.forwarded)}

    def is_read_by(self, instance: str | None) -> bool:
        """Return whether one who may know of it may open it: withdrawn, it is not for those new."""
        return self.withdrawn is None or instance in self.withdrawn.kept_by


@dataclass(slots=True)
class Documents:
    """Every document of one proceeding, oldest first."""

    by_id: dict[Id, Document] = field(default_factory=dict)

    # acts

    def withdraw(
        self,
        document: Id,
        *,
        kept_by: Iterable[str],
        reason: Confidential,
        by: Id,
        on: date,
    ) -> DocumentWithdrawn:
        """Take it back; the instances among those named that had it keep what they have seen."""
        found = self.in_use(document)
        return DocumentWithdrawn(
            document=document,
            kept_by=tuple(sorted(one for one in {*kept_by} if found.is_open_to(one))),
            withdrawn_by=by,
            withdrawn_on=on,
            reason=reason,
        )

    def forward(self, document: Id, *, appeal: Id, to: str, by: Id, on: date) -> DocumentForwarded:
        """Send an internal document on; raises NotAllowed for one they have, or may not get."""
        found = self.in_use(document)
        if found.is_open_to(to):
            raise NotAllowed(
                "document-seen-already",
                nb=f"{to} har dokumentet; bare interne dokumenter må sendes over.",
                en=f"{to} has the document; only internal documents need to be sent on.",
                rule="L-FVL-15",
                field="document",
            )
        return DocumentForwarded(
            document=document, appeal=appeal, to=to, forwarded_by=by, forwarded_on=on
        )

    def note(self, document: Id, *, by: Id, on: date) -> DocumentNoted:
        found = self.document(document)
        if found.noted or found.attached.own:
            raise NotAllowed(
                "document-waits-for-nobody",
                nb="Dokumentet venter ikke på noen.",
                en="The document waits for nobody.",
                field="document",
            )
        return DocumentNoted(document=document, noted_by=by, noted_on=on)

    # questions

    def document(self, document: Id) -> Document:
        """Return the document; raises NotFound."""
        try:
            return self.by_id[document]
        except KeyError:
            raise unknown_document() from None

    def in_use(self, document: Id) -> Document:
        """Return the document unless it was withdrawn; raises NotFound or NotAllowed."""
        found = self.document(document)
        if found.withdrawn:
            raise withdrawn_already(found.withdrawn.withdrawn_on)
        return found

    def refuse_known(self, document: Id) -> None:
        """Raise NotAllowed if there is such a document."""
        if document in self.by_id:
            raise NotAllowed(
                "document-exists",
                nb="Dokumentet finnes allerede i saken.",
                en="The document is in the case already.",
            )

    # effects

    def effects(self) -> Effects:
        return {
            DocumentAttached: self._attached,
            DocumentWithdrawn: self._withdrawn,
            DocumentForwarded: lambda fact, _: self.by_id[fact.document].forwarded.append(fact),
            DocumentNoted: self._noted,
        }

    def _attached(self, fact: DocumentAttached, at: int) -> None:
        self.by_id[fact.document] = Document(fact, at)

    def _withdrawn(self, fact: DocumentWithdrawn, _: int) -> None:
        self.by_id[fact.document].withdrawn = fact

    def _noted(self, fact: DocumentNoted, _: int) -> None:
        self.by_id[fact.document].noted = fact


def document_of(fact: Fact) -> Id | None:
    """Return which document a fact is of, if it is of one."""
    return fact.document if isinstance(fact, DocumentFact) else None


def unknown_document() -> NotFound:
    """Return the refusal for a document that is not there, or must not be known of."""
    return NotFound(
        "unknown-document",
        nb="Saken har ikke noe slikt dokument.",
        en="The case has no such document.",
        field="document",
    )


def withdrawn_already(on: date) -> NotAllowed:
    return NotAllowed(
        "document-withdrawn",
        nb=f"Dokumentet ble trukket tilbake {on}.",
        en=f"The document was withdrawn on {on}.",
        field="document",
    )
