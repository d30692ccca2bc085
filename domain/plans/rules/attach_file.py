"""May this file be attached to something in the plan, and may it be withdrawn?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.catalogue.catalogue import Catalogue
from domain.plans.files import FileAttached, FileWithdrawn
from domain.plans.plan import TrainingPlan
from domain.plans.rules.about import AboutKind, is_about_something_there
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.name_no_patient import is_said_to_name_no_patient, looks_like_no_patient
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """May this file be attached to this? ``places``: where it seems to name a patient."""

    plan: TrainingPlan
    case_id: Id
    file: Id
    about_kind: AboutKind
    about: str
    name: Confidential
    media_type: str
    size_in_bytes: int
    places: tuple[Text, ...]
    names_no_patient: bool
    by: Id
    on: date
    catalogue: Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """May this person take this file out of use?"""

    plan: TrainingPlan
    file: Id
    reason: Confidential
    by: Id
    on: date


def is_their_own_file_or_plan(asked: Withdrawal) -> Finding | None:
    attached = asked.plan.files.file(asked.file).attached
    if asked.by in (attached.attached_by, asked.plan.doctor):
        return None
    return Finding(
        rule="R-ROL-01",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb="Et vedlegg trekkes tilbake av den som la det ved, eller av legen.",
            en="A file is withdrawn by the one who attached it, or by the doctor.",
        ),
    )


CONDITIONS = (is_about_something_there, is_said_to_name_no_patient, looks_like_no_patient)


def decide_attachment(asked: Attachment) -> tuple[Finding, ...]:
    """Return what is recorded of the file's check, before its content is stored.

    Raises NotAllowed or RuleBroken.
    """
    asked.plan.files.refuse_known(asked.file)
    return decide(CONDITIONS, asked)


def attach_file(asked: Attachment, *, sha256: str) -> FileAttached:
    """Attach the file, stored under the hash; raises NotAllowed or RuleBroken."""
    findings = decide_attachment(asked)
    return FileAttached(
        file=asked.file,
        about_kind=asked.about_kind,
        about=asked.about,
        name=asked.name,
        media_type=asked.media_type,
        size_in_bytes=asked.size_in_bytes,
        sha256=sha256,
        names_no_patient=asked.names_no_patient,
        attached_by=asked.by,
        attached_on=asked.on,
        findings=findings,
    )


def withdraw_file(asked: Withdrawal) -> FileWithdrawn:
    """Take the file out of use; raises NotFound, NotAllowed or RuleBroken."""
    withdrawn = asked.plan.files.withdraw(asked.file, by=asked.by, on=asked.on, reason=asked.reason)
    decide((is_their_own_file_or_plan,), asked)
    return withdrawn
