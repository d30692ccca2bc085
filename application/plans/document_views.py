"""What a plan shows of comments, files and openings; pure functions, without the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from application.plans.timeline import recorder
from application.ports import Opening
from domain.plans.plan import TrainingPlan
from domain.shared.facts import tag_of
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentLine:
    """One comment; its words are read apart."""

    comment: Id
    about_kind: str
    about: str
    written_by: Id
    written_on: date


def comments(plan: TrainingPlan) -> tuple[CommentLine, ...]:
    """Return the plan's comments, oldest first."""
    return tuple(
        CommentLine(
            comment=found.added.comment,
            about_kind=found.added.about_kind,
            about=found.added.about,
            written_by=found.added.written_by,
            written_on=found.added.written_on,
        )
        for found in plan.comments.by_id.values()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One attached file; its name and content are opened apart."""

    file: Id
    about_kind: str
    about: str
    media_type: str
    size_in_bytes: int
    sha256: str
    attached_by: Id
    attached_on: date
    withdrawn_by: Id | None
    withdrawn_on: date | None


def files(plan: TrainingPlan) -> tuple[FileLine, ...]:
    """Return the plan's files, those withdrawn too, oldest first."""
    return tuple(
        FileLine(
            file=found.attached.file,
            about_kind=found.attached.about_kind,
            about=found.attached.about,
            media_type=found.attached.media_type,
            size_in_bytes=found.attached.size_in_bytes,
            sha256=found.attached.sha256,
            attached_by=found.attached.attached_by,
            attached_on=found.attached.attached_on,
            withdrawn_by=found.withdrawn.withdrawn_by if found.withdrawn else None,
            withdrawn_on=found.withdrawn.withdrawn_on if found.withdrawn else None,
        )
        for found in plan.files.by_id.values()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningLine:
    """Who opened which text of the plan, in which capacity, when and why."""

    opened_at: datetime
    opened_by: Id | str
    acting_as: str
    version: int
    tag: str
    field: str
    reason: str | None


def openings(plan: TrainingPlan, noted: Iterable[Opening]) -> tuple[OpeningLine, ...]:
    """Return the openings, oldest first, each with the kind of fact that holds the text."""
    return tuple(
        OpeningLine(
            opened_at=one.opened_at,
            opened_by=recorder(one.opened_by),
            acting_as=one.acting_as,
            version=one.version,
            tag=tag_of(plan.facts[one.version - 1]),
            field=one.field,
            reason=one.reason,
        )
        for one in noted
    )
