"""The acts on the documents of a proceeding; each instance has its own room for internal ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from application.access import APPEAL_BODIES, FIRST_INSTANCE, Act
from application.acting import required_text
from application.actors import Actor, Order, Role
from application.contents import Contents, Upload, context_of
from application.ports import Receipt
from application.proceedings.acting import (
    INSTANCE_OF,
    At,
    ProceedingActing,
    instance_of,
    is_of_party,
    kept_from,
    other_instance,
)
from application.proceedings.documents import commands as c
from application.proceedings.without_effect import without_effect
from domain.law.remedies import Instance
from domain.proceedings.appeal import Stage
from domain.proceedings.document_facts import DocumentAttached, DocumentFact
from domain.proceedings.documents import Document, unknown_document
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.attach_document import (
    Attaching,
    attach_document,
    decide_attaching,
    refuse_internal,
)
from domain.proceedings.without_effect import Because, Meant
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotPermitted


class ProceedingDocuments:
    """Every act on a document of a proceeding; each returns the receipt."""

    def __init__(self, proceedings: ProceedingActing, contents: Contents) -> None:
        self._proceedings = proceedings
        self._contents = contents

    def attach(self, command: c.AttachDocument, actor: Actor, order: Order) -> Receipt:
        """Take a document in, also in a closed case, which that does not open again."""
        sent = self._contents.sent(command.name, command.content)
        own = self._proceedings.speaks_for_party(command.proceeding, actor)
        if command.sent_by and not own:
            self._proceedings.acting.refuse_unknown(command.sent_by, field="sentBy")

        def decide(at: At) -> DocumentAttached:
            _refuse_not_forwarded_here(at, command.appeal, actor)
            asked = self._asked(command, sent, at, actor)
            decide_attaching(asked)
            context = context_of(command.proceeding, command.document)
            sha256 = sent.kept(subject=at.about.subject, context=context)
            return attach_document(asked, sha256=sha256)

        return self._run(command.proceeding, actor, order, decide)

    def withdraw(self, command: c.WithdrawDocument, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")

        def decide(at: At) -> Fact:
            found = _known(at, command.document, actor)
            theirs = _is_theirs(at, found.attached, actor)
            if is_of_party(at.case, actor) and (found.withdrawn or not theirs):
                return without_effect(
                    Meant.DOCUMENT_WITHDRAWN,
                    command.document,
                    Because.OVER if theirs else Because.ANOTHERS,
                    words=reason,
                    order=order,
                    by=actor.person,
                    on=self._proceedings.today,
                )
            if not theirs:
                raise _sent_by_another()
            return at.case.documents.withdraw(
                command.document,
                kept_by=at.case.instances,
                reason=reason,
                by=actor.person,
                on=self._proceedings.today,
            )

        return self._run(command.proceeding, actor, order, decide)

    def forward(self, command: c.ForwardDocument, actor: Actor, order: Order) -> Receipt:
        """Send an internal document after the case, to the body that has it now."""

        def decide(at: At) -> Fact:
            appeal = at.case.appeals.appeal(command.appeal)
            if appeal.forwarded is None:
                appeal.be(Stage.FORWARDED)
            assert appeal.forwarded
            _known(at, command.document, actor)
            return at.case.documents.forward(
                command.document,
                appeal=command.appeal,
                to=appeal.forwarded.to,
                by=actor.person,
                on=self._proceedings.today,
            )

        return self._proceedings.on_proceeding(
            command.proceeding, Act.CONDUCT_PROCEEDING, actor, order, decide
        )

    def note(self, command: c.OnDocument, actor: Actor, order: Order) -> Receipt:
        """Say that what a party sent was seen, by the instance that has it."""

        def decide(at: At) -> Fact:
            found = _known(at, command.document, actor)
            has_it = at.case.instance_with(found.attached.appeal)
            if instance_of(at.case, actor) != has_it:
                raise other_instance(actor, has_it)
            return at.case.documents.note(
                command.document, by=actor.person, on=self._proceedings.today
            )

        return self._run(command.proceeding, actor, order, decide)

    def _asked(self, command: c.AttachDocument, sent: Upload, at: At, actor: Actor) -> Attaching:
        """Return what is asked; the content is looked into only for those who may send one."""
        instance = instance_of(at.case, actor)
        own = instance is not None and command.sent_by is None
        regime = self._proceedings.regime(at.case)
        if command.internal:
            refuse_internal(regime, own=own)
        letter = instance is not None and not own
        stated = command.received_on if letter else None
        examined = sent.examined()
        return Attaching(
            proceeding=at.case,
            document=command.document,
            appeal=_about(at, command.appeal, instance),
            name=Confidential(sent.name),
            media_type=examined.media_type,
            size_in_bytes=sent.size_in_bytes,
            places=examined.places,
            names_no_patient=command.patients_not_named,
            instance=instance,
            own=own,
            internal=command.internal,
            regime=regime,
            sent_by=(letter and command.sent_by) or actor.person,
            received_on=self._proceedings.acting.legal_day(stated, field="receivedOn"),
            by=actor.person,
        )

    def _run(
        self, proceeding: Id, actor: Actor, order: Order, decide: Callable[[At], Fact]
    ) -> Receipt:
        act = act_of(self._proceedings.loaded(proceeding).case, actor)
        return self._proceedings.on_proceeding(proceeding, act, actor, order, decide)


def _about(at: At, appeal: Id | None, instance: Instance | None) -> Id | None:
    """Return which appeal it is sent about: a party's about one that never was is of the case."""
    known = instance is not None or appeal in at.case.appeals.by_id
    return appeal if known else None


