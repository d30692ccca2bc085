"""May this comment on something in the plan be added?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.catalogue.catalogue import Catalogue
from domain.plans.comments import CommentAdded
from domain.plans.plan import TrainingPlan
from domain.plans.rules.about import AboutKind, is_about_something_there
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from domain.shared.name_no_patient import looks_like_no_patient, places_in
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Commenting:
    """May this be said about this? Who may say something is read from the roles."""

    plan: TrainingPlan
    case_id: Id
    comment: Id
    about_kind: AboutKind
    about: str
    text: Confidential
    names_no_patient: bool
    by: Id
    on: date
    catalogue: Catalogue

    @property
    def places(self) -> tuple[Text, ...]:
        return places_in(self.text)


CONDITIONS = (is_about_something_there, looks_like_no_patient)


def add_comment(asked: Commenting) -> CommentAdded:
    """Add the comment; raises NotAllowed or RuleBroken."""
    asked.plan.comments.refuse_known(asked.comment)
    findings = decide(CONDITIONS, asked)
    return CommentAdded(
        comment=asked.comment,
        about_kind=asked.about_kind,
        about=asked.about,
        text=asked.text,
        written_by=asked.by,
        written_on=asked.on,
        findings=findings,
    )
