"""Attaching files to what is in a plan, and withdrawing them."""

from __future__ import annotations

from dataclasses import dataclass

from application.access import Act
from application.acting import required_text
from application.actors import Actor, Order
from application.contents import Contents, context_of
from application.plans.acting import PlanActing
from application.plans.comments import named
from application.plans.readers import permit_reading, session_of
from application.plans.standing import Standing
from application.ports import Receipt
from domain.plans.files import FileAttached, FileWithdrawn
from domain.plans.rules.about import AboutKind
from domain.plans.rules.attach_file import (
    Attachment,
    Withdrawal,
    attach_file,
    decide_attachment,
    withdraw_file,
)
from domain.shared.confidential import Confidential
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachFile:
    plan: Id
    file: Id
    about_kind: AboutKind
    name: str
    content: bytes
    about: str | None = None
    patients_not_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawFile:
    plan: Id
    file: Id
    reason: str


class FileService:
    """The acts on files."""

    def __init__(self, plans: PlanActing, contents: Contents) -> None:
        self._plans = plans
        self._contents = contents

    def attach(self, command: AttachFile, actor: Actor, order: Order) -> Receipt:
        """Attach the file: its content is looked into, sealed and stored before the fact is."""
        sent, kind = self._contents.sent(command.name, command.content), command.about_kind
        about = named(kind, command.about, command.plan, self._plans.catalogue)
        today = self._plans.acting.clock.today()

        def decide(at: Standing) -> FileAttached:
            # Before anything is looked into: only those who may attach have that done.
            permit_reading(at, kind, about, actor, today)
            examined = sent.examined()
            asked = Attachment(
                plan=at.plan.case,
                case_id=command.plan,
                file=command.file,
                about_kind=kind,
                about=about,
                name=Confidential(sent.name),
                media_type=examined.media_type,
                size_in_bytes=sent.size_in_bytes,
                places=examined.places,
                names_no_patient=command.patients_not_named,
                by=actor.person,
                on=today,
                catalogue=self._plans.catalogue,
            )
            decide_attachment(asked)
            context = context_of(command.plan, command.file)
            sha256 = sent.kept(subject=at.plan.case.subject, context=context)
            return attach_file(asked, sha256=sha256)

        return self._plans.on_plan(
            command.plan, Act.ATTACH_FILE, actor, order, decide, session=session_of(kind, about)
        )

    def withdraw(self, command: WithdrawFile, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")

        def decide(at: Standing) -> FileWithdrawn:
            return withdraw_file(
                Withdrawal(
                    plan=at.plan.case,
                    file=command.file,
                    reason=reason,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                )
            )

        return self._plans.on_plan(command.plan, Act.ATTACH_FILE, actor, order, decide)
