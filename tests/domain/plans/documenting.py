"""Questions about comments, files and sharing, with what is usually asked filled in."""

from __future__ import annotations

from typing import Any

from domain.catalogue.catalogue import CATALOGUE
from domain.plans.comments import CommentAdded
from domain.plans.files import FileAttached, FileWithdrawn
from domain.plans.plan import TrainingPlan
from domain.plans.rules.about import AboutKind
from domain.plans.rules.add_comment import Commenting, add_comment
from domain.plans.rules.attach_file import Attachment, Withdrawal, attach_file, withdraw_file
from domain.plans.rules.share_minutes import ShareOfMinutes, share_minutes, unshare_minutes
from domain.plans.sharing import MinutesShared, MinutesUnshared
from domain.shared.ids import Id
from tests.support.documents import COMMENT, FILE, SHA256
from tests.support.plans import DAY, DOCTOR, GOAL, NEXT_SUPERVISOR, ORGANISATION, SESSION, text

PLAN = ORGANISATION
"""The id of the plan itself, as far as these questions know."""


def comment(plan: TrainingPlan, **asked: Any) -> CommentAdded:
    usual: dict[str, Any] = {
        "case_id": PLAN,
        "comment": COMMENT,
        "about_kind": AboutKind.GOAL,
        "about": GOAL,
        "text": text(),
        "names_no_patient": False,
        "by": DOCTOR,
        "on": DAY,
        "catalogue": CATALOGUE,
    }
    return add_comment(Commenting(plan=plan, **(usual | asked)))


def attach(plan: TrainingPlan, **asked: Any) -> FileAttached:
    usual: dict[str, Any] = {
        "case_id": PLAN,
        "file": FILE,
        "about_kind": AboutKind.GOAL,
        "about": GOAL,
        "name": text("vurdering.pdf"),
        "media_type": "application/pdf",
        "size_in_bytes": 1234,
        "places": (),
        "names_no_patient": True,
        "by": DOCTOR,
        "on": DAY,
        "catalogue": CATALOGUE,
    }
    return attach_file(Attachment(plan=plan, **(usual | asked)), sha256=SHA256)


def withdraw(plan: TrainingPlan, *, by: Id = DOCTOR) -> FileWithdrawn:
    return withdraw_file(Withdrawal(plan=plan, file=FILE, reason=text("feil fil"), by=by, on=DAY))


def share(plan: TrainingPlan, **asked: Any) -> MinutesShared:
    return share_minutes(_sharing(plan, asked))


def unshare(plan: TrainingPlan, **asked: Any) -> MinutesUnshared:
    return unshare_minutes(_sharing(plan, asked))


def _sharing(plan: TrainingPlan, asked: dict[str, Any]) -> ShareOfMinutes:
    usual: dict[str, Any] = {"session": SESSION, "person": NEXT_SUPERVISOR, "by": DOCTOR, "on": DAY}
    return ShareOfMinutes(plan=plan, **(usual | asked))