def act_of(case: Proceeding, actor: Actor) -> Act:
    """Return by which act one brings a document: as a party, or as one of the instances."""
    if actor.acting_as in APPEAL_BODIES:
        return Act.HEAR_APPEAL
    if is_of_party(case, actor):
        return Act.SPEAK_IN_PROCEEDING
    first = actor.acting_as in FIRST_INSTANCE
    return Act.CONDUCT_PROCEEDING if first else Act.SPEAK_IN_PROCEEDING


def _known(at: At, document: Id, actor: Actor) -> Document:
    """Return a document the actor may know of; raises NotFound."""
    found = at.case.documents.document(document)
    if kept_from(at.case, actor)(found.attached):
        raise unknown_document()
    return found


def _refuse_not_forwarded_here(at: At, appeal: Id | None, actor: Actor) -> None:
    """Raise NotPermitted to an appeal body about an appeal that is not with it."""
    if appeal is None or actor.acting_as not in APPEAL_BODIES:
        return
    found = at.case.appeals.appeal(appeal)
    if found.forwarded is None or found.forwarded.to != INSTANCE_OF[actor.acting_as]:
        raise other_instance(actor, at.case.instance_with(appeal))


def _is_theirs(at: At, attached: DocumentAttached, actor: Actor) -> bool:
    """Return whether it is theirs to withdraw: they sent it, or it is the office's own."""
    instance = instance_of(at.case, actor)
    if attached.own:
        return instance is not None and instance == attached.instance
    # What a representative sent was sent on the doctor's behalf, as what one who acts for an
    # establishment sent was on that of the establishment.
    party = is_of_party(at.case, actor) and actor.acting_as is not Role.REPRESENTATIVE
    for_party = party and attached.instance is None
    return instance is None and (actor.person == attached.sent_by or for_party)


def _sent_by_another() -> NotPermitted:
    return NotPermitted(
        "sent-by-another",
        nb="Et dokument trekkes tilbake av den som sendte det; et organs eget av organet.",
        en="A document is withdrawn by the one who sent it; a body's own by the body.",
        rule="R-ROL-01",
        field="Acting-As",
    )


def forwarded_with(
    at: At, documents: tuple[Id, ...], appeal: Id, to: Instance, *, actor: Actor, on: date
) -> tuple[Fact, ...]:
    """Return that internal documents go with an appeal that is being forwarded."""
    for document in documents:
        _known(at, document, actor)
    return tuple(
        at.case.documents.forward(document, appeal=appeal, to=to, by=actor.person, on=on)
        for document in dict.fromkeys(documents)
    )


def refuse_correcting(at: At, fact: DocumentFact, actor: Actor) -> None:
    """Raise unless the office that entered a document takes it back before another had it."""
    attached = _known(at, fact.document, actor).attached
    other = [one for one in at.case.instances if one != attached.instance]
    sent_on = any(map(at.case.documents.document(fact.document).is_open_to, other))
    instance = instance_of(at.case, actor)
    if not isinstance(fact, DocumentAttached) or attached.instance != instance or sent_on:
        raise NotAllowed(
            "document-stands",
            nb="Bare et dokument som organet selv har lagt inn, rettes av organet, og ikke etter "
            "at et annet organ har fått det; trekk det tilbake i stedet.",
            en="Only a document the body itself entered is corrected, by that body, and not once "
            "another instance has had it; withdraw it instead.",
            rule="R-ROL-01",
        )
