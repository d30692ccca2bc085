"""Attaching files to what is in a plan, and withdrawing them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from pathlib import PurePosixPath, PureWindowsPath

from application.access import Act
from application.acting import required_text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.comments import named
from application.plans.readers import permit_reading, session_of
from application.plans.standing import Standing
from application.ports import Examiner, Files, FileTooLarge, Receipt
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
from domain.shared.refusals import Invalid

LONGEST_NAME = 200
LARGEST_FILE = 20_000_000
"""In bytes; so a database with thousands of files can still be copied in a night."""


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

    def __init__(self, plans: PlanActing, files: Files, examiner: Examiner) -> None:
        self._plans = plans
        self._files = files
        self._examiner = examiner

    def attach(self, command: AttachFile, actor: Actor, order: Order) -> Receipt:
        """Attach the file: its content is looked into, sealed and stored before the fact is."""
        name, kind = file_name(command.name), command.about_kind
        if len(command.content) > LARGEST_FILE:
            raise too_large()
        about = named(kind, command.about, command.plan, self._plans.catalogue)
        today = self._plans.acting.clock.today()
        # Done once, also when the act is tried again because somebody was first.
        kept: list[tuple[Attachment, str]] = []

        def decide(at: Standing) -> FileAttached:
            # Before anything is looked into: only those who may attach have that done.
            permit_reading(at, kind, about, actor, today)
            if kept:
                asked, sha256 = kept[0]
                return attach_file(replace(asked, plan=at.plan.case), sha256=sha256)
            examined = self._examiner.examine(name, command.content)
            asked = Attachment(
                plan=at.plan.case,
                case_id=command.plan,
                file=command.file,
                about_kind=kind,
                about=about,
                name=Confidential(name),
                media_type=examined.media_type,
                size_in_bytes=len(command.content),
                places=examined.places,
                names_no_patient=command.patients_not_named,
                by=actor.person,
                on=today,
                catalogue=self._plans.catalogue,
            )
            decide_attachment(asked)
            sha256 = self._files.keep(
                command.content,
                subject=at.plan.case.subject,
                context=context_of(command.plan, command.file),
            )
            kept.append((asked, sha256))
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


def context_of(plan: Id, file: Id) -> str:
    """Return the one place a file's content may be opened in."""
    return f"{plan}|{file}|content"


def file_name(written: str) -> str:
    """Return the name without folders and what cannot be shown; raises Invalid for none."""
    last = PurePosixPath(PureWindowsPath(written).name).name
    name = "".join(c for c in unicodedata.normalize("NFC", last) if c.isprintable()).strip()
    if not name.strip(".") or len(name) > LONGEST_NAME:
        raise Invalid(
            "file-name-malformed",
            nb=f"Filen må ha et navn på 1 til {LONGEST_NAME} tegn.",
            en=f"The file needs a name of 1 to {LONGEST_NAME} characters.",
            field="file",
        )
    return name


def too_large() -> FileTooLarge:
    """Return the refusal of what is larger than any file that is taken."""
    return FileTooLarge(
        "file-too-large",
        nb=f"Filen er for stor; den største som tas imot, er {LARGEST_FILE} byte.",
        en=f"The file is too large; the largest that is taken is {LARGEST_FILE} bytes.",
        rule="R-KP-03",
        field="file",
    )
