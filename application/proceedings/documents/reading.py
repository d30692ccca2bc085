"""Opening a document of a proceeding: by those who may know of it, and each opening is noted."""

from __future__ import annotations

from application.actors import Actor, Role
from application.contents import FileContent, FileOpening, Stored
from application.plans.disclosing import Disclosing
from application.ports import Files, Openings
from application.proceedings.acting import ProceedingActing, instance_of, kept_from
from application.proceedings.reading import own_of, seen_by
from domain.proceedings.document_facts import DocumentAttached
from domain.proceedings.documents import unknown_document, withdrawn_already
from domain.shared.ids import Id


class ProceedingDocumentReading:
    """Hands out documents to those who see the proceeding, from their own room."""

    def __init__(self, proceedings: ProceedingActing, files: Files, openings: Openings) -> None:
        self._proceedings = proceedings
        self._opening = FileOpening(files, openings)
        self._disclosing = Disclosing(proceedings.acting.histories, openings)

    def content(
        self, proceeding: Id, document: Id, actor: Actor, *, reason: str | None
    ) -> FileContent:
        """Return the document; raises NotFound, NotAllowed, or Gone once its key was shredded."""
        at = seen_by(self._proceedings, proceeding, actor)
        found, subject = at.case.documents.document(document), at.about.subject
        attached = found.attached
        if kept_from(at.case, actor)(attached):
            raise unknown_document()
        audits = actor.acting_as is Role.AUDITOR
        if found.withdrawn and not audits and not found.is_read_by(instance_of(at.case, actor)):
            raise withdrawn_already(found.withdrawn.withdrawn_on)
        (name,) = self._disclosing.words_of(
            proceeding,
            lambda one: isinstance(one.fact, DocumentAttached) and one.version == found.at,
            subject=subject,
            reason=reason,
            actor=actor,
            parties=own_of(at, actor, self._proceedings.today),
        )
        stored = Stored(
            case_id=proceeding,
            version=found.at,
            file=document,
            sha256=attached.sha256,
            media_type=attached.media_type,
        )
        return self._opening.content(stored, name.text, subject=subject, actor=actor, reason=reason)
