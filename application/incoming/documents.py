"""Documents from those without authority: kept, opened by those who have them, and taken in."""

from __future__ import annotations

from application.access import Act
from application.acting import Acting
from application.actors import Actor, Order, Role
from application.contents import (
    Contents,
    FileContent,
    FileOpening,
    Stored,
    Upload,
    context_of,
)
from application.incoming.acting import IncomingActing, change, here, refuse_elsewhere, refuse_own
from application.incoming.commands import TakeIn
from application.incoming.reading import IncomingReading
from application.incoming.receiving import ReceivingService
from application.plans.disclosing import Disclosing
from application.ports import Files, Loaded, Openings, Receipt
from application.proceedings.acting import At, ProceedingActing, Told
from application.proceedings.documents.commands import AttachDocument
from application.proceedings.documents.service import ProceedingDocuments
from domain.incoming.documents import (
    Kept,
    decide_keeping,
    document_in,
    keep_document,
    place_document,
)
from domain.incoming.facts import IncomingDocumentReceived
from domain.incoming.incoming import Incoming, room
from domain.incoming.refusals import no_document
from domain.law.remedies import Instance
from domain.proceedings.document_facts import DocumentAttached
from domain.shared.confidential import Confidential
from domain.shared.ids import Id, derived_id


class SendingDocuments:
    """Sends a document to its case; from one without authority it waits in the inbox, sealed."""

    def __init__(
        self, receiving: ReceivingService, documents: ProceedingDocuments, contents: Contents
    ) -> None:
        self._receiving = receiving
        self._documents = documents
        self._contents = contents

    def attach(self, command: AttachDocument, actor: Actor, order: Order) -> Receipt:
        """Take a document in; it is refused only for what it is, never for who sent it."""
        sent = self._contents.sent(command.name, command.content)
        incoming = derived_id(order.command_id, "incoming")
        return self._receiving.unless_without_authority(
            lambda: self._documents.attach(command, actor, order),
            incoming,
            command.proceeding,
            None,
            actor=actor,
            order=order,
            more=lambda: (_kept(incoming, command, sent, actor),),
        )


def _kept(
    incoming: Id, command: AttachDocument, sent: Upload, actor: Actor
) -> IncomingDocumentReceived:
    """Keep the content with the sender's key, until a case has it with its party's."""
    examined = sent.examined()
    asked = Kept(
        document=command.document,
        proceeding=command.proceeding,
        appeal=command.appeal,
        name=Confidential(sent.name),
        media_type=examined.media_type,
        size_in_bytes=sent.size_in_bytes,
        places=examined.places,
        names_no_patient=command.patients_not_named,
    )
    decide_keeping(asked)
    context = context_of(incoming, command.document)
    return keep_document(asked, sha256=sent.kept(subject=actor.person, context=context))


class IncomingDocuments:
    """Opens a document that waits, and takes it into the case it belongs to."""

    def __init__(
        self,
        incoming: IncomingActing,
        proceedings: ProceedingActing,
        reading: IncomingReading,
        files: Files,
        openings: Openings,
    ) -> None:
        self._incoming = incoming
        self._proceedings = proceedings
        self._acting: Acting = incoming.acting
        self._reading = reading
        self._files = files
        self._opening = FileOpening(files, openings)
        self._disclosing = Disclosing(incoming.acting.histories, openings)

    def content(self, incoming: Id, actor: Actor, *, reason: str | None) -> FileContent:
        """Return it to its sender, the office whose inbox it is in, and the audit with a reason.

        Raises NotFound, NotPermitted, NotAllowed, or Gone once its key was shredded.
        """
        loaded = self._reading.seen(incoming, actor)
        if loaded.case.document is None:
            raise no_document()
        own = frozenset() if actor.acting_as is Role.AUDITOR else frozenset({actor.person})
        name = self._name(loaded, actor, parties=own, reason=reason)
        return self._opening.content(
            _stored(loaded, loaded.case.document),
            name,
            subject=loaded.case.subject(incoming),
            actor=actor,
            reason=reason,
        )

    def take_in(self, command: TakeIn, actor: Actor, order: Order) -> Receipt:
        """Take a document into a case, as it came; its own day and its sender go with it."""

        def decide(at: At) -> Told:
            found = self._incoming.found(command.incoming, actor)
            loaded = here(found[command.incoming])
            opened = at.case.be_open()
            refuse_elsewhere(loaded.case, room(Instance(opened.decided_by), opened.organisation))
            refuse_own(loaded.case, actor, self._proceedings.regime(at.case))
            document = document_in(loaded.case)
            at.case.documents.refuse_known(document.document)
            if command.appeal:
                at.case.appeals.appeal(command.appeal)
            placed = place_document(
                loaded.case,
                command.proceeding,
                version=at.proceeding.version + 1,
                by=actor.person,
                on=self._proceedings.today,
            )
            attached = self._attached(at, command, loaded, document, actor)
            return Told((attached,), (change(loaded, placed),))

        return self._proceedings.on_proceeding(
            command.proceeding, Act.CONDUCT_PROCEEDING, actor, order, decide
        )

    def _attached(
        self,
        at: At,
        command: TakeIn,
        loaded: Loaded[Incoming],
        document: IncomingDocumentReceived,
        actor: Actor,
    ) -> DocumentAttached:
        told = loaded.case.be_received().sender
        sender = at.about.sender(told, self._acting.same, self._proceedings.today) or told
        assert sender  # a document comes from somebody signed in
        known = document.appeal if document.appeal in at.case.appeals.by_id else None
        name = self._name(loaded, actor, parties=frozenset({actor.person}), reason=None)
        stored = _stored(loaded, document)
        content = self._opening.content(
            stored, name, subject=loaded.case.subject(loaded.case_id), actor=actor, reason=None
        )
        context = context_of(command.proceeding, document.document)
        return DocumentAttached(
            document=document.document,
            appeal=command.appeal or known,
            name=Confidential(content.name),
            media_type=document.media_type,
            size_in_bytes=document.size_in_bytes,
            sha256=self._files.keep(content.content, subject=at.about.subject, context=context),
            names_no_patient=document.names_no_patient,
            instance=at.case.be_open().decided_by,
            own=False,
            internal=False,
            sent_by=sender,
            received_on=loaded.case.received_on,
            entered_by=actor.person,
            findings=document.findings,
        )

    def _name(
        self,
        loaded: Loaded[Incoming],
        actor: Actor,
        *,
        parties: frozenset[Id],
        reason: str | None,
    ) -> str | None:
        """Open its name, which is noted."""
        (name,) = self._disclosing.words_of(
            loaded.case_id,
            lambda one: isinstance(one.fact, IncomingDocumentReceived),
            subject=loaded.case.subject(loaded.case_id),
            reason=reason,
            actor=actor,
            parties=parties,
        )
        return name.text


def _stored(loaded: Loaded[Incoming], document: IncomingDocumentReceived) -> Stored:
    """Return where its content is; it came in as the second fact, with the receipt."""
    version = loaded.case.facts.index(document) + 1
    return Stored(
        case_id=loaded.case_id,
        version=version,
        file=document.document,
        sha256=document.sha256,
        media_type=document.media_type,
    )
